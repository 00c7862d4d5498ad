//@ edition: 2021
//@ variants: all
// exercises: function returning &mut to one of two fields living in different struct types
// wrc: escapes by return -> fat ref (eqref base, i32 selector) with two field selectors; accessor br_table of 2
struct P { hp: i32, name: &'static str }
struct Q { id: u64, armor: i32 }
fn pick<'a>(p: &'a mut P, q: &'a mut Q, first: bool) -> &'a mut i32 { if first { &mut p.hp } else { &mut q.armor } }
fn main() {
    let mut p = P { hp: 10, name: "p" };
    let mut q = Q { id: 7, armor: 20 };
    for i in 0..5 { *pick(&mut p, &mut q, i % 2 == 0) += i; }
    let r = pick(&mut p, &mut q, false);
    *r = -*r;
    println!("{} {} {} {}", p.name, p.hp, q.id, q.armor);
}
