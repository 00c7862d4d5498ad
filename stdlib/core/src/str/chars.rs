//! `chars` and `char_indices`: the bytes' array and two indices.

use crate::fmt::{self, Write};
use crate::intrinsics::{
    array_read, slice_array, slice_from, slice_len, slice_offset, str_bytes, str_from_bytes,
    transmute, unchecked_add, unchecked_sub, RawArray,
};
use crate::iter::FusedIterator;
use crate::marker::PhantomData;

/// The character that starts at byte `at`, and the index after it.
#[inline(always)]
pub(crate) fn decode(array: RawArray<u8>, at: usize) -> (char, usize) {
    let first = array_read(array, at) as u32;
    if first < 0x80 {
        return (transmute(first), unchecked_add(at, 1));
    }
    decode_long(array, at, first)
}

/// A character of more than one byte.
fn decode_long(array: RawArray<u8>, at: usize, first: u32) -> (char, usize) {
    let second = array_read(array, unchecked_add(at, 1)) as u32 & 0x3F;
    if first < 0xE0 {
        return (transmute((first & 0x1F) << 6 | second), unchecked_add(at, 2));
    }
    let third = second << 6 | array_read(array, unchecked_add(at, 2)) as u32 & 0x3F;
    if first < 0xF0 {
        return (transmute((first & 0xF) << 12 | third), unchecked_add(at, 3));
    }
    let fourth = third << 6 | array_read(array, unchecked_add(at, 3)) as u32 & 0x3F;
    (transmute((first & 7) << 18 | fourth), unchecked_add(at, 4))
}

/// The character that ends before byte `end`, and the index of its start.
#[inline(always)]
pub(crate) fn decode_back(array: RawArray<u8>, end: usize) -> (char, usize) {
    let mut at = unchecked_sub(end, 1);
    let last = array_read(array, at) as u32;
    if last < 0x80 {
        return (transmute(last), at);
    }
    while array_read(array, at) & 0xC0 == 0x80 {
        at = unchecked_sub(at, 1);
    }
    (decode_long(array, at, array_read(array, at) as u32).0, at)
}

/// Iterator over the characters of text.
#[wrc::flat]
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Chars<'a> {
    array: RawArray<u8>,
    pos: usize,
    end: usize,
    marker: PhantomData<&'a str>,
}

impl<'a> Chars<'a> {
    #[inline(always)]
    pub(super) fn new(text: &'a str) -> Chars<'a> {
        let bytes = str_bytes(text);
        let pos = slice_offset(bytes);
        Chars {
            array: slice_array(bytes),
            pos,
            end: unchecked_add(pos, slice_len(bytes)),
            marker: PhantomData,
        }
    }

    /// What is left.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        str_from_bytes(slice_from(
            self.array,
            self.pos,
            unchecked_sub(self.end, self.pos),
        ))
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    #[inline(always)]
    fn next(&mut self) -> Option<char> {
        if self.pos == self.end {
            return None;
        }
        let (c, next) = decode(self.array, self.pos);
        self.pos = next;
        Some(c)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = unchecked_sub(self.end, self.pos);
        (len.div_ceil(4), Some(len))
    }

    /// By the bytes that start a character.
    #[inline]
    fn count(self) -> usize {
        let mut count = 0;
        let mut at = self.pos;
        while at < self.end {
            count += (array_read(self.array, at) & 0xC0 != 0x80) as usize;
            at = unchecked_add(at, 1);
        }
        count
    }

    #[inline]
    fn last(mut self) -> Option<char> {
        self.next_back()
    }
}

impl DoubleEndedIterator for Chars<'_> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<char> {
        if self.pos == self.end {
            return None;
        }
        let (c, start) = decode_back(self.array, self.end);
        self.end = start;
        Some(c)
    }
}

impl FusedIterator for Chars<'_> {}

impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_char(')')
    }
}

/// Iterator over the characters of text with the indices of their first bytes.
#[wrc::flat]
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct CharIndices<'a> {
    array: RawArray<u8>,
    pos: usize,
    end: usize,
    /// Where in the array the text starts.
    base: usize,
    marker: PhantomData<&'a str>,
}

impl<'a> CharIndices<'a> {
    #[inline(always)]
    pub(super) fn new(text: &'a str) -> CharIndices<'a> {
        let bytes = str_bytes(text);
        let pos = slice_offset(bytes);
        CharIndices {
            array: slice_array(bytes),
            pos,
            end: unchecked_add(pos, slice_len(bytes)),
            base: pos,
            marker: PhantomData,
        }
    }

    /// What is left.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        str_from_bytes(slice_from(
            self.array,
            self.pos,
            unchecked_sub(self.end, self.pos),
        ))
    }

    /// The index of the next character.
    #[inline]
    #[must_use]
    pub fn offset(&self) -> usize {
        unchecked_sub(self.pos, self.base)
    }
}

impl Iterator for CharIndices<'_> {
    type Item = (usize, char);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, char)> {
        if self.pos == self.end {
            return None;
        }
        let index = unchecked_sub(self.pos, self.base);
        let (c, next) = decode(self.array, self.pos);
        self.pos = next;
        Some((index, c))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = unchecked_sub(self.end, self.pos);
        (len.div_ceil(4), Some(len))
    }

    #[inline]
    fn count(self) -> usize {
        self.as_str().chars().count()
    }

    #[inline]
    fn last(mut self) -> Option<(usize, char)> {
        self.next_back()
    }
}

impl DoubleEndedIterator for CharIndices<'_> {
    #[inline(always)]
    fn next_back(&mut self) -> Option<(usize, char)> {
        if self.pos == self.end {
            return None;
        }
        let (c, start) = decode_back(self.array, self.end);
        self.end = start;
        Some((unchecked_sub(start, self.base), c))
    }
}

impl FusedIterator for CharIndices<'_> {}

impl fmt::Debug for CharIndices<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CharIndices")
            .field("front_offset", &self.offset())
            .field("iter", &self.as_str().chars())
            .finish()
    }
}
