//! Slices: views of a part of an array.

mod access;
mod ascii;
mod binary_search;
mod chunk_by;
mod chunks;
mod cmp;
mod disjoint;
mod edit;
pub mod index;
mod iter;
mod parts;
mod raw;
mod rchunks;
mod select;
mod sort;
mod split;
#[cfg(not(without = "split_off"))]
mod split_off;
mod splitn;
mod windows;

pub use self::ascii::EscapeAscii;
pub use self::chunk_by::{ChunkBy, ChunkByMut};
pub use self::chunks::{Chunks, ChunksExact, ChunksExactMut, ChunksMut};
pub use self::cmp::bytes_eq;
pub use self::disjoint::{GetDisjointMutError, GetDisjointMutIndex};
pub use self::index::SliceIndex;
pub use self::iter::{Iter, IterMut};
pub use self::raw::{from_mut, from_raw_parts, from_raw_parts_mut, from_ref};
pub use self::rchunks::{RChunks, RChunksExact, RChunksExactMut, RChunksMut};
pub use self::split::{RSplit, RSplitMut, Split, SplitInclusive, SplitInclusiveMut, SplitMut};
pub use self::splitn::{RSplitN, RSplitNMut, SplitN, SplitNMut};
pub use self::windows::{ArrayWindows, Windows};

pub(crate) use self::parts::{fixed_mut, fixed_ref, part, part_mut};
