// Everything that crosses, in both directions.
#![crate_type = "cdylib"]
use wasm::{GcArray, GcString, JsError, JsValue};

#[wasm::export]
fn greet(name: &str, times: Option<u32>) -> String {
    vec![format!("Hello, {name}!"); times.unwrap_or(1) as usize].join(" ")
}

#[wasm::export]
fn add(a: i32, b: f64) -> f64 {
    a as f64 + b
}

#[wasm::export]
fn first_word(text: GcString) -> Option<GcString> {
    let word = text.split_whitespace().next()?;
    Some(word.into())
}

#[wasm::export]
fn flags(yes: Option<bool>, letter: Option<char>, small: Option<u8>) -> String {
    format!("{yes:?} {letter:?} {small:?}")
}

#[wasm::export]
fn scaled(values: &[f64], by: f64) -> Vec<f64> {
    values.iter().map(|value| value * by).collect()
}

#[wasm::export]
fn sorted(values: Vec<i32>) -> GcArray<i32> {
    let values = GcArray::from(values);
    values.sort();
    values
}

#[wasm::export]
fn half(number: i32) -> Result<i32, JsError> {
    match number % 2 {
        0 => Ok(number / 2),
        _ => Err(JsError::new("odd")),
    }
}

#[wasm::export]
fn kind(value: JsValue) -> String {
    match (value.as_f64(), value.as_bool(), value.as_string()) {
        (Some(number), ..) => format!("number {number}"),
        (_, Some(value), _) => format!("boolean {value}"),
        (.., Some(text)) => format!("string {text:?}"),
        _ if value.is_null() => "null".into(),
        _ if value.is_undefined() => "undefined".into(),
        _ => "other".into(),
    }
}

#[wasm::export]
fn same(value: JsValue) -> JsValue {
    value
}

#[link(wasm_import_module = "page")]
unsafe extern "C" {
    fn log(text: &str, count: i32);
    #[wasm::import(name = "askUser")]
    fn ask(question: String) -> Option<String>;
    fn total(values: &[f64]) -> f64;
}

#[wasm::export]
fn conversation(question: &str) -> usize {
    let answer = unsafe { ask(question.to_owned()) };
    let text = answer.as_deref().unwrap_or("nothing");
    unsafe { log(text, text.chars().count() as i32) };
    unsafe { total(&[1.5, 2.5]) as usize }
}
