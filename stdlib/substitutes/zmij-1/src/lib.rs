//! The interface of `zmij` 1, which writes its digits through pointers to
//! numbers of other sizes.

#![no_std]

use core::fmt::Write;
use private::Behind;

/// As many bytes as the longest number has.
const SIZE: usize = 32;

/// The text of one number.
#[derive(Clone, Copy)]
pub struct Buffer {
    bytes: [u8; SIZE],
    len: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Buffer::new()
    }
}

impl Buffer {
    pub fn new() -> Self {
        Buffer {
            bytes: [0; SIZE],
            len: 0,
        }
    }

    pub fn format<F: Float>(&mut self, f: F) -> &str {
        match f.name() {
            Some(name) => name,
            None => self.format_finite(f),
        }
    }

    pub fn format_finite<F: Float>(&mut self, f: F) -> &str {
        self.len = 0;
        let mut exponential = Buffer::new();
        // The library writes the same shortest digits, with an exponent.
        let _ = f.write(&mut exponential);
        exponential.even_ties(f);
        let text = exponential.text();
        let (number, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let (sign, number) = match number.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", number),
        };
        let _ = self.write_str(sign);
        let (first, rest) = number.split_once('.').unwrap_or((number, ""));
        if F::PLAIN.0 <= exponent && exponent <= F::PLAIN.1 {
            self.plain(first, rest, exponent);
        } else {
            let _ = match rest {
                "" => write!(self, "{first}e{exponent:+}"),
                rest => write!(self, "{first}.{rest}e{exponent:+}"),
            };
        }
        self.text()
    }

    /// Of two texts that are as near, the library has the greater, and `zmij`
    /// the one with the even digit.
    fn even_ties<F: Float>(&mut self, f: F) {
        let end = self
            .bytes
            .iter()
            .position(|byte| *byte == b'e')
            .unwrap_or(0);
        let is_digit = |byte: &&u8| byte.is_ascii_digit();
        let digits = self.bytes[..end].iter().filter(is_digit).count();
        let Some(last) = end.checked_sub(1).filter(|last| self.bytes[*last] % 2 == 1) else {
            return;
        };
        let mut behind = Behind {
            digits,
            last: 0,
            is_tie: None,
        };
        let _ = f.write_exact(&mut behind);
        // Then the text was rounded up.
        if behind.is_tie == Some(true) && behind.last < self.bytes[last] {
            self.bytes[last] -= 1;
        }
    }

    /// Without an exponent, with a digit behind the point.
    fn plain(&mut self, first: &str, rest: &str, exponent: i32) {
        if exponent < 0 {
            let _ = self.write_str("0.");
            self.zeros(-exponent - 1);
            let _ = self.write_str(first);
            let _ = self.write_str(rest);
            return;
        }
        let _ = self.write_str(first);
        let whole = exponent as usize;
        if rest.len() > whole {
            let (before, after) = rest.split_at(whole);
            let _ = write!(self, "{before}.{after}");
        } else {
            let _ = self.write_str(rest);
            self.zeros(exponent - rest.len() as i32);
            let _ = self.write_str(".0");
        }
    }

    fn zeros(&mut self, count: i32) {
        for _ in 0..count {
            let _ = self.write_char('0');
        }
    }

    fn text(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        for byte in text.bytes() {
            let place = self.bytes.get_mut(self.len).ok_or(core::fmt::Error)?;
            *place = byte;
            self.len += 1;
        }
        Ok(())
    }
}

/// `f32` and `f64`.
pub trait Float: private::Sealed {}
impl Float for f32 {}
impl Float for f64 {}

mod private {
    use core::fmt;

    /// Reads a long text of a number: are the digits behind the first ones half
    /// of the last?
    pub struct Behind {
        pub digits: usize,
        pub last: u8,
        pub is_tie: Option<bool>,
    }

    impl fmt::Write for Behind {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            for byte in text.bytes() {
                match byte {
                    b'e' => return Err(fmt::Error),
                    b'0'..=b'9' if self.digits > 0 => {
                        self.digits -= 1;
                        self.last = byte;
                    }
                    b'0'..=b'9' => {
                        self.is_tie = Some(match self.is_tie {
                            None => byte == b'5',
                            Some(so_far) => so_far && byte == b'0',
                        });
                    }
                    _ => {}
                }
            }
            Ok(())
        }
    }

    pub trait Sealed: Copy {
        /// The exponents of numbers that are written without one.
        const PLAIN: (i32, i32);
        /// What is no number.
        fn name(self) -> Option<&'static str>;
        fn write(self, to: &mut super::Buffer) -> fmt::Result;
        /// With so many digits that a number which is not between two shorter
        /// ones shows it.
        fn write_exact(self, to: &mut Behind) -> fmt::Result;
    }
}

macro_rules! float {
    ($float:ident, $plain:expr) => {
        impl private::Sealed for $float {
            const PLAIN: (i32, i32) = $plain;

            fn name(self) -> Option<&'static str> {
                if self.is_nan() {
                    Some("NaN")
                } else if self.is_infinite() {
                    Some(if self > 0.0 { "inf" } else { "-inf" })
                } else {
                    None
                }
            }

            fn write(self, to: &mut Buffer) -> core::fmt::Result {
                write!(to, "{self:e}")
            }

            fn write_exact(self, to: &mut Behind) -> core::fmt::Result {
                write!(to, "{self:.60e}")
            }
        }
    };
}

float!(f32, (-6, 12));
float!(f64, (-5, 15));
