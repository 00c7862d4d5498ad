//! `to_string`.

use core::fmt::{Display, Formatter, FormattingOptions};

use super::String;
use crate::fmt::formatter_failed;

/// Makes a `String`; comes with `Display`.
pub trait ToString {
    /// The value as text.
    fn to_string(&self) -> String;
}

impl<T: Display + ?Sized> ToString for T {
    #[inline]
    fn to_string(&self) -> String {
        let mut text = String::new();
        let mut formatter = Formatter::new(&mut text, FormattingOptions::new());
        if Display::fmt(self, &mut formatter).is_err() {
            formatter_failed();
        }
        text
    }
}
