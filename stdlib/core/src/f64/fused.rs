//! Multiplication and addition with one rounding.

/// A number as `mantissa * 2^exponent`.
fn parts(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let field = (bits >> 52) as i32 & 0x7FF;
    let mantissa = bits & ((1 << 52) - 1);
    if field == 0 {
        (mantissa, -1074)
    } else {
        (mantissa | 1 << 52, field - 1075)
    }
}

/// `value * 2^exponent` rounded to even; `value` may have a lowest bit that stands for a rest.
fn round(value: u128, exponent: i32, is_negative: bool) -> f64 {
    let sign = (is_negative as u64) << 63;
    if value == 0 {
        return f64::from_bits(sign);
    }
    let width = 128 - value.leading_zeros() as i32;
    let mut drop = width - 53;
    if exponent + drop < -1074 {
        drop = -1074 - exponent;
    }
    let mut low = exponent + drop;
    let mantissa = if drop <= 0 {
        low = exponent + drop;
        (value << -drop as u32) as u64
    } else if drop > width {
        0
    } else {
        let kept = if drop == 128 { 0 } else { value >> drop as u32 };
        let half = 1 << (drop - 1) as u32;
        let rest = value & (half | (half - 1));
        kept as u64 + (rest > half || rest == half && kept & 1 == 1) as u64
    };
    let field = (low + 1074) as u64;
    if field >= 2046 {
        return f64::from_bits(sign | 0x7FF << 52);
    }
    f64::from_bits(sign | ((field << 52) + mantissa))
}

/// `x * y + z`, rounded once.
pub(super) fn fused(x: f64, y: f64, z: f64) -> f64 {
    let product = x * y;
    if !(x.is_finite() && y.is_finite() && z.is_finite()) || x == 0.0 || y == 0.0 {
        return product + z;
    }
    if z == 0.0 && product != 0.0 && product.abs() > 1e-290 {
        return product;
    }
    let (x_mantissa, x_exponent) = parts(x);
    let (y_mantissa, y_exponent) = parts(y);
    let (z_mantissa, z_exponent) = parts(z);
    let is_negative = x.is_sign_negative() != y.is_sign_negative();
    let mut a = x_mantissa as u128 * y_mantissa as u128;
    let mut exponent = x_exponent + y_exponent;
    let mut b = z_mantissa as u128;
    let is_sum = is_negative == z.is_sign_negative();
    // Both to the same exponent; what falls off at the right stays as a lowest bit.
    let mut distance = z_exponent - exponent;
    if b == 0 {
        distance = 0;
    }
    if distance > 0 {
        let room = b.leading_zeros() as i32 - 2;
        let up = if distance < room { distance } else { room };
        b <<= up as u32;
        exponent += distance - up;
        a = shifted_right(a, distance - up);
    } else if distance < 0 {
        let room = a.leading_zeros() as i32 - 2;
        let up = if -distance < room { -distance } else { room };
        a <<= up as u32;
        exponent -= up;
        b = shifted_right(b, -distance - up);
    }
    if is_sum {
        return round(a + b, exponent, is_negative);
    }
    if a == b {
        return 0.0;
    }
    if a > b {
        round(a - b, exponent, is_negative)
    } else {
        round(b - a, exponent, !is_negative)
    }
}

/// `value >> count`, with the lowest bit set if anything fell off.
fn shifted_right(value: u128, count: i32) -> u128 {
    if count >= 128 {
        return (value != 0) as u128;
    }
    let kept = value >> count as u32;
    kept | (kept << count as u32 != value) as u128
}
