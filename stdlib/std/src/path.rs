//! Paths as text, with `/` between their parts. Nothing here looks at a file system.

mod buf;
mod compare;
mod component;
mod components;
mod convert;
mod files;
mod view;

pub use self::buf::PathBuf;
pub use self::component::{Component, Prefix, PrefixComponent};
pub use self::components::{Ancestors, Components, Iter};
pub use self::view::{Display, Path, StripPrefixError};

/// What separates the parts of a path.
pub const MAIN_SEPARATOR: char = '/';

/// What separates the parts of a path, as text.
pub const MAIN_SEPARATOR_STR: &str = "/";

/// Whether `c` separates the parts of a path.
#[inline]
pub fn is_separator(c: char) -> bool {
    c == '/'
}
