//! The mappings of case.

use super::tables;
use crate::fmt::{self, Write};
use crate::intrinsics::{array_read, slice_array, slice_len, slice_offset, transmute, RawArray};
use crate::iter::FusedIterator;

/// Reads the numbers of a table.
struct Reader {
    array: RawArray<u8>,
    at: usize,
    end: usize,
}

impl Reader {
    fn new(table: &[u8]) -> Reader {
        let at = slice_offset(table);
        Reader {
            array: slice_array(table),
            at,
            end: at + slice_len(table),
        }
    }

    fn is_at_end(&self) -> bool {
        self.at == self.end
    }

    fn number(&mut self) -> u32 {
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = array_read(self.array, self.at) as u32;
            self.at += 1;
            value |= (byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }
}

/// The character that a table of runs maps `code` to.
#[inline(never)]
fn map(table: &[u8], code: u32) -> u32 {
    let mut reader = Reader::new(table);
    let mut first = 0x80;
    while !reader.is_at_end() {
        first += reader.number();
        let count = reader.number();
        let delta = reader.number();
        if code < first {
            break;
        }
        let stride = (count & 1) + 1;
        let distance = code - first;
        if distance <= (count >> 1) * stride && distance % stride == 0 {
            return if delta & 1 == 0 {
                code + (delta >> 1)
            } else {
                code - (delta >> 1)
            };
        }
    }
    code
}

/// Up to three characters, and which of them are left.
#[derive(Clone)]
struct Mapped {
    chars: [char; 3],
    start: usize,
    end: usize,
}

impl fmt::Debug for Mapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct IntoIter<'a>(&'a [char]);

        impl fmt::Debug for IntoIter<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple("IntoIter").field(&self.0).finish()
            }
        }

        let left = IntoIter(&self.chars[self.start..self.end]);
        f.debug_tuple("CaseMappingIter").field(&left).finish()
    }
}

impl Mapped {
    fn one(c: char) -> Mapped {
        Mapped {
            chars: [c, '\0', '\0'],
            start: 0,
            end: 1,
        }
    }

    fn next(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        let c = self.chars[self.start];
        self.start += 1;
        Some(c)
    }

    fn next_back(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.chars[self.end])
    }
}

fn lowercase(c: char) -> Mapped {
    let code = c as u32;
    if code < 0x80 {
        return Mapped::one(c.to_ascii_lowercase());
    }
    if c == '\u{130}' {
        return Mapped {
            chars: ['i', '\u{307}', '\0'],
            start: 0,
            end: 2,
        };
    }
    Mapped::one(transmute(map(tables::TO_LOWERCASE, code)))
}

fn uppercase(c: char) -> Mapped {
    let code = c as u32;
    if code < 0x80 {
        return Mapped::one(c.to_ascii_uppercase());
    }
    let mut reader = Reader::new(tables::TO_UPPERCASE_LONG);
    let mut at = 0;
    while at < code && !reader.is_at_end() {
        at += reader.number();
        let mut mapped = Mapped {
            chars: ['\0'; 3],
            start: 0,
            end: reader.number() as usize,
        };
        let mut index = 0;
        while index < mapped.end {
            mapped.chars[index] = transmute(reader.number());
            index += 1;
        }
        if at == code {
            return mapped;
        }
    }
    Mapped::one(transmute(map(tables::TO_UPPERCASE, code)))
}

macro_rules! mappings {
    ($($(#[$doc:meta])* $Name:ident $map:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub struct $Name(Mapped);

            impl $Name {
                #[inline]
                pub(super) fn of(c: char) -> $Name {
                    $Name($map(c))
                }
            }

            impl Iterator for $Name {
                type Item = char;

                fn next(&mut self) -> Option<char> {
                    self.0.next()
                }

                fn size_hint(&self) -> (usize, Option<usize>) {
                    let len = self.0.end - self.0.start;
                    (len, Some(len))
                }
            }

            impl DoubleEndedIterator for $Name {
                fn next_back(&mut self) -> Option<char> {
                    self.0.next_back()
                }
            }

            impl ExactSizeIterator for $Name {}
            impl FusedIterator for $Name {}

            impl fmt::Display for $Name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let mut index = self.0.start;
                    while index < self.0.end {
                        f.write_char(self.0.chars[index])?;
                        index += 1;
                    }
                    Ok(())
                }
            }
        )*
    };
}

mappings! {
    /// The characters of a small form.
    ToLowercase lowercase;
    /// The characters of a capital form.
    ToUppercase uppercase;
}
