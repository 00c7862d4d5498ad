//! What the module must contain, and how often each thing is named.

use wrc_base::FxIndexMap;
use wrc_object::*;

use crate::{
    canon::{Canon, type_edges},
    types,
};

/// Reachable entities (representatives only) with their number of uses.
#[derive(Default)]
pub(crate) struct Reach {
    pub funcs: FxIndexMap<FuncId, u32>,
    pub types: FxIndexMap<TypeId, u32>,
    pub globals: FxIndexMap<GlobalId, u32>,
    pub data: FxIndexMap<DataId, u32>,
    pub literals: FxIndexMap<LiteralId, u32>,
    pub selectors: FxIndexMap<SelectorId, u32>,
    /// Functions whose address is taken; not folded, each has its own entry.
    pub addresses: FxIndexMap<FuncId, u32>,
    /// Some code names the table.
    pub uses_table: bool,
    pending: Vec<FuncId>,
}

impl Reach {
    /// Everything that exports and start functions need.
    pub fn new(program: &Program, canon: &Canon) -> Reach {
        let mut reach = Reach::default();
        for export in &program.exports {
            reach.func(canon, export.func);
        }
        for func in &program.start {
            reach.func(canon, *func);
        }
        if let Some(tag) = program.tag {
            reach.ty(program, canon, tag);
        }
        reach.linear(program, canon);
        reach.finish(program, canon);
        reach
    }

    /// Adds a function that was made after the fact.
    pub fn add_func(&mut self, program: &Program, canon: &Canon, func: FuncId) {
        self.func(canon, func);
        self.finish(program, canon);
    }

    /// Tables can be called through any slot, and data is not looked into.
    fn linear(&mut self, program: &Program, canon: &Canon) {
        let linear = &program.linear;
        for elements in &linear.elements {
            self.init(program, canon, &elements.offset);
            for func in &elements.funcs {
                self.func(canon, *func);
            }
        }
        for data in &linear.data {
            self.init(program, canon, &data.offset);
        }
        for (_, export) in &linear.exports {
            if let LinearExport::Global(global) = export {
                self.global(program, canon, *global);
            }
        }
    }

    fn finish(&mut self, program: &Program, canon: &Canon) {
        while let Some(id) = self.pending.pop() {
            let func = &program.funcs[id];
            if types::is_string_builtin(program, id) {
                let edges = type_edges(&program.types[func.ty].kind);
                edges.iter().for_each(|ty| self.ty(program, canon, *ty));
            } else {
                self.ty(program, canon, func.ty);
            }
            let FuncKind::Unit(unit) = &func.kind else {
                continue;
            };
            for (_, ty) in &unit.locals {
                self.value(program, canon, *ty);
            }
            for reloc in &unit.relocs {
                self.target(program, canon, reloc.target);
            }
        }
    }

    fn func(&mut self, canon: &Canon, func: FuncId) {
        let func = canon.funcs[func];
        if count(&mut self.funcs, func) {
            self.pending.push(func);
        }
    }

    fn target(&mut self, program: &Program, canon: &Canon, target: RelocTarget) {
        match target {
            RelocTarget::Func(func) => self.func(canon, func),
            RelocTarget::Type(ty) => self.ty(program, canon, ty),
            RelocTarget::HeapType(heap) => self.heap(program, canon, heap),
            RelocTarget::BlockType(ty) => self.value(program, canon, ty),
            RelocTarget::Global(global) => self.global(program, canon, global),
            RelocTarget::Data(data) => {
                count(&mut self.data, data);
            }
            RelocTarget::Table => self.uses_table = true,
            RelocTarget::Const(sym) => self.sym(program, canon, sym),
        }
    }

    fn sym(&mut self, program: &Program, canon: &Canon, sym: ConstSym) {
        match sym {
            ConstSym::TableIndex(func) => {
                count(&mut self.addresses, func);
                self.func(canon, func);
            }
            ConstSym::SelectorBase(selector) => {
                if count(&mut self.selectors, selector) {
                    for func in program.selectors[selector].iter().flatten() {
                        self.func(canon, *func);
                    }
                }
            }
            ConstSym::LiteralOffset(literal) => {
                count(&mut self.literals, literal);
            }
        }
    }

    fn ty(&mut self, program: &Program, canon: &Canon, ty: TypeId) {
        let ty = canon.types[ty];
        if count(&mut self.types, ty) {
            for edge in type_edges(&program.types[ty].kind) {
                self.ty(program, canon, edge);
            }
        }
    }

    fn heap(&mut self, program: &Program, canon: &Canon, heap: HeapTy) {
        if let HeapTy::Type(ty) = heap {
            self.ty(program, canon, ty);
        }
    }

    fn value(&mut self, program: &Program, canon: &Canon, ty: WTy) {
        if let WTy::Ref(heap) = ty {
            self.heap(program, canon, heap);
        }
    }

    fn global(&mut self, program: &Program, canon: &Canon, global: GlobalId) {
        let global = canon.globals[global];
        if count(&mut self.globals, global) {
            self.value(program, canon, program.globals[global].ty);
            self.init(program, canon, &program.globals[global].init);
        }
    }

    fn init(&mut self, program: &Program, canon: &Canon, init: &GlobalInit) {
        match init {
            GlobalInit::Import { .. }
            | GlobalInit::I32(_)
            | GlobalInit::I64(_)
            | GlobalInit::F32(_)
            | GlobalInit::F64(_) => {}
            GlobalInit::Null(heap) => self.heap(program, canon, *heap),
            GlobalInit::Sym(sym) => self.sym(program, canon, *sym),
            GlobalInit::Struct(ty, items) | GlobalInit::Array(ty, items) => {
                self.ty(program, canon, *ty);
                items
                    .iter()
                    .for_each(|item| self.init(program, canon, item));
            }
            GlobalInit::ArrayDefault(ty, _) => self.ty(program, canon, *ty),
            GlobalInit::Global(global) => self.global(program, canon, *global),
        }
    }
}

/// Counts a use; true for the first.
fn count<K: std::hash::Hash + Eq>(map: &mut FxIndexMap<K, u32>, key: K) -> bool {
    let uses = map.entry(key).or_insert(0);
    *uses += 1;
    *uses == 1
}
