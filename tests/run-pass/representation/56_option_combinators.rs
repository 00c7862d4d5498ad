//@ edition: 2021
//@ variants: all
// exercises: Option insert/get_or_insert_with/replace/take_if returning &mut to payload, Option<Option<T>>, niches, Option<bool>
// wrc: Option<i32> flat (tag,val); Option<u8/bool/char> single i32 with -1; Option<Obj> nullable
#[derive(Debug, Default)]
struct Cache { k: Option<i32>, s: Option<String>, oo: Option<Option<bool>>, f: Option<f64>, c: Option<char> }
impl Cache { fn key(&mut self) -> &mut i32 { self.k.get_or_insert_with(|| 40) } fn s(&mut self) -> &mut String { self.s.get_or_insert_with(String::new) } }
fn main() {
    let mut c = Cache::default();
    *c.key() += 1; *c.key() += 1;
    c.s().push_str("ab"); c.s().push('c');
    *c.f.insert(1.5) *= 2.0;
    println!("{c:?}");
    c.oo = Some(None);
    println!("{:?} {:?} {:?}", c.oo.is_some(), c.oo.flatten(), c.c.replace('x'));
    if let Some(inner) = &mut c.oo { *inner = Some(true); }
    if let Some(Some(b)) = &mut c.oo { *b = !*b; }
    println!("{:?} {:?} {:?}", c.oo, c.k.take(), c.c.map(|c| c.is_alphabetic()));
    println!("{:?} {:?}", c.k.xor(Some(3)), c.s.as_deref().filter(|s| s.len() > 2).zip(c.f));
    let r: Result<Option<i32>, String> = Some("5".parse::<i32>().map_err(|e| e.to_string())).transpose();
    println!("{r:?} {:?}", Some(4).ok_or("none").and_then(|x| if x > 3 { Err("big") } else { Ok(x) }));
    let words = vec![Some("a"), None, Some("b")];
    println!("{:?} {:?}", words.iter().flatten().collect::<Vec<_>>(), words.iter().copied().collect::<Option<Vec<_>>>());
}
