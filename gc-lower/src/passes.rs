//! Passes over PIR.

pub mod walk;
