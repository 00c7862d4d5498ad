//! Splitting text at matches.

use super::index::part;
use super::pattern::{DoubleEndedSearcher, Pattern, ReverseSearcher, Searcher};
use crate::fmt;
use crate::iter::FusedIterator;

/// The text between matches that is left: `start..end`.
struct SplitInternal<'a, P: Pattern> {
    start: usize,
    end: usize,
    matcher: P::Searcher<'a>,
    /// Whether the part after the last match counts if it is empty.
    allow_trailing_empty: bool,
    finished: bool,
}

impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for SplitInternal<'a, P> {
    fn clone(&self) -> Self {
        SplitInternal {
            start: self.start,
            end: self.end,
            matcher: self.matcher.clone(),
            allow_trailing_empty: self.allow_trailing_empty,
            finished: self.finished,
        }
    }
}

impl<'a, P: Pattern> SplitInternal<'a, P> {
    #[inline]
    fn new(text: &'a str, pat: P, allow_trailing_empty: bool) -> Self {
        SplitInternal {
            start: 0,
            end: text.len(),
            matcher: pat.into_searcher(text),
            allow_trailing_empty,
            finished: false,
        }
    }

    /// All that is left, as one part.
    #[inline]
    fn get_end(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.allow_trailing_empty || self.end > self.start {
            Some(part(self.matcher.haystack(), self.start, self.end))
        } else {
            None
        }
    }

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.matcher.next_match() {
            Some((a, b)) => {
                let element = part(self.matcher.haystack(), self.start, a);
                self.start = b;
                Some(element)
            }
            None => self.get_end(),
        }
    }

    #[inline]
    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.matcher.next_match() {
            Some((_, b)) => {
                let element = part(self.matcher.haystack(), self.start, b);
                self.start = b;
                Some(element)
            }
            None => self.get_end(),
        }
    }

    /// What is left.
    #[inline]
    fn remainder(&self) -> Option<&'a str> {
        if self.finished {
            None
        } else {
            Some(part(self.matcher.haystack(), self.start, self.end))
        }
    }
}

impl<'a, P: Pattern<Searcher<'a>: ReverseSearcher<'a>>> SplitInternal<'a, P> {
    #[inline]
    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back() {
                Some(element) if !element.is_empty() => return Some(element),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.matcher.next_match_back() {
            Some((a, b)) => {
                let element = part(self.matcher.haystack(), b, self.end);
                self.end = a;
                Some(element)
            }
            None => {
                self.finished = true;
                Some(part(self.matcher.haystack(), self.start, self.end))
            }
        }
    }

    #[inline]
    fn next_back_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back_inclusive() {
                Some(element) if !element.is_empty() => return Some(element),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.matcher.next_match_back() {
            Some((_, b)) => {
                let element = part(self.matcher.haystack(), b, self.end);
                self.end = b;
                Some(element)
            }
            None => {
                self.finished = true;
                Some(part(self.matcher.haystack(), self.start, self.end))
            }
        }
    }
}

/// The searcher that a direction needs.
macro_rules! split_iterator {
    ($(#[$doc:meta])* $Name:ident $Bound:ident $next:ident / $next_back:ident) => {
        $(#[$doc])*
        pub struct $Name<'a, P: Pattern>(SplitInternal<'a, P>);

        impl<'a, P: Pattern<Searcher<'a>: $Bound<'a>>> Iterator for $Name<'a, P> {
            type Item = &'a str;

            #[inline]
            fn next(&mut self) -> Option<&'a str> {
                self.0.$next()
            }
        }

        impl<'a, P: Pattern<Searcher<'a>: DoubleEndedSearcher<'a>>> DoubleEndedIterator
            for $Name<'a, P>
        {
            #[inline]
            fn next_back(&mut self) -> Option<&'a str> {
                self.0.$next_back()
            }
        }

        impl<'a, P: Pattern<Searcher<'a>: $Bound<'a>>> FusedIterator for $Name<'a, P> {}

        impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for $Name<'a, P> {
            fn clone(&self) -> Self {
                $Name(self.0.clone())
            }
        }

        impl<'a, P: Pattern> fmt::Debug for $Name<'a, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
            }
        }

        impl<'a, P: Pattern> $Name<'a, P> {
            /// What is left.
            #[inline]
            #[must_use]
            pub fn remainder(&self) -> Option<&'a str> {
                self.0.remainder()
            }
        }
    };
}

split_iterator! {
    /// Iterator of `split`.
    Split Searcher next / next_back
}

split_iterator! {
    /// Iterator of `rsplit`.
    RSplit ReverseSearcher next_back / next
}

split_iterator! {
    /// Iterator of `split_terminator`.
    SplitTerminator Searcher next / next_back
}

split_iterator! {
    /// Iterator of `rsplit_terminator`.
    RSplitTerminator ReverseSearcher next_back / next
}

split_iterator! {
    /// Iterator of `split_inclusive`.
    SplitInclusive Searcher next_inclusive / next_back_inclusive
}

/// At most a number of parts; the last one is all that is left.
macro_rules! splitn_iterator {
    ($(#[$doc:meta])* $Name:ident $Bound:ident $next:ident) => {
        $(#[$doc])*
        pub struct $Name<'a, P: Pattern> {
            iter: SplitInternal<'a, P>,
            count: usize,
        }

        impl<'a, P: Pattern<Searcher<'a>: $Bound<'a>>> Iterator for $Name<'a, P> {
            type Item = &'a str;

            #[inline]
            fn next(&mut self) -> Option<&'a str> {
                match self.count {
                    0 => None,
                    1 => {
                        self.count = 0;
                        self.iter.get_end()
                    }
                    _ => {
                        self.count -= 1;
                        self.iter.$next()
                    }
                }
            }
        }

        impl<'a, P: Pattern<Searcher<'a>: $Bound<'a>>> FusedIterator for $Name<'a, P> {}

        impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for $Name<'a, P> {
            fn clone(&self) -> Self {
                $Name {
                    iter: self.iter.clone(),
                    count: self.count,
                }
            }
        }

        impl<'a, P: Pattern> fmt::Debug for $Name<'a, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f;
                crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
            }
        }
    };
}

splitn_iterator! {
    /// Iterator of `splitn`.
    SplitN Searcher next
}

splitn_iterator! {
    /// Iterator of `rsplitn`.
    RSplitN ReverseSearcher next_back
}

impl str {
    /// The parts between matches.
    #[inline]
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split(SplitInternal::new(self, pat, true))
    }

    /// The parts that end with a match.
    #[inline]
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive(SplitInternal::new(self, pat, false))
    }

    /// The parts between matches, from the last to the first.
    #[inline]
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplit(SplitInternal::new(self, pat, true))
    }

    /// The parts before matches; what is behind the last one only if there is something.
    #[inline]
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator(SplitInternal::new(self, pat, false))
    }

    /// As `split_terminator`, from the last to the first.
    #[inline]
    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplitTerminator(SplitInternal::new(self, pat, false))
    }

    /// At most `n` parts between matches.
    #[inline]
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN {
            iter: SplitInternal::new(self, pat, true),
            count: n,
        }
    }

    /// At most `n` parts between matches, from the last to the first.
    #[inline]
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RSplitN {
            iter: SplitInternal::new(self, pat, true),
            count: n,
        }
    }
}
