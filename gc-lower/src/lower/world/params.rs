//! Parameters that are the same constant at every call, or that nobody
//! reads, are no parameters.

use super::reach::Reach;
use crate::wir::{
    Ex, WFunc, WLocal,
    effects::Effects,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{EntityRef, FxHashMap, PrimaryMap};
use wrc_object::*;

/// What the calls of a function pass for one parameter.
#[derive(Clone, Debug, PartialEq)]
enum Passed {
    Nothing,
    Constant(Ex),
    /// Several things, all free of effects.
    Values,
    /// Something whose evaluation does something.
    Effects,
}

pub(super) fn drop_parameters(
    program: &mut Program,
    funcs: &mut [(FuncId, WFunc)],
    reach: &Reach,
    changed: &mut [bool],
) {
    let mut passed: FxHashMap<FuncId, Vec<Passed>> = FxHashMap::default();
    for (_, func) in funcs.iter() {
        for ex in &func.body {
            collect(ex, program, &mut passed);
        }
    }
    // For each function the parameters that go, with their value if read.
    let mut dropped: FxHashMap<FuncId, Vec<usize>> = FxHashMap::default();
    for ((id, func), changed) in funcs.iter_mut().zip(changed.iter_mut()) {
        let Some(passed) = passed.get(id) else {
            continue;
        };
        if reach.fixed.contains(id) {
            continue;
        }
        let gone = choose(func, passed);
        if !gone.is_empty() {
            remove(program, *id, func, &gone);
            *changed = true;
            dropped.insert(*id, gone.into_iter().map(|(i, _)| i).collect());
        }
    }
    if dropped.is_empty() {
        return;
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            drop_arguments(ex, &dropped, changed);
        }
    }
}

fn collect(ex: &Ex, program: &Program, passed: &mut FxHashMap<FuncId, Vec<Passed>>) {
    if let Ex::Call(func, args) = ex {
        let known = passed
            .entry(*func)
            .or_insert_with(|| vec![Passed::Nothing; args.len()]);
        for (known, arg) in known.iter_mut().zip(args) {
            *known = merged(known.clone(), arg, program);
        }
    }
    walk_children(ex, &mut |child| collect(child, program, passed));
}

fn merged(known: Passed, arg: &Ex, program: &Program) -> Passed {
    let is_constant = matches!(
        arg,
        Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_) | Ex::Null(_)
    );
    match known {
        Passed::Effects => Passed::Effects,
        _ if Effects::of(arg, program).must_happen() => Passed::Effects,
        Passed::Nothing if is_constant => Passed::Constant(arg.clone()),
        Passed::Constant(old) if old == *arg => Passed::Constant(old),
        _ => Passed::Values,
    }
}

/// The parameters that go, with the constant that takes their place.
fn choose(func: &WFunc, passed: &[Passed]) -> Vec<(usize, Option<Ex>)> {
    let mut is_read = vec![false; func.params.len()];
    for ex in &func.body {
        note_reads(ex, &mut is_read);
    }
    let mut gone = Vec::new();
    for (i, passed) in passed.iter().enumerate().take(func.params.len()) {
        match passed {
            Passed::Constant(value) => gone.push((i, is_read[i].then(|| value.clone()))),
            Passed::Values | Passed::Nothing if !is_read[i] => gone.push((i, None)),
            Passed::Values | Passed::Nothing | Passed::Effects => {}
        }
    }
    gone
}

fn note_reads(ex: &Ex, is_read: &mut [bool]) {
    if let Ex::Get(local) = ex
        && let Some(is_read) = is_read.get_mut(local.index())
    {
        *is_read = true;
    }
    walk_children(ex, &mut |child| note_reads(child, is_read));
}

/// Makes parameters plain locals.
fn remove(program: &mut Program, id: FuncId, func: &mut WFunc, gone: &[(usize, Option<Ex>)]) {
    let is_gone = |i: usize| gone.iter().any(|(at, _)| *at == i);
    let count = func.params.len();
    let old: Vec<WTy> = func.locals.values().copied().collect();
    let order = (0..count)
        .filter(|i| !is_gone(*i))
        .chain((0..count).filter(|i| is_gone(*i)))
        .chain(count..old.len());
    let mut locals = PrimaryMap::new();
    let mut renamed = vec![WLocal::new(0); old.len()];
    for from in order {
        renamed[from] = locals.push(old[from]);
    }
    func.locals = locals;
    func.params = (0..count)
        .filter(|i| !is_gone(*i))
        .map(|i| old[i])
        .collect();
    for ex in &mut func.body {
        rename(ex, &renamed);
    }
    let values = gone.iter().filter_map(|(i, value)| {
        let value = value.clone()?;
        Some(Ex::Set(renamed[*i], Box::new(value)))
    });
    let mut body: Vec<Ex> = values.collect();
    body.append(&mut func.body);
    func.body = body;
    let kind = TypeDefKind::Func {
        params: func.params.clone(),
        results: func.results.clone(),
    };
    let known = program
        .types
        .iter()
        .find(|(_, def)| def.kind == kind)
        .map(|(id, _)| id);
    let ty = known.unwrap_or_else(|| {
        program.types.push(TypeDef {
            name: wrc_base::Symbol::new("sig"),
            kind,
        })
    });
    program.funcs[id].ty = ty;
}

fn rename(ex: &mut Ex, renamed: &[WLocal]) {
    match ex {
        Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => {
            *local = renamed[local.index()];
        }
        Ex::SetMulti(locals, _) => {
            for local in locals.iter_mut().flatten() {
                *local = renamed[local.index()];
            }
        }
        _ => {}
    }
    walk_children_mut(ex, &mut |child| rename(child, renamed));
}

fn drop_arguments(ex: &mut Ex, dropped: &FxHashMap<FuncId, Vec<usize>>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| drop_arguments(child, dropped, changed));
    if let Ex::Call(func, args) = ex
        && let Some(gone) = dropped.get(func)
    {
        let mut i = 0;
        args.retain(|_| {
            i += 1;
            !gone.contains(&(i - 1))
        });
        *changed = true;
    }
}
