// Closures that JavaScript calls, functions that Rust calls, and objects.
#![crate_type = "cdylib"]
use std::cell::Cell;
use std::rc::Rc;
use wasm::{JsError, JsValue, js::IntoJs};

#[wasm::import("page")]
unsafe extern "C" {
    safe fn each(values: &[i32], f: Box<dyn FnMut(i32, String) -> String>);
    safe fn twice(f: Box<dyn FnOnce(f64) -> Option<bool>>);
    safe fn nested(f: Box<dyn Fn(Box<dyn Fn(i32) -> i32>) -> i32>) -> i32;
    safe fn later(f: Box<dyn FnMut()>);
    safe fn fails(how: i32) -> Result<i32, JsValue>;
    #[wasm::import("fails")]
    safe fn fails_with_text(how: i32) -> Result<String, JsError>;
    #[wasm::import("fails")]
    safe fn fails_silently(how: i32) -> Result<(), JsError>;
}

#[wasm::export]
fn sum_of_each() -> String {
    let sum = Rc::new(Cell::new(0));
    let inner = sum.clone();
    each(&[1, 2, 3], Box::new(move |value, text| {
        inner.set(inner.get() + value);
        format!("{text}{value}")
    }));
    format!("{} {}", sum.get(), Rc::strong_count(&sum))
}

#[wasm::export]
fn once() {
    twice(Box::new(|number| (number > 0.0).then_some(true)));
}

#[wasm::export]
fn nest() -> i32 {
    nested(Box::new(|f| f(f(1))))
}

#[wasm::export]
fn adder(by: i32) -> Box<dyn Fn(i32) -> i32> {
    Box::new(move |value| value + by)
}

#[wasm::export]
fn counter() -> Box<dyn FnMut() -> u32> {
    let mut count = u32::MAX - 1;
    Box::new(move || {
        count = count.wrapping_add(1);
        count
    })
}

#[wasm::export]
fn reenter() {
    let mut runs = 0;
    later(Box::new(move || {
        runs += 1;
        if runs == 1 {
            again();
        }
    }));
}

#[wasm::import("page", "again")]
fn again();

#[wasm::export]
fn apply(f: Box<dyn Fn(String) -> String>, text: String) -> String {
    f(text)
}

#[wasm::export]
fn apply_all(mut f: Box<dyn FnMut(i64)>, g: Box<dyn FnOnce(&'static str) -> Vec<f64>>) -> f64 {
    f(-1);
    f(2);
    g("x").iter().sum()
}

#[wasm::export]
fn caught() -> String {
    let value = fails(1);
    let error = fails(0).unwrap_err();
    let class = JsValue::global().get("RangeError").unwrap();
    format!(
        "{value:?} {error} {} | {:?} | {:?} {:?} {:?}",
        error.is_instance_of(&class),
        fails_with_text(0),
        fails_silently(0).is_err(),
        fails_silently(1).is_ok(),
        fails_silently(3),
    )
}

#[wasm::export]
fn wrong_type() -> bool {
    fails_with_text(2).is_ok()
}

#[wasm::export]
fn passed_on(how: i32) -> Result<i32, JsValue> {
    Ok(fails(how)? + 1)
}

#[wasm::export]
fn parsed(text: &str) -> Result<i32, std::num::ParseIntError> {
    text.parse()
}

#[wasm::export]
fn checked(text: &str) -> Result<(), JsError> {
    text.parse::<f64>()?;
    Ok(())
}

#[wasm::export]
fn texts(text: &str) -> Result<Option<&str>, String> {
    text.split_once(' ').map(|(_, rest)| Some(rest)).ok_or_else(|| text.to_uppercase())
}

#[wasm::export]
fn panics(list: &[u8]) -> u8 {
    list[1]
}

#[wasm::export]
fn through(f: Box<dyn Fn()>) {
    f();
}

/// Works without declarations.
#[wasm::export]
fn dynamic() -> Result<String, JsValue> {
    let json = JsValue::global().get("JSON")?;
    let object = JsValue::object();
    object.set("b", &JsValue::from(1.5))?;
    object.set("f", &vec![JsValue::null(), "x".into_js()].into_js())?;
    let text = json.invoke("stringify", &[object.clone()])?;
    let map = JsValue::global().get("Map")?.construct(&[])?;
    map.invoke("set", &[object.clone(), text.clone()])?;
    let found = map.invoke("get", &[object.clone()])?;
    let missing = map.invoke("nothing", &[]).unwrap_err();
    let parsed = json.invoke("parse", &["{".into()]).is_err();
    Ok(format!("{found} {} {missing} {parsed} {:?}", found == text, object.get("b")?))
}

#[wasm::import(new, name = "Date")]
fn date(year: u32, month: u32) -> JsValue;
#[wasm::import(call, name = "getFullYear")]
fn full_year(date: &JsValue) -> u32;
#[wasm::import(call, name = "setMonth")]
fn set_month(date: &JsValue, month: u32);
#[wasm::import(call, name = "getMonth")]
fn month(date: &JsValue) -> u32;
#[wasm::import(get)]
fn name(of: &JsValue) -> String;
#[wasm::import(get, name = "lastIndex")]
fn last_index(of: &JsValue) -> Result<Option<u32>, JsError>;
#[wasm::import(set, name = "lastIndex")]
fn set_last_index(of: &JsValue, index: u32);

#[wasm::export]
fn kinds(regex: JsValue) -> String {
    let date = date(2020, 1);
    set_month(&date, 3);
    set_last_index(&regex, 7);
    let class = JsValue::global().get("Date").unwrap();
    format!(
        "{} {} {} {:?} {:?}",
        full_year(&date),
        month(&date),
        name(&class),
        last_index(&regex),
        last_index(&JsValue::null()).map_err(|error| error.to_string()),
    )
}
