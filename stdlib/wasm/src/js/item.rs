//! Lists of values that are no numbers: arrays of JavaScript.

use super::{Class, FromJs, IntoJs, JsValue, wanted};
use crate::{GcArray, GcString};

/// Types whose lists are arrays of JavaScript.
///
/// ```
/// use wasm::js::{FromJs, IntoJs};
///
/// let words = vec![String::from("a"), String::from("b")].into_js();
/// assert_eq!(Vec::<String>::from_js(words), ["a", "b"]);
/// ```
pub trait Item: FromJs + IntoJs {}

impl Item for String {}
impl Item for GcString {}
impl Item for JsValue {}
impl<T: Class> Item for T {}
impl<T: Item> Item for Option<T> {}

impl<T: Item> FromJs for Vec<T> {
    fn from_js(value: JsValue) -> Vec<T> {
        let len = wanted("an array is wanted", value.list_len());
        (0..len).map(|index| T::from_js(value.at(index))).collect()
    }
}

impl<T: Item> IntoJs for Vec<T> {
    fn into_js(self) -> JsValue {
        JsValue::list(self.len(), self.into_iter().map(T::into_js))
    }
}

impl<T: Item + 'static> FromJs for &[T] {
    fn from_js(value: JsValue) -> Self {
        Vec::<T>::from_js(value).leak()
    }
}

impl<T: Item + Clone> IntoJs for &[T] {
    fn into_js(self) -> JsValue {
        self.to_vec().into_js()
    }
}

impl<T: Item> FromJs for GcArray<T> {
    fn from_js(value: JsValue) -> GcArray<T> {
        Vec::<T>::from_js(value).into()
    }
}

impl<T: Item + Copy> IntoJs for GcArray<T> {
    fn into_js(self) -> JsValue {
        self.to_vec().into_js()
    }
}
