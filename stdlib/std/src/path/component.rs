//! One part of a path.

use super::Path;
use crate::ffi::OsStr;

/// What a Windows path may start with. No path here has one.
#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)]
pub enum Prefix<'a> {
    /// `\\?\cat_pics`
    Verbatim(&'a OsStr),
    /// `\\?\UNC\server\share`
    VerbatimUNC(&'a OsStr, &'a OsStr),
    /// `\\?\C:`
    VerbatimDisk(u8),
    /// `\\.\COM42`
    DeviceNS(&'a OsStr),
    /// `\\server\share`
    UNC(&'a OsStr, &'a OsStr),
    /// `C:`
    Disk(u8),
}

impl Prefix<'_> {
    /// Whether the prefix starts with `\\?\`.
    pub fn is_verbatim(&self) -> bool {
        matches!(
            self,
            Prefix::Verbatim(_) | Prefix::VerbatimDisk(_) | Prefix::VerbatimUNC(..)
        )
    }
}

/// A Windows prefix with its text.
#[derive(Copy, Clone, Debug, Hash, PartialOrd, Ord, PartialEq, Eq)]
pub struct PrefixComponent<'a> {
    raw: &'a OsStr,
    parsed: Prefix<'a>,
}

impl<'a> PrefixComponent<'a> {
    /// What kind of prefix it is.
    pub fn kind(&self) -> Prefix<'a> {
        self.parsed
    }

    /// Its text.
    pub fn as_os_str(&self) -> &'a OsStr {
        self.raw
    }
}

/// One part of a path.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Component<'a> {
    /// A Windows prefix.
    Prefix(PrefixComponent<'a>),
    /// The `/` an absolute path starts with.
    RootDir,
    /// `.` at the start.
    CurDir,
    /// `..`
    ParentDir,
    /// A name.
    Normal(&'a OsStr),
}

impl<'a> Component<'a> {
    /// Its text.
    pub fn as_os_str(self) -> &'a OsStr {
        match self {
            Component::Prefix(prefix) => prefix.as_os_str(),
            Component::RootDir => OsStr::new("/"),
            Component::CurDir => OsStr::new("."),
            Component::ParentDir => OsStr::new(".."),
            Component::Normal(name) => name,
        }
    }
}

impl AsRef<OsStr> for Component<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

impl AsRef<Path> for Component<'_> {
    fn as_ref(&self) -> &Path {
        Path::new(self.as_os_str())
    }
}
