//@ edition: 2021
//@ variants: all
// exercises: adaptor chains that must inline: map/filter/enumerate/zip/take_while/skip/flat_map/peekable/scan/fold/rev/chunk
// wrc: all adaptor structs are SROA'd after inlining; Option tags threaded away
fn primes() -> impl Iterator<Item = u32> { (2u32..).filter(|n| (2..).take_while(|d| d * d <= *n).all(|d| n % d != 0)) }
fn main() {
    println!("{}", (1..=100u64).filter(|n| n % 3 == 0).map(|n| n * n).sum::<u64>());
    println!("{:?}", primes().skip(3).step_by(2).take(5).collect::<Vec<_>>());
    println!("{:?}", "hello".chars().rev().enumerate().filter(|(i, _)| i % 2 == 0).map(|(_, c)| c).collect::<String>());
    let mut it = [1, 1, 2, 3, 3, 3].iter().peekable();
    let mut runs = vec![];
    while let Some(x) = it.next() { let mut n = 1; while it.next_if_eq(&x).is_some() { n += 1; } runs.push((*x, n)); }
    println!("{runs:?}");
    println!("{:?}", (1..4).flat_map(|i| (0..i).map(move |j| i * 10 + j)).collect::<Vec<_>>());
    println!("{:?}", (1..6).scan(1, |a, x| { *a *= x; Some(*a) }).collect::<Vec<i32>>());
    let (e, o): (Vec<i32>, Vec<i32>) = (1..8).partition(|x| x % 2 == 0);
    println!("{e:?} {o:?} {:?}", e.iter().zip(o.iter().skip(1)).map(|(a, b)| a * b).max());
    println!("{:?}", ["b", "a"].iter().cycle().take(3).fold(String::new(), |a, s| a + s));
    println!("{:?} {:?}", (0..5).rev().min_by_key(|x| (x - 2) * (x - 2)), [2.5, -1.0].iter().cloned().fold(f64::NAN, f64::min));
}
