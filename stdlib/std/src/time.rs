//! Time.

mod instant;
mod system;

pub use self::instant::Instant;
pub use self::system::{SystemTime, SystemTimeError, UNIX_EPOCH};
pub use core::time::{Duration, TryFromFloatSecsError};

/// Milliseconds of the host as a duration.
fn from_millis(millis: f64) -> Duration {
    let micros = (millis * 1000.0) as u64;
    Duration::from_micros(micros)
}
