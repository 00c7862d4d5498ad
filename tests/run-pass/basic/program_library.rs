//@ variants: all
//@ exit-code: 3
use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap, LinkedList};
use std::fmt::{self, Debug, Display, Write as _};
use std::io::{self, BufRead, BufWriter, Cursor, Read, Write};
use std::marker::PhantomData;
use std::num::{NonZeroU32, ParseIntError, Wrapping};
use std::ops::{ControlFlow, Deref, DerefMut, RangeInclusive};
use std::process::ExitCode;
use std::rc::{Rc, Weak};
use std::sync::{
    Arc, LazyLock, Mutex, OnceLock,
    atomic::{AtomicUsize, Ordering},
};
use std::time::Duration;

static COUNTER: AtomicUsize = AtomicUsize::new(0);
static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    println!("init table");
    (0..8).map(|i| i * i).collect()
});
static CONFIG: OnceLock<String> = OnceLock::new();
static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
thread_local! { static DEPTH: Cell<u32> = const { Cell::new(0) }; static NAMES: RefCell<Vec<String>> = RefCell::default(); }
const fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
const G: u64 = gcd(1071, 462);
const PRIMES: [u32; 5] = {
    let mut p = [0; 5];
    let (mut n, mut i) = (2, 0);
    while i < 5 {
        let mut d = 2;
        let mut ok = true;
        while d * d <= n {
            if n % d == 0 {
                ok = false;
                break;
            }
            d += 1;
        }
        if ok {
            p[i] = n;
            i += 1
        }
        n += 1;
    }
    p
};

struct Open;
struct Closed;
struct Door<S> {
    opened: u32,
    _s: PhantomData<S>,
}
impl Door<Closed> {
    fn new() -> Self {
        Door {
            opened: 0,
            _s: PhantomData,
        }
    }
    fn open(self) -> Door<Open> {
        Door {
            opened: self.opened + 1,
            _s: PhantomData,
        }
    }
}
impl Door<Open> {
    fn close(self) -> Door<Closed> {
        Door {
            opened: self.opened,
            _s: PhantomData,
        }
    }
}

#[derive(Debug)]
struct TreeNode {
    name: String,
    parent: RefCell<Weak<TreeNode>>,
    children: RefCell<Vec<Rc<TreeNode>>>,
}
impl TreeNode {
    fn new(name: &str) -> Rc<Self> {
        Rc::new(TreeNode {
            name: name.into(),
            parent: Default::default(),
            children: Default::default(),
        })
    }
    fn add(self: &Rc<Self>, child: Rc<TreeNode>) -> &Rc<Self> {
        *child.parent.borrow_mut() = Rc::downgrade(self);
        self.children.borrow_mut().push(child);
        self
    }
    fn path(&self) -> String {
        match self.parent.borrow().upgrade() {
            Some(p) => format!("{}/{}", p.path(), self.name),
            None => self.name.clone(),
        }
    }
    fn depth_first<'a>(self: &'a Rc<Self>, out: &mut Vec<(usize, String)>, d: usize) {
        out.push((d, self.path()));
        self.children
            .borrow()
            .iter()
            .for_each(|c| c.depth_first(out, d + 1));
    }
}
struct Guard<'a> {
    log: &'a RefCell<Vec<String>>,
    name: &'static str,
}
impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("drop {}", self.name));
    }
}
fn normalize(s: &str) -> Cow<'_, str> {
    if s.contains('\t') {
        Cow::Owned(s.replace('\t', "    "))
    } else {
        Cow::Borrowed(s)
    }
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}
fn make_counter() -> impl FnMut() -> u32 {
    let mut n = 0;
    move || {
        n += 1;
        n
    }
}
fn boxed(n: i32) -> Box<dyn Fn(i32) -> i32> {
    if n % 2 == 0 {
        Box::new(move |x| x + n)
    } else {
        Box::new(|x| x * 10)
    }
}
trait Plugin: Any {
    fn name(&self) -> String;
    fn as_any(&self) -> &dyn Any;
    fn run(&mut self, x: i32) -> i32 {
        x
    }
}
struct Doubler(u32);
struct Text(String);
impl Plugin for Doubler {
    fn name(&self) -> String {
        "doubler".into()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn run(&mut self, x: i32) -> i32 {
        self.0 += 1;
        x * 2
    }
}
impl Plugin for Text {
    fn name(&self) -> String {
        format!("text:{}", self.0)
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}
struct Stack<T>(Vec<T>);
impl<T> Deref for Stack<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}
impl<T> DerefMut for Stack<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}
fn parse_range(s: &str) -> Result<RangeInclusive<i32>, ParseIntError> {
    let (a, b) = s.split_once("..").unwrap_or((s, s));
    Ok(a.trim().parse()?..=b.trim().parse()?)
}
fn classify(v: &[i32]) -> &'static str {
    match v {
        [] => "empty",
        [x] if *x < 0 => "neg",
        [_] => "one",
        [a, .., b] if a == b => "same ends",
        [_, rest @ ..] => {
            if rest.len() > 2 {
                "long"
            } else {
                "short"
            }
        }
    }
}
fn main() -> ExitCode {
    println!(
        "{G} {PRIMES:?} {}",
        Door::new().open().close().open().opened
    );
    let root = TreeNode::new("root");
    let usr = TreeNode::new("usr");
    usr.add(TreeNode::new("bin")).add(TreeNode::new("lib"));
    root.add(usr.clone()).add(TreeNode::new("etc"));
    let mut out = vec![];
    root.depth_first(&mut out, 0);
    for (d, p) in &out {
        println!("{:indent$}{p}", "", indent = d * 2);
    }
    println!(
        "{} {} {:?}",
        Rc::strong_count(&usr),
        Rc::weak_count(&usr),
        usr.parent.borrow().upgrade().map(|p| p.name.len())
    );
    let log = RefCell::new(vec![]);
    {
        let _a = Guard {
            log: &log,
            name: "a",
        };
        let b = Guard {
            log: &log,
            name: "b",
        };
        let _ = Guard {
            log: &log,
            name: "c",
        };
        drop(b);
        log.borrow_mut().push("end".into());
    }
    println!("{:?}", log.take());
    for s in ["a\tb", "plain"] {
        let n = normalize(s);
        println!("{n} {}", matches!(n, Cow::Borrowed(_)));
    }
    let f = compose(|x: i32| x + 1, |y| format!("<{y}>"));
    let mut c = make_counter();
    println!("{} {} {} {} {}", f(1), c(), c(), boxed(2)(5), boxed(3)(5));
    let mut ps: Vec<Box<dyn Plugin>> = vec![Box::new(Doubler(0)), Box::new(Text("t".into()))];
    for p in ps.iter_mut() {
        let r = p.run(21);
        println!(
            "{} {r} {:?}",
            p.name(),
            p.as_any().downcast_ref::<Doubler>().map(|d| d.0)
        );
    }
    println!("{}", TypeId::of::<Doubler>() == ps[0].as_any().type_id());
    let mut st = Stack(vec![3, 1, 2]);
    st.push(9);
    st.sort();
    println!(
        "{:?} {}",
        *st,
        st.iter()
            .rev()
            .map(|x| x.to_string())
            .collect::<Vec<_>>()
            .join("-")
    );
    for s in ["1..5", "7", "a..2", " 3 .. 4 ", ""] {
        match parse_range(s) {
            Ok(r) => print!("{:?}={} ", r, r.clone().sum::<i32>()),
            Err(e) => print!("[{e}] "),
        }
    }
    println!();
    for v in [&[][..], &[-1], &[1], &[1, 2, 1], &[1, 2], &[1, 2, 3, 4]] {
        print!("{} ", classify(v));
    }
    println!();
    println!("{} {}", TABLE[3], TABLE.len());
    println!(
        "{} {:?}",
        CONFIG.get_or_init(|| "cfg".to_string()),
        CONFIG.set("x".into())
    );
    for i in 0..3 {
        COUNTER.fetch_add(i, Ordering::SeqCst);
        LOG.lock().unwrap().push(format!("#{i}"));
    }
    println!(
        "{} {:?}",
        COUNTER.load(Ordering::Relaxed),
        LOG.lock().unwrap()
    );
    fn rec(n: u32) -> u32 {
        DEPTH.with(|d| d.set(d.get() + 1));
        if n == 0 { DEPTH.get() } else { rec(n - 1) }
    }
    println!(
        "{} {}",
        rec(4),
        NAMES.with_borrow_mut(|n| {
            n.push("x".into());
            n.len()
        })
    );
    let mut input = Cursor::new("first line\nsecond 42\n\nlast");
    let mut first = String::new();
    input.read_line(&mut first).unwrap();
    let rest: Vec<String> = input.by_ref().lines().map(Result::unwrap).collect();
    println!("{first:?} {rest:?}");
    let mut w = BufWriter::new(Vec::new());
    writeln!(
        w,
        "{:>8.3}|{:<6}|{:^7}|{:+}|{:#x}|{:#010b}|{:e}",
        3.14159, "ab", "mid", 5, 255, 5, 1234.5
    )
    .unwrap();
    print!("{}", String::from_utf8(w.into_inner().unwrap()).unwrap());
    let r = (1..=10).try_fold(0i8, |a, x| a.checked_add(x * 5));
    println!(
        "{r:?} {:?}",
        [1, 5, 12, 3].iter().try_for_each(|&x| if x > 10 {
            ControlFlow::Break(x)
        } else {
            ControlFlow::Continue(())
        })
    );
    println!(
        "{} {:?} {:?} {}",
        Wrapping(250u8) + Wrapping(10),
        NonZeroU32::new(0),
        200u8.checked_mul(2),
        i128::MAX
    );
    println!(
        "{:?} {:?}",
        u32::from_str_radix("zz", 36),
        "1e3".parse::<f32>()
    );
    println!("{:?}", Duration::from_millis(1503) * 2);
    let mut words = vec!["delta", "Alpha", "charlie", "bravo", "alpha"];
    words.sort_by_cached_key(|w| w.to_lowercase());
    words.dedup_by_key(|w| w.to_lowercase());
    println!("{words:?}");
    let mut l: LinkedList<_> = (1..4).collect();
    l.push_front(0);
    println!("{l:?} {:?}", l.iter().rev().collect::<Vec<_>>());
    let shared = Arc::new(Mutex::new(BTreeMap::<_, i32>::new()));
    for (k, v) in [("b", 1), ("a", 2), ("b", 5)] {
        *shared.lock().unwrap().entry(k).or_insert(0) += v;
    }
    println!(
        "{:?} {}",
        shared.lock().unwrap(),
        Arc::strong_count(&shared)
    );
    let cell = OnceCell::new();
    println!(
        "{} {} {:?}",
        cell.get_or_init(|| 5),
        cell.get_or_init(|| 6),
        cell.set(7)
    );
    let mut s = String::new();
    write!(s, "{:?}", ('a', "q\"\n", '\'', 1.0, -0.0f32, f64::NAN)).unwrap();
    println!("{s}");
    let h: HashMap<_, _> = "hello".chars().map(|c| (c, c as u32)).collect();
    let mut k: Vec<_> = h.iter().collect();
    k.sort();
    println!("{k:?}");
    io::stdout().flush().unwrap();
    let mut e = io::stdin().lock();
    let mut buf = String::new();
    e.read_to_string(&mut buf).unwrap();
    println!("{}", buf.len());
    if out.len() == 5 {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    }
}
