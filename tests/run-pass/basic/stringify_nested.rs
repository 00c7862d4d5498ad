// Fragments that pass through several macros; texts inside of format strings.

macro_rules! one {
    ($e:expr) => {
        println!("{}", stringify!($e))
    };
}
macro_rules! two {
    ($e:expr) => {
        one!($e)
    };
}
macro_rules! three { (a $($e:expr),*) => { $( two!($e); )* }; }
macro_rules! ty {
    ($t:ty) => {
        println!("{}", stringify!($t))
    };
    (x $t:ty) => {
        ty!($t)
    };
}
macro_rules! pt {
    ($p:pat, $i:ident, $t:tt, $l:literal, $b:block, $s:stmt, $path:path, $it:item, $lt:lifetime, $v:vis) => {
        println!(
            "{} {} {} {} {} {} {} {} {} {}",
            stringify!($p),
            stringify!($i),
            stringify!($t),
            stringify!($l),
            stringify!($b),
            stringify!($s),
            stringify!($path),
            stringify!($it),
            stringify!($lt),
            stringify!($v)
        )
    };
}
macro_rules! rec { ($e:expr; $($r:tt)*) => { println!("{}", stringify!($e + $($r)*)) } }
fn main() {
    one!(1 + 2 * 3);
    two!(1 + 2 * 3);
    three!(a 1 + 2, x.y(z)[3], if a { b } else { c }, (a + b) * c, &mut x, |a, b| a + b, vec![1, 2], -x, f::<T>(a), Foo { a: 1, b });
    ty!(Vec<Option<&'static str>>);
    ty!(x HashMap<String, [u8; 4]>);
    pt!(Some(x) | None, foo, [a b], "lit", { let x = 1; x }, let y = 2, std::fmt::Debug, fn f(x: u32) -> u8 { 1 }, 'a, pub(crate));
    rec!(a * b; c . d + e);
    println!("{}", stringify!(a  +  b, c::d , "x" 'c' 1.0f32));
    two!(two(a, 1 + 1));
    assert!(std::panic::catch_unwind(|| assert!(1 + 1 == 3)).is_err());
    two!(x as u32 + 1);
    two!(a..=b);
    two!(!a && b || c);
    two!(match x {
        A => 1,
        B(_) => 2,
    });
    two!(return x);
    two!("s");
    two!(a.b.c);
    two!(*p = 3);
    two!(a?);
    two!([1; 3]);
    two!((1, 2));
    two!(async move { 1 });
    two!(unsafe { f() });
    two!(loop {
        break 'a 1;
    });
}
