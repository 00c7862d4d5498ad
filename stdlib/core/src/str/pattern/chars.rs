//! Patterns that are characters, or sets of them.

use super::{DoubleEndedSearcher, Pattern, ReverseSearcher, SearchStep, Searcher, Utf8Pattern};
use crate::fmt;
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset, str_bytes, RawArray};
use crate::str::{decode, decode_back};

/// A set of characters.
#[doc(hidden)]
pub trait CharSet {
    /// Whether a character is in the set.
    fn has(&mut self, c: char) -> bool;
}

impl<F: FnMut(char) -> bool> CharSet for F {
    #[inline(always)]
    fn has(&mut self, c: char) -> bool {
        self(c)
    }
}

impl<const N: usize> CharSet for [char; N] {
    #[inline]
    fn has(&mut self, c: char) -> bool {
        self.as_slice().contains(&c)
    }
}

impl<const N: usize> CharSet for &[char; N] {
    #[inline]
    fn has(&mut self, c: char) -> bool {
        self.as_slice().contains(&c)
    }
}

impl CharSet for &[char] {
    #[inline]
    fn has(&mut self, c: char) -> bool {
        (**self).contains(&c)
    }
}

/// Search for one of a set of characters.
#[derive(Clone)]
pub struct MultiCharSearcher<'a, C> {
    haystack: &'a str,
    set: C,
    array: RawArray<u8>,
    base: usize,
    pos: usize,
    end: usize,
}

impl<'a, C: CharSet> MultiCharSearcher<'a, C> {
    #[inline]
    fn of(haystack: &'a str, set: C) -> Self {
        let bytes = str_bytes(haystack);
        let base = slice_offset(bytes);
        MultiCharSearcher {
            haystack,
            set,
            array: slice_array(bytes),
            base,
            pos: base,
            end: base + slice_len(bytes),
        }
    }
}

unsafe impl<'a, C: CharSet> Searcher<'a> for MultiCharSearcher<'a, C> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    #[inline]
    fn next(&mut self) -> SearchStep {
        if self.pos == self.end {
            return SearchStep::Done;
        }
        let start = self.pos - self.base;
        let (c, next) = decode(self.array, self.pos);
        self.pos = next;
        if self.set.has(c) {
            SearchStep::Match(start, next - self.base)
        } else {
            SearchStep::Reject(start, next - self.base)
        }
    }

    #[inline]
    fn next_match(&mut self) -> Option<(usize, usize)> {
        while self.pos != self.end {
            let start = self.pos;
            let (c, next) = decode(self.array, start);
            self.pos = next;
            if self.set.has(c) {
                return Some((start - self.base, next - self.base));
            }
        }
        None
    }
}

unsafe impl<'a, C: CharSet> ReverseSearcher<'a> for MultiCharSearcher<'a, C> {
    #[inline]
    fn next_back(&mut self) -> SearchStep {
        if self.pos == self.end {
            return SearchStep::Done;
        }
        let end = self.end - self.base;
        let (c, start) = decode_back(self.array, self.end);
        self.end = start;
        if self.set.has(c) {
            SearchStep::Match(start - self.base, end)
        } else {
            SearchStep::Reject(start - self.base, end)
        }
    }
}

impl<'a, C: CharSet> DoubleEndedSearcher<'a> for MultiCharSearcher<'a, C> {}

impl<C> fmt::Debug for MultiCharSearcher<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f;
        crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
    }
}

/// Search for a character that satisfies a predicate.
pub type CharPredicateSearcher<'a, F> = MultiCharSearcher<'a, F>;
/// Search for a character of an array.
pub type CharArraySearcher<'a, const N: usize> = MultiCharSearcher<'a, [char; N]>;
/// Search for a character of an array.
pub type CharArrayRefSearcher<'a, 'b, const N: usize> = MultiCharSearcher<'a, &'b [char; N]>;
/// Search for a character of a slice.
pub type CharSliceSearcher<'a, 'b> = MultiCharSearcher<'a, &'b [char]>;

macro_rules! patterns {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(
            impl<$($generics)*> Pattern for $ty {
                type Searcher<'a> = MultiCharSearcher<'a, $ty>;

                #[inline]
                fn into_searcher(self, haystack: &str) -> MultiCharSearcher<'_, $ty> {
                    MultiCharSearcher::of(haystack, self)
                }
            }
        )*
    };
}

patterns! {
    [const N: usize] [char; N];
    ['b, const N: usize] &'b [char; N];
    ['b] &'b [char];
}

impl<F: FnMut(char) -> bool> Pattern for F {
    type Searcher<'a> = MultiCharSearcher<'a, F>;

    #[inline]
    fn into_searcher(self, haystack: &str) -> MultiCharSearcher<'_, F> {
        MultiCharSearcher::of(haystack, self)
    }
}

/// Search for one character, by its bytes.
#[derive(Clone)]
pub struct CharSearcher<'a> {
    haystack: &'a str,
    pos: usize,
    end: usize,
    needle: char,
    /// The bytes of the needle, the first one lowest.
    bytes: u32,
    len: usize,
}

impl<'a> CharSearcher<'a> {
    #[inline]
    fn of(haystack: &'a str, needle: char) -> CharSearcher<'a> {
        let code = needle as u32;
        let len = needle.len_utf8();
        let tail = |shift: u32| 0x80 | (code >> shift) & 0x3F;
        let bytes = match len {
            1 => code,
            2 => 0xC0 | code >> 6 | tail(0) << 8,
            3 => 0xE0 | code >> 12 | tail(6) << 8 | tail(0) << 16,
            _ => 0xF0 | code >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24,
        };
        CharSearcher {
            haystack,
            pos: 0,
            end: haystack.len(),
            needle,
            bytes,
            len,
        }
    }

    /// Whether the needle is at index `at` of the array, where there are enough bytes.
    #[inline(always)]
    fn is_at(&self, array: RawArray<u8>, at: usize) -> bool {
        if array_read(array, at) as u32 != self.bytes & 0xFF {
            return false;
        }
        let mut index = 1;
        let mut rest = self.bytes >> 8;
        while index < self.len {
            if array_read(array, at + index) as u32 != rest & 0xFF {
                return false;
            }
            rest >>= 8;
            index += 1;
        }
        true
    }
}

unsafe impl<'a> Searcher<'a> for CharSearcher<'a> {
    #[inline]
    fn haystack(&self) -> &'a str {
        self.haystack
    }

    #[inline]
    fn next(&mut self) -> SearchStep {
        if self.pos == self.end {
            return SearchStep::Done;
        }
        let bytes = str_bytes(self.haystack);
        let base = slice_offset(bytes);
        let start = self.pos;
        let (c, next) = decode(slice_array(bytes), base + start);
        self.pos = next - base;
        if c == self.needle {
            SearchStep::Match(start, self.pos)
        } else {
            SearchStep::Reject(start, self.pos)
        }
    }

    #[inline]
    fn next_match(&mut self) -> Option<(usize, usize)> {
        let bytes = str_bytes(self.haystack);
        let array = slice_array(bytes);
        let base = slice_offset(bytes);
        let mut at = self.pos;
        while at + self.len <= self.end {
            if self.is_at(array, base + at) {
                self.pos = at + self.len;
                return Some((at, self.pos));
            }
            at += 1;
        }
        self.pos = self.end;
        None
    }
}

unsafe impl<'a> ReverseSearcher<'a> for CharSearcher<'a> {
    #[inline]
    fn next_back(&mut self) -> SearchStep {
        if self.pos == self.end {
            return SearchStep::Done;
        }
        let bytes = str_bytes(self.haystack);
        let base = slice_offset(bytes);
        let end = self.end;
        let (c, start) = decode_back(slice_array(bytes), base + end);
        self.end = start - base;
        if c == self.needle {
            SearchStep::Match(self.end, end)
        } else {
            SearchStep::Reject(self.end, end)
        }
    }

    #[inline]
    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        let bytes = str_bytes(self.haystack);
        let array = slice_array(bytes);
        let base = slice_offset(bytes);
        let mut at = self.end;
        while at >= self.pos + self.len {
            let start = at - self.len;
            if self.is_at(array, base + start) {
                self.end = start;
                return Some((start, at));
            }
            at -= 1;
        }
        self.end = self.pos;
        None
    }
}

impl<'a> DoubleEndedSearcher<'a> for CharSearcher<'a> {}

impl Pattern for char {
    type Searcher<'a> = CharSearcher<'a>;

    #[inline]
    fn into_searcher(self, haystack: &str) -> CharSearcher<'_> {
        CharSearcher::of(haystack, self)
    }

    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        haystack.chars().next() == Some(self)
    }

    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        haystack.chars().next_back() == Some(self)
    }

    #[inline]
    fn as_utf8_pattern(&self) -> Option<Utf8Pattern<'_>> {
        Some(Utf8Pattern::CharPattern(*self))
    }
}

impl crate::fmt::Debug for CharSearcher<'_> {
    fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
    }
}
