//! Syntax errors: one for each place, and other errors later.
fn missing() {
    let x = 1 //~ ERROR[WRC1001]
    let y: u8 = "not looked at yet";
}

fn increment(mut x: i32) -> bool {
    x
        ++; //~ ERROR[WRC1001]
    true
}

fn apart() {}

fn words(a: bool, b: bool) {
    if a and b { //~ ERROR[WRC1001]
        return;
    }
}

fn main() {}
