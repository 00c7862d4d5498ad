//! Values on their way from and to JavaScript.
//!
//! Functions with `#[wasm::export]` and those with `#[wasm::import]` or of an
//! `extern` block take and give:
//!
//! | Rust | JavaScript |
//! |---|---|
//! | integers up to 32 bits, floats | number |
//! | `i64`, `u64` | bigint |
//! | `bool` | boolean |
//! | `char` | string of one character |
//! | `&str`, `String`, [`GcString`](crate::GcString) | string, copied |
//! | [`JsValue`] | anything, as it is |
//! | `Option` of these | `None` is `undefined`; `null` comes in as `None`, too |
//! | `Vec<T>`, `&[T]`, [`GcArray<T>`](crate::GcArray) of numbers | typed array, copied; any array-like comes in |
//! | the same of text, `JsValue`s and exported structs | array, copied |
//! | `Box<dyn Fn(A, B) -> R>`, `FnMut`, `FnOnce` | function |
//! | a struct with `#[wasm::export]` | object of a class of that name |
//! | `Result<T, E>` as a result | an `Err` is thrown, what an import throws is an `Err` |
//!
//! What has another type than is wanted is a `TypeError`, apart from plain
//! numbers and `bool`, which JavaScript converts as it always does. The errors
//! of results are these types, or anything with `Display`, which becomes an
//! `Error`.
//!
//! ```
//! #[wasm::export]
//! fn greeting(name: &str, times: Option<u32>) -> String {
//!     vec![format!("Hello, {name}!"); times.unwrap_or(1) as usize].join(" ")
//! }
//! assert_eq!(greeting("you", Some(2)), "Hello, you! Hello, you!");
//! ```
//!
//! # Functions of JavaScript
//!
//! `#[wasm::import]` declares one, as a function without a body or in an
//! `extern` block, whose attribute names the object it belongs to. It is looked
//! for in `options.imports` of `instantiate`, then in the global object.
//! The words `call`, `get`, `set` and `new` make it a method or a property of
//! its first argument, or a constructor.
//!
//! ```
//! use wasm::JsValue;
//!
//! #[wasm::import("Math", "hypot")]
//! fn hypot(a: f64, b: f64) -> f64;
//!
//! #[wasm::import(call, name = "getFullYear")]
//! fn full_year(date: &JsValue) -> u32;
//! ```
//!
//! What JavaScript throws ends the Rust function, unless the import's result is
//! a `Result`. Without declarations [`JsValue`] has properties and calls:
//!
//! ```
//! use wasm::{JsValue, js::IntoJs};
//!
//! let point = JsValue::object();
//! point.set("x", &1.5.into()).unwrap();
//! assert_eq!(point.get("x").unwrap().as_f64(), Some(1.5));
//! assert!(point.get("y").unwrap().is_undefined());
//!
//! let double: Box<dyn Fn(f64) -> f64> = Box::new(|x| x * 2.0);
//! point.set("double", &double.into_js()).unwrap();
//! let result = point.invoke("double", &[4.0.into()]);
//! assert_eq!(result.unwrap().as_f64(), Some(8.0));
//! assert!(point.invoke("triple", &[]).is_err());
//! ```
//!
//! # Exported structs
//!
//! ```
//! #[wasm::export]
//! struct Counter {
//!     count: u32,
//! }
//!
//! #[wasm::export]
//! impl Counter {
//!     pub fn new(start: u32) -> Counter {
//!         Counter { count: start }
//!     }
//!
//!     pub fn add(&mut self, by: u32) -> u32 {
//!         self.count += by;
//!         self.count
//!     }
//! }
//!
//! fn main() {
//!     assert_eq!(Counter::new(1).add(2), 3);
//! }
//! ```
//!
//! In JavaScript that is `new Counter(1).add(2)`. `new` is the constructor,
//! functions without `self` are static, `#[wasm::export(get)]` and `(set)` on a
//! method make it a property. An object that was given to a function by value
//! is used up. While a method with `&mut self` runs, the object's other methods
//! throw; so they do for ever after an exception went through such a method,
//! which an import's `Result` prevents. The module's heap is the engine's, so nothing needs to be freed;
//! what is collected is not dropped.

mod class;
mod convert;
mod error;
mod function;
mod item;
#[cfg(wasm_gc)]
#[path = "js/host.rs"]
mod value;
#[cfg(not(wasm_gc))]
#[path = "js/portable.rs"]
mod value;

pub use self::{
    class::{Borrowed, Class, Receiver},
    error::JsError,
    item::Item,
    value::JsValue,
};

#[cfg(wasm_gc)]
pub use self::value::call;

use std::fmt;

/// Types that are made of values of JavaScript.
pub trait FromJs: Sized {
    /// The value; throws a `TypeError` where it has another type.
    fn from_js(value: JsValue) -> Self;
}

/// Types that become values of JavaScript.
pub trait IntoJs {
    /// The value.
    fn into_js(self) -> JsValue;
}

/// What the entry of an export calls; the compiler knows it.
#[doc(hidden)]
pub fn from_js<T: FromJs>(value: JsValue) -> T {
    T::from_js(value)
}

/// What the end of an export calls; the compiler knows it.
#[doc(hidden)]
pub fn into_js<T: IntoJs>(value: T) -> JsValue {
    value.into_js()
}

/// What the end of an export calls whose error can only be shown; the
/// compiler knows it.
#[doc(hidden)]
pub fn or_throw<T: IntoJs, E: fmt::Display>(result: Result<T, E>) -> JsValue {
    match result {
        Ok(value) => value.into_js(),
        Err(error) => JsValue::error(&error.to_string()).throw(),
    }
}

fn wanted<T>(what: &str, found: Option<T>) -> T {
    match found {
        Some(value) => value,
        None => JsValue::throw_type_error(what),
    }
}
