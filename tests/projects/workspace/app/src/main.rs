use figures::{Area, Circle};
use macros::total;

#[macro_use]
mod local {
    macro_rules! show {
        ($($e:expr),*) => {
            println!("{:?}", ($($e,)*))
        };
    }
}

#[derive(Debug)]
struct Square(f64);

impl Area for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

fn main() {
    println!("{} {} {}", app::name(), env!("CARGO_PKG_VERSION"), env!("CARGO_BIN_NAME"));
    show!(Circle { radius: 1.0 }.area().round());
    if cfg!(feature = "square") {
        show!(Square(2.0).area());
    }
    if cfg!(feature = "loud") {
        println!("LOUD");
    }
    show!(total!(1, 2, 3));
    show!(macros::make![Tally; 7].count);
    show!(figures::FEATURES);
    show!(old::twice(4));
    show!(old::async_(1));
    let shapes: Vec<Box<dyn Area>> = vec![Box::new(Square(1.0)), Box::new(Circle { radius: 2.0 })];
    show!(figures::sum(&shapes).round());
    if std::env::args().len() > 1 {
        println!("{}", old::checked(u8::MAX));
    }
}
