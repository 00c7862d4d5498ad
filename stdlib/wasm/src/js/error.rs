//! `JsError`: an `Error` of JavaScript, as far as its message goes.

use super::{FromJs, IntoJs, JsValue};
use std::error::Error;
use std::fmt;

/// An error that JavaScript gets as an `Error` with a message, and the message
/// of what JavaScript threw. Any error of Rust can become one, with `?`. What
/// was thrown itself comes as a [`JsValue`].
///
/// ```
/// use wasm::JsError;
///
/// #[wasm::export]
/// fn half(number: &str) -> Result<i32, JsError> {
///     let number: i32 = number.parse()?;
///     match number % 2 {
///         0 => Ok(number / 2),
///         _ => Err(JsError::new("odd")),
///     }
/// }
/// assert_eq!(half("3").unwrap_err().to_string(), "odd");
/// assert_eq!(half("x").unwrap_err().to_string(), "invalid digit found in string");
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

impl<E: Error> From<E> for JsError {
    fn from(error: E) -> JsError {
        JsError {
            message: error.to_string(),
        }
    }
}

/// An `Error`.
impl IntoJs for JsError {
    fn into_js(self) -> JsValue {
        JsValue::error(&self.message)
    }
}

/// The `message` of an `Error`, the text of other values.
impl FromJs for JsError {
    fn from_js(value: JsValue) -> JsError {
        let message = match value.get("message") {
            Ok(message) => message.as_string(),
            Err(_) => None,
        };
        JsError {
            message: message.unwrap_or_else(|| value.to_string()),
        }
    }
}

/// An `Err` is thrown.
impl<T: IntoJs, E: IntoJs> IntoJs for Result<T, E> {
    fn into_js(self) -> JsValue {
        match self {
            Ok(value) => value.into_js(),
            Err(error) => error.into_js().throw(),
        }
    }
}

/// What was thrown is an `Err`.
impl<T: FromJs, E: FromJs> FromJs for Result<T, E> {
    fn from_js(value: JsValue) -> Result<T, E> {
        match value.or_thrown() {
            Ok(value) => Ok(T::from_js(value)),
            Err(error) => Err(E::from_js(error)),
        }
    }
}
