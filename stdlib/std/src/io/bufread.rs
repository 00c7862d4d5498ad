//! `BufRead`: reading by lines.

use super::read::append_text;
use super::{Read, Result};

/// A reader that keeps what it has read ahead.
pub trait BufRead: Read {
    /// The bytes that are there; reads more if there are none. Empty at the end.
    fn fill_buf(&mut self) -> Result<&[u8]>;

    /// Marks `amount` of those bytes as read.
    fn consume(&mut self, amount: usize);

    /// Whether more bytes follow.
    fn has_data_left(&mut self) -> Result<bool> {
        self.fill_buf().map(|bytes| !bytes.is_empty())
    }

    /// Appends what comes up to `byte`, and `byte` itself, to `buf`.
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
        let mut read = 0;
        loop {
            let available = match self.fill_buf() {
                Ok(available) => available,
                Err(error) if error.is_interrupted() => continue,
                Err(error) => return Err(error),
            };
            let (used, is_done) = match position(available, byte) {
                Some(index) => (index + 1, true),
                None => (available.len(), available.is_empty()),
            };
            buf.extend_from_slice(&available[..used]);
            self.consume(used);
            read += used;
            if is_done {
                return Ok(read);
            }
        }
    }

    /// Skips what comes up to `byte`, and `byte` itself.
    fn skip_until(&mut self, byte: u8) -> Result<usize> {
        let mut read = 0;
        loop {
            let available = match self.fill_buf() {
                Ok(available) => available,
                Err(error) if error.is_interrupted() => continue,
                Err(error) => return Err(error),
            };
            let (used, is_done) = match position(available, byte) {
                Some(index) => (index + 1, true),
                None => (available.len(), available.is_empty()),
            };
            self.consume(used);
            read += used;
            if is_done {
                return Ok(read);
            }
        }
    }

    /// Appends the next line with its line break to `buf`; 0 at the end.
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        self.read_until(b'\n', &mut bytes)?;
        append_text(buf, &bytes)
    }

    /// Iterates over the pieces between occurrences of `byte`.
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized,
    {
        Split {
            buf: self,
            delim: byte,
        }
    }

    /// Iterates over the lines, without their line breaks.
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { buf: self }
    }
}

fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut index = 0;
    while index < bytes.len() {
        if bytes[index] == wanted {
            return Some(index);
        }
        index += 1;
    }
    None
}

/// See `BufRead::split`.
#[derive(Debug)]
pub struct Split<B> {
    buf: B,
    delim: u8,
}

impl<B: BufRead> Iterator for Split<B> {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let mut bytes = Vec::new();
        match self.buf.read_until(self.delim, &mut bytes) {
            Ok(0) => None,
            Ok(_) => {
                if bytes[bytes.len() - 1] == self.delim {
                    bytes.pop();
                }
                Some(Ok(bytes))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

/// See `BufRead::lines`.
#[derive(Debug)]
pub struct Lines<B> {
    buf: B,
}

impl<B: BufRead> Iterator for Lines<B> {
    type Item = Result<String>;

    fn next(&mut self) -> Option<Result<String>> {
        let mut line = String::new();
        match self.buf.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => {
                if line.ends_with('\n') {
                    line.pop();
                    if line.ends_with('\r') {
                        line.pop();
                    }
                }
                Some(Ok(line))
            }
            Err(error) => Some(Err(error)),
        }
    }
}
