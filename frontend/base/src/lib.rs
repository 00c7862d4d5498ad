//! What every crate shares: typed ids, source spans, symbols, ordered maps.
//!
//! This crate knows neither Rust the language nor wasm.

pub mod span;
pub mod symbol;

pub use cranelift_entity::{
    EntityList, EntityRef, EntitySet, ListPool, PrimaryMap, SecondaryMap, entity_impl,
    packed_option::PackedOption,
};
pub use indexmap::{IndexMap, IndexSet};
pub use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
pub use smallvec::{SmallVec, smallvec};
pub use span::{FileId, Span};
pub use symbol::Symbol;

/// A map that is iterated: insertion order, so same input gives same bytes.
pub type FxIndexMap<K, V> = IndexMap<K, V, FxBuildHasher>;
/// A set that is iterated: insertion order.
pub type FxIndexSet<T> = IndexSet<T, FxBuildHasher>;
