// Exported structs are classes.
#![crate_type = "cdylib"]
use std::fmt::{self, Display};
use wasm::JsError;

/// Counts.
#[wasm::export]
#[derive(Clone)]
pub struct Counter {
    count: u32,
    name: String,
}

#[wasm::export]
impl Counter {
    /// A counter that starts
    /// somewhere.
    pub fn new(name: String, start: Option<u32>) -> Counter {
        Counter { count: start.unwrap_or(0), name }
    }

    /// The number afterwards.
    pub fn add(&mut self, by: u32) -> u32 {
        self.count += by;
        self.count
    }

    #[wasm::export(get)]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[wasm::export(set, "name")]
    pub fn set_name(&mut self, name: &str) {
        self.name = name.to_owned();
    }

    #[wasm::export("isMore")]
    pub fn is_more(&self, other: &Counter) -> bool {
        self.count > other.count
    }

    pub fn swap(&mut self, other: &mut Counter) {
        std::mem::swap(self, other);
    }

    pub fn twin(&self) -> Self {
        self.clone()
    }

    pub fn halved(&self) -> Result<Counter, Odd> {
        match self.count % 2 {
            0 => Ok(Counter { count: self.count / 2, name: self.name.clone() }),
            _ => Err(Odd(self.count)),
        }
    }

    pub fn into_text(self) -> String {
        format!("{}={}", self.name, self.count)
    }

    pub fn each(&mut self, f: Box<dyn Fn(u32)>) {
        for i in 0..self.count {
            f(i);
        }
    }

    /// Static.
    pub fn largest(all: Vec<Counter>) -> Option<Counter> {
        all.into_iter().max_by_key(|it| it.count)
    }

    fn hidden(&self) -> u32 {
        self.count
    }
}

pub struct Odd(u32);

impl Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is odd", self.0)
    }
}

/// The same fields: not the same class.
#[wasm::export]
pub struct Other {
    count: u32,
    name: String,
}

#[wasm::export]
pub enum Shape {
    Square(f64),
    Rect(f64, f64),
}

#[wasm::export]
impl Shape {
    pub fn square(side: f64) -> Shape {
        Shape::Square(side)
    }

    pub fn rect(width: f64, height: f64) -> Result<Shape, JsError> {
        match width > 0.0 && height > 0.0 {
            true => Ok(Shape::Rect(width, height)),
            false => Err(JsError::new("nothing in it")),
        }
    }

    pub fn area(&self) -> f64 {
        match self {
            Shape::Square(side) => side * side,
            Shape::Rect(width, height) => width * height,
        }
    }
}

#[wasm::export]
fn other() -> Other {
    Other { count: 0, name: String::new() }
}

#[wasm::export]
fn look(other: Other) -> String {
    format!("{:?} {}", other.name, other.count)
}

#[wasm::export]
fn total(counters: Vec<Counter>) -> u32 {
    counters.iter().map(Counter::hidden).sum()
}

#[wasm::export]
fn making(make: Box<dyn Fn(Counter) -> Option<Counter>>) -> Option<String> {
    Some(make(Counter::new("made".into(), None))?.into_text())
}
