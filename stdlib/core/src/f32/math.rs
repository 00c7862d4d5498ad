//! Rounding, powers and the functions of analysis.

use super::fused::fused;
use crate::intrinsics;
use crate::num::f32_math as math;

impl f32 {
    /// The nearest integer not above.
    #[inline(always)]
    #[must_use]
    pub const fn floor(self) -> f32 {
        intrinsics::f32_floor(self)
    }

    /// The nearest integer not below.
    #[inline(always)]
    #[must_use]
    pub const fn ceil(self) -> f32 {
        intrinsics::f32_ceil(self)
    }

    /// The nearest integer; away from zero in the middle.
    #[inline]
    #[must_use]
    pub const fn round(self) -> f32 {
        let whole = intrinsics::f32_trunc(self);
        if intrinsics::f32_fabs(self - whole) >= 0.5 {
            whole + intrinsics::f32_copysign(1.0, self)
        } else {
            whole
        }
    }

    /// The nearest integer; to the even one in the middle.
    #[inline(always)]
    #[must_use]
    pub const fn round_ties_even(self) -> f32 {
        intrinsics::f32_nearest(self)
    }

    /// The integer part.
    #[inline(always)]
    #[must_use]
    pub const fn trunc(self) -> f32 {
        intrinsics::f32_trunc(self)
    }

    /// The fraction.
    #[inline]
    #[must_use]
    pub const fn fract(self) -> f32 {
        self - self.trunc()
    }

    /// `self * a + b`, rounded once.
    #[inline]
    #[must_use]
    pub fn mul_add(self, a: f32, b: f32) -> f32 {
        fused(self, a, b)
    }

    /// The quotient, an integer, whose remainder is not negative.
    #[inline]
    #[must_use]
    pub fn div_euclid(self, rhs: f32) -> f32 {
        let quotient = (self / rhs).trunc();
        if self % rhs < 0.0 {
            return if rhs > 0.0 {
                quotient - 1.0
            } else {
                quotient + 1.0
            };
        }
        quotient
    }

    /// The remainder that is not negative.
    #[inline]
    #[must_use]
    pub fn rem_euclid(self, rhs: f32) -> f32 {
        let rem = self % rhs;
        if rem < 0.0 {
            rem + rhs.abs()
        } else {
            rem
        }
    }

    /// A power with an integer exponent.
    #[inline]
    #[must_use]
    pub fn powi(self, n: i32) -> f32 {
        let mut base = self;
        let mut left = n.unsigned_abs();
        let mut power = 1.0;
        loop {
            if left & 1 == 1 {
                power *= base;
            }
            left >>= 1;
            if left == 0 {
                break;
            }
            base *= base;
        }
        if n < 0 {
            1.0 / power
        } else {
            power
        }
    }

    /// A power.
    #[inline]
    #[must_use]
    pub fn powf(self, n: f32) -> f32 {
        // The host's function knows no exact one of these.
        if self == 1.0 || self == -1.0 && n.is_infinite() {
            return 1.0;
        }
        math::pow(self, n)
    }

    /// The square root.
    #[inline(always)]
    #[must_use]
    pub const fn sqrt(self) -> f32 {
        intrinsics::f32_sqrt(self)
    }

    /// E to this power.
    #[inline]
    #[must_use]
    pub fn exp(self) -> f32 {
        math::exp(self)
    }

    /// 2 to this power.
    #[inline]
    #[must_use]
    pub fn exp2(self) -> f32 {
        math::pow(2.0, self)
    }

    /// The natural logarithm.
    #[inline]
    #[must_use]
    pub fn ln(self) -> f32 {
        math::ln(self)
    }

    /// The logarithm to a base.
    #[inline]
    #[must_use]
    pub fn log(self, base: f32) -> f32 {
        self.ln() / base.ln()
    }

    /// The binary logarithm.
    #[inline]
    #[must_use]
    pub fn log2(self) -> f32 {
        math::log2(self)
    }

    /// The decimal logarithm.
    #[inline]
    #[must_use]
    pub fn log10(self) -> f32 {
        math::log10(self)
    }

    /// The positive difference.
    #[inline]
    #[must_use]
    #[deprecated(note = "you probably meant `(self - other).abs()`")]
    pub fn abs_sub(self, other: f32) -> f32 {
        if self <= other {
            0.0
        } else {
            self - other
        }
    }

    /// The cube root.
    #[inline]
    #[must_use]
    pub fn cbrt(self) -> f32 {
        math::cbrt(self)
    }

    /// The hypotenuse of a right triangle.
    #[inline]
    #[must_use]
    pub fn hypot(self, other: f32) -> f32 {
        math::hypot(self, other)
    }

    /// The sine.
    #[inline]
    #[must_use]
    pub fn sin(self) -> f32 {
        math::sin(self)
    }

    /// The cosine.
    #[inline]
    #[must_use]
    pub fn cos(self) -> f32 {
        math::cos(self)
    }

    /// The tangent.
    #[inline]
    #[must_use]
    pub fn tan(self) -> f32 {
        math::tan(self)
    }

    /// The arcsine.
    #[inline]
    #[must_use]
    pub fn asin(self) -> f32 {
        math::asin(self)
    }

    /// The arccosine.
    #[inline]
    #[must_use]
    pub fn acos(self) -> f32 {
        math::acos(self)
    }

    /// The arctangent.
    #[inline]
    #[must_use]
    pub fn atan(self) -> f32 {
        math::atan(self)
    }

    /// The angle of the point (`other`, `self`).
    #[inline]
    #[must_use]
    pub fn atan2(self, other: f32) -> f32 {
        math::atan2(self, other)
    }

    /// Sine and cosine.
    #[inline]
    pub fn sin_cos(self) -> (f32, f32) {
        (self.sin(), self.cos())
    }

    /// E to this power, minus 1.
    #[inline]
    #[must_use]
    pub fn exp_m1(self) -> f32 {
        math::expm1(self)
    }

    /// The natural logarithm of 1 more.
    #[inline]
    #[must_use]
    pub fn ln_1p(self) -> f32 {
        math::log1p(self)
    }

    /// The hyperbolic sine.
    #[inline]
    #[must_use]
    pub fn sinh(self) -> f32 {
        math::sinh(self)
    }

    /// The hyperbolic cosine.
    #[inline]
    #[must_use]
    pub fn cosh(self) -> f32 {
        math::cosh(self)
    }

    /// The hyperbolic tangent.
    #[inline]
    #[must_use]
    pub fn tanh(self) -> f32 {
        math::tanh(self)
    }

    /// The inverse hyperbolic sine.
    #[must_use]
    pub fn asinh(self) -> f32 {
        let magnitude = self.abs();
        let inverse = 1.0 / magnitude;
        (magnitude + magnitude / (f32::hypot(1.0, inverse) + inverse))
            .ln_1p()
            .copysign(self)
    }

    /// The inverse hyperbolic cosine.
    #[must_use]
    pub fn acosh(self) -> f32 {
        if self < 1.0 {
            f32::NAN
        } else {
            (self + (self - 1.0).sqrt() * (self + 1.0).sqrt()).ln()
        }
    }

    /// The inverse hyperbolic tangent.
    #[must_use]
    pub fn atanh(self) -> f32 {
        let magnitude = self.abs();
        (0.5 * (2.0 * magnitude / (1.0 - magnitude)).ln_1p()).copysign(self)
    }
}
