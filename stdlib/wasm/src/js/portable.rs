//! A value of JavaScript without JavaScript: what Rust can make one of.

use std::rc::Rc;

/// A value of JavaScript.
#[derive(Clone, Debug)]
pub struct JsValue {
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    Text(Rc<str>),
    Error(Rc<str>),
    Numbers(Rc<[f64]>),
}

impl JsValue {
    /// `undefined`.
    pub fn undefined() -> JsValue {
        Kind::Undefined.into()
    }

    /// `null`.
    pub fn null() -> JsValue {
        Kind::Null.into()
    }

    /// Whether it is `undefined`.
    pub fn is_undefined(&self) -> bool {
        matches!(self.kind, Kind::Undefined)
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// The number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            Kind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The string, if it is one.
    pub fn as_string(&self) -> Option<String> {
        match &self.kind {
            Kind::Text(text) => Some(text.as_ref().to_owned()),
            _ => None,
        }
    }

    /// An `Error` with a message.
    pub fn error(message: &str) -> JsValue {
        Kind::Error(message.into()).into()
    }

    /// Throws it.
    pub fn throw(self) -> ! {
        match self.kind {
            Kind::Error(message) => panic!("Error: {message}"),
            other => panic!("thrown: {other:?}"),
        }
    }

    pub(super) fn throw_type_error(message: &str) -> ! {
        panic!("TypeError: {message}")
    }

    pub(super) fn of_numbers(
        _ty: &str,
        _len: usize,
        numbers: impl Iterator<Item = f64>,
    ) -> JsValue {
        Kind::Numbers(numbers.collect()).into()
    }

    pub(super) fn to_numbers<T>(&self, make: impl Fn(f64) -> T) -> Option<Vec<T>> {
        match &self.kind {
            Kind::Numbers(numbers) => Some(numbers.iter().map(|number| make(*number)).collect()),
            _ => None,
        }
    }
}

impl From<Kind> for JsValue {
    fn from(kind: Kind) -> JsValue {
        JsValue { kind }
    }
}

impl From<&str> for JsValue {
    fn from(text: &str) -> JsValue {
        Kind::Text(text.into()).into()
    }
}

impl From<f64> for JsValue {
    fn from(number: f64) -> JsValue {
        Kind::Number(number).into()
    }
}

impl From<bool> for JsValue {
    fn from(value: bool) -> JsValue {
        Kind::Bool(value).into()
    }
}
