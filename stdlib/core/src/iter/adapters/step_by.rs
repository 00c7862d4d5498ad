//! `step_by`.

/// Iterator of `step_by`.
#[must_use = "iterators are lazy and do nothing unless consumed"]
#[derive(Clone, Debug)]
pub struct StepBy<I> {
    iter: I,
    step_minus_one: usize,
    first_take: bool,
}

impl<I> StepBy<I> {
    #[inline]
    #[track_caller]
    pub(in crate::iter) fn new(iter: I, step: usize) -> StepBy<I> {
        assert!(step != 0);
        StepBy {
            iter,
            step_minus_one: step - 1,
            first_take: true,
        }
    }

    /// How many elements of the inner iterator lead to the next one.
    #[inline]
    fn gap(&self) -> usize {
        if self.first_take {
            0
        } else {
            self.step_minus_one
        }
    }

    /// How many elements there are if the inner iterator has `n`.
    #[inline]
    fn steps(&self, n: usize) -> usize {
        if !self.first_take {
            return n / (self.step_minus_one + 1);
        }
        if n == 0 {
            0
        } else {
            1 + (n - 1) / (self.step_minus_one + 1)
        }
    }
}

impl<I: Iterator> Iterator for StepBy<I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        let gap = self.gap();
        self.first_take = false;
        self.iter.nth(gap)
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.iter.size_hint();
        (
            self.steps(lower),
            match upper {
                Some(upper) => Some(self.steps(upper)),
                None => None,
            },
        )
    }

    /// In steps that do not overflow.
    fn nth(&mut self, n: usize) -> Option<I::Item> {
        let mut left = n;
        if self.first_take {
            self.first_take = false;
            let first = self.iter.next();
            if left == 0 {
                return first;
            }
            left -= 1;
        }
        let step = self.step_minus_one + 1;
        loop {
            // The element wanted is the last one of `(left + 1) * step`.
            match left.checked_add(1).and_then(|n| n.checked_mul(step)) {
                Some(product) => return self.iter.nth(product - 1),
                None => {
                    self.iter.nth(self.step_minus_one)?;
                    left -= 1;
                }
            }
        }
    }
}

impl<I: ExactSizeIterator> StepBy<I> {
    /// How many elements are behind the last one that belongs to the steps.
    #[inline]
    fn surplus(&self) -> usize {
        let rem = self.iter.len() % (self.step_minus_one + 1);
        if self.first_take {
            if rem == 0 {
                self.step_minus_one
            } else {
                rem - 1
            }
        } else {
            rem
        }
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {
    #[inline]
    fn next_back(&mut self) -> Option<I::Item> {
        self.iter.nth_back(self.surplus())
    }

    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        let skipped = n
            .saturating_mul(self.step_minus_one + 1)
            .saturating_add(self.surplus());
        self.iter.nth_back(skipped)
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}
