//! What text can be searched for.

mod chars;
mod text;

pub use self::chars::{
    CharArrayRefSearcher, CharArraySearcher, CharPredicateSearcher, CharSearcher,
    CharSliceSearcher, MultiCharSearcher,
};
pub use self::text::StrSearcher;

use super::index::part;

/// What text can be searched for.
pub trait Pattern: Sized {
    /// The search in one text.
    type Searcher<'a>: Searcher<'a>;

    /// Starts a search.
    fn into_searcher(self, haystack: &str) -> Self::Searcher<'_>;

    /// Whether there is a match.
    #[inline]
    fn is_contained_in(self, haystack: &str) -> bool {
        self.into_searcher(haystack).next_match().is_some()
    }

    /// Whether there is a match at the start.
    #[inline]
    fn is_prefix_of(self, haystack: &str) -> bool {
        matches!(
            self.into_searcher(haystack).next(),
            SearchStep::Match(0, _)
        )
    }

    /// Whether there is a match at the end.
    #[inline]
    fn is_suffix_of<'a>(self, haystack: &'a str) -> bool
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        let len = haystack.len();
        matches!(
            self.into_searcher(haystack).next_back(),
            SearchStep::Match(_, end) if end == len
        )
    }

    /// The text without the match at its start.
    #[inline]
    fn strip_prefix_of(self, haystack: &str) -> Option<&str> {
        if let SearchStep::Match(0, end) = self.into_searcher(haystack).next() {
            Some(part(haystack, end, haystack.len()))
        } else {
            None
        }
    }

    /// The text without the match at its end.
    #[inline]
    fn strip_suffix_of<'a>(self, haystack: &'a str) -> Option<&'a str>
    where
        Self::Searcher<'a>: ReverseSearcher<'a>,
    {
        match self.into_searcher(haystack).next_back() {
            SearchStep::Match(start, end) if end == haystack.len() => {
                Some(part(haystack, 0, start))
            }
            _ => None,
        }
    }

    /// The pattern as text, if it is.
    #[inline]
    fn as_utf8_pattern(&self) -> Option<Utf8Pattern<'_>> {
        None
    }
}

/// A pattern that is text.
#[derive(Copy, Clone, Eq, PartialEq, Debug)]
pub enum Utf8Pattern<'a> {
    /// Text.
    StringPattern(&'a [u8]),
    /// One character.
    CharPattern(char),
}

/// What a search finds next.
#[derive(Copy, Clone, Eq, PartialEq, Debug)]
pub enum SearchStep {
    /// A match.
    Match(usize, usize),
    /// A part without a match.
    Reject(usize, usize),
    /// The end.
    Done,
}

/// A search from the start.
pub unsafe trait Searcher<'a> {
    /// The text.
    fn haystack(&self) -> &'a str;

    /// The next part, or match.
    fn next(&mut self) -> SearchStep;

    /// The next match.
    #[inline]
    fn next_match(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next() {
                SearchStep::Match(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                SearchStep::Reject(..) => {}
            }
        }
    }

    /// The next part without a match.
    #[inline]
    fn next_reject(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next() {
                SearchStep::Reject(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                SearchStep::Match(..) => {}
            }
        }
    }
}

/// A search from the end.
pub unsafe trait ReverseSearcher<'a>: Searcher<'a> {
    /// The next part, or match.
    fn next_back(&mut self) -> SearchStep;

    /// The next match.
    #[inline]
    fn next_match_back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next_back() {
                SearchStep::Match(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                SearchStep::Reject(..) => {}
            }
        }
    }

    /// The next part without a match.
    #[inline]
    fn next_reject_back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.next_back() {
                SearchStep::Reject(a, b) => return Some((a, b)),
                SearchStep::Done => return None,
                SearchStep::Match(..) => {}
            }
        }
    }
}

/// A search that finds the same matches from both ends.
pub trait DoubleEndedSearcher<'a>: ReverseSearcher<'a> {}
