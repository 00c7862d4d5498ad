//! Methods of `dyn` types as functions, and C string literals.

use std::ffi::CStr;

trait Shape {
    fn sides(&self) -> u32;
    fn more(&self, n: u32) -> u32 {
        self.sides() + n
    }
}

impl Shape for u32 {
    fn sides(&self) -> u32 {
        *self
    }
}

impl Shape for String {
    fn sides(&self) -> u32 {
        self.len() as u32
    }
}

fn main() {
    let sides = <dyn Shape>::sides as fn(&(dyn Shape + 'static)) -> u32;
    println!("{} {}", sides(&5), sides(&String::from("abc")));
    let more: fn(&(dyn Shape + 'static), u32) -> u32 = <dyn Shape as Shape>::more;
    println!("{}", more(&1, 2));
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(1), Box::new(String::from("xx"))];
    let all: Vec<u32> = shapes.iter().map(|it| &**it).map(<dyn Shape>::sides).collect();
    println!("{all:?}");

    let text = c"hello";
    println!("{text:?} {} {:?}", text.count_bytes(), text.to_str());
    println!("{:?}", text.to_bytes_with_nul());
    println!("{:?}", c"\xffé".to_string_lossy());
    println!("{}", text == CStr::from_bytes_with_nul(b"hello\0").unwrap());
}
