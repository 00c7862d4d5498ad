//! Traits, boxes and closures: a garbage collector is underneath, Rust is on top.

use std::f64::consts::PI;

trait Shape {
    fn name(&self) -> String;
    fn area(&self) -> f64;
}

struct Circle {
    radius: f64,
}

struct Rect {
    width: f64,
    height: f64,
}

impl Shape for Circle {
    fn name(&self) -> String {
        format!("circle of radius {}", self.radius)
    }

    fn area(&self) -> f64 {
        PI * self.radius * self.radius
    }
}

impl Shape for Rect {
    fn name(&self) -> String {
        format!("{} by {} rectangle", self.width, self.height)
    }

    fn area(&self) -> f64 {
        self.width * self.height
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![
        Box::new(Circle { radius: 1.5 }),
        Box::new(Rect { width: 2.0, height: 3.0 }),
    ];
    for shape in &shapes {
        println!("{:24} {:8.3}", shape.name(), shape.area());
    }
    let total: f64 = shapes.iter().map(|shape| shape.area()).sum();
    println!("{:24} {total:8.3}", "all");
}
