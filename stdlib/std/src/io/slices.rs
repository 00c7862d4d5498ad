//! Buffers for vectored reading and writing.

use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// Bytes to write.
#[derive(Copy, Clone)]
pub struct IoSlice<'a>(&'a [u8]);

impl<'a> IoSlice<'a> {
    /// Wraps the bytes.
    #[inline]
    pub fn new(buf: &'a [u8]) -> IoSlice<'a> {
        IoSlice(buf)
    }

    /// Leaves out the first `n` bytes.
    #[track_caller]
    pub fn advance(&mut self, n: usize) {
        if self.0.len() < n {
            panic!("advancing IoSlice beyond its length");
        }
        self.0 = &self.0[n..];
    }

    /// Leaves out the first `n` bytes of the slices together.
    #[track_caller]
    pub fn advance_slices(bufs: &mut &mut [IoSlice<'a>], n: usize) {
        let (remove, left) = whole(bufs.iter().map(|buf| buf.len()), n);
        *bufs = &mut crate::mem::take(bufs)[remove..];
        match bufs.first_mut() {
            Some(first) => first.advance(left),
            None => assert!(left == 0, "advancing io slices beyond their length"),
        }
    }

    /// The bytes.
    #[inline]
    pub const fn as_slice(self) -> &'a [u8] {
        self.0
    }
}

/// How many buffers are in the first `n` bytes as a whole, and how many bytes are left then.
fn whole(lens: impl Iterator<Item = usize>, n: usize) -> (usize, usize) {
    let (mut count, mut left) = (0, n);
    for len in lens {
        if left < len {
            break;
        }
        left -= len;
        count += 1;
    }
    (count, left)
}

impl Deref for IoSlice<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.0
    }
}

impl fmt::Debug for IoSlice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.0, f)
    }
}

/// Room for bytes to read.
pub struct IoSliceMut<'a>(&'a mut [u8]);

impl<'a> IoSliceMut<'a> {
    /// Wraps the room.
    #[inline]
    pub fn new(buf: &'a mut [u8]) -> IoSliceMut<'a> {
        IoSliceMut(buf)
    }

    /// Leaves out the first `n` bytes.
    #[track_caller]
    pub fn advance(&mut self, n: usize) {
        if self.0.len() < n {
            panic!("advancing IoSliceMut beyond its length");
        }
        self.0 = &mut crate::mem::take(&mut self.0)[n..];
    }

    /// Leaves out the first `n` bytes of the slices together.
    #[track_caller]
    pub fn advance_slices(bufs: &mut &mut [IoSliceMut<'a>], n: usize) {
        let (remove, left) = whole(bufs.iter().map(|buf| buf.len()), n);
        *bufs = &mut crate::mem::take(bufs)[remove..];
        match bufs.first_mut() {
            Some(first) => first.advance(left),
            None => assert!(left == 0, "advancing io slices beyond their length"),
        }
    }

    /// The room.
    #[inline]
    pub const fn into_slice(self) -> &'a mut [u8] {
        self.0
    }
}

impl Deref for IoSliceMut<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        self.0
    }
}

impl DerefMut for IoSliceMut<'_> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [u8] {
        self.0
    }
}

impl fmt::Debug for IoSliceMut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}
