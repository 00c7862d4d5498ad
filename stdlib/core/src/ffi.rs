//! Types of C.

#![allow(non_camel_case_types)]

mod c_str;

pub use self::c_str::{CStr, FromBytesUntilNulError, FromBytesWithNulError};

macro_rules! c_types {
    ($($name:ident = $ty:ty;)*) => {
        $(
            /// The type of this name of C, on a 32-bit target.
            pub type $name = $ty;
        )*
    };
}

c_types! {
    c_char = i8;
    c_schar = i8;
    c_uchar = u8;
    c_short = i16;
    c_ushort = u16;
    c_int = i32;
    c_uint = u32;
    c_long = i32;
    c_ulong = u32;
    c_longlong = i64;
    c_ulonglong = u64;
    c_float = f32;
    c_double = f64;
}

/// The `void` behind C's `void *`.
#[lang = "c_void"]
#[repr(u8)]
pub enum c_void {
    /// Keeps the type inhabited.
    #[doc(hidden)]
    Variant1,
    /// Keeps the type inhabited.
    #[doc(hidden)]
    Variant2,
}

impl crate::fmt::Debug for c_void {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("c_void").finish()
    }
}
