//! What was meant, and what to write instead.
mod area {
    pub trait Area {
        fn area(&self) -> i32;
    }
    impl Area for i32 {
        fn area(&self) -> i32 {
            *self
        }
    }
}
struct Point {
    width: i32,
}
enum Color {
    Red,
}
impl Point {
    fn double(&self) -> i32 {
        width * 2 //~ ERROR[E0425]
    }
    fn half(&self) -> i32 {
        double() / 4 //~ ERROR[E0425]
    }
}
fn compute(name: &String) -> i32 { //~ ERROR[E0308]
    name.len() as i32;
}
fn owned() -> String {
    "text" //~ ERROR[E0308]
}
fn main() {
    let count: i32 = 1;
    println!("{}", cuont); //~ ERROR[E0425]
    let point = Point { widht: 1 }; //~ ERROR[E0560]
    point.haif(); //~ ERROR[E0599]
    let _ = Point { width: 1 }.wdth; //~ ERROR[E0609]
    let _ = Color::Rde; //~ ERROR[E0599]
    let _ = Colr::Red; //~ ERROR[E0433]
    let _: Strng = owned(); //~ ERROR[E0425]
    let _ = count.area(); //~ ERROR[E0599]
    compute(owned()); //~ ERROR[E0308]
    let _: i32 = Some(1); //~ ERROR[E0308]
    let _: Option<i32> = 1; //~ ERROR[E0308]
    let wide: i64 = count; //~ ERROR[E0308]
    let _: i32 = &5; //~ ERROR[E0308]
    let _ = [1, 2].itre(); //~ ERROR[E0599]
}
