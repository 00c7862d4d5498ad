//! Text without what is at its ends.

use super::chars::{decode, decode_back};
use super::index::part;
use super::pattern::{Pattern, ReverseSearcher, Searcher};
use crate::intrinsics::{slice_array, slice_offset};

impl str {
    /// Without white space at both ends.
    #[inline]
    #[must_use = "this returns the trimmed string as a slice, without modifying the original"]
    pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }

    /// Without white space at the start.
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start(&self) -> &str {
        let bytes = self.as_bytes();
        let array = slice_array(bytes);
        let offset = slice_offset(bytes);
        let end = offset + bytes.len();
        let mut start = offset;
        while start < end {
            let (c, next) = decode(array, start);
            if !c.is_whitespace() {
                break;
            }
            start = next;
        }
        part(self, start - offset, end - offset)
    }

    /// Without white space at the end.
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end(&self) -> &str {
        let bytes = self.as_bytes();
        let array = slice_array(bytes);
        let offset = slice_offset(bytes);
        let mut end = offset + bytes.len();
        while end > offset {
            let (c, before) = decode_back(array, end);
            if !c.is_whitespace() {
                break;
            }
            end = before;
        }
        part(self, 0, end - offset)
    }

    /// Without white space at the start.
    #[inline]
    #[must_use]
    #[deprecated(note = "superseded by `trim_start`")]
    pub fn trim_left(&self) -> &str {
        self.trim_start()
    }

    /// Without white space at the end.
    #[inline]
    #[must_use]
    #[deprecated(note = "superseded by `trim_end`")]
    pub fn trim_right(&self) -> &str {
        self.trim_end()
    }

    /// Without all matches at both ends.
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: super::pattern::DoubleEndedSearcher<'a>,
    {
        let mut matcher = pat.into_searcher(self);
        let (start, mut end) = match matcher.next_reject() {
            Some(reject) => reject,
            None => return part(self, 0, 0),
        };
        if let Some((_, last)) = matcher.next_reject_back() {
            end = last;
        }
        part(self, start, end)
    }

    /// Without all matches at the start.
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {
        let mut matcher = pat.into_searcher(self);
        match matcher.next_reject() {
            Some((start, _)) => part(self, start, self.len()),
            None => part(self, self.len(), self.len()),
        }
    }

    /// Without all matches at the end.
    #[must_use = "this returns the trimmed string as a new slice, without modifying the original"]
    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        let mut matcher = pat.into_searcher(self);
        match matcher.next_reject_back() {
            Some((_, end)) => part(self, 0, end),
            None => part(self, 0, 0),
        }
    }

    /// Without all matches at the start.
    #[must_use]
    #[deprecated(note = "superseded by `trim_start_matches`")]
    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_start_matches(pat)
    }

    /// Without all matches at the end.
    #[must_use]
    #[deprecated(note = "superseded by `trim_end_matches`")]
    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        self.trim_end_matches(pat)
    }

    /// Without one match at the start, which there must be.
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {
        prefix.strip_prefix_of(self)
    }

    /// Without one match at the end, which there must be.
    #[must_use = "this returns the remaining substring as a new slice, without modifying the original"]
    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        suffix.strip_suffix_of(self)
    }
}
