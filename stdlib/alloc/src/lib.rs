//! The part of the library that needs a heap: boxes, vectors, strings, counted pointers and
//! ordered collections.
//!
//! The heap is the engine's. Every collection is built on `RawArray`, an array of the engine
//! whose slots are moved in and out without checks; nothing is ever freed, and `Drop` only runs
//! the destructors of what is inside.

#![no_std]
#![allow(internal_features, incomplete_features)]
#![feature(
    coerce_unsized,
    decl_macro,
    dispatch_from_dyn,
    dropck_eyepatch,
    fundamental,
    lang_items,
    negative_impls,
    never_type,
    prelude_import,
    register_tool,
    rustc_attrs,
    unboxed_closures,
    unsize,
    unsized_fn_params,
    with_negative_coherence
)]
#![register_tool(wrc)]
#![rustc_coherence_is_core]

#[macro_use]
extern crate core;

#[macro_use]
mod counted;
#[macro_use]
mod macros;

mod bounds;
mod prim;
mod raw_vec;
mod reserve;

pub mod borrow;
pub mod boxed;
#[cfg(not(without = "collections"))]
pub mod collections;
pub mod ffi;
pub mod fmt;
pub mod rc;
pub mod slice;
pub mod str;
pub mod string;
#[cfg(not(without = "sync"))]
pub mod sync;
pub mod task;
pub mod vec;

/// What the macros and `std` name.
#[doc(hidden)]
pub mod __export {
    pub use crate::reserve::TryReserveError;
    pub use core::format_args;
}
