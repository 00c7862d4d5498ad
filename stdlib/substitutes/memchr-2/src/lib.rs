//! The interface of `memchr` 2, which reads several bytes at once through
//! pointers to numbers.

#![no_std]

extern crate alloc;

pub mod arch;
pub mod memmem;

use core::iter::{FusedIterator, Rev};

macro_rules! needles {
    ($first:ident $last:ident $iter:ident $rev:ident $Iter:ident: $($needle:ident)*) => {
        pub fn $first($($needle: u8,)* haystack: &[u8]) -> Option<usize> {
            haystack.iter().position(|byte| $(*byte == $needle)||*)
        }

        pub fn $last($($needle: u8,)* haystack: &[u8]) -> Option<usize> {
            haystack.iter().rposition(|byte| $(*byte == $needle)||*)
        }

        pub fn $iter($($needle: u8,)* haystack: &[u8]) -> $Iter<'_> {
            $Iter::new($($needle,)* haystack)
        }

        pub fn $rev($($needle: u8,)* haystack: &[u8]) -> Rev<$Iter<'_>> {
            $Iter::new($($needle,)* haystack).rev()
        }

        #[derive(Clone, Debug)]
        pub struct $Iter<'h> {
            $($needle: u8,)*
            /// What is not searched yet, and where it begins.
            rest: &'h [u8],
            start: usize,
        }

        impl<'h> $Iter<'h> {
            pub fn new($($needle: u8,)* haystack: &'h [u8]) -> $Iter<'h> {
                $Iter { $($needle,)* rest: haystack, start: 0 }
            }
        }

        impl Iterator for $Iter<'_> {
            type Item = usize;

            fn next(&mut self) -> Option<usize> {
                let at = $first($(self.$needle,)* self.rest)?;
                let found = self.start + at;
                self.rest = &self.rest[at + 1..];
                self.start = found + 1;
                Some(found)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (0, Some(self.rest.len()))
            }
        }

        impl DoubleEndedIterator for $Iter<'_> {
            fn next_back(&mut self) -> Option<usize> {
                let at = $last($(self.$needle,)* self.rest)?;
                self.rest = &self.rest[..at];
                Some(self.start + at)
            }
        }

        impl FusedIterator for $Iter<'_> {}
    };
}

needles!(memchr memrchr memchr_iter memrchr_iter Memchr: needle1);
needles!(memchr2 memrchr2 memchr2_iter memrchr2_iter Memchr2: needle1 needle2);
needles!(memchr3 memrchr3 memchr3_iter memrchr3_iter Memchr3: needle1 needle2 needle3);
