//! Objects of exported structs.

use super::{FromJs, IntoJs, JsValue};
use std::cell::{Ref, RefCell, RefMut};

/// Structs with `#[wasm::export]`, which implements it.
pub trait Class: Sized + 'static {
    /// The name of the class.
    const NAME: &'static str;
}

/// What an object of JavaScript holds; `None` once it was given away.
pub(super) type Held<T> = RefCell<Option<T>>;

/// The object whose method is called.
#[doc(hidden)]
pub struct Receiver<T: Class> {
    held: &'static Held<T>,
}

/// An object that a function borrows.
#[doc(hidden)]
pub struct Borrowed<T: Class> {
    receiver: Receiver<T>,
}

impl<T: Class> Receiver<T> {
    pub fn borrow(&self) -> Ref<'static, T> {
        let value = self.held.try_borrow().ok();
        let value = value.map(|value| Ref::filter_map(value, Option::as_ref).ok());
        there::<T, _>(value)
    }

    pub fn borrow_mut(&self) -> RefMut<'static, T> {
        let value = self.held.try_borrow_mut().ok();
        let value = value.map(|value| RefMut::filter_map(value, Option::as_mut).ok());
        there::<T, _>(value)
    }

    pub fn take(&self) -> T {
        let value = self.held.try_borrow_mut().ok();
        there::<T, _>(value.map(|mut value| value.take()))
    }
}

/// What was borrowed. By now nothing else is, as nothing would give it back
/// when something is thrown.
fn there<T: Class, V>(value: Option<Option<V>>) -> V {
    match value {
        Some(Some(value)) => value,
        Some(None) => gone::<T>(),
        None => in_use::<T>(),
    }
}

impl<T: Class> Borrowed<T> {
    pub fn borrow(&self) -> Ref<'static, T> {
        self.receiver.borrow()
    }

    pub fn borrow_mut(&self) -> RefMut<'static, T> {
        self.receiver.borrow_mut()
    }
}

#[cold]
#[inline(never)]
fn gone<T: Class>() -> ! {
    JsValue::error(&["this ", T::NAME, " was given away"].concat()).throw()
}

#[cold]
#[inline(never)]
fn in_use<T: Class>() -> ! {
    JsValue::error(&["this ", T::NAME, " is in use"].concat()).throw()
}

/// What the object holds comes in, not the object.
impl<T: Class> FromJs for Receiver<T> {
    fn from_js(value: JsValue) -> Receiver<T> {
        Receiver {
            held: value.into_held(),
        }
    }
}

impl<T: Class> FromJs for Borrowed<T> {
    fn from_js(value: JsValue) -> Borrowed<T> {
        let held = match value.unwrap::<T>() {
            Some(held) => held,
            None => JsValue::throw_type_error(&["a ", T::NAME, " is wanted"].concat()),
        };
        Borrowed {
            receiver: Receiver { held },
        }
    }
}

/// The object is used up.
impl<T: Class> FromJs for T {
    fn from_js(value: JsValue) -> T {
        Borrowed::<T>::from_js(value).receiver.take()
    }
}

/// A new object.
impl<T: Class> IntoJs for T {
    fn into_js(self) -> JsValue {
        JsValue::wrap::<T>(Box::leak(Box::new(RefCell::new(Some(self)))))
    }
}
