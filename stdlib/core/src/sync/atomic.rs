//! Atomic values: cells, since nothing happens in between.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics::{ptr_read, ptr_write};

/// What other threads see when; there are none.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
#[non_exhaustive]
pub enum Ordering {
    /// Nothing about others.
    Relaxed,
    /// All before is seen by who acquires.
    Release,
    /// All before a release is seen.
    Acquire,
    /// Both.
    AcqRel,
    /// One order for all.
    SeqCst,
}

/// Panics for orderings that the operation cannot have.
macro_rules! check_ordering {
    ($order:ident: $($never:ident)* = $message:literal) => {
        match $order {
            $(Ordering::$never)|* => panic!($message),
            _ => {}
        }
    };
}

/// The operations that every atomic has.
macro_rules! common {
    ($Atomic:ident [$($T:ident)?] $ty:ty) => {
        unsafe impl$(<$T>)? Sync for $Atomic$(<$T>)? {}
        unsafe impl$(<$T>)? Send for $Atomic$(<$T>)? {}
        impl$(<$T>)? crate::panic::RefUnwindSafe for $Atomic$(<$T>)? {}

        impl$(<$T>)? $Atomic$(<$T>)? {
            /// An atomic with a value.
            #[inline(always)]
            #[must_use]
            pub const fn new(v: $ty) -> Self {
                $Atomic { v: UnsafeCell::new(v) }
            }

            /// The value.
            #[inline(always)]
            pub const fn into_inner(self) -> $ty {
                self.v.into_inner()
            }

            /// The value, of which this is the only reference.
            #[inline]
            pub const fn get_mut(&mut self) -> &mut $ty {
                self.v.get_mut()
            }

            /// A pointer to the value.
            #[inline]
            pub const fn as_ptr(&self) -> *mut $ty {
                self.v.get()
            }

            /// The value.
            #[inline(always)]
            #[track_caller]
            pub fn load(&self, order: Ordering) -> $ty {
                check_ordering!(order: Release AcqRel
                    = "there is no such thing as a release load");
                unsafe { *self.v.get() }
            }

            /// Stores a value.
            #[inline(always)]
            #[track_caller]
            pub fn store(&self, val: $ty, order: Ordering) {
                check_ordering!(order: Acquire AcqRel
                    = "there is no such thing as an acquire store");
                ptr_write(self.v.get(), val);
            }

            /// Stores a value; returns the old one.
            #[inline]
            pub fn swap(&self, val: $ty, _order: Ordering) -> $ty {
                let place = self.v.get();
                let old = ptr_read(place as *const $ty);
                ptr_write(place, val);
                old
            }

            /// Stores `new` if the value is `current`; returns the old value.
            #[inline]
            #[deprecated(note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            pub fn compare_and_swap(&self, current: $ty, new: $ty, order: Ordering) -> $ty {
                match self.compare_exchange(current, new, order, Ordering::Relaxed) {
                    Ok(old) | Err(old) => old,
                }
            }

            /// Stores `new` if the value is `current`; returns the old value.
            #[inline]
            pub fn compare_exchange(
                &self,
                current: $ty,
                new: $ty,
                _success: Ordering,
                _failure: Ordering,
            ) -> Result<$ty, $ty> {
                let place = self.v.get();
                let old = ptr_read(place as *const $ty);
                if old == current {
                    ptr_write(place, new);
                    Ok(old)
                } else {
                    Err(old)
                }
            }

            /// As `compare_exchange`; it never fails for no reason here.
            #[inline]
            pub fn compare_exchange_weak(
                &self,
                current: $ty,
                new: $ty,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$ty, $ty> {
                self.compare_exchange(current, new, success, failure)
            }

            /// Stores what `f` makes of the value, if anything; returns the old value.
            #[inline]
            pub fn fetch_update<F: FnMut($ty) -> Option<$ty>>(
                &self,
                _set_order: Ordering,
                _fetch_order: Ordering,
                mut f: F,
            ) -> Result<$ty, $ty> {
                let mut old = ptr_read(self.v.get() as *const $ty);
                while let Some(new) = f(old) {
                    // `f` may have stored something itself.
                    let now = ptr_read(self.v.get() as *const $ty);
                    if now == old {
                        ptr_write(self.v.get(), new);
                        return Ok(old);
                    }
                    old = now;
                }
                Err(old)
            }

            /// As `fetch_update`.
            #[inline]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($ty) -> Option<$ty>,
            ) -> Result<$ty, $ty> {
                self.fetch_update(set_order, fetch_order, f)
            }

            /// Stores what `f` makes of the value; returns the old value.
            #[inline]
            pub fn update(
                &self,
                _set_order: Ordering,
                _fetch_order: Ordering,
                mut f: impl FnMut($ty) -> $ty,
            ) -> $ty {
                loop {
                    let old = ptr_read(self.v.get() as *const $ty);
                    let new = f(old);
                    // `f` may have stored something itself.
                    if ptr_read(self.v.get() as *const $ty) == old {
                        ptr_write(self.v.get(), new);
                        return old;
                    }
                }
            }
        }

        impl$(<$T>)? From<$ty> for $Atomic$(<$T>)? {
            #[inline]
            fn from(v: $ty) -> Self {
                $Atomic::new(v)
            }
        }

        impl$(<$T>)? fmt::Debug for $Atomic$(<$T>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Ordering::Relaxed), f)
            }
        }
    };
}

/// An operation that stores `$new`, made of the old value and an operand, and returns the old one.
macro_rules! fetch {
    ($ty:ty: $($(#[$doc:meta])* $name:ident |$old:ident, $val:ident| $new:expr;)*) => {
        $(
            $(#[$doc])*
            #[inline]
            pub fn $name(&self, val: $ty, _order: Ordering) -> $ty {
                let place = self.v.get();
                let $old = ptr_read(place as *const $ty);
                let $val = val;
                ptr_write(place, $new);
                $old
            }
        )*
    };
}

macro_rules! integers {
    ($($Atomic:ident $ty:ident $align:literal;)*) => {
        $(
            /// An integer that threads can share.
            #[repr(C, align($align))]
            pub struct $Atomic {
                v: UnsafeCell<$ty>,
            }

            common! { $Atomic [] $ty }

            impl Default for $Atomic {
                #[inline]
                fn default() -> Self {
                    $Atomic::new(0)
                }
            }

            impl $Atomic {
                fetch! {
                    $ty:
                    /// Adds, modular; returns the old value.
                    fetch_add |old, val| old.wrapping_add(val);
                    /// Subtracts, modular; returns the old value.
                    fetch_sub |old, val| old.wrapping_sub(val);
                    /// Stores `old & val`; returns the old value.
                    fetch_and |old, val| old & val;
                    /// Stores `!(old & val)`; returns the old value.
                    fetch_nand |old, val| !(old & val);
                    /// Stores `old | val`; returns the old value.
                    fetch_or |old, val| old | val;
                    /// Stores `old ^ val`; returns the old value.
                    fetch_xor |old, val| old ^ val;
                    /// Stores the larger; returns the old value.
                    fetch_max |old, val| if val > old { val } else { old };
                    /// Stores the smaller; returns the old value.
                    fetch_min |old, val| if val < old { val } else { old };
                }
            }
        )*
    };
}

integers! {
    AtomicI8 i8 1;
    AtomicU8 u8 1;
    AtomicI16 i16 2;
    AtomicU16 u16 2;
    AtomicI32 i32 4;
    AtomicU32 u32 4;
    AtomicI64 i64 8;
    AtomicU64 u64 8;
    AtomicIsize isize 4;
    AtomicUsize usize 4;
}

/// A boolean that threads can share.
#[repr(C, align(1))]
pub struct AtomicBool {
    v: UnsafeCell<bool>,
}

common! { AtomicBool [] bool }

impl Default for AtomicBool {
    #[inline]
    fn default() -> Self {
        AtomicBool::new(false)
    }
}

impl AtomicBool {
    fetch! {
        bool:
        /// Stores `old & val`; returns the old value.
        fetch_and |old, val| old & val;
        /// Stores `!(old & val)`; returns the old value.
        fetch_nand |old, val| !(old & val);
        /// Stores `old | val`; returns the old value.
        fetch_or |old, val| old | val;
        /// Stores `old ^ val`; returns the old value.
        fetch_xor |old, val| old ^ val;
    }

    /// Stores the opposite; returns the old value.
    #[inline]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.fetch_xor(true, order)
    }
}

/// A pointer that threads can share.
#[repr(C, align(4))]
pub struct AtomicPtr<T> {
    v: UnsafeCell<*mut T>,
}

common! { AtomicPtr [T] *mut T }

impl<T> Default for AtomicPtr<T> {
    #[inline]
    fn default() -> Self {
        AtomicPtr::new(crate::ptr::null_mut())
    }
}

/// Orders what is before and after; nothing is in between.
#[inline]
#[track_caller]
pub fn fence(order: Ordering) {
    check_ordering!(order: Relaxed = "there is no such thing as a relaxed fence");
}

/// As `fence`, for the compiler only.
#[inline]
#[track_caller]
pub fn compiler_fence(order: Ordering) {
    check_ordering!(order: Relaxed = "there is no such thing as a relaxed fence");
}

/// Waits for another thread; there is none.
#[inline]
#[deprecated(note = "use hint::spin_loop instead")]
pub fn spin_loop_hint() {}
