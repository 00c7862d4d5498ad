//! `GcArray<T>`: shared mutable elements, a fixed number.

mod iter;
mod search;
mod traits;

pub use self::iter::Iter;

use crate::slots::Slots;
use std::ops::{Bound, RangeBounds};

/// A handle to elements that all copies of the handle share and can change.
///
/// Elements are read and written by value. There are no references to them:
/// another handle could change the element behind a reference. So most methods
/// ask for elements that are `Copy`, as all handles of this crate are.
///
/// | from, to | cost |
/// |---|---|
/// | `From<Vec<T>>`, `From<Box<[T]>>` | none, the same array; room of the vector that is unused stays |
/// | [`from_elem`](GcArray::from_elem), [`from_fn`](GcArray::from_fn), `collect` | one new array |
/// | [`from_slice`](GcArray::from_slice), `From<&[T]>`, `From<[T; N]>` | copies the elements |
/// | [`slice`](GcArray::slice) | none, a window on the same elements |
/// | [`to_vec`](GcArray::to_vec), `Vec::from`, [`copied`](GcArray::copied) | copies the elements |
///
/// ```
/// use wasm::GcArray;
///
/// let a = GcArray::from(vec![3, 1, 2]);
/// let tail = a.slice(1..);
/// tail.set(0, 10);
/// assert_eq!(a.to_vec(), [3, 10, 2]);
/// a.sort();
/// assert_eq!(tail, GcArray::from([3, 10]));
/// assert_eq!(a.iter().map(|x| x * 2).collect::<Vec<_>>(), [4, 6, 20]);
/// ```
pub struct GcArray<T: 'static> {
    slots: Slots<T>,
}

impl<T> GcArray<T> {
    /// No elements.
    pub fn new() -> GcArray<T> {
        GcArray::from(Vec::new())
    }

    /// `len` copies of a value.
    ///
    /// ```
    /// assert_eq!(wasm::GcArray::from_elem(7u8, 3).to_vec(), [7, 7, 7]);
    /// ```
    pub fn from_elem(value: T, len: usize) -> GcArray<T>
    where
        T: Copy,
    {
        GcArray::from(vec![value; len])
    }

    /// `make(0)`, `make(1)` and so on.
    ///
    /// ```
    /// assert_eq!(wasm::GcArray::from_fn(4, |i| i * i).to_vec(), [0, 1, 4, 9]);
    /// ```
    pub fn from_fn(len: usize, make: impl FnMut(usize) -> T) -> GcArray<T> {
        GcArray::from((0..len).map(make).collect::<Vec<T>>())
    }

    /// Copies of the elements.
    pub fn from_slice(elements: &[T]) -> GcArray<T>
    where
        T: Copy,
    {
        GcArray::from(elements.to_vec())
    }

    /// The number of elements.
    #[inline]
    pub fn len(self) -> usize {
        self.slots.len()
    }

    /// Whether there are no elements.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    #[inline]
    #[track_caller]
    fn check(self, index: usize) {
        if index >= self.len() {
            out_of_bounds(index, self.len());
        }
    }

    /// The element at `index`.
    ///
    /// # Panics
    /// If there is none; [`try_get`](GcArray::try_get) does not.
    #[inline]
    #[track_caller]
    pub fn get(self, index: usize) -> T
    where
        T: Copy,
    {
        self.check(index);
        self.slots.read(index)
    }

    /// The element at `index`, if there is one.
    ///
    /// ```
    /// let a = wasm::GcArray::from([1, 2]);
    /// assert_eq!((a.try_get(1), a.try_get(2)), (Some(2), None));
    /// assert_eq!((a.first(), a.last()), (Some(1), Some(2)));
    /// ```
    pub fn try_get(self, index: usize) -> Option<T>
    where
        T: Copy,
    {
        (index < self.len()).then(|| self.slots.read(index))
    }

    /// The first element.
    pub fn first(self) -> Option<T>
    where
        T: Copy,
    {
        self.try_get(0)
    }

    /// The last element.
    pub fn last(self) -> Option<T>
    where
        T: Copy,
    {
        self.try_get(self.len().wrapping_sub(1))
    }

    /// Puts another value at `index`.
    #[inline]
    #[track_caller]
    pub fn set(self, index: usize, value: T) {
        self.replace(index, value);
    }

    /// Puts another value at `index` and gives the one that was there.
    ///
    /// ```
    /// let names = wasm::GcArray::from(vec![String::from("a"), String::from("b")]);
    /// assert_eq!(names.replace(1, String::from("c")), "b");
    /// assert_eq!(names.replace(1, String::new()), "c");
    /// ```
    #[inline]
    #[track_caller]
    pub fn replace(self, index: usize, value: T) -> T {
        self.check(index);
        self.slots.replace(index, value)
    }

    /// Puts at `index` what `change` makes of the value there.
    ///
    /// ```
    /// let counts = wasm::GcArray::from_elem(0, 3);
    /// counts.update(2, |n| n + 1);
    /// assert_eq!(counts.to_vec(), [0, 0, 1]);
    /// ```
    #[inline]
    #[track_caller]
    pub fn update(self, index: usize, change: impl FnOnce(T) -> T)
    where
        T: Copy,
    {
        self.set(index, change(self.get(index)));
    }

    /// Exchanges two elements.
    #[track_caller]
    pub fn swap(self, a: usize, b: usize)
    where
        T: Copy,
    {
        let was = self.get(a);
        self.set(a, self.get(b));
        self.set(b, was);
    }

    /// Puts the value at all places.
    pub fn fill(self, value: T)
    where
        T: Copy,
    {
        for index in 0..self.len() {
            self.slots.replace(index, value);
        }
    }

    /// Turns the order round.
    ///
    /// ```
    /// let a = wasm::GcArray::from([1, 2, 3, 4]);
    /// a.slice(1..).reverse();
    /// a.swap(0, 1);
    /// assert_eq!(a.to_vec(), [4, 1, 3, 2]);
    /// a.slice(..2).fill(0);
    /// assert_eq!(a.to_vec(), [0, 0, 3, 2]);
    /// ```
    pub fn reverse(self)
    where
        T: Copy,
    {
        let len = self.len();
        for index in 0..len / 2 {
            self.swap(index, len - 1 - index);
        }
    }

    /// The elements of a range, shared with this array.
    ///
    /// # Panics
    /// Where `&slice[range]` does.
    #[track_caller]
    pub fn slice(self, range: impl RangeBounds<usize>) -> GcArray<T> {
        let start = match range.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(last) => last.saturating_add(1),
            Bound::Excluded(end) => *end,
            Bound::Unbounded => self.len(),
        };
        assert!(
            start <= end && end <= self.len(),
            "range {start}..{end} of an array of {}",
            self.len()
        );
        GcArray {
            slots: self.slots.window(start, end - start),
        }
    }

    /// Overwrites the elements with those of an array of the same length. The
    /// two may share elements; what is copied is what was there before.
    ///
    /// ```
    /// let a = wasm::GcArray::from([1, 2, 3, 4]);
    /// a.slice(1..).copy_from(a.slice(..3));
    /// assert_eq!(a.to_vec(), [1, 1, 2, 3]);
    /// ```
    ///
    /// # Panics
    /// If the lengths differ.
    #[track_caller]
    pub fn copy_from(self, from: GcArray<T>)
    where
        T: Copy,
    {
        assert_eq!(self.len(), from.len(), "the lengths differ");
        self.slots.copy(from.slots);
    }

    /// A new array of the same elements.
    pub fn copied(self) -> GcArray<T>
    where
        T: Copy,
    {
        GcArray::from(self.to_vec())
    }

    /// The elements as a vector, copied.
    pub fn to_vec(self) -> Vec<T>
    where
        T: Copy,
    {
        self.slots.to_vec()
    }

    /// The elements one by one, each as it is when its turn comes.
    pub fn iter(self) -> Iter<T>
    where
        T: Copy,
    {
        Iter {
            array: self,
            start: 0,
            end: self.len(),
        }
    }

    /// A new array of what `make` makes of the elements.
    ///
    /// ```
    /// let a = wasm::GcArray::from([1, 2, 3, 4]);
    /// assert_eq!(a.map(|x| x * 10).filter(|x| x > 15).to_vec(), [20, 30, 40]);
    /// assert_eq!(a.fold(0, |sum, x| sum + x), 10);
    /// ```
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> GcArray<U>
    where
        T: Copy,
    {
        self.iter().map(make).collect()
    }

    /// A new array of the elements that `keep` says to keep.
    pub fn filter(self, mut keep: impl FnMut(T) -> bool) -> GcArray<T>
    where
        T: Copy,
    {
        self.iter().filter(|value| keep(*value)).collect()
    }

    /// What `join` makes of all elements, from the first on.
    pub fn fold<A>(self, start: A, join: impl FnMut(A, T) -> A) -> A
    where
        T: Copy,
    {
        self.iter().fold(start, join)
    }

    /// Whether both handles name the same elements.
    pub fn ptr_eq(self, other: GcArray<T>) -> bool {
        self.slots.is_same(other.slots)
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn out_of_bounds(index: usize, len: usize) -> ! {
    panic!("index out of bounds: the len is {len} but the index is {index}")
}
