//! The options of a placeholder: `{:+#010.3}`.
//!
//! The compiler passes them as one flag word, a fill character, a width and a precision.

/// `+`.
pub(super) const SIGN_PLUS: u32 = 1;
/// `-`.
pub(super) const SIGN_MINUS: u32 = 1 << 1;
/// `#`.
pub(super) const ALTERNATE: u32 = 1 << 2;
/// `0`.
pub(super) const ZERO_PAD: u32 = 1 << 3;
/// `x?`.
pub(super) const DEBUG_LOWER_HEX: u32 = 1 << 4;
/// `X?`.
pub(super) const DEBUG_UPPER_HEX: u32 = 1 << 5;
/// Where the alignment's two bits start: 0 none, 1 left, 2 right, 3 center.
pub(super) const ALIGN_SHIFT: u32 = 6;
/// The bits of the alignment.
pub(super) const ALIGN_MASK: u32 = 3 << ALIGN_SHIFT;
/// `<`.
pub(super) const ALIGN_LEFT: u32 = 1 << ALIGN_SHIFT;
/// `>`.
pub(super) const ALIGN_RIGHT: u32 = 2 << ALIGN_SHIFT;
/// `^`.
pub(super) const ALIGN_CENTER: u32 = 3 << ALIGN_SHIFT;
/// The width is given.
pub(super) const HAS_WIDTH: u32 = 1 << 8;
/// The precision is given.
pub(super) const HAS_PRECISION: u32 = 1 << 9;

/// All options of one placeholder.
#[wrc::flat]
#[derive(Copy, Clone, PartialEq, Eq)]
pub struct SavedSpec {
    pub(super) flags: u32,
    pub(super) fill: char,
    pub(super) width: usize,
    pub(super) precision: usize,
}

impl SavedSpec {
    /// `{}`.
    pub(super) const DEFAULT: SavedSpec = SavedSpec {
        flags: 0,
        fill: ' ',
        width: 0,
        precision: 0,
    };
}

/// Where a value stands in a field that is wider than it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// `<`: the value first, then the padding.
    Left,
    /// `>`: the padding first.
    Right,
    /// `^`: padding on both sides.
    Center,
}

/// A sign option.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `+`.
    Plus,
    /// `-`.
    Minus,
}

/// Whether `{:?}` writes integers in hexadecimal.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum DebugAsHex {
    /// `{:x?}`.
    Lower,
    /// `{:X?}`.
    Upper,
}

/// The options of a `Formatter`, as a value.
#[derive(Copy, Clone, PartialEq, Eq)]
pub struct FormattingOptions {
    pub(super) spec: SavedSpec,
}

impl crate::fmt::Debug for FormattingOptions {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("FormattingOptions").finish_non_exhaustive()
    }
}

impl Default for FormattingOptions {
    fn default() -> FormattingOptions {
        FormattingOptions::new()
    }
}

impl FormattingOptions {
    /// No option set.
    pub const fn new() -> FormattingOptions {
        FormattingOptions {
            spec: SavedSpec::DEFAULT,
        }
    }

    fn set_flags(&mut self, mask: u32, flags: u32) -> &mut Self {
        self.spec.flags = (self.spec.flags & !mask) | flags;
        self
    }

    /// Sets or removes the sign option.
    pub fn sign(&mut self, sign: Option<Sign>) -> &mut Self {
        let flags = match sign {
            Some(Sign::Plus) => SIGN_PLUS,
            Some(Sign::Minus) => SIGN_MINUS,
            None => 0,
        };
        self.set_flags(SIGN_PLUS | SIGN_MINUS, flags)
    }

    /// Sets or removes the `0` option.
    pub fn sign_aware_zero_pad(&mut self, zero_pad: bool) -> &mut Self {
        self.set_flags(ZERO_PAD, if zero_pad { ZERO_PAD } else { 0 })
    }

    /// Sets or removes the `#` option.
    pub fn alternate(&mut self, alternate: bool) -> &mut Self {
        self.set_flags(ALTERNATE, if alternate { ALTERNATE } else { 0 })
    }

    /// Sets the fill character.
    pub fn fill(&mut self, fill: char) -> &mut Self {
        self.spec.fill = fill;
        self
    }

    /// Sets or removes the alignment.
    pub fn align(&mut self, align: Option<Alignment>) -> &mut Self {
        let flags = match align {
            Some(Alignment::Left) => ALIGN_LEFT,
            Some(Alignment::Right) => ALIGN_RIGHT,
            Some(Alignment::Center) => ALIGN_CENTER,
            None => 0,
        };
        self.set_flags(ALIGN_MASK, flags)
    }

    /// Sets or removes the width.
    pub fn width(&mut self, width: Option<u16>) -> &mut Self {
        match width {
            Some(width) => {
                self.spec.width = width as usize;
                self.set_flags(HAS_WIDTH, HAS_WIDTH)
            }
            None => self.set_flags(HAS_WIDTH, 0),
        }
    }

    /// Sets or removes the precision.
    pub fn precision(&mut self, precision: Option<u16>) -> &mut Self {
        match precision {
            Some(precision) => {
                self.spec.precision = precision as usize;
                self.set_flags(HAS_PRECISION, HAS_PRECISION)
            }
            None => self.set_flags(HAS_PRECISION, 0),
        }
    }

    /// Sets or removes the `x?` and `X?` options.
    pub fn debug_as_hex(&mut self, debug_as_hex: Option<DebugAsHex>) -> &mut Self {
        let flags = match debug_as_hex {
            Some(DebugAsHex::Lower) => DEBUG_LOWER_HEX,
            Some(DebugAsHex::Upper) => DEBUG_UPPER_HEX,
            None => 0,
        };
        self.set_flags(DEBUG_LOWER_HEX | DEBUG_UPPER_HEX, flags)
    }

    /// The sign option.
    pub const fn get_sign(&self) -> Option<Sign> {
        if self.spec.flags & SIGN_PLUS != 0 {
            Some(Sign::Plus)
        } else if self.spec.flags & SIGN_MINUS != 0 {
            Some(Sign::Minus)
        } else {
            None
        }
    }

    /// The `0` option.
    pub const fn get_sign_aware_zero_pad(&self) -> bool {
        self.spec.flags & ZERO_PAD != 0
    }

    /// The `#` option.
    pub const fn get_alternate(&self) -> bool {
        self.spec.flags & ALTERNATE != 0
    }

    /// The fill character.
    pub const fn get_fill(&self) -> char {
        self.spec.fill
    }

    /// The alignment.
    pub const fn get_align(&self) -> Option<Alignment> {
        match self.spec.flags & ALIGN_MASK {
            ALIGN_LEFT => Some(Alignment::Left),
            ALIGN_RIGHT => Some(Alignment::Right),
            ALIGN_CENTER => Some(Alignment::Center),
            _ => None,
        }
    }

    /// The width.
    pub const fn get_width(&self) -> Option<u16> {
        if self.spec.flags & HAS_WIDTH != 0 {
            Some(self.spec.width as u16)
        } else {
            None
        }
    }

    /// The precision.
    pub const fn get_precision(&self) -> Option<u16> {
        if self.spec.flags & HAS_PRECISION != 0 {
            Some(self.spec.precision as u16)
        } else {
            None
        }
    }

    /// The `x?` and `X?` options.
    pub const fn get_debug_as_hex(&self) -> Option<DebugAsHex> {
        if self.spec.flags & DEBUG_LOWER_HEX != 0 {
            Some(DebugAsHex::Lower)
        } else if self.spec.flags & DEBUG_UPPER_HEX != 0 {
            Some(DebugAsHex::Upper)
        } else {
            None
        }
    }

    /// A formatter with these options that writes to `write`.
    pub fn create_formatter<'a>(
        self,
        write: &'a mut (dyn crate::fmt::Write + 'a),
    ) -> crate::fmt::Formatter<'a> {
        crate::fmt::Formatter::new(write, self)
    }
}
