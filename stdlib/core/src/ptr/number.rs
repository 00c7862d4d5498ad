//! Numbers for places whose pointers are shown or hashed. An object has no address, so the places
//! are counted as they come; a place that has a number is kept.

use crate::cell::Cell;
use crate::intrinsics::{self, RawArray};
use crate::marker::PointeeSized;

/// The places that have numbers.
struct Numbered {
    places: Cell<RawArray<*const u8>>,
    len: Cell<usize>,
}

// The program has one thread.
unsafe impl Sync for Numbered {}

static NUMBERED: Numbered = Numbered {
    places: Cell::new(intrinsics::uninit()),
    len: Cell::new(0),
};

/// How far apart numbers are: what is shown looks like an aligned address.
const STEP: usize = 16;

/// The number of the place: equal for pointers that are equal, 0 for null.
#[doc(hidden)]
#[inline]
pub fn number_of<T: PointeeSized>(pointer: *const T) -> usize {
    if pointer.is_null() {
        return 0;
    }
    number(intrinsics::ptr_place(pointer))
}

fn number(place: *const u8) -> usize {
    let len = NUMBERED.len.get();
    let places = NUMBERED.places.get();
    let mut at = 0;
    while at < len {
        if intrinsics::array_read(places, at) == place {
            return (at + 1) * STEP;
        }
        at += 1;
    }
    if len == 0 || len == intrinsics::array_len(places) {
        grow(len);
    }
    intrinsics::array_write(NUMBERED.places.get(), len, place);
    NUMBERED.len.set(len + 1);
    (len + 1) * STEP
}

fn grow(len: usize) {
    let longer = intrinsics::array_new(len * 2 + 4);
    if len > 0 {
        intrinsics::array_copy_val(longer, 0, NUMBERED.places.get(), 0, len);
    }
    NUMBERED.places.set(longer);
}
