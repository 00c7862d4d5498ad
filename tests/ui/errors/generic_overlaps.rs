//! Impls of one trait that are for the same type, with parameters.
trait Show {}
impl<T: Copy> Show for T {}
impl Show for u8 {} //~ ERROR[E0119]
impl Show for (u8, u8) {} //~ ERROR[E0119]
trait List {}
impl<T> List for Vec<T> {}
impl<T: Copy> List for Vec<T> {} //~ ERROR[E0119]
struct Own;
impl Show for Own {}

struct Wrap<T>(T);
impl<T> From<T> for Wrap<T> {
    fn from(it: T) -> Wrap<T> {
        Wrap(it)
    }
}
struct Any;
impl<T> From<T> for Any { //~ ERROR[E0119]
    fn from(_: T) -> Any {
        Any
    }
}
#[derive(Clone)]
struct Twice<T>(T);
impl<T> Clone for Twice<T> { //~ ERROR[E0119]
    fn clone(&self) -> Self {
        loop {}
    }
}
trait Pair<A, B> {}
impl<A> Pair<A, u8> for Own {}
impl<B> Pair<u16, B> for Own {} //~ ERROR[E0119]
trait Apart<A> {}
impl<A> Apart<(A, u8)> for Own {}
impl<A> Apart<(A, u16)> for Own {}
trait Len {}
impl<const N: usize> Len for [u8; N] {}
impl Len for [u8; 3] {} //~ ERROR[E0119]
impl<const N: usize> Len for [u16; N] {}
trait Shown {}
impl<T: std::fmt::Display> Shown for T {}
impl Shown for Own {}
fn main() {}
