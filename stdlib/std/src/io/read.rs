//! `Read`.

use super::{Bytes, Chain, Error, IoSliceMut, Result, Take};

/// How much is read at a time when the end is not known.
const CHUNK: usize = 1024;

/// A source of bytes.
pub trait Read {
    /// Reads some bytes into `buf` and returns how many; 0 at the end.
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;

    /// As `read`, into the first buffer that is not empty.
    fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
        for buf in bufs {
            if !buf.is_empty() {
                return self.read(buf);
            }
        }
        self.read(&mut [])
    }

    /// Appends everything up to the end to `buf`.
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        default_read_to_end(self, buf)
    }

    /// Appends everything up to the end, which must be UTF-8, to `buf`.
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        self.read_to_end(&mut bytes)?;
        append_text(buf, &bytes)
    }

    /// Fills `buf`.
    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let mut at = 0;
        while at < buf.len() {
            match self.read(&mut buf[at..]) {
                Ok(0) => return Err(Error::UNEXPECTED_EOF),
                Ok(read) => at += read,
                Err(error) if error.is_interrupted() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// This reader by reference.
    #[inline]
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }

    /// Iterates over the bytes.
    #[inline]
    fn bytes(self) -> Bytes<Self>
    where
        Self: Sized,
    {
        Bytes::new(self)
    }

    /// This reader, then another one.
    #[inline]
    fn chain<R: Read>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
    {
        Chain::new(self, next)
    }

    /// This reader up to `limit` bytes.
    #[inline]
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take::new(self, limit)
    }
}

pub(super) fn default_read_to_end<R: Read + ?Sized>(
    reader: &mut R,
    buf: &mut Vec<u8>,
) -> Result<usize> {
    let start = buf.len();
    let mut chunk = [0; CHUNK];
    loop {
        match reader.read(&mut chunk) {
            Ok(0) => return Ok(buf.len() - start),
            Ok(read) => buf.extend_from_slice(&chunk[..read]),
            Err(error) if error.is_interrupted() => {}
            Err(error) => return Err(error),
        }
    }
}

/// Appends bytes that must be UTF-8; appends nothing if they are not.
pub(super) fn append_text(buf: &mut String, bytes: &[u8]) -> Result<usize> {
    match core::str::from_utf8(bytes) {
        Ok(text) => {
            buf.push_str(text);
            Ok(bytes.len())
        }
        Err(_) => Err(Error::INVALID_UTF8),
    }
}

/// Everything a reader has, as text.
pub fn read_to_string<R: Read>(mut reader: R) -> Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}
