//! What the methods of `Read` return.

use super::{BufRead, Read, Result};

/// See `Read::bytes`.
#[derive(Debug)]
pub struct Bytes<R> {
    inner: R,
}

impl<R> Bytes<R> {
    pub(super) fn new(inner: R) -> Bytes<R> {
        Bytes { inner }
    }
}

impl<R: Read> Iterator for Bytes<R> {
    type Item = Result<u8>;

    fn next(&mut self) -> Option<Result<u8>> {
        let mut byte = [0];
        loop {
            return match self.inner.read(&mut byte) {
                Ok(0) => None,
                Ok(_) => Some(Ok(byte[0])),
                Err(error) if error.is_interrupted() => continue,
                Err(error) => Some(Err(error)),
            };
        }
    }
}

/// See `Read::chain`.
#[derive(Debug)]
pub struct Chain<T, U> {
    first: T,
    second: U,
    done_first: bool,
}

impl<T, U> Chain<T, U> {
    pub(super) fn new(first: T, second: U) -> Chain<T, U> {
        Chain {
            first,
            second,
            done_first: false,
        }
    }

    /// Both readers.
    pub fn into_inner(self) -> (T, U) {
        (self.first, self.second)
    }

    /// Both readers.
    pub fn get_ref(&self) -> (&T, &U) {
        (&self.first, &self.second)
    }

    /// Both readers.
    pub fn get_mut(&mut self) -> (&mut T, &mut U) {
        (&mut self.first, &mut self.second)
    }
}

impl<T: Read, U: Read> Read for Chain<T, U> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if !self.done_first {
            match self.first.read(buf)? {
                0 if !buf.is_empty() => self.done_first = true,
                read => return Ok(read),
            }
        }
        self.second.read(buf)
    }
}

impl<T: BufRead, U: BufRead> BufRead for Chain<T, U> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if !self.done_first {
            if self.first.fill_buf()?.is_empty() {
                self.done_first = true;
            } else {
                return self.first.fill_buf();
            }
        }
        self.second.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if self.done_first {
            self.second.consume(amount);
        } else {
            self.first.consume(amount);
        }
    }
}

/// See `Read::take`.
#[derive(Debug)]
pub struct Take<T> {
    inner: T,
    len: u64,
    limit: u64,
}

impl<T> Take<T> {
    pub(super) fn new(inner: T, limit: u64) -> Take<T> {
        Take {
            inner,
            len: limit,
            limit,
        }
    }

    /// How many bytes may still be read.
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// How many bytes were read.
    pub fn position(&self) -> u64 {
        self.len - self.limit
    }

    /// Changes how many bytes may still be read.
    pub fn set_limit(&mut self, limit: u64) {
        self.len = limit;
        self.limit = limit;
    }

    /// The reader.
    pub fn into_inner(self) -> T {
        self.inner
    }

    /// The reader.
    pub fn get_ref(&self) -> &T {
        &self.inner
    }

    /// The reader.
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    fn capped(&self, len: usize) -> usize {
        if len as u64 > self.limit {
            self.limit as usize
        } else {
            len
        }
    }
}

impl<T: Read> Read for Take<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if self.limit == 0 {
            return Ok(0);
        }
        let max = self.capped(buf.len());
        let read = self.inner.read(&mut buf[..max])?;
        assert!(
            read as u64 <= self.limit,
            "number of read bytes exceeds limit"
        );
        self.limit -= read as u64;
        Ok(read)
    }
}

impl<T: BufRead> BufRead for Take<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.limit == 0 {
            return Ok(&[]);
        }
        let limit = self.limit;
        let available = self.inner.fill_buf()?;
        let max = if available.len() as u64 > limit {
            limit as usize
        } else {
            available.len()
        };
        Ok(&available[..max])
    }

    fn consume(&mut self, amount: usize) {
        let amount = self.capped(amount);
        self.limit -= amount as u64;
        self.inner.consume(amount);
    }
}
