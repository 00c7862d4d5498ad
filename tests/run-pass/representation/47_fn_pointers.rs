//@ edition: 2021
//@ variants: all
// exercises: fn pointers in arrays/structs/maps, passing methods & enum constructors, equality, Option<fn>, fn taking &mut
// wrc: fn pointer = i32 table index (0 = None niche); reify thunks fix the pointer ABI
use std::collections::BTreeMap;
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wrap(i32);
fn dbl(x: &mut i32) { *x *= 2; }
fn inc(x: &mut i32) { *x += 1; }
fn app(fs: &[fn(&mut i32)], mut n: i32) -> i32 { for f in fs { f(&mut n); } n }
fn pick(c: char) -> Option<fn(f64) -> f64> { match c { 's' => Some(f64::sqrt), 'a' => Some(f64::abs), 'n' => Some(|x| -x), _ => None } }
struct Cmd { name: &'static str, run: fn(&[&str]) -> String }
fn main() {
    println!("{} {}", app(&[dbl, inc, dbl], 5), dbl as fn(&mut i32) == dbl as fn(&mut i32));
    println!("{:?}", [1, 2].iter().copied().map(Wrap).collect::<Vec<_>>());
    println!("{:?}", ['s', 'a', 'n', 'z'].map(|c| pick(c).map(|f| f(4.0))));
    let cmds = [Cmd { name: "len", run: |a| a.len().to_string() }, Cmd { name: "cat", run: |a| a.concat() }];
    let m: BTreeMap<&str, fn(&[&str]) -> String> = cmds.iter().map(|c| (c.name, c.run)).collect();
    println!("{} {} {}", m["len"](&["a"]), m["cat"](&["x", "y"]), m.len());
    let strs: Vec<String> = ["q", "r"].iter().map(ToString::to_string).collect();
    println!("{:?} {:?}", strs, strs.iter().map(String::as_str).map(str::len).sum::<usize>());
}
