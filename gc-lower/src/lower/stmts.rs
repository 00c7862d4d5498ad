//! Statements and rvalues.

use super::{
    code::{block, if_else},
    func::{Fx, Target},
    layout::{Class, Slot},
    loc::Loc,
    places::{Pl, Via},
};
use crate::{
    pir::{Block, Local, Operand, Place, Proj, Rvalue, Stmt, StmtKind},
    wir::*,
};
use std::sync::Arc;
use wrc_base::Span;
use wrc_thir::{BinOp, Const, FieldIdx, Mutability, Ty, TyKind, VariantIdx};

impl Fx<'_, '_> {
    pub fn block(&mut self, stmts: &Block) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    /// A block's statements, apart.
    pub fn apart(&mut self, stmts: &Block) -> Vec<Ex> {
        let outer = std::mem::take(&mut self.code.out);
        self.block(stmts);
        std::mem::replace(&mut self.code.out, outer)
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let Some(span) = self.body.sources.get(stmt.src)
            && stmt.src.0 != 0
            && *span != Span::default()
        {
            self.span = *span;
            *self.cx().span.borrow_mut() = *span;
        }
        match &stmt.kind {
            StmtKind::Assign(dest, rvalue) => self.assign(dest, rvalue),
            StmtKind::CheckedBinary {
                dest,
                overflow,
                op,
                lhs,
                rhs,
            } => self.checked(dest, overflow, *op, lhs, rhs),
            StmtKind::Call { dest, callee, args } => self.call_stmt(dest, callee, args),
            StmtKind::Drop(place) => {
                let pl = self.place(place);
                self.drop_place(&pl);
            }
            StmtKind::If { cond, then, els } => {
                let cond = self.scalar(cond);
                if let Ex::I32(known) = cond {
                    return self.block(if known != 0 { then } else { els });
                }
                let then = self.apart(then);
                let els = self.apart(els);
                self.code.emit(if_else(cond, then, els));
            }
            StmtKind::Switch {
                value,
                arms,
                default,
            } => self.switch(value, arms, default),
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => self.switch_variant(place, arms, default.as_ref()),
            StmtKind::Loop { label, body } => {
                let target = Target {
                    exit: self.code.label(),
                    again: Some(self.code.label()),
                };
                self.labels.insert(*label, target);
                let mut body = self.apart(body);
                let Some(again) = target.again else { return };
                if !body.iter().any(crate::wir::ty::diverges) {
                    body.push(Ex::Br(again));
                }
                let body = Ex::Loop { label: again, body };
                let is_left = crate::wir::ty::branches_to(std::slice::from_ref(&body), target.exit);
                self.code.emit(if is_left {
                    block(target.exit, vec![body])
                } else {
                    body
                });
            }
            StmtKind::Block { label, body } => {
                let exit = self.code.label();
                let again = None;
                self.labels.insert(*label, Target { exit, again });
                let body = self.apart(body);
                self.code.emit(block(exit, body));
            }
            StmtKind::Break(label) => match self.labels.get(label) {
                Some(target) => {
                    let exit = target.exit;
                    self.code.emit(Ex::Br(exit));
                }
                None => self.bug("a break out of nothing"),
            },
            StmtKind::Continue(label) => match self.labels.get(label).and_then(|t| t.again) {
                Some(again) => self.code.emit(Ex::Br(again)),
                None => self.bug("a continue of nothing"),
            },
            StmtKind::Return => self.return_values(),
            StmtKind::Unreachable => self.code.emit(Ex::Unreachable),
        }
    }

    fn assign(&mut self, dest: &Place, rvalue: &Rvalue) {
        if let (Some(local), Rvalue::Ref(_, place) | Rvalue::RawPtr(_, place)) =
            (dest.as_local(), rvalue)
            && self.is_alias(local)
        {
            let pl = self.place(place);
            if pl.via == Via::Snapshot {
                self.forget_alias(local);
            } else if self.set_alias(local, pl.loc) {
                return;
            }
        }
        if let (Some(local), Some(text)) = (dest.as_local(), self.text_of(rvalue)) {
            self.note_text(local, &text);
        }
        let values = self.rvalue(rvalue, dest);
        self.store_to(dest, values);
    }

    /// The literal that an rvalue is.
    fn text_of(&self, rvalue: &Rvalue) -> Option<Arc<str>> {
        match rvalue {
            Rvalue::Use(operand) => self.literal_text(operand),
            Rvalue::Ref(m, place) => self.literal_text(&Operand::Borrow(*m, place.clone())),
            _ => None,
        }
    }

    /// Overwrites a place.
    pub fn store_to(&mut self, dest: &Place, values: Vec<Ex>) {
        if let Some(local) = dest.as_local() {
            let slots = self.slots(self.local_ty(local));
            if values.len() == slots.len() {
                let ty = self.local_ty(local);
                if self.cx().keeps_places(ty) {
                    return self.replace_local(local, ty, &slots, values);
                }
                self.set_local(local, &slots, values);
            } else {
                self.wrong_arity(values.len(), slots.len());
            }
            return;
        }
        if let (Some(local), [Proj::Field(FieldIdx(0))]) = (dest.base_local(), &dest.proj[..])
            && self.is_made_in_parts(local)
        {
            let ty = self.local_ty(local);
            let slots = self.slots(ty);
            let new = self.uninit(ty);
            self.set_local(local, &slots, new);
        }
        // The place may contain calls: evaluated before the values are used,
        // which is fine as both are pure.
        let pl = self.place(dest);
        self.store_place(&pl, values);
    }

    /// Assigns a local of a type that keeps places. A cell may not be there yet.
    fn replace_local(&mut self, local: Local, ty: Ty, slots: &[Slot], values: Vec<Ex>) {
        let values = self.code.dup_all(values, slots);
        let loc = self.local_loc(local);
        let Some((cell, cell_ty)) = self.fresh_cell(local) else {
            return self.code.replace(ty, &loc, values);
        };
        let new = Ex::StructNew(cell_ty, values.clone());
        let fresh = vec![Ex::Set(cell, Box::new(new))];
        let (kept, ()) = self.code.nested(|code| code.replace(ty, &loc, values));
        self.code
            .emit(if_else(Ex::IsNull(Box::new(Ex::Get(cell))), fresh, kept));
    }

    /// Does the object in a place, or in a part of it, stay there?
    pub fn keeps_place(&self, pl: &Pl) -> bool {
        let is_place = match pl.loc {
            Loc::Locals(_)
            | Loc::Globals(_)
            | Loc::Fields { .. }
            | Loc::Lanes { .. }
            | Loc::Elem { .. }
            | Loc::Fat { .. } => true,
            Loc::None
            | Loc::Values(_)
            | Loc::Bits { .. }
            | Loc::Path { .. }
            | Loc::Slice { .. } => false,
        };
        is_place && pl.via == Via::Slot && self.cx().keeps_places(pl.ty)
    }

    pub fn store_place(&mut self, pl: &Pl, values: Vec<Ex>) {
        let slots = self.slots(pl.ty);
        if values.len() != slots.len() {
            return self.wrong_arity(values.len(), slots.len());
        }
        if let (Loc::Slice { array, off, .. }, TyKind::Array(elem, Const::Value(len))) =
            (&pl.loc, pl.ty.kind())
        {
            let elem = self.cx().elem(*elem);
            if let (Some(ty), Some(from)) = (elem.array(), values.into_iter().next()) {
                let k = elem.stride();
                let off = super::code::scaled(off.clone(), k);
                let count = Ex::I32((*len as u32 * k) as i32);
                self.code.emit(Ex::ArrayCopy {
                    dst_ty: ty,
                    src_ty: ty,
                    args: Box::new([array.clone(), off, from, Ex::I32(0), count]),
                });
            }
            return;
        }
        if self.cx().class(pl.ty) == Class::Object && pl.via == Via::Reference {
            if let Some(from) = values.into_iter().next() {
                let to = self.object(pl);
                self.code.overwrite(pl.ty, to, from);
            }
            return;
        }
        if self.keeps_place(pl) {
            let values = self.code.dup_all(values, &slots);
            return self.code.replace(pl.ty, &pl.loc, values);
        }
        let values = self.protect(values, &slots, &pl.loc);
        self.code.store(&pl.loc, &slots, values);
    }

    fn wrong_arity(&mut self, got: usize, wanted: usize) {
        self.bug(&format!("{got} values where {wanted} are wanted"));
    }

    fn rvalue(&mut self, rvalue: &Rvalue, dest: &Place) -> Vec<Ex> {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Ref(m, place) => self.borrow_place(*m, place),
            Rvalue::RawPtr(m, place) => {
                let pl = self.place(place);
                if self.is_in_union(place) {
                    self.fill_in(&pl);
                }
                let ty = pl.ty.pointer(*m);
                self.pointer_to(&pl, ty)
            }
            Rvalue::Unary(op, operand) => {
                let ty = self.operand_ty(operand);
                let values = self.operand(operand);
                self.unary(*op, ty, values)
            }
            Rvalue::Binary(op, lhs, rhs) => self.binary(*op, lhs, rhs),
            Rvalue::Cast(kind, operand, to) => self.cast(*kind, operand, *to),
            Rvalue::Aggregate(kind, operands) => self.aggregate(kind, operands, dest),
            Rvalue::Repeat(operand, n) => {
                let ty = self.cx().tcx.place_ty(self.body, dest).ty;
                self.repeat(operand, *n, ty)
            }
            Rvalue::Discriminant(place) => {
                let ty = self.cx().tcx.place_ty(self.body, dest).ty;
                let pl = self.place(place);
                self.discriminant(&pl, ty)
            }
            Rvalue::Len(place) => {
                let pl = self.place(place);
                vec![self.length(&pl)]
            }
        }
    }

    fn binary(&mut self, op: BinOp, lhs: &Operand, rhs: &Operand) -> Vec<Ex> {
        let (ty, rhs_ty) = (self.operand_ty(lhs), self.operand_ty(rhs));
        let a = self.operand(lhs);
        let b = self.operand(rhs);
        self.binary_values(op, ty, rhs_ty, a, b)
    }

    fn checked(&mut self, dest: &Place, overflow: &Place, op: BinOp, lhs: &Operand, rhs: &Operand) {
        let ty = self.operand_ty(lhs);
        let slots = self.slots(ty);
        let a = self.operand(lhs);
        let b = self.operand(rhs);
        let a = self.code.dup_all(a, &slots);
        let b = self.code.dup_all(b, &slots);
        let (values, flag) = self.code.with_overflow(op, ty, a, b);
        let values = self.code.save_all(values, &slots);
        let flag = self.code.save(flag, wrc_object::WTy::I32);
        if let Some(pair) = self.whole_pair(dest, overflow) {
            let ty = self.place_ty(&pair);
            let layout = self.cx().layout(ty);
            let both = self.variant_of(ty, &layout, VariantIdx(0), vec![values, vec![flag]]);
            return self.store_to(&pair, both);
        }
        self.store_to(dest, values);
        self.store_to(overflow, vec![flag]);
    }

    /// The pair whose two fields the places are: it is made as a whole, as
    /// it may be an object.
    fn whole_pair(&self, first: &Place, second: &Place) -> Option<Place> {
        let (mut pair, mut other) = (first.clone(), second.clone());
        let is_pair = pair.proj.pop() == Some(Proj::Field(FieldIdx(0)))
            && other.proj.pop() == Some(Proj::Field(FieldIdx(1)))
            && pair == other;
        let TyKind::Tuple(parts) = self.place_ty(&pair).kind() else {
            return None;
        };
        (is_pair && parts.len() == 2).then_some(pair)
    }

    /// `&mut` to a place as a value of this type, for intrinsics.
    pub fn mutable_pointer(&mut self, pl: &Pl) -> Vec<Ex> {
        let ty: Ty = pl.ty.reference(Mutability::Mut);
        self.pointer_to(pl, ty)
    }
}
