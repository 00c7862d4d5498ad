//@ flags: --panic=unwind
//@ variants: all
// Raw pointers keep their places where panics unwind, too.

#[derive(Debug, Clone, PartialEq)]
struct S {
    a: i32,
    b: String,
}

fn s(a: i32) -> S {
    S {
        a,
        b: a.to_string(),
    }
}

fn main() {
    let mut x = s(1);
    let p = &raw mut x;
    x = s(2);
    unsafe {
        println!("{:?}", *p);
        (*p).a = 3;
    }
    println!("{x:?}");
    let mut v = [s(4), s(5)];
    let q = &raw mut v[0];
    v.swap(0, 1);
    unsafe {
        (*q).b.push('!');
    }
    println!("{v:?}");
    let caught = std::panic::catch_unwind(|| {
        let mut y = s(6);
        let r = &raw mut y;
        y = s(7);
        unsafe { assert_eq!(*r, s(6)) };
    });
    println!("{}", caught.is_err());
}
