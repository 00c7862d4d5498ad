#![no_std]
extern crate alloc;
use alloc::boxed::Box;

pub const FEATURES: &[&str] = &[
    #[cfg(feature = "area")]
    "area",
    #[cfg(feature = "everything")]
    "everything",
];

#[cfg(feature = "area")]
pub trait Area {
    fn area(&self) -> f64;
}

pub struct Circle {
    pub radius: f64,
}

#[cfg(feature = "area")]
impl Area for Circle {
    fn area(&self) -> f64 {
        core::f64::consts::PI * self.radius * self.radius
    }
}

pub fn sum(shapes: &[Box<dyn Area>]) -> f64 {
    shapes.iter().map(|shape| shape.area()).sum()
}
