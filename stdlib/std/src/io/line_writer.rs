//! `LineWriter`: hands over whole lines.

use super::{BufWriter, IntoInnerError, Result, Write};
use crate::fmt;

/// Gathers what is written up to the end of a line.
pub struct LineWriter<W: ?Sized + Write> {
    inner: BufWriter<W>,
}

impl<W: Write> LineWriter<W> {
    /// Gathers the usual amount.
    pub fn new(inner: W) -> LineWriter<W> {
        LineWriter::with_capacity(1024, inner)
    }

    /// Gathers up to `capacity` bytes.
    pub fn with_capacity(capacity: usize, inner: W) -> LineWriter<W> {
        LineWriter {
            inner: BufWriter::with_capacity(capacity, inner),
        }
    }

    /// The writer.
    pub fn get_mut(&mut self) -> &mut W {
        self.inner.get_mut()
    }

    /// The writer, after everything gathered has been handed over.
    pub fn into_inner(self) -> core::result::Result<W, IntoInnerError<LineWriter<W>>> {
        match self.inner.into_inner() {
            Ok(inner) => Ok(inner),
            Err(IntoInnerError(inner, error)) => Err(IntoInnerError(LineWriter { inner }, error)),
        }
    }
}

impl<W: ?Sized + Write> LineWriter<W> {
    /// The writer.
    pub fn get_ref(&self) -> &W {
        self.inner.get_ref()
    }
}

/// The index after the last line break, or 0.
fn end_of_lines(bytes: &[u8]) -> usize {
    let mut end = bytes.len();
    while end > 0 && bytes[end - 1] != b'\n' {
        end -= 1;
    }
    end
}

impl<W: ?Sized + Write> Write for LineWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.write_all(buf)?;
        Ok(buf.len())
    }

    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        let (lines, tail) = buf.split_at(end_of_lines(buf));
        if lines.is_empty() {
            if self.inner.buffer().last() == Some(&b'\n') {
                self.inner.flush_buf()?;
            }
            return self.inner.write_all(tail);
        }
        if self.inner.buffer().is_empty() {
            self.inner.get_mut().write_all(lines)?;
        } else {
            self.inner.write_all(lines)?;
            self.inner.flush_buf()?;
        }
        self.inner.write_all(tail)
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}

impl<W: ?Sized + Write + fmt::Debug> fmt::Debug for LineWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineWriter")
            .field("writer", &self.get_ref())
            .field(
                "buffer",
                &format_args!("{}/{}", self.inner.buffer().len(), self.inner.capacity()),
            )
            .finish_non_exhaustive()
    }
}
