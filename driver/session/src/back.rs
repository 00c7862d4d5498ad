//! From THIR to the outputs.

use crate::{compile::Cx, options::Emit};
use ra_ap_base_db::Crate;
use wrc_bridge::BridgeDb;
use wrc_diagnostics::{Diagnostic, ErrorReported};
use wrc_thir::{Db, print_body};

/// The outputs of a compilation.
#[derive(Clone, Debug, Default)]
pub struct Artifacts {
    /// The module.
    pub wasm: Vec<u8>,
    /// JavaScript that runs the module, and its types.
    pub js: String,
    pub dts: String,
}

/// Lowers, lays out, and checks what was made.
pub(crate) fn artifacts(
    cx: &mut Cx<'_>,
    db: &BridgeDb,
    krate: Crate,
) -> Result<Artifacts, ErrorReported> {
    cx.timings.start("thir");
    cx.emit(Emit::Thir, || thir(db, krate));
    let message = "lowering is not joined to the session yet";
    Err(cx.report(Diagnostic::error("WRC9001", message)))
}

/// The bodies of a crate, as text.
fn thir(db: &BridgeDb, krate: Crate) -> String {
    let mut out = String::new();
    for owner in db.crate_bodies(krate) {
        if let Ok(body) = db.body(owner) {
            out.push_str(&print_body(db, &db.body_path(owner), &body));
            out.push('\n');
        }
    }
    out
}
