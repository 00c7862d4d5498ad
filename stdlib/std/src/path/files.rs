//! What a path leads to, which nobody knows: a module has no file system.

use super::{Path, PathBuf};
#[cfg(not(without = "fs"))]
use crate::fs::{Metadata, ReadDir};
use crate::io;

macro_rules! refused {
    ($($(#[$attr:meta])* fn $name:ident() -> $ret:ty;)*) => {
        impl Path {
            $(
                $(#[$attr])*
                #[wrc::refused = "files are not supported: a module has no file system"]
                pub fn $name(&self) -> $ret {
                    core::intrinsics::abort()
                }
            )*
        }
    };
}

refused! {
    /// Is something there?
    fn exists() -> bool;
    /// Is something there, if that can be found out?
    fn try_exists() -> io::Result<bool>;
    /// Is it a file?
    fn is_file() -> bool;
    /// Is it a folder?
    fn is_dir() -> bool;
    /// Is it a link?
    fn is_symlink() -> bool;
    /// The path without links.
    fn canonicalize() -> io::Result<PathBuf>;
    /// Where a link leads to.
    fn read_link() -> io::Result<PathBuf>;
}

#[cfg(not(without = "fs"))]
refused! {
    /// What is known of the file.
    fn metadata() -> io::Result<Metadata>;
    /// What is known of the file or link.
    fn symlink_metadata() -> io::Result<Metadata>;
    /// The entries of the folder.
    fn read_dir() -> io::Result<ReadDir>;
}
