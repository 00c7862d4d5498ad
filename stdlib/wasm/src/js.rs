//! Values on their way from and to JavaScript.
//!
//! Functions with `#[wasm::export]` and those of an `extern` block take and
//! give:
//!
//! | Rust | JavaScript |
//! |---|---|
//! | integers up to 32 bits, floats | number; a `u32` as `i32`: `x >>> 0` is the number |
//! | `i64`, `u64` | bigint |
//! | `bool`, `char` | number, as WebAssembly has them |
//! | `&str`, `String`, [`GcString`](crate::GcString) | string, copied |
//! | [`JsValue`] | anything, as it is |
//! | `Option` of these numbers, `bool`, `char` and text | `null` or `undefined` is `None` |
//! | `Vec<T>`, `&[T]`, [`GcArray<T>`](crate::GcArray) of numbers | typed array, copied; any array-like comes in |
//! | `Result<T, E>` as a result of an export | an `Err` is thrown |
//!
//! What has another type than a parameter wants is a `TypeError`.
//!
//! ```
//! #[wasm::export]
//! fn greeting(name: &str, times: Option<u32>) -> String {
//!     vec![format!("Hello, {name}!"); times.unwrap_or(1) as usize].join(" ")
//! }
//! assert_eq!(greeting("you", Some(2)), "Hello, you! Hello, you!");
//! ```

mod convert;
#[cfg(wasm_gc)]
#[path = "js/host.rs"]
mod value;
#[cfg(not(wasm_gc))]
#[path = "js/portable.rs"]
mod value;

pub use self::value::JsValue;

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

/// An error that JavaScript gets as an `Error` with a message.
///
/// ```
/// use wasm::JsError;
///
/// #[wasm::export]
/// fn half(number: i32) -> Result<i32, JsError> {
///     match number % 2 {
///         0 => Ok(number / 2),
///         _ => Err(JsError::new("odd")),
///     }
/// }
/// assert_eq!(half(3).unwrap_err().to_string(), "odd");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JsError {
    message: String,
}

impl JsError {
    /// An error with this message.
    pub fn new(message: &str) -> JsError {
        JsError {
            message: message.to_owned(),
        }
    }
}

impl fmt::Display for JsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for JsError {}
