//! Names that are imported twice, or by those who may not.
mod a {
    pub struct Thing;
    pub fn thing() {}
    pub(crate) fn inner() {}
    pub trait Both {}
    pub fn both() {}
}
mod b {
    pub struct Thing;
    pub struct Local;
    pub mod both {}
}
mod hidden {}
use a::Thing;
use b::Thing; //~ ERROR[E0252]
use b::Local;
struct Local {} //~ ERROR[E0255]
use a::both;
use b::both as other;
use std::fmt::self; //~ ERROR[E0429]
pub use a::inner; //~ ERROR[E0364]
pub use self::hidden as shown; //~ ERROR[E0365]
use a::Both as _;
use a::thing as Both;
fn main() {
    use std::collections::{HashMap, HashMap}; //~ ERROR[E0252]
    {
        use a::Thing;
        let _ = Thing;
    }
    both();
    Both();
}
