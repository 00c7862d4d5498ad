//! A value of JavaScript as the engine has it.

mod objects;

pub use self::objects::call;

use core::intrinsics::{
    ExternRef, RawArray, array_new, array_read, array_write, is_literal, literal_extern,
};
use std::fmt;

#[link(wasm_import_module = "wasm:js-string")]
unsafe extern "C" {
    #[link_name = "test"]
    fn is_string(value: Option<ExternRef>) -> i32;
    #[link_name = "length"]
    fn length(text: Option<ExternRef>) -> i32;
    #[link_name = "intoCharCodeArray"]
    fn read_units(text: Option<ExternRef>, array: RawArray<u16>, start: i32) -> i32;
    #[link_name = "fromCharCodeArray"]
    fn of_units(array: RawArray<u16>, start: i32, end: i32) -> ExternRef;
}

#[link(wasm_import_module = "wrc")]
unsafe extern "C" {
    /// `undefined`.
    fn js_undefined() -> Option<ExternRef>;
    /// 0 for `undefined`, 1 for `null`, 2 for booleans, 3 for numbers, 4 for objects with a
    /// length, 6 for bigints, 7 for functions.
    fn js_kind(value: Option<ExternRef>) -> i32;
    fn js_number(value: Option<ExternRef>) -> f64;
    fn js_of_number(value: f64) -> Option<ExternRef>;
    fn js_of_bool(value: i32) -> Option<ExternRef>;
    fn js_bigint(value: Option<ExternRef>) -> i64;
    fn js_of_bigint(value: i64) -> Option<ExternRef>;
    fn js_of_unsigned(value: i64) -> Option<ExternRef>;
    fn js_text(value: Option<ExternRef>) -> Option<ExternRef>;
    fn js_equal(a: Option<ExternRef>, b: Option<ExternRef>) -> i32;
    fn js_error(message: ExternRef) -> Option<ExternRef>;
    fn js_type_error(message: ExternRef) -> Option<ExternRef>;
    fn js_throw(value: Option<ExternRef>) -> !;
    /// A typed array for a type of Rust.
    fn js_array(ty: ExternRef, len: i32) -> Option<ExternRef>;
    fn js_length(array: Option<ExternRef>) -> i32;
    fn js_at(array: Option<ExternRef>, index: i32) -> f64;
    fn js_put(array: Option<ExternRef>, index: i32, value: f64);
    fn js_bigint_at(array: Option<ExternRef>, index: i32) -> i64;
    fn js_bigint_put(array: Option<ExternRef>, index: i32, value: i64);
}

/// A value of JavaScript.
#[lang = "wasm_js_value"]
#[derive(Clone)]
pub struct JsValue {
    value: Option<ExternRef>,
}

impl JsValue {
    /// `undefined`.
    pub fn undefined() -> JsValue {
        unsafe { js_undefined() }.into()
    }

    /// `null`.
    pub fn null() -> JsValue {
        None.into()
    }

    /// Whether it is `undefined`.
    pub fn is_undefined(&self) -> bool {
        self.kind() == 0
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.value.is_none()
    }

    fn kind(&self) -> i32 {
        unsafe { js_kind(self.value) }
    }

    fn number(&self) -> f64 {
        unsafe { js_number(self.value) }
    }

    /// The number, if it is one.
    pub fn as_f64(&self) -> Option<f64> {
        (self.kind() == 3).then(|| self.number())
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        (self.kind() == 2).then(|| self.number() != 0.0)
    }

    /// The bigint's low 64 bits, if it is one.
    pub fn as_i64(&self) -> Option<i64> {
        (self.kind() == 6).then(|| unsafe { js_bigint(self.value) })
    }

    /// Whether it can be called.
    pub fn is_function(&self) -> bool {
        self.kind() == 7
    }

    /// The string, if it is one; a lone surrogate becomes the replacement character.
    pub fn as_string(&self) -> Option<String> {
        if unsafe { is_string(self.value) } == 0 {
            return None;
        }
        let len = unsafe { length(self.value) } as usize;
        let array = array_new(len);
        unsafe { read_units(self.value, array, 0) };
        let units = (0..len).map(|index| array_read(array, index));
        let chars = char::decode_utf16(units);
        Some(
            chars
                .map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect(),
        )
    }

    /// An `Error` with a message.
    pub fn error(message: &str) -> JsValue {
        unsafe { js_error(text(message)) }.into()
    }

    /// Throws it.
    pub fn throw(self) -> ! {
        unsafe { js_throw(self.value) }
    }

    #[cold]
    pub(super) fn throw_type_error(message: &str) -> ! {
        JsValue::from(unsafe { js_type_error(text(message)) }).throw()
    }

    pub(super) fn list_len(&self) -> Option<usize> {
        (self.kind() == 4).then(|| unsafe { js_length(self.value) } as usize)
    }

    pub(super) fn of_numbers(ty: &str, len: usize, numbers: impl Iterator<Item = f64>) -> JsValue {
        let array = unsafe { js_array(text(ty), len as i32) };
        for (index, number) in numbers.enumerate() {
            unsafe { js_put(array, index as i32, number) };
        }
        array.into()
    }

    pub(super) fn to_numbers<T>(&self, make: impl Fn(f64) -> T) -> Option<Vec<T>> {
        let number = |index| make(unsafe { js_at(self.value, index as i32) });
        Some((0..self.list_len()?).map(number).collect())
    }

    pub(super) fn of_bigints(ty: &str, len: usize, numbers: impl Iterator<Item = i64>) -> JsValue {
        let array = unsafe { js_array(text(ty), len as i32) };
        for (index, number) in numbers.enumerate() {
            unsafe { js_bigint_put(array, index as i32, number) };
        }
        array.into()
    }

    pub(super) fn to_bigints<T>(&self, make: impl Fn(i64) -> T) -> Option<Vec<T>> {
        let number = |index| make(unsafe { js_bigint_at(self.value, index as i32) });
        Some((0..self.list_len()?).map(number).collect())
    }
}

/// A string of the host.
#[inline(always)]
fn text(text: &str) -> ExternRef {
    match is_literal(text) {
        true => literal_extern(text),
        false => new_text(text),
    }
}

fn new_text(text: &str) -> ExternRef {
    let array = array_new(text.len());
    let mut len = 0;
    for unit in text.encode_utf16() {
        array_write(array, len, unit);
        len += 1;
    }
    unsafe { of_units(array, 0, len as i32) }
}

impl From<Option<ExternRef>> for JsValue {
    fn from(value: Option<ExternRef>) -> JsValue {
        JsValue { value }
    }
}

impl From<&str> for JsValue {
    #[inline(always)]
    fn from(from: &str) -> JsValue {
        Some(text(from)).into()
    }
}

impl From<f64> for JsValue {
    fn from(number: f64) -> JsValue {
        unsafe { js_of_number(number) }.into()
    }
}

impl From<bool> for JsValue {
    fn from(value: bool) -> JsValue {
        unsafe { js_of_bool(value as i32) }.into()
    }
}

impl From<i64> for JsValue {
    fn from(number: i64) -> JsValue {
        unsafe { js_of_bigint(number) }.into()
    }
}

impl From<u64> for JsValue {
    fn from(number: u64) -> JsValue {
        unsafe { js_of_unsigned(number as i64) }.into()
    }
}

/// As `===` compares.
impl PartialEq for JsValue {
    fn eq(&self, other: &JsValue) -> bool {
        unsafe { js_equal(self.value, other.value) != 0 }
    }
}

/// As `String(value)` shows it.
impl fmt::Display for JsValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = JsValue::from(unsafe { js_text(self.value) });
        f.pad(&text.as_string().unwrap_or_default())
    }
}

impl fmt::Debug for JsValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsValue({self})")
    }
}
