//! Words.

use super::chars::{decode, decode_back};
use super::index::part;
use crate::intrinsics::{slice_array, slice_offset};
use crate::iter::FusedIterator;

impl str {
    /// The words between white space.
    #[inline]
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace { text: self }
    }

    /// The words between ASCII white space.
    #[inline]
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace { text: self }
    }
}

/// Iterators over words; what is left may have white space at both ends.
macro_rules! words {
    ($($(#[$doc:meta])* $Name:ident $is_whitespace:ident;)*) => {
        $(
            $(#[$doc])*
            #[wrc::flat]
            #[derive(Clone)]
            #[must_use = "iterators are lazy and do nothing unless consumed"]
            pub struct $Name<'a> {
                text: &'a str,
            }

            impl crate::fmt::Debug for $Name<'_> {
                fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                    crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a> Iterator for $Name<'a> {
                type Item = &'a str;

                #[inline]
                fn next(&mut self) -> Option<&'a str> {
                    let text = self.text;
                    let bytes = text.as_bytes();
                    let array = slice_array(bytes);
                    let offset = slice_offset(bytes);
                    let end = offset + bytes.len();
                    let mut start = offset;
                    loop {
                        if start == end {
                            self.text = "";
                            return None;
                        }
                        let (c, next) = decode(array, start);
                        if !c.$is_whitespace() {
                            break;
                        }
                        start = next;
                    }
                    let mut stop = start;
                    while stop < end {
                        let (c, next) = decode(array, stop);
                        if c.$is_whitespace() {
                            break;
                        }
                        stop = next;
                    }
                    self.text = part(text, stop - offset, end - offset);
                    Some(part(text, start - offset, stop - offset))
                }

                #[inline]
                fn size_hint(&self) -> (usize, Option<usize>) {
                    (0, Some(self.text.len().div_ceil(2)))
                }

                #[inline]
                fn last(mut self) -> Option<&'a str> {
                    self.next_back()
                }
            }

            impl<'a> DoubleEndedIterator for $Name<'a> {
                #[inline]
                fn next_back(&mut self) -> Option<&'a str> {
                    let text = self.text;
                    let bytes = text.as_bytes();
                    let array = slice_array(bytes);
                    let offset = slice_offset(bytes);
                    let mut stop = offset + bytes.len();
                    loop {
                        if stop == offset {
                            self.text = "";
                            return None;
                        }
                        let (c, before) = decode_back(array, stop);
                        if !c.$is_whitespace() {
                            break;
                        }
                        stop = before;
                    }
                    let mut start = stop;
                    while start > offset {
                        let (c, before) = decode_back(array, start);
                        if c.$is_whitespace() {
                            break;
                        }
                        start = before;
                    }
                    self.text = part(text, 0, start - offset);
                    Some(part(text, start - offset, stop - offset))
                }
            }

            impl FusedIterator for $Name<'_> {}
        )*
    };
}

words! {
    /// Iterator of `split_whitespace`.
    SplitWhitespace is_whitespace;
    /// Iterator of `split_ascii_whitespace`.
    SplitAsciiWhitespace is_ascii_whitespace;
}
