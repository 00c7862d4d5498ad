//@ variants: all
// Raw pointers into nested structs, through `NonNull`, to `dyn` and to statics.

#[derive(Debug, Clone, Default)]
struct In {
    x: i32,
    y: Vec<i32>,
}
#[derive(Debug, Clone, Default)]
struct Out {
    i: In,
    j: In,
    k: [In; 2],
    n: i32,
}
fn inn(x: i32) -> In {
    In { x, y: vec![x; 2] }
}
fn swap_generic<T>(a: &mut T, b: &mut T) {
    std::mem::swap(a, b)
}
fn set<T>(a: &mut T, b: T) {
    *a = b
}
fn nested() {
    let mut o = Out {
        i: inn(1),
        j: inn(2),
        k: [inn(3), inn(4)],
        n: 7,
    };
    let pi = &raw mut o.i;
    let pj = &raw mut o.j;
    let pk = &raw mut o.k[1];
    let pn = &raw mut o.n;
    let px = &raw mut o.k[0].x;
    macro_rules! show {
        ($l:expr) => {
            unsafe {
                println!("{} {:?} {:?} {:?} {} {}", $l, *pi, *pj, *pk, *pn, *px);
            }
        };
    }
    show!(0);
    o = Out {
        i: inn(10),
        j: inn(20),
        k: [inn(30), inn(40)],
        n: 70,
    };
    show!(1);
    set(&mut o, Out::default());
    show!(2);
    set(&mut o.i, inn(5));
    set(&mut o.k, [inn(6), inn(7)]);
    show!(3);
    swap_generic(&mut o.i, &mut o.j);
    show!(4);
    o.k.swap(0, 1);
    show!(5);
    let mut o2 = Out {
        i: inn(100),
        ..Default::default()
    };
    std::mem::swap(&mut o, &mut o2);
    show!(6);
    let taken = std::mem::take(&mut o);
    show!(7);
    o = taken;
    show!(8);
    unsafe {
        (*pi).y.push(1);
        (*pk).x += 1;
        *pn += 1;
        *px += 9;
    }
    println!("{:?} {:?}", o, o2);
    let Out {
        ref mut i,
        ref mut j,
        ..
    } = o;
    std::mem::swap(i, j);
    show!(9);
    (o.i, o.j) = (inn(8), inn(9));
    show!(10);
    let b = Box::new(std::mem::replace(&mut o, o2));
    show!(11);
    o = *b;
    show!(12);
    let mut arr = [inn(1), inn(2), inn(3)];
    let ps: Vec<*mut In> = arr.iter_mut().map(|x| x as *mut In).collect();
    for (i, x) in arr.iter_mut().enumerate() {
        *x = inn(i as i32 * 11);
    }
    for p in &ps {
        unsafe {
            println!("{:?}", **p);
        }
    }
    let [a, _, c] = &mut arr;
    std::mem::swap(a, c);
    for p in &ps {
        unsafe {
            println!("{:?}", **p);
        }
    }
    arr = [inn(7), inn(8), inn(9)];
    for p in &ps {
        unsafe {
            (**p).x += 1;
        }
    }
    println!("{:?}", arr);
    arr[..].rotate_right(1);
    for p in &ps {
        unsafe {
            println!("{:?}", **p);
        }
    }
}
use std::ptr::NonNull;
trait T {
    fn show(&self) -> String;
    fn bump(&mut self);
}
impl T for In {
    fn show(&self) -> String {
        format!("{self:?}")
    }
    fn bump(&mut self) {
        self.x += 1;
    }
}
#[derive(Debug)]
struct D(i32, i32, i32, i32, i32, String);
impl T for D {
    fn show(&self) -> String {
        format!("{self:?}")
    }
    fn bump(&mut self) {
        self.4 += 1;
    }
}
struct Holder<'a> {
    p: NonNull<In>,
    o: Option<NonNull<D>>,
    _m: std::marker::PhantomData<&'a ()>,
}
static mut G: In = In {
    x: 0,
    y: Vec::new(),
};
fn main() {
    nested();
    let mut a = inn(1);
    let mut d = D(1, 2, 3, 4, 5, "s".into());
    let mut h = Holder {
        p: NonNull::from(&mut a),
        o: NonNull::new(&mut d),
        _m: std::marker::PhantomData,
    };
    a = inn(2);
    d = D(10, 20, 30, 40, 50, "t".into());
    unsafe {
        println!("{:?} {:?}", h.p.as_ref(), h.o.unwrap().as_ref());
        h.p.as_mut().bump();
        h.o.as_mut().unwrap().as_mut().bump();
    }
    println!("{:?} {:?}", a, d);
    let t: *mut dyn T = &mut a;
    a = inn(7);
    unsafe {
        println!("{}", (*t).show());
        (*t).bump();
    }
    println!("{:?}", a);
    unsafe {
        let g = &raw mut G;
        G = inn(4);
        println!("{:?}", *g);
        (*g).bump();
        let old = std::mem::replace(&mut *(&raw mut G), inn(9));
        println!("{:?} {:?}", *g, old);
    }
    let mut v = vec![inn(1), inn(2), inn(3)];
    let p = v.as_mut_ptr();
    v[0] = inn(5);
    unsafe {
        println!("{:?}", *p);
    }
    v.swap(0, 2);
    unsafe {
        println!("{:?}", *p);
    }
    let mut fl = [(1, inn(1)), (2, inn(2))];
    let p = &raw mut fl[0].1;
    let q = &raw mut fl[1];
    fl[0] = (3, inn(3));
    fl.swap(0, 1);
    unsafe {
        println!("{:?} {:?}", *p, *q);
        (*p).x = -1;
        (*q).1.x = -2;
        (*q).0 = 9;
    }
    println!("{:?}", fl);
    fl[0] = fl[1].clone();
    unsafe {
        println!("{:?} {:?}", *p, *q);
    }
    let [x, y] = fl;
    println!("{:?} {:?}", x, y);
    let mut fv = vec![(1, inn(1)), (2, inn(2))];
    let p = &raw mut fv[1].1;
    fv.reverse();
    unsafe {
        println!("{:?}", *p);
    }
    fv.insert(0, (0, inn(0)));
    fv.truncate(2);
    println!("{:?}", fv);
    let z = fv.remove(0);
    println!("{z:?} {fv:?}");
}
