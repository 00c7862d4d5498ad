//! Which functions can run, and which `dyn` types there can be.

use crate::wir::{Ex, WFunc, walk::walk_children};
use wrc_base::{FxHashMap, FxHashSet};
use wrc_object::*;

#[derive(Default)]
pub(super) struct Reach {
    pub funcs: FxHashSet<FuncId>,
    /// Functions that are not only called directly.
    pub fixed: FxHashSet<FuncId>,
    /// Numbers of the `dyn` types that are made somewhere.
    numbers: FxHashSet<i32>,
    selectors: FxHashSet<SelectorId>,
    pending: Vec<FuncId>,
}

pub(super) fn reach(program: &Program, funcs: &[(FuncId, WFunc)]) -> Reach {
    let bodies: FxHashMap<FuncId, &WFunc> = funcs.iter().map(|(id, f)| (*id, f)).collect();
    let mut reach = Reach::default();
    let entries = program.exports.iter().map(|export| export.func);
    for func in entries.chain(program.start.iter().copied()) {
        reach.add_fixed(func);
    }
    for (_, global) in program.globals.iter() {
        reach.init(&global.init);
    }
    while let Some(func) = reach.pending.pop() {
        if let Some(func) = bodies.get(&func) {
            for ex in &func.body {
                reach.ex(program, ex);
            }
        }
    }
    reach
}

impl Reach {
    fn add(&mut self, func: FuncId) {
        if self.funcs.insert(func) {
            self.pending.push(func);
        }
    }

    fn add_fixed(&mut self, func: FuncId) {
        self.fixed.insert(func);
        self.add(func);
    }

    fn init(&mut self, init: &GlobalInit) {
        match init {
            GlobalInit::Sym(ConstSym::TableIndex(func)) => self.add_fixed(*func),
            GlobalInit::Struct(_, items) | GlobalInit::Array(_, items) => {
                items.iter().for_each(|item| self.init(item));
            }
            _ => {}
        }
    }

    fn ex(&mut self, program: &Program, ex: &Ex) {
        match ex {
            Ex::Call(func, _) => self.add(*func),
            Ex::Sym(ConstSym::TableIndex(func)) => self.add_fixed(*func),
            Ex::Sym(ConstSym::SelectorBase(selector)) => self.add_selector(program, *selector),
            Ex::StructNewDefault(ty) if is_wrapper(program, *ty) => {
                self.add_number(program, 0);
            }
            Ex::StructNew(ty, args) if is_wrapper(program, *ty) => {
                if let Some(Ex::I32(number)) = args.first() {
                    self.add_number(program, *number);
                }
            }
            _ => {}
        }
        walk_children(ex, &mut |child| self.ex(program, child));
    }

    fn add_selector(&mut self, program: &Program, selector: SelectorId) {
        if !self.selectors.insert(selector) {
            return;
        }
        for (number, entry) in program.selectors[selector].iter().enumerate() {
            if let (Some(func), true) = (entry, self.numbers.contains(&(number as i32))) {
                self.add_fixed(*func);
            }
        }
    }

    fn add_number(&mut self, program: &Program, number: i32) {
        if !self.numbers.insert(number) {
            return;
        }
        for selector in self.selectors.clone() {
            if let Some(Some(func)) = program.selectors[selector].get(number as usize) {
                self.add_fixed(*func);
            }
        }
    }

    /// Empties the entries of types that are never made.
    pub fn prune_selectors(&self, program: &mut Program) {
        for (selector, entries) in program.selectors.iter_mut() {
            let is_used = self.selectors.contains(&selector);
            for (number, entry) in entries.iter_mut().enumerate() {
                if !is_used || !self.numbers.contains(&(number as i32)) {
                    *entry = None;
                }
            }
        }
    }
}

/// Is it a wrapper behind `dyn` pointers?
pub(super) fn is_wrapper(program: &Program, ty: TypeId) -> bool {
    match &program.types[ty].kind {
        TypeDefKind::Struct {
            parent: Some(parent),
            ..
        } => program.types[*parent].name.as_str() == super::super::types::DYN_BASE,
        TypeDefKind::Struct { .. } | TypeDefKind::Array(_) | TypeDefKind::Func { .. } => false,
    }
}
