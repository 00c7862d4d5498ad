//! Where a panic is.

use crate::fmt;

/// A place in the source.
#[lang = "panic_location"]
#[derive(Copy, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Location<'a> {
    file: &'a str,
    line: u32,
    column: u32,
}

impl<'a> Location<'a> {
    /// Where the innermost caller that is not `#[track_caller]` is.
    #[must_use]
    #[track_caller]
    #[inline(always)]
    pub const fn caller() -> &'static Location<'static> {
        crate::intrinsics::caller_location()
    }

    /// The file.
    #[must_use]
    pub const fn file(&self) -> &'a str {
        self.file
    }

    /// The line, from 1 on.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The column, from 1 on.
    #[must_use]
    pub const fn column(&self) -> u32 {
        self.column
    }

    /// Made by hand.
    #[doc(hidden)]
    pub const fn internal_constructor(file: &'a str, line: u32, column: u32) -> Self {
        Location { file, line, column }
    }
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// What is known of a panic.
#[lang = "panic_info"]
#[derive(Debug)]
pub struct PanicInfo<'a> {
    message: &'a fmt::Arguments<'a>,
    location: &'a Location<'a>,
}

impl<'a> PanicInfo<'a> {
    /// What a panic's report needs.
    pub(crate) fn new(message: &'a fmt::Arguments<'a>, location: &'a Location<'a>) -> Self {
        PanicInfo { message, location }
    }

    /// The message.
    #[must_use]
    pub fn message(&self) -> PanicMessage<'_> {
        PanicMessage {
            message: self.message,
        }
    }

    /// The place.
    #[must_use]
    pub fn location(&self) -> Option<&Location<'_>> {
        Some(self.location)
    }
}

impl fmt::Display for PanicInfo<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "panicked at {}:\n{}", self.location, self.message)
    }
}

/// The message of a panic.
pub struct PanicMessage<'a> {
    message: &'a fmt::Arguments<'a>,
}

impl PanicMessage<'_> {
    /// The text, if it has no placeholders.
    #[must_use]
    pub fn as_str(&self) -> Option<&'static str> {
        self.message.as_str()
    }
}

impl fmt::Display for PanicMessage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_fmt(*self.message)
    }
}

impl fmt::Debug for PanicMessage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_fmt(*self.message)
    }
}
