#![allow(unused)]
mod l0 { use crate::*; use std::nothing::Foo; } // E0432 //~ ERROR[E0432]
pub trait Tr { fn a(&self); fn b(&self) {} const C: i32; }
pub struct X { pub f: i32 }
mod l4 { use crate::*; impl Tr for X { fn a(&self, n: i32) {} fn zzz(&self) {} } } // E0046 missing C, E0050 wrong params, E0407 zzz //~ ERROR[E0046] ERROR[E0050] ERROR[E0407]
mod l5 { use crate::*; fn e0308() -> i32 { "str" } } // E0308 //~ ERROR[E0308]
mod l6 { use crate::*; fn e0425() { undefined_name; undefined_fn(1); } } // E0425 x2 //~ ERROR[E0425] ERROR[E0425]
pub fn need<T: Tr>(t: T) {}
mod l8 { use crate::*; fn e0277() { need(1u8); let x: Vec<i32> = [1u8].iter().collect(); } } // E0277 x2 //~ ERROR[E0277] ERROR[E0277]
mod l9 { use crate::*; fn e0004(o: Option<bool>) -> i32 { match o { Some(true) => 1, None => 2 } } } // E0004 //~ ERROR[E0004]
mod l10 { use crate::*; fn e0599(x: X) { x.nope(); X::nada(); } } // E0599 x2 //~ ERROR[E0599] ERROR[E0599]
mod l11 { use crate::*; fn e0061(x: X) { need(); need(x, 2); } } // E0061 x2 //~ ERROR[E0282] ERROR[E0061] ERROR[E0061]
mod l12 { use crate::*; fn e0609(x: X) { x.g; } } // E0609 //~ ERROR[E0609]
mod l13 { use crate::*; fn e0560() { X { f: 1, g: 2 }; X {}; } } // E0560, E0063 //~ ERROR[E0560] ERROR[E0063]
mod l14 { use crate::*; fn e0384() { let x = 1; x = 2; } } // E0384 (immutable assign) //~ ERROR[E0384]
mod l15 { use crate::*; fn e0596() { let v = Vec::new(); v.push(1); } } // E0596 (borrow immutable as mut) //~ ERROR[E0596]
mod l16 { use crate::*; fn e0382(s: String) { let a = s; let b = s; } } // E0382 use after move //~ WARNING[E0382]
mod l17 { use crate::*; fn e0502() { let mut v = vec![1]; let r = &v[0]; v.push(2); let _ = r; let q = r; } } // E0502
mod l18 { use crate::*; fn e0505(s: String) { let r = &s; drop(s); r.len(); } } // E0505
mod l19 { use crate::*; fn e0597() { let r; { let x = 5; r = &x; } let _ = *r; } } // E0597
mod l20 { use crate::*; fn e0106(x: &str, y: &str) -> &str { x } } // E0106 //~ ERROR[E0106]
mod l21 { use crate::*; fn e0381() { let x: i32; let y = x; } } // E0381 //~ ERROR[E0381]
mod l22 { use crate::*; fn e0107(x: Vec<i32, i32, i32>, o: Option) {} } // E0107 //~ ERROR[E0107] ERROR[E0107]
mod l23 { use crate::*; fn e0412(x: Undefined) {} } // E0425 //~ ERROR[E0425]
mod l24 { use crate::*; fn e0428() {} fn e0428() {} } // E0428 duplicate //~ ERROR[E0428]
mod l25 { use crate::*; impl Clone for X { fn clone(&self) -> X { X { f: 1 } } } impl Clone for X { fn clone(&self) -> X { X { f: 1 } } } } // E0119 //~ ERROR[E0119]
mod l26 { use crate::*; fn e0133() { unsafe fn u() {} u(); } } // E0133 //~ ERROR[E0133]
mod l27 { use crate::*; fn e0369(x: X) { let _ = x + 1; let _ = x == x; } } // E0369 x2 //~ ERROR[E0369] ERROR[E0369]
mod l28 { use crate::*; fn e0282() { let x = None; let v = Vec::new(); } } // E0282 x2 //~ ERROR[E0282] ERROR[E0282]
mod l29 { use crate::*; fn e0614(x: i32) { *x; } } // E0614 //~ ERROR[E0614]
mod l30 { use crate::*; fn e0605(x: X) { x as i32; } } // E0605 //~ ERROR[E0605]
mod l31 { use crate::*; fn e0070() { 1 = 2; } } // E0070 //~ ERROR[E0070]
mod l32 { use crate::*; fn e0267() { break; } } // E0268 //~ ERROR[E0268]
mod l33 { use crate::*; fn e0038(x: &dyn Clone) {} } // E0038 //~ ERROR[E0038]
mod l34 { use crate::*; fn e0117() {} impl Clone for Vec<u8> { fn clone(&self) -> Self { loop {} } } } // E0117 //~ ERROR[E0117]
mod l35 { use crate::*; mod p { pub struct S { x: i32 } impl S { fn m(&self) {} } fn hid() {} } fn e0616(s: p::S) { s.x; s.m(); p::hid(); } } // E0616 E0624 E0603 //~ ERROR[E0616] ERROR[E0624] ERROR[E0603]
mod l36 { use crate::*; fn e0053() {} struct Y; impl Tr for Y { const C: i32 = 1; fn a(&mut self) {} } } // E0053 //~ ERROR[E0053]
mod l37 { use crate::*; fn e0276() {} struct G<T>(T); fn unused_param<T>() {} struct E0392<T>; } // E0392 //~ ERROR[E0392]
mod l38 { use crate::*; fn e0204() {} #[derive(Clone, Copy)] struct NC(String); } // E0204 //~ ERROR[E0204]
mod l39 { use crate::*; fn e0373<'a>() -> impl Fn() -> i32 + 'a { let x = 1; || x } } // E0373
mod l40 { use crate::*; fn e0015() { const C: String = String::from("x"); } } // E0015 non-const fn in const //~ ERROR[E0015]
mod l41 { use crate::*; fn e0080() { const C: i32 = 1 / 0; const A: [i32; 1] = [1]; const B: i32 = A[3]; } } // E0080 //~ ERROR[E0080] ERROR[E0080]
mod l42 { use crate::*; fn e0191(x: Box<dyn Iterator>) {} } // E0191 //~ ERROR[E0191]
mod l43 { use crate::*; fn e0220<T: Iterator>(x: T::Nope) {} } // E0220 //~ ERROR[E0220]
mod l44 { use crate::*; fn e0221() { let x: u8 = 256; let y = 1u8 << 9; } } // lint overflowing_literals (deny) //~ ERROR[WRC1007]
mod l45 { use crate::*; fn e0023(o: Option<i32>) { if let Some(a, b) = o {} let (a, b) = (1, 2, 3); } } // E0023 E0308 //~ ERROR[E0023] ERROR[E0308]
mod l46 { use crate::*; fn e0026(x: X) { let X { zz, .. } = x; let X { } = x; } } // E0026 E0027 //~ ERROR[E0026] ERROR[E0027]
mod l47 { use crate::*; fn e0040(x: String) { x.drop(); } } // E0040 //~ ERROR[E0599]
mod l48 { use crate::*; fn e0369b() -> bool { 1u8 == 2u16 } } // E0308 //~ ERROR[E0308]
mod l49 { use crate::*; fn e0600() { !"a"; -1u8; } } // E0600 x2 //~ ERROR[E0600] ERROR[E0600]
mod l50 { use crate::*; fn e0728() { async fn f() {} f().await; } } // E0728 //~ ERROR[E0728]
mod l51 { use crate::*; fn e0072() {} struct Rec { r: Rec } } // E0072 infinite size //~ ERROR[E0072]
mod l52 { use crate::*; fn e0391() {} const CY: i32 = CY + 1; } // E0391 //~ ERROR[E0391]
mod l53 { use crate::*; fn e0425m() { nomacro!(); println!("{} {}", 1); println!("{undefinedz}"); format!("{:?}", X { f: 1 }); } } // macro, fmt arg count, E0425, E0277 (Debug) //~ ERROR[E0433] ERROR[WRC1001] ERROR[E0425] ERROR[E0277]
mod l54 { use crate::*; fn e0507(v: &Vec<String>) -> String { v[0] } } // E0507 move out of index //~ ERROR[E0507]
mod l55 { use crate::*; fn e0716() { let s: &str = String::from("a").as_str(); s.len(); } } // E0716
mod l56 { use crate::*; fn e0499() { let mut x = 1; let a = &mut x; let b = &mut x; *a = 1; *b = 2; } } // E0499
mod l57 { use crate::*; fn e0515() -> &'static str { let s = String::new(); &s } } // E0515
mod l58 { use crate::*; fn e0310<T>(t: T) -> Box<dyn Tr2> where T: Tr2 { Box::new(t) } trait Tr2 {} } // E0310
mod l59 { use crate::*; fn life<'a, 'b>(a: &'a str, b: &'b str) -> &'a str { b } } // lifetime may not live long enough
mod l60 { use crate::*; fn ret() -> i32 { 1; } } // E0308 //~ ERROR[E0308]
mod l61 { use crate::*; fn nonex() { let Some(x) = None::<i32>; } } // E0005 //~ ERROR[E0005]
pub fn main() {}
