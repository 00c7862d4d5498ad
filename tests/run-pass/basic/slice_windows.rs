//! Mutable parts of slices as arrays.

fn main() {
    let mut x = 5;
    println!("{x}");
    let mut o = Some(3);
    println!("{o:?} {:?}", o.as_slice());
    let mut st = (1, String::from("a"));
    println!("{st:?}");
    let mut v = vec![1, 2, 3, 4, 5];
    if let Some(f) = v.first_chunk_mut::<2>() {
        f[0] = 10;
        f[1] = 20;
    }
    if let Some(f) = v.last_chunk_mut::<2>() {
        f[0] = 40;
        f[1] = 50;
    }
    println!("{v:?}");
    let a: &mut [i32; 3] = <&mut [i32; 3]>::try_from(&mut v[1..4]).unwrap();
    a[2] = 99;
    a.swap(0, 1);
    println!("{v:?}");
    println!("{v:?}");
    if let Some((f, r)) = v.split_first_chunk_mut::<2>() {
        f[1] = r[0];
        r[1] = f[0];
    }
    println!("{v:?}");
    let mut arr = [1u8, 2, 3, 4];
    let h: &mut [u8; 2] = (&mut arr[2..]).try_into().unwrap();
    *h = [9, 8];
    println!("{arr:?}");
    let z = std::slice::from_ref(&arr);
    println!("{z:?}");
    let (c, r) = arr.as_chunks::<3>();
    println!("{c:?} {r:?}");
    println!("{arr:?}");
    let nested = [[1, 2], [3, 4]];
    println!("{:?}", nested.as_flattened());
    println!("{nested:?}");
}
