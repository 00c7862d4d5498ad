macro_rules! tt { ($($e:tt)*) => { stringify!($($e)*) } }
macro_rules! b { ($e:block) => { stringify!(x $e y) } }
macro_rules! i { ($e:item) => { stringify!($e) } }
macro_rules! p { ($e:pat) => { stringify!($e) } }
macro_rules! st { ($e:stmt) => { stringify!($e) } }
macro_rules! l { ($e:literal, $l:lifetime, $v:vis, $m:meta, $p:path) => { stringify!($e $l $v $m $p) } }
macro_rules! e2 { ($e:expr, $f:expr) => { stringify!($e + $f) } }
macro_rules! inner { ($e:expr) => { s2!($e) } }
macro_rules! s2 { ($e:expr) => { stringify!($e) } }
macro_rules! id { ($i:ident) => { stringify!($i($i) $i [$i] -$i $i.$i) } }
fn main() {
    println!("{}", stringify!({1 }));
    println!("{}", stringify!({ 1}));
    println!("{}", stringify!( ( 1 ) [ 2 ] { } {  }));
    println!("{}", stringify!(a{1}b { 2 }c));
    println!("{}", tt!({1 } { 1} {1} { 1 }));
    println!("{}", b!({1}));
    println!("{}", i!(struct A{x:u8}));
    println!("{}", i!(pub fn f ( x : u8 ) -> u8 { x }));
    println!("{}", p!(Some( x )|None));
    println!("{}", st!(let x=1));
    println!("{}", l!(1u8, 'a, pub(crate), derive(Debug), std::vec::Vec));
    println!("{}", e2!(1 + 2, a*b));
    println!("{}", inner!(a+ 1));
    println!("{}", id!(z));
    println!("{}", stringify!(if (a) {} while (b) fn (c) Self (d) pub (e) match (x)));
    println!("{}", stringify!(a :: b < c > :: d ; e , f . g ! h ? i));
    println!("{}", stringify!(# [x] #[y] #! [z] $ a));
    println!("{}", stringify!(/// doc
        fn f() {}));
    println!("{}", stringify!(- 1 -1 &x & x && y || z !a ! a *b * b .. c ..=d));
    println!("{}", stringify!(aaaaaaaaaaaaaaaaaaaaaa + bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb + cccccccccccccccccccccccccccc + ddddddddddddddddddddd + eeeeeeeeeeeeee + fffffffffff));
    println!("{}", concat!("a", stringify!(b + c), concat!(stringify!(d . e), 'f'), 1.5, -2));
}
