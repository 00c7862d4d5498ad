//! Errors in dependencies: one finding per crate. Its user cannot correct the
//! crate, but can choose features, versions, or another one.

use wrc_base::{FxIndexMap, FxIndexSet};
use wrc_diagnostics::Diagnostic;
use wrc_project::{CrateIdx, Origin, Workspace};

/// So many errors are shown as reasons.
const REASONS: usize = 3;

/// The dependencies with errors, by name and version.
pub(crate) fn with_errors(diagnostics: &[Diagnostic], ws: &Workspace) -> Vec<String> {
    let errors = diagnostics.iter().filter(|it| it.is_error());
    let crates: FxIndexSet<CrateIdx> = errors.filter_map(|it| krate(it, ws)).collect();
    let packages = crates.into_iter().map(|idx| ws.crates[idx].package.clone());
    packages.collect()
}

/// The findings with those in dependencies gathered by crate.
pub(crate) fn summarize(diagnostics: Vec<Diagnostic>, ws: &Workspace) -> Vec<Diagnostic> {
    let mut kept = Vec::new();
    let mut gathered: FxIndexMap<CrateIdx, Vec<Diagnostic>> = FxIndexMap::default();
    for diagnostic in diagnostics {
        match krate(&diagnostic, ws) {
            Some(krate) if diagnostic.is_error() => {
                gathered.entry(krate).or_default().push(diagnostic);
            }
            Some(_) => {}
            None => kept.push(diagnostic),
        }
    }
    let refused = gathered
        .into_iter()
        .map(|(krate, errors)| refused(krate, &errors, ws));
    kept.extend(refused);
    kept
}

/// The dependency in which the finding is.
fn krate(diagnostic: &Diagnostic, ws: &Workspace) -> Option<CrateIdx> {
    let label = diagnostic.labels.iter().find(|label| label.is_primary)?;
    match ws.files.get(label.span.file)?.origin {
        Origin::Dependency(krate) => Some(krate),
        Origin::User | Origin::Library(_) | Origin::Manifest => None,
    }
}

fn refused(krate: CrateIdx, errors: &[Diagnostic], ws: &Workspace) -> Diagnostic {
    let package = &ws.crates[krate].package;
    let count = match errors.len() {
        1 => "1 error".to_owned(),
        n => format!("{n} errors"),
    };
    let message = format!("the dependency `{package}` cannot be compiled: {count}");
    let mut out = Diagnostic::error("WRC5012", message);
    for error in errors.iter().take(REASONS) {
        out = out.with_note(reason(error, ws));
    }
    out.with_help(
        "turn off the features that need it, use another version, or replace it by a fork \
         with `[patch]`; `--verbose` shows all errors",
    )
}

fn reason(error: &Diagnostic, ws: &Workspace) -> String {
    let place = error
        .labels
        .iter()
        .find(|label| label.is_primary)
        .and_then(|label| {
            let file = ws.files.get(label.span.file)?;
            let (line, column) = file.line_col(label.span.start);
            Some(format!(" ({}:{line}:{column})", file.path))
        });
    let place = place.unwrap_or_default();
    format!("{} {}{place}", error.code, error.message)
}
