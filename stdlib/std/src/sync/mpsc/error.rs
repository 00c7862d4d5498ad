//! The errors of channels.

use crate::error::Error;
use crate::fmt;

/// A message that nobody will receive.
#[derive(PartialEq, Eq, Clone, Copy)]
pub struct SendError<T>(pub T);

/// No message will come.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub struct RecvError;

/// Why there is no message.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum TryRecvError {
    /// None waits.
    Empty,
    /// None will come.
    Disconnected,
}

/// Why there was no message in time.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum RecvTimeoutError {
    /// The time ran out.
    Timeout,
    /// None will come.
    Disconnected,
}

/// A message that could not be sent at once.
#[derive(PartialEq, Eq, Clone, Copy)]
pub enum TrySendError<T> {
    /// There is no room.
    Full(T),
    /// Nobody will receive it.
    Disconnected(T),
}

impl<T> fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TrySendError::Full(_) => "Full(..)",
            TrySendError::Disconnected(_) => "Disconnected(..)",
        })
    }
}

impl<T> From<SendError<T>> for TrySendError<T> {
    fn from(error: SendError<T>) -> TrySendError<T> {
        TrySendError::Disconnected(error.0)
    }
}

impl From<RecvError> for TryRecvError {
    fn from(_: RecvError) -> TryRecvError {
        TryRecvError::Disconnected
    }
}

impl From<RecvError> for RecvTimeoutError {
    fn from(_: RecvError) -> RecvTimeoutError {
        RecvTimeoutError::Disconnected
    }
}

macro_rules! messages {
    ($([$($generics:tt)*] $Error:ty, |$error:ident| $text:expr;)*) => {
        $(
            impl<$($generics)*> fmt::Display for $Error {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let $error = self;
                    f.write_str($text)
                }
            }

            impl<$($generics)*> Error for $Error {}
        )*
    };
}

messages! {
    [T] SendError<T>, |_error| "sending on a closed channel";
    [] RecvError, |_error| "receiving on a closed channel";
    [T] TrySendError<T>, |error| match error {
        TrySendError::Full(_) => "sending on a full channel",
        TrySendError::Disconnected(_) => "sending on a closed channel",
    };
    [] TryRecvError, |error| match error {
        TryRecvError::Empty => "receiving on an empty channel",
        TryRecvError::Disconnected => "receiving on a closed channel",
    };
    [] RecvTimeoutError, |error| match error {
        RecvTimeoutError::Timeout => "timed out waiting on channel",
        RecvTimeoutError::Disconnected => "channel is empty and sending half is closed",
    };
}
