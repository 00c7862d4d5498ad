//! A value of JavaScript without JavaScript: what Rust can make one of.

use super::class::{Class, Held};
use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// A value of JavaScript.
#[derive(Clone)]
pub struct JsValue {
    kind: Kind,
}

type Function = dyn Fn(JsValue) -> JsValue;

#[derive(Clone)]
enum Kind {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    BigInt(i128),
    Text(Rc<str>),
    Error(Rc<str>),
    List(Rc<[JsValue]>),
    Object(Rc<RefCell<BTreeMap<String, JsValue>>>),
    Function(Rc<Function>),
    Held(&'static dyn Any),
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

    /// Whether it can be called.
    pub fn is_function(&self) -> bool {
        matches!(self.kind, Kind::Function(_))
    }

    /// The number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        match self.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The bigint's low 64 bits, if it is one.
    pub fn as_i64(&self) -> Option<i64> {
        match self.kind {
            Kind::BigInt(number) => Some(number as i64),
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
        panic!("thrown: {self}")
    }

    pub(super) fn throw_type_error(message: &str) -> ! {
        panic!("thrown: TypeError: {message}")
    }

    /// The global object: `window` in browsers. Here it is empty.
    pub fn global() -> JsValue {
        JsValue::object()
    }

    /// A new object without properties.
    pub fn object() -> JsValue {
        Kind::Object(Rc::default()).into()
    }

    /// A property of the object.
    ///
    /// # Errors
    /// What JavaScript throws: there are none of `undefined` and `null`.
    pub fn get(&self, name: &str) -> Result<JsValue, JsValue> {
        Ok(match &self.kind {
            Kind::Undefined | Kind::Null => return Err(no_property(self, name)),
            Kind::Object(object) => object.borrow().get(name).cloned(),
            Kind::Error(message) if name == "message" => Some(JsValue::from(message.as_ref())),
            _ => None,
        }
        .unwrap_or_else(JsValue::undefined))
    }

    /// Sets a property of the object.
    ///
    /// # Errors
    /// What JavaScript throws.
    pub fn set(&self, name: &str, value: &JsValue) -> Result<(), JsValue> {
        match &self.kind {
            Kind::Undefined | Kind::Null => return Err(no_property(self, name)),
            Kind::Object(object) => object.borrow_mut().insert(name.to_owned(), value.clone()),
            _ => None,
        };
        Ok(())
    }

    /// Calls the function.
    ///
    /// # Errors
    /// What the function throws, and a `TypeError` where there is none.
    pub fn call(&self, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        match &self.kind {
            Kind::Function(function) => Ok(function(Kind::List(arguments.into()).into())),
            _ => Err(JsValue::error("TypeError: not a function")),
        }
    }

    /// Calls a method of the object.
    ///
    /// # Errors
    /// What the method throws, and a `TypeError` where there is none.
    pub fn invoke(&self, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        self.get(method)?.call(arguments)
    }

    /// A new object of the class.
    ///
    /// # Errors
    /// What the constructor throws, and a `TypeError` where there is none.
    pub fn construct(&self, _arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        Err(JsValue::error("TypeError: not a constructor"))
    }

    /// Whether it is an object of the class.
    pub fn is_instance_of(&self, _class: &JsValue) -> bool {
        false
    }

    pub(super) fn list(_len: usize, values: impl Iterator<Item = JsValue>) -> JsValue {
        Kind::List(values.collect()).into()
    }

    pub(super) fn list_len(&self) -> Option<usize> {
        match &self.kind {
            Kind::List(values) => Some(values.len()),
            _ => None,
        }
    }

    pub(super) fn at(&self, index: usize) -> JsValue {
        match &self.kind {
            Kind::List(values) => values.get(index).cloned(),
            _ => None,
        }
        .unwrap_or_else(JsValue::undefined)
    }

    pub(super) fn of_numbers(_ty: &str, len: usize, numbers: impl Iterator<Item = f64>) -> JsValue {
        JsValue::list(len, numbers.map(JsValue::from))
    }

    pub(super) fn to_numbers<T>(&self, make: impl Fn(f64) -> T) -> Option<Vec<T>> {
        let number = |index| make(self.at(index).as_f64().unwrap_or(f64::NAN));
        Some((0..self.list_len()?).map(number).collect())
    }

    pub(super) fn of_bigints(_ty: &str, len: usize, numbers: impl Iterator<Item = i64>) -> JsValue {
        JsValue::list(len, numbers.map(JsValue::from))
    }

    pub(super) fn to_bigints<T>(&self, make: impl Fn(i64) -> T) -> Option<Vec<T>> {
        let number = |index| make(self.at(index).as_i64().unwrap_or_default());
        Some((0..self.list_len()?).map(number).collect())
    }

    /// Nothing was thrown: that is a panic here.
    pub(super) fn or_thrown(self) -> Result<JsValue, JsValue> {
        Ok(self)
    }

    pub(super) fn function(call: Box<Function>) -> JsValue {
        Kind::Function(call.into()).into()
    }

    pub(super) fn wrap<T: Class>(held: &'static Held<T>) -> JsValue {
        Kind::Held(held).into()
    }

    pub(super) fn unwrap<T: Class>(self) -> Option<&'static Held<T>> {
        match self.kind {
            Kind::Held(held) => held.downcast_ref(),
            _ => None,
        }
    }

    pub(super) fn into_held<T: Class>(self) -> &'static Held<T> {
        match self.unwrap::<T>() {
            Some(held) => held,
            None => JsValue::throw_type_error("an object is wanted"),
        }
    }
}

fn no_property(of: &JsValue, name: &str) -> JsValue {
    JsValue::error(&format!("TypeError: {of} has no `{name}`"))
}

/// As `===` compares.
impl PartialEq for JsValue {
    fn eq(&self, other: &JsValue) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Undefined, Kind::Undefined) | (Kind::Null, Kind::Null) => true,
            (Kind::Bool(a), Kind::Bool(b)) => a == b,
            (Kind::Number(a), Kind::Number(b)) => a == b,
            (Kind::BigInt(a), Kind::BigInt(b)) => a == b,
            (Kind::Text(a), Kind::Text(b)) => a == b,
            (Kind::Error(a), Kind::Error(b)) => Rc::ptr_eq(a, b),
            (Kind::List(a), Kind::List(b)) => Rc::ptr_eq(a, b),
            (Kind::Object(a), Kind::Object(b)) => Rc::ptr_eq(a, b),
            (Kind::Function(a), Kind::Function(b)) => Rc::ptr_eq(a, b),
            (Kind::Held(a), Kind::Held(b)) => std::ptr::addr_eq(*a, *b),
            _ => false,
        }
    }
}

/// As `String(value)` shows it, nearly.
impl fmt::Display for JsValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match &self.kind {
            Kind::Undefined => "undefined".to_owned(),
            Kind::Null => "null".to_owned(),
            Kind::Bool(value) => value.to_string(),
            Kind::Number(number) => number.to_string(),
            Kind::BigInt(number) => number.to_string(),
            Kind::Text(text) => text.to_string(),
            Kind::Error(message) => format!("Error: {message}"),
            Kind::List(values) => {
                let texts: Vec<String> = values.iter().map(JsValue::to_string).collect();
                texts.join(",")
            }
            Kind::Object(_) | Kind::Held(_) => "[object Object]".to_owned(),
            Kind::Function(_) => "function".to_owned(),
        };
        f.pad(&text)
    }
}

impl fmt::Debug for JsValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsValue({self})")
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

impl From<i64> for JsValue {
    fn from(number: i64) -> JsValue {
        Kind::BigInt(number.into()).into()
    }
}

impl From<u64> for JsValue {
    fn from(number: u64) -> JsValue {
        Kind::BigInt(number.into()).into()
    }
}

impl From<bool> for JsValue {
    fn from(value: bool) -> JsValue {
        Kind::Bool(value).into()
    }
}
