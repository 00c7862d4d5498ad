//! Searching in text.

use super::index::part;
use super::pattern::{DoubleEndedSearcher, Pattern, ReverseSearcher, Searcher};
use crate::iter::FusedIterator;

impl str {
    /// Whether the text has a match.
    #[inline]
    pub fn contains<P: Pattern>(&self, pat: P) -> bool {
        pat.is_contained_in(self)
    }

    /// Whether the text starts with a match.
    #[inline]
    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {
        pat.is_prefix_of(self)
    }

    /// Whether the text ends with a match.
    #[inline]
    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        pat.is_suffix_of(self)
    }

    /// Where the first match starts.
    #[inline]
    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {
        match pat.into_searcher(self).next_match() {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    /// Where the last match starts.
    #[inline]
    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        match pat.into_searcher(self).next_match_back() {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    /// The text before and after the first match.
    #[inline]
    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let (start, end) = delimiter.into_searcher(self).next_match()?;
        Some((part(self, 0, start), part(self, end, self.len())))
    }

    /// The text before and after the last match.
    #[inline]
    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        let (start, end) = delimiter.into_searcher(self).next_match_back()?;
        Some((part(self, 0, start), part(self, end, self.len())))
    }

    /// The matches.
    #[inline]
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches(pat.into_searcher(self))
    }

    /// The matches, from the last to the first.
    #[inline]
    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RMatches(pat.into_searcher(self))
    }

    /// The matches with their indices.
    #[inline]
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices(pat.into_searcher(self))
    }

    /// The matches with their indices, from the last to the first.
    #[inline]
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P>
    where
        for<'a> P::Searcher<'a>: ReverseSearcher<'a>,
    {
        RMatchIndices(pat.into_searcher(self))
    }
}

/// An iterator over matches and the one in the other direction.
macro_rules! matches_iterators {
    ($(
        $(#[$doc:meta])* $Name:ident, $(#[$rdoc:meta])* $RName:ident:
        $Item:ty = |$text:ident, $start:ident, $end:ident| $value:expr;
    )*) => {
        $(
            $(#[$doc])*
            pub struct $Name<'a, P: Pattern>(P::Searcher<'a>);

            $(#[$rdoc])*
            pub struct $RName<'a, P: Pattern>(P::Searcher<'a>);

            impl<'a, P: Pattern> crate::fmt::Debug for $Name<'a, P> {
                fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                    crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a, P: Pattern> crate::fmt::Debug for $RName<'a, P> {
                fn fmt(&self, _f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                    crate::intrinsics::refuse("`{:?}` of this iterator is not supported: it would show fields that are not those of std")
                }
            }

            impl<'a, P: Pattern> Iterator for $Name<'a, P> {
                type Item = $Item;

                #[inline]
                fn next(&mut self) -> Option<$Item> {
                    let ($start, $end) = self.0.next_match()?;
                    let $text = self.0.haystack();
                    Some($value)
                }
            }

            impl<'a, P> DoubleEndedIterator for $Name<'a, P>
            where
                P: Pattern<Searcher<'a>: DoubleEndedSearcher<'a>>,
            {
                #[inline]
                fn next_back(&mut self) -> Option<$Item> {
                    let ($start, $end) = self.0.next_match_back()?;
                    let $text = self.0.haystack();
                    Some($value)
                }
            }

            impl<'a, P> Iterator for $RName<'a, P>
            where
                P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
            {
                type Item = $Item;

                #[inline]
                fn next(&mut self) -> Option<$Item> {
                    let ($start, $end) = self.0.next_match_back()?;
                    let $text = self.0.haystack();
                    Some($value)
                }
            }

            impl<'a, P> DoubleEndedIterator for $RName<'a, P>
            where
                P: Pattern<Searcher<'a>: DoubleEndedSearcher<'a>>,
            {
                #[inline]
                fn next_back(&mut self) -> Option<$Item> {
                    let ($start, $end) = self.0.next_match()?;
                    let $text = self.0.haystack();
                    Some($value)
                }
            }

            impl<'a, P: Pattern> FusedIterator for $Name<'a, P> {}

            impl<'a, P> FusedIterator for $RName<'a, P>
            where
                P: Pattern<Searcher<'a>: ReverseSearcher<'a>>,
            {
            }

            impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for $Name<'a, P> {
                fn clone(&self) -> Self {
                    $Name(self.0.clone())
                }
            }

            impl<'a, P: Pattern<Searcher<'a>: Clone>> Clone for $RName<'a, P> {
                fn clone(&self) -> Self {
                    $RName(self.0.clone())
                }
            }
        )*
    };
}

matches_iterators! {
    /// Iterator of `matches`.
    Matches,
    /// Iterator of `rmatches`.
    RMatches: &'a str = |text, start, end| part(text, start, end);
    /// Iterator of `match_indices`.
    MatchIndices,
    /// Iterator of `rmatch_indices`.
    RMatchIndices: (usize, &'a str) = |text, start, end| (start, part(text, start, end));
}
