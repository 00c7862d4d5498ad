//! `Path`: a borrowed path.

use super::{Ancestors, Component, Components, Iter, PathBuf};
use crate::borrow::{Cow, ToOwned};
use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;

/// A borrowed path.
pub struct Path {
    inner: OsStr,
}

/// The prefix of `strip_prefix` is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());

impl fmt::Display for StripPrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("prefix not found")
    }
}

impl Error for StripPrefixError {}

/// A path as text for people.
pub struct Display<'a> {
    path: &'a Path,
}

impl fmt::Debug for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.path, f)
    }
}

impl fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.path.text())
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), f)
    }
}

/// A file name at its last dot: what is before and what is after it.
fn split_at_last_dot(file: &OsStr) -> (&str, Option<&str>) {
    let name = file.as_str();
    if name == ".." {
        return (name, None);
    }
    match name.rfind('.') {
        None | Some(0) => (name, None),
        Some(dot) => (&name[..dot], Some(&name[dot + 1..])),
    }
}

/// A file name at its first dot other than a leading one.
fn before_first_dot(file: &OsStr) -> &str {
    let name = file.as_str();
    if name == ".." || name.is_empty() {
        return name;
    }
    let start = name.chars().next().map_or(0, char::len_utf8);
    match name[start..].find('.') {
        Some(dot) => &name[..start + dot],
        None => name,
    }
}

impl Path {
    /// Text as a path.
    #[inline]
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {
        unsafe { &*(s.as_ref() as *const OsStr as *const Path) }
    }

    pub(super) fn text(&self) -> &str {
        self.inner.as_str()
    }

    /// The path as text.
    #[inline]
    pub fn as_os_str(&self) -> &OsStr {
        &self.inner
    }

    /// The path as text.
    #[inline]
    pub fn as_mut_os_str(&mut self) -> &mut OsStr {
        &mut self.inner
    }

    /// The path as text.
    #[inline]
    pub fn to_str(&self) -> Option<&str> {
        Some(self.text())
    }

    /// The path as text.
    #[inline]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.text())
    }

    /// An owned copy.
    pub fn to_path_buf(&self) -> PathBuf {
        PathBuf::from(OsString::from(self.text()))
    }

    /// Whether it starts at the root.
    pub fn is_absolute(&self) -> bool {
        self.has_root()
    }

    /// Whether it does not start at the root.
    pub fn is_relative(&self) -> bool {
        !self.has_root()
    }

    /// Whether it starts with `/`.
    pub fn has_root(&self) -> bool {
        self.components().has_root()
    }

    /// The path without its last part.
    pub fn parent(&self) -> Option<&Path> {
        let mut components = self.components();
        match components.next_back() {
            None | Some(Component::RootDir) | Some(Component::Prefix(_)) => None,
            Some(_) => Some(components.as_path()),
        }
    }

    /// The path, its parent, the parent's parent and so on.
    pub fn ancestors(&self) -> Ancestors<'_> {
        Ancestors { next: Some(self) }
    }

    /// The last part, if it is a name.
    pub fn file_name(&self) -> Option<&OsStr> {
        match self.components().next_back() {
            Some(Component::Normal(name)) => Some(name),
            _ => None,
        }
    }

    /// What comes after `base`.
    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> {
        match after_prefix(self.components(), base.as_ref().components()) {
            Some(rest) => Ok(rest.as_path()),
            None => Err(StripPrefixError(())),
        }
    }

    /// Whether the first parts are those of `base`.
    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {
        after_prefix(self.components(), base.as_ref().components()).is_some()
    }

    /// Whether the last parts are those of `child`.
    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {
        let mut parts = self.components();
        let mut wanted = child.as_ref().components();
        loop {
            match wanted.next_back() {
                None => return true,
                part if part != parts.next_back() => return false,
                _ => {}
            }
        }
    }

    /// The file name without its extension.
    pub fn file_stem(&self) -> Option<&OsStr> {
        self.file_name()
            .map(|name| OsStr::new(split_at_last_dot(name).0))
    }

    /// The file name up to its first dot other than a leading one.
    pub fn file_prefix(&self) -> Option<&OsStr> {
        self.file_name()
            .map(|name| OsStr::new(before_first_dot(name)))
    }

    /// What follows the last dot of the file name.
    pub fn extension(&self) -> Option<&OsStr> {
        let name = self.file_name()?;
        split_at_last_dot(name).1.map(OsStr::new)
    }

    /// This path followed by `path`, or `path` if that is absolute.
    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.push(path);
        buf
    }

    /// The path with another file name.
    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_file_name(file_name);
        buf
    }

    /// The path with another extension.
    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let text = self.text();
        let old = self.extension().map_or(0, OsStr::len);
        // Without its extension `..b` is `..`, which has no file name and stays as it is.
        let mut end = text.len() - old;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut buf = PathBuf::from(&text[..end]);
        buf.set_extension(extension);
        buf
    }

    /// The path with one more extension.
    pub fn with_added_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.add_extension(extension);
        buf
    }

    /// Iterates over the parts.
    pub fn components(&self) -> Components<'_> {
        Components::new(self.text())
    }

    /// Iterates over the parts as text.
    pub fn iter(&self) -> Iter<'_> {
        Iter {
            inner: self.components(),
        }
    }

    /// The path for `{}`.
    pub fn display(&self) -> Display<'_> {
        Display { path: self }
    }

    /// The box's path.
    pub fn into_path_buf(self: Box<Path>) -> PathBuf {
        self.to_path_buf()
    }
}

/// What is left of `path` after `prefix`.
fn after_prefix<'a>(
    mut path: Components<'a>,
    mut prefix: Components<'_>,
) -> Option<Components<'a>> {
    loop {
        let mut rest = path.clone();
        match (rest.next(), prefix.next()) {
            (Some(part), Some(wanted)) if part == wanted => path = rest,
            (_, None) => return Some(path),
            _ => return None,
        }
    }
}

impl ToOwned for Path {
    type Owned = PathBuf;

    fn to_owned(&self) -> PathBuf {
        self.to_path_buf()
    }
}

impl<'a> IntoIterator for &'a Path {
    type Item = &'a OsStr;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}
