//! Text as ASCII.

use super::index::part;
use crate::intrinsics::{str_bytes, str_bytes_mut};

impl str {
    /// Whether all characters are ASCII.
    #[inline]
    #[must_use]
    pub const fn is_ascii(&self) -> bool {
        str_bytes(self).is_ascii()
    }

    /// Whether the texts are equal but for the case of ASCII letters.
    #[inline]
    #[must_use]
    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        str_bytes(self).eq_ignore_ascii_case(str_bytes(other))
    }

    /// Makes the ASCII letters capital.
    #[inline]
    pub const fn make_ascii_uppercase(&mut self) {
        str_bytes_mut(self).make_ascii_uppercase()
    }

    /// Makes the ASCII letters small.
    #[inline]
    pub const fn make_ascii_lowercase(&mut self) {
        str_bytes_mut(self).make_ascii_lowercase()
    }

    /// Without ASCII white space at the start.
    #[inline]
    #[must_use]
    pub const fn trim_ascii_start(&self) -> &str {
        let start = self.len() - str_bytes(self).trim_ascii_start().len();
        part(self, start, self.len())
    }

    /// Without ASCII white space at the end.
    #[inline]
    #[must_use]
    pub const fn trim_ascii_end(&self) -> &str {
        part(self, 0, str_bytes(self).trim_ascii_end().len())
    }

    /// Without ASCII white space at both ends.
    #[inline]
    #[must_use]
    pub const fn trim_ascii(&self) -> &str {
        self.trim_ascii_start().trim_ascii_end()
    }
}
