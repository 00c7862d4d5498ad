//@ variants: all
// Pointers to arrays as pointers to their first elements.

#[derive(Debug, Clone, PartialEq)]
struct S {
    name: String,
    n: [u16; 2],
}

fn s(n: u16) -> S {
    S {
        name: n.to_string(),
        n: [n; 2],
    }
}

static mut BUF: [u8; 4] = [0; 4];

fn main() {
    unsafe {
        let p = &raw mut BUF;
        let q = p as *mut u8;
        for i in 0..4 {
            *q.add(i) = 3 * i as u8;
        }
        std::slice::from_raw_parts_mut(q, 2)[1] += 1;
        println!("{:?}", *p);

        let mut pairs = [(1, 2i64), (3, 4), (5, 6)];
        let q = &raw mut pairs as *mut (i32, i64);
        (*q).1 += 7;
        (*q).0 = 8;
        println!("{pairs:?}");

        let mut all = [s(1), s(2)];
        let q = &raw mut all as *mut S;
        (*q).name.push('!');
        let r = &raw mut (*q).n as *mut u16;
        r.add(1).write(10);
        println!("{all:?}");

        let mut rows = [[1, 2], [3, 4]];
        let row = &raw mut rows as *mut [i32; 2];
        let first = row as *mut i32;
        *first.add(1) = 11;
        (*row)[0] = 12;
        println!("{rows:?}");

        let fixed = [5u8, 6, 7];
        let q = &raw const fixed as *const u8;
        println!("{} {}", *q, *q.add(2));
        let part: &[u8; 2] = fixed[1..].try_into().unwrap();
        println!("{}", *(part as *const [u8; 2] as *const u8));
    }
    println!("{:?}", <[_]>::into_vec(Box::new([1, 2, 3])));
}
