//! Readers and writers that gather small operations.

use super::{BufRead, Error, Read, Result, Seek, SeekFrom, Write};
use crate::error;
use crate::fmt;

const DEFAULT_CAPACITY: usize = 8 * 1024;

/// Reads ahead.
pub struct BufReader<R: ?Sized> {
    buf: Box<[u8]>,
    pos: usize,
    filled: usize,
    inner: R,
}

impl<R: Read> BufReader<R> {
    /// Reads ahead by the usual amount.
    pub fn new(inner: R) -> BufReader<R> {
        BufReader::with_capacity(DEFAULT_CAPACITY, inner)
    }

    /// Reads ahead by `capacity` bytes.
    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        BufReader {
            buf: vec![0; capacity].into_boxed_slice(),
            pos: 0,
            filled: 0,
            inner,
        }
    }
}

impl<R: ?Sized> BufReader<R> {
    /// The reader.
    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    /// The reader.
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    /// What has been read ahead.
    pub fn buffer(&self) -> &[u8] {
        &self.buf[self.pos..self.filled]
    }

    /// How much is read ahead at most.
    pub fn capacity(&self) -> usize {
        self.buf.len()
    }

    /// The reader; what was read ahead is lost.
    pub fn into_inner(self) -> R
    where
        R: Sized,
    {
        self.inner
    }

    fn discard_buffer(&mut self) {
        self.pos = 0;
        self.filled = 0;
    }
}

impl<R: Read + ?Sized> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if self.pos == self.filled && buf.len() >= self.buf.len() {
            self.discard_buffer();
            return self.inner.read(buf);
        }
        let mut available = self.fill_buf()?;
        let read = available.read(buf)?;
        self.consume(read);
        Ok(read)
    }

    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let buffered = self.filled - self.pos;
        buf.extend_from_slice(&self.buf[self.pos..self.filled]);
        self.discard_buffer();
        Ok(buffered + self.inner.read_to_end(buf)?)
    }
}

impl<R: Read + ?Sized> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.pos == self.filled {
            self.discard_buffer();
            self.filled = self.inner.read(&mut self.buf)?;
        }
        Ok(&self.buf[self.pos..self.filled])
    }

    fn consume(&mut self, amount: usize) {
        let end = self.pos + amount;
        self.pos = if end < self.filled { end } else { self.filled };
    }
}

impl<R: Seek + ?Sized> Seek for BufReader<R> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let ahead = (self.filled - self.pos) as i64;
        let pos = match pos {
            SeekFrom::Current(offset) => SeekFrom::Current(offset - ahead),
            pos => pos,
        };
        let result = self.inner.seek(pos)?;
        self.discard_buffer();
        Ok(result)
    }

    fn stream_position(&mut self) -> Result<u64> {
        let ahead = (self.filled - self.pos) as u64;
        Ok(self.inner.stream_position()? - ahead)
    }
}

impl<R: fmt::Debug + ?Sized> fmt::Debug for BufReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufReader")
            .field("reader", &&self.inner)
            .field(
                "buffer",
                &format_args!("{}/{}", self.filled - self.pos, self.buf.len()),
            )
            .finish()
    }
}

/// Gathers what is written; the rest is handed over when the writer is dropped.
pub struct BufWriter<W: ?Sized + Write> {
    buf: Vec<u8>,
    capacity: usize,
    /// Is the inner writer at work? It stays so when that panics.
    panicked: bool,
    inner: W,
}

impl<W: Write> BufWriter<W> {
    /// Gathers the usual amount.
    pub fn new(inner: W) -> BufWriter<W> {
        BufWriter::with_capacity(DEFAULT_CAPACITY, inner)
    }

    /// Gathers up to `capacity` bytes.
    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {
        BufWriter {
            buf: Vec::new(),
            capacity,
            panicked: false,
            inner,
        }
    }

    /// The writer, after everything gathered has been handed over.
    pub fn into_inner(mut self) -> core::result::Result<W, IntoInnerError<BufWriter<W>>> {
        match self.flush_buf() {
            Ok(()) => Ok(self.take_inner()),
            Err(error) => Err(IntoInnerError(self, error)),
        }
    }

    /// The writer without what is gathered, which is returned too.
    pub fn into_parts(mut self) -> (W, core::result::Result<Vec<u8>, WriterPanicked>) {
        let buf = core::mem::take(&mut self.buf);
        let buf = match self.panicked {
            true => Err(WriterPanicked { buf }),
            false => Ok(buf),
        };
        (self.take_inner(), buf)
    }

    /// Moves the writer out of a value that has a destructor.
    fn take_inner(self) -> W {
        let this = core::mem::ManuallyDrop::new(self);
        unsafe { core::ptr::read(&this.inner) }
    }
}

impl<W: ?Sized + Write> BufWriter<W> {
    pub(super) fn flush_buf(&mut self) -> Result<()> {
        let mut written = 0;
        let mut result = Ok(());
        while written < self.buf.len() {
            self.panicked = true;
            let outcome = self.inner.write(&self.buf[written..]);
            self.panicked = false;
            match outcome {
                Ok(0) => {
                    result = Err(Error::message(
                        super::ErrorKind::WriteZero,
                        "failed to write the buffered data",
                    ));
                    break;
                }
                Ok(count) => written += count,
                Err(error) if error.is_interrupted() => {}
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
        }
        if written == self.buf.len() {
            self.buf.clear();
        } else {
            self.buf.drain(..written);
        }
        result
    }

    /// The writer.
    pub fn get_ref(&self) -> &W {
        &self.inner
    }

    /// The writer.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    /// What is gathered.
    pub fn buffer(&self) -> &[u8] {
        &self.buf
    }

    /// How much is gathered at most.
    pub fn capacity(&self) -> usize {
        self.capacity
    }
}

impl<W: ?Sized + Write> Write for BufWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        if self.buf.len() + buf.len() > self.capacity {
            self.flush_buf()?;
        }
        if buf.len() >= self.capacity {
            self.panicked = true;
            let result = self.inner.write(buf);
            self.panicked = false;
            return result;
        }
        self.buf.extend_from_slice(buf);
        Ok(buf.len())
    }

    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        if self.buf.len() + buf.len() > self.capacity {
            self.flush_buf()?;
        }
        if buf.len() >= self.capacity {
            self.panicked = true;
            let result = self.inner.write_all(buf);
            self.panicked = false;
            return result;
        }
        self.buf.extend_from_slice(buf);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        self.flush_buf()?;
        self.inner.flush()
    }
}

impl<W: ?Sized + Write + Seek> Seek for BufWriter<W> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        self.flush_buf()?;
        self.inner.seek(pos)
    }
}

impl<W: ?Sized + Write> Drop for BufWriter<W> {
    fn drop(&mut self) {
        if !self.panicked {
            let _result = self.flush_buf();
        }
    }
}

impl<W: ?Sized + Write + fmt::Debug> fmt::Debug for BufWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufWriter")
            .field("writer", &&self.inner)
            .field(
                "buffer",
                &format_args!("{}/{}", self.buf.len(), self.capacity),
            )
            .finish()
    }
}

/// Why `into_inner` could not hand over what was gathered, with the writer.
#[derive(Debug)]
pub struct IntoInnerError<W>(pub(super) W, pub(super) Error);

impl<W> IntoInnerError<W> {
    /// What went wrong.
    pub fn error(&self) -> &Error {
        &self.1
    }

    /// The writer.
    pub fn into_inner(self) -> W {
        self.0
    }

    /// What went wrong.
    pub fn into_error(self) -> Error {
        self.1
    }

    /// Both.
    pub fn into_parts(self) -> (Error, W) {
        (self.1, self.0)
    }
}

impl<W> From<IntoInnerError<W>> for Error {
    fn from(error: IntoInnerError<W>) -> Error {
        error.1
    }
}

impl<W> fmt::Display for IntoInnerError<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.1, f)
    }
}

impl<W: Send + fmt::Debug> error::Error for IntoInnerError<W> {}

/// What was gathered when the writer panicked.
pub struct WriterPanicked {
    buf: Vec<u8>,
}

impl WriterPanicked {
    /// What was gathered.
    pub fn into_inner(self) -> Vec<u8> {
        self.buf
    }
}

impl error::Error for WriterPanicked {}

impl fmt::Display for WriterPanicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BufWriter inner writer panicked, what data remains unwritten is not known")
    }
}

impl fmt::Debug for WriterPanicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriterPanicked")
            .field(
                "buffer",
                &format_args!("{}/{}", self.buf.len(), self.buf.capacity()),
            )
            .finish()
    }
}
