//! Arithmetic that panics on overflow in every build.

macro_rules! strict_binary {
    ($ty:ident: $($(#[$doc:meta])* $name:ident $checked:ident($Rhs:ty) $panic:ident;)*) => {
        $(
            $(#[$doc])*
            #[inline]
            #[must_use]
            #[track_caller]
            pub const fn $name(self, rhs: $Rhs) -> $ty {
                match self.$checked(rhs) {
                    Some(value) => value,
                    None => crate::panicking::$panic(),
                }
            }
        )*
    };
}

macro_rules! strict {
    ($ty:ident) => {
        strict_binary! {
            $ty:
            /// The sum; panics if it does not fit.
            strict_add checked_add($ty) panic_const_add_overflow;
            /// The difference; panics if it does not fit.
            strict_sub checked_sub($ty) panic_const_sub_overflow;
            /// The product; panics if it does not fit.
            strict_mul checked_mul($ty) panic_const_mul_overflow;
            /// The power; panics if it does not fit.
            strict_pow checked_pow(u32) panic_const_mul_overflow;
            /// Shifted; panics if the count is too large.
            strict_shl checked_shl(u32) panic_const_shl_overflow;
            /// Shifted; panics if the count is too large.
            strict_shr checked_shr(u32) panic_const_shr_overflow;
        }

        /// The negative; panics if it does not fit.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_neg(self) -> $ty {
            match self.checked_neg() {
                Some(value) => value,
                None => crate::panicking::panic_const_neg_overflow(),
            }
        }

        /// The quotient.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_div(self, rhs: $ty) -> $ty {
            self / rhs
        }

        /// The remainder.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_rem(self, rhs: $ty) -> $ty {
            self % rhs
        }

        /// The quotient of Euclidean division.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_div_euclid(self, rhs: $ty) -> $ty {
            self.div_euclid(rhs)
        }

        /// The remainder of Euclidean division.
        #[inline]
        #[must_use]
        #[track_caller]
        pub const fn strict_rem_euclid(self, rhs: $ty) -> $ty {
            self.rem_euclid(rhs)
        }
    };
}

macro_rules! strict_signed {
    ($ty:ident $unsigned:ident) => {
        strict_binary! {
            $ty:
            /// The sum with an unsigned number; panics if it does not fit.
            strict_add_unsigned checked_add_unsigned($unsigned) panic_const_add_overflow;
            /// The difference with an unsigned number; panics if it does not fit.
            strict_sub_unsigned checked_sub_unsigned($unsigned) panic_const_sub_overflow;
        }
    };
}

macro_rules! strict_unsigned {
    ($ty:ident $signed:ident) => {
        strict_binary! {
            $ty:
            /// The difference with a signed number; panics if it does not fit.
            strict_sub_signed checked_sub_signed($signed) panic_const_sub_overflow;
        }
    };
}

pub(super) use {strict, strict_binary, strict_signed, strict_unsigned};
