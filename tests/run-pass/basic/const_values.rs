// Lengths and const arguments that are computed with floats, `&mut`, slices and
// bytes.

struct A<const N: usize>;
impl<const N: usize> A<N> {
    fn n(&self) -> usize {
        N
    }
}

const fn w(n: &mut usize, by: usize) {
    *n += by;
}
const fn inc() -> usize {
    let mut n = 1;
    w(&mut n, 4);
    {
        let r = &mut n;
        *r *= 2;
        let q = &mut *r;
        *q += 1;
    }
    n
}
struct St {
    a: [usize; 3],
    o: Option<usize>,
}
impl St {
    const fn new() -> St {
        St {
            a: [1, 2, 3],
            o: None,
        }
    }
    const fn push(&mut self, v: usize) -> &mut Self {
        let mut i = 2;
        while i > 0 {
            self.a[i] = self.a[i - 1];
            i -= 1;
        }
        self.a[0] = v;
        if let Some(x) = &mut self.o {
            *x += v;
        } else {
            self.o = Some(v);
        }
        self
    }
    const fn sum(&self) -> usize {
        let [a, b, c] = self.a;
        a + b
            + c
            + match self.o {
                Some(x) => x * 10,
                None => 0,
            }
    }
}
const fn st() -> usize {
    let mut s = St::new();
    s.push(5).push(6);
    s.sum()
}
const fn sw() -> usize {
    let mut a = 3;
    let mut b = 8;
    std::mem::swap(&mut a, &mut b);
    let o = std::mem::replace(&mut a, 1);
    a * 100 + b * 10 + o
}
const fn en(e: &mut E) {
    match e {
        E::X(n) if *n > 3 => *e = E::Y { k: 2 },
        E::X(n) => *n += 3,
        E::Y { k } => *k *= 2,
        E::Z => {}
    }
}
enum E {
    X(usize),
    Y { k: usize },
    Z,
}
const fn ee() -> usize {
    let mut e = E::X(1);
    let mut i = 0;
    while i < 4 {
        en(&mut e);
        i += 1;
    }
    match e {
        E::X(n) => n,
        E::Y { k } => k + 50,
        E::Z => 0,
    }
}
const fn tok(s: &str) -> usize {
    let b = s.as_bytes();
    let mut i = 0;
    let mut n = 0;
    let mut in_word = false;
    while i < b.len() {
        match b[i] {
            b' ' | b'\t' => in_word = false,
            _ if !in_word => {
                in_word = true;
                n += 1;
            }
            _ => {}
        }
        i += 1;
    }
    n
}
const WORDS: usize = tok("the quick  brown fox");
const fn sieve<const N: usize>() -> [bool; N] {
    let mut s = [true; N];
    s[0] = false;
    s[1] = false;
    let mut i = 2;
    while i * i < N {
        if s[i] {
            let mut j = i * i;
            while j < N {
                s[j] = false;
                j += i;
            }
        }
        i += 1;
    }
    s
}
const fn primes() -> usize {
    let s = sieve::<100>();
    let mut n = 0;
    let mut i = 0;
    while i < 100 {
        if s[i] {
            n += 1;
        }
        i += 1;
    }
    n
}
const PRIMES: [u32; primes()] = {
    let s = sieve::<100>();
    let mut out = [0; primes()];
    let mut n = 0;
    let mut i = 0;
    while i < 100 {
        if s[i] {
            out[n] = i as u32;
            n += 1;
        }
        i += 1;
    }
    out
};
const fn cmp(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        ([], []) => true,
        ([x, a @ ..], [y, b @ ..]) => *x == *y && cmp(a, b),
        _ => false,
    }
}
const fn sat() -> usize {
    (250u8.saturating_add(10) as usize)
        + (5u8.saturating_sub(9) as usize)
        + (i8::MIN.saturating_sub(1) as isize + 128) as usize
}
const fn rot() -> usize {
    (0x81u8.rotate_left(1) as usize) + (1u16.swap_bytes() as usize) + (1u8.reverse_bits() as usize)
}
const fn chk() -> usize {
    match 200u8.checked_add(100) {
        None => 7,
        Some(x) => x as usize,
    }
}
const fn neg() -> usize {
    (-7i32).rem_euclid(5) as usize
        + (-7i32 / 2).unsigned_abs() as usize
        + i32::MAX.wrapping_add(2).leading_ones() as usize
}
const fn gene<T: Copy>(a: &[T]) -> usize {
    a.len()
}
const fn fl() -> usize {
    let r = 2.5f64;
    (3.14159 * r * r) as usize + (7.9f32 as i32) as usize + 2.5f64.floor() as usize
}
const fn bytes() -> usize {
    let b = 0x0102u16.to_be_bytes();
    let c = u32::from_le_bytes([1, 0, 0, 0]);
    b[1] as usize + c as usize
}
const fn opt() -> usize {
    let o: Option<&usize> = Some(&3);
    match o {
        Some(&n) => n,
        None => 0,
    }
}
const fn loops() -> usize {
    let mut c = 0;
    let mut i = 10;
    while let Some(n) = dec(i) {
        i = n;
        c += n;
    }
    c
}
const fn dec(n: usize) -> Option<usize> {
    if n == 0 { None } else { Some(n - 1) }
}
trait Shape {
    const SIDES: usize;
    const NAME: &'static str;
}
struct Tri;
struct Sq;
impl Shape for Tri {
    const SIDES: usize = 3;
    const NAME: &'static str = "tri";
}
impl Shape for Sq {
    const SIDES: usize = Tri::SIDES + 1;
    const NAME: &'static str = "square";
}
const fn cs(c: char) -> usize {
    match c {
        'a'..='f' => 1,
        '0'..='9' => c as usize,
        _ if c.is_ascii_uppercase() => 2,
        _ => c.len_utf8(),
    }
}
const fn nest() -> usize {
    const INNER: [usize; 2] = [1, 2];
    const fn h(x: usize) -> usize {
        x * INNER[1]
    }
    h(4)
}
const fn tuple() -> usize {
    let mut t = ((1, 2), [3, 4]);
    (t.0.0, t.1[1]) = (9, 8);
    let ((a, _), [_, b]) = t;
    a + b
}
struct Wr(usize);
impl Wr {
    const fn get(&self) -> &usize {
        &self.0
    }
}
const fn gets() -> usize {
    let w = Wr(6);
    *w.get()
}
const fn log2(f: f64) -> usize {
    let mut n = 0;
    let mut x = f;
    while x >= 2.0 {
        x /= 2.0;
        n += 1;
    }
    n
}
struct Cfg {
    w: usize,
    h: usize,
}
const CFG: Cfg = Cfg { w: 3, h: 4 };
const CFG2: Cfg = Cfg { h: 2, ..CFG };

fn main() {
    println!(
        "{} {} {} {}",
        A::<{ inc() }>.n(),
        A::<{ st() }>.n(),
        A::<{ sw() }>.n(),
        A::<{ ee() }>.n()
    );
    println!(
        "{} {} {}",
        A::<WORDS>.n(),
        A::<{ primes() }>.n(),
        PRIMES.len()
    );
    println!(
        "{} {} {} {}",
        A::<{ cmp(b"ab", b"ab") as usize }>.n(),
        A::<{ sat() }>.n(),
        A::<{ rot() }>.n(),
        A::<{ chk() }>.n()
    );
    println!(
        "{} {} {} {}",
        A::<{ neg() }>.n(),
        A::<{ gene(&[1u8, 2]) }>.n(),
        A::<{ fl() }>.n(),
        A::<{ bytes() }>.n()
    );
    println!(
        "{} {} {} {}",
        A::<{ opt() }>.n(),
        A::<{ loops() }>.n(),
        A::<{ cs('Z') }>.n(),
        A::<{ nest() }>.n()
    );
    println!(
        "{} {} {}",
        A::<{ tuple() }>.n(),
        A::<{ gets() }>.n(),
        [0; Sq::NAME.len() + Sq::SIDES].len()
    );
    println!(
        "{} {} {}",
        [0u8; log2(40.0)].len(),
        [0u8; CFG2.w * CFG2.h].len(),
        [0u8; 99usize.isqrt()].len()
    );
    println!("{}", [0u8; size_of::<(u8, u32)>()].len());
}
