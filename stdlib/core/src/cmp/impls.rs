//! Comparison of the primitive types and of references.

use super::Ordering::{self, Equal, Greater, Less};
use crate::marker::PointeeSized;

macro_rules! partial_eq_items {
    () => {
        #[inline(always)]
        fn eq(&self, other: &Self) -> bool {
            *self == *other
        }

        #[inline(always)]
        fn ne(&self, other: &Self) -> bool {
            *self != *other
        }
    };
}

macro_rules! partial_eq {
    ($($ty:ident)*) => {
        $(impl PartialEq for $ty { partial_eq_items! {} })*
    };
}

partial_eq! { bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

macro_rules! eq {
    ($($ty:ty)*) => {
        $(impl Eq for $ty {})*
    };
}

eq! { () bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Eq for ! {}

/// The operators, straight from the language.
macro_rules! operators {
    () => {
        #[inline(always)]
        fn lt(&self, other: &Self) -> bool {
            *self < *other
        }

        #[inline(always)]
        fn le(&self, other: &Self) -> bool {
            *self <= *other
        }

        #[inline(always)]
        fn gt(&self, other: &Self) -> bool {
            *self > *other
        }

        #[inline(always)]
        fn ge(&self, other: &Self) -> bool {
            *self >= *other
        }
    };
}

macro_rules! partial_ord_float {
    ($($ty:ty)*) => {
        $(
            impl PartialOrd for $ty {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    if *self < *other {
                        Some(Less)
                    } else if *self == *other {
                        Some(Equal)
                    } else if *self > *other {
                        Some(Greater)
                    } else {
                        None
                    }
                }

                operators! {}
            }
        )*
    };
}

partial_ord_float! { f32 f64 }

macro_rules! partial_ord_items {
    () => {
        #[inline]
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }

        operators! {}
    };
}

macro_rules! ord_items {
    () => {
        #[inline]
        fn cmp(&self, other: &Self) -> Ordering {
            if *self < *other {
                Less
            } else if *self == *other {
                Equal
            } else {
                Greater
            }
        }

        #[inline(always)]
        fn max(self, other: Self) -> Self {
            if other < self { self } else { other }
        }

        #[inline(always)]
        fn min(self, other: Self) -> Self {
            if other < self { other } else { self }
        }
    };
}

macro_rules! ord {
    ($($ty:ident)*) => {
        $(
            impl PartialOrd for $ty { partial_ord_items! {} }
            impl Ord for $ty { ord_items! {} }
        )*
    };
}

ord! { bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl PartialEq for () {
    #[inline(always)]
    fn eq(&self, _other: &()) -> bool {
        true
    }
}

impl PartialOrd for () {
    #[inline]
    fn partial_cmp(&self, _other: &()) -> Option<Ordering> {
        Some(Equal)
    }
}

impl Ord for () {
    #[inline]
    fn cmp(&self, _other: &()) -> Ordering {
        Equal
    }
}

impl PartialEq for ! {
    #[inline]
    fn eq(&self, _other: &!) -> bool {
        *self
    }
}

impl PartialOrd for ! {
    #[inline]
    fn partial_cmp(&self, _other: &!) -> Option<Ordering> {
        *self
    }
}

impl Ord for ! {
    #[inline]
    fn cmp(&self, _other: &!) -> Ordering {
        *self
    }
}

macro_rules! references {
    ($(($($Lhs:tt)+) ($($Rhs:tt)+);)*) => {
        $(
            impl<A: PointeeSized, B: PointeeSized> PartialEq<$($Rhs)+ B> for $($Lhs)+ A
            where
                A: PartialEq<B>,
            {
                #[inline(always)]
                fn eq(&self, other: &$($Rhs)+ B) -> bool {
                    PartialEq::eq(&**self, &**other)
                }

                #[inline(always)]
                fn ne(&self, other: &$($Rhs)+ B) -> bool {
                    PartialEq::ne(&**self, &**other)
                }
            }
        )*
    };
}

references! {
    (&) (&);
    (&mut) (&mut);
    (&) (&mut);
    (&mut) (&);
}

macro_rules! ordered_references {
    ($(($($Ref:tt)+))*) => {
        $(
            impl<A: PointeeSized, B: PointeeSized> PartialOrd<$($Ref)+ B> for $($Ref)+ A
            where
                A: PartialOrd<B>,
            {
                #[inline]
                fn partial_cmp(&self, other: &$($Ref)+ B) -> Option<Ordering> {
                    PartialOrd::partial_cmp(&**self, &**other)
                }

                #[inline]
                fn lt(&self, other: &$($Ref)+ B) -> bool {
                    PartialOrd::lt(&**self, &**other)
                }

                #[inline]
                fn le(&self, other: &$($Ref)+ B) -> bool {
                    PartialOrd::le(&**self, &**other)
                }

                #[inline]
                fn gt(&self, other: &$($Ref)+ B) -> bool {
                    PartialOrd::gt(&**self, &**other)
                }

                #[inline]
                fn ge(&self, other: &$($Ref)+ B) -> bool {
                    PartialOrd::ge(&**self, &**other)
                }
            }

            impl<A: PointeeSized + Ord> Ord for $($Ref)+ A {
                #[inline]
                fn cmp(&self, other: &Self) -> Ordering {
                    Ord::cmp(&**self, &**other)
                }
            }

            impl<A: PointeeSized + Eq> Eq for $($Ref)+ A {}
        )*
    };
}

ordered_references! { (&) (&mut) }
