//! Does a program have a `main`?

use ra_ap_base_db::Crate;
use ra_ap_hir_def::nameres::crate_def_map;
use ra_ap_hir_expand::name::Name;
use ra_ap_hir_ty::db::HirDatabase;
use wrc_base::Span;
use wrc_diagnostics::Diagnostic;
use wrc_project::{CrateInfo, Files, TargetKind};

/// `E0601` when the crate is a program and its root module has no `main`,
/// declared or imported.
pub(crate) fn missing_main(
    db: &dyn HirDatabase,
    krate: Crate,
    info: &CrateInfo,
    files: &Files,
) -> Option<Diagnostic> {
    let map = crate_def_map(db, krate);
    let has_main = map[map.root_module_id()]
        .scope
        .get(&Name::new_root("main"))
        .values
        .is_some();
    if info.kind == TargetKind::Lib || has_main {
        return None;
    }
    let file = files.get(info.root)?;
    let end = file.text.trim_end().len() as u32;
    let message = format!("`main` function not found in crate `{}`", info.name);
    Some(
        Diagnostic::error("E0601", message)
            .primary(Span::new(info.root, end, end), "the crate ends here")
            .with_help(format!("add a `main` function to `{}`", file.path)),
    )
}
