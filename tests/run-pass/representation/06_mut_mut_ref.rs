//@ edition: 2021
//@ variants: all
// exercises: &mut &mut T retargeting a cursor, &mut &str tokenizer
// wrc: the place holding &mut [i32] / &str is a multi-slot local; inout value-result of 3 slots
fn take_first<'a>(s: &mut &'a mut [i32]) -> Option<&'a mut i32> {
    let t = std::mem::take(s);
    let (h, rest) = t.split_first_mut()?;
    *s = rest;
    Some(h)
}
fn word<'a>(s: &mut &'a str) -> Option<&'a str> {
    let t = s.trim_start();
    if t.is_empty() { return None; }
    let end = t.find(' ').unwrap_or(t.len());
    let (w, rest) = t.split_at(end);
    *s = rest;
    Some(w)
}
fn main() {
    let mut a = [1, 2, 3];
    let mut s = &mut a[..];
    let mut k = 1;
    while let Some(x) = take_first(&mut s) { *x *= 10 + k; k += 1; }
    println!("{:?} {}", s.len(), k);
    println!("{:?}", a);
    let mut t = "  the quick  fox";
    while let Some(w) = word(&mut t) { print!("[{w}]"); }
    println!();
}
