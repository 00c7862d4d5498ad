//@ edition: 2021
//@ variants: all
// exercises: match on &mut enum with a ref-mut payload binding, then overwrite of the whole enum in the same arm (NLL)
// wrc: E is a slot type; `&mut self` is value-result (inout); n = (variant object, field0) static origin; overwrite = local slot store
#[derive(Debug)]
enum E { A(u32, String), B { left: u32 }, Done }
impl E {
    fn step(&mut self) -> bool {
        match self {
            E::A(n, s) => { *n += 1; s.push('x'); if *n >= 3 { let l = s.len() as u32; *self = E::B { left: l }; } true }
            E::B { left } => { if *left == 0 { *self = E::Done } else { *left -= 1 } true }
            E::Done => false,
        }
    }
}
fn main() {
    let mut e = E::A(1, String::from("q"));
    let mut k = 0;
    while e.step() { k += 1; println!("{k} {e:?}"); }
}
