//! Garbage-collected types and attributes for programs compiled by `wrc`.
//!
//! | type | what it is |
//! |---|---|
//! | [`GcBox`] | one shared mutable value |
//! | [`GcRc`] | one shared immutable value |
//! | [`GcArray`] | shared mutable elements, a fixed number |
//! | [`GcString`] | shared immutable text |
//!
//! and [`JsValue`] is a value of JavaScript; [`js`] says which types cross.
//!
//! The first four are handles: `Copy`, without counts, without an owner. The engine finds
//! out what nobody uses any more, cycles included. What they hold is never
//! dropped, and must be `'static`.
//!
//! `wrc` knows the crate and has it built in. Under plain cargo and rustc the
//! same source works with this crate as a dependency, so that `cargo check`,
//! `cargo test` and rust-analyzer can be used; there what the handles name is
//! leaked.
//!
//! ```
//! use wasm::{GcArray, GcBox, GcString};
//!
//! #[derive(Clone, Copy)]
//! struct Node {
//!     name: GcString,
//!     next: Option<GcBox<Node>>,
//! }
//!
//! let a = GcBox::new(Node { name: "a".into(), next: None });
//! let b = GcBox::new(Node { name: "b".into(), next: Some(a) });
//! a.with_mut(|node| node.next = Some(b)); // a cycle
//! assert_eq!(a.get().next.unwrap().get().name, "b");
//!
//! let squares: GcArray<u32> = (1..5).map(|n| n * n).collect();
//! assert_eq!(squares.iter().sum::<u32>(), 30);
//! ```

#[cfg(not(without = "wasm"))]
mod array;
#[cfg(not(without = "wasm"))]
mod boxed;
#[cfg(not(without = "wasm"))]
pub mod js;
#[cfg(not(without = "wasm"))]
mod rc;
#[cfg(not(without = "wasm"))]
mod slots;
#[cfg(not(without = "wasm"))]
mod text;

#[cfg(not(without = "wasm"))]
pub use self::{
    array::{GcArray, Iter},
    boxed::GcBox,
    js::{JsError, JsValue},
    rc::GcRc,
    text::GcString,
};

#[cfg(not(wasm_gc))]
pub use wasm_macros::{export, gc, import, own};
