//! Standard input.

use super::read::append_text;
use super::{BufRead, Lines, Read, Result};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::sys::{host, text};

/// What the host gave and nobody has read yet.
struct Pending {
    line: Vec<u8>,
    pos: usize,
}

struct Shared(UnsafeCell<Pending>);

// The program has one thread.
unsafe impl Sync for Shared {}

static PENDING: Shared = Shared(UnsafeCell::new(Pending {
    line: Vec::new(),
    pos: 0,
}));

fn pending() -> &'static mut Pending {
    unsafe { &mut *PENDING.0.get() }
}

impl Pending {
    /// The bytes that are there; asks the host for a line if there are none.
    fn fill(&mut self) -> &[u8] {
        if self.pos == self.line.len() {
            self.pos = 0;
            self.line = match unsafe { host::line() } {
                Some(line) => text::bytes(line),
                None => Vec::new(),
            };
        }
        &self.line[self.pos..]
    }
}

/// Standard input.
pub struct Stdin {
    _private: (),
}

/// Standard input.
pub fn stdin() -> Stdin {
    Stdin { _private: () }
}

/// Standard input for oneself.
pub struct StdinLock<'a> {
    _owner: core::marker::PhantomData<&'a ()>,
}

impl Stdin {
    /// Standard input for oneself.
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock {
            _owner: core::marker::PhantomData,
        }
    }

    /// Appends the next line with its line break to `buf`; 0 at the end.
    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        self.lock().read_line(buf)
    }

    /// Iterates over the lines, without their line breaks.
    pub fn lines(self) -> Lines<StdinLock<'static>> {
        self.lock().lines()
    }
}

impl Read for StdinLock<'_> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let mut available = pending().fill();
        let read = available.read(buf)?;
        pending().pos += read;
        Ok(read)
    }

    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let mut total = 0;
        loop {
            let available = pending().fill();
            let len = available.len();
            if len == 0 {
                return Ok(total);
            }
            buf.extend_from_slice(available);
            pending().pos += len;
            total += len;
        }
    }
}

impl BufRead for StdinLock<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(pending().fill())
    }

    fn consume(&mut self, amount: usize) {
        pending().pos += amount;
    }

    /// The host reads by lines, so that no search is needed.
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        let available = pending().fill();
        let len = available.len();
        let ends = available.last() == Some(&b'\n');
        if !ends && len != 0 {
            return read_partial_line(buf);
        }
        let result = append_text(buf, available);
        pending().pos += len;
        result
    }
}

/// A line that does not end where the host's piece does.
fn read_partial_line(buf: &mut String) -> Result<usize> {
    let mut bytes = Vec::new();
    stdin().lock().read_until(b'\n', &mut bytes)?;
    append_text(buf, &bytes)
}

macro_rules! read_by_lock {
    ($($ty:ty)*) => {
        $(
            impl Read for $ty {
                fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
                    self.lock().read(buf)
                }

                fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
                    self.lock().read_to_end(buf)
                }

                fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
                    self.lock().read_to_string(buf)
                }
            }
        )*
    };
}

read_by_lock! { Stdin &Stdin }

impl fmt::Debug for Stdin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stdin").finish_non_exhaustive()
    }
}

impl fmt::Debug for StdinLock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdinLock").finish_non_exhaustive()
    }
}
