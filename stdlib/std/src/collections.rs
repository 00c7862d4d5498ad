//! Collections.

pub mod hash_map;
pub mod hash_set;
mod hash_table;

pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use alloc_crate::collections::{
    binary_heap, btree_map, btree_set, linked_list, vec_deque, BTreeMap, BTreeSet, BinaryHeap,
    Bound, LinkedList, TryReserveError, TryReserveErrorKind, VecDeque,
};
