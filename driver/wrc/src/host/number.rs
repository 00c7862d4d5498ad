//! Floats as decimal text.
//!
//! Digits come from Rust's own formatting, which has the shortest digits that
//! read back and exact expansions with ties to even; only the layout is
//! JavaScript's.

/// What Rust's formatting accepts as a precision.
const MAX_DIGITS: i32 = u16::MAX as i32;

/// As JavaScript's `String(value)`.
pub fn shortest(value: f64) -> String {
    match special(value) {
        Some(text) => text.to_owned(),
        None => layout(&format!("{value:e}")),
    }
}

/// The shortest digits that read back as an `f32`, laid out the same way.
pub fn shortest_f32(value: f32) -> String {
    match special(value.into()) {
        Some(text) => text.to_owned(),
        None => layout(&format!("{value:e}")),
    }
}

/// Exactly `digits` digits after the point, ties to even.
pub fn fixed(value: f64, digits: i32) -> String {
    let digits = digits.clamp(0, MAX_DIGITS) as usize;
    format!("{value:.digits$}")
}

/// `d.ddde+x` with exactly `digits` digits after the point, ties to even.
pub fn exponential(value: f64, digits: i32) -> String {
    let digits = digits.clamp(0, MAX_DIGITS) as usize;
    let text = format!("{value:.digits$e}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if !exponent.starts_with('-') => {
            format!("{mantissa}e+{exponent}")
        }
        _ => text,
    }
}

fn special(value: f64) -> Option<&'static str> {
    match value {
        value if value.is_nan() => Some("NaN"),
        f64::INFINITY => Some("Infinity"),
        f64::NEG_INFINITY => Some("-Infinity"),
        // Both zeros.
        0.0 => Some("0"),
        _ => None,
    }
}

/// `-1.25e-7` as JavaScript lays it out: without an exponent from `1e-6` up
/// to below `1e21`.
fn layout(scientific: &str) -> String {
    let (sign, rest) = match scientific.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", scientific),
    };
    let (mantissa, exponent) = rest.split_once('e').unwrap_or((rest, "0"));
    let digits = mantissa.replace('.', "");
    // The number is 0.digits * 10^point.
    let point = exponent.parse::<i32>().map_or(0, |exponent| exponent + 1);
    let count = digits.len() as i32;
    if point > 21 || point <= -6 {
        let (first, more) = digits.split_at(1);
        let dot = if more.is_empty() { "" } else { "." };
        let plus = if point > 0 { "+" } else { "" };
        return format!("{sign}{first}{dot}{more}e{plus}{}", point - 1);
    }
    if point <= 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(-point as usize));
    }
    if count <= point {
        return format!("{sign}{digits}{}", "0".repeat((point - count) as usize));
    }
    let (whole, fraction) = digits.split_at(point as usize);
    format!("{sign}{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_is_javascripts() {
        let rows = [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (123456.789, "123456.789"),
            (1e20, "100000000000000000000"),
            (123456789012345680000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (1.5e300, "1.5e+300"),
            (1e-6, "0.000001"),
            (1.25e-6, "0.00000125"),
            (1e-7, "1e-7"),
            (1.25e-7, "1.25e-7"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ];
        for (value, text) in rows {
            assert_eq!(shortest(value), text);
        }
    }

    #[test]
    fn f32_needs_fewer_digits() {
        assert_eq!(shortest_f32(0.1), "0.1");
        assert_eq!(shortest_f32(16777216.0), "16777216");
        assert_eq!(shortest_f32(f32::MIN_POSITIVE), "1.1754944e-38");
        assert_eq!(shortest_f32(f32::MAX), "3.4028235e+38");
    }

    #[test]
    fn fixed_is_exact_and_ties_to_even() {
        assert_eq!(fixed(0.5, 0), "0");
        assert_eq!(fixed(1.5, 0), "2");
        assert_eq!(fixed(2.5, 0), "2");
        assert_eq!(fixed(0.125, 2), "0.12");
        assert_eq!(fixed(0.1, 20), "0.10000000000000000555");
        assert_eq!(fixed(1e21, 1), "1000000000000000000000.0");
        assert_eq!(fixed(0.0, 3), "0.000");
    }

    #[test]
    fn exponential_has_a_sign() {
        assert_eq!(exponential(1234.5, 2), "1.23e+3");
        assert_eq!(exponential(0.00012345, 0), "1e-4");
        assert_eq!(exponential(2.5, 0), "2e+0");
        assert_eq!(exponential(0.0, 2), "0.00e+0");
        assert_eq!(exponential(9.995, 1), "1.0e+1");
    }
}
