//! `Vec::extract_if`.

use core::fmt;

use super::Vec;
use crate::prim::{array_copy, array_mut, array_read, array_write};

/// Iterator that removes the elements its filter accepts.
pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    filter: F,
    index: usize,
    end: usize,
    removed: usize,
    old_len: usize,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(vec: &'a mut Vec<T>, filter: F, start: usize, end: usize) -> Self {
        let old_len = vec.len;
        vec.len = 0;
        ExtractIf {
            vec,
            filter,
            index: start,
            end,
            removed: 0,
            old_len,
        }
    }
}

impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let buf = self.vec.buf;
        while self.index < self.end {
            let index = self.index;
            let extracted = (self.filter)(array_mut(buf, index));
            self.index = index + 1;
            if extracted {
                self.removed += 1;
                return Some(array_read(buf, index));
            }
            if self.removed > 0 {
                array_write(buf, index - self.removed, array_read(buf, index));
            }
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.index))
    }
}

impl<T, F> Drop for ExtractIf<'_, T, F> {
    fn drop(&mut self) {
        let buf = self.vec.buf;
        let rest = self.old_len - self.index;
        if self.removed > 0 {
            array_copy(buf, self.index - self.removed, buf, self.index, rest);
        }
        self.vec.len = self.old_len - self.removed;
    }
}

impl<T: fmt::Debug, F> fmt::Debug for ExtractIf<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").finish_non_exhaustive()
    }
}
