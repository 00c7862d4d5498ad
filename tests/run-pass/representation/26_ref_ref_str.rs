//@ edition: 2021
//@ variants: all
// exercises: &&str, &&&i32, iter().filter(|&&x|), contains(&"x"), sort by ref, max_by over refs, HashMap<&str,_>
// wrc: shared refs to slot types are by-value snapshots: &&str == &str == (arr,off,len)
fn len(s: &&str) -> usize { s.len() }
fn deep(x: &&&i32) -> i32 { ***x + 1 }
fn main() {
    let v = ["pear", "fig", "apple"];
    println!("{:?}", v.iter().map(len).collect::<Vec<_>>());
    println!("{} {}", v.contains(&"fig"), deep(&&&4));
    let m = v.iter().max_by_key(|s| s.len()).unwrap();
    let e: Vec<&&str> = v.iter().filter(|&&s| s != "fig").collect();
    println!("{m} {e:?} {}", **e[0] == *"pear");
    let n = [3, 1, 2];
    let mut r: Vec<&i32> = n.iter().collect();
    r.sort();
    println!("{r:?} {}", r.iter().map(|x| **x).sum::<i32>());
    let o: Option<&&str> = v.iter().find(|s| s.starts_with('a'));
    println!("{:?} {:?}", o, o.copied().map(str::len));
}
