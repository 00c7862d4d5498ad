//! Arithmetic of spans of time.

use super::{Duration, NANOS_PER_SEC};
use crate::iter::Sum;
use crate::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};

impl Duration {
    /// The sum, if it fits.
    #[inline]
    #[must_use]
    pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        let mut nanos = self.nanos + rhs.nanos;
        let carry = nanos >= NANOS_PER_SEC;
        if carry {
            nanos -= NANOS_PER_SEC;
        }
        match self.secs.checked_add(rhs.secs) {
            Some(secs) => match secs.checked_add(carry as u64) {
                Some(secs) => Some(Duration { secs, nanos }),
                None => None,
            },
            None => None,
        }
    }

    /// The sum, or the longest span.
    #[inline]
    #[must_use]
    pub const fn saturating_add(self, rhs: Duration) -> Duration {
        match self.checked_add(rhs) {
            Some(sum) => sum,
            None => Duration::MAX,
        }
    }

    /// The difference, if it is not negative.
    #[inline]
    #[must_use]
    pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        let borrow = self.nanos < rhs.nanos;
        let nanos = if borrow {
            self.nanos + NANOS_PER_SEC - rhs.nanos
        } else {
            self.nanos - rhs.nanos
        };
        match self.secs.checked_sub(rhs.secs) {
            Some(secs) => match secs.checked_sub(borrow as u64) {
                Some(secs) => Some(Duration { secs, nanos }),
                None => None,
            },
            None => None,
        }
    }

    /// The difference, or no time.
    #[inline]
    #[must_use]
    pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        match self.checked_sub(rhs) {
            Some(rest) => rest,
            None => Duration::ZERO,
        }
    }

    /// The product, if it fits.
    #[inline]
    #[must_use]
    pub const fn checked_mul(self, rhs: u32) -> Option<Duration> {
        let nanos = self.nanos as u64 * rhs as u64;
        match self.secs.checked_mul(rhs as u64) {
            Some(secs) => match secs.checked_add(nanos / NANOS_PER_SEC as u64) {
                Some(secs) => Some(Duration {
                    secs,
                    nanos: (nanos % NANOS_PER_SEC as u64) as u32,
                }),
                None => None,
            },
            None => None,
        }
    }

    /// The product, or the longest span.
    #[inline]
    #[must_use]
    pub const fn saturating_mul(self, rhs: u32) -> Duration {
        match self.checked_mul(rhs) {
            Some(product) => product,
            None => Duration::MAX,
        }
    }

    /// The quotient, if there is one.
    #[inline]
    #[must_use]
    pub const fn checked_div(self, rhs: u32) -> Option<Duration> {
        if rhs == 0 {
            return None;
        }
        let secs = self.secs / rhs as u64;
        let rest = self.secs % rhs as u64;
        let nanos = self.nanos / rhs;
        let nanos_rest = self.nanos % rhs;
        let more = (rest * NANOS_PER_SEC as u64 + nanos_rest as u64) / rhs as u64;
        Some(Duration {
            secs,
            nanos: nanos + more as u32,
        })
    }

    /// The product, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn mul_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(rhs * self.as_secs_f64())
    }

    /// The product, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn mul_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(rhs * self.as_secs_f32())
    }

    /// The quotient, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn div_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(self.as_secs_f64() / rhs)
    }

    /// The quotient, rounded to nanoseconds.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn div_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(self.as_secs_f32() / rhs)
    }

    /// The ratio of two spans.
    #[inline]
    #[must_use]
    pub const fn div_duration_f64(self, rhs: Duration) -> f64 {
        let nanos = self.secs as f64 * NANOS_PER_SEC as f64 + self.nanos as f64;
        nanos / (rhs.secs as f64 * NANOS_PER_SEC as f64 + rhs.nanos as f64)
    }

    /// The ratio of two spans.
    #[inline]
    #[must_use]
    pub const fn div_duration_f32(self, rhs: Duration) -> f32 {
        let nanos = self.secs as f32 * NANOS_PER_SEC as f32 + self.nanos as f32;
        nanos / (rhs.secs as f32 * NANOS_PER_SEC as f32 + rhs.nanos as f32)
    }
}

impl Add for Duration {
    type Output = Duration;

    #[inline]
    #[track_caller]
    fn add(self, rhs: Duration) -> Duration {
        self.checked_add(rhs)
            .expect("overflow when adding durations")
    }
}

impl AddAssign for Duration {
    #[inline]
    #[track_caller]
    fn add_assign(&mut self, rhs: Duration) {
        *self = *self + rhs;
    }
}

impl Sub for Duration {
    type Output = Duration;

    #[inline]
    #[track_caller]
    fn sub(self, rhs: Duration) -> Duration {
        self.checked_sub(rhs)
            .expect("overflow when subtracting durations")
    }
}

impl SubAssign for Duration {
    #[inline]
    #[track_caller]
    fn sub_assign(&mut self, rhs: Duration) {
        *self = *self - rhs;
    }
}

impl Mul<u32> for Duration {
    type Output = Duration;

    #[inline]
    #[track_caller]
    fn mul(self, rhs: u32) -> Duration {
        self.checked_mul(rhs)
            .expect("overflow when multiplying duration by scalar")
    }
}

impl Mul<Duration> for u32 {
    type Output = Duration;

    #[inline]
    #[track_caller]
    fn mul(self, rhs: Duration) -> Duration {
        rhs * self
    }
}

impl MulAssign<u32> for Duration {
    #[inline]
    #[track_caller]
    fn mul_assign(&mut self, rhs: u32) {
        *self = *self * rhs;
    }
}

impl Div<u32> for Duration {
    type Output = Duration;

    #[inline]
    #[track_caller]
    fn div(self, rhs: u32) -> Duration {
        self.checked_div(rhs)
            .expect("divide by zero error when dividing duration by scalar")
    }
}

impl DivAssign<u32> for Duration {
    #[inline]
    #[track_caller]
    fn div_assign(&mut self, rhs: u32) {
        *self = *self / rhs;
    }
}

impl Sum for Duration {
    fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |total, entry| total + entry)
    }
}

impl<'a> Sum<&'a Duration> for Duration {
    fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |total, entry| total + *entry)
    }
}
