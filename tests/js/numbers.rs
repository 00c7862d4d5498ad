// Numbers, booleans, characters and bigints as JavaScript knows them.
#![crate_type = "cdylib"]

#[wasm::export]
fn u32s(a: u32) -> u32 {
    a.wrapping_sub(1)
}

#[wasm::export]
fn u8s(a: u8, b: i8) -> u8 {
    a.wrapping_add(b as u8)
}

#[wasm::export]
fn u16s(a: u16) -> u16 {
    !a
}

#[wasm::export]
fn sizes(a: usize, b: isize) -> usize {
    a.wrapping_add(b as usize)
}

#[wasm::export]
fn not(a: bool) -> bool {
    !a
}

#[wasm::export]
fn next(a: char) -> char {
    char::from_u32(a as u32 + 1).unwrap_or('?')
}

#[wasm::export]
fn i64s(a: i64) -> i64 {
    a.wrapping_sub(1)
}

#[wasm::export]
fn u64s(a: u64) -> u64 {
    a.wrapping_sub(1)
}

#[wasm::export]
fn maybe(a: Option<i64>, b: Option<u64>) -> Option<u64> {
    Some(a? as u64 ^ b?)
}

#[wasm::export]
fn longs(a: Vec<i64>) -> Vec<u64> {
    a.into_iter().map(|it| it as u64).collect()
}

#[wasm::export]
fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[wasm::export]
fn joined(words: &[String]) -> String {
    words.join("+")
}

#[wasm::import("page", "back")]
fn back(a: u32, b: u8, c: bool, d: char, e: u64, f: i64);
#[wasm::import("page", "u8")]
fn host_u8() -> u8;
#[wasm::import("page", "i8")]
fn host_i8() -> i8;
#[wasm::import("page", "u32")]
fn host_u32() -> u32;
#[wasm::import("page", "bool")]
fn host_bool() -> bool;
#[wasm::import("page", "char")]
fn host_char() -> char;
#[wasm::import("page", "u64")]
fn host_u64() -> u64;

#[wasm::import("Math", "max")]
fn max(a: f64, b: f64) -> f64;
#[wasm::import("parseInt")]
fn parse(text: &str, radix: u32) -> i32;

#[wasm::export]
fn from_host() -> String {
    back(u32::MAX, 255, true, '\u{1F389}', u64::MAX, -1);
    format!(
        "{} {} {} {} {:?} {} {} {}",
        host_u8(),
        host_i8(),
        host_u32(),
        host_bool(),
        host_char(),
        host_u64(),
        max(1.5, 2.5),
        parse("ff", 16)
    )
}
