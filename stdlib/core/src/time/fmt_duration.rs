//! `{:?}` of a span: its largest unit that is not zero, with the fraction.

use super::{Duration, NANOS_PER_MICRO, NANOS_PER_MILLI, NANOS_PER_SEC};
use crate::fmt::{self, Write};

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if f.sign_plus() { "+" } else { "" };
        if self.secs > 0 {
            fmt_decimal(f, self.secs, self.nanos, NANOS_PER_SEC / 10, prefix, "s")
        } else if self.nanos >= NANOS_PER_MILLI {
            fmt_decimal(
                f,
                (self.nanos / NANOS_PER_MILLI) as u64,
                self.nanos % NANOS_PER_MILLI,
                NANOS_PER_MILLI / 10,
                prefix,
                "ms",
            )
        } else if self.nanos >= NANOS_PER_MICRO {
            fmt_decimal(
                f,
                (self.nanos / NANOS_PER_MICRO) as u64,
                self.nanos % NANOS_PER_MICRO,
                NANOS_PER_MICRO / 10,
                prefix,
                "µs",
            )
        } else {
            fmt_decimal(f, self.nanos as u64, 0, 1, prefix, "ns")
        }
    }
}

/// Writes `integer_part` and `fractional_part`, whose first digit stands for `divisor`, rounded
/// to the precision, if one is given.
fn fmt_decimal(
    f: &mut fmt::Formatter<'_>,
    integer_part: u64,
    fractional_part: u32,
    divisor: u32,
    prefix: &str,
    postfix: &str,
) -> fmt::Result {
    let mut integer = integer_part;
    let mut fraction = fractional_part;
    let mut unit = divisor;
    let mut overflow = false;
    let mut buf = [b'0'; 9];
    let mut pos = 0;
    let wanted = match f.precision() {
        Some(precision) if precision < 9 => precision,
        _ => 9,
    };
    while fraction > 0 && pos < wanted {
        buf[pos] = b'0' + (fraction / unit) as u8;
        fraction %= unit;
        unit /= 10;
        pos += 1;
    }
    if fraction > 0 && fraction >= unit * 5 {
        let is_tie = fraction == unit * 5;
        let last_is_even = if pos > 0 {
            (buf[pos - 1] - b'0') % 2 == 0
        } else {
            integer % 2 == 0
        };
        if !(is_tie && last_is_even) {
            let mut at = pos;
            let mut carry = true;
            while carry && at > 0 {
                at -= 1;
                if buf[at] < b'9' {
                    buf[at] += 1;
                    carry = false;
                } else {
                    buf[at] = b'0';
                }
            }
            if carry {
                let (value, has_overflowed) = integer.overflowing_add(1);
                integer = value;
                overflow = has_overflowed;
            }
        }
    }
    let end = match f.precision() {
        Some(precision) if precision < 9 => precision,
        Some(_) => 9,
        None => pos,
    };
    let default_width = match f.width() {
        None => return write_parts(f, prefix, integer, overflow, &buf[..end], end, postfix),
        Some(width) => width,
    };
    // The text's length, in characters.
    let mut len = prefix.len() + postfix.chars().count();
    len += if overflow {
        20
    } else {
        match integer.checked_ilog10() {
            Some(log) => log as usize + 1,
            None => 1,
        }
    };
    if end > 0 {
        len += 1 + match f.precision() {
            Some(precision) => precision,
            None => end,
        };
    }
    if default_width <= len {
        return write_parts(f, prefix, integer, overflow, &buf[..end], end, postfix);
    }
    let missing = default_width - len;
    let before = match f.align() {
        None | Some(fmt::Alignment::Left) => 0,
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
    };
    let fill = f.fill();
    let mut left = before;
    while left > 0 {
        f.write_char(fill)?;
        left -= 1;
    }
    write_parts(f, prefix, integer, overflow, &buf[..end], end, postfix)?;
    left = missing - before;
    while left > 0 {
        f.write_char(fill)?;
        left -= 1;
    }
    Ok(())
}

/// Writes the parts without padding; missing digits of the fraction are zeros.
fn write_parts(
    f: &mut fmt::Formatter<'_>,
    prefix: &str,
    integer: u64,
    overflow: bool,
    digits: &[u8],
    end: usize,
    postfix: &str,
) -> fmt::Result {
    let precision = f.precision();
    f.write_str(prefix)?;
    if overflow {
        f.write_str("18446744073709551616")?;
    } else {
        write!(f, "{integer}")?;
    }
    if end > 0 {
        let text = unsafe { crate::str::from_utf8_unchecked(digits) };
        let width = match precision {
            Some(precision) => precision,
            None => end,
        };
        write!(f, ".{text:0<width$}")?;
    }
    f.write_str(postfix)
}
