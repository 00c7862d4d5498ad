//! Objects and functions.

use super::{JsValue, js_array, text};
use crate::js::class::{Class, Held};
use core::intrinsics::{ExternRef, extern_from, extern_into};

#[link(wasm_import_module = "wrc")]
unsafe extern "C" {
    fn js_global() -> Option<ExternRef>;
    fn js_object() -> Option<ExternRef>;
    fn js_get(object: Option<ExternRef>, name: ExternRef) -> Option<ExternRef>;
    fn js_set(
        object: Option<ExternRef>,
        name: ExternRef,
        value: Option<ExternRef>,
    ) -> Option<ExternRef>;
    fn js_call(
        function: Option<ExternRef>,
        this: Option<ExternRef>,
        arguments: Option<ExternRef>,
    ) -> Option<ExternRef>;
    fn js_invoke(
        object: Option<ExternRef>,
        name: ExternRef,
        arguments: Option<ExternRef>,
    ) -> Option<ExternRef>;
    fn js_new(class: Option<ExternRef>, arguments: Option<ExternRef>) -> Option<ExternRef>;
    fn js_instance(value: Option<ExternRef>, class: Option<ExternRef>) -> i32;
    /// Did the last three throw? Their result is then what holds the error.
    fn js_thrown(value: Option<ExternRef>) -> i32;
    fn js_error_of(value: Option<ExternRef>) -> Option<ExternRef>;
    fn js_item(array: Option<ExternRef>, index: i32) -> Option<ExternRef>;
    fn js_put_item(array: Option<ExternRef>, index: i32, value: Option<ExternRef>);
    /// A function that calls [`call`] with the closure.
    fn js_function(closure: ExternRef) -> Option<ExternRef>;
    fn js_wrap(class: ExternRef, held: ExternRef) -> Option<ExternRef>;
    fn js_unwrap(class: ExternRef, object: Option<ExternRef>) -> Option<ExternRef>;
}

/// A closure that JavaScript calls with an array of arguments.
#[wrc::object]
struct Closure {
    call: Box<dyn Fn(JsValue) -> JsValue>,
}

/// What functions of JavaScript call that are closures.
#[doc(hidden)]
pub fn call(closure: JsValue, arguments: JsValue) -> JsValue {
    match closure.value {
        Some(closure) => (extern_into::<Closure>(closure).call)(arguments),
        None => JsValue::undefined(),
    }
}

impl JsValue {
    /// The global object: `window` in browsers.
    pub fn global() -> JsValue {
        unsafe { js_global() }.into()
    }

    /// A new object without properties.
    pub fn object() -> JsValue {
        unsafe { js_object() }.into()
    }

    /// A property of the object.
    ///
    /// # Errors
    /// What JavaScript throws: there are none of `undefined` and `null`.
    pub fn get(&self, name: &str) -> Result<JsValue, JsValue> {
        JsValue::from(unsafe { js_get(self.value, text(name)) }).or_thrown()
    }

    /// Sets a property of the object.
    ///
    /// # Errors
    /// What JavaScript throws.
    pub fn set(&self, name: &str, value: &JsValue) -> Result<(), JsValue> {
        let result = unsafe { js_set(self.value, text(name), value.value) };
        JsValue::from(result).or_thrown().map(|_| ())
    }

    /// Calls the function.
    ///
    /// # Errors
    /// What the function throws, and a `TypeError` where there is none.
    pub fn call(&self, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let arguments = JsValue::arguments(arguments);
        let result = unsafe { js_call(self.value, JsValue::undefined().value, arguments) };
        JsValue::from(result).or_thrown()
    }

    /// Calls a method of the object.
    ///
    /// # Errors
    /// What the method throws, and a `TypeError` where there is none.
    pub fn invoke(&self, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let arguments = JsValue::arguments(arguments);
        JsValue::from(unsafe { js_invoke(self.value, text(method), arguments) }).or_thrown()
    }

    /// A new object of the class.
    ///
    /// # Errors
    /// What the constructor throws, and a `TypeError` where there is none.
    pub fn construct(&self, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        JsValue::from(unsafe { js_new(self.value, JsValue::arguments(arguments)) }).or_thrown()
    }

    /// Whether it is an object of the class.
    pub fn is_instance_of(&self, class: &JsValue) -> bool {
        unsafe { js_instance(self.value, class.value) != 0 }
    }

    fn arguments(values: &[JsValue]) -> Option<ExternRef> {
        JsValue::list(values.len(), values.iter().cloned()).value
    }

    pub(in crate::js) fn list(len: usize, values: impl Iterator<Item = JsValue>) -> JsValue {
        let array = unsafe { js_array(text("any"), len as i32) };
        for (index, value) in values.enumerate() {
            unsafe { js_put_item(array, index as i32, value.value) };
        }
        array.into()
    }

    pub(in crate::js) fn at(&self, index: usize) -> JsValue {
        unsafe { js_item(self.value, index as i32) }.into()
    }

    /// What an import gave, unless it threw.
    pub(in crate::js) fn or_thrown(self) -> Result<JsValue, JsValue> {
        match unsafe { js_thrown(self.value) } {
            0 => Ok(self),
            _ => Err(unsafe { js_error_of(self.value) }.into()),
        }
    }

    pub(in crate::js) fn function(call: Box<dyn Fn(JsValue) -> JsValue>) -> JsValue {
        let closure: &'static Closure = Box::leak(Box::new(Closure { call }));
        unsafe { js_function(extern_from(closure)) }.into()
    }

    pub(in crate::js) fn wrap<T: Class>(held: &'static Held<T>) -> JsValue {
        unsafe { js_wrap(text(T::NAME), extern_from(held)) }.into()
    }

    pub(in crate::js) fn unwrap<T: Class>(self) -> Option<&'static Held<T>> {
        let held = unsafe { js_unwrap(text(T::NAME), self.value) };
        held.map(extern_into::<Held<T>>)
    }

    /// What [`JsValue::wrap`] was given.
    pub(in crate::js) fn into_held<T: Class>(self) -> &'static Held<T> {
        match self.value {
            Some(held) => extern_into::<Held<T>>(held),
            None => JsValue::throw_type_error("an object is wanted"),
        }
    }
}
