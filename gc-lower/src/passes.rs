//! Passes over PIR.

pub mod fold;
pub mod forward;
pub mod paths;
pub mod simplify;
pub mod uses;
pub mod walk;
