//! Parts of the library that a program does not have.
//!
//! Reading the library is most of the work of compiling a small program, and
//! most programs use little of it. Whoever wants something of
//! `std::collections` must write that word, in a path or an import: identifiers
//! cannot be put together from pieces. So modules whose words are nowhere in
//! the sources are left out of the library, with `cfg(without = "…")`, and no
//! program can tell. Words in comments and strings count too; that costs time
//! only. What cannot be read here (included files, what build scripts and
//! procedural macros of dependencies write) takes everything in.

use crate::{
    cfg::Panic,
    workspace::{Origin, Workspace},
};

/// Parts, and words of which each program that gets at the part has one: those
/// of the part itself and of parts that need it; a part may have several rows.
const PARTS: &[(&str, &[&str])] = &[
    ("backtrace", &["backtrace"]),
    ("collections", &["collections", "mpsc"]),
    ("fs", FS),
    ("net", &["net"]),
    ("path", &["path", "ffi", "env", "Command"]),
    ("path", FS),
    ("range", &["range"]),
    ("split_off", &["split_off", "as_rchunks"]),
    ("sync", &["sync"]),
    ("thread", &["thread", "sync"]),
    ("thread_local", &["thread_local"]),
    ("time", &["time", "thread", "sync", "net"]),
    ("time", FS),
    ("wasm", &["wasm"]),
    ("wrapped", &["Wrapping", "Saturating"]),
];

/// The word `fs` after what may precede it: `offset` holds it too. And the
/// methods of paths that give its types.
const FS: &[&str] = &[
    "::fs", " fs", "{fs", ",fs", "\tfs", "\nfs", "metadata", "read_dir",
];

/// All parts.
pub(crate) fn all() -> Vec<&'static str> {
    let mut parts: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
    parts.dedup();
    parts
}

impl Workspace {
    /// Takes in the parts of the library that the sources may get at, and has
    /// panics unwind where they are caught. Tells whether that changed anything.
    pub fn take_in_parts(&mut self) -> bool {
        let (files, before) = (&self.files, (self.without.len(), self.profile.panic));
        let is_user = |origin: Origin| !matches!(origin, Origin::Library(_));
        let has = |word: &str| {
            let mut user = files.iter().filter(|(_, file)| is_user(file.origin));
            user.any(|(_, file)| file.text.contains(word))
        };
        let crates = self.crates.values().filter(|krate| is_user(krate.origin));
        if crates.count() > 1 || has("include!") {
            self.without.clear();
        }
        let needs = |part: &str| {
            let mut words = PARTS.iter().filter(|(name, _)| *name == part);
            words.any(|(_, words)| words.iter().any(|word| has(word)))
        };
        let unwinds = || match has("catch_unwind") || has("thread::panicking") {
            true => Panic::Unwind,
            false => Panic::Abort,
        };
        self.profile.panic = self.panic.unwrap_or_else(unwinds);
        self.without.retain(|part| !needs(part));
        (self.without.len(), self.profile.panic) != before
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::{Files, Origin, Profile, Workspace};
    use wrc_base::PrimaryMap;

    #[test]
    fn words_take_parts_in() {
        let mut files = Files::default();
        let text = "fn main() {}".into();
        let root = files.add("a.rs".into(), "/a.rs".into(), text, Origin::User);
        let mut ws = Workspace {
            files,
            crates: PrimaryMap::new(),
            profile: Profile::dev(),
            without: all(),
            panic: None,
            output_name: String::new(),
            output_dir: None,
            package: None,
            is_scripted: false,
        };
        assert!(!ws.take_in_parts());
        assert_eq!(ws.without, all());
        ws.files
            .set_text(root, "fn main() { std::thread::yield_now() }");
        assert!(ws.take_in_parts());
        assert_eq!(
            ws.without,
            [
                "backtrace",
                "collections",
                "fs",
                "net",
                "path",
                "range",
                "split_off",
                "sync",
                "thread_local",
                "wasm",
                "wrapped"
            ]
        );
        ws.files.set_text(root, "fn main() {}");
        assert!(!ws.take_in_parts());
    }
}
