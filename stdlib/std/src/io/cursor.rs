//! `Cursor`: bytes in memory as a stream.

use super::read::append_text;
use super::seek::resolve;
use super::{BufRead, Error, Read, Result, Seek, SeekFrom, Write};

/// Bytes in memory, with a place.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Cursor<T> {
    inner: T,
    pos: u64,
}

impl<T> Cursor<T> {
    /// Stands at the start of `inner`.
    pub const fn new(inner: T) -> Cursor<T> {
        Cursor { inner, pos: 0 }
    }

    /// The bytes.
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The bytes.
    pub const fn get_ref(&self) -> &T {
        &self.inner
    }

    /// The bytes.
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    /// The place.
    pub const fn position(&self) -> u64 {
        self.pos
    }

    /// Changes the place.
    pub const fn set_position(&mut self, pos: u64) {
        self.pos = pos;
    }
}

impl<T: Clone> Clone for Cursor<T> {
    fn clone(&self) -> Cursor<T> {
        Cursor {
            inner: self.inner.clone(),
            pos: self.pos,
        }
    }
}

impl<T: AsRef<[u8]>> Cursor<T> {
    /// What comes after the place.
    fn rest(&self) -> &[u8] {
        let all = self.inner.as_ref();
        &all[start(self.pos, all.len())..]
    }
}

/// The place as an index, at most `len`.
fn start(pos: u64, len: usize) -> usize {
    if pos < len as u64 {
        pos as usize
    } else {
        len
    }
}

impl<T: AsRef<[u8]>> Seek for Cursor<T> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let len = self.inner.as_ref().len() as u64;
        self.pos = resolve(pos, self.pos, len)?;
        Ok(self.pos)
    }

    fn stream_len(&mut self) -> Result<u64> {
        Ok(self.inner.as_ref().len() as u64)
    }

    fn stream_position(&mut self) -> Result<u64> {
        Ok(self.pos)
    }
}

impl<T: AsRef<[u8]>> Read for Cursor<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let read = Read::read(&mut self.rest(), buf)?;
        self.pos += read as u64;
        Ok(read)
    }

    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let len = buf.len();
        let result = Read::read_exact(&mut self.rest(), buf);
        match result {
            Ok(()) => self.pos += len as u64,
            Err(_) => self.pos = self.inner.as_ref().len() as u64,
        }
        result
    }

    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let rest = self.rest();
        let len = rest.len();
        buf.extend_from_slice(rest);
        self.pos += len as u64;
        Ok(len)
    }

    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let len = append_text(buf, self.rest())?;
        self.pos += len as u64;
        Ok(len)
    }
}

impl<T: AsRef<[u8]>> BufRead for Cursor<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.rest())
    }

    fn consume(&mut self, amount: usize) {
        self.pos += amount as u64;
    }
}

/// Overwrites what there is and stops at its end.
fn write_to_slice(pos: &mut u64, slice: &mut [u8], buf: &[u8]) -> Result<usize> {
    let at = start(*pos, slice.len());
    let room = slice.len() - at;
    let len = if buf.len() < room { buf.len() } else { room };
    slice[at..at + len].copy_from_slice(&buf[..len]);
    *pos += len as u64;
    Ok(len)
}

/// Overwrites what there is and appends the rest; a gap is filled with zeros.
fn write_to_vec(pos: &mut u64, vec: &mut Vec<u8>, buf: &[u8]) -> Result<usize> {
    if *pos > u32::MAX as u64 {
        return Err(Error::message(
            super::ErrorKind::InvalidInput,
            "cursor position exceeds maximum possible vector length",
        ));
    }
    let at = *pos as usize;
    if vec.len() < at {
        vec.resize(at, 0);
    }
    let shared = if buf.len() < vec.len() - at {
        buf.len()
    } else {
        vec.len() - at
    };
    vec[at..at + shared].copy_from_slice(&buf[..shared]);
    vec.extend_from_slice(&buf[shared..]);
    *pos += buf.len() as u64;
    Ok(buf.len())
}

macro_rules! writer {
    ([$($generic:tt)*] $ty:ty, $write:ident, $slice:expr) => {
        impl $($generic)* Write for Cursor<$ty> {
            #[inline]
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                let Cursor { inner, pos } = self;
                $write(pos, $slice(inner), buf)
            }

            #[inline]
            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    };
}

writer! { [] &mut [u8], write_to_slice, |inner| -> &mut [u8] { inner } }
writer! { [] &mut Vec<u8>, write_to_vec, |inner| -> &mut Vec<u8> { inner } }
writer! { [] Vec<u8>, write_to_vec, |inner| -> &mut Vec<u8> { inner } }
writer! { [] Box<[u8]>, write_to_slice, |inner| -> &mut [u8] { inner } }
writer! { [<const N: usize>] [u8; N], write_to_slice, |inner| -> &mut [u8] { inner } }
