//! `Write`.

use super::{Error, IoSlice, Result};
use crate::fmt;

/// A sink for bytes.
pub trait Write {
    /// Writes some of the bytes and returns how many.
    fn write(&mut self, buf: &[u8]) -> Result<usize>;

    /// Hands over everything that is kept back.
    fn flush(&mut self) -> Result<()>;

    /// As `write`, from the first buffer that is not empty.
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        for buf in bufs {
            if !buf.is_empty() {
                return self.write(buf);
            }
        }
        self.write(&[])
    }

    /// Writes all the bytes.
    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        let mut rest = buf;
        while !rest.is_empty() {
            match self.write(rest) {
                Ok(0) => return Err(Error::WRITE_ALL_EOF),
                Ok(written) => rest = &rest[written..],
                Err(error) if error.is_interrupted() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Writes formatted text; `write!` calls this.
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        match args.as_str() {
            Some(text) => self.write_all(text.as_bytes()),
            None => write_pieces(self, args),
        }
    }

    /// This writer by reference.
    #[inline]
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
}

/// A writer as a sink of the formatter; it remembers the writer's error.
struct Adapter<'a, W: ?Sized> {
    inner: &'a mut W,
    result: Result<()>,
}

impl<W: Write + ?Sized> fmt::Write for Adapter<'_, W> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        match self.inner.write_all(s.as_bytes()) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.result = Err(error);
                Err(fmt::Error)
            }
        }
    }
}

fn write_pieces<W: Write + ?Sized>(writer: &mut W, args: fmt::Arguments<'_>) -> Result<()> {
    let mut adapter = Adapter {
        inner: writer,
        result: Ok(()),
    };
    if fmt::write(&mut adapter, args).is_ok() {
        return Ok(());
    }
    if adapter.result.is_err() {
        return adapter.result;
    }
    panic!("a formatting trait implementation returned an error when the underlying stream did not")
}
