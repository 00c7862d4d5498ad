//! Types as values.

use crate::fmt;
use crate::hash;
use crate::intrinsics;

/// Types that can be told apart at run time.
pub trait Any: 'static {
    /// The identity of the type.
    fn type_id(&self) -> TypeId;
}

impl<T: 'static + ?Sized> Any for T {
    #[inline]
    fn type_id(&self) -> TypeId {
        TypeId::of::<T>()
    }
}

macro_rules! any {
    ($($(+ $marker:ident)*;)*) => {
        $(
            impl fmt::Debug for dyn Any $(+ $marker)* {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_struct("Any").finish_non_exhaustive()
                }
            }

            impl dyn Any $(+ $marker)* {
                /// Whether the value is a `T`.
                #[inline]
                pub fn is<T: Any>(&self) -> bool {
                    TypeId::of::<T>() == self.type_id()
                }

                /// The value, if it is a `T`.
                #[inline]
                pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
                    if self.is::<T>() {
                        unsafe { Some(self.downcast_unchecked_ref()) }
                    } else {
                        None
                    }
                }

                /// The value, if it is a `T`.
                #[inline]
                pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
                    if self.is::<T>() {
                        unsafe { Some(self.downcast_unchecked_mut()) }
                    } else {
                        None
                    }
                }

                /// The value, which is a `T`.
                #[inline]
                pub unsafe fn downcast_unchecked_ref<T: Any>(&self) -> &T {
                    unsafe { &*(self as *const dyn Any as *const T) }
                }

                /// The value, which is a `T`.
                #[inline]
                pub unsafe fn downcast_unchecked_mut<T: Any>(&mut self) -> &mut T {
                    unsafe { &mut *(self as *mut dyn Any as *mut T) }
                }
            }
        )*
    };
}

any! {
    ;
    + Send;
    + Send + Sync;
}

/// The identity of a type.
#[lang = "type_id"]
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub struct TypeId {
    value: u64,
}

impl TypeId {
    /// The identity of `T`.
    #[must_use]
    #[inline(always)]
    pub const fn of<T: ?Sized + 'static>() -> TypeId {
        TypeId {
            value: intrinsics::type_id::<T>(),
        }
    }
}

impl hash::Hash for TypeId {
    #[inline]
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        state.write_u64(self.value);
    }
}

impl fmt::Debug for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypeId({:#034x})", self.value as u128)
    }
}

/// The path of a type.
#[must_use]
#[inline(always)]
pub const fn type_name<T: ?Sized>() -> &'static str {
    intrinsics::type_name::<T>()
}

/// The path of a value's type.
#[must_use]
#[inline(always)]
pub const fn type_name_of_val<T: ?Sized>(_val: &T) -> &'static str {
    intrinsics::type_name::<T>()
}
