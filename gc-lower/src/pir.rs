//! The place IR.
