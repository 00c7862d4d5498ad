//! Calls through a selector that has one entry.

use crate::wir::{Ex, NumOp, WFunc, walk::walk_children_mut};
use wrc_base::FxHashMap;
use wrc_object::*;

pub(super) fn call_directly(
    program: &Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let mut only: FxHashMap<SelectorId, FuncId> = FxHashMap::default();
    for (selector, entries) in program.selectors.iter() {
        let mut entries = entries.iter().flatten();
        if let Some(first) = entries.next()
            && entries.all(|entry| entry == first)
        {
            only.insert(selector, *first);
        }
    }
    if only.is_empty() {
        return;
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            replace(ex, &only, changed);
        }
    }
}

fn replace(ex: &mut Ex, only: &FxHashMap<SelectorId, FuncId>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| replace(child, only, changed));
    if let Ex::CallIndirect { args, index, .. } = ex
        && matches!(&**index, Ex::Num(_, parts) if parts.iter().all(is_pure))
        && let Some(func) = selector(index).and_then(|selector| only.get(&selector))
    {
        *ex = Ex::Call(*func, std::mem::take(args));
        *changed = true;
    }
}

/// The selector of `vt + base`.
pub(super) fn selector(index: &Ex) -> Option<SelectorId> {
    let Ex::Num(NumOp::I32Add, args) = index else {
        return None;
    };
    args.iter().find_map(|arg| match arg {
        Ex::Sym(ConstSym::SelectorBase(selector)) => Some(*selector),
        _ => None,
    })
}

fn is_pure(ex: &Ex) -> bool {
    match ex {
        Ex::Get(_) | Ex::Sym(_) | Ex::I32(_) | Ex::GlobalGet(_) => true,
        Ex::StructGet { obj, .. } => is_pure(obj),
        Ex::Cast(_, value) => is_pure(value),
        _ => false,
    }
}
