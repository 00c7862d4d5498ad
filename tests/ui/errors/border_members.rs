//! Members of exported structs that JavaScript cannot use, and names that two
//! exports have.
#![crate_type = "cdylib"]

#[wasm::export]
pub struct Point {
    x: f64,
}

#[wasm::export]
impl Point {
    pub fn new(x: f64) -> Point {
        Point { x }
    }

    pub fn parts(&self) -> (f64, u8) { //~ ERROR[WRC2340]
        (self.x, 0)
    }

    pub fn moved(&self, by: (f64, f64)) -> f64 { //~ ERROR[WRC2340]
        self.x + by.0
    }
}

#[wasm::export("go")]
fn first() {}

#[wasm::export("go")]
fn second() {} //~ ERROR[WRC2341]

#[wasm::import]
fn listen(listener: Box<dyn Fn((u8, u8))>); //~ ERROR[WRC2340]

#[wasm::export]
fn run() {
    listen(Box::new(|_| {}));
}
