//! Is there anything to do? A build leaves a note of what it depended on; when
//! nothing of that changed, the next one ends at once.
//!
//! The note stands in `target/wrc/fresh`, named by the options. It holds the
//! compiler, the environment where sources may ask for it, and each input and
//! output with its time and size. Builds with findings leave none: they would
//! have to be shown again. Nor do those with native programs, which only cargo
//! knows when to run.

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    time::{SystemTime, UNIX_EPOCH},
};
use wrc_session::{LoadOptions, Options, Outcome};

/// Where the note of these options stands, or will.
#[derive(Debug)]
pub struct Note {
    name: String,
    /// Folders that may have a `target`.
    folders: Vec<Utf8PathBuf>,
    /// What changed since may not have been read.
    start: SystemTime,
}

/// Variables that change from one command to the next.
const IGNORED: &[&str] = &["_", "PWD", "OLDPWD", "SHLVL"];

impl Note {
    /// `None` when such a build is always done: of single files, for work on
    /// the compiler, and of anything but modules.
    pub fn of(options: &Options, out_dir: Option<&Utf8Path>) -> Option<Note> {
        let is_plain = options.emit.is_empty() && options.unstable == Default::default();
        let LoadOptions { path, sysroot, .. } = &options.load;
        let is_file = path
            .as_ref()
            .is_some_and(|path| path.extension() == Some("rs"));
        if !is_plain || is_file || sysroot.is_some() {
            return None;
        }
        let cwd = Utf8PathBuf::from_path_buf(env::current_dir().ok()?).ok()?;
        let mut hasher = DefaultHasher::new();
        (format!("{options:?}"), &cwd, out_dir).hash(&mut hasher);
        let package = path.as_ref().map_or(cwd.clone(), |path| cwd.join(path));
        let mut folders: Vec<Utf8PathBuf> = Vec::new();
        for name in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"] {
            folders.extend(env::var(name).ok().map(|dir| cwd.join(dir)));
        }
        folders.extend(package.ancestors().map(|dir| dir.join("target")));
        Some(Note {
            name: format!("wrc/fresh/{:016x}", hasher.finish()),
            folders,
            start: SystemTime::now(),
        })
    }

    /// Is everything as it was after the last such build?
    pub fn is_fresh(&self) -> bool {
        let notes = self.folders.iter().map(|dir| dir.join(&self.name));
        let mut notes = notes.filter_map(|path| fs::read_to_string(path).ok());
        notes.next().is_some_and(|note| {
            note.strip_prefix(&head()).is_some_and(|entries| {
                let mut entries = entries.lines().filter_map(|line| line.split_once(' '));
                entries.all(|(known, path)| state(Utf8Path::new(path)) == known)
            })
        })
    }

    /// Notes what was built.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, outcome: &Outcome, outputs: &[Utf8PathBuf]) -> Result<()> {
        let Some(dir) = &outcome.output_dir else {
            return Ok(());
        };
        let inputs = outcome.files.inputs();
        let is_known = outcome.diagnostics.is_empty() && !outcome.is_scripted;
        if !is_known || inputs.iter().any(|path| self.is_late(path)) {
            return Ok(());
        }
        let mut paths: Vec<&Utf8PathBuf> = inputs.iter().chain(outputs).collect();
        paths.sort();
        paths.dedup();
        let entries = paths.iter().map(|path| format!("{} {path}\n", state(path)));
        let note = head() + &entries.collect::<String>();
        let target = dir.ancestors().find(|dir| dir.ends_with("wrc"));
        match target.and_then(Utf8Path::parent) {
            Some(target) => Ok(wrc_session::write(
                &target.join(&self.name),
                note.as_bytes(),
            )?),
            None => Ok(()),
        }
    }

    fn is_late(&self, path: &Utf8Path) -> bool {
        let changed = fs::metadata(path).and_then(|data| data.modified());
        changed.is_ok_and(|time| time >= self.start)
    }
}

/// The compiler and the environment. All of the latter: `env!` may ask for any
/// variable, and cargo for many.
fn head() -> String {
    let own = env::current_exe()
        .ok()
        .and_then(|it| Utf8PathBuf::from_path_buf(it).ok());
    let own = own.map_or_else(|| "?".to_owned(), |own| state(&own));
    let mut variables: Vec<(String, String)> = env::vars_os()
        .map(|(key, value)| (lossy(&key), lossy(&value)))
        .filter(|(key, _)| !IGNORED.contains(&key.as_str()))
        .collect();
    variables.sort();
    let mut hasher = DefaultHasher::new();
    variables.hash(&mut hasher);
    let version = env!("CARGO_PKG_VERSION");
    format!("wrc {version} {own} {:016x}\n", hasher.finish())
}

fn lossy(text: &std::ffi::OsStr) -> String {
    text.to_string_lossy().into_owned()
}

/// Time and size; `-` for what is not there.
fn state(path: &Utf8Path) -> String {
    let Ok(data) = fs::metadata(path) else {
        return "-".to_owned();
    };
    let time = data
        .modified()
        .ok()
        .and_then(|it| it.duration_since(UNIX_EPOCH).ok());
    let nanos = time.map_or(0, |time| time.as_nanos());
    format!("{nanos}:{}", data.len())
}
