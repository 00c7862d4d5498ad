//! Characters as escapes.

use crate::fmt::{self, Write};
use crate::fmt::printable::{is_grapheme_extended, is_printable};
use crate::iter::FusedIterator;

/// Up to ten ASCII characters, or one character as it is, and what is left of them.
#[derive(Clone)]
struct Escape {
    chars: [char; 10],
    start: usize,
    end: usize,
}

impl fmt::Debug for Escape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Quoted<'a>(&'a [char]);

        impl fmt::Debug for Quoted<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_char('\'')?;
                for c in self.0 {
                    f.write_char(*c)?;
                }
                f.write_char('\'')
            }
        }

        let left = Quoted(&self.chars[self.start..self.end]);
        f.debug_tuple("EscapeIterInner").field(&left).finish()
    }
}

impl Escape {
    fn new() -> Escape {
        Escape {
            chars: ['\0'; 10],
            start: 0,
            end: 0,
        }
    }

    fn push(mut self, c: char) -> Escape {
        self.chars[self.end] = c;
        self.end += 1;
        self
    }

    /// The character as it is.
    fn plain(c: char) -> Escape {
        Escape::new().push(c)
    }

    /// `\c`.
    fn backslash(c: char) -> Escape {
        Escape::new().push('\\').push(c)
    }

    /// `\u{…}` with as few digits as possible.
    fn unicode(c: char) -> Escape {
        let code = c as u32;
        let mut escape = Escape::new().push('\\').push('u').push('{');
        let mut digits = (32 - (code | 1).leading_zeros()).div_ceil(4);
        while digits > 0 {
            digits -= 1;
            let digit = (code >> (4 * digits)) & 0xF;
            escape = escape.push(match char::from_digit(digit, 16) {
                Some(digit) => digit,
                None => crate::intrinsics::unreachable(),
            });
        }
        escape.push('}')
    }
}

macro_rules! escapes {
    ($($(#[$doc:meta])* $Name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub struct $Name(Escape);

            impl Iterator for $Name {
                type Item = char;

                fn next(&mut self) -> Option<char> {
                    if self.0.start == self.0.end {
                        return None;
                    }
                    let c = self.0.chars[self.0.start];
                    self.0.start += 1;
                    Some(c)
                }

                fn size_hint(&self) -> (usize, Option<usize>) {
                    let len = self.0.end - self.0.start;
                    (len, Some(len))
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

escapes! {
    /// The characters of a `\u{…}`.
    EscapeUnicode;
    /// The characters of an escape that is ASCII.
    EscapeDefault;
    /// The characters of an escape of what is not visible.
    EscapeDebug;
}

/// What is escaped beside what is not visible.
#[derive(Copy, Clone)]
pub(crate) struct EscapeDebugOptions {
    pub(crate) grapheme_extended: bool,
    pub(crate) single_quote: bool,
    pub(crate) double_quote: bool,
}

/// The escape that `{:?}` writes.
pub(crate) fn escape_debug(c: char, options: EscapeDebugOptions) -> EscapeDebug {
    EscapeDebug(match c {
        '\0' => Escape::backslash('0'),
        '\t' => Escape::backslash('t'),
        '\r' => Escape::backslash('r'),
        '\n' => Escape::backslash('n'),
        '\\' => Escape::backslash(c),
        '"' if options.double_quote => Escape::backslash(c),
        '\'' if options.single_quote => Escape::backslash(c),
        _ if options.grapheme_extended && is_grapheme_extended(c) => Escape::unicode(c),
        _ if is_printable(c) => Escape::plain(c),
        _ => Escape::unicode(c),
    })
}

impl char {
    /// The character as `\u{…}`.
    #[inline]
    pub fn escape_unicode(self) -> EscapeUnicode {
        EscapeUnicode(Escape::unicode(self))
    }

    /// The character, escaped if it is not visible.
    #[inline]
    pub fn escape_debug(self) -> EscapeDebug {
        escape_debug(
            self,
            EscapeDebugOptions {
                grapheme_extended: true,
                single_quote: true,
                double_quote: true,
            },
        )
    }

    /// The character, escaped if it is not visible ASCII.
    #[inline]
    pub fn escape_default(self) -> EscapeDefault {
        EscapeDefault(match self {
            '\t' => Escape::backslash('t'),
            '\r' => Escape::backslash('r'),
            '\n' => Escape::backslash('n'),
            '\\' | '\'' | '"' => Escape::backslash(self),
            ' '..='~' => Escape::plain(self),
            _ => Escape::unicode(self),
        })
    }
}
