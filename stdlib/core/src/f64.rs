//! `f64`: its constants and methods.

mod fused;
mod math;

use crate::convert::FloatToInt;
use crate::intrinsics;
use crate::num::FpCategory;

/// The base.
pub const RADIX: u32 = 2;
/// The number of digits in base two.
pub const MANTISSA_DIGITS: u32 = f64::MANTISSA_DIGITS;
/// The number of decimal digits that survive.
pub const DIGITS: u32 = f64::DIGITS;
/// The distance from 1 to the next number.
pub const EPSILON: f64 = f64::EPSILON;
/// The smallest finite number.
pub const MIN: f64 = f64::MIN;
/// The smallest positive normal number.
pub const MIN_POSITIVE: f64 = f64::MIN_POSITIVE;
/// The largest finite number.
pub const MAX: f64 = f64::MAX;
/// One more than the smallest exponent of a normal number.
pub const MIN_EXP: i32 = f64::MIN_EXP;
/// One more than the largest exponent.
pub const MAX_EXP: i32 = f64::MAX_EXP;
/// The smallest power of ten that is normal.
pub const MIN_10_EXP: i32 = f64::MIN_10_EXP;
/// The largest power of ten.
pub const MAX_10_EXP: i32 = f64::MAX_10_EXP;
/// Not a number.
pub const NAN: f64 = f64::NAN;
/// Infinity.
pub const INFINITY: f64 = f64::INFINITY;
/// Negative infinity.
pub const NEG_INFINITY: f64 = f64::NEG_INFINITY;

pub mod consts {
    //! Numbers of mathematics.

    macro_rules! consts {
        ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
            $(
                $(#[$doc])*
                pub const $name: f64 = $value;
            )*
        };
    }

    consts! {
        /// The circumference of a circle of diameter 1.
        PI = 3.14159265358979323846264338327950288;
        /// The circumference of a circle of radius 1.
        TAU = 6.28318530717958647692528676655900577;
        /// The golden ratio.
        GOLDEN_RATIO = 1.618033988749894848204586834365638118;
        /// Euler's constant.
        EULER_GAMMA = 0.577215664901532860606512090082402431;
        /// PI / 2.
        FRAC_PI_2 = 1.57079632679489661923132169163975144;
        /// PI / 3.
        FRAC_PI_3 = 1.04719755119659774615421446109316763;
        /// PI / 4.
        FRAC_PI_4 = 0.785398163397448309615660845819875721;
        /// PI / 6.
        FRAC_PI_6 = 0.52359877559829887307710723054658381;
        /// PI / 8.
        FRAC_PI_8 = 0.39269908169872415480783042290993786;
        /// 1 / PI.
        FRAC_1_PI = 0.318309886183790671537767526745028724;
        /// 1 / sqrt(PI).
        FRAC_1_SQRT_PI = 0.564189583547756286948079451560772586;
        /// 2 / PI.
        FRAC_2_PI = 0.636619772367581343075535053490057448;
        /// 2 / sqrt(PI).
        FRAC_2_SQRT_PI = 1.12837916709551257389615890312154517;
        /// sqrt(2).
        SQRT_2 = 1.41421356237309504880168872420969808;
        /// 1 / sqrt(2).
        FRAC_1_SQRT_2 = 0.707106781186547524400844362104849039;
        /// sqrt(3).
        SQRT_3 = 1.732050807568877293527446341505872367;
        /// 1 / sqrt(3).
        FRAC_1_SQRT_3 = 0.577350269189625764509148780501957456;
        /// The base of the natural logarithm.
        E = 2.71828182845904523536028747135266250;
        /// The binary logarithm of E.
        LOG2_E = 1.44269504088896340735992468100189214;
        /// The binary logarithm of 10.
        LOG2_10 = 3.32192809488736234787031942948939018;
        /// The decimal logarithm of E.
        LOG10_E = 0.434294481903251827651128918916605082;
        /// The decimal logarithm of 2.
        LOG10_2 = 0.301029995663981195213738894724493027;
        /// The natural logarithm of 2.
        LN_2 = 0.693147180559945309417232121458176568;
        /// The natural logarithm of 10.
        LN_10 = 2.30258509299404568401799145468436421;
    }
}

const SIGN: u64 = 1 << (64 - 1);
const EXPONENT: u64 = 0x7FF0_0000_0000_0000;

impl f64 {
    /// The base.
    pub const RADIX: u32 = 2;
    /// The number of digits in base two.
    pub const MANTISSA_DIGITS: u32 = 53;
    /// The number of decimal digits that survive.
    pub const DIGITS: u32 = 15;
    /// The distance from 1 to the next number.
    pub const EPSILON: f64 = 2.2204460492503131e-16;
    /// The smallest finite number.
    pub const MIN: f64 = -1.7976931348623157e+308;
    /// The smallest positive normal number.
    pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308;
    /// The largest finite number.
    pub const MAX: f64 = 1.7976931348623157e+308;
    /// One more than the smallest exponent of a normal number.
    pub const MIN_EXP: i32 = -1021;
    /// One more than the largest exponent.
    pub const MAX_EXP: i32 = 1024;
    /// The smallest power of ten that is normal.
    pub const MIN_10_EXP: i32 = -307;
    /// The largest power of ten.
    pub const MAX_10_EXP: i32 = 308;
    /// Not a number.
    pub const NAN: f64 = f64::from_bits(0x7FF8_0000_0000_0000);
    /// Infinity.
    pub const INFINITY: f64 = 1.0_f64 / 0.0_f64;
    /// Negative infinity.
    pub const NEG_INFINITY: f64 = -1.0_f64 / 0.0_f64;

    /// Whether it is not a number.
    #[inline(always)]
    #[must_use]
    pub const fn is_nan(self) -> bool {
        self != self
    }

    /// Whether it is infinite.
    #[inline]
    #[must_use]
    pub const fn is_infinite(self) -> bool {
        self == f64::INFINITY || self == f64::NEG_INFINITY
    }

    /// Whether it is neither infinite nor NaN.
    #[inline]
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.abs() < f64::INFINITY
    }

    /// Whether it is so small that the precision is lower.
    #[inline]
    #[must_use]
    pub const fn is_subnormal(self) -> bool {
        matches!(self.classify(), FpCategory::Subnormal)
    }

    /// Whether it is neither zero, subnormal, infinite nor NaN.
    #[inline]
    #[must_use]
    pub const fn is_normal(self) -> bool {
        matches!(self.classify(), FpCategory::Normal)
    }

    /// What kind of number it is.
    #[must_use]
    pub const fn classify(self) -> FpCategory {
        let bits = self.to_bits() & !SIGN;
        if bits > EXPONENT {
            FpCategory::Nan
        } else if bits == EXPONENT {
            FpCategory::Infinite
        } else if bits & EXPONENT != 0 {
            FpCategory::Normal
        } else if bits != 0 {
            FpCategory::Subnormal
        } else {
            FpCategory::Zero
        }
    }

    /// Whether the sign is plus.
    #[inline]
    #[must_use]
    pub const fn is_sign_positive(self) -> bool {
        !self.is_sign_negative()
    }

    /// Whether the sign is minus.
    #[inline]
    #[must_use]
    pub const fn is_sign_negative(self) -> bool {
        self.to_bits() & SIGN != 0
    }

    /// The next larger number.
    #[must_use]
    pub const fn next_up(self) -> f64 {
        let bits = self.to_bits();
        if self.is_nan() || bits == EXPONENT {
            return self;
        }
        let magnitude = bits & !SIGN;
        f64::from_bits(if magnitude == 0 {
            1
        } else if bits == magnitude {
            bits + 1
        } else {
            bits - 1
        })
    }

    /// The next smaller number.
    #[must_use]
    pub const fn next_down(self) -> f64 {
        let bits = self.to_bits();
        if self.is_nan() || bits == EXPONENT | SIGN {
            return self;
        }
        let magnitude = bits & !SIGN;
        f64::from_bits(if magnitude == 0 {
            SIGN | 1
        } else if bits == magnitude {
            bits - 1
        } else {
            bits + 1
        })
    }

    /// 1 divided by it.
    #[inline]
    #[must_use]
    pub const fn recip(self) -> f64 {
        1.0 / self
    }

    /// Radians to degrees.
    #[inline]
    #[must_use]
    pub const fn to_degrees(self) -> f64 {
        self * (180.0 / consts::PI)
    }

    /// Degrees to radians.
    #[inline]
    #[must_use]
    pub const fn to_radians(self) -> f64 {
        self * (consts::PI / 180.0)
    }

    /// The larger; a NaN loses.
    #[inline]
    #[must_use]
    pub const fn max(self, other: f64) -> f64 {
        if self != self {
            other
        } else if other != other {
            self
        } else {
            intrinsics::f64_max(self, other)
        }
    }

    /// The smaller; a NaN loses.
    #[inline]
    #[must_use]
    pub const fn min(self, other: f64) -> f64 {
        if self != self {
            other
        } else if other != other {
            self
        } else {
            intrinsics::f64_min(self, other)
        }
    }

    /// The larger; a NaN wins.
    #[inline]
    #[must_use]
    pub const fn maximum(self, other: f64) -> f64 {
        intrinsics::f64_max(self, other)
    }

    /// The smaller; a NaN wins.
    #[inline]
    #[must_use]
    pub const fn minimum(self, other: f64) -> f64 {
        intrinsics::f64_min(self, other)
    }

    /// The mean.
    #[inline]
    #[must_use]
    pub const fn midpoint(self, other: f64) -> f64 {
        let low = f64::MIN_POSITIVE * 2.0;
        let high = f64::MAX / 2.0;
        let a = self.abs();
        let b = other.abs();
        if a <= high && b <= high {
            (self + other) / 2.0
        } else if a < low {
            self + other / 2.0
        } else if b < low {
            self / 2.0 + other
        } else {
            self / 2.0 + other / 2.0
        }
    }

    /// The number as an integer, which it must fit.
    #[inline]
    #[must_use]
    pub unsafe fn to_int_unchecked<Int>(self) -> Int
    where
        f64: FloatToInt<Int>,
    {
        unsafe { FloatToInt::<Int>::to_int_unchecked(self) }
    }

    /// The bits.
    #[inline(always)]
    #[must_use]
    pub const fn to_bits(self) -> u64 {
        intrinsics::transmute(self)
    }

    /// From bits.
    #[inline(always)]
    #[must_use]
    pub const fn from_bits(v: u64) -> f64 {
        intrinsics::transmute(v)
    }

    /// The bytes, highest first.
    #[inline]
    #[must_use]
    pub const fn to_be_bytes(self) -> [u8; 8] {
        self.to_bits().to_be_bytes()
    }

    /// The bytes, lowest first.
    #[inline]
    #[must_use]
    pub const fn to_le_bytes(self) -> [u8; 8] {
        self.to_bits().to_le_bytes()
    }

    /// The bytes in the target's order.
    #[inline]
    #[must_use]
    pub const fn to_ne_bytes(self) -> [u8; 8] {
        self.to_bits().to_ne_bytes()
    }

    /// From bytes, highest first.
    #[inline]
    #[must_use]
    pub const fn from_be_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_be_bytes(bytes))
    }

    /// From bytes, lowest first.
    #[inline]
    #[must_use]
    pub const fn from_le_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_le_bytes(bytes))
    }

    /// From bytes in the target's order.
    #[inline]
    #[must_use]
    pub const fn from_ne_bytes(bytes: [u8; 8]) -> f64 {
        f64::from_bits(u64::from_ne_bytes(bytes))
    }

    /// Compares so that every number, each zero and each NaN has its place.
    #[inline]
    #[must_use]
    pub fn total_cmp(&self, other: &f64) -> crate::cmp::Ordering {
        let mut left = self.to_bits() as i64;
        let mut right = other.to_bits() as i64;
        left ^= ((left >> (64 - 1)) as u64 >> 1) as i64;
        right ^= ((right >> (64 - 1)) as u64 >> 1) as i64;
        left.cmp(&right)
    }

    /// The nearest number in `min..=max`.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn clamp(self, min: f64, max: f64) -> f64 {
        if !(min <= max) {
            clamp_failed(min, max);
        }
        let mut value = self;
        if value < min {
            value = min;
        }
        if value > max {
            value = max;
        }
        value
    }

    /// The magnitude.
    #[inline(always)]
    #[must_use]
    pub const fn abs(self) -> f64 {
        intrinsics::f64_fabs(self)
    }

    /// 1 with the sign; NaN for NaN.
    #[inline]
    #[must_use]
    pub const fn signum(self) -> f64 {
        if self.is_nan() {
            f64::NAN
        } else {
            intrinsics::f64_copysign(1.0, self)
        }
    }

    /// The magnitude with the sign of `sign`.
    #[inline(always)]
    #[must_use]
    pub const fn copysign(self, sign: f64) -> f64 {
        intrinsics::f64_copysign(self, sign)
    }
}

#[cold]
#[inline(never)]
#[track_caller]
#[rustc_do_not_const_check]
const fn clamp_failed(min: f64, max: f64) -> ! {
    panic!("min > max, or either was NaN. min = {min:?}, max = {max:?}")
}
