//! Sizes in lengths of arrays: `[0; size_of::<u32>()]`.
//!
//! The front end evaluates these constants, and takes pointers for 64 bits wide. A type that is
//! smaller than such a pointer holds none, so its layout is the target's; larger ones are known by
//! name. For all others evaluation does not end, which is an error where the length is written.
//!
//! Nothing here becomes code: the compiler does not look at bodies of intrinsics.

/// The size of a pointer as the front end sees it.
const POINTER: usize = 8;

/// What the front end has an answer for.
mod front_end {
    #[rustc_intrinsic]
    pub const fn size_of<T>() -> usize {
        loop {}
    }

    #[rustc_intrinsic]
    pub const fn align_of<T>() -> usize {
        loop {}
    }

    #[rustc_intrinsic]
    pub const fn type_name<T: ?Sized>() -> &'static str {
        loop {}
    }
}

pub(crate) const fn size_of<T>() -> usize {
    let size = front_end::size_of::<T>();
    if size < POINTER {
        return size;
    }
    match front_end::type_name::<T>() {
        "usize" | "isize" => 4,
        "u64" | "i64" | "f64" => 8,
        "u128" | "i128" => 16,
        _ => loop {},
    }
}

pub(crate) const fn align_of<T>() -> usize {
    let align = front_end::align_of::<T>();
    if align < POINTER {
        return align;
    }
    match front_end::type_name::<T>() {
        "usize" | "isize" => 4,
        "u64" | "i64" | "f64" => 8,
        "u128" | "i128" => 16,
        _ => loop {},
    }
}
