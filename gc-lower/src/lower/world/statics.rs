//! Globals whose initialiser is a constant expression need no start
//! function; globals that nobody reads need no value.

use crate::wir::{
    Ex, WFunc,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{EntityRef, FxHashMap, FxHashSet};
use wrc_object::*;

/// Longer arrays are better made by code.
const ITEMS: usize = 64;

pub(super) fn fold_statics(
    program: &mut Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let makers: FxHashMap<FuncId, Ex> = funcs
        .iter()
        .filter_map(|(id, func)| match &func.body[..] {
            [Ex::Return(values)] => match &values[..] {
                [value] if func.params.is_empty() => Some((*id, value.clone())),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let mut uses = Uses::default();
    for (_, func) in funcs.iter() {
        func.body.iter().for_each(|ex| uses.ex(ex));
    }
    for (_, global) in program.globals.iter() {
        uses.init(&global.init);
    }
    for ((id, func), changed) in funcs.iter_mut().zip(changed.iter_mut()) {
        if !program.start.contains(id) {
            continue;
        }
        let before = func.body.len();
        func.body
            .retain(|ex| !becomes_initial(program, ex, &makers, &mut uses));
        *changed |= func.body.len() != before;
    }
    let hoisted = std::mem::take(&mut uses.hoisted);
    for global in hoisted {
        program.globals[global].mutable = uses.sets.get(&global).is_some_and(|n| *n > 0);
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        for ex in &mut func.body {
            drop_dead_sets(ex, &uses.read, changed);
        }
    }
    let is_empty = |id: &FuncId| funcs.iter().any(|(it, f)| it == id && f.body.is_empty());
    program.start.retain(|id| !is_empty(id));
}

#[derive(Default)]
struct Uses {
    read: FxHashSet<GlobalId>,
    sets: FxHashMap<GlobalId, u32>,
    hoisted: Vec<GlobalId>,
}

impl Uses {
    fn ex(&mut self, ex: &Ex) {
        match ex {
            Ex::GlobalGet(id) => {
                self.read.insert(*id);
            }
            Ex::GlobalSet(id, _) => *self.sets.entry(*id).or_default() += 1,
            _ => {}
        }
        walk_children(ex, &mut |child| self.ex(child));
    }

    fn init(&mut self, init: &GlobalInit) {
        match init {
            GlobalInit::Global(id) => {
                self.read.insert(*id);
            }
            GlobalInit::Struct(_, items) | GlobalInit::Array(_, items) => {
                items.iter().for_each(|item| self.init(item));
            }
            _ => {}
        }
    }
}

/// Makes a start function's assignment the global's initial value.
fn becomes_initial(
    program: &mut Program,
    ex: &Ex,
    makers: &FxHashMap<FuncId, Ex>,
    uses: &mut Uses,
) -> bool {
    let Ex::GlobalSet(global, value) = ex else {
        return false;
    };
    let value = match &**value {
        Ex::Call(func, args) if args.is_empty() => match makers.get(func) {
            Some(value) => value,
            None => return false,
        },
        value => value,
    };
    let Some(init) = constant(program, value, *global) else {
        return false;
    };
    program.globals[*global].init = init;
    if let Some(sets) = uses.sets.get_mut(global) {
        *sets -= 1;
    }
    uses.hoisted.push(*global);
    true
}

/// The value as a constant expression for the initial value of `of`.
fn constant(program: &Program, ex: &Ex, of: GlobalId) -> Option<GlobalInit> {
    let all = |args: &[Ex]| -> Option<Vec<GlobalInit>> {
        args.iter().map(|arg| constant(program, arg, of)).collect()
    };
    Some(match ex {
        Ex::I32(n) => GlobalInit::I32(*n),
        Ex::I64(n) => GlobalInit::I64(*n),
        Ex::F32(bits) => GlobalInit::F32(*bits),
        Ex::F64(bits) => GlobalInit::F64(*bits),
        Ex::Null(heap) => GlobalInit::Null(*heap),
        Ex::Sym(sym) => GlobalInit::Sym(*sym),
        Ex::StructNew(ty, args) => GlobalInit::Struct(*ty, all(args)?),
        Ex::StructNewDefault(ty) => {
            let TypeDefKind::Struct { fields, .. } = &program.types[*ty].kind else {
                return None;
            };
            let zeros = fields
                .iter()
                .map(|field| super::super::code::zero(field.storage.value()));
            let zeros: Vec<Ex> = zeros.collect();
            GlobalInit::Struct(*ty, all(&zeros)?)
        }
        Ex::ArrayNewFixed(ty, args) if args.len() <= ITEMS => GlobalInit::Array(*ty, all(args)?),
        Ex::ArrayNewDefault { ty, len } => match **len {
            Ex::I32(len) => GlobalInit::ArrayDefault(*ty, u32::try_from(len).ok()?),
            _ => return None,
        },
        Ex::GlobalGet(id) => {
            let global = &program.globals[*id];
            let is_known = !global.mutable && id.index() < of.index();
            return is_known.then_some(GlobalInit::Global(*id));
        }
        _ => return None,
    })
}

fn drop_dead_sets(ex: &mut Ex, read: &FxHashSet<GlobalId>, changed: &mut bool) {
    walk_children_mut(ex, &mut |child| drop_dead_sets(child, read, changed));
    if let Ex::GlobalSet(global, value) = ex
        && !read.contains(global)
    {
        let value = std::mem::replace(&mut **value, Ex::Nop);
        *ex = Ex::Drop(Box::new(value));
        *changed = true;
    }
}
