//! From bounds to places.

use core::borrow::Borrow;
use core::cmp::Ordering;
use core::ops::{Bound, RangeBounds};

use super::{BTreeMap, Place};

/// The places in front of the first entry of a range and behind its last one.
#[track_caller]
pub(in crate::collections) fn resolve<T, K, V, R>(
    map: &BTreeMap<K, V>,
    range: &R,
    name: &str,
) -> (Place, Place)
where
    T: ?Sized + Ord,
    K: Borrow<T>,
    R: RangeBounds<T>,
{
    check(range.start_bound(), range.end_bound(), name);
    let start = match range.start_bound() {
        Bound::Included(key) => map.normal(map.search(key).1),
        Bound::Excluded(key) => behind(map, key),
        Bound::Unbounded => map.start(),
    };
    let end = match range.end_bound() {
        Bound::Included(key) => behind(map, key),
        Bound::Excluded(key) => map.normal(map.search(key).1),
        Bound::Unbounded => map.end(),
    };
    (start, end)
}

/// The place behind a key.
fn behind<T: ?Sized + Ord, K: Borrow<T>, V>(map: &BTreeMap<K, V>, key: &T) -> Place {
    let (is_there, mut place) = map.search(key);
    if is_there {
        place.slot += 1;
    }
    map.normal(place)
}

#[track_caller]
fn check<T: ?Sized + Ord>(start: Bound<&T>, end: Bound<&T>, name: &str) {
    let (start_key, end_key) = match (start, end) {
        (
            Bound::Included(start) | Bound::Excluded(start),
            Bound::Included(end) | Bound::Excluded(end),
        ) => (start, end),
        _ => return,
    };
    match start_key.cmp(end_key) {
        Ordering::Less => {}
        Ordering::Greater => panic!("range start is greater than range end in {name}"),
        Ordering::Equal => {
            if let (Bound::Excluded(_), Bound::Excluded(_)) = (start, end) {
                panic!("range start and end are equal and excluded in {name}");
            }
        }
    }
}
