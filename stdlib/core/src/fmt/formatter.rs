//! `Formatter`: a sink together with the options of the placeholder in force.

use super::builders::{self, DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple};
use super::options::{
    Alignment, FormattingOptions, SavedSpec, Sign, ALIGN_CENTER, ALIGN_LEFT, ALIGN_MASK,
    ALIGN_RIGHT, ALTERNATE, DEBUG_LOWER_HEX, DEBUG_UPPER_HEX, HAS_PRECISION, HAS_WIDTH, SIGN_MINUS,
    SIGN_PLUS, ZERO_PAD,
};
use super::text::{char_count, prefix_of_chars};
use super::{write, Arguments, Debug, Error, Result, Write};
use crate::result;

/// Where a value is written to, and how.
#[lang = "Formatter"]
pub struct Formatter<'a> {
    pub(super) out: &'a mut (dyn Write + 'a),
    flags: u32,
    fill: char,
    width: usize,
    precision: usize,
}

impl<'a> Formatter<'a> {
    /// A formatter with `options` that writes to `write`.
    #[inline]
    pub fn new(write: &'a mut (dyn Write + 'a), options: FormattingOptions) -> Self {
        Formatter::with_spec(write, options.spec)
    }

    /// A formatter without options.
    #[inline]
    pub(crate) fn over(out: &'a mut (dyn Write + 'a)) -> Formatter<'a> {
        Formatter {
            out,
            flags: 0,
            fill: ' ',
            width: 0,
            precision: 0,
        }
    }

    #[inline]
    pub(super) fn with_spec(out: &'a mut (dyn Write + 'a), spec: SavedSpec) -> Formatter<'a> {
        Formatter {
            out,
            flags: spec.flags,
            fill: spec.fill,
            width: spec.width,
            precision: spec.precision,
        }
    }

    /// The options in force.
    #[inline]
    pub(super) fn spec(&self) -> SavedSpec {
        SavedSpec {
            flags: self.flags,
            fill: self.fill,
            width: self.width,
            precision: self.precision,
        }
    }

    #[inline]
    pub(super) fn set_spec(&mut self, spec: SavedSpec) {
        self.flags = spec.flags;
        self.fill = spec.fill;
        self.width = spec.width;
        self.precision = spec.precision;
    }

    /// Whether any option is set. Values are written without further ado if not.
    #[inline(always)]
    pub(super) fn has_spec(&self) -> bool {
        self.flags != 0
    }

    /// The options as a value.
    pub fn options(&self) -> FormattingOptions {
        FormattingOptions { spec: self.spec() }
    }

    /// A formatter for the same sink with other options.
    pub fn with_options<'b>(&'b mut self, options: FormattingOptions) -> Formatter<'b> {
        Formatter::with_spec(&mut *self.out, options.spec)
    }

    /// Writes text as it is.
    #[inline]
    pub fn write_str(&mut self, data: &str) -> Result {
        self.out.write_str(data)
    }

    /// Writes `format_args!`'s value; `write!` calls this.
    #[inline]
    pub fn write_fmt(&mut self, fmt: Arguments<'_>) -> Result {
        match fmt.as_str() {
            Some(text) => self.out.write_str(text),
            None => write(&mut *self.out, fmt),
        }
    }

    /// The flag word of old.
    #[deprecated(note = "use the `sign_plus`, `sign_minus`, `alternate` methods")]
    pub fn flags(&self) -> u32 {
        // The public numbering was: plus 1, minus 2, alternate 4, zero 8, `x?` 16, `X?` 32.
        self.flags
            & (SIGN_PLUS | SIGN_MINUS | ALTERNATE | ZERO_PAD | DEBUG_LOWER_HEX | DEBUG_UPPER_HEX)
    }

    /// The fill character; a space by default.
    pub fn fill(&self) -> char {
        self.fill
    }

    /// The alignment, if one is given.
    pub fn align(&self) -> Option<Alignment> {
        self.options().get_align()
    }

    /// The width, if one is given.
    #[inline]
    pub fn width(&self) -> Option<usize> {
        if self.flags & HAS_WIDTH != 0 {
            Some(self.width)
        } else {
            None
        }
    }

    /// The precision, if one is given.
    #[inline]
    pub fn precision(&self) -> Option<usize> {
        if self.flags & HAS_PRECISION != 0 {
            Some(self.precision)
        } else {
            None
        }
    }

    /// `+`.
    #[inline]
    pub fn sign_plus(&self) -> bool {
        self.flags & SIGN_PLUS != 0
    }

    /// `-`.
    #[inline]
    pub fn sign_minus(&self) -> bool {
        self.flags & SIGN_MINUS != 0
    }

    /// The sign option.
    pub fn sign(&self) -> Option<Sign> {
        self.options().get_sign()
    }

    /// `#`.
    #[inline]
    pub fn alternate(&self) -> bool {
        self.flags & ALTERNATE != 0
    }

    /// `0`.
    #[inline]
    pub fn sign_aware_zero_pad(&self) -> bool {
        self.flags & ZERO_PAD != 0
    }

    #[inline]
    pub(super) fn debug_lower_hex(&self) -> bool {
        self.flags & DEBUG_LOWER_HEX != 0
    }

    #[inline]
    pub(super) fn debug_upper_hex(&self) -> bool {
        self.flags & DEBUG_UPPER_HEX != 0
    }

    /// `{:p}` of a slim pointer: `#` implies zeros up to the full width.
    pub(super) fn widen_pointer(&mut self) {
        if self.flags & ALTERNATE != 0 {
            self.flags |= ZERO_PAD;
            if self.flags & HAS_WIDTH == 0 {
                self.flags |= HAS_WIDTH;
                self.width = usize::BITS as usize / 4 + 2;
            }
        }
        self.flags |= ALTERNATE;
    }

    /// Writes text in a field: cut to the precision, padded to the width.
    #[inline]
    pub fn pad(&mut self, s: &str) -> Result {
        if self.has_spec() {
            self.pad_cut(s)
        } else {
            self.out.write_str(s)
        }
    }

    #[inline(never)]
    fn pad_cut(&mut self, s: &str) -> Result {
        let s = if self.flags & HAS_PRECISION != 0 {
            prefix_of_chars(s, self.precision)
        } else {
            s
        };
        if self.flags & HAS_WIDTH == 0 {
            return self.out.write_str(s);
        }
        let count = char_count(s);
        if count >= self.width {
            return self.out.write_str(s);
        }
        let after = self.pad_before(self.width - count, ALIGN_LEFT)?;
        self.out.write_str(s)?;
        self.pad_after(after)
    }

    /// Writes an integer's digits with its sign, its prefix (under `#`) and the padding.
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {
        let sign = if !is_nonnegative {
            "-"
        } else if self.sign_plus() {
            "+"
        } else {
            ""
        };
        let prefix = if self.alternate() { prefix } else { "" };
        self.pad_number(sign, prefix, buf)
    }

    /// Writes sign, prefix and digits in a field; zeros go between prefix and digits.
    pub(super) fn pad_number(&mut self, sign: &str, prefix: &str, digits: &str) -> Result {
        let len = sign.len() + char_count(prefix) + char_count(digits);
        if self.flags & HAS_WIDTH == 0 || len >= self.width {
            self.write_prefix(sign, prefix)?;
            return self.out.write_str(digits);
        }
        let missing = self.width - len;
        if self.flags & ZERO_PAD != 0 {
            self.write_prefix(sign, prefix)?;
            self.repeat('0', missing)?;
            return self.out.write_str(digits);
        }
        let after = self.pad_before(missing, ALIGN_RIGHT)?;
        self.write_prefix(sign, prefix)?;
        self.out.write_str(digits)?;
        self.pad_after(after)
    }

    fn write_prefix(&mut self, sign: &str, prefix: &str) -> Result {
        if !sign.is_empty() {
            self.out.write_str(sign)?;
        }
        if !prefix.is_empty() {
            self.out.write_str(prefix)?;
        }
        Ok(())
    }

    /// Writes the padding in front of a value and returns how much goes behind it.
    fn pad_before(&mut self, missing: usize, default_align: u32) -> result::Result<usize, Error> {
        let align = match self.flags & ALIGN_MASK {
            0 => default_align,
            given => given,
        };
        let before = match align {
            ALIGN_LEFT => 0,
            ALIGN_CENTER => missing / 2,
            _ => missing,
        };
        self.repeat(self.fill, before)?;
        Ok(missing - before)
    }

    fn pad_after(&mut self, count: usize) -> Result {
        self.repeat(self.fill, count)
    }

    fn repeat(&mut self, c: char, count: usize) -> Result {
        let mut left = count;
        while left > 0 {
            self.out.write_char(c)?;
            left -= 1;
        }
        Ok(())
    }

    /// Starts `Name { field: value }`.
    #[inline]
    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        builders::debug_struct_new(self, name)
    }

    /// Starts `Name(value)`.
    #[inline]
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        builders::debug_tuple_new(self, name)
    }

    /// Starts `[value]`.
    #[inline]
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        builders::debug_list_new(self)
    }

    /// Starts `{value}`.
    #[inline]
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        builders::debug_set_new(self)
    }

    /// Starts `{key: value}`.
    #[inline]
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        builders::debug_map_new(self)
    }

    /// A struct with the given fields, as `#[derive(Debug)]` writes it.
    #[doc(hidden)]
    pub fn debug_struct_fields_finish<'b>(
        &'b mut self,
        name: &str,
        names: &[&str],
        values: &[&dyn Debug],
    ) -> Result {
        let mut builder = self.debug_struct(name);
        let mut index = 0;
        while index < names.len() {
            builder.field(names[index], values[index]);
            index += 1;
        }
        builder.finish()
    }

    /// A tuple struct with the given fields, as `#[derive(Debug)]` writes it.
    #[doc(hidden)]
    pub fn debug_tuple_fields_finish<'b>(
        &'b mut self,
        name: &str,
        values: &[&dyn Debug],
    ) -> Result {
        let mut builder = self.debug_tuple(name);
        let mut index = 0;
        while index < values.len() {
            builder.field(values[index]);
            index += 1;
        }
        builder.finish()
    }

    /// A struct with one field.
    #[doc(hidden)]
    pub fn debug_struct_field1_finish<'b>(
        &'b mut self,
        name: &str,
        name1: &str,
        value1: &dyn Debug,
    ) -> Result {
        let mut builder = self.debug_struct(name);
        builder.field(name1, value1);
        builder.finish()
    }

    /// A tuple struct with one field.
    #[doc(hidden)]
    pub fn debug_tuple_field1_finish<'b>(&'b mut self, name: &str, value1: &dyn Debug) -> Result {
        let mut builder = self.debug_tuple(name);
        builder.field(value1);
        builder.finish()
    }
}

impl Write for Formatter<'_> {
    #[inline]
    fn write_str(&mut self, s: &str) -> Result {
        self.out.write_str(s)
    }

    #[inline]
    fn write_char(&mut self, c: char) -> Result {
        self.out.write_char(c)
    }

    #[inline]
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        Formatter::write_fmt(self, args)
    }
}
