//! What text can do with a heap.

mod case;

pub use core::str::*;

use crate::boxed::Box;
use crate::prim::box_str_into;
use crate::string::String;
use crate::vec::Vec;

impl str {
    /// The bytes of boxed text.
    #[inline]
    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        box_str_into(self)
    }

    /// Boxed text as a string.
    #[inline]
    pub fn into_string(self: Box<str>) -> String {
        String::from(self)
    }

    /// Replaces all matches of a pattern.
    pub fn replace<P: pattern::Pattern>(&self, from: P, to: &str) -> String {
        let mut result = String::with_capacity(self.len());
        let mut last_end = 0;
        for (start, part) in self.match_indices(from) {
            result.push_str(&self[last_end..start]);
            result.push_str(to);
            last_end = start + part.len();
        }
        result.push_str(&self[last_end..]);
        result
    }

    /// Replaces the first `count` matches of a pattern.
    pub fn replacen<P: pattern::Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        let mut result = String::with_capacity(self.len());
        let mut last_end = 0;
        for (start, part) in self.match_indices(pat).take(count) {
            result.push_str(&self[last_end..start]);
            result.push_str(to);
            last_end = start + part.len();
        }
        result.push_str(&self[last_end..]);
        result
    }

    /// The text in lower case.
    pub fn to_lowercase(&self) -> String {
        let mut result = String::with_capacity(self.len());
        for (index, ch) in self.char_indices() {
            if ch < '\u{80}' {
                result.push(ch.to_ascii_lowercase());
            } else if ch == 'Σ' {
                result.push(case::lower_sigma(&self[..index], &self[index + 2..]));
            } else {
                result.extend(ch.to_lowercase());
            }
        }
        result
    }

    /// The text in upper case.
    pub fn to_uppercase(&self) -> String {
        let mut result = String::with_capacity(self.len());
        for ch in self.chars() {
            if ch < '\u{80}' {
                result.push(ch.to_ascii_uppercase());
            } else {
                result.extend(ch.to_uppercase());
            }
        }
        result
    }

    /// The text `n` times.
    #[track_caller]
    pub fn repeat(&self, n: usize) -> String {
        String {
            vec: self.as_bytes().repeat(n),
        }
    }

    /// The text with ASCII letters in upper case.
    pub fn to_ascii_uppercase(&self) -> String {
        let mut text = String::from(self);
        text.make_ascii_uppercase();
        text
    }

    /// The text with ASCII letters in lower case.
    pub fn to_ascii_lowercase(&self) -> String {
        let mut text = String::from(self);
        text.make_ascii_lowercase();
        text
    }
}

/// Bytes as text without a check.
#[inline]
pub unsafe fn from_boxed_utf8_unchecked(bytes: Box<[u8]>) -> Box<str> {
    crate::prim::box_str_from(bytes)
}

/// The pieces one after the other, with `sep` between them.
pub(crate) fn join_text<S: core::borrow::Borrow<str>>(pieces: &[S], sep: &str) -> String {
    let mut len = sep.len() * pieces.len().saturating_sub(1);
    for piece in pieces {
        len += piece.borrow().len();
    }
    let mut text = String {
        vec: Vec::with_capacity(len),
    };
    let mut is_first = true;
    for piece in pieces {
        if is_first {
            is_first = false;
        } else {
            text.push_str(sep);
        }
        text.push_str(piece.borrow());
    }
    text
}
