//! Floats to integers.

mod private {
    /// Keeps the trait to the types of this module.
    pub trait Sealed {}
}

/// Floats that become an `Int` by cutting off the fraction.
pub trait FloatToInt<Int>: private::Sealed + Sized {
    /// The integer part; it must fit.
    #[doc(hidden)]
    unsafe fn to_int_unchecked(self) -> Int;
}

macro_rules! items {
    ($Int:ident) => {
        #[inline(always)]
        unsafe fn to_int_unchecked(self) -> $Int {
            self as $Int
        }
    };
}

macro_rules! float_to_int {
    ($($Float:ident: $($Int:ident)*;)*) => {
        $(
            impl private::Sealed for $Float {}

            $(impl FloatToInt<$Int> for $Float { items! { $Int } })*
        )*
    };
}

float_to_int! {
    f32: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    f64: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
}
