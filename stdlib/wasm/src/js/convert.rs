//! Which types cross, and how.

use super::{FromJs, IntoJs, JsValue, wanted};
use crate::{GcArray, GcString};

impl FromJs for JsValue {
    fn from_js(value: JsValue) -> JsValue {
        value
    }
}

impl IntoJs for JsValue {
    fn into_js(self) -> JsValue {
        self
    }
}

/// A copy.
impl IntoJs for &JsValue {
    fn into_js(self) -> JsValue {
        self.clone()
    }
}

/// Whatever it is.
impl FromJs for () {
    fn from_js(_value: JsValue) {}
}

impl IntoJs for () {
    fn into_js(self) -> JsValue {
        JsValue::undefined()
    }
}

macro_rules! lists {
    ($($number:ident $to_numbers:ident $of_numbers:ident $wide:ty),*) => {
        $(
            impl FromJs for Vec<$number> {
                fn from_js(value: JsValue) -> Vec<$number> {
                    let numbers = value.$to_numbers(|number| number as $number);
                    wanted("an array is wanted", numbers)
                }
            }

            impl IntoJs for Vec<$number> {
                fn into_js(self) -> JsValue {
                    self.as_slice().into_js()
                }
            }

            impl FromJs for &[$number] {
                fn from_js(value: JsValue) -> Self {
                    Vec::<$number>::from_js(value).leak()
                }
            }

            impl IntoJs for &[$number] {
                fn into_js(self) -> JsValue {
                    let numbers = self.iter().map(|number| *number as $wide);
                    JsValue::$of_numbers(stringify!($number), self.len(), numbers)
                }
            }

            impl FromJs for GcArray<$number> {
                fn from_js(value: JsValue) -> GcArray<$number> {
                    Vec::<$number>::from_js(value).into()
                }
            }

            impl IntoJs for GcArray<$number> {
                fn into_js(self) -> JsValue {
                    self.to_vec().into_js()
                }
            }
        )*
    };
}

macro_rules! numbers {
    ($($number:ident),*) => {
        $(
            impl FromJs for $number {
                fn from_js(value: JsValue) -> $number {
                    wanted("a number is wanted", value.as_f64()) as $number
                }
            }

            impl IntoJs for $number {
                fn into_js(self) -> JsValue {
                    JsValue::from(self as f64)
                }
            }

            lists! { $number to_numbers of_numbers f64 }
        )*
    };
}

numbers! { i8, u8, i16, u16, i32, u32, isize, usize, f32, f64 }
lists! { i64 to_bigints of_bigints i64, u64 to_bigints of_bigints i64 }

impl FromJs for i64 {
    fn from_js(value: JsValue) -> i64 {
        wanted("a bigint is wanted", value.as_i64())
    }
}

impl IntoJs for i64 {
    fn into_js(self) -> JsValue {
        JsValue::from(self)
    }
}

impl FromJs for u64 {
    fn from_js(value: JsValue) -> u64 {
        i64::from_js(value) as u64
    }
}

impl IntoJs for u64 {
    fn into_js(self) -> JsValue {
        JsValue::from(self)
    }
}

impl FromJs for bool {
    fn from_js(value: JsValue) -> bool {
        wanted("a boolean is wanted", value.as_bool())
    }
}

impl IntoJs for bool {
    fn into_js(self) -> JsValue {
        JsValue::from(self)
    }
}

impl FromJs for char {
    fn from_js(value: JsValue) -> char {
        let text = String::from_js(value);
        let mut chars = text.chars();
        let only = chars.next().filter(|_| chars.next().is_none());
        wanted("a string of one character is wanted", only)
    }
}

impl IntoJs for char {
    fn into_js(self) -> JsValue {
        JsValue::from(self.encode_utf8(&mut [0; 4]) as &str)
    }
}

impl FromJs for String {
    fn from_js(value: JsValue) -> String {
        wanted("a string is wanted", value.as_string())
    }
}

impl IntoJs for String {
    fn into_js(self) -> JsValue {
        JsValue::from(self.as_str())
    }
}

impl FromJs for &str {
    fn from_js(value: JsValue) -> Self {
        String::from_js(value).leak()
    }
}

impl IntoJs for &str {
    fn into_js(self) -> JsValue {
        JsValue::from(self)
    }
}

impl FromJs for GcString {
    fn from_js(value: JsValue) -> GcString {
        String::from_js(value).into()
    }
}

impl IntoJs for GcString {
    fn into_js(self) -> JsValue {
        JsValue::from(self.as_str())
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: JsValue) -> Option<T> {
        match value.is_null() || value.is_undefined() {
            true => None,
            false => Some(T::from_js(value)),
        }
    }
}

impl<T: IntoJs> IntoJs for Option<T> {
    fn into_js(self) -> JsValue {
        self.map_or_else(JsValue::undefined, T::into_js)
    }
}
