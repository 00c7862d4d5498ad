//! What `cfg(…)` sees.

use crate::workspace::{CrateInfo, Origin, Workspace};
use ra_ap_cfg::CfgOptions;
use ra_ap_intern::Symbol;

/// Checks and assertions, as cargo's profiles decide them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Profile {
    pub debug_assertions: bool,
    pub overflow_checks: bool,
    pub release: bool,
    pub panic: Panic,
}

/// What a panic does after its message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panic {
    /// Ends the program.
    Abort,
    /// Drops what is alive, up to the next `catch_unwind`.
    Unwind,
}

impl Panic {
    /// The value of `cfg(panic = "…")`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Panic::Abort => "abort",
            Panic::Unwind => "unwind",
        }
    }
}

impl Profile {
    pub fn dev() -> Profile {
        Profile {
            debug_assertions: true,
            overflow_checks: true,
            release: false,
            panic: Panic::Abort,
        }
    }

    pub fn release() -> Profile {
        Profile {
            debug_assertions: false,
            overflow_checks: false,
            release: true,
            panic: Panic::Abort,
        }
    }
}

/// Keys with values. `unix`, `windows` and `doctest` are not set.
const TARGET: &[(&str, &str)] = &[
    ("target_arch", "wasm32"),
    ("target_family", "wasm"),
    ("target_os", "unknown"),
    ("target_env", ""),
    ("target_abi", ""),
    ("target_vendor", "unknown"),
    ("target_endian", "little"),
    ("target_pointer_width", "32"),
    ("target_has_atomic", "8"),
    ("target_has_atomic", "16"),
    ("target_has_atomic", "32"),
    ("target_has_atomic", "64"),
    ("target_has_atomic", "ptr"),
];

/// The options of one crate. The library is compiled once for all profiles,
/// as rustc's is: without debug assertions.
pub(crate) fn options(krate: &CrateInfo, ws: &Workspace) -> CfgOptions {
    let mut options = CfgOptions::default();
    for (key, value) in TARGET {
        options.insert_key_value(Symbol::intern(key), Symbol::intern(value));
    }
    let panic = ws.profile.panic.name();
    options.insert_key_value(Symbol::intern("panic"), Symbol::intern(panic));
    options.insert_atom(Symbol::intern("target_has_atomic"));
    options.insert_atom(Symbol::intern("wasm_gc"));
    let profile = ws.profile;
    let is_user = !matches!(krate.origin, Origin::Library(_));
    if krate.test {
        options.insert_atom(Symbol::intern("test"));
    }
    if is_user && profile.debug_assertions {
        options.insert_atom(Symbol::intern("debug_assertions"));
    }
    if is_user && profile.overflow_checks {
        options.insert_atom(Symbol::intern("overflow_checks"));
    }
    if let Origin::Library(_) = krate.origin {
        for part in &ws.without {
            options.insert_key_value(Symbol::intern("without"), Symbol::intern(part));
        }
    }
    for feature in &krate.features {
        options.insert_key_value(Symbol::intern("feature"), Symbol::intern(feature));
    }
    for (key, value) in &krate.cfgs {
        let key = Symbol::intern(key);
        match value {
            Some(value) => options.insert_key_value(key, Symbol::intern(value)),
            None => options.insert_atom(key),
        }
    }
    options
}
