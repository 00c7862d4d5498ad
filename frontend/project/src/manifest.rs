//! What cargo does not tell about `Cargo.toml`: the profiles.

use crate::cfg::{Panic, Profile};
use crate::toml_walk::{self, Table, error};
use toml::de::DeTable;
use wrc_base::FileId;
use wrc_diagnostics::Diagnostic;

/// The profile as the workspace's manifest changes it.
pub(crate) fn profile(
    text: &str,
    file: FileId,
    release: bool,
) -> Result<(Profile, Option<Panic>), Diagnostic> {
    let tree = DeTable::parse(text).map_err(|problem| {
        let at = problem.span().unwrap_or(0..0);
        error(toml_walk::span(file, at), problem.message().to_owned())
    })?;
    let root = Table::root(tree.get_ref(), file);
    let (name, mut profile) = match release {
        true => ("release", Profile::release()),
        false => ("dev", Profile::dev()),
    };
    let Some(profiles) = root.table("profile")? else {
        return Ok((profile, None));
    };
    let Some(table) = profiles.table(name)? else {
        return Ok((profile, None));
    };
    if let Some(on) = table.bool("debug-assertions")? {
        profile.debug_assertions = on;
        profile.overflow_checks = on;
    }
    if let Some(on) = table.bool("overflow-checks")? {
        profile.overflow_checks = on;
    }
    let panic = match table.string("panic")? {
        Some("abort") => Some(Panic::Abort),
        Some("unwind") => Some(Panic::Unwind),
        _ => None,
    };
    Ok((profile, panic))
}
