//! Paths compare by their parts: `a//b/` equals `a/b`.

use super::{Path, PathBuf};
use crate::borrow::Cow;
use crate::cmp::Ordering;
use crate::ffi::{OsStr, OsString};
use crate::hash::{Hash, Hasher};

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.components() == other.components()
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        self.components().cmp(other.components())
    }
}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for part in self.components() {
            part.hash(state);
        }
    }
}

impl PartialEq for PathBuf {
    fn eq(&self, other: &PathBuf) -> bool {
        **self == **other
    }
}

impl Eq for PathBuf {}

impl PartialOrd for PathBuf {
    fn partial_cmp(&self, other: &PathBuf) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PathBuf {
    fn cmp(&self, other: &PathBuf) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for PathBuf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}

macro_rules! eq_items {
    ($other:ty) => {
        fn eq(&self, other: &$other) -> bool {
            let left: &Path = self.as_ref();
            let right: &Path = other.as_ref();
            left == right
        }
    };
}

macro_rules! ord_items {
    ($other:ty) => {
        fn partial_cmp(&self, other: &$other) -> Option<Ordering> {
            let left: &Path = self.as_ref();
            let right: &Path = other.as_ref();
            left.partial_cmp(right)
        }
    };
}

macro_rules! compare {
    ($([$($life:lifetime)*] $left:ty, $right:ty;)*) => {
        $(
            impl<$($life),*> PartialEq<$right> for $left { eq_items! { $right } }
            impl<$($life),*> PartialEq<$left> for $right { eq_items! { $left } }
            impl<$($life),*> PartialOrd<$right> for $left { ord_items! { $right } }
            impl<$($life),*> PartialOrd<$left> for $right { ord_items! { $left } }
        )*
    };
}

compare! {
    [] PathBuf, Path;
    ['a] PathBuf, &'a Path;
    ['a] Cow<'a, Path>, Path;
    ['a 'b] Cow<'a, Path>, &'b Path;
    ['a] Cow<'a, Path>, PathBuf;
    [] PathBuf, OsStr;
    ['a] PathBuf, &'a OsStr;
    [] PathBuf, OsString;
    [] Path, OsStr;
    ['a] Path, &'a OsStr;
    ['a] &'a Path, OsStr;
    [] Path, OsString;
    ['a] &'a Path, OsString;
}

macro_rules! compare_text {
    ($([$($life:lifetime)*] $left:ty, $right:ty;)*) => {
        $(
            impl<$($life),*> PartialEq<$right> for $left { eq_items! { $right } }
            impl<$($life),*> PartialEq<$left> for $right { eq_items! { $left } }
        )*
    };
}

compare_text! {
    [] PathBuf, str;
    ['a] PathBuf, &'a str;
    [] PathBuf, String;
    [] Path, str;
    ['a] Path, &'a str;
    [] Path, String;
}
