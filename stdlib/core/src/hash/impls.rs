//! Hashing of the primitive types.

use super::{Hash, Hasher};

macro_rules! number_items {
    ($ty:ident $write:ident) => {
        #[inline]
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.$write(*self)
        }

        /// All numbers at once: hashers may tell one `write` from many.
        fn hash_slice<H: Hasher>(data: &[$ty], state: &mut H) {
            hash_numbers! { $ty data state }
        }
    };
}

macro_rules! number {
    ($($ty:ident $write:ident;)*) => {
        $(impl Hash for $ty { number_items! { $ty $write } })*
    };
}

/// The bytes of the numbers, in one piece.
macro_rules! hash_numbers {
    (u8 $data:ident $state:ident) => {
        $state.write($data)
    };
    ($ty:ident $data:ident $state:ident) => {{
        const SIZE: usize = ($ty::BITS / 8) as usize;
        let len = $data.len() * SIZE;
        let bytes = crate::intrinsics::array_new::<u8>(len);
        let mut index = 0;
        while index < $data.len() {
            let number = $data[index].to_le_bytes();
            let mut byte = 0;
            while byte < SIZE {
                crate::intrinsics::array_write(bytes, index * SIZE + byte, number[byte]);
                byte += 1;
            }
            index += 1;
        }
        $state.write(crate::intrinsics::slice_from(bytes, 0, len))
    }};
}

number! {
    u8 write_u8;
    u16 write_u16;
    u32 write_u32;
    u64 write_u64;
    u128 write_u128;
    usize write_usize;
    i8 write_i8;
    i16 write_i16;
    i32 write_i32;
    i64 write_i64;
    i128 write_i128;
    isize write_isize;
}

impl Hash for bool {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u8(*self as u8)
    }
}

impl Hash for char {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(*self as u32)
    }
}

impl Hash for str {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_str(self);
    }
}

impl Hash for ! {
    #[inline]
    fn hash<H: Hasher>(&self, _: &mut H) {
        *self
    }
}

impl Hash for () {
    #[inline]
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

macro_rules! tuple_items {
    ($($index:tt)+) => {
        #[inline]
        fn hash<S: Hasher>(&self, state: &mut S) {
            $(self.$index.hash(state);)+
        }
    };
}

macro_rules! tuple {
    ($($T:ident $index:tt)+) => {
        impl<$($T: Hash),+> Hash for ($($T,)+) { tuple_items! { $($index)+ } }
    };
}

tuple! { A 0 }
tuple! { A 0 B 1 }
tuple! { A 0 B 1 C 2 }
tuple! { A 0 B 1 C 2 D 3 }
tuple! { A 0 B 1 C 2 D 3 E 4 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 I 7 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 I 7 J 8 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 I 7 J 8 K 9 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 I 7 J 8 K 9 L 10 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 I 7 J 8 K 9 L 10 M 11 }

impl<T: Hash> Hash for [T] {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_length_prefix(self.len());
        Hash::hash_slice(self, state)
    }
}

impl<T: Hash, const N: usize> Hash for [T; N] {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(self as &[T], state)
    }
}

impl<T: ?Sized + Hash> Hash for &T {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: ?Sized + Hash> Hash for &mut T {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}
