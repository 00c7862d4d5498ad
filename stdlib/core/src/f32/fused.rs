//! Multiplication and addition with one rounding.

/// `x * y + z`, rounded once. The product is exact in double precision; the sum is made odd if it
/// is not exact, so that rounding it to single precision is rounding the exact value.
pub(super) fn fused(x: f32, y: f32, z: f32) -> f32 {
    let product = x as f64 * y as f64;
    let addend = z as f64;
    let sum = product + addend;
    let bits = sum.to_bits();
    if bits & 0x1FFF_FFFF != 0x1000_0000 || !sum.is_finite() {
        return sum as f32;
    }
    // What rounding the sum lost.
    let part = sum - product;
    let error = (product - (sum - part)) + (addend - part);
    if error == 0.0 {
        return sum as f32;
    }
    let is_towards_zero = (error > 0.0) == (sum > 0.0);
    f64::from_bits(if is_towards_zero { bits + 1 } else { bits - 1 }) as f32
}
