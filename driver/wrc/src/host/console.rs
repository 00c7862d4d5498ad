//! Standard streams.
//!
//! Output is collected, and written when there is much of it, when it is
//! older than a moment, and before anything else becomes visible: messages
//! on stderr, a wait for input, the end of the program.

use crate::report;
use std::{
    io::{self, BufRead, Write},
    time::{Duration, Instant},
};

const CAPACITY: usize = 1 << 16;
const MOMENT: Duration = Duration::from_millis(20);

/// Output on its way to stdout.
pub struct Console {
    pending: Vec<u8>,
    written: Instant,
    /// The first failure to write, which ends the program as it does natively.
    failed: Option<io::Error>,
    /// Output of a test, which is shown when it fails.
    captured: Option<Vec<u8>>,
}

impl Console {
    /// A console that writes, or one that keeps what is written.
    pub fn new(capture: bool) -> Console {
        Console {
            pending: Vec::new(),
            written: Instant::now(),
            failed: None,
            captured: capture.then(Vec::new),
        }
    }

    /// What was captured.
    pub fn captured(&mut self) -> Vec<u8> {
        self.captured.take().unwrap_or_default()
    }

    /// Tells why the program ended.
    pub fn failure(&mut self, error: &anyhow::Error) {
        match &mut self.captured {
            Some(captured) => captured.extend_from_slice(format!("{error:#}\n").as_bytes()),
            None => report::failure(error),
        }
    }

    /// Writes to stdout.
    pub fn out(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(captured) = &mut self.captured {
            captured.extend_from_slice(bytes);
            return Ok(());
        }
        self.pending.extend_from_slice(bytes);
        if self.pending.len() >= CAPACITY || self.written.elapsed() >= MOMENT {
            self.flush();
        }
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Writes to stderr. Failures are ignored, as they are natively.
    pub fn err(&mut self, bytes: &[u8]) {
        if let Some(captured) = &mut self.captured {
            return captured.extend_from_slice(bytes);
        }
        self.flush();
        let _ = io::stderr().write_all(bytes);
    }

    /// The next line of stdin with its line break; empty at the end.
    pub fn line(&mut self) -> io::Result<Vec<u8>> {
        self.flush();
        let mut line = Vec::new();
        io::stdin().lock().read_until(b'\n', &mut line)?;
        Ok(line)
    }

    /// Writes what is pending.
    pub fn flush(&mut self) {
        let mut stdout = io::stdout().lock();
        let result = stdout
            .write_all(&self.pending)
            .and_then(|()| stdout.flush());
        self.pending.clear();
        self.written = Instant::now();
        if let Err(error) = result {
            self.failed.get_or_insert(error);
        }
    }
}
