//! Standard output and standard error as writers.

use super::{Result, Write};
use crate::fmt;
use crate::sys::console::{self, Err, Out};

macro_rules! stream {
    (
        $(#[$doc:meta])* $Name:ident, $name:ident;
        $(#[$lock_doc:meta])* $Lock:ident;
        $Stream:ident, $written:expr
    ) => {
        $(#[$doc])*
        pub struct $Name {
            _private: (),
        }

        $(#[$doc])*
        pub fn $name() -> $Name {
            $Name { _private: () }
        }

        $(#[$lock_doc])*
        pub struct $Lock<'a> {
            _owner: core::marker::PhantomData<&'a ()>,
        }

        impl $Name {
            /// The stream for oneself.
            pub fn lock(&self) -> $Lock<'static> {
                $Lock { _owner: core::marker::PhantomData }
            }
        }

        stream! { $Name, $Stream, $written }
        stream! { &$Name, $Stream, $written }
        stream! { $Lock<'_>, $Stream, $written }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Name)).finish_non_exhaustive()
            }
        }

        impl fmt::Debug for $Lock<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Lock)).finish_non_exhaustive()
            }
        }
    };
    ($ty:ty, $Stream:ident, $written:expr) => {
        impl Write for $ty {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                console::write_bytes::<$Stream>(buf);
                $written();
                Ok(buf.len())
            }

            fn write_all(&mut self, buf: &[u8]) -> Result<()> {
                console::write_bytes::<$Stream>(buf);
                $written();
                Ok(())
            }

            fn flush(&mut self) -> Result<()> {
                console::flush::<$Stream>();
                Ok(())
            }
        }
    };
}

stream! {
    /// Standard output.
    Stdout, stdout;
    /// Standard output for oneself.
    StdoutLock;
    Out, || {}
}

stream! {
    /// Standard error; nothing stays behind.
    Stderr, stderr;
    /// Standard error for oneself.
    StderrLock;
    Err, console::flush::<Err>
}

/// Whether a stream goes to a person.
pub trait IsTerminal {
    /// Whether a stream goes to a person.
    fn is_terminal(&self) -> bool;
}

macro_rules! no_terminal {
    ($($ty:ty)*) => {
        $(
            /// The host does not tell.
            impl IsTerminal for $ty {
                fn is_terminal(&self) -> bool {
                    false
                }
            }
        )*
    };
}

no_terminal! { Stdout StdoutLock<'_> Stderr StderrLock<'_> super::Stdin super::StdinLock<'_> }
