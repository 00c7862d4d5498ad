fn main() {
    println!("an example of {}, with {}", app::name(), figures::FEATURES.len());
}
