//@ edition: 2021
//@ variants: all
// exercises: supertraits, upcasting coercion, dyn Any downcast_ref/downcast_mut, default methods, generic method on dyn
// wrc: thin dyn (vtable in object header): upcast is a no-op; downcast = vtable compare + ref.cast
use std::any::Any;
use std::fmt::Display;
trait Named { fn name(&self) -> String; fn hello(&self) -> String { format!("hi {}", self.name()) } }
trait Animal: Named { fn legs(&self) -> u32; fn as_any(&mut self) -> &mut dyn Any; }
struct Cat { lives: i32 }
struct Bug;
impl Named for Cat { fn name(&self) -> String { "cat".into() } }
impl Named for Bug { fn name(&self) -> String { "bug".into() } fn hello(&self) -> String { "bzz".into() } }
impl Animal for Cat { fn legs(&self) -> u32 { 4 } fn as_any(&mut self) -> &mut dyn Any { self } }
impl Animal for Bug { fn legs(&self) -> u32 { 6 } fn as_any(&mut self) -> &mut dyn Any { self } }
fn show(d: &dyn Display) -> String { format!("[{d}]") }
fn main() {
    let mut zoo: Vec<Box<dyn Animal>> = vec![Box::new(Cat { lives: 9 }), Box::new(Bug)];
    for a in zoo.iter_mut() {
        if let Some(c) = a.as_any().downcast_mut::<Cat>() { c.lives -= 1; println!("lives {}", c.lives); }
        let n: &dyn Named = a.as_ref();
        println!("{} {} {}", n.hello(), a.legs(), a.as_any().is::<Bug>());
    }
    let xs: Vec<Box<dyn Any>> = vec![Box::new(5i32), Box::new("str"), Box::new(String::from("own"))];
    for x in &xs {
        if let Some(i) = x.downcast_ref::<i32>() { println!("i32 {i}") }
        else if let Some(s) = x.downcast_ref::<&str>() { println!("str {s}") } else { println!("other") }
    }
    println!("{}{}", show(&1.5), show(&"x"));
    match xs.into_iter().nth(2).unwrap().downcast::<String>() { Ok(s) => println!("{s}"), Err(_) => println!("no") }
}
