use made::{Fields, entered, fail, hygiene, kinds, literals, surroundings, unchanged};

/// With documentation.
#[derive(Clone, Fields, Debug)]
struct Point {
    /// Left to right.
    #[called = "abscissa"]
    x: i32,
    y: Vec<(u8, r#Type)>,
    #[called = concat!("a", "b")]
    r#type: u8,
}

type Type = u8;

#[entered("->")]
fn double(x: i32) -> i32 {
    x * 2
}

struct Counter(u32);

#[unchanged]
impl Counter {
    #[entered(concat!("a", 1))]
    fn add<'a>(&'a mut self, by: u32) -> &'a mut u32 {
        self.0 += by;
        &mut self.0
    }
}

macro_rules! passed_on {
    ($e:expr, $($rest:tt)*) => {
        ($e * 2, kinds!($($rest)*), surroundings!())
    };
}

fn main() {
    println!("{:?}", Point::FIELDS);
    let point = Point { x: 1, y: vec![(1, 2)], r#type: 3 };
    println!("{:?}", point.clone());
    println!("{} {} {} {}", point.x, point.y.len(), point.r#type, double(4));
    println!("{}", Counter(1).add(2));
    println!(
        "{}",
        kinds!(r#type 'a 'b' b"x" r##"raw"## 1_000u64 1.5e3f32 x..=y { [<=> ::] } #![a] -1 c"s" _ async "\n")
    );
    println!("{:?}", literals!());
    let x = 4;
    println!("{}", hygiene!());
    println!("{:?}", surroundings!());
    println!("{:?}", passed_on!(1 + 2, $ x + y));
    println!("{}", fail!(nothing));
    println!("{:?}", [fail!(a), fail! { b }]);
}
