//! Boxed errors, and text as one.

use core::error::Error;
use core::fmt;

use super::Box;
use crate::borrow::Cow;
use crate::string::String;

impl<E: Error> Error for Box<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Error::source(&**self)
    }
}

/// A message as an error.
struct Message(String);

impl Error for Message {}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
    #[inline]
    fn from(error: E) -> Box<dyn Error + 'a> {
        Box::new(error)
    }
}

impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {
    #[inline]
    fn from(error: E) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(error)
    }
}

impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {
    #[inline]
    fn from(message: String) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(Message(message))
    }
}

impl<'a> From<String> for Box<dyn Error + 'a> {
    #[inline]
    fn from(message: String) -> Box<dyn Error + 'a> {
        Box::new(Message(message))
    }
}

impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {
    #[inline]
    fn from(message: &'b str) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(Message(String::from(message)))
    }
}

impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {
    #[inline]
    fn from(message: &'b str) -> Box<dyn Error + 'a> {
        Box::new(Message(String::from(message)))
    }
}

impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + Send + Sync + 'a> {
    fn from(message: Cow<'b, str>) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(Message(message.into_owned()))
    }
}

impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + 'a> {
    fn from(message: Cow<'b, str>) -> Box<dyn Error + 'a> {
        Box::new(Message(message.into_owned()))
    }
}

macro_rules! downcast {
    ($($bounds:ty),*) => {
        $(
            impl Box<$bounds> {
                /// The error if it is a `T`, else the box back.
                pub fn downcast<T: Error + 'static>(self) -> Result<Box<T>, Self> {
                    if self.is::<T>() {
                        Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) })
                    } else {
                        Err(self)
                    }
                }
            }
        )*
    };
}

downcast! { dyn Error, dyn Error + Send, dyn Error + Send + Sync }
