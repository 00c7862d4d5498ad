//@ variants: all
// Raw pointers to elements follow the place, not the object that was there: when
// elements are assigned, exchanged, moved along or filled.

#[derive(Debug, Clone, PartialEq)]
struct S {
    a: i32,
    b: String,
}
#[derive(Debug, Clone, Copy, PartialEq)]
struct C {
    a: i64,
    b: i64,
    c: i64,
    d: i64,
    e: i64,
}
fn s(a: i32) -> S {
    S {
        a,
        b: format!("s{a}"),
    }
}
fn c(a: i64) -> C {
    C {
        a,
        b: a + 1,
        c: a + 2,
        d: a + 3,
        e: a + 4,
    }
}
fn main() {
    // array element
    let mut arr = [s(1), s(2), s(3)];
    let p = &raw mut arr[1];
    arr[1] = s(20);
    unsafe {
        println!("{:?}", *p);
        (*p).a = 21;
    }
    println!("{:?}", arr);
    arr.swap(0, 1);
    unsafe {
        println!("{:?}", *p);
    }
    arr.reverse();
    unsafe {
        println!("{:?}", *p);
    }
    // vec
    let mut v = vec![s(1), s(2), s(3)];
    let p = &mut v[1] as *mut S;
    let q = &raw mut v[2];
    v.swap(1, 2);
    unsafe {
        println!("{:?} {:?}", *p, *q);
        (*p).a = 99;
    }
    println!("{:?}", v);
    v[1] = s(77);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    std::mem::swap(&mut v[1], &mut arr[0]);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    v.rotate_left(1);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    v.sort_by(|a, b| b.a.cmp(&a.a));
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    let old = std::mem::replace(&mut v[1], s(1000));
    unsafe {
        println!("{:?} {:?} {:?}", *p, *q, old);
    }
    unsafe {
        (*p).b.push('!');
    }
    println!("{:?} {:?}", v, old);
    // remove shifts
    let mut v = vec![s(1), s(2), s(3), s(4)];
    let p = &raw mut v[1];
    let x = v.remove(0);
    unsafe {
        println!("{:?} {:?}", *p, x);
    }
    v.insert(0, s(50));
    unsafe {
        println!("{:?} {:?}", *p, x);
    }
    let y = v.swap_remove(1);
    unsafe {
        println!("{:?} {:?}", *p, y);
    }
    // copies
    let mut w = [c(1), c(10), c(20)];
    let p = &raw mut w[0];
    let q = &raw const w[2];
    w.swap(0, 2);
    unsafe {
        println!("{:?} {:?}", *p, *q);
        (*p).a = -1;
    }
    println!("{:?}", w);
    w[0] = c(5);
    w.copy_within(1..3, 0);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    w.fill(c(8));
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    w = [c(100), c(200), c(300)];
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    let (l, r) = w.split_at_mut(1);
    std::mem::swap(&mut l[0], &mut r[1]);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    // option, struct, tuple
    let mut o = Some(s(1));
    let p: *mut S = o.as_mut().unwrap();
    o.as_mut().unwrap().a = 5;
    unsafe {
        println!("{:?}", *p);
    }
    let mut t = (s(1), s(2));
    let p = &raw mut t.0;
    let q = &raw mut t.1;
    std::mem::swap(&mut t.0, &mut t.1);
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    t = (s(8), s(9));
    unsafe {
        println!("{:?} {:?}", *p, *q);
        std::ptr::swap(p, q);
    }
    println!("{:?}", t);
    let z = std::mem::take(&mut t.0.b);
    unsafe {
        println!("{:?} {:?} {}", *p, *q, z);
    }
    unsafe {
        let m = p.replace(s(4));
        println!("{:?} {:?}", m, t);
        q.write(s(3));
        println!("{:?}", t);
    }
}
