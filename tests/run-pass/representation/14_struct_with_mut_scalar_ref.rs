//@ edition: 2021
//@ variants: all
// exercises: struct containing &mut i32 and &mut Vec, passed by value and by &mut, nested lifetimes
// wrc: ctx.count is a fat ref stored in 2 slots (base typed when unification finds one origin kind: boxed local cell)
struct Ctx<'a> { count: &'a mut i32, out: &'a mut Vec<i32>, depth: usize }
fn walk(c: &mut Ctx, n: i32) {
    *c.count += 1;
    c.out.push(n);
    if n > 1 { c.depth += 1; walk(c, n / 2); walk(c, n / 3); c.depth -= 1; }
}
fn main() {
    let mut n = 0;
    let mut out = Vec::new();
    let mut c = Ctx { count: &mut n, out: &mut out, depth: 0 };
    walk(&mut c, 7);
    let Ctx { count, depth, .. } = c;
    *count += 1000;
    println!("{n} {out:?} {depth}");
    let mut arr = [1, 2, 3];
    let c2 = Ctx { count: &mut arr[1], out: &mut out, depth: 9 };
    *c2.count = c2.depth as i32;
    c2.out.clear();
    println!("{arr:?} {}", out.len());
}
