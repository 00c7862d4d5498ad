//! The form of `main`: without parameters (E0580, E0131), bounds (E0646) and
//! `async` (E0752).

use crate::{BridgeError, Cx};
use base_db::Crate;
use hir_def::{
    ModuleDefId,
    hir::generics::GenericParams,
    nameres::crate_def_map,
    signatures::{FnFlags, FunctionSignature},
};
use hir_expand::name::Name;

/// The errors of the function `main` that the root of a program has.
pub(crate) fn check_main(cx: Cx<'_>, krate: Crate) -> Vec<BridgeError> {
    let map = crate_def_map(cx.db, krate);
    let scope = &map[map.root_module_id()].scope;
    let main = scope.get(&Name::new_root("main")).values;
    let Some(ModuleDefId::FunctionId(id)) = main.map(|it| it.def) else {
        return Vec::new();
    };
    let sig = FunctionSignature::of(cx.db, id);
    // With `#![no_main]` it is the host's idea of `main`.
    if !sig.abi.is_rustic_abi() {
        return Vec::new();
    }
    let params = GenericParams::of(cx.db, id.into());
    let (code, message, help) = if sig.flags.contains(FnFlags::ASYNC) {
        (
            "E0752",
            "`main` function is not allowed to be `async`",
            "give the future to something that runs it, in a `main` that is not `async`",
        )
    } else if !params.is_empty() {
        (
            "E0131",
            "`main` function is not allowed to have generic parameters",
            "remove them: nobody could say what they are",
        )
    } else if !sig.params.is_empty() {
        (
            "E0580",
            "`main` function has wrong type: it takes no arguments",
            "arguments of the program come from `std::env::args()`",
        )
    } else if !params.has_no_predicates() {
        (
            "E0646",
            "`main` function is not allowed to have a `where` clause",
            "remove it",
        )
    } else {
        return Vec::new();
    };
    vec![BridgeError::new(code, cx.item_span(id.into()), message).with_help(help)]
}
