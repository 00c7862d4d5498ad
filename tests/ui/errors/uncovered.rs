//! Numbers, texts and slices that no arm takes.
const TEN: u8 = 10;
enum Shape {
    Dot,
    Line(u8),
    Box { width: u8, height: u8 },
}
fn numbers(n: u8, i: i8, w: usize, c: char) {
    match n { 0 => {} 1..=9 => {} TEN.. => {} }
    match n { 0 => {} 1..=8 => {} TEN.. => {} } //~ ERROR[E0004]
    match i { i8::MIN..0 => {} 1.. => {} } //~ ERROR[E0004]
    match i { ..0 => {} 0 => {} 1.. => {} }
    match w { 0..=9 => {} 10.. => {} }
    match w { 0..=9 => {} 10..=4294967295 => {} } //~ ERROR[E0004]
    match c { '\0'..='\u{D7FF}' => {} '\u{E000}'..='\u{10FFFF}' => {} }
    match c { 'a'..='z' => {} 'A'..='Z' => {} } //~ ERROR[E0004]
    match n { 0 => {} x if x > 0 => {} } //~ ERROR[E0004]
    match (n, i > 0) { (0..=9, true) => {} (_, false) => {} } //~ ERROR[E0004]
}
fn others(text: &str, slice: &[u8], array: [bool; 2], shape: &Shape, f: f64) {
    match text { "a" => {} "b" => {} } //~ ERROR[E0004]
    match f { 0.0 => {} 1.0..=2.0 => {} } //~ ERROR[E0004]
    match slice { [] => {} [_] => {} [_, .., _] => {} }
    match slice { [] => {} [0..=9, ..] => {} } //~ ERROR[E0004]
    match slice { b"ab" => {} [b'a', ..] => {} } //~ ERROR[E0004]
    match array { [true, ..] => {} [.., true] => {} [false, false] => {} }
    match array { [true, _] => {} [_, true] => {} } //~ ERROR[E0004]
    match shape { Shape::Dot => {} Shape::Line(0..=9) => {} Shape::Box { .. } => {} } //~ ERROR[E0004]
    match shape { Shape::Dot | Shape::Line(_) => {} Shape::Box { width: 0, .. } => {} } //~ ERROR[E0004]
    match Some(text) { None => {} Some("a") => {} Some(_) => {} }
}
fn main() {}
fn bound((0, _): (u8, u8)) { //~ ERROR[E0005]
    let [first, ..] = [1u8, 2][..] else { return };
    let 1..=9 = first; //~ ERROR[E0005]
    for (0, _) in [(1, 2)] {} //~ ERROR[E0005]
    for (_, _) in [(1, 2)] {}
}
