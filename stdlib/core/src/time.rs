//! Spans of time.

mod arith;
mod fmt_duration;

use crate::error::Error;
use crate::fmt;

const NANOS_PER_SEC: u32 = 1_000_000_000;
const NANOS_PER_MILLI: u32 = 1_000_000;
const NANOS_PER_MICRO: u32 = 1_000;

/// A span of time, not negative.
#[lang = "Duration"]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration {
    secs: u64,
    /// Below one second.
    nanos: u32,
}

impl Duration {
    /// One second.
    pub const SECOND: Duration = Duration::from_secs(1);
    /// One millisecond.
    pub const MILLISECOND: Duration = Duration::from_millis(1);
    /// One microsecond.
    pub const MICROSECOND: Duration = Duration::from_micros(1);
    /// One nanosecond.
    pub const NANOSECOND: Duration = Duration::from_nanos(1);
    /// No time.
    pub const ZERO: Duration = Duration { secs: 0, nanos: 0 };
    /// The longest span.
    pub const MAX: Duration = Duration {
        secs: u64::MAX,
        nanos: NANOS_PER_SEC - 1,
    };

    /// Seconds and nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn new(secs: u64, nanos: u32) -> Duration {
        if nanos < NANOS_PER_SEC {
            return Duration { secs, nanos };
        }
        match secs.checked_add((nanos / NANOS_PER_SEC) as u64) {
            Some(secs) => Duration {
                secs,
                nanos: nanos % NANOS_PER_SEC,
            },
            None => panic!("overflow in Duration::new"),
        }
    }

    /// Seconds.
    #[inline]
    #[must_use]
    pub const fn from_secs(secs: u64) -> Duration {
        Duration { secs, nanos: 0 }
    }

    /// Milliseconds.
    #[inline]
    #[must_use]
    pub const fn from_millis(millis: u64) -> Duration {
        Duration {
            secs: millis / 1_000,
            nanos: (millis % 1_000) as u32 * NANOS_PER_MILLI,
        }
    }

    /// Microseconds.
    #[inline]
    #[must_use]
    pub const fn from_micros(micros: u64) -> Duration {
        Duration {
            secs: micros / 1_000_000,
            nanos: (micros % 1_000_000) as u32 * NANOS_PER_MICRO,
        }
    }

    /// Nanoseconds.
    #[inline]
    #[must_use]
    pub const fn from_nanos(nanos: u64) -> Duration {
        Duration {
            secs: nanos / NANOS_PER_SEC as u64,
            nanos: (nanos % NANOS_PER_SEC as u64) as u32,
        }
    }

    /// Nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_nanos_u128(nanos: u128) -> Duration {
        let secs = nanos / NANOS_PER_SEC as u128;
        if secs > u64::MAX as u128 {
            panic!("overflow in `Duration::from_nanos_u128`");
        }
        Duration {
            secs: secs as u64,
            nanos: (nanos % NANOS_PER_SEC as u128) as u32,
        }
    }

    /// Minutes.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_mins(mins: u64) -> Duration {
        scaled(mins, 60)
    }

    /// Hours.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_hours(hours: u64) -> Duration {
        scaled(hours, 3_600)
    }

    /// Days.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_days(days: u64) -> Duration {
        scaled(days, 86_400)
    }

    /// Weeks.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn from_weeks(weeks: u64) -> Duration {
        scaled(weeks, 604_800)
    }

    /// Whether it is no time.
    #[inline]
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.secs == 0 && self.nanos == 0
    }

    /// The whole seconds.
    #[inline]
    #[must_use]
    pub const fn as_secs(&self) -> u64 {
        self.secs
    }

    /// The whole milliseconds below one second.
    #[inline]
    #[must_use]
    pub const fn subsec_millis(&self) -> u32 {
        self.nanos / NANOS_PER_MILLI
    }

    /// The whole microseconds below one second.
    #[inline]
    #[must_use]
    pub const fn subsec_micros(&self) -> u32 {
        self.nanos / NANOS_PER_MICRO
    }

    /// The nanoseconds below one second.
    #[inline]
    #[must_use]
    pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }

    /// The whole milliseconds.
    #[inline]
    #[must_use]
    pub const fn as_millis(&self) -> u128 {
        self.secs as u128 * 1_000 + self.subsec_millis() as u128
    }

    /// The whole microseconds.
    #[inline]
    #[must_use]
    pub const fn as_micros(&self) -> u128 {
        self.secs as u128 * 1_000_000 + self.subsec_micros() as u128
    }

    /// The nanoseconds.
    #[inline]
    #[must_use]
    pub const fn as_nanos(&self) -> u128 {
        self.secs as u128 * NANOS_PER_SEC as u128 + self.nanos as u128
    }

    /// The distance between two spans.
    #[inline]
    #[must_use]
    pub const fn abs_diff(self, other: Duration) -> Duration {
        match self.checked_sub(other) {
            Some(rest) => rest,
            None => match other.checked_sub(self) {
                Some(rest) => rest,
                None => Duration::ZERO,
            },
        }
    }

    /// The seconds.
    #[inline]
    #[must_use]
    pub const fn as_secs_f64(&self) -> f64 {
        self.secs as f64 + self.nanos as f64 / NANOS_PER_SEC as f64
    }

    /// The seconds.
    #[inline]
    #[must_use]
    pub const fn as_secs_f32(&self) -> f32 {
        self.secs as f32 + self.nanos as f32 / NANOS_PER_SEC as f32
    }

    /// The milliseconds.
    #[inline]
    #[must_use]
    pub const fn as_millis_f64(&self) -> f64 {
        self.secs as f64 * 1_000.0 + self.nanos as f64 / NANOS_PER_MILLI as f64
    }

    /// The milliseconds.
    #[inline]
    #[must_use]
    pub const fn as_millis_f32(&self) -> f32 {
        self.secs as f32 * 1_000.0 + self.nanos as f32 / NANOS_PER_MILLI as f32
    }

    /// Seconds, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn from_secs_f64(secs: f64) -> Duration {
        match Duration::try_from_secs_f64(secs) {
            Ok(duration) => duration,
            Err(error) => panic!("{}", error.description()),
        }
    }

    /// Seconds, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn from_secs_f32(secs: f32) -> Duration {
        match Duration::try_from_secs_f32(secs) {
            Ok(duration) => duration,
            Err(error) => panic!("{}", error.description()),
        }
    }

    /// Seconds, rounded to nanoseconds, if that is a span.
    pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {
        let bits = secs.to_bits();
        let exponent = (bits >> 52) as i32 & 0x7FF;
        let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
        from_parts(secs < 0.0, mantissa, exponent - 1023 - 52, secs.is_nan())
    }

    /// Seconds, rounded to nanoseconds, if that is a span.
    pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {
        let bits = secs.to_bits();
        let exponent = (bits >> 23) as i32 & 0xFF;
        let mantissa = bits & ((1 << 23) - 1) | 1 << 23;
        from_parts(
            secs < 0.0,
            mantissa as u64,
            exponent - 127 - 23,
            secs.is_nan(),
        )
    }
}

/// `count` units of `secs` seconds.
#[inline]
#[track_caller]
const fn scaled(count: u64, secs: u64) -> Duration {
    match count.checked_mul(secs) {
        Some(secs) => Duration { secs, nanos: 0 },
        None => panic!("overflow in Duration constructor"),
    }
}

/// `mantissa * 2^exponent` seconds, rounded to even.
fn from_parts(
    is_negative: bool,
    mantissa: u64,
    exponent: i32,
    is_nan: bool,
) -> Result<Duration, TryFromFloatSecsError> {
    if is_negative {
        return Err(TryFromFloatSecsError {
            kind: TryFromFloatSecsErrorKind::Negative,
        });
    }
    let too_large = Err(TryFromFloatSecsError {
        kind: TryFromFloatSecsErrorKind::OverflowOrNan,
    });
    if is_nan {
        return too_large;
    }
    if exponent >= 0 {
        if exponent > mantissa.leading_zeros() as i32 {
            return too_large;
        }
        return Ok(Duration::from_secs(mantissa << exponent as u32));
    }
    let shift = -exponent as u32;
    // Less than half a nanosecond.
    if shift >= 96 {
        return Ok(Duration::ZERO);
    }
    let nanos = mantissa as u128 * NANOS_PER_SEC as u128;
    let whole = nanos >> shift;
    let rest = nanos & ((1 << shift) - 1);
    let half = 1 << (shift - 1);
    let rounded = whole + (rest > half || rest == half && whole & 1 == 1) as u128;
    Ok(Duration {
        secs: (rounded / NANOS_PER_SEC as u128) as u64,
        nanos: (rounded % NANOS_PER_SEC as u128) as u32,
    })
}

/// The number of seconds is no span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromFloatSecsError {
    kind: TryFromFloatSecsErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum TryFromFloatSecsErrorKind {
    Negative,
    OverflowOrNan,
}

impl TryFromFloatSecsError {
    fn description(&self) -> &'static str {
        match self.kind {
            TryFromFloatSecsErrorKind::Negative => {
                "cannot convert float seconds to Duration: value is negative"
            }
            TryFromFloatSecsErrorKind::OverflowOrNan => {
                "cannot convert float seconds to Duration: value is either too big or NaN"
            }
        }
    }
}

impl fmt::Display for TryFromFloatSecsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.description())
    }
}

impl Error for TryFromFloatSecsError {}
