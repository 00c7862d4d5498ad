//! The error of reading and writing.

use super::os_error;
use crate::error;
use crate::fmt;

/// What reading and writing return.
pub type Result<T> = core::result::Result<T, Error>;

/// An error of a reader or a writer.
pub struct Error {
    repr: Repr,
}

enum Repr {
    Os(i32),
    Simple(ErrorKind),
    Message(ErrorKind, &'static str),
    Custom(Custom),
}

#[derive(Debug)]
struct Custom {
    kind: ErrorKind,
    error: Box<dyn error::Error + Send + Sync>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $Kind:ident = $text:literal,)*) => {
        /// What went wrong, roughly.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$doc])* $Kind,)*
        }

        impl ErrorKind {
            pub(crate) fn description(&self) -> &'static str {
                match *self {
                    $(ErrorKind::$Kind => $text,)*
                }
            }
        }
    };
}

kinds! {
    /// There is no such thing.
    NotFound = "entity not found",
    /// It is not allowed.
    PermissionDenied = "permission denied",
    /// The other side does not listen.
    ConnectionRefused = "connection refused",
    /// The other side ended the connection.
    ConnectionReset = "connection reset",
    /// No way leads to the host.
    HostUnreachable = "host unreachable",
    /// No way leads to the network.
    NetworkUnreachable = "network unreachable",
    /// The connection was ended on this side.
    ConnectionAborted = "connection aborted",
    /// There is no connection yet.
    NotConnected = "not connected",
    /// The address is taken.
    AddrInUse = "address in use",
    /// The address is not one of this host.
    AddrNotAvailable = "address not available",
    /// The network does not work.
    NetworkDown = "network down",
    /// The other end of the pipe is closed.
    BrokenPipe = "broken pipe",
    /// It exists already.
    AlreadyExists = "entity already exists",
    /// It would have to wait.
    WouldBlock = "operation would block",
    /// A directory was wanted.
    NotADirectory = "not a directory",
    /// A directory was not wanted.
    IsADirectory = "is a directory",
    /// The directory still holds something.
    DirectoryNotEmpty = "directory not empty",
    /// The file system cannot be written.
    ReadOnlyFilesystem = "read-only filesystem or storage medium",
    /// Links lead in a circle.
    FilesystemLoop = "filesystem loop or indirection limit (e.g. symlink loop)",
    /// The file on another host is gone.
    StaleNetworkFileHandle = "stale network file handle",
    /// A parameter is wrong.
    InvalidInput = "invalid input parameter",
    /// The data are not well formed.
    InvalidData = "invalid data",
    /// It took too long.
    TimedOut = "timed out",
    /// A writer took nothing.
    WriteZero = "write zero",
    /// The medium is full.
    StorageFull = "no storage space",
    /// There is no place to go to.
    NotSeekable = "seek on unseekable file",
    /// The user's share is used up.
    QuotaExceeded = "quota exceeded",
    /// The file would be too large.
    FileTooLarge = "file too large",
    /// Someone else uses it.
    ResourceBusy = "resource busy",
    /// The program runs.
    ExecutableFileBusy = "executable file busy",
    /// Each would wait for the other.
    Deadlock = "deadlock",
    /// The two places are on different devices.
    CrossesDevices = "cross-device link or rename",
    /// There are as many links as there may be.
    TooManyLinks = "too many links",
    /// No file can have that name.
    InvalidFilename = "invalid filename",
    /// The arguments are too long together.
    ArgumentListTooLong = "argument list too long",
    /// It was interrupted and can be tried again.
    Interrupted = "operation interrupted",
    /// The platform cannot do it.
    Unsupported = "unsupported",
    /// The data end too early.
    UnexpectedEof = "unexpected end of file",
    /// There is no memory left.
    OutOfMemory = "out of memory",
    /// It goes on.
    InProgress = "in progress",
    /// Anything else, of a program.
    Other = "other error",
    /// Anything else, of std.
    Uncategorized = "uncategorized error",
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.description())
    }
}

impl From<ErrorKind> for Error {
    #[inline]
    fn from(kind: ErrorKind) -> Error {
        Error {
            repr: Repr::Simple(kind),
        }
    }
}

/// The text of an error number.
fn os_message(code: i32) -> String {
    match os_error::message(code) {
        Some(text) => String::from(text),
        None => format!("Unknown error {code}"),
    }
}

impl Error {
    pub(crate) const fn message(kind: ErrorKind, text: &'static str) -> Error {
        Error {
            repr: Repr::Message(kind, text),
        }
    }

    pub(crate) const UNEXPECTED_EOF: Error =
        Error::message(ErrorKind::UnexpectedEof, "failed to fill whole buffer");
    pub(crate) const WRITE_ALL_EOF: Error =
        Error::message(ErrorKind::WriteZero, "failed to write whole buffer");
    pub(crate) const INVALID_UTF8: Error =
        Error::message(ErrorKind::InvalidData, "stream did not contain valid UTF-8");

    /// An error that wraps another one.
    #[inline(never)]
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Error {
            repr: Repr::Custom(Custom {
                kind,
                error: error.into(),
            }),
        }
    }

    /// An error of kind `Other` that wraps another one.
    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn error::Error + Send + Sync>>,
    {
        Error::new(ErrorKind::Other, error)
    }

    /// The host's last error; it keeps none.
    pub fn last_os_error() -> Error {
        Error::from_raw_os_error(0)
    }

    /// An error of the host by its number.
    pub fn from_raw_os_error(code: i32) -> Error {
        Error {
            repr: Repr::Os(code),
        }
    }

    /// The number, if the host reported one.
    pub fn raw_os_error(&self) -> Option<i32> {
        match self.repr {
            Repr::Os(code) => Some(code),
            _ => None,
        }
    }

    /// The wrapped error.
    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)> {
        match &self.repr {
            Repr::Custom(custom) => Some(&*custom.error),
            _ => None,
        }
    }

    /// The wrapped error.
    pub fn get_mut(&mut self) -> Option<&mut (dyn error::Error + Send + Sync + 'static)> {
        match &mut self.repr {
            Repr::Custom(custom) => Some(&mut *custom.error),
            _ => None,
        }
    }

    /// The wrapped error.
    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        match self.repr {
            Repr::Custom(custom) => Some(custom.error),
            _ => None,
        }
    }

    /// The wrapped error as an `E`, or this error back.
    pub fn downcast<E>(self) -> core::result::Result<E, Error>
    where
        E: error::Error + Send + Sync + 'static,
    {
        match self.repr {
            Repr::Custom(custom) => match custom.error.downcast::<E>() {
                Ok(error) => Ok(*error),
                Err(error) => Err(Error {
                    repr: Repr::Custom(Custom {
                        kind: custom.kind,
                        error,
                    }),
                }),
            },
            repr => Err(Error { repr }),
        }
    }

    /// What went wrong, roughly.
    pub fn kind(&self) -> ErrorKind {
        match &self.repr {
            Repr::Os(code) => os_error::kind(*code),
            Repr::Simple(kind) => *kind,
            Repr::Message(kind, _) => *kind,
            Repr::Custom(custom) => custom.kind,
        }
    }

    pub(crate) fn is_interrupted(&self) -> bool {
        matches!(self.kind(), ErrorKind::Interrupted)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repr {
            Repr::Os(code) => f
                .debug_struct("Os")
                .field("code", code)
                .field("kind", &self.kind())
                .field("message", &os_message(*code))
                .finish(),
            Repr::Simple(kind) => f.debug_tuple("Kind").field(kind).finish(),
            Repr::Message(kind, message) => f
                .debug_struct("Error")
                .field("kind", kind)
                .field("message", message)
                .finish(),
            Repr::Custom(custom) => fmt::Debug::fmt(custom, f),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repr {
            Repr::Os(code) => write!(f, "{} (os error {code})", os_message(*code)),
            Repr::Simple(kind) => f.write_str(kind.description()),
            Repr::Message(_, message) => f.pad(message),
            Repr::Custom(custom) => fmt::Display::fmt(&custom.error, f),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.repr {
            Repr::Custom(custom) => custom.error.source(),
            _ => None,
        }
    }
}

impl From<alloc_crate::ffi::NulError> for Error {
    fn from(_: alloc_crate::ffi::NulError) -> Error {
        Error::message(ErrorKind::InvalidInput, "data provided contains a nul byte")
    }
}
