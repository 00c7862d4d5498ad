//! Conversions of paths.

use super::{Path, PathBuf};
use crate::borrow::Cow;
use crate::ffi::{OsStr, OsString};
use crate::rc::Rc;
use crate::str::FromStr;
#[cfg(not(without = "sync"))]
use crate::sync::Arc;

macro_rules! as_path {
    ($($ty:ty)*) => {
        $(
            impl AsRef<Path> for $ty {
                #[inline]
                fn as_ref(&self) -> &Path {
                    Path::new(self)
                }
            }
        )*
    };
}

as_path! { OsStr OsString str String Cow<'_, OsStr> }

impl AsRef<Path> for Path {
    #[inline]
    fn as_ref(&self) -> &Path {
        self
    }
}

impl AsRef<Path> for PathBuf {
    #[inline]
    fn as_ref(&self) -> &Path {
        self
    }
}

impl AsRef<OsStr> for Path {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

impl AsRef<OsStr> for PathBuf {
    #[inline]
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {
    fn from(s: &T) -> PathBuf {
        PathBuf::from(s.as_ref().to_os_string())
    }
}

impl From<OsString> for PathBuf {
    #[inline]
    fn from(inner: OsString) -> PathBuf {
        PathBuf { inner }
    }
}

impl From<String> for PathBuf {
    #[inline]
    fn from(text: String) -> PathBuf {
        PathBuf::from(OsString::from(text))
    }
}

impl From<Box<Path>> for PathBuf {
    fn from(path: Box<Path>) -> PathBuf {
        path.into_path_buf()
    }
}

impl<'a> From<Cow<'a, Path>> for PathBuf {
    fn from(path: Cow<'a, Path>) -> PathBuf {
        path.into_owned()
    }
}

impl From<PathBuf> for OsString {
    #[inline]
    fn from(path: PathBuf) -> OsString {
        path.inner
    }
}

impl FromStr for PathBuf {
    type Err = core::convert::Infallible;

    fn from_str(s: &str) -> Result<PathBuf, core::convert::Infallible> {
        Ok(PathBuf::from(s))
    }
}

impl<'a> From<&'a Path> for Cow<'a, Path> {
    fn from(path: &'a Path) -> Cow<'a, Path> {
        Cow::Borrowed(path)
    }
}

impl<'a> From<PathBuf> for Cow<'a, Path> {
    fn from(path: PathBuf) -> Cow<'a, Path> {
        Cow::Owned(path)
    }
}

impl<'a> From<&'a PathBuf> for Cow<'a, Path> {
    fn from(path: &'a PathBuf) -> Cow<'a, Path> {
        Cow::Borrowed(path)
    }
}

impl From<&Path> for Box<Path> {
    fn from(path: &Path) -> Box<Path> {
        let text: Box<str> = Box::from(path.text());
        unsafe { Box::from_raw(Box::into_raw(text) as *mut Path) }
    }
}

impl From<PathBuf> for Box<Path> {
    fn from(path: PathBuf) -> Box<Path> {
        path.into_boxed_path()
    }
}

impl Clone for Box<Path> {
    fn clone(&self) -> Box<Path> {
        Box::from(&**self)
    }
}

impl From<&Path> for Rc<Path> {
    fn from(path: &Path) -> Rc<Path> {
        let boxed: Box<Path> = Box::from(path);
        Rc::from(boxed)
    }
}

impl From<PathBuf> for Rc<Path> {
    fn from(path: PathBuf) -> Rc<Path> {
        Rc::from(&*path)
    }
}

#[cfg(not(without = "sync"))]
impl From<&Path> for Arc<Path> {
    fn from(path: &Path) -> Arc<Path> {
        let boxed: Box<Path> = Box::from(path);
        Arc::from(boxed)
    }
}

#[cfg(not(without = "sync"))]
impl From<PathBuf> for Arc<Path> {
    fn from(path: PathBuf) -> Arc<Path> {
        Arc::from(&*path)
    }
}
