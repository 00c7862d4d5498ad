//@ edition: 2021
//@ variants: all
// exercises: Copy enum with payload: copies are independent under in-place ref mut mutation; Vec<Enum> iter_mut variant change
// wrc: flat when <=4 slots; else Copy read clones the variant object unless enum is never mutated in place
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sm { P(f32, f32), Q(u8), Z }
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bg { M([i64; 4], u8), N { a: f64, b: f64, c: f64, d: f64, e: f64 }, O }
fn hit(s: &mut Sm) { if let Sm::P(x, _) = s { *x += 1.0; } else { *s = Sm::P(0.5, 0.5) } }
fn main() {
    let mut a = Sm::P(1.0, 2.0);
    let b = a;
    hit(&mut a);
    println!("{a:?} {b:?}");
    let mut x = Bg::N { a: 1.0, b: 2.0, c: 3.0, d: 4.0, e: 5.0 };
    let y = x;
    if let Bg::N { e, .. } = &mut x { *e = -1.0; }
    let mut z = Bg::M([1; 4], 0);
    let w = z;
    if let Bg::M(ref mut arr, n) = z { arr[3] = n as i64 + 50; }
    println!("{x:?} {y:?} {z:?} {w:?}");
    let mut v = [Sm::Q(3), Sm::Z, Sm::P(9.0, 9.0)];
    for s in v.iter_mut() { hit(s); match s { Sm::P(_, y) if *y > 5.0 => *s = Sm::Q(*y as u8), Sm::P(_, y) => *y *= 2.0, _ => {} } }
    println!("{v:?} {}", std::mem::discriminant(&v[0]) == std::mem::discriminant(&b));
    let mut o = Some(Bg::O);
    let p = o;
    if let Some(q) = o.as_mut() { *q = Bg::M([7; 4], 1); }
    println!("{o:?} {p:?}");
}
