//! Formatting of references, pointers, sequences and the other primitive types.

use super::{
    Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result, UpperExp,
    UpperHex,
};
use crate::intrinsics;
use crate::ptr::number_of;

macro_rules! references {
    ($($Trait:ident)*) => {
        $(
            impl<T: ?Sized + $Trait> $Trait for &T {
                #[inline]
                fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                    $Trait::fmt(&**self, f)
                }
            }

            impl<T: ?Sized + $Trait> $Trait for &mut T {
                #[inline]
                fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                    $Trait::fmt(&**self, f)
                }
            }
        )*
    };
}

references! { Debug Display Octal Binary LowerHex UpperHex LowerExp UpperExp }

impl Display for bool {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(if *self { "true" } else { "false" })
    }
}

impl Debug for bool {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}

impl Debug for ! {
    fn fmt(&self, _f: &mut Formatter<'_>) -> Result {
        *self
    }
}

impl Display for ! {
    fn fmt(&self, _f: &mut Formatter<'_>) -> Result {
        *self
    }
}

impl Debug for () {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("()")
    }
}

impl<T: Debug> Debug for [T] {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut list = f.debug_list();
        let mut index = 0;
        while index < self.len() {
            list.entry(&self[index]);
            index += 1;
        }
        list.finish()
    }
}

impl<T: Debug, const N: usize> Debug for [T; N] {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let all: &[T] = self;
        Debug::fmt(all, f)
    }
}

/// The address, and what else the pointer has.
fn fmt_pointer<T: ?Sized>(pointer: *const T, f: &mut Formatter<'_>) -> Result {
    let address = number_of(pointer);
    let extra = intrinsics::ptr_extra(pointer);
    if extra == -1 {
        return fmt_address(address, f);
    }
    let mut shown = f.debug_struct("Pointer");
    shown.field("addr", &Address(address));
    if extra >= 0 {
        shown.field("metadata", &(extra as usize));
    } else {
        shown.field("metadata", &Methods((-1 - extra) as usize));
    }
    shown.finish()
}

struct Address(usize);

impl Debug for Address {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        fmt_address(self.0, f)
    }
}

/// The methods of a type that is behind a `dyn`.
struct Methods(usize);

impl Debug for Methods {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_tuple("DynMetadata").field(&Address(self.0 * 16)).finish()
    }
}

/// `0x…`; under `#` with zeros up to the width of a pointer.
fn fmt_address(address: usize, f: &mut Formatter<'_>) -> Result {
    let saved = f.spec();
    f.widen_pointer();
    let result = LowerHex::fmt(&address, f);
    f.set_spec(saved);
    result
}

impl<T: ?Sized> Pointer for *const T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        fmt_pointer(*self, f)
    }
}

impl<T: ?Sized> Pointer for *mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        fmt_pointer(*self as *const T, f)
    }
}

impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(&(*self as *const T), f)
    }
}

impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(&(&**self as *const T), f)
    }
}

impl<T: ?Sized> Debug for *const T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(self, f)
    }
}

impl<T: ?Sized> Debug for *mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(self, f)
    }
}

/// What a function pointer's `{:?}` and `{:p}` write.
macro_rules! function_pointer_items {
    () => {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            fmt_address(*self as usize, f)
        }
    };
}

macro_rules! function_pointers {
    ($(($($T:ident)*))*) => {
        $(
            impl<Ret, $($T),*> Pointer for fn($($T),*) -> Ret { function_pointer_items! {} }
            impl<Ret, $($T),*> Pointer for unsafe fn($($T),*) -> Ret { function_pointer_items! {} }
            impl<Ret, $($T),*> Pointer for extern "C" fn($($T),*) -> Ret {
                function_pointer_items! {}
            }
            impl<Ret, $($T),*> Debug for fn($($T),*) -> Ret { function_pointer_items! {} }
            impl<Ret, $($T),*> Debug for unsafe fn($($T),*) -> Ret { function_pointer_items! {} }
            impl<Ret, $($T),*> Debug for extern "C" fn($($T),*) -> Ret {
                function_pointer_items! {}
            }
        )*
    };
}

function_pointers! {
    () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F)
}
