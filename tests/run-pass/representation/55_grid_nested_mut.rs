//@ edition: 2021
//@ variants: all
// exercises: Vec<Vec<T>> and [[T;N];M] nested element &mut passed to functions, row swap, iter_mut over rows, neighbour counts
// wrc: g[y] is a Vec object ref; &mut g[y][x] = (row array, x) value-result
fn inc(c: &mut u8, by: u8) { *c = c.wrapping_add(by); }
fn row_fill(r: &mut Vec<u8>, k: u8) { for c in r.iter_mut() { *c |= k; } r.push(k); }
fn main() {
    let mut g = vec![vec![0u8; 4]; 3];
    inc(&mut g[1][2], 250);
    for (y, row) in g.iter_mut().enumerate() { for (x, c) in row.iter_mut().enumerate() { inc(c, (x * y) as u8); } }
    g.swap(0, 2);
    row_fill(&mut g[1], 1);
    let (top, rest) = g.split_first_mut().unwrap();
    top[0] = rest[0][4] + rest.len() as u8;
    println!("{g:?}");
    let mut b = [[false; 5]; 5];
    for (x, y) in [(1, 2), (2, 2), (3, 2)] { b[y][x] = true; }
    let n = |b: &[[bool; 5]; 5], x: usize, y: usize| (0..9).filter(|&k| k != 4 && b.get((y + k / 3).wrapping_sub(1)).and_then(|r| r.get((x + k % 3).wrapping_sub(1))) == Some(&true)).count();
    let old = b;
    for y in 0..5 { for x in 0..5 { b[y][x] = matches!((old[y][x], n(&old, x, y)), (true, 2) | (_, 3)); } }
    for r in &b { println!("{}", r.iter().map(|&c| if c { '#' } else { '.' }).collect::<String>()); }
}
