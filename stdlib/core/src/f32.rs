//! `f32`: its constants and methods.

mod fused;
mod math;

use crate::convert::FloatToInt;
use crate::intrinsics;
use crate::num::FpCategory;

/// The base.
pub const RADIX: u32 = 2;
/// The number of digits in base two.
pub const MANTISSA_DIGITS: u32 = f32::MANTISSA_DIGITS;
/// The number of decimal digits that survive.
pub const DIGITS: u32 = f32::DIGITS;
/// The distance from 1 to the next number.
pub const EPSILON: f32 = f32::EPSILON;
/// The smallest finite number.
pub const MIN: f32 = f32::MIN;
/// The smallest positive normal number.
pub const MIN_POSITIVE: f32 = f32::MIN_POSITIVE;
/// The largest finite number.
pub const MAX: f32 = f32::MAX;
/// One more than the smallest exponent of a normal number.
pub const MIN_EXP: i32 = f32::MIN_EXP;
/// One more than the largest exponent.
pub const MAX_EXP: i32 = f32::MAX_EXP;
/// The smallest power of ten that is normal.
pub const MIN_10_EXP: i32 = f32::MIN_10_EXP;
/// The largest power of ten.
pub const MAX_10_EXP: i32 = f32::MAX_10_EXP;
/// Not a number.
pub const NAN: f32 = f32::NAN;
/// Infinity.
pub const INFINITY: f32 = f32::INFINITY;
/// Negative infinity.
pub const NEG_INFINITY: f32 = f32::NEG_INFINITY;

pub mod consts {
    //! Numbers of mathematics.

    macro_rules! consts {
        ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
            $(
                $(#[$doc])*
                pub const $name: f32 = $value;
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

const SIGN: u32 = 1 << (32 - 1);
const EXPONENT: u32 = 0x7F80_0000;

impl f32 {
    /// The base.
    pub const RADIX: u32 = 2;
    /// The number of digits in base two.
    pub const MANTISSA_DIGITS: u32 = 24;
    /// The number of decimal digits that survive.
    pub const DIGITS: u32 = 6;
    /// The distance from 1 to the next number.
    pub const EPSILON: f32 = 1.1920929e-07;
    /// The smallest finite number.
    pub const MIN: f32 = -3.40282347e+38;
    /// The smallest positive normal number.
    pub const MIN_POSITIVE: f32 = 1.17549435e-38;
    /// The largest finite number.
    pub const MAX: f32 = 3.40282347e+38;
    /// One more than the smallest exponent of a normal number.
    pub const MIN_EXP: i32 = -125;
    /// One more than the largest exponent.
    pub const MAX_EXP: i32 = 128;
    /// The smallest power of ten that is normal.
    pub const MIN_10_EXP: i32 = -37;
    /// The largest power of ten.
    pub const MAX_10_EXP: i32 = 38;
    /// Not a number.
    pub const NAN: f32 = f32::from_bits(0x7FC0_0000);
    /// Infinity.
    pub const INFINITY: f32 = 1.0_f32 / 0.0_f32;
    /// Negative infinity.
    pub const NEG_INFINITY: f32 = -1.0_f32 / 0.0_f32;

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
        self == f32::INFINITY || self == f32::NEG_INFINITY
    }

    /// Whether it is neither infinite nor NaN.
    #[inline]
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.abs() < f32::INFINITY
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
    pub const fn next_up(self) -> f32 {
        let bits = self.to_bits();
        if self.is_nan() || bits == EXPONENT {
            return self;
        }
        let magnitude = bits & !SIGN;
        f32::from_bits(if magnitude == 0 {
            1
        } else if bits == magnitude {
            bits + 1
        } else {
            bits - 1
        })
    }

    /// The next smaller number.
    #[must_use]
    pub const fn next_down(self) -> f32 {
        let bits = self.to_bits();
        if self.is_nan() || bits == EXPONENT | SIGN {
            return self;
        }
        let magnitude = bits & !SIGN;
        f32::from_bits(if magnitude == 0 {
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
    pub const fn recip(self) -> f32 {
        1.0 / self
    }

    /// Radians to degrees.
    #[inline]
    #[must_use]
    pub const fn to_degrees(self) -> f32 {
        self * 57.2957795130823208767981548141051703
    }

    /// Degrees to radians.
    #[inline]
    #[must_use]
    pub const fn to_radians(self) -> f32 {
        self * (consts::PI / 180.0)
    }

    /// The larger; a NaN loses.
    #[inline]
    #[must_use]
    pub const fn max(self, other: f32) -> f32 {
        if self != self {
            other
        } else if other != other {
            self
        } else {
            intrinsics::f32_max(self, other)
        }
    }

    /// The smaller; a NaN loses.
    #[inline]
    #[must_use]
    pub const fn min(self, other: f32) -> f32 {
        if self != self {
            other
        } else if other != other {
            self
        } else {
            intrinsics::f32_min(self, other)
        }
    }

    /// The larger; a NaN wins.
    #[inline]
    #[must_use]
    pub const fn maximum(self, other: f32) -> f32 {
        intrinsics::f32_max(self, other)
    }

    /// The smaller; a NaN wins.
    #[inline]
    #[must_use]
    pub const fn minimum(self, other: f32) -> f32 {
        intrinsics::f32_min(self, other)
    }

    /// The mean.
    #[inline]
    #[must_use]
    pub const fn midpoint(self, other: f32) -> f32 {
        ((self as f64 + other as f64) / 2.0) as f32
    }

    /// The number as an integer, which it must fit.
    #[inline]
    #[must_use]
    pub unsafe fn to_int_unchecked<Int>(self) -> Int
    where
        f32: FloatToInt<Int>,
    {
        unsafe { FloatToInt::<Int>::to_int_unchecked(self) }
    }

    /// The bits.
    #[inline(always)]
    #[must_use]
    pub const fn to_bits(self) -> u32 {
        intrinsics::transmute(self)
    }

    /// From bits.
    #[inline(always)]
    #[must_use]
    pub const fn from_bits(v: u32) -> f32 {
        intrinsics::transmute(v)
    }

    /// The bytes, highest first.
    #[inline]
    #[must_use]
    pub const fn to_be_bytes(self) -> [u8; 4] {
        self.to_bits().to_be_bytes()
    }

    /// The bytes, lowest first.
    #[inline]
    #[must_use]
    pub const fn to_le_bytes(self) -> [u8; 4] {
        self.to_bits().to_le_bytes()
    }

    /// The bytes in the target's order.
    #[inline]
    #[must_use]
    pub const fn to_ne_bytes(self) -> [u8; 4] {
        self.to_bits().to_ne_bytes()
    }

    /// From bytes, highest first.
    #[inline]
    #[must_use]
    pub const fn from_be_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_be_bytes(bytes))
    }

    /// From bytes, lowest first.
    #[inline]
    #[must_use]
    pub const fn from_le_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_le_bytes(bytes))
    }

    /// From bytes in the target's order.
    #[inline]
    #[must_use]
    pub const fn from_ne_bytes(bytes: [u8; 4]) -> f32 {
        f32::from_bits(u32::from_ne_bytes(bytes))
    }

    /// Compares so that every number, each zero and each NaN has its place.
    #[inline]
    #[must_use]
    pub fn total_cmp(&self, other: &f32) -> crate::cmp::Ordering {
        let mut left = self.to_bits() as i32;
        let mut right = other.to_bits() as i32;
        left ^= ((left >> (32 - 1)) as u32 >> 1) as i32;
        right ^= ((right >> (32 - 1)) as u32 >> 1) as i32;
        left.cmp(&right)
    }

    /// The nearest number in `min..=max`.
    #[inline]
    #[must_use]
    #[track_caller]
    pub const fn clamp(self, min: f32, max: f32) -> f32 {
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
    pub const fn abs(self) -> f32 {
        intrinsics::f32_fabs(self)
    }

    /// 1 with the sign; NaN for NaN.
    #[inline]
    #[must_use]
    pub const fn signum(self) -> f32 {
        if self.is_nan() {
            f32::NAN
        } else {
            intrinsics::f32_copysign(1.0, self)
        }
    }

    /// The magnitude with the sign of `sign`.
    #[inline(always)]
    #[must_use]
    pub const fn copysign(self, sign: f32) -> f32 {
        intrinsics::f32_copysign(self, sign)
    }
}

#[cold]
#[inline(never)]
#[track_caller]
#[rustc_do_not_const_check]
const fn clamp_failed(min: f32, max: f32) -> ! {
    panic!("min > max, or either was NaN. min = {min:?}, max = {max:?}")
}
