//! A program that needs JavaScript: a file beside it, a module of node, and
//! the global object.

use wasm::JsValue;

#[wasm::import("./page.js")]
unsafe extern "C" {
    safe fn shout(text: &str) -> String;
}

#[wasm::import("node:path")]
unsafe extern "C" {
    safe fn basename(path: &str) -> String;
}

#[wasm::import("Math")]
unsafe extern "C" {
    safe fn max(a: f64, b: f64) -> f64;
    #[wasm::import("max")]
    safe fn max_of_three(a: u32, b: u32, c: u32) -> u32;
}

fn main() {
    println!("{} {}", shout("hello"), basename("a/b.txt"));
    println!("{} {}", max(1.5, 2.5), max_of_three(1, u32::MAX, 3));
    let json = JsValue::global().get("JSON").expect("all have it");
    println!("{:?}", json.invoke("stringify", &["a\"b".into()]));
    let args: Vec<String> = std::env::args().skip(1).collect();
    if !args.is_empty() {
        println!("{args:?}");
        std::process::exit(7);
    }
}
