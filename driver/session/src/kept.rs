//! Lowered bodies of the library on disk, for the next compilation.
//!
//! One file for each combination of library, `cfg`s and compiler. What cannot
//! be read is made anew; what cannot be written is made anew the next time:
//! neither is an error.
//!
//! ```text
//! checksum ── of all that follows, 8 bytes
//! words ───── their number and each one's hash, 4 bytes each, sorted
//! bodies ──── as the bridge wrote them
//! ```
//! The words are those of the sources that were compiled. A program of known
//! words most likely needs no body that is not here.

use crate::output;
use camino::{Utf8Path, Utf8PathBuf};
use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    time::Duration,
};
use wrc_project::{Origin, Workspace};

/// Files of libraries and compilers that are gone are removed after this time.
const KEPT_FOR: Duration = Duration::from_hours(24 * 30);

/// How the names of the files begin.
const PREFIX: &str = "library-";

/// What was kept, and where this compilation leaves what comes new.
#[derive(Debug)]
pub(crate) struct Kept {
    folder: Utf8PathBuf,
    name: String,
    bodies: Vec<u8>,
    /// Hashes of the words of earlier programs, and of this one.
    words: BTreeSet<u32>,
    knows_words: bool,
}

impl Kept {
    /// Reads what was stored last; nothing when it is damaged.
    pub fn load(ws: &Workspace, folder: &Utf8Path) -> Kept {
        let mut key = DefaultHasher::new();
        wrc_bridge::FORMAT.hash(&mut key);
        ws.hash_library(&mut key);
        let name = format!("{PREFIX}{:016x}", key.finish());
        let stored = fs::read(folder.join(&name)).unwrap_or_default();
        let (mut words, bodies) = parse(&stored).unwrap_or_default();
        let known = words.len();
        words.extend(words_of(ws));
        Kept {
            folder: folder.to_owned(),
            name,
            bodies: bodies.to_vec(),
            knows_words: words.len() == known,
            words,
        }
    }

    /// For the bridge; empty when there are none.
    pub fn bodies(&self) -> &[u8] {
        &self.bodies
    }

    /// Is each word of the program one of an earlier program?
    pub fn knows_words(&self) -> bool {
        self.knows_words
    }

    /// Leaves the bodies, when some came new, and the words.
    pub fn store(&self, new: Option<&[u8]>) {
        if new.is_none() && self.knows_words {
            return;
        }
        let mut content = (self.words.len() as u32).to_le_bytes().to_vec();
        content.extend(self.words.iter().flat_map(|word| word.to_le_bytes()));
        content.extend_from_slice(new.unwrap_or(&self.bodies));
        let mut stored = checksum(&content).to_le_bytes().to_vec();
        stored.append(&mut content);
        // A full disk or a folder that is not ours: see above.
        let _ = output::write(&self.folder.join(&self.name), &stored);
        self.remove_old();
    }

    fn remove_old(&self) {
        let Ok(entries) = self.folder.read_dir_utf8() else {
            return;
        };
        for entry in entries.flatten() {
            let written = entry.metadata().and_then(|it| it.modified());
            let age = written.ok().and_then(|it| it.elapsed().ok());
            if entry.file_name().starts_with(PREFIX) && age.is_some_and(|it| it > KEPT_FOR) {
                // Somebody else may have removed it.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Words and bodies; `None` when it is not what was stored.
fn parse(stored: &[u8]) -> Option<(BTreeSet<u32>, &[u8])> {
    let (sum, content) = stored.split_first_chunk()?;
    if u64::from_le_bytes(*sum) != checksum(content) {
        return None;
    }
    let (len, rest) = content.split_first_chunk()?;
    let (words, bodies) = rest.split_at_checked(u32::from_le_bytes(*len) as usize * 4)?;
    let (words, _) = words.as_chunks();
    let words = words.iter().map(|word| u32::from_le_bytes(*word));
    Some((words.collect(), bodies))
}

/// Hashes of the words in all sources but the library's.
fn words_of(ws: &Workspace) -> impl Iterator<Item = u32> {
    let files = ws.files.iter().map(|(_, file)| file);
    let files = files.filter(|file| !matches!(file.origin, Origin::Library(_)));
    let is_inside = |c: char| c == '_' || c.is_alphanumeric();
    let words = files.flat_map(move |file| file.text.split(move |c| !is_inside(c)));
    words.map(|word| checksum(word.as_bytes()) as u32)
}

fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}
