//! The intrinsics of `core`, and those about `Box`, which `core` cannot name.

pub(crate) use core::intrinsics::*;

use crate::boxed::Box;

macro_rules! intrinsics {
    ($($(#[$meta:meta])* fn $name:ident [$($generics:tt)*] ($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        $(
            $(#[$meta])*
            #[wrc::intrinsic]
            pub fn $name<$($generics)*>($($arg: $ty),*) -> $ret {
                loop {}
            }
        )*
    };
}

intrinsics! {
    /// The value on the heap.
    fn box_new [T] (value: T) -> Box<T>;
    /// A box with an object of zeros and nulls, which is overwritten later. Refused for types whose
    /// values are no objects.
    fn object_uninit [T] () -> Box<T>;
    /// The value back from the heap.
    fn box_into_inner [T] (boxed: Box<T>) -> T;
    /// The box whose content the pointer names; for a slice, its whole array.
    fn box_from_raw [T: ?Sized] (pointer: *mut T) -> Box<T>;
    /// An array as a slice; every slot is initialised.
    fn box_slice_from [T] (array: RawArray<T>) -> Box<[T]>;
    /// The array of a slice.
    fn box_slice_array [T] (slice: Box<[T]>) -> RawArray<T>;
    /// Bytes that are UTF-8, as text.
    fn box_str_from [] (bytes: Box<[u8]>) -> Box<str>;
    /// The bytes of text.
    fn box_str_into [] (text: Box<str>) -> Box<[u8]>;
}
