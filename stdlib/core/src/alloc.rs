//! Layouts of memory, as far as they are only talked about. Nothing is allocated by layout.

use crate::error::Error;
use crate::fmt;

/// A size and an alignment.
#[lang = "alloc_layout"]
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct Layout {
    size: usize,
    align: usize,
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let log2 = self.align.trailing_zeros();
        f.debug_struct("Layout")
            .field("size", &self.size)
            .field("align", &format_args!("{} (1 << {log2})", self.align))
            .finish()
    }
}

/// The size or the alignment is impossible.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutError;

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid parameters to Layout::from_size_align")
    }
}

impl Error for LayoutError {}

impl Layout {
    /// A layout; the alignment must be a power of two.
    #[inline]
    pub const fn from_size_align(size: usize, align: usize) -> Result<Self, LayoutError> {
        if align == 0 || align & (align - 1) != 0 || size > 0x8000_0000 - align {
            return Err(LayoutError);
        }
        Ok(Layout { size, align })
    }

    /// A layout, which must be possible.
    #[inline]
    #[must_use]
    pub const unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Self {
        Layout { size, align }
    }

    /// The size.
    #[inline]
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// The alignment.
    #[inline]
    #[must_use]
    pub const fn align(&self) -> usize {
        self.align
    }

    /// The layout of a `T`.
    #[inline]
    #[must_use]
    pub const fn new<T>() -> Self {
        Layout {
            size: crate::mem::size_of::<T>(),
            align: crate::mem::align_of::<T>(),
        }
    }

    /// The layout of the value.
    #[inline]
    #[must_use]
    pub const fn for_value<T>(t: &T) -> Self {
        Layout {
            size: crate::mem::size_of_val(t),
            align: crate::mem::align_of_val(t),
        }
    }

    /// The layout whose size is a multiple of the alignment.
    #[inline]
    #[must_use]
    pub const fn pad_to_align(&self) -> Layout {
        Layout {
            size: (self.size + self.align - 1) & !(self.align - 1),
            align: self.align,
        }
    }

    /// The layout of `n` values of type `T`.
    #[inline]
    pub const fn array<T>(n: usize) -> Result<Self, LayoutError> {
        let (size, overflow) = crate::intrinsics::mul_with_overflow(crate::mem::size_of::<T>(), n);
        if overflow {
            return Err(LayoutError);
        }
        Layout::from_size_align(size, crate::mem::align_of::<T>())
    }
}

/// Memory ran out.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct AllocError;

impl Error for AllocError {}

impl fmt::Display for AllocError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("memory allocation failed")
    }
}
