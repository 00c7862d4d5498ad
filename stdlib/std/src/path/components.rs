//! Iteration over the parts of a path.
//!
//! Repeated separators, a trailing one, and `.` other than at the start are no parts.

use super::{Component, Path};
use crate::ffi::OsStr;
use crate::fmt;

/// How far an end of the iterator has come.
#[derive(Copy, Clone, PartialEq, PartialOrd, Debug)]
enum State {
    /// Before the root or the leading `.`.
    Start,
    /// Among the names.
    Body,
    Done,
}

/// See `Path::components`.
#[derive(Clone)]
pub struct Components<'a> {
    path: &'a str,
    has_root: bool,
    front: State,
    back: State,
}

impl<'a> Components<'a> {
    pub(super) fn new(path: &'a str) -> Components<'a> {
        Components {
            path,
            has_root: path.as_bytes().first() == Some(&b'/'),
            front: State::Start,
            back: State::Body,
        }
    }

    /// What has not been iterated over yet.
    pub fn as_path(&self) -> &'a Path {
        let mut rest = self.clone();
        if rest.front == State::Body {
            rest.trim_front();
        }
        if rest.back == State::Body {
            rest.trim_back();
        }
        Path::new(rest.path)
    }

    /// Whether the path is absolute.
    pub(super) fn has_root(&self) -> bool {
        self.has_root
    }

    fn has_leading_dot(&self) -> bool {
        let bytes = self.path.as_bytes();
        !self.has_root && bytes.first() == Some(&b'.') && matches!(bytes.get(1), None | Some(b'/'))
    }

    /// The length of the root or the leading `.`, if it is still there.
    fn start_len(&self) -> usize {
        (self.front == State::Start && (self.has_root || self.has_leading_dot())) as usize
    }

    /// The part at the front, if it is one, and how many bytes to leave behind.
    fn front_part(&self) -> (usize, Option<Component<'a>>) {
        match self.path.as_bytes().iter().position(|byte| *byte == b'/') {
            Some(index) => (index + 1, part(&self.path[..index])),
            None => (self.path.len(), part(self.path)),
        }
    }

    /// The part at the back, if it is one, and how many bytes to leave behind.
    fn back_part(&self) -> (usize, Option<Component<'a>>) {
        let body = &self.path[self.start_len()..];
        match body.as_bytes().iter().rposition(|byte| *byte == b'/') {
            Some(index) => (body.len() - index, part(&body[index + 1..])),
            None => (body.len(), part(body)),
        }
    }

    fn cut_front(&mut self, len: usize) {
        self.path = &self.path[len..];
    }

    fn cut_back(&mut self, len: usize) {
        self.path = &self.path[..self.path.len() - len];
    }

    fn trim_front(&mut self) {
        while !self.path.is_empty() {
            let (len, part) = self.front_part();
            if part.is_some() {
                return;
            }
            self.cut_front(len);
        }
    }

    fn trim_back(&mut self) {
        while self.path.len() > self.start_len() {
            let (len, part) = self.back_part();
            if part.is_some() {
                return;
            }
            self.cut_back(len);
        }
    }

    fn is_finished(&self) -> bool {
        self.front == State::Done || self.back == State::Done || self.front > self.back
    }

    fn start_part(&self) -> Component<'a> {
        if self.has_root {
            Component::RootDir
        } else {
            Component::CurDir
        }
    }
}

fn part(text: &str) -> Option<Component<'_>> {
    match text {
        "" | "." => None,
        ".." => Some(Component::ParentDir),
        name => Some(Component::Normal(OsStr::new(name))),
    }
}

impl<'a> Iterator for Components<'a> {
    type Item = Component<'a>;

    fn next(&mut self) -> Option<Component<'a>> {
        while !self.is_finished() {
            match self.front {
                State::Start => {
                    let len = self.start_len();
                    self.front = State::Body;
                    if len != 0 {
                        self.cut_front(len);
                        return Some(self.start_part());
                    }
                }
                State::Body if !self.path.is_empty() => {
                    let (len, part) = self.front_part();
                    self.cut_front(len);
                    if part.is_some() {
                        return part;
                    }
                }
                State::Body => self.front = State::Done,
                State::Done => return None,
            }
        }
        None
    }
}

impl<'a> DoubleEndedIterator for Components<'a> {
    fn next_back(&mut self) -> Option<Component<'a>> {
        while !self.is_finished() {
            match self.back {
                State::Body if self.path.len() > self.start_len() => {
                    let (len, part) = self.back_part();
                    self.cut_back(len);
                    if part.is_some() {
                        return part;
                    }
                }
                State::Body => self.back = State::Start,
                State::Start => {
                    let len = self.start_len();
                    self.back = State::Done;
                    if len != 0 {
                        self.cut_back(len);
                        return Some(self.start_part());
                    }
                    return None;
                }
                State::Done => return None,
            }
        }
        None
    }
}

impl core::iter::FusedIterator for Components<'_> {}

/// Lists the parts.
struct Parts<'a>(Components<'a>);

impl fmt::Debug for Parts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.clone()).finish()
    }
}

impl fmt::Debug for Components<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Components")
            .field(&Parts(self.clone()))
            .finish()
    }
}

impl AsRef<Path> for Components<'_> {
    fn as_ref(&self) -> &Path {
        self.as_path()
    }
}

impl AsRef<OsStr> for Components<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_path().as_os_str()
    }
}

impl<'a> PartialEq for Components<'a> {
    fn eq(&self, other: &Components<'a>) -> bool {
        Iterator::eq(self.clone().rev(), other.clone().rev())
    }
}

impl Eq for Components<'_> {}

impl<'a> PartialOrd for Components<'a> {
    fn partial_cmp(&self, other: &Components<'a>) -> Option<core::cmp::Ordering> {
        Some(Iterator::cmp(self.clone(), other.clone()))
    }
}

impl Ord for Components<'_> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        Iterator::cmp(self.clone(), other.clone())
    }
}

/// See `Path::iter`.
#[derive(Clone)]
pub struct Iter<'a> {
    pub(super) inner: Components<'a>,
}

impl<'a> Iter<'a> {
    /// What has not been iterated over yet.
    pub fn as_path(&self) -> &'a Path {
        self.inner.as_path()
    }
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a OsStr;

    fn next(&mut self) -> Option<&'a OsStr> {
        self.inner.next().map(Component::as_os_str)
    }
}

impl<'a> DoubleEndedIterator for Iter<'a> {
    fn next_back(&mut self) -> Option<&'a OsStr> {
        self.inner.next_back().map(Component::as_os_str)
    }
}

impl core::iter::FusedIterator for Iter<'_> {}

impl fmt::Debug for Iter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&OsStr> = self.clone().collect();
        f.debug_tuple("Iter").field(&names).finish()
    }
}

impl AsRef<Path> for Iter<'_> {
    fn as_ref(&self) -> &Path {
        self.as_path()
    }
}

impl AsRef<OsStr> for Iter<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_path().as_os_str()
    }
}

/// See `Path::ancestors`.
#[derive(Copy, Clone, Debug)]
pub struct Ancestors<'a> {
    pub(super) next: Option<&'a Path>,
}

impl<'a> Iterator for Ancestors<'a> {
    type Item = &'a Path;

    fn next(&mut self) -> Option<&'a Path> {
        let next = self.next;
        self.next = next.and_then(Path::parent);
        next
    }
}

impl core::iter::FusedIterator for Ancestors<'_> {}
