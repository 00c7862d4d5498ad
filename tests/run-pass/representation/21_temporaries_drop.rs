//@ edition: 2021
//@ variants: all
// exercises: temporary lifetimes: match scrutinee temporaries live to end of match, statement temporaries to end of statement
// wrc: HIR lowering tracks temporary scopes; lifetime extension for let x = &temp
struct D(&'static str);
impl Drop for D { fn drop(&mut self) { print!("~{} ", self.0); } }
impl D { fn v(&self) -> i32 { self.0.len() as i32 } fn me(&self) -> &D { self } }
fn mk(s: &'static str) -> D { D(s) }
fn main() {
    let n = mk("stmt").v() + mk("two").v();
    println!("n={n}");
    match mk("scrut").v() { 5 => print!("in-arm "), _ => print!("other ") }
    println!();
    let r = &mk("ext");
    if mk("cond").v() == 4 { print!("then "); }
    println!("{}", r.me().v());
    let _x = { let t = mk("blk"); t.v() };
    println!("end");
}
