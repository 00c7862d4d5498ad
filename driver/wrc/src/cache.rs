//! Where `wrc` keeps what may be made anew at any time.

use camino::Utf8PathBuf;
use std::env;

/// The variable that names another folder; when it is empty nothing is kept.
const VARIABLE: &str = "WRC_CACHE_DIR";

/// The folder that [`VARIABLE`] names, or `wrc` in the user's folder for caches.
pub fn folder() -> Option<Utf8PathBuf> {
    if let Ok(folder) = env::var(VARIABLE) {
        return (!folder.is_empty()).then(|| folder.into());
    }
    Some(user_caches()?.join("wrc"))
}

fn user_caches() -> Option<Utf8PathBuf> {
    let of = |variable| {
        let value = env::var(variable).ok().filter(|it| !it.is_empty());
        value.map(Utf8PathBuf::from)
    };
    if cfg!(windows) {
        of("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        Some(of("HOME")?.join("Library/Caches"))
    } else {
        of("XDG_CACHE_HOME").or_else(|| Some(of("HOME")?.join(".cache")))
    }
}
