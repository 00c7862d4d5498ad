//! Lowered bodies of the library on disk, for the next compilation.
//!
//! One file for each combination of library, `cfg`s and compiler. What cannot
//! be read is made anew; what cannot be written is made anew the next time:
//! neither is an error.

use crate::output;
use camino::{Utf8Path, Utf8PathBuf};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    time::Duration,
};
use wrc_project::Workspace;

/// Files of libraries and compilers that are gone are removed after this time.
const KEPT_FOR: Duration = Duration::from_hours(24 * 30);

/// How the names of the files begin.
const PREFIX: &str = "library-";

/// Where this compilation finds and leaves them.
#[derive(Debug)]
pub(crate) struct Place {
    folder: Utf8PathBuf,
    name: String,
}

impl Place {
    pub fn of(ws: &Workspace, folder: &Utf8Path) -> Place {
        let mut key = DefaultHasher::new();
        wrc_bridge::FORMAT.hash(&mut key);
        ws.hash_library(&mut key);
        Place {
            folder: folder.to_owned(),
            name: format!("{PREFIX}{:016x}", key.finish()),
        }
    }

    /// The bytes stored last; none when there are none or they are damaged.
    pub fn load(&self) -> Vec<u8> {
        let stored = fs::read(self.folder.join(&self.name)).unwrap_or_default();
        match stored.split_first_chunk() {
            Some((sum, bytes)) if u64::from_le_bytes(*sum) == checksum(bytes) => bytes.to_vec(),
            Some(_) | None => Vec::new(),
        }
    }

    pub fn store(&self, bytes: &[u8]) {
        let mut stored = checksum(bytes).to_le_bytes().to_vec();
        stored.extend_from_slice(bytes);
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

fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}
