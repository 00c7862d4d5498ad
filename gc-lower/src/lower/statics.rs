//! Statics: globals that the start function initialises.

use super::{
    code::{Code, zero},
    cx::Cx,
    func::Fx,
    layout::Class,
    loc::Loc,
    places::{Pl, Via},
};
use crate::{pir::Instance, wir::*};
use wrc_base::{FxHashMap, Symbol};
use wrc_object::*;
use wrc_thir::{StaticDef, Ty};

#[derive(Debug, Default)]
pub(super) struct StaticTables {
    homes: FxHashMap<StaticDef, Home>,
    /// The shared array without elements, by type.
    pub empty: FxHashMap<TypeId, GlobalId>,
    pub literals: FxHashMap<Vec<u8>, LiteralId>,
    pub byte_arrays: FxHashMap<Vec<u8>, GlobalId>,
    pub data: FxHashMap<Vec<u8>, DataId>,
    /// Statements of the start function, before the statics.
    pub start: Vec<Ex>,
    pub type_ids: FxHashMap<Ty, u64>,
    pub host_strings: FxHashMap<String, GlobalId>,
}

/// Where a static is.
#[derive(Clone, Debug)]
enum Home {
    /// Its slots, or the reference to its object.
    Globals(Vec<GlobalId>),
    /// A cell, as it may be referred to.
    Cell(GlobalId, TypeId),
}

impl Cx<'_> {
    fn static_home(&self, def: StaticDef, ty: Ty) -> Home {
        if let Some(known) = self.statics.borrow().homes.get(&def) {
            return known.clone();
        }
        let data = self.tcx.db.static_data(def);
        let layout = self.layout(ty);
        let may_be_referred_to = data.is_mut || self.is_raw(ty) || self.is_addressed(ty);
        let global = |ty: WTy| self.new_global(data.path, ty, true, initial(ty));
        let home = if layout.class == Class::Slots && may_be_referred_to {
            let cell = self.cell_type(&layout.slots);
            Home::Cell(global(WTy::to(cell)), cell)
        } else {
            Home::Globals(layout.tys().map(global).collect())
        };
        self.statics.borrow_mut().homes.insert(def, home.clone());
        home
    }

    /// The function that initialises all statics, in order.
    pub fn define_start(&self) {
        let mut code = Code::new(self, &[]);
        for def in &self.mono.statics {
            let inst = Instance::Static(*def);
            let (Some(abi), Some(func)) = (self.abi(&inst), self.func(&inst)) else {
                self.bug("a static without an initialiser");
                continue;
            };
            let values = code.call(func, Vec::new());
            match self.static_home(*def, abi.ret) {
                Home::Globals(globals) => {
                    let slots = self.layout(abi.ret).slots.clone();
                    code.store(&Loc::Globals(globals), &slots, values);
                }
                Home::Cell(global, cell) => {
                    let new = Ex::StructNew(cell, values);
                    code.emit(Ex::GlobalSet(global, Box::new(new)));
                }
            }
        }
        let mut body = self.statics.borrow_mut().take_start();
        body.append(&mut code.out);
        if body.is_empty() {
            return;
        }
        code.out = body;
        let name = Symbol::new("statics");
        let id = self.new_func(name, &[], &[]);
        self.finish_func(id, code.finish(name, Vec::new()));
        self.program.borrow_mut().start.push(id);
    }
}

impl Fx<'_, '_> {
    pub fn static_place(&mut self, def: StaticDef) -> Pl {
        let cx = self.cx();
        let ty = cx.tcx.instantiate(cx.tcx.db.static_data(def).ty, &[]);
        let loc = match cx.static_home(def, ty) {
            Home::Globals(globals) => Loc::Globals(globals),
            Home::Cell(global, cell) => Loc::Fields {
                obj: Ex::GlobalGet(global),
                ty: cell,
                first: 0,
            },
        };
        Pl {
            ty,
            variant: None,
            loc,
            via: Via::Slot,
        }
    }
}

fn initial(ty: WTy) -> GlobalInit {
    match zero(ty) {
        Ex::I64(n) => GlobalInit::I64(n),
        Ex::F32(bits) => GlobalInit::F32(bits),
        Ex::F64(bits) => GlobalInit::F64(bits),
        Ex::Null(heap) => GlobalInit::Null(heap),
        _ => GlobalInit::I32(0),
    }
}
