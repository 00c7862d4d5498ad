//! Hashing.

mod impls;
mod sip;

pub use self::sip::{SipHasher, SipHasher13};

use crate::fmt;
use crate::marker;

/// Types whose values can be hashed.
pub trait Hash: marker::PointeeSized {
    /// Feeds the value to `state`.
    fn hash<H: Hasher>(&self, state: &mut H);

    /// Feeds several values to `state`.
    fn hash_slice<H: Hasher>(data: &[Self], state: &mut H)
    where
        Self: Sized,
    {
        let mut index = 0;
        while index < data.len() {
            data[index].hash(state);
            index += 1;
        }
    }
}

pub(crate) mod macros {
    /// `#[derive(Hash)]`.
    #[rustc_builtin_macro]
    pub macro Hash($item:item) {
        /* compiler built-in */
    }
}
pub use self::macros::Hash;

macro_rules! writers {
    ($($name:ident $ty:ty;)*) => {
        $(
            /// Feeds a number.
            #[inline]
            fn $name(&mut self, i: $ty) {
                self.write(&i.to_ne_bytes())
            }
        )*
    };
}

/// Makes a number of what it is fed with.
pub trait Hasher {
    /// The number.
    #[must_use]
    fn finish(&self) -> u64;

    /// Feeds bytes.
    fn write(&mut self, bytes: &[u8]);

    /// Feeds a byte.
    #[inline]
    fn write_u8(&mut self, i: u8) {
        self.write(&[i])
    }

    writers! {
        write_u16 u16;
        write_u32 u32;
        write_u64 u64;
        write_u128 u128;
        write_usize usize;
    }

    /// Feeds a number.
    #[inline]
    fn write_i8(&mut self, i: i8) {
        self.write_u8(i as u8)
    }

    /// Feeds a number.
    #[inline]
    fn write_i16(&mut self, i: i16) {
        self.write_u16(i as u16)
    }

    /// Feeds a number.
    #[inline]
    fn write_i32(&mut self, i: i32) {
        self.write_u32(i as u32)
    }

    /// Feeds a number.
    #[inline]
    fn write_i64(&mut self, i: i64) {
        self.write_u64(i as u64)
    }

    /// Feeds a number.
    #[inline]
    fn write_i128(&mut self, i: i128) {
        self.write_u128(i as u128)
    }

    /// Feeds a number.
    #[inline]
    fn write_isize(&mut self, i: isize) {
        self.write_usize(i as usize)
    }

    /// Feeds the length of what follows.
    #[inline]
    fn write_length_prefix(&mut self, len: usize) {
        self.write_usize(len);
    }

    /// Feeds text, so that no other text feeds the same.
    #[inline]
    fn write_str(&mut self, s: &str) {
        self.write(s.as_bytes());
        self.write_u8(0xff);
    }
}

impl<H: Hasher + ?Sized> Hasher for &mut H {
    fn finish(&self) -> u64 {
        (**self).finish()
    }

    fn write(&mut self, bytes: &[u8]) {
        (**self).write(bytes)
    }

    fn write_u8(&mut self, i: u8) {
        (**self).write_u8(i)
    }

    fn write_u16(&mut self, i: u16) {
        (**self).write_u16(i)
    }

    fn write_u32(&mut self, i: u32) {
        (**self).write_u32(i)
    }

    fn write_u64(&mut self, i: u64) {
        (**self).write_u64(i)
    }

    fn write_u128(&mut self, i: u128) {
        (**self).write_u128(i)
    }

    fn write_usize(&mut self, i: usize) {
        (**self).write_usize(i)
    }

    fn write_i8(&mut self, i: i8) {
        (**self).write_i8(i)
    }

    fn write_i16(&mut self, i: i16) {
        (**self).write_i16(i)
    }

    fn write_i32(&mut self, i: i32) {
        (**self).write_i32(i)
    }

    fn write_i64(&mut self, i: i64) {
        (**self).write_i64(i)
    }

    fn write_i128(&mut self, i: i128) {
        (**self).write_i128(i)
    }

    fn write_isize(&mut self, i: isize) {
        (**self).write_isize(i)
    }

    fn write_length_prefix(&mut self, len: usize) {
        (**self).write_length_prefix(len)
    }

    fn write_str(&mut self, s: &str) {
        (**self).write_str(s)
    }
}

/// Makes hashers.
pub trait BuildHasher {
    /// The type of the hashers.
    type Hasher: Hasher;

    /// A new hasher.
    fn build_hasher(&self) -> Self::Hasher;

    /// The hash of one value.
    fn hash_one<T: Hash>(&self, x: T) -> u64
    where
        Self: Sized,
        Self::Hasher: Hasher,
    {
        let mut hasher = self.build_hasher();
        x.hash(&mut hasher);
        hasher.finish()
    }
}

/// Makes hashers by their `Default`.
pub struct BuildHasherDefault<H>(marker::PhantomData<fn() -> H>);

impl<H> BuildHasherDefault<H> {
    /// The maker.
    pub const fn new() -> Self {
        BuildHasherDefault(marker::PhantomData)
    }
}

impl<H> fmt::Debug for BuildHasherDefault<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuildHasherDefault").finish()
    }
}

impl<H: Default + Hasher> BuildHasher for BuildHasherDefault<H> {
    type Hasher = H;

    fn build_hasher(&self) -> H {
        H::default()
    }
}

impl<H> Clone for BuildHasherDefault<H> {
    fn clone(&self) -> BuildHasherDefault<H> {
        BuildHasherDefault(marker::PhantomData)
    }
}

impl<H> Default for BuildHasherDefault<H> {
    fn default() -> BuildHasherDefault<H> {
        BuildHasherDefault(marker::PhantomData)
    }
}

impl<H> PartialEq for BuildHasherDefault<H> {
    fn eq(&self, _other: &BuildHasherDefault<H>) -> bool {
        true
    }
}

impl<H> Eq for BuildHasherDefault<H> {}

/// Feeds the discriminant of an enum; `#[derive(Hash)]` calls this.
#[inline]
pub fn hash_discriminant<H: Hasher>(state: &mut H, discr: isize) {
    state.write_isize(discr);
}
