//! Rounding, powers and the functions of analysis.

use super::fused::fused;
use crate::intrinsics;
use crate::num::f64_math as math;

impl f64 {
    /// The nearest integer not above.
    #[inline(always)]
    #[must_use]
    pub const fn floor(self) -> f64 {
        intrinsics::f64_floor(self)
    }

    /// The nearest integer not below.
    #[inline(always)]
    #[must_use]
    pub const fn ceil(self) -> f64 {
        intrinsics::f64_ceil(self)
    }

    /// The nearest integer; away from zero in the middle.
    #[inline]
    #[must_use]
    pub const fn round(self) -> f64 {
        let whole = intrinsics::f64_trunc(self);
        if intrinsics::f64_fabs(self - whole) >= 0.5 {
            whole + intrinsics::f64_copysign(1.0, self)
        } else {
            whole
        }
    }

    /// The nearest integer; to the even one in the middle.
    #[inline(always)]
    #[must_use]
    pub const fn round_ties_even(self) -> f64 {
        intrinsics::f64_nearest(self)
    }

    /// The integer part.
    #[inline(always)]
    #[must_use]
    pub const fn trunc(self) -> f64 {
        intrinsics::f64_trunc(self)
    }

    /// The fraction.
    #[inline]
    #[must_use]
    pub const fn fract(self) -> f64 {
        self - self.trunc()
    }

    /// `self * a + b`, rounded once.
    #[inline]
    #[must_use]
    pub fn mul_add(self, a: f64, b: f64) -> f64 {
        fused(self, a, b)
    }

    /// The quotient, an integer, whose remainder is not negative.
    #[inline]
    #[must_use]
    pub fn div_euclid(self, rhs: f64) -> f64 {
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
    pub fn rem_euclid(self, rhs: f64) -> f64 {
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
    pub fn powi(self, n: i32) -> f64 {
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
    pub fn powf(self, n: f64) -> f64 {
        // The host's function knows no exact one of these.
        if self == 1.0 || self == -1.0 && n.is_infinite() {
            return 1.0;
        }
        math::pow(self, n)
    }

    /// The square root.
    #[inline(always)]
    #[must_use]
    pub const fn sqrt(self) -> f64 {
        intrinsics::f64_sqrt(self)
    }

    /// E to this power.
    #[inline]
    #[must_use]
    pub fn exp(self) -> f64 {
        math::exp(self)
    }

    /// 2 to this power.
    #[inline]
    #[must_use]
    pub fn exp2(self) -> f64 {
        math::pow(2.0, self)
    }

    /// The natural logarithm.
    #[inline]
    #[must_use]
    pub fn ln(self) -> f64 {
        math::ln(self)
    }

    /// The logarithm to a base.
    #[inline]
    #[must_use]
    pub fn log(self, base: f64) -> f64 {
        self.ln() / base.ln()
    }

    /// The binary logarithm.
    #[inline]
    #[must_use]
    pub fn log2(self) -> f64 {
        math::log2(self)
    }

    /// The decimal logarithm.
    #[inline]
    #[must_use]
    pub fn log10(self) -> f64 {
        math::log10(self)
    }

    /// The positive difference.
    #[inline]
    #[must_use]
    #[deprecated(note = "you probably meant `(self - other).abs()`")]
    pub fn abs_sub(self, other: f64) -> f64 {
        if self <= other {
            0.0
        } else {
            self - other
        }
    }

    /// The cube root.
    #[inline]
    #[must_use]
    pub fn cbrt(self) -> f64 {
        math::cbrt(self)
    }

    /// The hypotenuse of a right triangle.
    #[inline]
    #[must_use]
    pub fn hypot(self, other: f64) -> f64 {
        math::hypot(self, other)
    }

    /// The sine.
    #[inline]
    #[must_use]
    pub fn sin(self) -> f64 {
        math::sin(self)
    }

    /// The cosine.
    #[inline]
    #[must_use]
    pub fn cos(self) -> f64 {
        math::cos(self)
    }

    /// The tangent.
    #[inline]
    #[must_use]
    pub fn tan(self) -> f64 {
        math::tan(self)
    }

    /// The arcsine.
    #[inline]
    #[must_use]
    pub fn asin(self) -> f64 {
        math::asin(self)
    }

    /// The arccosine.
    #[inline]
    #[must_use]
    pub fn acos(self) -> f64 {
        math::acos(self)
    }

    /// The arctangent.
    #[inline]
    #[must_use]
    pub fn atan(self) -> f64 {
        math::atan(self)
    }

    /// The angle of the point (`other`, `self`).
    #[inline]
    #[must_use]
    pub fn atan2(self, other: f64) -> f64 {
        math::atan2(self, other)
    }

    /// Sine and cosine.
    #[inline]
    pub fn sin_cos(self) -> (f64, f64) {
        (self.sin(), self.cos())
    }

    /// E to this power, minus 1.
    #[inline]
    #[must_use]
    pub fn exp_m1(self) -> f64 {
        math::expm1(self)
    }

    /// The natural logarithm of 1 more.
    #[inline]
    #[must_use]
    pub fn ln_1p(self) -> f64 {
        math::log1p(self)
    }

    /// The hyperbolic sine.
    #[inline]
    #[must_use]
    pub fn sinh(self) -> f64 {
        math::sinh(self)
    }

    /// The hyperbolic cosine.
    #[inline]
    #[must_use]
    pub fn cosh(self) -> f64 {
        math::cosh(self)
    }

    /// The hyperbolic tangent.
    #[inline]
    #[must_use]
    pub fn tanh(self) -> f64 {
        math::tanh(self)
    }

    /// The inverse hyperbolic sine.
    #[must_use]
    pub fn asinh(self) -> f64 {
        let magnitude = self.abs();
        let inverse = 1.0 / magnitude;
        (magnitude + magnitude / (f64::hypot(1.0, inverse) + inverse))
            .ln_1p()
            .copysign(self)
    }

    /// The inverse hyperbolic cosine.
    #[must_use]
    pub fn acosh(self) -> f64 {
        if self < 1.0 {
            f64::NAN
        } else {
            (self + (self - 1.0).sqrt() * (self + 1.0).sqrt()).ln()
        }
    }

    /// The inverse hyperbolic tangent.
    #[must_use]
    pub fn atanh(self) -> f64 {
        let magnitude = self.abs();
        (0.5 * (2.0 * magnitude / (1.0 - magnitude)).ln_1p()).copysign(self)
    }
}
