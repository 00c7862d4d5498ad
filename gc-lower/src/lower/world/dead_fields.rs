//! Fields that nobody reads are no fields.

use crate::wir::{
    Ex, WFunc,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{FxHashMap, FxHashSet};
use wrc_object::*;

pub(super) fn drop_dead_fields(
    program: &mut Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let mut kept: FxHashSet<(TypeId, u32)> = FxHashSet::default();
    for (_, func) in funcs.iter() {
        func.body.iter().for_each(|ex| note(ex, &mut kept));
    }
    let mut gone: FxHashMap<TypeId, Vec<bool>> = FxHashMap::default();
    for (id, def) in program.types.iter() {
        let TypeDefKind::Struct {
            fields,
            parent: None,
            is_final: true,
            ..
        } = &def.kind
        else {
            continue;
        };
        let dead: Vec<bool> = (0..fields.len() as u32)
            .map(|field| !kept.contains(&(id, field)))
            .collect();
        if dead.contains(&true) {
            gone.insert(id, dead);
        }
    }
    if gone.is_empty() {
        return;
    }
    for (id, dead) in &gone {
        if let TypeDefKind::Struct {
            fields,
            field_names,
            ..
        } = &mut program.types[*id].kind
        {
            retain(fields, dead);
            retain(field_names, dead);
        }
    }
    for (_, global) in program.globals.iter_mut() {
        trim_init(&mut global.init, &gone);
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            trim(ex, &gone, changed);
        }
    }
}

fn retain<T>(items: &mut Vec<T>, dead: &[bool]) {
    let mut at = 0;
    items.retain(|_| {
        at += 1;
        !dead.get(at - 1).copied().unwrap_or(false)
    });
}

/// Fields that are read, or whose values do something.
fn note(ex: &Ex, kept: &mut FxHashSet<(TypeId, u32)>) {
    match ex {
        Ex::StructGet { ty, field, .. } => {
            kept.insert((*ty, *field));
        }
        Ex::StructNew(ty, args) => {
            for (i, arg) in args.iter().enumerate() {
                if !is_free(arg) {
                    kept.insert((*ty, i as u32));
                }
            }
        }
        Ex::StructSet { ty, field, obj, .. } if !is_free(obj) => {
            kept.insert((*ty, *field));
        }
        _ => {}
    }
    walk_children(ex, &mut |child| note(child, kept));
}

/// Evaluating it does nothing.
fn is_free(ex: &Ex) -> bool {
    match ex {
        Ex::I32(_)
        | Ex::I64(_)
        | Ex::F32(_)
        | Ex::F64(_)
        | Ex::Null(_)
        | Ex::Sym(_)
        | Ex::Get(_)
        | Ex::GlobalGet(_)
        | Ex::StructNewDefault(_) => true,
        Ex::Num(op, args) => op.info().3 && args.iter().all(is_free),
        Ex::StructNew(_, args) | Ex::ArrayNewFixed(_, args) => args.iter().all(is_free),
        Ex::StructGet { obj, .. } | Ex::Cast(_, obj) => is_free(obj),
        _ => false,
    }
}

fn new_index(dead: &[bool], field: u32) -> u32 {
    dead.iter()
        .take(field as usize)
        .filter(|dead| !**dead)
        .count() as u32
}

fn trim(ex: &mut Ex, gone: &FxHashMap<TypeId, Vec<bool>>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| trim(child, gone, changed));
    match ex {
        Ex::StructNew(ty, args) => {
            if let Some(dead) = gone.get(ty) {
                retain(args, dead);
                *changed = true;
            }
        }
        Ex::StructGet { ty, field, .. } => {
            if let Some(dead) = gone.get(ty) {
                *field = new_index(dead, *field);
            }
        }
        Ex::StructSet {
            ty, field, value, ..
        } => {
            let Some(dead) = gone.get(ty) else { return };
            if dead.get(*field as usize) == Some(&true) {
                let value = std::mem::replace(&mut **value, Ex::Nop);
                *ex = Ex::Drop(Box::new(value));
                *changed = true;
            } else {
                *field = new_index(dead, *field);
            }
        }
        _ => {}
    }
}

fn trim_init(init: &mut GlobalInit, gone: &FxHashMap<TypeId, Vec<bool>>) {
    match init {
        GlobalInit::Struct(ty, items) => {
            items.iter_mut().for_each(|item| trim_init(item, gone));
            if let Some(dead) = gone.get(ty) {
                retain(items, dead);
            }
        }
        GlobalInit::Array(_, items) => items.iter_mut().for_each(|item| trim_init(item, gone)),
        _ => {}
    }
}
