//! All errors of a crate, without running code generation.
//!
//! rust-analyzer reports many of rustc's errors and stays silent about others;
//! what it knows is read from its queries here (`defs`, `body`, `infer`), what
//! it does not know is found by walks of ours (`types`, `impls`) and by the
//! backstop of body lowering.

mod body;
mod border;
mod coherence;
mod const_calls;
mod consts;
mod cycles;
mod defs;
mod duplicates;
mod dyns;
mod elision;
mod exhaustive;
mod formats;
mod idents;
mod impls;
mod imports;
mod infer;
mod joins;
mod lifetimes;
mod main_fn;
mod mismatch;
mod names;
mod overlap;
mod params;
mod parsing;
mod privacy;
mod similar;
mod sized;
mod stores;
mod types;

pub(crate) use defs::header;
pub(crate) use infer::has_errors;
pub(crate) use main_fn::check_main;
pub(crate) use types::{body_span, variant_span};

use crate::{
    BridgeError, Cx,
    db::body_owner,
    error, flow, ids,
    items::{self, CrateItems},
};
use base_db::Crate;
use hir_def::DefWithBodyId;
use rustc_hash::FxHashSet;
use wrc_base::Span;
use wrc_thir::BodyOwner;

/// Every error of `krate`.
///
/// For a crate of our own library the errors are internal: `WRC9002`.
pub(crate) fn check_crate(cx: Cx<'_>, krate: Crate) -> Vec<BridgeError> {
    let items = items::crate_items(cx, krate);
    let mut out = Errors {
        library: items::is_library_crate(cx, krate),
        errors: Vec::new(),
        is_unparsed: false,
    };
    check_all(cx, krate, &items, &mut out);
    if !out.library {
        check_own(cx, &items, &mut out);
    }
    // What is not read is not understood: nothing else is certain.
    if out.is_unparsed {
        out.errors.retain(|it| it.code == "WRC1001");
    }
    error::sort(&mut out.errors);
    out.errors
}

/// What is not looked at in dependencies: rustc has accepted them.
fn check_own(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    imports::check(cx, items, out);
    sized::check(cx, items, out);
    cycles::check_own(cx, items, out);
    // Where types are not known, anything may be equal.
    if out.errors.iter().all(|it| it.code == "E0119") {
        overlap::check(cx, items, out);
    }
}

/// The errors of the items of `krate`, bodies left out.
pub(crate) fn check_items(cx: Cx<'_>, krate: Crate) -> Vec<BridgeError> {
    let mut items = items::crate_items(cx, krate);
    items.bodies.clear();
    let mut out = Errors {
        library: false,
        errors: Vec::new(),
        is_unparsed: false,
    };
    check_all(cx, krate, &items, &mut out);
    error::sort(&mut out.errors);
    out.errors
}

fn check_all(cx: Cx<'_>, krate: Crate, items: &CrateItems<'_>, out: &mut Errors) {
    defs::check(cx, krate, items, out);
    types::check(cx, items, out);
    elision::check(cx, items, out);
    lifetimes::check(cx, items, out);
    params::check(cx, items, out);
    impls::check(cx, items, out);
    coherence::check(cx, items, out);
    cycles::check(cx, items, out);
    consts::check_items(cx, items, out);
    if !out.library {
        border::check(cx, items, out);
    }
    let mut is_typed = Vec::new();
    for owner in &items.bodies {
        let before = out.errors.len();
        body::check(cx, *owner, out);
        is_typed.push(out.errors.len() == before);
    }
    for (owner, is_typed) in items.bodies.iter().zip(is_typed) {
        if is_typed {
            consts::check_body(cx, *owner, out);
        }
        if is_typed && !out.library {
            const_calls::check(cx, *owner, out);
            consts::check_values(cx, *owner, out);
        }
        if let Some(owner) = body_owner(*owner) {
            lowering_errors(cx, owner, is_typed, out);
        }
    }
    // Where something else is wrong, a type is not known for that reason.
    let wrong: FxHashSet<Span> = out
        .errors
        .iter()
        .filter(|it| it.is_error() && it.code != "E0282")
        .map(|it| it.span)
        .collect();
    out.errors
        .retain(|it| it.code != "E0282" || !wrong.contains(&it.span));
    // An unknown type in one place makes others unknown: the backstop speaks
    // only when nothing else was found.
    let is_explained = out
        .errors
        .iter()
        .any(|it| it.is_error() && it.code != BACKSTOP);
    if is_explained && !out.library {
        out.errors.retain(|error| error.code != BACKSTOP);
    }
}

/// The code of errors that say no more than that something is unknown.
pub(crate) const BACKSTOP: &str = "WRC1002";

/// What lowering to THIR found: unsupported forms, and the backstop. With
/// `flow`, also uses of places that hold no value or may not be written.
fn lowering_errors(cx: Cx<'_>, owner: BodyOwner, flow: bool, out: &mut Errors) {
    let lowered = cx.lowered(owner);
    for error in &lowered.errors {
        // What is wrong in a format string is known more exactly by now.
        if error.code != "WRC1001" || flow {
            out.add(error.clone());
        }
    }
    if flow {
        if !out.library {
            exhaustive::check(cx, &lowered, out);
        }
        for error in flow::check(cx, owner, &lowered) {
            out.add(error);
        }
    }
    for closure in &lowered.closures {
        lowering_errors(cx, BodyOwner::Closure(*closure), flow, out);
    }
}

/// The errors of one body that could not be lowered.
pub(crate) fn body_errors(cx: Cx<'_>, owner: BodyOwner) -> Vec<BridgeError> {
    let mut out = Errors {
        library: false,
        errors: Vec::new(),
        is_unparsed: false,
    };
    if let Some(def) = owner_def(cx, owner) {
        out.library = items::is_library(cx, def);
        body::check(cx, def, &mut out);
    }
    lowering_errors(cx, owner, false, &mut out);
    error::sort(&mut out.errors);
    out.errors
}

/// The item whose body it is or is in.
pub(crate) fn owner_def(cx: Cx<'_>, owner: BodyOwner) -> Option<DefWithBodyId> {
    match owner {
        BodyOwner::Fn(def) => Some(DefWithBodyId::FunctionId(ids::function_id(def))),
        BodyOwner::Static(def) => Some(DefWithBodyId::StaticId(ids::static_id(def))),
        BodyOwner::Const(def) => match ids::any_const(def) {
            ids::AnyConst::Item(it) => Some(DefWithBodyId::ConstId(it)),
            ids::AnyConst::Discriminant(it) => Some(DefWithBodyId::VariantId(it)),
            ids::AnyConst::Anon(_) => None,
        },
        BodyOwner::Closure(def) => match cx.closure_loc(def).owner {
            hir_ty::InferBodyId::DefWithBodyId(it) => Some(it),
            hir_ty::InferBodyId::AnonConstId(_) => None,
        },
    }
}

/// Collects errors.
pub(crate) struct Errors {
    /// The crate is our own library: its errors are ours.
    library: bool,
    pub errors: Vec<BridgeError>,
    /// Some file has syntax errors.
    is_unparsed: bool,
}

impl Errors {
    pub fn push(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.add(BridgeError::new(code, span, message));
    }

    pub fn add(&mut self, mut error: BridgeError) {
        if self.library {
            let BridgeError { code, message, .. } = &error;
            error.message = format!("error in the library: {code} {message}");
            error.code = "WRC9002";
        }
        self.errors.push(error);
    }
}
