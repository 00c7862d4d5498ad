//! Finding a rustc that has the target's standard library.

use crate::Failure;
use camino::{Utf8Path, Utf8PathBuf};
use std::{env, fs, process::Command};

/// A rustc, and how cargo is told about it.
#[derive(Clone, Debug)]
pub struct Toolchain {
    rustc: Utf8PathBuf,
    /// cargo would take another one.
    is_chosen: bool,
}

impl Toolchain {
    /// The first of: the given path, `WRC_RUSTC`, `RUSTC`, the `rustc` of the
    /// active toolchain. It is not looked at here.
    pub fn find(given: Option<&Utf8Path>) -> Toolchain {
        let from_env = |name| env::var(name).ok().filter(|path| !path.is_empty());
        let chosen = given.map(Utf8Path::to_string);
        let chosen = chosen.or_else(|| from_env("WRC_RUSTC"));
        match chosen.or_else(|| from_env("RUSTC")) {
            Some(path) => Toolchain {
                rustc: absolute(&path),
                is_chosen: true,
            },
            None => Toolchain {
                rustc: "rustc".into(),
                is_chosen: false,
            },
        }
    }

    /// Makes sure that the target's standard library is there.
    ///
    /// # Errors
    /// When it is not, or rustc cannot be started.
    pub fn require(&self, target: &str) -> Result<(), Failure> {
        let mut command = self.command();
        command.args(["--print", "target-libdir", "--target", target]);
        let no_rustc = |reason: String| Failure::NoRustc {
            rustc: self.rustc.to_string(),
            reason,
        };
        let output = command
            .output()
            .map_err(|error| no_rustc(error.to_string()))?;
        if !output.status.success() {
            let reason = String::from_utf8_lossy(&output.stderr);
            return Err(no_rustc(reason.trim().to_owned()));
        }
        let folder = String::from_utf8_lossy(&output.stdout);
        if has_std(Utf8Path::new(folder.trim())) {
            return Ok(());
        }
        Err(Failure::NoStd {
            rustc: self.rustc.to_string(),
            target: target.to_owned(),
        })
    }

    /// rustc itself.
    pub fn command(&self) -> Command {
        Command::new(&self.rustc)
    }

    /// cargo, which will start this rustc.
    pub fn cargo(&self) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        if self.is_chosen {
            command.env("RUSTC", &self.rustc);
        }
        command
    }
}

/// A path is seen from the current folder, a name is looked up by the system.
fn absolute(path: &str) -> Utf8PathBuf {
    let path = Utf8Path::new(path);
    if path.components().count() == 1 {
        return path.to_owned();
    }
    camino::absolute_utf8(path).unwrap_or_else(|_| path.to_owned())
}

fn has_std(folder: &Utf8Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libcore-") && name.ends_with(".rlib")
        })
    })
}
