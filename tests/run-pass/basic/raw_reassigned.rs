//! A place that is assigned anew is the place raw pointers name.

#[derive(Debug, Default, Clone)]
struct S {
    f: i32,
    v: Vec<i32>,
    n: Option<Box<S>>,
}
struct H {
    s: S,
    t: (i32, S),
}
fn main() {
    let mut x = S {
        f: 1,
        v: vec![1],
        n: None,
    };
    let p = &raw mut x;
    x = S {
        f: 2,
        v: vec![2],
        n: None,
    };
    unsafe {
        println!("{} {:?}", (*p).f, (*p).v);
        (*p).f = 5;
    }
    println!("{x:?}");
    let mut h = H {
        s: x.clone(),
        t: (0, x.clone()),
    };
    let q = &raw mut h.s;
    let r = &raw mut h.t.1;
    h.s = S::default();
    h.t = (
        1,
        S {
            f: 9,
            ..Default::default()
        },
    );
    unsafe {
        println!("{:?} {:?}", *q, *r);
        (*q).f = 3;
        (*r).f = 4;
    }
    println!("{:?} {:?}", h.s, h.t);
    h = H {
        s: S {
            f: 100,
            ..S::default()
        },
        t: (
            2,
            S {
                f: 200,
                ..S::default()
            },
        ),
    };
    unsafe {
        println!("{:?} {:?}", *q, *r);
    }
    let moved = h.s;
    h.s = S {
        f: 1000,
        v: vec![],
        n: None,
    };
    unsafe {
        println!("{:?} {:?}", *q, moved);
    }
    let mut o = Some(S::default());
    let po = &raw mut o;
    o = None;
    unsafe {
        println!("{:?}", *po);
        *po = Some(S {
            f: 8,
            ..S::default()
        });
    }
    println!("{o:?}");
    let mut a = [S::default(), S::default()];
    let pa = &raw mut a;
    let pe = &raw mut a[1];
    a = [
        S {
            f: 1,
            ..S::default()
        },
        S {
            f: 2,
            ..S::default()
        },
    ];
    unsafe {
        println!("{:?} {:?}", (*pa)[0].f, (*pe).f);
        (*pe).f = 22;
    }
    a[1] = S {
        f: 3,
        ..S::default()
    };
    unsafe {
        println!("{:?}", (*pe).f);
        (*pe).f = 33;
    }
    println!("{a:?}");
    let mut i = 5;
    let pi = &raw mut i;
    i = 6;
    unsafe {
        *pi += 1;
    }
    println!("{i}");
    let mut s = String::from("x");
    let ps = &raw mut s;
    s = String::from("yy");
    unsafe {
        (*ps).push('z');
    }
    println!("{s}");
    let mut b = Box::new(S::default());
    let pb: *mut S = &mut *b;
    let pbb = &raw mut b;
    *b = S {
        f: 77,
        ..S::default()
    };
    unsafe {
        println!("{}", (*pb).f);
    }
    b = Box::new(S {
        f: 78,
        ..S::default()
    });
    unsafe {
        println!("{}", (*pbb).f);
    }
    for n in 0..3 {
        let mut l = S {
            f: n,
            ..S::default()
        };
        let pl = &raw mut l;
        let keep = l;
        l = S {
            f: n * 10,
            ..S::default()
        };
        unsafe {
            (*pl).f += 1;
        }
        println!("{} {}", keep.f, l.f);
    }
}
