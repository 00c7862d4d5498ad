//! The bridge over the real library: what it lowers to, what it reports.

#[path = "../examples/dump/testdb.rs"]
mod testdb;

use std::path::Path;
use testdb::TestDb;
use wrc_bridge::BridgeDb;
use wrc_thir::{BodyOwner, Db, print_body};

/// Runs `f` over a bridge of a program.
fn with<R: Send>(text: &str, f: impl FnOnce(&BridgeDb, &[BodyOwner]) -> R + Send) -> R {
    let run = move || {
        let stdlib = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../stdlib"));
        let mut db = TestDb::new();
        let loaded = db.load(stdlib, ("main.rs", text.to_owned()));
        let krate = loaded.crates["user"];
        let paths: Vec<String> = loaded.files.into_iter().map(|(path, _)| path).collect();
        let bridge = BridgeDb::new(&db, krate, move |file| paths[file.0 as usize].clone());
        let bodies = bridge.crate_bodies(krate);
        f(&bridge, &bodies)
    };
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(64 << 20)
            .spawn_scoped(scope, run)
            .expect("threads can be spawned")
            .join()
            .expect("no panic")
    })
}

/// The bodies of a program as text.
fn thir(text: &str) -> String {
    with(text, |bridge, bodies| {
        assert_eq!(bridge.check(), []);
        let texts: Vec<String> = bodies
            .iter()
            .map(|owner| {
                let body = bridge.body(*owner).expect("there are no errors");
                print_body(bridge, &bridge.body_path(*owner), &body)
            })
            .collect();
        texts.join("\n")
    })
}

/// `line: code message` of each error.
fn errors(text: &str) -> Vec<String> {
    with(text, |bridge, _| {
        bridge
            .check()
            .iter()
            .map(|error| {
                let line = text[..error.span.start as usize].matches('\n').count() + 1;
                format!("{line}: {} {}", error.code, error.message)
            })
            .collect()
    })
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = thir(text);
    assert_eq!(found.trim(), expected.trim(), "\n{found}");
}

#[test]
fn adjustments_are_nodes() {
    check(
        "struct S { v: Vec<i32> }
         fn f(s: &mut Box<S>) -> usize { s.v[0] += 1; s.v.len() }",
        "
fn user::f(s.l0: &mut alloc::boxed::Box<user::S>) -> usize {
    block {
        (deref call core::ops::index::IndexMut::index_mut::<alloc::vec::Vec<i32>, usize>((&two-phase (field f0 (deref (deref s.l0)))), 0_usize)) add= 1_i32;
        => call alloc::vec::Vec::len::<i32>((& (field f0 (deref (deref s.l0)))))
    }
}",
    );
}

#[test]
fn a_closure_captures_places() {
    check(
        "struct P { x: i32, y: (i32, String) }
         fn f(mut p: P) -> i32 {
             let mut add = |n: i32| { p.x += n; let (k, _) = p.y; k };
             add(1)
         }",
        "
fn user::f(p.l0: user::P) -> i32 {
    block {
        let add.l1: user::f::{{closure}} = closure user::f::{closure#8} [(&mut (field f0 p.l0)), (& (field f0 (field f1 p.l0)))];
        => call FnMut (&mut add.l1)(1_i32)
    }
}

closure user::f::{closure#8}(n.l0: i32) -> i32 {
    block {
        (deref upvar.f0) add= n.l0;
        let k.l1: i32 = (deref upvar.f1);
        => k.l1
    }
}",
    );
}

#[test]
fn format_args_are_taken_apart() {
    check(
        "fn f(x: i32, w: usize) { let _ = format_args!(\"a{x:>w$}b{0:#06x}{{\", x + 1); }",
        "
fn user::f(x.l0: i32, w.l1: usize) -> () {
    block {
        let _: core::fmt::Arguments = format[\"a\" {1 core::fmt::Display::fmt FormatSpec { fill: None, align: Some(Right), sign_plus: false, sign_minus: false, alternate: false, zero_pad: false, debug_lower_hex: false, debug_upper_hex: false, width: Arg(2), precision: None }} \"b\" {0 core::fmt::LowerHex::fmt FormatSpec { fill: None, align: None, sign_plus: false, sign_minus: false, alternate: true, zero_pad: true, debug_lower_hex: false, debug_upper_hex: false, width: Literal(6), precision: None }} \"{\"]((add x.l0 1_i32), x.l0, w.l1);
    }
}",
    );
}

#[test]
fn patterns_say_what_they_do() {
    check(
        "fn f(o: &Option<(i32, &str)>) -> i32 {
             match o { Some((n @ 1..=5, \"x\")) => *n, Some((-1, _)) => 0, _ => i32::MAX }
         }",
        "
fn user::f(o.l0: &core::option::Option<(i32, &str)>) -> i32 {
    block {
        => match o.l0 {
            &core::option::Option::Some(f0: (f0: ref n.l1 @ 1_i32..=5_i32, f1: \"x\")) => (deref n.l1)
            &core::option::Option::Some(f0: (f0: 4294967295_i32, f1: _)) => 0_i32
            _ => const
        }
    }
}"
        .replace("=> const", &format!("=> {}", const_text("i32::MAX")))
        .as_str(),
    );
}

/// How the printer names a constant: by its number.
fn const_text(path: &str) -> String {
    let text = thir(&format!("fn f() -> i32 {{ {path} }}"));
    let start = text.find("const#").expect("the constant is there");
    text[start..]
        .split_whitespace()
        .next()
        .expect("not empty")
        .to_owned()
}

#[test]
fn value_result_candidates() {
    let text = "
        struct S<'a> { r: &'a mut i32 }
        trait T { fn m(&mut self, x: &mut i32); fn r(&mut self) -> &i32; }
        impl T for i32 { fn m(&mut self, x: &mut i32) {} fn r(&mut self) -> &i32 { self } }
        impl<'a> S<'a> { fn own(&mut self, x: &'a mut i32) { self.r = x } }
        fn plain(x: &mut i32, y: &mut Vec<i32>) -> i32 { 0 }
        fn elided(x: &mut i32) -> &i32 { x }
        fn other(x: &i32, y: &mut i32) -> Option<i32> { None }
        fn named<'a>(x: &'a mut i32) {}
        fn twice<'a>(x: &'a mut i32, y: &'a mut i32) {}
        fn bound<'a: 'b, 'b>(x: &'a mut i32, y: &'b i32) {}
        fn hidden(x: &mut i32) -> S { S { r: x } }
        fn opaque(x: &mut i32) -> impl Sized { 1 }
        fn fixed(x: &'static mut i32) {}
        fn param<X>(x: X, y: &mut X) {}
        fn alias(x: R) {}
        type R<'a> = &'a mut i32;
        fn dynamic(x: &mut dyn T, y: &mut impl T) -> Box<dyn T> { Box::new(1) }
        fn result<'a>(x: &mut i32, y: &'a str) -> &'a str { y }
    ";
    let found = with(text, |bridge, bodies| {
        let mut found = Vec::new();
        for owner in bodies {
            if let BodyOwner::Fn(def) = owner {
                let data = bridge.func(*def);
                found.push(format!("{} {:b}", data.name, data.inout));
            }
        }
        found
    });
    let expected = [
        "plain 11",
        "elided 0",
        "other 10",
        "named 1",
        "twice 0",
        "bound 0",
        "hidden 0",
        "opaque 0",
        "fixed 0",
        "param 10",
        "alias 0",
        "dynamic 11",
        "result 1",
        "m 11",
        "r 0",
        "own 1",
    ];
    let found: Vec<&str> = expected
        .iter()
        .map(|it| {
            let name = it.split(' ').next().expect("not empty");
            let of = |it: &&String| it.split(' ').next() == Some(name);
            found
                .iter()
                .rfind(of)
                .expect("the function is there")
                .as_str()
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn errors_have_numbers_of_rustc() {
    let text = "fn a() -> i32 { \"x\" }
fn b() { c(); }
struct S; fn d(s: S) { s + 1; s.e(); s.f; }
fn g(x: Strng) {}
fn h(o: Option<i32>) -> i32 { match o { Some(x) => x } }
const K: u8 = 256;
impl Clone for S {}
fn i() { println!(\"{}\", S); let v: Vec<i32> = vec![1u8]; }
fn j() { println!(\"{} {}\", 1); }
fn k() { println!(\"{}\", 1, 2); }
fn l(s: &S) { let t = s + 1; }";
    let expected = [
        "1: E0308 mismatched types: expected `i32`, found `&'static str`",
        "2: E0425 cannot find value `c` in this scope",
        "3: E0599 no method named `e` found for type `S` in the current scope",
        "3: E0609 no field `f` on type `S`",
        "4: E0425 cannot find type `Strng` in this scope",
        "5: E0004 non-exhaustive patterns: `None` not covered",
        "6: WRC1007 literal out of range for `u8`",
        "7: E0046 not all trait items implemented, missing: `clone`",
        "8: E0277 the trait bound `S: Display` is not satisfied",
        "8: E0308 mismatched types: expected `i32`, found `u8`",
        "9: WRC1001 2 positional arguments in format string, but there is 1 argument",
        "10: WRC1001 argument never used",
        "11: E0369 binary operation `+` cannot be applied to type `&S`",
    ];
    assert_eq!(errors(text), expected);
}

#[test]
fn unknown_things_are_never_silent() {
    // rust-analyzer says nothing about any of these.
    assert_eq!(
        errors("fn f(x: <u8 as Iterator>::Item) {}"),
        ["1: WRC1002 the type of this pattern is not known"]
    );
    assert_eq!(
        errors("fn f() { let x: [u8; { let mut i = 0; while i < 5 { i += 1; } i }] = [0; 5]; }"),
        [""; 0]
    );
    assert_eq!(
        errors("const N: usize = \"ab\".len(); struct S([u8; N]); fn f(s: S) {}"),
        [""; 0]
    );
    // The size of a pointer is not the same there.
    assert_eq!(
        errors("const N: usize = core::mem::size_of::<&u8>(); struct S([u8; N]); fn f(s: S) {}"),
        ["1: WRC1002 a type or constant here is not known"]
    );
}
