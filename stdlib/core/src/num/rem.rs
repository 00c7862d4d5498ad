//! The exact remainder of floats: the compiler calls these for `%`.

macro_rules! rem {
    ($name:ident $Float:ident $Bits:ident $mantissa_bits:literal $exponent_bits:literal) => {
        /// `x - n * y` for the integer `n` that is `x / y` without its fraction.
        pub fn $name(x: $Float, y: $Float) -> $Float {
            const EXPONENT_MAX: $Bits = (1 << $exponent_bits) - 1;
            const HIDDEN: $Bits = 1 << $mantissa_bits;
            let sign = x.to_bits() & (1 << ($mantissa_bits + $exponent_bits));
            let mut a = x.to_bits() ^ sign;
            let mut b = y.to_bits() & (<$Bits>::MAX >> 1);
            if b == 0 || a >> $mantissa_bits == EXPONENT_MAX || y != y {
                return (x * y) / (x * y);
            }
            if a < b {
                return x;
            }
            if a == b {
                return $Float::from_bits(sign);
            }
            // Numbers `a * 2^a_exponent` and `b * 2^b_exponent` with the hidden one in place.
            let mut a_exponent = (a >> $mantissa_bits) as i32;
            let mut b_exponent = (b >> $mantissa_bits) as i32;
            a &= HIDDEN - 1;
            b &= HIDDEN - 1;
            if a_exponent == 0 {
                let shift = a.leading_zeros() as i32 - $exponent_bits;
                a <<= shift;
                a_exponent = 1 - shift;
            } else {
                a |= HIDDEN;
            }
            if b_exponent == 0 {
                let shift = b.leading_zeros() as i32 - $exponent_bits;
                b <<= shift;
                b_exponent = 1 - shift;
            } else {
                b |= HIDDEN;
            }
            while a_exponent > b_exponent {
                if a >= b {
                    a -= b;
                    if a == 0 {
                        return $Float::from_bits(sign);
                    }
                }
                a <<= 1;
                a_exponent -= 1;
            }
            if a >= b {
                a -= b;
                if a == 0 {
                    return $Float::from_bits(sign);
                }
            }
            let shift = a.leading_zeros() as i32 - $exponent_bits;
            a <<= shift;
            a_exponent -= shift;
            let magnitude = if a_exponent > 0 {
                a - HIDDEN | (a_exponent as $Bits) << $mantissa_bits
            } else {
                a >> (1 - a_exponent)
            };
            $Float::from_bits(magnitude | sign)
        }
    };
}

rem! { f32_rem f32 u32 23 8 }
rem! { f64_rem f64 u64 52 11 }
