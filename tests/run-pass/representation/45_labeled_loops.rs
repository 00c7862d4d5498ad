//@ edition: 2021
//@ variants: all
// exercises: labeled break with value, continue outer, let-else, if-let chains via match, nested loops with early return, block labels
// wrc: structured IR: labels map 1:1 to wasm block/loop with results
fn find(g: &[Vec<i32>], t: i32) -> Option<(usize, usize)> {
    let r = 'o: loop {
        for (i, row) in g.iter().enumerate() { for (j, &x) in row.iter().enumerate() { if x == t { break 'o Some((i, j)); } if x < 0 { break; } } }
        break None;
    };
    r
}
fn classify(s: &str) -> i32 {
    let Some((k, v)) = s.split_once('=') else { return -1 };
    let n = 'b: { if k == "a" { break 'b 1; } let Ok(x) = v.parse::<i32>() else { break 'b 2 }; if x > 10 { break 'b x; } 3 };
    n * 10
}
fn main() {
    let g = vec![vec![1, -1, 5], vec![5, 6], vec![]];
    println!("{:?} {:?}", find(&g, 5), find(&g, 9));
    println!("{:?}", ["x", "a=1", "b=q", "b=50", "b=1"].map(classify));
    let mut c = 0;
    'a: for i in 0.. { for j in 0..i { if (i * j) % 7 == 6 { continue 'a; } if i > 12 { break 'a; } c += 1; } }
    let mut n = 27u64;
    let steps = loop { if n == 1 { break c; } n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 }; c += 1; };
    println!("{steps}");
}
