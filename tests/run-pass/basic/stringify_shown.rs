macro_rules! s { ($e:expr) => { stringify!($e) } }
macro_rules! t { ($e:ty) => { stringify!($e) } }
macro_rules! tt { ($($e:tt)*) => { stringify!($($e)*) } }
macro_rules! m { ($($e:ident),*) => { stringify!($($e,)*) } }
macro_rules! show { ($e:expr) => { println!("{} = {:?}", stringify!($e), $e) } }
macro_rules! cc { ($a:ident, $b:ty) => { concat!("x ", stringify!($a), ":", stringify!($b), 1, true) } }
fn main() {
    let a = 1; let b = vec![1,2];
    println!("{}", stringify!(a + b * c[1]));
    println!("{}", stringify!(a+b*c[1]));
    println!("{}", s!(a + b.len()));
    println!("{}", s!(b.iter().map(|x| x+1).sum::<i32>()));
    println!("{}", t!(Vec<Option<&'static str>>));
    println!("{}", tt!(fn f<'a, T: Tr>(x: &'a T) -> u8 { x.y; 1 }));
    println!("{}", tt!(a ,b ; c . d => #[x] ..= 1.0f32 "s\n" 'c' r#type r"raw"));
    println!("{}", m!(x, y, z));
    println!("{}", stringify!(let (a, b) = if x { 1 } else {2};));
    println!("{}", stringify!(Foo { a: 1, b }));
    println!("{}", stringify!({}));
    println!("{}", stringify!(() [] ));
    println!("{}", cc!(name, Vec<u8>));
    println!("{}", stringify!());
    println!("{}", stringify!(  spaced   out  ));
    println!("{}", stringify!(a /* comment */ + b));
    show!(a + 1);
    show!(b.len() == 2 && !b.is_empty());
    show!(-a);
    show!((a + 1) * 2);
    show!(&b[0..1]);
    show!(if a > 0 { "x" } else { "y" });
}
