//! Types that JavaScript cannot have.
#![crate_type = "cdylib"]

#[wasm::export]
fn count(words: std::collections::BTreeMap<String, u32>) -> usize { //~ ERROR[WRC2340]
    words.len()
}

#[wasm::export]
fn pair(a: &str) -> (String, u32) { //~ ERROR[WRC2340]
    (a.to_owned(), 1)
}

unsafe extern "C" {
    fn show(text: &str, marks: &[bool]); //~ ERROR[WRC2340]
}

#[wasm::export]
fn run() {
    unsafe { show("x", &[true]) }
}
