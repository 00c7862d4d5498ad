//@ edition: 2021
//@ variants: all
// exercises: shared Rc graph with RefCell<Option<Rc<..>>> links and no count observation (RC elision must stay invisible), Rc<enum> expression DAG
// wrc: no count API used on these T and no significant Drop -> Rc clone/drop are no-ops
use std::cell::RefCell; use std::rc::Rc; use std::collections::HashMap;
#[derive(Debug)]
enum Ex { N(i64), V(String), Add(Rc<Ex>, Rc<Ex>), Mul(Rc<Ex>, Rc<Ex>) }
fn ev(e: &Ex, env: &HashMap<String, i64>) -> Result<i64, String> {
    Ok(match e { Ex::N(n) => *n, Ex::V(v) => *env.get(v).ok_or(format!("unbound {v}"))?, Ex::Add(a, b) => ev(a, env)? + ev(b, env)?, Ex::Mul(a, b) => ev(a, env)?.checked_mul(ev(b, env)?).ok_or("overflow")? })
}
struct L { v: u32, next: RefCell<Option<Rc<L>>> }
fn main() {
    let x = Rc::new(Ex::V("x".into()));
    let s = Rc::new(Ex::Add(x.clone(), Rc::new(Ex::N(2))));
    let e = Ex::Mul(s.clone(), Rc::new(Ex::Add(s, x)));
    let mut env = HashMap::from([("x".to_string(), 3)]);
    println!("{:?} {:?}", ev(&e, &env), ev(&Ex::V("y".into()), &env));
    env.insert("x".into(), i64::MAX / 3);
    println!("{:?}", ev(&e, &env));
    let c = Rc::new(L { v: 3, next: RefCell::new(None) });
    let b = Rc::new(L { v: 2, next: RefCell::new(Some(c.clone())) });
    let a = Rc::new(L { v: 1, next: RefCell::new(Some(b.clone())) });
    *b.next.borrow_mut() = None; *c.next.borrow_mut() = Some(b.clone()); *a.next.borrow_mut() = Some(c.clone());
    let mut cur = Some(a); let mut out = vec![];
    while let Some(n) = cur { out.push(n.v); let nx = n.next.borrow().clone(); cur = nx; }
    println!("{out:?}");
}
