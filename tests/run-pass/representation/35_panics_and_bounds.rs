//@ edition: 2021
//@ variants: all
// exercises: catch-free panic paths: get() instead of index, checked conversions, Option/Result adapters; exit code unaffected
// wrc: bounds check idx<len is explicit (capacity may exceed len); engine check is the backstop
fn find(v: &[i32], i: usize) -> Result<i32, String> { v.get(i).copied().ok_or_else(|| format!("no index {i} in {}", v.len())) }
fn parse(s: &str) -> Result<i32, Box<dyn std::error::Error>> { let n: i32 = s.trim().parse()?; if n < 0 { return Err("negative".into()); } Ok(n * 2) }
fn sum(v: &[&str]) -> Result<i32, std::num::ParseIntError> { v.iter().map(|s| s.parse::<i32>()).sum() }
fn main() {
    let mut v = Vec::with_capacity(8);
    v.push(1);
    println!("{:?} {:?} {:?}", find(&v, 0), find(&v, 1), v.get(0..2));
    for s in [" 21 ", "x", "-4"] { match parse(s) { Ok(n) => println!("ok {n}"), Err(e) => println!("err {e}") } }
    println!("{:?} {:?}", sum(&["1", "2"]), sum(&["1", "b"]).map_err(|e| e.to_string()));
    println!("{:?} {:?}", u8::try_from(300i32).is_err(), usize::try_from(-1i32).is_err());
    println!("{:?}", "a,b;c".split(|c| c == ',' || c == ';').collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3].iter().try_fold(0i8, |a, &x| a.checked_add(x * 60)));
}
