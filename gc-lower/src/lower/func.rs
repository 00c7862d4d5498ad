//! Lowering of one body.

use super::{
    abi::{FnAbi, Pass},
    code::{Code, zeros},
    cx::Cx,
    layout::{Class, Slot},
    loc::Loc,
    uses::{self, LocalUse, Uses},
};
use crate::{
    pir::{Body, Constant, Label, Local, Operand, Proj},
    wir::*,
};
use std::{rc::Rc, sync::Arc};
use wrc_base::{EntityRef, FxHashMap, SecondaryMap, Span};
use wrc_object::*;
use wrc_thir::Ty;

/// A function being lowered.
pub(super) struct Fx<'c, 'a> {
    pub code: Code<'c, 'a>,
    pub body: &'c Body,
    pub abi: Rc<FnAbi>,
    stores: SecondaryMap<Local, Store>,
    uses: Uses,
    /// Locals that are assigned once, a literal text.
    texts: FxHashMap<Local, Arc<str>>,
    /// Locals that are assigned once, a number known here.
    numbers: FxHashMap<Local, i32>,
    pub labels: FxHashMap<Label, Target>,
    pub span: Span,
}

/// Where a local's value is.
#[derive(Clone, Debug, Default)]
enum Store {
    #[default]
    None,
    Slots(Vec<WLocal>),
    /// In a cell. `fresh`: every assignment of the whole makes a new one.
    Cell {
        obj: WLocal,
        ty: TypeId,
        fresh: bool,
    },
    /// A value-result parameter that is only dereferenced: the pointee.
    Pointee(Vec<WLocal>),
    /// One whose value is needed too: the pointee is in a cell.
    PointeeCell {
        obj: WLocal,
        ty: TypeId,
    },
    /// One that is assigned: `(base, sel)` in `slots`, the pointee it came
    /// with in a cell.
    Spilled {
        slots: Vec<WLocal>,
        obj: WLocal,
        ty: TypeId,
    },
    /// A reference that stands for the place it was made of.
    Alias(Loc),
    /// One whose own place is referred to: `(base, sel)` is in a cell, too.
    SpilledCell {
        holder: WLocal,
        holder_ty: TypeId,
        obj: WLocal,
        ty: TypeId,
    },
}

/// Where `Break` and `Continue` of a label go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub exit: WLabel,
    pub again: Option<WLabel>,
}

/// Lowers a body to the function `id`.
pub(super) fn lower_body(cx: &Cx, body: &Body, id: FuncId) {
    let Some(abi) = cx.abi(&body.instance) else {
        return cx.bug("a body without a signature");
    };
    *cx.span.borrow_mut() = body.sources.values().nth(1).copied().unwrap_or_default();
    let results = abi.wasm_results(cx);
    let mut fx = Fx {
        code: Code::new(cx, &abi.wasm_params(cx)),
        body,
        abi: abi.clone(),
        stores: SecondaryMap::with_capacity(body.locals.len()),
        uses: Uses::new(),
        texts: FxHashMap::default(),
        numbers: FxHashMap::default(),
        labels: FxHashMap::default(),
        span: *cx.span.borrow(),
    };
    fx.enter();
    fx.block(&body.block);
    fx.leave();
    let func = fx.code.finish(body.name, results);
    cx.finish_func(id, func);
}

impl<'c, 'a> Fx<'c, 'a> {
    pub fn cx(&self) -> &'c Cx<'a> {
        self.code.cx
    }

    pub fn local_ty(&self, local: Local) -> Ty {
        self.body.locals[local].ty
    }

    pub fn slots(&self, ty: Ty) -> Box<[Slot]> {
        self.cx().layout(ty).slots.clone()
    }

    /// Reports what cannot be lowered, at the current statement.
    pub fn unsupported(&self, code: &'static str, message: impl Into<String>) {
        self.cx().tcx.error(code, self.span, message);
    }

    pub fn bug(&self, message: &str) {
        let message = format!("internal error: {message} in `{}`", self.body.name);
        self.cx().tcx.error("WRC9003", self.span, message);
    }

    /// Decides where locals live and takes the parameters.
    fn enter(&mut self) {
        let cx = self.cx();
        let uses = uses::uses(cx, self.body, &self.abi);
        let mut next = 0;
        let abi = self.abi.clone();
        for (local, param) in self.body.params.iter().zip(&abi.params) {
            let slots = self.slots(param.passed());
            let incoming: Vec<WLocal> = (next..next + slots.len()).map(WLocal::new).collect();
            next += slots.len();
            self.stores[*local] = match param.pass {
                Pass::Value => self.value_param(incoming, &slots, uses[*local]),
                Pass::InOut(_) | Pass::Pointee(_) => {
                    self.pointee_param(param.ty, incoming, &slots, uses[*local])
                }
            };
        }
        for (local, decl) in self.body.locals.iter() {
            if self.body.params.contains(&local) {
                continue;
            }
            if !uses[local].is_alias {
                let slots = self.slots(decl.ty);
                self.stores[local] = self.variable(&slots, uses[local]);
            }
        }
        self.uses = uses;
    }

    /// Is the local assigned once, and never through a reference?
    fn is_constant(&self, local: Local) -> bool {
        let how = self.uses[local];
        how.assigned == 1
            && !how.has_address
            && !how.is_borrowed
            && !how.assigned_in_part
            && !self.body.params.contains(&local)
    }

    /// Remembers what a local that does not change holds.
    pub fn note_text(&mut self, local: Local, text: &Arc<str>) {
        if self.is_constant(local) {
            self.texts.insert(local, text.clone());
        }
    }

    pub fn note_number(&mut self, local: Local, number: i32) {
        if self.is_constant(local) {
            self.numbers.insert(local, number);
        }
    }

    pub fn known_number(&self, local: Local) -> Option<i32> {
        self.numbers.get(&local).copied()
    }

    /// The literal that a `&str` operand is.
    pub fn literal_text(&self, operand: &Operand) -> Option<Arc<str>> {
        match operand {
            Operand::Const(Constant::Str(text)) => Some(text.clone()),
            Operand::Copy(place) | Operand::Move(place) => {
                self.texts.get(&place.as_local()?).cloned()
            }
            Operand::Borrow(_, place) => match (&place.proj[..], place.base_local()) {
                ([Proj::Deref], Some(local)) => self.texts.get(&local).cloned(),
                _ => None,
            },
            Operand::Const(_) => None,
        }
    }

    /// Is the local an object that is never assigned as a whole? Then the
    /// write of its first field makes it.
    pub fn is_made_in_parts(&self, local: Local) -> bool {
        self.uses[local].assigned == 0
            && !self.body.params.contains(&local)
            && self.cx().class(self.local_ty(local)) == Class::Object
    }

    /// Is the local a reference that stands for the place it is made of?
    pub fn is_alias(&self, local: Local) -> bool {
        self.uses[local].is_alias
    }

    /// Lets such a reference be a value like others after all.
    pub fn forget_alias(&mut self, local: Local) {
        let slots = self.slots(self.local_ty(local));
        self.stores[local] = self.variable(&slots, LocalUse::default());
    }

    /// Makes such a reference stand for the location, if that is possible.
    pub fn set_alias(&mut self, local: Local, loc: Loc) -> bool {
        let mut save = |ex: Ex, ty: WTy| match ex {
            Ex::I32(_) => ex,
            _ => self.code.save(ex, ty),
        };
        let loc = match loc {
            Loc::Fields { obj, ty, first } => Loc::Fields {
                obj: save(obj, WTy::to(ty)),
                ty,
                first,
            },
            Loc::Lanes { array, ty, index } => Loc::Lanes {
                array: save(array, WTy::to(ty)),
                ty,
                index: save(index, WTy::I32),
            },
            Loc::Elem {
                array,
                array_ty,
                index,
                cell,
            } => Loc::Elem {
                array: save(array, WTy::to(array_ty)),
                array_ty,
                index: save(index, WTy::I32),
                cell,
            },
            Loc::Fat { base, sel } => Loc::Fat {
                base: save(base, WTy::EQ),
                sel: save(sel, WTy::I32),
            },
            Loc::Locals(_) => loc,
            Loc::None
            | Loc::Globals(_)
            | Loc::Values(_)
            | Loc::Bits { .. }
            | Loc::Path { .. }
            | Loc::Slice { .. } => {
                self.forget_alias(local);
                return false;
            }
        };
        self.stores[local] = Store::Alias(loc);
        true
    }

    fn value_param(&mut self, incoming: Vec<WLocal>, slots: &[Slot], how: LocalUse) -> Store {
        if !how.has_address {
            return Store::Slots(incoming);
        }
        let (obj, ty) = self.cell_of(incoming, slots);
        let fresh = false;
        Store::Cell { obj, ty, fresh }
    }

    fn pointee_param(
        &mut self,
        ty: Ty,
        incoming: Vec<WLocal>,
        slots: &[Slot],
        how: LocalUse,
    ) -> Store {
        if how.assigned == 0 && !how.escapes && !how.has_address {
            return Store::Pointee(incoming);
        }
        let (obj, cell) = self.cell_of(incoming, slots);
        if how.assigned == 0 && !how.has_address {
            return Store::PointeeCell { obj, ty: cell };
        }
        let own = self.slots(ty);
        let locals: Vec<WLocal> = own.iter().map(|slot| self.code.temp(slot.ty())).collect();
        let sel = self.cx().field_selector(slots, cell, 0);
        let value = vec![Ex::Get(obj), Ex::I32(sel)];
        if how.has_address {
            let outer = self.cx().cell_type(&own);
            let holder = self.code.temp(WTy::to(outer));
            let new = Ex::StructNew(outer, value);
            self.code.emit(Ex::Set(holder, Box::new(new)));
            return Store::SpilledCell {
                holder,
                holder_ty: outer,
                obj,
                ty: cell,
            };
        }
        self.code.set_all(&locals, value);
        Store::Spilled {
            slots: locals,
            obj,
            ty: cell,
        }
    }

    fn cell_of(&mut self, incoming: Vec<WLocal>, slots: &[Slot]) -> (WLocal, TypeId) {
        let ty = self.cx().cell_type(slots);
        let obj = self.code.temp(WTy::to(ty));
        let values = incoming.into_iter().map(Ex::Get).collect();
        let new = Ex::StructNew(ty, values);
        self.code.emit(Ex::Set(obj, Box::new(new)));
        (obj, ty)
    }

    fn variable(&mut self, slots: &[Slot], how: LocalUse) -> Store {
        if !how.has_address {
            let locals = slots.iter().map(|slot| self.code.temp(slot.ty())).collect();
            return Store::Slots(locals);
        }
        let ty = self.cx().cell_type(slots);
        let obj = self.code.temp(WTy::to(ty));
        let fresh = how.assigned == 1 || (how.may_leak && how.assigned > 0);
        if !fresh || how.assigned_in_part {
            let new = Ex::StructNewDefault(ty);
            self.code.emit(Ex::Set(obj, Box::new(new)));
        }
        Store::Cell { obj, ty, fresh }
    }

    /// The function's end, if control can fall there.
    fn leave(&mut self) {
        if !self.code.out.iter().any(crate::wir::ty::diverges) {
            self.return_values();
        }
    }

    pub fn return_values(&mut self) {
        if self.abi.ret.is_never() {
            self.code.emit(Ex::Unreachable);
            return;
        }
        let slots = self.slots(self.abi.ret);
        let loc = self.local_loc(self.body.ret);
        let mut values = self.code.load(&loc, &slots);
        let abi = self.abi.clone();
        for (local, param) in self.body.params.iter().zip(&abi.params) {
            if let Pass::InOut(to) = param.pass {
                let slots = self.slots(to);
                let loc = self.pointee_loc(*local);
                values.extend(match loc {
                    Some(loc) => self.code.load(&loc, &slots),
                    None => zeros(&slots),
                });
            }
        }
        self.code.emit(Ex::Return(values));
    }

    /// The slots a value-result parameter came with.
    fn pointee_loc(&self, local: Local) -> Option<Loc> {
        match &self.stores[local] {
            Store::Pointee(locals) => Some(Loc::Locals(locals.clone())),
            Store::PointeeCell { obj, ty }
            | Store::Spilled { obj, ty, .. }
            | Store::SpilledCell { obj, ty, .. } => Some(Loc::Fields {
                obj: Ex::Get(*obj),
                ty: *ty,
                first: 0,
            }),
            Store::None | Store::Slots(_) | Store::Cell { .. } | Store::Alias(_) => None,
        }
    }

    /// Where `(*local)` is, if the local stands for its pointee.
    pub fn deref_loc(&self, local: Local) -> Option<Loc> {
        match &self.stores[local] {
            Store::Spilled { .. } | Store::SpilledCell { .. } => None,
            Store::Alias(loc) => Some(loc.clone()),
            _ => self.pointee_loc(local),
        }
    }

    /// Where the local's value is.
    pub fn local_loc(&mut self, local: Local) -> Loc {
        match &self.stores[local] {
            Store::None => {
                if self.uses[local].is_alias {
                    self.bug("a reference used before it is made");
                    let null = vec![Ex::Null(HeapTy::None), Ex::I32(0)];
                    return Loc::Values(null);
                }
                Loc::None
            }
            Store::Alias(loc) => {
                let loc = loc.clone();
                let slots = self.cell_slots(local);
                let (base, sel) = self.code.address(&loc, &slots);
                Loc::Values(vec![base, sel])
            }
            Store::Slots(locals) if locals.is_empty() => Loc::None,
            Store::Slots(locals) | Store::Spilled { slots: locals, .. } => {
                Loc::Locals(locals.clone())
            }
            Store::Cell { obj, ty, .. }
            | Store::SpilledCell {
                holder: obj,
                holder_ty: ty,
                ..
            } => Loc::Fields {
                obj: Ex::Get(*obj),
                ty: *ty,
                first: 0,
            },
            Store::PointeeCell { obj, ty } => {
                let (obj, ty) = (*obj, *ty);
                let slots = self.cell_slots(local);
                let sel = self.cx().field_selector(&slots, ty, 0);
                Loc::Values(vec![Ex::Get(obj), Ex::I32(sel)])
            }
            Store::Pointee(_) => {
                self.bug("the value of a value-result parameter");
                Loc::Values(vec![Ex::Null(HeapTy::None), Ex::I32(0)])
            }
        }
    }

    fn cell_slots(&self, param: Local) -> Box<[Slot]> {
        match self.local_ty(param).pointee() {
            Some((_, to)) => self.slots(to),
            None => Box::new([]),
        }
    }

    /// The cell of a local that gets one by an assignment.
    pub fn fresh_cell(&self, local: Local) -> Option<(WLocal, TypeId)> {
        match self.stores[local] {
            Store::Cell {
                obj,
                ty,
                fresh: true,
            } => Some((obj, ty)),
            _ => None,
        }
    }

    /// Assigns a whole local.
    pub fn set_local(&mut self, local: Local, slots: &[Slot], values: Vec<Ex>) {
        if let Store::Cell {
            obj,
            ty,
            fresh: true,
        } = self.stores[local]
        {
            let new = Ex::StructNew(ty, values);
            self.code.emit(Ex::Set(obj, Box::new(new)));
            return;
        }
        let loc = self.local_loc(local);
        let values = self.protect(values, slots, &loc);
        self.code.store(&loc, slots, values);
    }

    /// Saves values that would read what storing the ones before them has
    /// overwritten.
    pub fn protect(&mut self, values: Vec<Ex>, slots: &[Slot], loc: &Loc) -> Vec<Ex> {
        if values.len() < 2 {
            return values;
        }
        let is_hazard = |i: usize, value: &Ex| match loc {
            Loc::Locals(locals) => locals[..i].iter().any(|local| reads(value, *local)),
            Loc::Fields { .. } | Loc::Lanes { .. } | Loc::Globals(_) => !is_plain(value),
            Loc::None
            | Loc::Elem { .. }
            | Loc::Fat { .. }
            | Loc::Values(_)
            | Loc::Bits { .. }
            | Loc::Path { .. }
            | Loc::Slice { .. } => false,
        };
        let hazards: Vec<bool> = values
            .iter()
            .enumerate()
            .map(|(i, value)| i > 0 && is_hazard(i, value))
            .collect();
        if !hazards.contains(&true) {
            return values;
        }
        // A saved value moves before the others: save in order.
        self.code.save_all(values, slots)
    }
}

/// Locals and constants: nothing in memory.
fn is_plain(ex: &Ex) -> bool {
    matches!(
        ex,
        Ex::Get(_) | Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_) | Ex::Null(_) | Ex::Sym(_)
    )
}

fn reads(ex: &Ex, local: WLocal) -> bool {
    if matches!(ex, Ex::Get(read) if *read == local) {
        return true;
    }
    let mut found = false;
    crate::wir::walk::walk_children(ex, &mut |child| found = found || reads(child, local));
    found
}
