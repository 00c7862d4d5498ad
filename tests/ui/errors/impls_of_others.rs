#![allow(unused)]
use std::fmt::{self, Display, Formatter};
struct Z;
struct S<T>(T);
impl Vec<u8> { fn foo() {} } //~ ERROR[E0116]
impl i32 { fn bar() {} } //~ ERROR[E0390]
impl<T> T { fn baz() {} } //~ ERROR[E0118]
impl Clone for Vec<Z> { fn clone(&self) -> Self { loop {} } } //~ ERROR[E0117]
impl<T> std::ops::Neg for T { type Output = u8; fn neg(self) -> u8 { 1 } } //~ ERROR[E0210]
impl Drop for &Z { fn drop(&mut self) {} } //~ ERROR[E0120]
#[derive(Clone, Copy)]
struct C1(String); //~ ERROR[E0204]
#[derive(Clone, Copy)]
struct C2; //~ ERROR[E0184]
impl Drop for C2 { fn drop(&mut self) {} }
struct C3(Vec<u8>);
impl Copy for C3 {} //~ ERROR[E0204]
impl Clone for C3 { fn clone(&self) -> C3 { loop {} } }
#[derive(Clone, Copy)]
struct C4<'a, T>(&'a str, T);
unsafe trait Us {}
impl Us for Z {} //~ ERROR[E0200]
trait Safe {}
unsafe impl Safe for Z {} //~ ERROR[E0199]
unsafe impl Z { fn k() {} } //~ ERROR[E0197]
impl Display for Box<Z> { fn fmt(&self, f: &mut Formatter) -> fmt::Result { Ok(()) } }
impl From<Z> for Vec<u8> { fn from(x: Z) -> Self { loop {} } }
impl<T> From<S<T>> for Vec<T> { fn from(x: S<T>) -> Self { loop {} } }
impl<T> std::ops::Add<S<T>> for i32 { type Output = i32; fn add(self, x: S<T>) -> i32 { 1 } }
fn main() {}
