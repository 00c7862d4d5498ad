//! Locals that are never set are zero.

use crate::wir::{
    Ex, WFunc,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{EntityRef, SecondaryMap};
use wrc_object::*;

pub(super) fn fold_unset_locals(funcs: &mut [(FuncId, WFunc)], changed: &mut [bool]) {
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        let mut is_set = SecondaryMap::with_default(false);
        for ex in &func.body {
            note_sets(ex, &mut is_set);
        }
        let params = func.params.len();
        let zero = |local: crate::wir::WLocal| {
            let is_variable = local.index() < params || is_set[local];
            (!is_variable).then(|| super::super::code::zero(func.locals[local]))
        };
        for ex in &mut func.body {
            replace(ex, &zero, changed);
        }
    }
}

fn note_sets(ex: &Ex, is_set: &mut SecondaryMap<crate::wir::WLocal, bool>) {
    match ex {
        Ex::Set(local, _) | Ex::Tee(local, _) => is_set[*local] = true,
        Ex::SetMulti(locals, _) => {
            for local in locals.iter().flatten() {
                is_set[*local] = true;
            }
        }
        _ => {}
    }
    walk_children(ex, &mut |child| note_sets(child, is_set));
}

fn replace(ex: &mut Ex, zero: &impl Fn(crate::wir::WLocal) -> Option<Ex>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| replace(child, zero, changed));
    if let Ex::Get(local) = ex
        && let Some(value) = zero(*local)
    {
        *ex = value;
        *changed = true;
    }
}
