#![no_std]

pub struct Tally {
    pub count: u32,
}

#[doc(hidden)]
pub fn add(a: u32, b: u32) -> u32 {
    a + b
}

/// Names things of this crate where it is used.
#[macro_export]
macro_rules! total {
    ($one:expr) => { $one };
    ($one:expr, $($rest:expr),+) => { $crate::add($one, $crate::total!($($rest),+)) };
}

#[macro_export]
macro_rules! make {
    ($name:ident; $count:expr) => { $crate::$name { count: $count } };
}
