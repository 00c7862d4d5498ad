async fn wait() {}
fn main() {
    println!("{}", std::mem::size_of_val(&wait())); //~ ERROR[WRC2351]
}
