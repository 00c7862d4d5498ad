//! `PathBuf`: an owned path.

use super::{Iter, Path};
use crate::borrow::Borrow;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// An owned path.
pub struct PathBuf {
    pub(super) inner: OsString,
}

impl PathBuf {
    /// The empty path.
    pub const fn new() -> PathBuf {
        PathBuf {
            inner: OsString::new(),
        }
    }

    /// The empty path with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> PathBuf {
        PathBuf {
            inner: OsString::with_capacity(capacity),
        }
    }

    /// The path as a slice.
    #[inline]
    pub fn as_path(&self) -> &Path {
        self
    }

    /// The path as text.
    pub fn as_mut_os_string(&mut self) -> &mut OsString {
        &mut self.inner
    }

    /// The path as text.
    pub fn into_os_string(self) -> OsString {
        self.inner
    }

    /// The path in a box.
    pub fn into_boxed_path(self) -> Box<Path> {
        Box::from(&*self)
    }

    /// Appends `path`, or becomes it if it is absolute.
    pub fn push<P: AsRef<Path>>(&mut self, path: P) {
        let path = path.as_ref();
        let text = self.inner.as_mut_string();
        if path.is_absolute() {
            text.clear();
        } else if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        text.push_str(path.text());
    }

    /// Removes the last part; false if there is none to remove.
    pub fn pop(&mut self) -> bool {
        let Some(parent) = self.parent() else {
            return false;
        };
        let len = parent.text().len();
        self.inner.as_mut_string().truncate(len);
        true
    }

    /// Replaces the last part if it is a name, or appends one.
    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {
        if self.file_name().is_some() {
            self.pop();
        }
        self.push(Path::new(file_name.as_ref()));
    }

    /// Replaces or removes what follows the last dot of the file name; false without one.
    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        let (Some(name), Some(stem)) = (self.file_name(), self.file_stem()) else {
            return false;
        };
        let end = self.end_of_name() - name.as_str().len() + stem.as_str().len();
        self.append_extension(end, extension.as_ref().as_str());
        true
    }

    /// Appends one more extension to the file name; false without one.
    pub fn add_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        if self.file_name().is_none() {
            return false;
        }
        let extension = extension.as_ref().as_str();
        if !extension.is_empty() {
            let end = self.end_of_name();
            self.append_extension(end, extension);
        }
        true
    }

    /// Where the last part ends: after it there may be separators.
    fn end_of_name(&self) -> usize {
        self.components().as_path().text().len()
    }

    fn append_extension(&mut self, end: usize, extension: &str) {
        if extension.as_bytes().contains(&b'/') {
            panic!("extension cannot contain path separators: {extension:?}");
        }
        let text = self.inner.as_mut_string();
        text.truncate(end);
        if !extension.is_empty() {
            text.push('.');
            text.push_str(extension);
        }
    }

    /// For how many bytes there is room.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Becomes the empty path.
    pub fn clear(&mut self) {
        self.inner.clear();
    }

    /// Makes room.
    pub fn reserve(&mut self, additional: usize) {
        self.inner.reserve(additional);
    }

    /// Gives room back.
    pub fn shrink_to_fit(&mut self) {
        self.inner.shrink_to_fit();
    }
}

impl Clone for PathBuf {
    fn clone(&self) -> PathBuf {
        PathBuf {
            inner: self.inner.clone(),
        }
    }
}

impl Default for PathBuf {
    fn default() -> PathBuf {
        PathBuf::new()
    }
}

impl fmt::Debug for PathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Deref for PathBuf {
    type Target = Path;

    #[inline]
    fn deref(&self) -> &Path {
        Path::new(&self.inner)
    }
}

impl DerefMut for PathBuf {
    #[inline]
    fn deref_mut(&mut self) -> &mut Path {
        let text: &mut OsStr = &mut self.inner;
        unsafe { &mut *(text as *mut OsStr as *mut Path) }
    }
}

impl Borrow<Path> for PathBuf {
    #[inline]
    fn borrow(&self) -> &Path {
        self
    }
}

impl<P: AsRef<Path>> FromIterator<P> for PathBuf {
    fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf {
        let mut buf = PathBuf::new();
        buf.extend(iter);
        buf
    }
}

impl<P: AsRef<Path>> Extend<P> for PathBuf {
    fn extend<I: IntoIterator<Item = P>>(&mut self, iter: I) {
        for part in iter {
            self.push(part);
        }
    }
}

impl<'a> IntoIterator for &'a PathBuf {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
