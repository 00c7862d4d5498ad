//! All errors of a crate, without running code generation.
//!
//! rust-analyzer reports many of rustc's errors and stays silent about others;
//! what it knows is read from its queries here (`defs`, `body`, `infer`), what
//! it does not know is found by walks of ours (`types`, `impls`) and by the
//! backstop of body lowering.

mod body;
mod defs;
mod impls;
mod infer;
mod types;

pub(crate) use defs::header;

use crate::{
    BridgeError, Cx, error,
    items::{self, CrateItems},
};
use base_db::Crate;
use wrc_base::Span;

/// Every error of `krate` that is not about one lowered body.
///
/// For a crate of our own library the errors are internal: `WRC9002`.
pub fn check_crate(cx: Cx<'_>, krate: Crate) -> Vec<BridgeError> {
    let items = items::crate_items(cx, krate);
    let mut out = Errors {
        library: items::is_library_crate(cx, krate),
        errors: Vec::new(),
    };
    check_items(cx, krate, &items, &mut out);
    error::sort(&mut out.errors);
    out.errors
}

fn check_items(cx: Cx<'_>, krate: Crate, items: &CrateItems<'_>, out: &mut Errors) {
    defs::check(cx, krate, items, out);
    types::check(cx, items, out);
    impls::check(cx, items, out);
    for owner in &items.bodies {
        body::check(cx, *owner, out);
    }
}

/// Collects errors.
pub(crate) struct Errors {
    /// The crate is our own library: its errors are ours.
    library: bool,
    pub errors: Vec<BridgeError>,
}

impl Errors {
    pub fn push(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        let message = message.into();
        let (code, message) = match self.library {
            true => ("WRC9002", format!("error in the library: {code} {message}")),
            false => (code, message),
        };
        self.errors.push(BridgeError {
            code,
            span,
            message,
            help: None,
        });
    }
}
