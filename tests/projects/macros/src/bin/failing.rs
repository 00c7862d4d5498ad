//! Each use of a macro here fails.

use made::{Panics, fail, panicking};

#[derive(Panics)]
struct Derived;

#[panicking]
fn gone() {}

fail!(panic);

fn main() {
    fail!(panic);
    let _: i32 = fail!(exit);
    let _ = fail!(abort);
    fail!(error);
    fail!(syntax);
    println!("{}", fail!(other));
}
