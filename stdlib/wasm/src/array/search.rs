//! Sorting and searching.

use super::GcArray;
use std::cmp::Ordering;

impl<T> GcArray<T> {
    /// Sorts; equal elements keep their order. It sorts a copy and writes it
    /// back, as comparing may run any code.
    ///
    /// ```
    /// let a = wasm::GcArray::from([3, 1, 2]);
    /// a.sort();
    /// assert_eq!(a.binary_search(&2), Ok(1));
    /// assert_eq!(a.binary_search(&9), Err(3));
    /// a.sort_by(|a, b| b.cmp(a));
    /// assert_eq!(a.to_vec(), [3, 2, 1]);
    /// a.sort_by_key(|x| x % 3);
    /// assert_eq!(a.to_vec(), [3, 1, 2]);
    /// assert!(a.contains(&1) && !a.contains(&7));
    /// ```
    pub fn sort(self)
    where
        T: Copy + Ord,
    {
        self.sort_by(T::cmp);
    }

    /// Sorts by what `compare` says.
    pub fn sort_by(self, compare: impl FnMut(&T, &T) -> Ordering)
    where
        T: Copy,
    {
        let mut sorted = self.to_vec();
        sorted.sort_by(compare);
        self.copy_from(GcArray::from(sorted));
    }

    /// Sorts by what `key` gives for each element.
    pub fn sort_by_key<K: Ord>(self, mut key: impl FnMut(T) -> K)
    where
        T: Copy,
    {
        self.sort_by(|a, b| key(*a).cmp(&key(*b)));
    }

    /// Where in the sorted array the value is, or where it would have to be.
    ///
    /// # Errors
    /// The place where it would have to be.
    pub fn binary_search(self, value: &T) -> Result<usize, usize>
    where
        T: Copy + Ord,
    {
        self.binary_search_by(|element| element.cmp(value))
    }

    /// Where in the array, sorted by the key, an element with the key is.
    ///
    /// ```
    /// let words = wasm::GcArray::from(["a", "bb", "cccc"]);
    /// assert_eq!(words.binary_search_by_key(&2, |word| word.len()), Ok(1));
    /// assert_eq!(words.binary_search_by_key(&3, |word| word.len()), Err(2));
    /// assert_eq!(words.position(|word| word.starts_with('c')), Some(2));
    /// ```
    ///
    /// # Errors
    /// The place where it would have to be.
    pub fn binary_search_by_key<K: Ord>(
        self,
        wanted: &K,
        mut key: impl FnMut(T) -> K,
    ) -> Result<usize, usize>
    where
        T: Copy,
    {
        self.binary_search_by(|element| key(element).cmp(wanted))
    }

    /// Where in the sorted array an element is that `compare` calls equal.
    ///
    /// # Errors
    /// The place where it would have to be.
    pub fn binary_search_by(self, mut compare: impl FnMut(T) -> Ordering) -> Result<usize, usize>
    where
        T: Copy,
    {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match compare(self.get(middle)) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }

    /// Whether one of the elements equals the value.
    pub fn contains(self, value: &T) -> bool
    where
        T: Copy + PartialEq,
    {
        self.iter().any(|element| element == *value)
    }

    /// Where the first element is that is wanted.
    pub fn position(self, wanted: impl FnMut(T) -> bool) -> Option<usize>
    where
        T: Copy,
    {
        self.iter().position(wanted)
    }
}
