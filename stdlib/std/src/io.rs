//! Reading and writing bytes.

mod adapters;
mod buffered;
mod bufread;
mod copy;
mod cursor;
mod error;
mod impls;
mod line_writer;
mod os_error;
mod print;
mod read;
mod seek;
mod slices;
mod stdin;
mod stdout;
mod util;
mod write;

pub mod prelude;

pub use self::adapters::{Bytes, Chain, Take};
pub use self::buffered::{BufReader, BufWriter, IntoInnerError};
pub use self::bufread::{BufRead, Lines, Split};
pub use self::copy::copy;
pub use self::cursor::Cursor;
pub use self::error::{Error, ErrorKind, Result};
pub use self::line_writer::LineWriter;
#[doc(hidden)]
pub use self::print::{_eprint, _print};
pub use self::read::{read_to_string, Read};
pub use self::seek::{Seek, SeekFrom};
pub use self::slices::{IoSlice, IoSliceMut};
pub use self::stdin::{stdin, Stdin, StdinLock};
pub use self::stdout::{stderr, stdout, IsTerminal, Stderr, StderrLock, Stdout, StdoutLock};
pub use self::util::{empty, repeat, sink, Empty, Repeat, Sink};
pub use self::write::Write;
