//@ edition: 2021
//@ variants: all
// exercises: [Option<Box<T>>; N], array::from_fn, arrays of String moved by value, take from array slot, trie with &mut cursor through array slots
// wrc: [Option<Box<T>>;N] = array of nullable refs; cursor &mut Node is thin; &mut slot = (arr, idx)
#[derive(Default)]
struct Trie { kids: [Option<Box<Trie>>; 4], end: u32 }
impl Trie {
    fn add(&mut self, w: &str) -> u32 { let mut t = self; for b in w.bytes() { t = t.kids[(b - b'a') as usize].get_or_insert_with(Default::default); } t.end += 1; t.end }
    fn prune(slot: &mut Option<Box<Trie>>) -> bool { if let Some(t) = slot { for k in t.kids.iter_mut() { Trie::prune(k); } if t.end < 2 && t.kids.iter().all(|k| k.is_none()) { *slot = None; return true; } } false }
    fn words(&self, pre: &mut String, out: &mut Vec<String>) { if self.end > 0 { out.push(format!("{pre}{}", self.end)); } for (i, k) in self.kids.iter().enumerate() { if let Some(k) = k { pre.push((b'a' + i as u8) as char); k.words(pre, out); pre.pop(); } } }
}
fn main() {
    let mut t = Trie::default();
    println!("{:?}", ["ab", "abc", "ab", "d", "d", "dab"].map(|w| t.add(w)));
    let (mut p, mut o) = (String::new(), vec![]); t.words(&mut p, &mut o); println!("{o:?}");
    let mut root = Some(Box::new(t)); Trie::prune(&mut root);
    let mut o = vec![]; root.as_ref().unwrap().words(&mut p, &mut o); println!("{o:?} {p:?}");
    let taken = root.as_mut().unwrap().kids[3].take(); println!("{} {}", taken.map_or(0, |t| t.end), root.unwrap().kids[3].is_none());
    let a: [String; 3] = std::array::from_fn(|i| "x".repeat(i + 1)); let [f, .., l] = &a; println!("{f} {l}");
    let mut n = 0; for s in a { n += s.len(); } const E: Option<String> = None; let mut e = [E; 3]; e[1] = Some("m".into()); println!("{n} {e:?}");
}
