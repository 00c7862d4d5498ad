//@ stderr: error[E0382]: borrow of moved value: `text`
//@ stderr: borrow.rs:14:28
//@ stderr: 13 │     let moved = text;
//@ stderr: error[E0502]: cannot borrow `list` as mutable because it is also borrowed as immutable
//@ stderr: borrow.rs:17:5
//@ stderr: immutable borrow later used here
//@ stderr: error: could not compile `borrow` due to 2 errors
fn longest(text: &str) -> String {
    text.split(' ').max_by_key(|word| word.len()).unwrap_or("").to_owned()
}
fn main() {
    let text = String::from("some words");
    let moved = text;
    println!("{}", longest(&text));
    let mut list = vec![1, 2];
    let first = &list[0];
    list.push(3);
    println!("{first} {moved}");
}
