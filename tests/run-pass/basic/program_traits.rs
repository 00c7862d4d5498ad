//@ variants: all
// traits: generic dispatch, extension traits, associated types, GATs, closures in structs, iterators
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, btree_map, hash_map::Entry};
use std::fmt::{Debug, Display};
use std::rc::Rc;
trait IterExt: Iterator {
    fn pairs(self) -> Pairs<Self>
    where
        Self: Sized,
    {
        Pairs { it: self }
    }
    fn group_runs<K: PartialEq, F: FnMut(&Self::Item) -> K>(self, f: F) -> Runs<Self, F, K>
    where
        Self: Sized,
    {
        Runs {
            it: self,
            f,
            pending: None,
        }
    }
    fn counts(self) -> BTreeMap<Self::Item, usize>
    where
        Self: Sized,
        Self::Item: Ord,
    {
        let mut m = BTreeMap::new();
        self.for_each(|x| *m.entry(x).or_default() += 1);
        m
    }
}
impl<I: Iterator + ?Sized> IterExt for I {}
struct Pairs<I> {
    it: I,
}
impl<I: Iterator> Iterator for Pairs<I> {
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        Some((self.it.next()?, self.it.next()?))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (l, h) = self.it.size_hint();
        (l / 2, h.map(|h| h / 2))
    }
}
struct Runs<I: Iterator, F, K> {
    it: I,
    f: F,
    pending: Option<(K, Vec<I::Item>)>,
}
impl<I: Iterator, K: PartialEq, F: FnMut(&I::Item) -> K> Iterator for Runs<I, F, K> {
    type Item = (K, Vec<I::Item>);
    fn next(&mut self) -> Option<Self::Item> {
        for x in self.it.by_ref() {
            let k = (self.f)(&x);
            match &mut self.pending {
                Some((pk, v)) if *pk == k => v.push(x),
                p => {
                    if let Some(done) = p.replace((k, vec![x])) {
                        return Some(done);
                    }
                }
            }
        }
        self.pending.take()
    }
}
trait Storage {
    type Key<'a>
    where
        Self: 'a;
    type Err: Display;
    fn load<'a>(&'a self, k: Self::Key<'a>) -> Result<&'a str, Self::Err>;
}
struct Mem(HashMap<String, String>);
impl Storage for Mem {
    type Key<'a> = &'a str;
    type Err = String;
    fn load<'a>(&'a self, k: &'a str) -> Result<&'a str, String> {
        self.0
            .get(k)
            .map(String::as_str)
            .ok_or_else(|| format!("no {k}"))
    }
}
fn all<'s, S: Storage>(s: &'s S, ks: impl IntoIterator<Item = S::Key<'s>>) -> Vec<String> {
    ks.into_iter()
        .map(|k| {
            s.load(k)
                .map_or_else(|e| format!("!{e}"), |v| v.to_uppercase())
        })
        .collect()
}
trait Shape {
    const SIDES: u32;
    fn area(&self) -> f64;
    fn describe(&self) -> String
    where
        Self: Debug,
    {
        format!(
            "{:?} has {} sides, area {:.2}",
            self,
            Self::SIDES,
            self.area()
        )
    }
}
#[derive(Debug, Clone)]
struct Sq(f64);
#[derive(Debug, Clone)]
struct Tri {
    a: f64,
    b: f64,
    c: f64,
}
impl Shape for Sq {
    const SIDES: u32 = 4;
    fn area(&self) -> f64 {
        self.0.powi(2)
    }
}
impl Shape for Tri {
    const SIDES: u32 = 3;
    fn area(&self) -> f64 {
        let s = (self.a + self.b + self.c) / 2.;
        (s * (s - self.a) * (s - self.b) * (s - self.c)).sqrt()
    }
}
trait DynShape {
    fn d(&self) -> String;
    fn boxed(&self) -> Box<dyn DynShape>;
}
impl<T: Shape + Debug + Clone + 'static> DynShape for T {
    fn d(&self) -> String {
        self.describe()
    }
    fn boxed(&self) -> Box<dyn DynShape> {
        Box::new(self.clone())
    }
}
impl Clone for Box<dyn DynShape> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}
type Handler<E> = Rc<dyn Fn(&E, &mut Bus<E>) -> bool>;
struct Bus<E> {
    hs: BTreeMap<u8, Vec<Handler<E>>>,
    queue: Vec<E>,
    log: Rc<RefCell<Vec<String>>>,
}
impl<E: Debug + 'static> Bus<E> {
    fn on(&mut self, p: u8, f: impl Fn(&E, &mut Bus<E>) -> bool + 'static) -> &mut Self {
        match self.hs.entry(p) {
            btree_map::Entry::Vacant(v) => {
                v.insert(vec![Rc::new(f)]);
            }
            btree_map::Entry::Occupied(mut o) => o.get_mut().push(Rc::new(f)),
        }
        self
    }
    fn emit(&mut self, e: E) {
        self.queue.push(e);
        while let Some(e) = self.queue.pop() {
            let hs: Vec<_> = self.hs.values().rev().flatten().cloned().collect();
            for h in hs {
                if h(&e, self) {
                    self.log.borrow_mut().push(format!("{e:?} handled"));
                    break;
                }
            }
        }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Ev {
    Tick(u32),
    Quit,
}
#[derive(Debug, Default, Clone)]
struct Req {
    url: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    retries: u8,
}
#[derive(Default)]
struct ReqBuilder(Req);
impl ReqBuilder {
    fn url(mut self, u: impl Into<String>) -> Self {
        self.0.url = u.into();
        self
    }
    fn header(mut self, k: &str, v: impl ToString) -> Self {
        self.0.headers.push((k.to_owned(), v.to_string()));
        self
    }
    fn body(self, b: impl AsRef<[u8]>) -> Self {
        Self(Req {
            body: Some(b.as_ref().to_vec()),
            ..self.0
        })
    }
    fn build(self) -> Result<Req, &'static str> {
        if self.0.url.is_empty() {
            Err("no url")
        } else {
            Ok(self.0)
        }
    }
}
macro_rules! hashmap { ($($k:expr => $v:expr),* $(,)?) => {{ let mut m = HashMap::new(); $(m.insert($k, $v);)* m }}; }
macro_rules! my_enum { ($(#[$m:meta])* $vis:vis enum $n:ident { $($v:ident = $s:literal),+ $(,)? }) => { $(#[$m])* $vis enum $n { $($v),+ } impl $n { const ALL: &'static [$n] = &[$($n::$v),+]; fn name(&self) -> &'static str { match self { $(Self::$v => $s),+ } } } impl std::str::FromStr for $n { type Err = String; fn from_str(s: &str) -> Result<Self, String> { match s { $($s => Ok(Self::$v),)+ _ => Err(format!("unknown {}: {s}", stringify!($n))) } } } } }
my_enum! { #[derive(Debug, PartialEq)] pub enum Color { Red = "red", Green = "green" } }
fn fix<A: Copy, R>(f: &dyn Fn(&dyn Fn(A) -> R, A) -> R, a: A) -> R {
    f(&|x| fix(f, x), a)
}
fn apply_n<F>(n: usize, mut f: F)
where
    F: FnMut(usize),
{
    (0..n).for_each(|i| f(i))
}
fn sum_all<T>(xs: &[T]) -> T
where
    T: Copy + std::iter::Sum<T>,
{
    xs.iter().copied().sum()
}
fn main() {
    println!(
        "{:?} {:?}",
        (1..8).pairs().collect::<Vec<_>>(),
        [1, 1, 2, 3, 3, 3, 1]
            .iter()
            .group_runs(|x| **x % 2)
            .map(|(k, v)| (k, v.len()))
            .collect::<Vec<_>>()
    );
    println!(
        "{:?} {:?}",
        "mississippi".chars().counts(),
        (1..10).pairs().size_hint()
    );
    let m = Mem(hashmap! { "a".to_string() => "alpha".to_string(), "b".into() => "beta".into() });
    println!("{:?}", all(&m, ["a", "x", "b"]));
    let shapes: Vec<Box<dyn DynShape>> = vec![
        Box::new(Sq(1.5)),
        Tri {
            a: 3.,
            b: 4.,
            c: 5.,
        }
        .boxed(),
    ];
    for s in shapes.clone().iter().chain(&shapes[..1]) {
        println!("{}", s.d())
    }
    let log = Rc::new(RefCell::new(vec![]));
    let mut bus = Bus {
        hs: BTreeMap::new(),
        queue: vec![],
        log: Rc::clone(&log),
    };
    let seen = Rc::new(RefCell::new(0));
    let s2 = seen.clone();
    bus.on(1, |e, b| {
        if let Ev::Tick(n @ 1..) = *e {
            b.queue.push(Ev::Tick(n - 1));
            true
        } else {
            false
        }
    })
    .on(9, move |e, _| {
        *s2.borrow_mut() += 1;
        matches!(e, Ev::Quit)
    })
    .on(1, |e, _| e == &Ev::Tick(0));
    bus.emit(Ev::Tick(2));
    bus.emit(Ev::Quit);
    println!(
        "{:?} {} {}",
        log.borrow(),
        seen.borrow(),
        Rc::strong_count(&seen)
    );
    drop(bus);
    println!("{}", Rc::strong_count(&seen));
    println!(
        "{:?} {:?}",
        ReqBuilder::default()
            .url("http://x")
            .header("n", 5)
            .header("f", 1.5)
            .body("hi")
            .build(),
        ReqBuilder::default().build().unwrap_err()
    );
    println!(
        "{:?} {:?} {:?}",
        Color::ALL.iter().map(Color::name).collect::<Vec<_>>(),
        "green".parse::<Color>(),
        "x".parse::<Color>()
    );
    println!(
        "{}",
        fix(
            &|rec: &dyn Fn(u64) -> u64, n: u64| if n < 2 { n } else { rec(n - 1) + rec(n - 2) },
            20
        )
    );
    let mut v = vec![];
    apply_n(4, |i| v.push(i * i));
    println!("{v:?} {} {}", sum_all(&[1.5, 2.5]), sum_all(&v));
    let mut hm: HashMap<String, Vec<u32>> = HashMap::new();
    for (i, w) in "a b a c b a".split(' ').enumerate() {
        match hm.entry(w.to_string()) {
            Entry::Occupied(mut e) => {
                e.get_mut().push(i as u32);
            }
            Entry::Vacant(e) => {
                e.insert(vec![i as u32]);
            }
        }
    }
    let mut ks: Vec<_> = hm
        .iter()
        .map(|(k, v)| (v.len(), k.as_str(), v.last().copied()))
        .collect();
    ks.sort_unstable_by(|a, b| b.cmp(a));
    println!("{ks:?}");
    hm.retain(|_, v| v.len() > 1);
    println!("{}", hm.len());
    let words = ["apple", "bob", "cat"];
    let r: Result<Vec<usize>, String> = words
        .iter()
        .map(|w| {
            if w.len() < 6 {
                Ok(w.len())
            } else {
                Err(w.to_string())
            }
        })
        .collect();
    let o: Option<Vec<char>> = words.iter().map(|w| w.chars().nth(2)).collect();
    println!(
        "{r:?} {o:?} {:?}",
        words
            .iter()
            .flat_map(|w| w.bytes())
            .fold(0u32, |h, b| h.wrapping_mul(31).wrapping_add(b.into()))
    );
    let nested = vec![Some(1), None, Some(3)];
    println!(
        "{:?} {:?} {}",
        nested.iter().flatten().collect::<Vec<_>>(),
        nested.iter().rposition(|x| x.is_none()),
        nested
            .iter()
            .filter_map(|x| x.map(|y| y * 2))
            .map(|x| x.to_string())
            .collect::<Vec<_>>()
            .concat()
    );
    let mut arr = [[0u8; 4]; 3];
    for (r, row) in arr.iter_mut().enumerate() {
        for (c, x) in row.iter_mut().enumerate() {
            *x = (r * 4 + c) as u8
        }
    }
    let t: Vec<Vec<u8>> = (0..4).map(|c| arr.iter().map(|r| r[c]).collect()).collect();
    println!(
        "{t:?} {:?}",
        arr.concat().iter().rev().step_by(3).collect::<Vec<_>>()
    );
    let (a, b) = arr.split_at_mut(1);
    a[0].swap_with_slice(&mut b[1]);
    println!("{arr:?}");
    let mut st = String::from("héllo wörld");
    st.make_ascii_uppercase();
    st.insert_str(0, ">>");
    st.truncate(9);
    println!(
        "{st} {:?} {:?} {:?}",
        st.char_indices()
            .filter(|(_, c)| !c.is_ascii())
            .collect::<Vec<_>>(),
        st.find('L'),
        st.rsplitn(2, 'L').collect::<Vec<_>>()
    );
}
