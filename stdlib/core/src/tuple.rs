//! Tuples of up to twelve elements.

use crate::cmp::Ordering::{self, Equal};

macro_rules! partial_eq {
    ($($index:tt)+) => {
        #[inline]
        fn eq(&self, other: &Self) -> bool {
            $(self.$index == other.$index)&&+
        }

        #[inline]
        fn ne(&self, other: &Self) -> bool {
            $(self.$index != other.$index)||+
        }
    };
}

/// Compares element by element until one decides.
macro_rules! compare {
    ($method:ident -> $Result:ty, $equal:expr, $some_equal:pat, $($index:tt)+) => {
        #[inline]
        fn $method(&self, other: &Self) -> $Result {
            $(
                match self.$index.$method(&other.$index) {
                    $some_equal => {}
                    decided => return decided,
                }
            )+
            $equal
        }
    };
}

macro_rules! default {
    ($($T:ident)+) => {
        #[inline]
        fn default() -> Self {
            ($($T::default(),)+)
        }
    };
}

macro_rules! tuple {
    ($($T:ident $index:tt)+) => {
        impl<$($T: PartialEq),+> PartialEq for ($($T,)+) { partial_eq! { $($index)+ } }
        impl<$($T: Eq),+> Eq for ($($T,)+) {}
        impl<$($T: PartialOrd),+> PartialOrd for ($($T,)+) {
            compare! { partial_cmp -> Option<Ordering>, Some(Equal), Some(Equal), $($index)+ }
        }
        impl<$($T: Ord),+> Ord for ($($T,)+) {
            compare! { cmp -> Ordering, Equal, Equal, $($index)+ }
        }
        impl<$($T: Default),+> Default for ($($T,)+) { default! { $($T)+ } }
    };
}

tuple! { A 0 }
tuple! { A 0 B 1 }
tuple! { A 0 B 1 C 2 }
tuple! { A 0 B 1 C 2 D 3 }
tuple! { A 0 B 1 C 2 D 3 E 4 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 }

/// Homogeneous tuples and arrays.
macro_rules! array {
    ($N:literal: $($T:ident $name:ident)+) => {
        impl<T> From<[T; $N]> for ($($T,)+) {
            #[inline]
            fn from(array: [T; $N]) -> Self {
                let [$($name),+] = array;
                ($($name,)+)
            }
        }

        impl<T> From<($($T,)+)> for [T; $N] {
            #[inline]
            fn from(tuple: ($($T,)+)) -> Self {
                let ($($name,)+) = tuple;
                [$($name),+]
            }
        }
    };
}

array! { 1: T a }
array! { 2: T a T b }
array! { 3: T a T b T c }
array! { 4: T a T b T c T d }
array! { 5: T a T b T c T d T e }
array! { 6: T a T b T c T d T e T f }
array! { 7: T a T b T c T d T e T f T g }
array! { 8: T a T b T c T d T e T f T g T h }
array! { 9: T a T b T c T d T e T f T g T h T i }
array! { 10: T a T b T c T d T e T f T g T h T i T j }
array! { 11: T a T b T c T d T e T f T g T h T i T j T k }
array! { 12: T a T b T c T d T e T f T g T h T i T j T k T l }
