//! Searching for several bytes in a row.

use crate::{arch::all::packedpair::HeuristicFrequencyRank, memchr, memrchr};
use alloc::{borrow::Cow, boxed::Box};

pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((first, rest)) = needle.split_first() else {
        return Some(0);
    };
    let last = haystack.len().checked_sub(needle.len())?;
    let mut start = 0;
    while start <= last {
        let at = start + memchr(*first, &haystack[start..=last])?;
        if haystack[at + 1..].starts_with(rest) {
            return Some(at);
        }
        start = at + 1;
    }
    None
}

pub fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let Some((first, rest)) = needle.split_first() else {
        return Some(haystack.len());
    };
    // One more than the last place that is left.
    let mut end = (haystack.len() + 1).checked_sub(needle.len())?;
    loop {
        let at = memrchr(*first, &haystack[..end])?;
        if haystack[at + 1..].starts_with(rest) {
            return Some(at);
        }
        end = at;
    }
}

pub fn find_iter<'h, 'n, N: 'n + ?Sized + AsRef<[u8]>>(
    haystack: &'h [u8],
    needle: &'n N,
) -> FindIter<'h, 'n> {
    Finder::new(needle).into_iter(haystack)
}

pub fn rfind_iter<'h, 'n, N: 'n + ?Sized + AsRef<[u8]>>(
    haystack: &'h [u8],
    needle: &'n N,
) -> FindRevIter<'h, 'n> {
    FinderRev::new(needle).into_iter(haystack)
}

macro_rules! finder {
    ($Finder:ident) => {
        #[derive(Clone, Debug)]
        pub struct $Finder<'n> {
            needle: Cow<'n, [u8]>,
        }

        impl<'n> $Finder<'n> {
            pub fn new<B: ?Sized + AsRef<[u8]>>(needle: &'n B) -> $Finder<'n> {
                $Finder {
                    needle: Cow::Borrowed(needle.as_ref()),
                }
            }

            fn owned(needle: Box<[u8]>) -> $Finder<'static> {
                $Finder {
                    needle: Cow::Owned(needle.into_vec()),
                }
            }

            pub fn into_owned(self) -> $Finder<'static> {
                $Finder {
                    needle: Cow::Owned(self.needle.into_owned()),
                }
            }

            pub fn as_ref(&self) -> $Finder<'_> {
                $Finder::new(self.needle())
            }

            pub fn needle(&self) -> &[u8] {
                &self.needle
            }
        }
    };
}

finder!(Finder);
finder!(FinderRev);

impl<'n> Finder<'n> {
    pub fn find(&self, haystack: &[u8]) -> Option<usize> {
        find(haystack, &self.needle)
    }

    pub fn find_iter<'a, 'h>(&'a self, haystack: &'h [u8]) -> FindIter<'h, 'a> {
        self.as_ref().into_iter(haystack)
    }

    fn into_iter<'h>(self, haystack: &'h [u8]) -> FindIter<'h, 'n> {
        FindIter {
            haystack,
            finder: self,
            start: 0,
        }
    }
}

impl<'n> FinderRev<'n> {
    pub fn rfind<B: AsRef<[u8]>>(&self, haystack: B) -> Option<usize> {
        rfind(haystack.as_ref(), &self.needle)
    }

    pub fn rfind_iter<'a, 'h>(&'a self, haystack: &'h [u8]) -> FindRevIter<'h, 'a> {
        self.as_ref().into_iter(haystack)
    }

    fn into_iter<'h>(self, haystack: &'h [u8]) -> FindRevIter<'h, 'n> {
        FindRevIter {
            haystack,
            finder: self,
            end: Some(haystack.len()),
        }
    }
}

#[derive(Clone, Debug)]
pub struct FindIter<'h, 'n> {
    haystack: &'h [u8],
    finder: Finder<'n>,
    start: usize,
}

impl<'h> FindIter<'h, '_> {
    pub fn into_owned(self) -> FindIter<'h, 'static> {
        FindIter {
            haystack: self.haystack,
            finder: self.finder.into_owned(),
            start: self.start,
        }
    }
}

impl Iterator for FindIter<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.start + self.finder.find(self.haystack.get(self.start..)?)?;
        self.start = at + self.finder.needle.len().max(1);
        Some(at)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self.haystack.len().checked_sub(self.start) {
            None => (0, Some(0)),
            Some(rest) => match self.finder.needle.len() {
                0 => (rest + 1, rest.checked_add(1)),
                needle => (0, Some(rest / needle)),
            },
        }
    }
}

impl core::iter::FusedIterator for FindIter<'_, '_> {}

#[derive(Clone, Debug)]
pub struct FindRevIter<'h, 'n> {
    haystack: &'h [u8],
    finder: FinderRev<'n>,
    /// What is behind was searched; `None` when nothing is left.
    end: Option<usize>,
}

impl<'h> FindRevIter<'h, '_> {
    pub fn into_owned(self) -> FindRevIter<'h, 'static> {
        FindRevIter {
            haystack: self.haystack,
            finder: self.finder.into_owned(),
            end: self.end,
        }
    }
}

impl Iterator for FindRevIter<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let end = self.end?;
        let at = self.finder.rfind(&self.haystack[..end])?;
        self.end = match at == end {
            true => end.checked_sub(1),
            false => Some(at),
        };
        Some(at)
    }
}

impl core::iter::FusedIterator for FindRevIter<'_, '_> {}

/// How to search; there is one way here.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default)]
pub enum Prefilter {
    None,
    #[default]
    Auto,
}

#[derive(Clone, Debug, Default)]
pub struct FinderBuilder {
    prefilter: Prefilter,
}

impl FinderBuilder {
    pub fn new() -> FinderBuilder {
        FinderBuilder::default()
    }

    pub fn build_forward<'n, B: ?Sized + AsRef<[u8]>>(&self, needle: &'n B) -> Finder<'n> {
        Finder::new(needle)
    }

    pub fn build_forward_owned<B: Into<Box<[u8]>>>(&self, needle: B) -> Finder<'static> {
        Finder::owned(needle.into())
    }

    pub fn build_forward_with_ranker<'n, R: HeuristicFrequencyRank, B: ?Sized + AsRef<[u8]>>(
        &self,
        _: R,
        needle: &'n B,
    ) -> Finder<'n> {
        Finder::new(needle)
    }

    pub fn build_forward_with_ranker_owned<R: HeuristicFrequencyRank, B: Into<Box<[u8]>>>(
        &self,
        _: R,
        needle: B,
    ) -> Finder<'static> {
        Finder::owned(needle.into())
    }

    pub fn build_reverse<'n, B: ?Sized + AsRef<[u8]>>(&self, needle: &'n B) -> FinderRev<'n> {
        FinderRev::new(needle)
    }

    pub fn build_reverse_owned<B: Into<Box<[u8]>>>(&self, needle: B) -> FinderRev<'static> {
        FinderRev::owned(needle.into())
    }

    pub fn prefilter(&mut self, prefilter: Prefilter) -> &mut FinderBuilder {
        self.prefilter = prefilter;
        self
    }
}
