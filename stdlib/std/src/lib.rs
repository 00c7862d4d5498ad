//! The standard library of wrc: what `core` and `alloc` do not have, over a handful of host
//! functions, and all three under the customary paths.
//!
//! There are no files, no sockets, no processes and no threads; a program that names them does not
//! compile.
//!
//! Most programs use little of the library, and reading it is most of the work of compiling them.
//! So the compiler leaves out modules with `cfg(not(without = "…"))` where a program cannot get at
//! them, because it does not have the words in its sources that their paths have.

#![no_std]
#![allow(internal_features)]
#![feature(
    allow_internal_unstable,
    decl_macro,
    dropck_eyepatch,
    lang_items,
    negative_impls,
    never_type,
    prelude_import,
    register_tool,
    rustc_attrs
)]
#![register_tool(wrc)]

#[macro_use]
extern crate alloc as alloc_crate;
#[macro_use]
extern crate core;

pub mod prelude;

#[prelude_import]
#[allow(unused_imports)]
use prelude::rust_2021::*;

#[macro_use]
mod macros;
pub use core::panic::panic_2021 as panic;

pub mod alloc;
pub mod ascii;
#[cfg(not(without = "backtrace"))]
pub mod backtrace;
#[cfg(not(without = "collections"))]
pub mod collections;
#[cfg(not(without = "path"))]
pub mod env;
pub mod error;
#[cfg(not(without = "path"))]
pub mod ffi;
#[cfg(not(without = "fs"))]
pub mod fs;
pub mod hash;
pub mod io;
#[cfg(not(without = "net"))]
pub mod net;
pub mod panic;
#[cfg(panic = "unwind")]
#[doc(hidden)]
pub mod panicking;
#[cfg(not(without = "path"))]
pub mod path;
pub mod process;
pub mod rt;
#[cfg(not(without = "sync"))]
pub mod sync;
mod sys;
#[cfg(not(without = "thread"))]
pub mod thread;
#[cfg(not(without = "time"))]
pub mod time;

pub use alloc_crate::{borrow, boxed, fmt, rc, slice, str, string, task};
pub use core::{
    any, array, async_iter, cell, char, clone, cmp, convert, default, f32, f64, future, hint, i128,
    i16, i32, i64, i8, intrinsics, isize, iter, marker, mem, num, ops, option, pin, primitive, ptr,
    result, u128, u16, u32, u64, u8, usize,
};

#[cfg(not(without = "range"))]
pub use core::range;

pub use alloc_crate::{format, vec};
pub use core::{
    assert, assert_eq, assert_ne, cfg, cfg_select, column, compile_error, concat, const_format_args,
    debug_assert, debug_assert_eq, debug_assert_ne, env, file, format_args, format_args_nl,
    include, include_bytes, include_str, line, matches, module_path, option_env, r#try, stringify,
    todo, unimplemented, unreachable, write, writeln,
};
