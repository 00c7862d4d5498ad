// Types that differ only in lifetimes have identities of their own.

use std::any::{Any, TypeId};

fn main() {
    let elided = TypeId::of::<fn(&str)>(); //~ ERROR[WRC2352]
    let same = elided == TypeId::of::<fn(&'static str)>();
    let any: Box<dyn Any> = Box::new(Box::new(|_: &str| ()) as Box<dyn Fn(&str)>);
    // No lifetimes: one form only.
    let number = TypeId::of::<fn(u32)>();
    println!("{same} {} {number:?}", any.is::<Box<dyn Fn(&str)>>()); //~ ERROR[WRC2352]
}
