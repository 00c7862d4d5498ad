//! A static object that is only ever looked into is one global per field.
//!
//! ```text
//! global out = struct.new Out(buf, 0)      global out.0 = buf
//! struct.get Out.1 (global.get out)  ==>   global out.1 = 0
//!                                          global.get out.1
//! ```

use crate::wir::{
    Ex, WFunc,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{FxHashMap, FxHashSet, Symbol};
use wrc_object::*;

pub(super) fn split_statics(
    program: &mut Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let mut escaped = FxHashSet::default();
    for (_, func) in funcs.iter() {
        func.body.iter().for_each(|ex| escapes(ex, &mut escaped));
    }
    for (_, global) in program.globals.iter() {
        escapes_in(&global.init, &mut escaped);
    }
    let is_split = |(id, global): &(GlobalId, &Global)| {
        !global.mutable && !escaped.contains(id) && matches!(global.init, GlobalInit::Struct(..))
    };
    let split: Vec<GlobalId> = program
        .globals
        .iter()
        .filter(is_split)
        .map(|(id, _)| id)
        .collect();
    let mut parts: FxHashMap<GlobalId, Vec<GlobalId>> = FxHashMap::default();
    for id in split {
        if let Some(new) = split_one(program, id) {
            parts.insert(id, new);
        }
    }
    if parts.is_empty() {
        return;
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            rewrite(ex, &parts, changed);
        }
    }
}

/// The globals that stand for a global's fields. Packed fields have no
/// globals of their width.
fn split_one(program: &mut Program, id: GlobalId) -> Option<Vec<GlobalId>> {
    let Global { name, init, .. } = &program.globals[id];
    let GlobalInit::Struct(ty, items) = init.clone() else {
        return None;
    };
    let TypeDefKind::Struct { fields, .. } = &program.types[ty].kind else {
        return None;
    };
    let tys: Option<Vec<(WTy, bool)>> = fields
        .iter()
        .map(|field| match field.storage {
            Storage::Val(ty) => Some((ty, field.mutable)),
            Storage::I8 | Storage::I16 => None,
        })
        .collect();
    let (name, tys) = (*name, tys?);
    let parts = tys.into_iter().zip(items).enumerate();
    let parts: Vec<Global> = parts
        .map(|(i, ((ty, mutable), init))| Global {
            name: Symbol::new(&format!("{name}.{i}")),
            ty,
            mutable,
            init,
        })
        .collect();
    Some(
        parts
            .into_iter()
            .map(|part| program.globals.push(part))
            .collect(),
    )
}

/// Globals whose object is used otherwise than to reach a field.
fn escapes(ex: &Ex, escaped: &mut FxHashSet<GlobalId>) {
    match ex {
        Ex::GlobalGet(id) => {
            escaped.insert(*id);
        }
        Ex::StructGet { obj, .. } if matches!(**obj, Ex::GlobalGet(_)) => {}
        Ex::StructSet { obj, value, .. } if matches!(**obj, Ex::GlobalGet(_)) => {
            escapes(value, escaped);
        }
        _ => walk_children(ex, &mut |child| escapes(child, escaped)),
    }
}

fn escapes_in(init: &GlobalInit, escaped: &mut FxHashSet<GlobalId>) {
    match init {
        GlobalInit::Global(id) => {
            escaped.insert(*id);
        }
        GlobalInit::Struct(_, items) | GlobalInit::Array(_, items) => {
            items.iter().for_each(|item| escapes_in(item, escaped));
        }
        _ => {}
    }
}

fn rewrite(ex: &mut Ex, parts: &FxHashMap<GlobalId, Vec<GlobalId>>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| rewrite(child, parts, changed));
    let part = |obj: &Ex, field: u32| match obj {
        Ex::GlobalGet(id) => parts.get(id).map(|parts| parts[field as usize]),
        _ => None,
    };
    let new = match ex {
        Ex::StructGet { obj, field, .. } => part(obj, *field).map(Ex::GlobalGet),
        Ex::StructSet {
            obj, field, value, ..
        } => part(obj, *field).map(|id| {
            let value = std::mem::replace(value, Box::new(Ex::Nop));
            Ex::GlobalSet(id, value)
        }),
        _ => None,
    };
    if let Some(new) = new {
        *ex = new;
        *changed = true;
    }
}
