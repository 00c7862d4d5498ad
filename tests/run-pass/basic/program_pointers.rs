//@ variants: all
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::ptr::{self, NonNull};

// doubly linked LRU cache over raw pointers
struct Node<K, V> {
    key: K,
    val: V,
    prev: *mut Node<K, V>,
    next: *mut Node<K, V>,
}
pub struct Lru<K, V> {
    map: HashMap<K, *mut Node<K, V>>,
    cap: usize,
    head: *mut Node<K, V>,
    tail: *mut Node<K, V>,
}
impl<K: Hash + Eq + Clone, V> Lru<K, V> {
    fn new(cap: usize) -> Self {
        Lru {
            map: HashMap::with_capacity(cap),
            cap,
            head: ptr::null_mut(),
            tail: ptr::null_mut(),
        }
    }
    unsafe fn unlink(&mut self, n: *mut Node<K, V>) {
        unsafe {
            let (p, x) = ((*n).prev, (*n).next);
            if p.is_null() {
                self.head = x
            } else {
                (*p).next = x
            }
            if x.is_null() {
                self.tail = p
            } else {
                (*x).prev = p
            }
        }
    }
    unsafe fn push_front(&mut self, n: *mut Node<K, V>) {
        unsafe {
            (*n).prev = ptr::null_mut();
            (*n).next = self.head;
            if !self.head.is_null() {
                (*self.head).prev = n
            } else {
                self.tail = n
            }
            self.head = n;
        }
    }
    fn get(&mut self, k: &K) -> Option<&mut V> {
        let n = *self.map.get(k)?;
        unsafe {
            self.unlink(n);
            self.push_front(n);
            Some(&mut (*n).val)
        }
    }
    fn put(&mut self, k: K, v: V) -> Option<(K, V)> {
        if let Some(old) = self.get(&k) {
            let o = std::mem::replace(old, v);
            return Some((k, o));
        }
        let mut out = None;
        if self.map.len() == self.cap {
            let t = self.tail;
            unsafe {
                self.unlink(t);
                let b = Box::from_raw(t);
                self.map.remove(&b.key);
                let Node { key, val, .. } = *b;
                out = Some((key, val));
            }
        }
        let n = Box::into_raw(Box::new(Node {
            key: k.clone(),
            val: v,
            prev: ptr::null_mut(),
            next: ptr::null_mut(),
        }));
        self.map.insert(k, n);
        unsafe { self.push_front(n) }
        out
    }
    fn iter(&self) -> Iter<'_, K, V> {
        Iter {
            at: NonNull::new(self.head),
            _p: PhantomData,
        }
    }
}
impl<K, V> Drop for Lru<K, V> {
    fn drop(&mut self) {
        let mut n = self.head;
        while !n.is_null() {
            let b = unsafe { Box::from_raw(n) };
            n = b.next;
        }
    }
}
struct Iter<'a, K, V> {
    at: Option<NonNull<Node<K, V>>>,
    _p: PhantomData<&'a (K, V)>,
}
impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<Self::Item> {
        let n = self.at?;
        unsafe {
            self.at = NonNull::new((*n.as_ptr()).next);
            let r = n.as_ref();
            Some((&r.key, &r.val))
        }
    }
}
struct Noisy(u32);
impl Drop for Noisy {
    fn drop(&mut self) {
        print!("~{} ", self.0);
    }
}
impl fmt::Debug for Noisy {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "N{}", self.0)
    }
}

// sha256
const K: [u32; 64] = {
    let mut k = [0u32; 64];
    let mut n = 2u64;
    let mut i = 0;
    while i < 64 {
        let mut d = 2;
        let mut p = true;
        while d * d <= n {
            if n % d == 0 {
                p = false;
                break;
            }
            d += 1;
        }
        if p {
            k[i] = cbrt_frac(n);
            i += 1;
        }
        n += 1;
    }
    k
};
const fn cbrt_frac(n: u64) -> u32 {
    let t = (n as u128) << 96;
    let (mut lo, mut hi) = (0u128, 1u128 << 40);
    while lo + 1 < hi {
        let m = (lo + hi) / 2;
        if m * m * m <= t { lo = m } else { hi = m }
    }
    lo as u32
}
fn sha256(data: &[u8]) -> [u8; 32] {
    let mut h: [u32; 8] = [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
        0x5be0cd19,
    ];
    let mut msg = data.to_vec();
    msg.push(0x80);
    while msg.len() % 64 != 56 {
        msg.push(0)
    }
    msg.extend_from_slice(&(data.len() as u64 * 8).to_be_bytes());
    for chunk in msg.chunks_exact(64) {
        let mut w = [0u32; 64];
        for (w, b) in w.iter_mut().zip(chunk.chunks_exact(4)) {
            *w = u32::from_be_bytes(b.try_into().unwrap())
        }
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ (w[i - 15] >> 3);
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16]
                .wrapping_add(s0)
                .wrapping_add(w[i - 7])
                .wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut hh] = h;
        for i in 0..64 {
            let t1 = hh
                .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
                .wrapping_add((e & f) ^ (!e & g))
                .wrapping_add(K[i])
                .wrapping_add(w[i]);
            let t2 = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22))
                .wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (hh, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (x, y) in h.iter_mut().zip([a, b, c, d, e, f, g, hh]) {
            *x = x.wrapping_add(y)
        }
    }
    let mut out = [0; 32];
    for (o, x) in out.chunks_mut(4).zip(h) {
        o.copy_from_slice(&x.to_be_bytes())
    }
    out
}
// json
#[derive(Clone, PartialEq, Debug)]
enum Json {
    Null,
    Bool(bool),
    Num(f64),
    Str(String),
    Arr(Vec<Json>),
    Obj(Vec<(String, Json)>),
}
struct P<'a> {
    s: &'a [u8],
    i: usize,
}
impl<'a> P<'a> {
    fn ws(&mut self) {
        while self.s.get(self.i).is_some_and(u8::is_ascii_whitespace) {
            self.i += 1
        }
    }
    fn eat(&mut self, lit: &str, v: Json) -> Result<Json, String> {
        if self.s[self.i..].starts_with(lit.as_bytes()) {
            self.i += lit.len();
            Ok(v)
        } else {
            Err(format!("at {}: expected {lit}", self.i))
        }
    }
    fn value(&mut self) -> Result<Json, String> {
        self.ws();
        match self.s.get(self.i) {
            None => Err("eof".into()),
            Some(b'n') => self.eat("null", Json::Null),
            Some(b't') => self.eat("true", Json::Bool(true)),
            Some(b'f') => self.eat("false", Json::Bool(false)),
            Some(b'"') => self.string().map(Json::Str),
            Some(b'[') => {
                self.i += 1;
                let mut v = vec![];
                loop {
                    self.ws();
                    if self.s.get(self.i) == Some(&b']') {
                        self.i += 1;
                        break Ok(Json::Arr(v));
                    }
                    if !v.is_empty() {
                        self.sep()?;
                    }
                    v.push(self.value()?);
                }
            }
            Some(b'{') => {
                self.i += 1;
                let mut v = vec![];
                loop {
                    self.ws();
                    if self.s.get(self.i) == Some(&b'}') {
                        self.i += 1;
                        break Ok(Json::Obj(v));
                    }
                    if !v.is_empty() {
                        self.sep()?;
                        self.ws();
                    }
                    let k = self.string()?;
                    self.ws();
                    self.eat(":", Json::Null)?;
                    v.push((k, self.value()?));
                }
            }
            Some(_) => {
                let st = self.i;
                while self
                    .s
                    .get(self.i)
                    .is_some_and(|c| matches!(c, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
                {
                    self.i += 1
                }
                std::str::from_utf8(&self.s[st..self.i])
                    .map_err(|e| e.to_string())?
                    .parse()
                    .map(Json::Num)
                    .map_err(|e| format!("at {st}: {e}"))
            }
        }
    }
    fn sep(&mut self) -> Result<(), String> {
        if self.s.get(self.i) == Some(&b',') {
            self.i += 1;
            Ok(())
        } else {
            Err(format!("at {}: expected ,", self.i))
        }
    }
    fn string(&mut self) -> Result<String, String> {
        if self.s.get(self.i) != Some(&b'"') {
            return Err(format!("at {}: expected string", self.i));
        }
        self.i += 1;
        let mut out = String::new();
        loop {
            let rest = std::str::from_utf8(&self.s[self.i..]).unwrap();
            let mut cs = rest.chars();
            match cs.next().ok_or("unterminated")? {
                '"' => {
                    self.i += 1;
                    return Ok(out);
                }
                '\\' => {
                    let e = cs.next().ok_or("eof")?;
                    self.i += 1 + e.len_utf8();
                    match e {
                        'n' => out.push('\n'),
                        't' => out.push('\t'),
                        'u' => {
                            let h = rest.get(2..6).ok_or("short")?;
                            self.i += 4;
                            out.push(
                                u32::from_str_radix(h, 16)
                                    .ok()
                                    .and_then(char::from_u32)
                                    .unwrap_or('\u{fffd}'),
                            );
                        }
                        c => out.push(c),
                    }
                }
                c => {
                    out.push(c);
                    self.i += c.len_utf8()
                }
            }
        }
    }
}
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn pad(f: &mut fmt::Formatter<'_>, n: usize) -> fmt::Result {
            if f.alternate() {
                write!(f, "\n{:1$}", "", n * 2)
            } else {
                Ok(())
            }
        }
        fn go(j: &Json, f: &mut fmt::Formatter<'_>, n: usize) -> fmt::Result {
            match j {
                Json::Null => f.write_str("null"),
                Json::Bool(b) => write!(f, "{b}"),
                Json::Num(x) => write!(f, "{x}"),
                Json::Str(s) => write!(f, "{s:?}"),
                Json::Arr(v) => {
                    f.write_str("[")?;
                    for (i, x) in v.iter().enumerate() {
                        if i > 0 {
                            f.write_str(",")?
                        }
                        pad(f, n + 1)?;
                        go(x, f, n + 1)?;
                    }
                    if !v.is_empty() {
                        pad(f, n)?
                    }
                    f.write_str("]")
                }
                Json::Obj(v) => {
                    f.write_str("{")?;
                    for (i, (k, x)) in v.iter().enumerate() {
                        if i > 0 {
                            f.write_str(",")?
                        }
                        pad(f, n + 1)?;
                        write!(f, "{k:?}:{}", if f.alternate() { " " } else { "" })?;
                        go(x, f, n + 1)?;
                    }
                    if !v.is_empty() {
                        pad(f, n)?
                    }
                    f.write_str("}")
                }
            }
        }
        go(self, f, 0)
    }
}
fn main() {
    let mut c = Lru::new(2);
    println!(
        "{:?} {:?} {:?}",
        c.put("a", Noisy(1)),
        c.put("b", Noisy(2)),
        c.get(&"a").map(|n| n.0)
    );
    println!("{:?}", c.put("c", Noisy(3)));
    println!(
        "{:?}",
        c.iter()
            .map(|(k, v)| format!("{k}{}", v.0))
            .collect::<Vec<_>>()
    );
    c.get(&"a").unwrap().0 = 10;
    println!("{:?} {:?}", c.get(&"zz").is_some(), c.put("a", Noisy(11)));
    drop(c);
    println!();
    for s in [
        "",
        "abc",
        "The quick brown fox jumps over the lazy dog. The quick brown fox jumps over the lazy dog.",
    ] {
        println!(
            "{}",
            sha256(s.as_bytes())
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect::<String>()
        );
    }
    for t in [
        r#"{"a": [1, 2.5, -3e2, {"b": null}], "s": "q\"\u00e9\n", "t": true, "e": {}, "l": []}"#,
        "[1, 2",
        "{\"a\" 1}",
        "[1 2]",
        "nul",
        "[\"é\"]",
        "1e999",
    ] {
        match (P {
            s: t.as_bytes(),
            i: 0,
        })
        .value()
        {
            Ok(j) => println!("{j}\n{j:#}"),
            Err(e) => println!("error {e}"),
        }
    }
}
