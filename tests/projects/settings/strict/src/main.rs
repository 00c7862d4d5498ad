fn main() {
    let text = vec![1];
    let moved = text;
    println!("{}", moved.len() + text.len());
}
