//! The names every module sees.

pub mod v1 {
    //! What all editions share.

    pub use core::prelude::v1::*;

    pub use crate::borrow::ToOwned;
    pub use crate::boxed::Box;
    pub use crate::string::{String, ToString};
    pub use crate::vec::Vec;
    pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
    pub use alloc_crate::{format, vec};
    pub use core::{
        assert_eq, assert_ne, debug_assert, debug_assert_eq, debug_assert_ne, matches, r#try, todo,
        unimplemented, unreachable, write, writeln,
    };
}

pub mod rust_2015 {
    //! Edition 2015. A message alone is no format string there.

    pub use super::v1::*;
    pub use crate::panic::panic_2015 as panic;
}

pub mod rust_2018 {
    //! Edition 2018.

    pub use super::rust_2015::*;
}

pub mod rust_2021 {
    //! Edition 2021.

    pub use super::v1::*;
    pub use core::convert::{TryFrom, TryInto};
    pub use core::iter::FromIterator;
    pub use core::panic::panic_2021 as panic;
}

pub mod rust_2024 {
    //! Edition 2024.

    pub use super::rust_2021::*;
    pub use core::future::{Future, IntoFuture};
}
