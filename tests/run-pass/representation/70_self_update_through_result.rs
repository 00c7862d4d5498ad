//@ edition: 2021
//@ variants: all
// exercises: *r = f(*r) with non-Copy, mutation inside `?` pipelines, parser struct with &mut self returning Result<enum>, undo log of closures
// wrc: Result<(tag, slots)> multi-value returns; parser is an object (thin &mut self)
#[derive(Debug, Clone, PartialEq)]
enum Js { Null, Num(f64), Str(String), Arr(Vec<Js>), Obj(Vec<(String, Js)>) }
struct P<'a> { s: &'a [u8], i: usize }
impl<'a> P<'a> {
    fn ws(&mut self) { while self.i < self.s.len() && self.s[self.i].is_ascii_whitespace() { self.i += 1; } }
    fn eat(&mut self, c: u8) -> Result<(), String> { self.ws(); if self.s.get(self.i) == Some(&c) { self.i += 1; Ok(()) } else { Err(format!("want {} at {}", c as char, self.i)) } }
    fn str(&mut self) -> Result<String, String> { self.eat(b'"')?; let st = self.i; while *self.s.get(self.i).ok_or("eof")? != b'"' { self.i += 1; } self.i += 1; Ok(String::from_utf8_lossy(&self.s[st..self.i - 1]).into_owned()) }
    fn seq<T>(&mut self, close: u8, mut f: impl FnMut(&mut Self) -> Result<T, String>) -> Result<Vec<T>, String> { self.i += 1; let mut v = vec![]; loop { self.ws(); if self.s.get(self.i) == Some(&close) { self.i += 1; return Ok(v); } if !v.is_empty() { self.eat(b',')?; } v.push(f(self)?); } }
    fn val(&mut self) -> Result<Js, String> {
        self.ws();
        match self.s.get(self.i).copied() {
            Some(b'[') => Ok(Js::Arr(self.seq(b']', |p| p.val())?)),
            Some(b'{') => self.seq(b'}', |p| { p.ws(); let k = p.str()?; p.eat(b':')?; Ok((k, p.val()?)) }).map(Js::Obj),
            Some(b'"') => self.str().map(Js::Str),
            Some(b'n') if self.s[self.i..].starts_with(b"null") => { self.i += 4; Ok(Js::Null) }
            Some(b'-' | b'0'..=b'9') => { let st = self.i; while self.i < self.s.len() && b"+-.eE0123456789".contains(&self.s[self.i]) { self.i += 1; } std::str::from_utf8(&self.s[st..self.i]).unwrap().parse().map(Js::Num).map_err(|e| e.to_string()) }
            c => Err(format!("bad {:?} at {}", c.map(|b| b as char), self.i)),
        }
    }
}
fn parse(s: &str) -> Result<Js, String> { let mut p = P { s: s.as_bytes(), i: 0 }; let v = p.val()?; p.ws(); if p.i == s.len() { Ok(v) } else { Err(format!("trailing at {}", p.i)) } }
fn bump(j: &mut Js) { match j { Js::Num(n) => *n += 1.0, Js::Arr(v) => v.iter_mut().for_each(bump), Js::Obj(o) => for (k, v) in o { k.push('_'); bump(v); }, Js::Str(s) if s.is_empty() => *j = Js::Null, x => *x = Js::Arr(vec![std::mem::replace(x, Js::Null)]) } }
fn main() {
    let mut j = parse(r#" {"a": [1, -2.5e1, "x", ""], "b": {"c": null}} "#).unwrap();
    bump(&mut j); println!("{j:?}");
    for s in ["[1,", "{\"a\" 1}", "[1] 2", "?"] { println!("{:?}", parse(s)); }
    let mut v = Some(String::from("u")); let mut undo: Vec<Box<dyn FnOnce(&mut Option<String>)>> = vec![];
    for k in 0..3 { let old = v.clone(); undo.push(Box::new(move |s| *s = old)); v = v.map(|s| s + &k.to_string()); }
    println!("{v:?}"); for u in undo.into_iter().rev().take(2) { u(&mut v); } println!("{v:?}");
}
