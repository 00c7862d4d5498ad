//! Standard output and standard error as writers.

use super::{Result, Write};
use crate::fmt;
use crate::sys::console::{self, Console};

macro_rules! write_items {
    ($Stream:ty) => {
        fn write(&mut self, buf: &[u8]) -> Result<usize> {
            console::write_bytes::<$Stream>(buf);
            console::flush::<$Stream>();
            Ok(buf.len())
        }

        fn write_all(&mut self, buf: &[u8]) -> Result<()> {
            console::write_bytes::<$Stream>(buf);
            console::flush::<$Stream>();
            Ok(())
        }

        fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
            if let Some(text) = args.as_str() {
                console::write_text::<$Stream>(text);
                return Ok(());
            }
            let written = fmt::write(&mut Console::<$Stream>::new(), args);
            console::flush::<$Stream>();
            match written {
                Ok(()) => Ok(()),
                Err(_) => super::print::formatter_failed(),
            }
        }

        #[inline]
        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    };
}

macro_rules! stream {
    (
        $(#[$doc:meta])* $Name:ident, $name:ident;
        $(#[$lock_doc:meta])* $Lock:ident;
        $Stream:ty
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

        impl Write for $Name { write_items! { $Stream } }
        impl Write for &$Name { write_items! { $Stream } }
        impl Write for $Lock<'_> { write_items! { $Stream } }

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
}

stream! {
    /// Standard output.
    Stdout, stdout;
    /// Standard output for oneself.
    StdoutLock;
    console::Out
}

stream! {
    /// Standard error.
    Stderr, stderr;
    /// Standard error for oneself.
    StderrLock;
    console::Err
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
