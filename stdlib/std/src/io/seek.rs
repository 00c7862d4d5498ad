//! `Seek`.

use super::{Error, ErrorKind, Result};

/// A place in a stream.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum SeekFrom {
    /// From the start.
    Start(u64),
    /// From the end.
    End(i64),
    /// From the current place.
    Current(i64),
}

/// A stream with a place that can be changed.
pub trait Seek {
    /// Goes to a place and returns it, counted from the start.
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;

    /// Goes to the start.
    fn rewind(&mut self) -> Result<()> {
        self.seek(SeekFrom::Start(0))?;
        Ok(())
    }

    /// How long the stream is.
    fn stream_len(&mut self) -> Result<u64> {
        let old = self.stream_position()?;
        let len = self.seek(SeekFrom::End(0))?;
        if old != len {
            self.seek(SeekFrom::Start(old))?;
        }
        Ok(len)
    }

    /// The current place.
    fn stream_position(&mut self) -> Result<u64> {
        self.seek(SeekFrom::Current(0))
    }

    /// Goes to a place relative to the current one.
    fn seek_relative(&mut self, offset: i64) -> Result<()> {
        self.seek(SeekFrom::Current(offset))?;
        Ok(())
    }
}

/// Where `pos` is in a stream of `len` bytes that stands at `current`.
pub(super) fn resolve(pos: SeekFrom, current: u64, len: u64) -> Result<u64> {
    let target = match pos {
        SeekFrom::Start(offset) => return Ok(offset),
        SeekFrom::End(offset) => len.checked_add_signed(offset),
        SeekFrom::Current(offset) => current.checked_add_signed(offset),
    };
    match target {
        Some(target) => Ok(target),
        None => Err(Error::message(
            ErrorKind::InvalidInput,
            "invalid seek to a negative or overflowing position",
        )),
    }
}
