//! Text as escapes.

use super::Chars;
use crate::char::{self, EscapeDebugOptions};
use crate::fmt::{self, Write};
use crate::iter::FusedIterator;

macro_rules! escapes {
    ($($(#[$doc:meta])* $Name:ident $Inner:ident |$c:ident, $is_first:ident| $escape:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone)]
            pub struct $Name<'a> {
                chars: Chars<'a>,
                inner: Option<char::$Inner>,
                is_first: bool,
            }

            impl crate::fmt::Debug for $Name<'_> {
                fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                    crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a> $Name<'a> {
                #[inline]
                fn of(text: &'a str) -> $Name<'a> {
                    $Name { chars: text.chars(), inner: None, is_first: true }
                }
            }

            impl Iterator for $Name<'_> {
                type Item = char;

                fn next(&mut self) -> Option<char> {
                    loop {
                        if let Some(inner) = &mut self.inner {
                            match inner.next() {
                                None => self.inner = None,
                                c => return c,
                            }
                        }
                        let $c = self.chars.next()?;
                        let $is_first = self.is_first;
                        self.is_first = false;
                        self.inner = Some($escape);
                    }
                }

                fn size_hint(&self) -> (usize, Option<usize>) {
                    (self.chars.size_hint().0, None)
                }
            }

            impl FusedIterator for $Name<'_> {}

            impl fmt::Display for $Name<'_> {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    for c in self.clone() {
                        f.write_char(c)?;
                    }
                    Ok(())
                }
            }
        )*
    };
}

escapes! {
    /// Iterator of `escape_debug`.
    EscapeDebug EscapeDebug |c, is_first| char::escape_debug(c, EscapeDebugOptions {
        grapheme_extended: is_first,
        single_quote: true,
        double_quote: true,
    });
    /// Iterator of `escape_default`.
    EscapeDefault EscapeDefault |c, _is_first| c.escape_default();
    /// Iterator of `escape_unicode`.
    EscapeUnicode EscapeUnicode |c, _is_first| c.escape_unicode();
}

impl str {
    /// The characters, escaped if they are not visible.
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_debug(&self) -> EscapeDebug<'_> {
        EscapeDebug::of(self)
    }

    /// The characters, escaped if they are not visible ASCII.
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_default(&self) -> EscapeDefault<'_> {
        EscapeDefault::of(self)
    }

    /// The characters, all escaped.
    #[must_use = "this returns the escaped string as an iterator, without modifying the original"]
    pub fn escape_unicode(&self) -> EscapeUnicode<'_> {
        EscapeUnicode::of(self)
    }
}
