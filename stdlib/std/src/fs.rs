//! Files, which the host does not give. What opens them is refused where it is called.

use crate::ffi::OsString;
use crate::io::{self, Read, Seek, SeekFrom, Write};
use crate::path::{Path, PathBuf};
use crate::time::SystemTime;

macro_rules! refused {
    ($($(#[$attr:meta])* $vis:vis fn $name:ident $(<$($param:ident: $bound:path),*>)? ($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        $(
            $(#[$attr])*
            #[wrc::refused = "files are not supported: a module has no file system; read stdin, take the content as an argument of an exported function, or use `include_str!`"]
            $vis fn $name $(<$($param: $bound),*>)? ($($arg: $ty),*) -> $ret {
                $(let _ = $arg;)*
                core::intrinsics::abort()
            }
        )*
    };
}

/// A file that is open; there is none.
#[derive(Debug)]
pub enum File {}

/// What is known of a file.
#[derive(Clone, Debug)]
pub enum Metadata {}

/// The kind of a file.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum FileType {}

/// Who may do what with a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Permissions {}

/// The entries of a folder.
#[derive(Debug)]
pub enum ReadDir {}

/// An entry of a folder.
#[derive(Debug)]
pub enum DirEntry {}

/// How to open a file.
#[derive(Clone, Debug)]
pub enum OpenOptions {}

impl File {
    refused! {
        /// Opens a file for reading.
        pub fn open<P: AsRef<Path>>(path: P) -> io::Result<File>;
        /// Makes a file and opens it for writing.
        pub fn create<P: AsRef<Path>>(path: P) -> io::Result<File>;
        /// Makes a file that was not there.
        pub fn create_new<P: AsRef<Path>>(path: P) -> io::Result<File>;
        /// How to open a file.
        pub fn options() -> OpenOptions;
    }

    /// Waits until all is written.
    pub fn sync_all(&self) -> io::Result<()> {
        match *self {}
    }

    /// Waits until the content is written.
    pub fn sync_data(&self) -> io::Result<()> {
        match *self {}
    }

    /// Changes the length.
    pub fn set_len(&self, _size: u64) -> io::Result<()> {
        match *self {}
    }

    /// What is known of it.
    pub fn metadata(&self) -> io::Result<Metadata> {
        match *self {}
    }

    /// The same file once more.
    pub fn try_clone(&self) -> io::Result<File> {
        match *self {}
    }
}

impl Read for File {
    fn read(&mut self, _buf: &mut [u8]) -> io::Result<usize> {
        match *self {}
    }
}

impl Read for &File {
    fn read(&mut self, _buf: &mut [u8]) -> io::Result<usize> {
        match **self {}
    }
}

impl Write for File {
    fn write(&mut self, _buf: &[u8]) -> io::Result<usize> {
        match *self {}
    }
    fn flush(&mut self) -> io::Result<()> {
        match *self {}
    }
}

impl Write for &File {
    fn write(&mut self, _buf: &[u8]) -> io::Result<usize> {
        match **self {}
    }
    fn flush(&mut self) -> io::Result<()> {
        match **self {}
    }
}

impl Seek for File {
    fn seek(&mut self, _pos: SeekFrom) -> io::Result<u64> {
        match *self {}
    }
}

impl OpenOptions {
    refused! {
        /// Nothing is allowed yet.
        #[allow(clippy::new_without_default)]
        pub fn new() -> OpenOptions;
    }

    /// Allows reading.
    pub fn read(&mut self, _read: bool) -> &mut OpenOptions {
        self
    }

    /// Allows writing.
    pub fn write(&mut self, _write: bool) -> &mut OpenOptions {
        self
    }

    /// Writes behind the end.
    pub fn append(&mut self, _append: bool) -> &mut OpenOptions {
        self
    }

    /// Removes the content.
    pub fn truncate(&mut self, _truncate: bool) -> &mut OpenOptions {
        self
    }

    /// Makes the file if it is not there.
    pub fn create(&mut self, _create: bool) -> &mut OpenOptions {
        self
    }

    /// Makes the file, which must not be there.
    pub fn create_new(&mut self, _create_new: bool) -> &mut OpenOptions {
        self
    }

    /// Opens the file.
    pub fn open<P: AsRef<Path>>(&self, _path: P) -> io::Result<File> {
        match *self {}
    }
}

impl Metadata {
    /// Is it a folder?
    pub fn is_dir(&self) -> bool {
        match *self {}
    }

    /// Is it a file?
    pub fn is_file(&self) -> bool {
        match *self {}
    }

    /// Is it a link?
    pub fn is_symlink(&self) -> bool {
        match *self {}
    }

    /// The length.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> u64 {
        match *self {}
    }

    /// The kind.
    pub fn file_type(&self) -> FileType {
        match *self {}
    }

    /// Who may do what.
    pub fn permissions(&self) -> Permissions {
        match *self {}
    }

    /// When it was last changed.
    pub fn modified(&self) -> io::Result<SystemTime> {
        match *self {}
    }
}

impl FileType {
    /// Is it a folder?
    pub fn is_dir(&self) -> bool {
        match *self {}
    }

    /// Is it a file?
    pub fn is_file(&self) -> bool {
        match *self {}
    }

    /// Is it a link?
    pub fn is_symlink(&self) -> bool {
        match *self {}
    }
}

impl Iterator for ReadDir {
    type Item = io::Result<DirEntry>;

    fn next(&mut self) -> Option<io::Result<DirEntry>> {
        match *self {}
    }
}

impl DirEntry {
    /// Where it is.
    pub fn path(&self) -> PathBuf {
        match *self {}
    }

    /// Its name.
    pub fn file_name(&self) -> OsString {
        match *self {}
    }

    /// What is known of it.
    pub fn metadata(&self) -> io::Result<Metadata> {
        match *self {}
    }

    /// Its kind.
    pub fn file_type(&self) -> io::Result<FileType> {
        match *self {}
    }
}

refused! {
    /// The content of a file.
    pub fn read<P: AsRef<Path>>(path: P) -> io::Result<Vec<u8>>;
    /// The text in a file.
    pub fn read_to_string<P: AsRef<Path>>(path: P) -> io::Result<String>;
    /// Writes a file.
    pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> io::Result<()>;
    /// Copies a file.
    pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<u64>;
    /// Renames a file.
    pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<()>;
    /// Removes a file.
    pub fn remove_file<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// Makes a folder.
    pub fn create_dir<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// Makes a folder and those it is in.
    pub fn create_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// Removes an empty folder.
    pub fn remove_dir<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// Removes a folder with all in it.
    pub fn remove_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()>;
    /// The entries of a folder.
    pub fn read_dir<P: AsRef<Path>>(path: P) -> io::Result<ReadDir>;
    /// What is known of a file.
    pub fn metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata>;
    /// What is known of a file or link.
    pub fn symlink_metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata>;
    /// The path without links.
    pub fn canonicalize<P: AsRef<Path>>(path: P) -> io::Result<PathBuf>;
    /// Is it there?
    pub fn exists<P: AsRef<Path>>(path: P) -> io::Result<bool>;
}
