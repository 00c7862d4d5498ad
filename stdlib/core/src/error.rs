//! Errors.

use crate::any::TypeId;
use crate::fmt::{self, Debug, Display};

/// What a failed operation returns.
pub trait Error: Debug + Display {
    /// What caused the error.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    /// The identity of the error's type.
    #[doc(hidden)]
    fn type_id(&self, _: private::Internal) -> TypeId
    where
        Self: 'static,
    {
        TypeId::of::<Self>()
    }

    /// The text of old.
    #[deprecated(note = "use the Display impl or to_string()")]
    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }

    /// What caused the error, of old.
    #[deprecated(note = "replaced by Error::source, which can support downcasting")]
    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }

    /// Hands out what the error knows beside its text.
    fn provide<'a>(&'a self, _request: &mut Request<'a>) {}
}

/// What is asked of an error.
pub struct Request<'a> {
    lifetime: crate::marker::PhantomData<&'a ()>,
}

mod private {
    /// Keeps `Error::type_id` from being overridden.
    #[derive(Debug)]
    pub struct Internal;
}

impl dyn Error {
    /// Whether the error is a `T`.
    #[inline]
    pub fn is<T: Error + 'static>(&self) -> bool {
        TypeId::of::<T>() == self.type_id(private::Internal)
    }

    /// The error, if it is a `T`.
    #[inline]
    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        if self.is::<T>() {
            unsafe { Some(&*(self as *const dyn Error as *const T)) }
        } else {
            None
        }
    }

    /// The error, if it is a `T`.
    #[inline]
    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        if self.is::<T>() {
            unsafe { Some(&mut *(self as *mut dyn Error as *mut T)) }
        } else {
            None
        }
    }

    /// The error and its causes.
    #[inline]
    pub fn sources(&self) -> Source<'_> {
        Source {
            current: Some(self),
        }
    }
}

macro_rules! with_markers {
    ($($(+ $marker:ident)*;)*) => {
        $(
            impl dyn Error $(+ $marker)* {
                /// Whether the error is a `T`.
                #[inline]
                pub fn is<T: Error + 'static>(&self) -> bool {
                    <dyn Error + 'static>::is::<T>(self)
                }

                /// The error, if it is a `T`.
                #[inline]
                pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
                    <dyn Error + 'static>::downcast_ref::<T>(self)
                }

                /// The error, if it is a `T`.
                #[inline]
                pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
                    <dyn Error + 'static>::downcast_mut::<T>(self)
                }
            }
        )*
    };
}

with_markers! {
    + Send;
    + Send + Sync;
}

/// Iterator over an error and its causes.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    current: Option<&'a (dyn Error + 'static)>,
}

impl<'a> Iterator for Source<'a> {
    type Item = &'a (dyn Error + 'static);

    fn next(&mut self) -> Option<Self::Item> {
        let current = self.current;
        self.current = match current {
            Some(error) => error.source(),
            None => None,
        };
        current
    }
}

impl<T: Error + ?Sized> Error for &T {
    #[allow(deprecated)]
    fn description(&self) -> &str {
        Error::description(&**self)
    }

    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}

impl Error for ! {}
impl Error for fmt::Error {}
