//! Patterns that are text.

use super::super::index::{is_boundary, part};
use super::{Pattern, ReverseSearcher, SearchStep, Searcher, Utf8Pattern};
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset, str_bytes, RawArray};

/// Search for text. The empty text is found before and after every character.
#[derive(Clone)]
pub struct StrSearcher<'a, 'b> {
    haystack: &'a str,
    needle: &'b str,
    pos: usize,
    end: usize,
    /// Of an empty needle: whether the next step is a match.
    is_match: bool,
    is_match_back: bool,
    is_done: bool,
}

/// Where a text lies: its array and the index of its first byte.
#[inline(always)]
fn place(text: &str) -> (RawArray<u8>, usize) {
    let bytes = str_bytes(text);
    (slice_array(bytes), slice_offset(bytes))
}

/// Whether the `len` bytes at two places are equal.
#[inline]
fn is_equal(
    left: RawArray<u8>,
    left_at: usize,
    right: RawArray<u8>,
    right_at: usize,
    len: usize,
) -> bool {
    let mut index = 0;
    while index < len {
        if array_read(left, left_at + index) != array_read(right, right_at + index) {
            return false;
        }
        index += 1;
    }
    true
}

/// The first index in `from..=to - needle.len()` at which the needle, which is not empty, is.
fn find(haystack: &str, from: usize, to: usize, needle: &str) -> Option<usize> {
    let (array, base) = place(haystack);
    let (needle_array, needle_base) = place(needle);
    let len = slice_len(str_bytes(needle));
    let first = array_read(needle_array, needle_base);
    let mut at = from;
    while at + len <= to {
        if array_read(array, base + at) == first
            && is_equal(array, base + at, needle_array, needle_base, len)
        {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The last such index.
fn find_back(haystack: &str, from: usize, to: usize, needle: &str) -> Option<usize> {
    let (array, base) = place(haystack);
    let (needle_array, needle_base) = place(needle);
    let len = slice_len(str_bytes(needle));
    let mut end = to;
    while end >= from + len {
        let at = end - len;
        if is_equal(array, base + at, needle_array, needle_base, len) {
            return Some(at);
        }
        end -= 1;
    }
    None
}

impl<'a, 'b> StrSearcher<'a, 'b> {
    #[inline]
    fn of(haystack: &'a str, needle: &'b str) -> StrSearcher<'a, 'b> {
        StrSearcher {
            haystack,
            needle,
            pos: 0,
            end: haystack.len(),
            is_match: true,
            is_match_back: true,
            is_done: false,
        }
    }

    fn next_empty(&mut self) -> SearchStep {
        if self.is_done {
            return SearchStep::Done;
        }
        let start = self.pos;
        if self.is_match {
            self.is_match = false;
            return SearchStep::Match(start, start);
        }
        if start == self.end {
            self.is_done = true;
            return SearchStep::Done;
        }
        let mut next = start + 1;
        while !is_boundary(self.haystack, next) {
            next += 1;
        }
        self.pos = next;
        self.is_match = true;
        SearchStep::Reject(start, next)
    }

    fn next_back_empty(&mut self) -> SearchStep {
        if self.is_done {
            return SearchStep::Done;
        }
        let end = self.end;
        if self.is_match_back {
            self.is_match_back = false;
            return SearchStep::Match(end, end);
        }
        if end == self.pos {
            self.is_done = true;
            return SearchStep::Done;
        }
        let mut before = end - 1;
        while !is_boundary(self.haystack, before) {
            before -= 1;
        }
        self.end = before;
        self.is_match_back = true;
        SearchStep::Reject(before, end)
    }
}

unsafe impl<'a> Searcher<'a> for StrSearcher<'a, '_> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    fn next(&mut self) -> SearchStep {
        if self.needle.is_empty() {
            return self.next_empty();
        }
        let start = self.pos;
        if start == self.end {
            return SearchStep::Done;
        }
        match find(self.haystack, start, self.end, self.needle) {
            Some(at) if at == start => {
                self.pos = start + self.needle.len();
                SearchStep::Match(start, self.pos)
            }
            Some(at) => {
                self.pos = at;
                SearchStep::Reject(start, at)
            }
            None => {
                self.pos = self.end;
                SearchStep::Reject(start, self.end)
            }
        }
    }

    #[inline]
    fn next_match(&mut self) -> Option<(usize, usize)> {
        if self.needle.is_empty() {
            loop {
                match self.next_empty() {
                    SearchStep::Match(a, b) => return Some((a, b)),
                    SearchStep::Done => return None,
                    SearchStep::Reject(..) => {}
                }
            }
        }
        match find(self.haystack, self.pos, self.end, self.needle) {
            Some(at) => {
                self.pos = at + self.needle.len();
                Some((at, self.pos))
            }
            None => {
                self.pos = self.end;
                None
            }
        }
    }
}

unsafe impl<'a> ReverseSearcher<'a> for StrSearcher<'a, '_> {
    fn next_back(&mut self) -> SearchStep {
        if self.needle.is_empty() {
            return self.next_back_empty();
        }
        let end = self.end;
        if end == self.pos {
            return SearchStep::Done;
        }
        let len = self.needle.len();
        match find_back(self.haystack, self.pos, end, self.needle) {
            Some(at) if at + len == end => {
                self.end = at;
                SearchStep::Match(at, end)
            }
            Some(at) => {
                self.end = at + len;
                SearchStep::Reject(at + len, end)
            }
            None => {
                self.end = self.pos;
                SearchStep::Reject(self.pos, end)
            }
        }
    }

    #[inline]
    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        if self.needle.is_empty() {
            loop {
                match self.next_back_empty() {
                    SearchStep::Match(a, b) => return Some((a, b)),
                    SearchStep::Done => return None,
                    SearchStep::Reject(..) => {}
                }
            }
        }
        match find_back(self.haystack, self.pos, self.end, self.needle) {
            Some(at) => {
                self.end = at;
                Some((at, at + self.needle.len()))
            }
            None => {
                self.end = self.pos;
                None
            }
        }
    }
}

impl<'b> Pattern for &'b str {
    type Searcher<'a> = StrSearcher<'a, 'b>;

    #[inline]
    fn into_searcher(self, haystack: &str) -> StrSearcher<'_, 'b> {
        StrSearcher::of(haystack, self)
    }

    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        haystack.as_bytes().starts_with(self.as_bytes())
    }

    #[inline]
    fn is_contained_in(self, haystack: &str) -> bool {
        self.is_empty() || find(haystack, 0, haystack.len(), self).is_some()
    }

    #[inline]
    fn strip_prefix_of(self, haystack: &str) -> Option<&str> {
        if self.is_prefix_of(haystack) {
            Some(part(haystack, self.len(), haystack.len()))
        } else {
            None
        }
    }

    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        haystack.as_bytes().ends_with(self.as_bytes())
    }

    #[inline]
    fn strip_suffix_of<'a>(self, haystack: &'a str) -> Option<&'a str>
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        if self.is_suffix_of(haystack) {
            Some(part(haystack, 0, haystack.len() - self.len()))
        } else {
            None
        }
    }

    #[inline]
    fn as_utf8_pattern(&self) -> Option<Utf8Pattern<'_>> {
        Some(Utf8Pattern::StringPattern(self.as_bytes()))
    }
}

impl<'b, 'c> Pattern for &'c &'b str {
    type Searcher<'a> = StrSearcher<'a, 'b>;

    #[inline]
    fn into_searcher(self, haystack: &str) -> StrSearcher<'_, 'b> {
        StrSearcher::of(haystack, *self)
    }

    #[inline]
    fn is_contained_in(self, haystack: &str) -> bool {
        (*self).is_contained_in(haystack)
    }

    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        (*self).is_prefix_of(haystack)
    }

    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        (*self).is_suffix_of(haystack)
    }
}

impl crate::fmt::Debug for StrSearcher<'_, '_> {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
    }
}
