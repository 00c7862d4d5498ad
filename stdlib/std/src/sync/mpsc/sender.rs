//! Senders.

use super::error::{SendError, TrySendError};
use super::Channel;
use crate::fmt;
use crate::sync::{deadlock, Arc};

macro_rules! sender {
    ($(#[$doc:meta])* $Sender:ident) => {
        $(#[$doc])*
        pub struct $Sender<T> {
            channel: Arc<Channel<T>>,
        }

        unsafe impl<T: Send> Send for $Sender<T> {}
        unsafe impl<T: Send> Sync for $Sender<T> {}
        impl<T> crate::panic::UnwindSafe for $Sender<T> {}
        impl<T> crate::panic::RefUnwindSafe for $Sender<T> {}

        impl<T> $Sender<T> {
            pub(super) fn new(channel: Arc<Channel<T>>) -> $Sender<T> {
                $Sender { channel }
            }
        }

        impl<T> Clone for $Sender<T> {
            fn clone(&self) -> $Sender<T> {
                self.channel.senders.set(self.channel.senders.get() + 1);
                $Sender { channel: self.channel.clone() }
            }
        }

        impl<T> Drop for $Sender<T> {
            fn drop(&mut self) {
                self.channel.senders.set(self.channel.senders.get() - 1);
            }
        }

        impl<T> fmt::Debug for $Sender<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Sender)).finish_non_exhaustive()
            }
        }
    };
}

sender! {
    /// Sends into a channel without bound.
    Sender
}
sender! {
    /// Sends into a channel with a bound.
    SyncSender
}

impl<T> Sender<T> {
    /// Sends a message; it comes back if there is no receiver any more.
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        if !self.channel.has_receiver.get() {
            return Err(SendError(t));
        }
        self.channel.queue.borrow_mut().push_back(t);
        Ok(())
    }
}

impl<T> SyncSender<T> {
    /// Sends a message; it comes back if there is no receiver any more.
    #[track_caller]
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        match self.try_send(t) {
            Ok(()) => Ok(()),
            Err(TrySendError::Disconnected(t)) => Err(SendError(t)),
            Err(TrySendError::Full(_)) => deadlock("a full channel is sent to"),
        }
    }

    /// Sends a message if there is room for it.
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        if !self.channel.has_receiver.get() {
            return Err(TrySendError::Disconnected(t));
        }
        let mut queue = self.channel.queue.borrow_mut();
        if queue.len() >= self.channel.bound {
            return Err(TrySendError::Full(t));
        }
        queue.push_back(t);
        Ok(())
    }
}
