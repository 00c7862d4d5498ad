//! Fields that hold the same constant in every object.

use crate::wir::{
    Ex, WFunc,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::FxHashMap;
use wrc_object::*;

type Field = (TypeId, u32);

/// What a field was seen to hold: a constant, or (`None`) several things.
type Known = FxHashMap<Field, Option<Ex>>;

pub(super) fn fold_constant_fields(
    program: &Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let mut known = Known::default();
    for (_, func) in funcs.iter() {
        for ex in &func.body {
            collect(program, ex, &mut known);
        }
    }
    for (_, global) in program.globals.iter() {
        collect_init(&global.init, &mut known);
    }
    known.retain(|(ty, _), value| value.is_some() && stands_alone(program, *ty));
    if known.is_empty() {
        return;
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            replace(ex, &known, changed);
        }
    }
}

/// Only types without sub- and supertypes: their objects are all made under
/// their own name.
fn stands_alone(program: &Program, ty: TypeId) -> bool {
    matches!(
        program.types[ty].kind,
        TypeDefKind::Struct {
            parent: None,
            is_final: true,
            ..
        }
    )
}

fn note(known: &mut Known, field: Field, value: &Ex) {
    let value = is_constant(value).then(|| value.clone());
    match known.get_mut(&field) {
        Some(old) if *old == value => {}
        Some(old) => *old = None,
        None => {
            known.insert(field, value);
        }
    }
}

fn is_constant(ex: &Ex) -> bool {
    matches!(
        ex,
        Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_) | Ex::Null(_)
    )
}

fn collect(program: &Program, ex: &Ex, known: &mut Known) {
    match ex {
        Ex::StructNew(ty, args) => {
            for (i, arg) in args.iter().enumerate() {
                note(known, (*ty, i as u32), arg);
            }
        }
        Ex::StructNewDefault(ty) => {
            if let TypeDefKind::Struct { fields, .. } = &program.types[*ty].kind {
                for (i, field) in fields.iter().enumerate() {
                    let zero = super::super::code::zero(field.storage.value());
                    note(known, (*ty, i as u32), &zero);
                }
            }
        }
        Ex::StructSet {
            ty, field, value, ..
        } => {
            // A copy from another object of the type brings nothing new.
            let is_copy = matches!(&**value, Ex::StructGet { ty: from, field: at, .. }
                if from == ty && at == field);
            if !is_copy {
                note(known, (*ty, *field), value);
            }
        }
        _ => {}
    }
    walk_children(ex, &mut |child| collect(program, child, known));
}

fn collect_init(init: &GlobalInit, known: &mut Known) {
    match init {
        GlobalInit::Struct(ty, args) => {
            for (i, arg) in args.iter().enumerate() {
                known.insert((*ty, i as u32), None);
                collect_init(arg, known);
            }
        }
        GlobalInit::Array(_, args) => {
            args.iter().for_each(|arg| collect_init(arg, known));
        }
        _ => {}
    }
}

fn replace(ex: &mut Ex, known: &Known, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| replace(child, known, changed));
    if let Ex::StructGet { ty, field, obj, .. } = ex
        && is_pure(obj)
        && let Some(Some(value)) = known.get(&(*ty, *field))
    {
        *ex = value.clone();
        *changed = true;
    }
}

/// Evaluating it does nothing but perhaps trap on null, which a program
/// that Rust accepts never does.
fn is_pure(ex: &Ex) -> bool {
    match ex {
        Ex::Get(_) | Ex::GlobalGet(_) => true,
        Ex::StructGet { obj, .. } => is_pure(obj),
        Ex::Cast(_, value) => is_pure(value),
        _ => false,
    }
}
