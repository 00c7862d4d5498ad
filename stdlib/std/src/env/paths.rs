//! Lists of paths, as `PATH` has them.

use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
use crate::path::PathBuf;

/// Iterator over the paths of a list.
pub struct SplitPaths<'a> {
    /// What is left; nothing is left after the last one.
    rest: Option<&'a [u8]>,
}

/// The paths of a list, between colons.
pub fn split_paths<T: AsRef<OsStr> + ?Sized>(unparsed: &T) -> SplitPaths<'_> {
    SplitPaths {
        rest: Some(unparsed.as_ref().as_encoded_bytes()),
    }
}

impl Iterator for SplitPaths<'_> {
    type Item = PathBuf;

    fn next(&mut self) -> Option<PathBuf> {
        let rest = self.rest?;
        let end = rest.iter().position(|byte| *byte == b':');
        let path = &rest[..end.unwrap_or(rest.len())];
        self.rest = end.map(|end| &rest[end + 1..]);
        let path = unsafe { OsStr::from_encoded_bytes_unchecked(path) };
        Some(PathBuf::from(path))
    }
}

impl fmt::Debug for SplitPaths<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SplitPaths").finish_non_exhaustive()
    }
}

/// A path has a colon.
#[derive(Debug)]
pub struct JoinPathsError {
    inner: Inner,
}

#[derive(Debug)]
struct Inner;

impl fmt::Display for JoinPathsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("path segment contains separator `:`")
    }
}

impl Error for JoinPathsError {}

/// A list of the paths, with colons between them.
pub fn join_paths<I, T>(paths: I) -> Result<OsString, JoinPathsError>
where
    I: IntoIterator<Item = T>,
    T: AsRef<OsStr>,
{
    let mut joined = OsString::new();
    for (index, path) in paths.into_iter().enumerate() {
        let path = path.as_ref();
        if path.as_encoded_bytes().contains(&b':') {
            return Err(JoinPathsError { inner: Inner });
        }
        if index > 0 {
            joined.push(":");
        }
        joined.push(path);
    }
    Ok(joined)
}
