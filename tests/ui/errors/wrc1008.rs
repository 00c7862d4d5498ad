//! Attributes of the crate `wasm` where they mean nothing.
#![crate_type = "cdylib"]
use wasm::JsValue;

#[wasm::export]
fn generic<T: Copy>(value: T) -> T { //~ ERROR[WRC1008]
    value
}

#[wasm::export]
fn any(value: impl Copy) { //~ ERROR[WRC1008]
    let _ = value;
}

#[wasm::export]
async fn later(value: i32) -> i32 { //~ ERROR[WRC1008]
    value
}

#[wasm::import("Math", "max")] //~ ERROR[WRC1008]
fn max(a: f64, b: f64) -> f64 {
    a.max(b)
}

mod inside {
    #[wasm::export] //~ ERROR[WRC1008]
    pub struct Hidden;
}

#[wasm::export]
pub struct List<T>(Vec<T>); //~ ERROR[WRC1008]

pub struct Plain;

#[wasm::export] //~ ERROR[WRC1008]
impl Plain {
    pub fn look(&self) {}
}

#[wasm::export] //~ ERROR[WRC1008]
pub trait Look {}

#[wasm::export] //~ ERROR[WRC1008]
impl Look for Plain {}

#[wasm::import] //~ ERROR[WRC1008]
pub struct Element(JsValue);
