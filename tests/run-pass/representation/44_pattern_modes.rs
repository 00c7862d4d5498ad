//@ edition: 2021
//@ variants: all
// exercises: binding modes, @ bindings, nested or-patterns, guards, ref/ref mut, ranges, matching on tuple of places, move arms
// wrc: patterns lower to a decision tree over places; bindings are places (by ref) or loads (by copy/move)
#[derive(Debug, Clone)]
enum T { A(i32, String), B { x: Option<Box<T>>, y: (u8, char) }, C }
fn f(t: &T) -> String {
    match t {
        T::A(n @ (1..=3 | 7), s) if !s.is_empty() => format!("A{n}{s}"),
        T::B { x: Some(b), y: (k, _) } if *k > 2 => format!("B{k}[{}]", f(b)),
        T::B { x: None, y: (_, 'p' | 'q') } => "Bn".into(),
        whole @ T::B { .. } => format!("W{}", matches!(whole, T::B { y: (0..=2, _), .. })),
        T::A(..) | T::C => format!("{t:?}"),
    }
}
fn edit(t: &mut T) {
    match t {
        T::A(n, s) if *n < 0 => { s.push_str("neg"); *n = -*n }
        T::A(n, _) => *n += 1,
        T::B { x, y } => { if let Some(b) = x { edit(b); } else { *x = Some(Box::new(T::C)); } y.0 += 1; }
        T::C => *t = T::A(0, String::new()),
    }
}
fn main() {
    let mut b = T::B { x: Some(Box::new(T::A(7, "z".into()))), y: (3, 'k') };
    println!("{} {}", f(&b), f(&T::A(4, "q".into())));
    edit(&mut b); edit(&mut b);
    println!("{b:?} {}", f(&b));
    let mut c = T::C; edit(&mut c); edit(&mut c); println!("{c:?}");
    let mut e = T::B { x: None, y: (0, 'q') }; println!("{}", f(&e)); edit(&mut e); println!("{}", f(&e));
    let mut p = (1, Some(String::from("s")), [1, 2, 3]);
    let (ref mut a, ref o, [_, ref mut m, ..]) = p;
    *a += o.as_ref().unwrap().len() as i32; *m = 20;
    match (&mut p.0, &p.1) { (x @ 0..=5, Some(s)) if s == "s" => *x *= 100, _ => {} }
    if let (n, Some(mut s), _) = p { s.push('!'); println!("{n} {s}"); }
    let x = 5u8; println!("{}", match x { 0 => "z", n if n % 2 == 0 => "even", 1 | 3 | 5 => "odd", _ => "big" });
}
