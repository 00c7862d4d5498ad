//! Queues with many senders and one receiver.

mod error;
mod receiver;
mod sender;

pub use self::error::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
pub use self::receiver::{IntoIter, Iter, Receiver, TryIter};
pub use self::sender::{Sender, SyncSender};

use crate::cell::{Cell, RefCell};
use crate::collections::VecDeque;
use crate::sync::Arc;

/// What a channel's ends share.
struct Channel<T> {
    queue: RefCell<VecDeque<T>>,
    senders: Cell<usize>,
    has_receiver: Cell<bool>,
    /// The most messages that wait, for a synchronous channel.
    bound: usize,
}

impl<T> Channel<T> {
    fn new(bound: usize) -> Arc<Channel<T>> {
        Arc::new(Channel {
            queue: RefCell::new(VecDeque::new()),
            senders: Cell::new(1),
            has_receiver: Cell::new(true),
            bound,
        })
    }
}

/// A channel in which any number of messages can wait.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Channel::new(usize::MAX);
    (Sender::new(channel.clone()), Receiver::new(channel))
}

/// A channel in which at most `bound` messages can wait.
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Channel::new(bound);
    (SyncSender::new(channel.clone()), Receiver::new(channel))
}
