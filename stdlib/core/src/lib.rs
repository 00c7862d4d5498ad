//! The core library of wrc: the language's own types and traits, over the compiler's intrinsics.
//!
//! The signatures are those of Rust 1.95; the bodies are written for WebAssembly GC, where a slice
//! is an array with an offset, a reference cannot be turned into a number, and there is one
//! thread. Nothing here allocates except through arrays of the engine.

#![no_core]
#![allow(internal_features, incomplete_features, invalid_reference_casting)]
#![rustc_coherence_is_core]
#![feature(
    allow_internal_unstable,
    arbitrary_self_types,
    auto_traits,
    const_precise_live_drops,
    coverage_attribute,
    decl_macro,
    dropck_eyepatch,
    freeze_impls,
    fundamental,
    lang_items,
    marker_trait_attr,
    must_not_suspend,
    negative_impls,
    never_type,
    no_core,
    prelude_import,
    register_tool,
    rustc_attrs,
    rustc_private,
    stmt_expr_attributes,
    transparent_unions,
    unboxed_closures,
    with_negative_coherence
)]
#![register_tool(wrc)]

#[macro_use]
mod macros;

pub use macros::builtin::cfg_select;

pub mod prelude;

#[prelude_import]
#[allow(unused_imports)]
use prelude::rust_2021::*;

pub mod alloc;
pub mod any;
pub mod array;
pub mod ascii;
pub mod async_iter;
mod bool;
pub mod borrow;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod convert;
pub mod default;
pub mod error;
pub mod f32;
pub mod f64;
pub mod ffi;
pub mod fmt;
pub mod future;
pub mod hash;
pub mod hint;
pub mod intrinsics;
pub mod iter;
pub mod marker;
pub mod mem;
#[cfg(not(without = "net"))]
pub mod net;
pub mod num;
pub mod ops;
pub mod option;
pub mod panic;
pub mod panicking;
pub mod pin;
pub mod primitive;
pub mod ptr;
#[cfg(not(without = "range"))]
pub mod range;
pub mod result;
pub mod slice;
pub mod str;
#[cfg(not(without = "sync"))]
pub mod sync;
pub mod task;
#[cfg(not(without = "time"))]
pub mod time;
mod tuple;
mod unit;

pub mod i8 {
    //! The bounds of `i8`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: i8 = i8::MIN;
    /// The largest value.
    pub const MAX: i8 = i8::MAX;
}

pub mod i16 {
    //! The bounds of `i16`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: i16 = i16::MIN;
    /// The largest value.
    pub const MAX: i16 = i16::MAX;
}

pub mod i32 {
    //! The bounds of `i32`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: i32 = i32::MIN;
    /// The largest value.
    pub const MAX: i32 = i32::MAX;
}

pub mod i64 {
    //! The bounds of `i64`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: i64 = i64::MIN;
    /// The largest value.
    pub const MAX: i64 = i64::MAX;
}

pub mod i128 {
    //! The bounds of `i128`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: i128 = i128::MIN;
    /// The largest value.
    pub const MAX: i128 = i128::MAX;
}

pub mod isize {
    //! The bounds of `isize`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: isize = isize::MIN;
    /// The largest value.
    pub const MAX: isize = isize::MAX;
}

pub mod u8 {
    //! The bounds of `u8`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: u8 = u8::MIN;
    /// The largest value.
    pub const MAX: u8 = u8::MAX;
}

pub mod u16 {
    //! The bounds of `u16`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: u16 = u16::MIN;
    /// The largest value.
    pub const MAX: u16 = u16::MAX;
}

pub mod u32 {
    //! The bounds of `u32`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: u32 = u32::MIN;
    /// The largest value.
    pub const MAX: u32 = u32::MAX;
}

pub mod u64 {
    //! The bounds of `u64`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: u64 = u64::MIN;
    /// The largest value.
    pub const MAX: u64 = u64::MAX;
}

pub mod u128 {
    //! The bounds of `u128`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: u128 = u128::MIN;
    /// The largest value.
    pub const MAX: u128 = u128::MAX;
}

pub mod usize {
    //! The bounds of `usize`; prefer its associated constants.

    /// The smallest value.
    pub const MIN: usize = usize::MIN;
    /// The largest value.
    pub const MAX: usize = usize::MAX;
}
