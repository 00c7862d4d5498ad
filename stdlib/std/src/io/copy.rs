//! From a reader to a writer.

use super::{Read, Result, Write};

/// Writes everything the reader has; returns how many bytes.
pub fn copy<R: ?Sized, W: ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64>
where
    R: Read,
    W: Write,
{
    let mut chunk = [0; 1024];
    let mut total = 0;
    loop {
        let read = match reader.read(&mut chunk) {
            Ok(0) => return Ok(total),
            Ok(read) => read,
            Err(error) if error.is_interrupted() => continue,
            Err(error) => return Err(error),
        };
        writer.write_all(&chunk[..read])?;
        total += read as u64;
    }
}
