//! Calls in constants, statics and `const fn` of what cannot run there
//! (E0015).
//!
//! Of our own library only methods of traits and the functions named here are
//! known not to be `const`: it is not `const` wherever std is.

use super::Errors;
use crate::{BridgeError, Cx, db::body_owner, ids, items};
use base_db::Crate;
use hir_def::{
    DefWithBodyId, FunctionId, HasModule, ItemContainerId, Lookup, nameres::crate_def_map,
    signatures::FunctionSignature,
};
use wrc_base::Span;
use wrc_thir::{Callee, ExprKind};

pub fn check(cx: Cx<'_>, def: DefWithBodyId, out: &mut Errors) {
    let place = match def {
        DefWithBodyId::ConstId(_) => "constants",
        DefWithBodyId::StaticId(_) => "statics",
        DefWithBodyId::FunctionId(it) if FunctionSignature::of(cx.db, it).is_const() => {
            "constant functions"
        }
        DefWithBodyId::FunctionId(_) | DefWithBodyId::VariantId(_) => return,
    };
    let Some(owner) = body_owner(def) else {
        return;
    };
    let lowered = cx.lowered(owner);
    let Some(body) = &lowered.body else {
        return;
    };
    // With unstable features traits may be `const`.
    if has_features(cx, def.krate(cx.db)) {
        return;
    }
    for (id, expr) in body.exprs.iter() {
        if let ExprKind::Call {
            callee: Callee::Fn(callee, _),
            ..
        } = &expr.kind
        {
            let callee = ids::function_id(*callee);
            if !is_const(cx, callee) {
                out.add(error(cx, callee, place, lowered.map.exprs[id]));
            }
        }
    }
}

/// Does the crate ask for unstable features?
pub fn has_features(cx: Cx<'_>, krate: Crate) -> bool {
    let map = crate_def_map(cx.db, krate);
    map[map.root_module_id()]
        .origin
        .file_id()
        .is_some_and(|file| {
            cx.db
                .file_text(file.file_id(cx.db))
                .text(cx.db)
                .contains("#![feature(")
        })
}

fn is_const(cx: Cx<'_>, id: FunctionId) -> bool {
    if FunctionSignature::of(cx.db, id).is_const() {
        return true;
    }
    if !items::is_library(cx, id) {
        return false;
    }
    match id.lookup(cx.db).container {
        ItemContainerId::TraitId(_) => false,
        ItemContainerId::ImplId(it) if cx.db.impl_trait(it).is_some() => false,
        ItemContainerId::ImplId(it) => {
            let self_ty = cx.db.impl_self_ty(it).instantiate_identity();
            let of = cx.ty(self_ty.skip_norm_wip()).as_adt();
            let of = of.map(|(def, _)| cx.adt_cached(def).name.to_string());
            let name = FunctionSignature::of(cx.db, id).name.as_str();
            !NOT_CONST
                .iter()
                .any(|(ty, function)| of.as_deref() == Some(*ty) && name == *function)
        }
        ItemContainerId::ModuleId(_) | ItemContainerId::ExternBlockId(_) => true,
    }
}

/// Functions that people try.
const NOT_CONST: &[(&str, &str)] = &[
    ("Arc", "new"),
    ("Box", "new"),
    ("HashMap", "new"),
    ("HashSet", "new"),
    ("Rc", "new"),
    ("String", "with_capacity"),
    ("Vec", "with_capacity"),
];

fn error(cx: Cx<'_>, id: FunctionId, place: &str, span: Span) -> BridgeError {
    let what = match id.lookup(cx.db).container {
        ItemContainerId::ImplId(_) | ItemContainerId::TraitId(_) => "associated function",
        ItemContainerId::ModuleId(_) | ItemContainerId::ExternBlockId(_) => "function",
    };
    let path = cx.fn_path(id);
    let message = format!("cannot call non-const {what} `{path}` in {place}");
    let error = BridgeError::new("E0015", span, message);
    error
        .with_label(format!(
            "calls in {place} are limited to constant functions"
        ))
        .with_help(match items::is_library(cx, id) {
            true => {
                "compute it when it is first used: `static NAME: LazyLock<T> = LazyLock::new(|| …)`"
            }
            false => "make the function `const fn`, if all it calls is constant",
        })
}
