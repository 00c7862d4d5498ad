//! The module writer: a [`Program`](wrc_object::Program) becomes bytes, and
//! the JavaScript that runs them.
//!
//! ```text
//! Program ─fold─► Canon ─reach─► Reach ─pack─► literals ─layout─► Layout ─write─► bytes
//!         equal     what exports     one shared      final          sections
//!         functions   and start need    byte array     indices
//! ```
//!
//! It does not look inside function bodies: it only inserts the operands
//! that units leave open. Same program, same bytes.

pub mod check;
pub mod glue;

mod canon;
mod encode;
mod layout;
mod linear;
mod literals;
mod names;
mod reach;
mod start;
mod table;
mod types;
mod write;

pub use check::{largest_body, section_sizes, validate, wat};
pub use glue::{glue_dts, glue_js, module_files};
pub use write::{EmitError, ModuleOptions, write};

#[cfg(test)]
mod tests;
