//@ edition: 2021
//@ variants: all
// exercises: user Display/Debug impls, nested {:?} / {:#?}, padding applied via f.pad, write! into String, width$ and named args
// wrc: format_args lowered statically to direct fmt calls on a concrete buffer sink; Formatter options only when used
use std::fmt::{self, Write};
struct P { x: i32, y: i32 }
impl fmt::Display for P { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "({}, {})", self.x, self.y) } }
struct T(&'static str);
impl fmt::Display for T { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.0) } }
#[derive(Debug)] #[allow(dead_code)]
enum E { U, N(i32, Option<&'static str>), S { a: Vec<u8>, b: (f32, char) } }
fn main() {
    println!("{} {0:>12}| {:>5}|{:<5}|", P { x: 1, y: -2 }, T("ab"), T("cd"));
    println!("{:?} {:?}", E::U, E::N(3, Some("q")));
    println!("{:#?}", E::S { a: vec![1], b: (1.0, 'z') });
    let (w, p, name) = (8, 3, "v");
    println!("{name}={:w$.p$}|{:>1$}|{:?}", 2.0f64 / 3.0, 6, f64::NAN);
    let mut s = String::new();
    write!(s, "{}-{:?}", 1, "a").unwrap();
    writeln!(s, "{:5}", true).unwrap();
    print!("{s}");
    println!("{} {} {:?} {:e}", 1e21, 0.1 + 0.2, 1.0, 1234.5);
    println!("{} {} {}", f32::MAX, 1.0e-7, -0.0);
}
