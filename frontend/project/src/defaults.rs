//! `[package.metadata.wrc]`: what a package wants where the command line says
//! nothing.
//!
//! ```toml
//! [package.metadata.wrc]
//! mode = "own"             # or "gc"
//! panic = "unwind"         # or "abort"
//! strict = true            # uses of moved values are errors
//! target = "wasm32-wasip2" # of ownership mode
//! ```
//!
//! Only the package that is compiled is asked, not what it depends on.

use crate::cfg::Panic;
use crate::load::{LoadOptions, current_dir, manifest_of};
use crate::modules::vfs_path;
use crate::toml_walk::{self, Table, Value, error};
use crate::workspace::{Files, Origin};
use crate::{cargo, choose};
use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use toml::de::DeTable;
use wrc_base::FileId;
use wrc_diagnostics::Diagnostic;

/// The values that are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// `gc` or `own`.
    pub mode: Option<&'static str>,
    pub panic: Option<Panic>,
    pub strict: Option<bool>,
    pub target: Option<String>,
}

/// Collected heap or ownership.
const MODES: [&str; 2] = ["gc", "own"];

const PANICS: [Panic; 2] = [Panic::Abort, Panic::Unwind];

const KEYS: [&str; 4] = ["mode", "panic", "strict", "target"];

/// The defaults of the package that the options name. A file has none.
///
/// # Errors
/// When there is no current directory. What is wrong with the manifest is a
/// diagnostic, to be shown with the files.
pub fn defaults(options: &LoadOptions) -> Result<Result<Defaults, (Diagnostic, Files)>> {
    let mut files = Files::default();
    Ok(match manifest_of(options)? {
        Ok(Some(manifest)) => {
            of_package(&manifest, options, &mut files).map_err(|error| (error, files))
        }
        // Loading says what is wrong.
        Ok(None) | Err(_) => Ok(Defaults::default()),
    })
}

fn of_package(
    manifest: &Utf8Path,
    options: &LoadOptions,
    files: &mut Files,
) -> Result<Defaults, Diagnostic> {
    let Ok(text) = std::fs::read_to_string(manifest) else {
        return Ok(Defaults::default());
    };
    let Ok(tree) = DeTable::parse(&text) else {
        return Ok(Defaults::default());
    };
    let name = tree.get_ref().get("package").and_then(|package| {
        let package = package.get_ref().as_table()?;
        package.get("name")?.get_ref().as_str()
    });
    let is_meant = match &options.package {
        Some(wanted) => name == Some(wanted),
        None => name.is_some(),
    };
    if is_meant {
        return read(manifest, &text, files);
    }
    let Some(other) = member(manifest, options) else {
        return Ok(Defaults::default());
    };
    let text = std::fs::read_to_string(&other).unwrap_or_default();
    read(&other, &text, files)
}

/// The manifest of the workspace's member that is meant.
fn member(manifest: &Utf8Path, options: &LoadOptions) -> Option<Utf8PathBuf> {
    let metadata = cargo::members(manifest, &options.cargo).ok()?;
    let name = options.package.as_deref();
    let package = choose::package(&metadata, manifest, name, &options.target).ok()?;
    package
        .source
        .is_none()
        .then(|| package.manifest_path.clone())
}

fn read(manifest: &Utf8Path, text: &str, files: &mut Files) -> Result<Defaults, Diagnostic> {
    let cwd = current_dir().unwrap_or_default();
    let shown = manifest.strip_prefix(&cwd).unwrap_or(manifest);
    let file = files.add(
        shown.to_string(),
        vfs_path(manifest),
        text.into(),
        Origin::Manifest,
    );
    of_text(text, file)
}

fn of_text(text: &str, file: FileId) -> Result<Defaults, Diagnostic> {
    let mut found = Defaults::default();
    // What is no TOML is cargo's to complain about.
    let Ok(tree) = DeTable::parse(text) else {
        return Ok(found);
    };
    let mut table = Table::root(tree.get_ref(), file);
    for name in ["package", "metadata", "wrc"] {
        match table.table(name)? {
            Some(inner) => table = inner,
            None => return Ok(found),
        }
    }
    for (key, span) in table.keys() {
        if !KEYS.contains(&key) {
            let message = format!("`{key}` is no setting of wrc's");
            return Err(error(span, message).with_help(advice(key)));
        }
    }
    found.strict = table.bool("strict")?;
    if let Some(value) = table.get("mode") {
        let wanted = |mode: &&&'static str| value.value.as_str() == Some(**mode);
        let mode = MODES.iter().find(wanted);
        found.mode = Some(mode.ok_or_else(|| wrong(value, "`mode` is `\"gc\"` or `\"own\"`"))?);
    }
    if let Some(value) = table.get("panic") {
        let wanted = |panic: &Panic| value.value.as_str() == Some(panic.name());
        let panic = PANICS.into_iter().find(wanted);
        let message = "`panic` is `\"abort\"` or `\"unwind\"`";
        found.panic = Some(panic.ok_or_else(|| wrong(value, message))?);
    }
    if let Some(value) = table.get("target") {
        let target = value.value.as_str().filter(|it| it.starts_with("wasm32-"));
        let message = "`target` is one of rustc's `wasm32-` targets";
        found.target = Some(target.ok_or_else(|| wrong(value, message))?.to_owned());
    }
    Ok(found)
}

fn wrong(value: Value<'_>, message: &str) -> Diagnostic {
    error(value.span, message)
}

/// The key that was probably meant, or all of them.
fn advice(key: &str) -> String {
    let near = KEYS.iter().find(|known| toml_walk::is_near(known, key));
    match near {
        Some(known) => format!("write `{known}`"),
        None => {
            let keys: Vec<String> = KEYS.iter().map(|key| format!("`{key}`")).collect();
            format!("there are {}", keys.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of_text;
    use wrc_base::FileId;

    fn check(wrc: &str, expected: &str) {
        let text = format!("[package.metadata.wrc]\n{wrc}\n");
        let found = match of_text(&text, FileId(0)) {
            Ok(found) => format!("{found:?}"),
            Err(error) => {
                let span = error.labels[0].span;
                let help = error.help.unwrap_or_default();
                let at = &text[span.start as usize..span.end as usize];
                format!("{} at {at} ({help})", error.message)
            }
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn settings_are_read() {
        check(
            "mode = 'own'\npanic = 'unwind'\nstrict = true\ntarget = 'wasm32-wasip2'",
            "Defaults { mode: Some(\"own\"), panic: Some(Unwind), strict: Some(true), \
             target: Some(\"wasm32-wasip2\") }",
        );
        check(
            "",
            "Defaults { mode: None, panic: None, strict: None, target: None }",
        );
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        check(
            "mod = 'gc'",
            "`mod` is no setting of wrc's at mod (write `mode`)",
        );
        check(
            "colour = 1",
            "`colour` is no setting of wrc's at colour (there are `mode`, `panic`, `strict`, `target`)",
        );
        check("mode = 'c'", "`mode` is `\"gc\"` or `\"own\"` at 'c' ()");
        check(
            "panic = 1",
            "`panic` is `\"abort\"` or `\"unwind\"` at 1 ()",
        );
        check(
            "strict = 1",
            "`wrc.strict` is not `true` or `false` at 1 ()",
        );
        check(
            "target = 'x'",
            "`target` is one of rustc's `wasm32-` targets at 'x' ()",
        );
    }
}
