//! Rewriting places and operands by what is known.

use super::{Alias, Cx, Value, whole};
use crate::passes::paths;
use crate::pir::{Block, Constant, Local, Operand, Place, Proj, Rvalue, Src, StmtKind};
use crate::shim::resolve;
use wrc_thir::{CastKind, Mutability, Ty, TyKind, VariantIdx};

/// References to make anew, since the object in their place was replaced.
pub(super) type Stale = Vec<(Local, Alias)>;

impl Cx<'_, '_, '_> {
    /// A place that is only read.
    pub(super) fn read(&mut self, place: &mut Place) {
        self.resolve(place, true);
    }

    /// A place that is written, moved, dropped or borrowed.
    pub(super) fn through(&mut self, place: &mut Place) {
        self.resolve(place, false);
    }

    fn resolve(&mut self, place: &mut Place, is_read: bool) {
        // A chain of facts is short; the bound guards against cycles.
        for _ in 0..16 {
            self.resolve_indices(place, is_read);
            let Some(local) = place.base_local() else {
                return;
            };
            let Some(fact) = self.facts.get(local) else {
                return;
            };
            let next = place.proj.get(1);
            match (place.proj.first(), &fact.alias, fact.snapshot, &fact.value) {
                (Some(Proj::Deref), _, Some(value), _) if is_read || next == Some(&Proj::Deref) => {
                    *place = Place::local(value).extend(&place.proj[1..]);
                }
                (Some(Proj::Deref), Some(alias), _, _) => {
                    *place = alias.place.extend(&place.proj[1..]);
                }
                (first, _, _, Some(Value::Place(source, _)))
                    if is_read || (first == Some(&Proj::Deref) && source.proj.is_empty()) =>
                {
                    *place = source.extend(&place.proj);
                }
                _ => return,
            }
        }
    }

    /// An index that a reference may keep is not renamed to a local that
    /// changes.
    fn resolve_indices(&mut self, place: &mut Place, is_read: bool) {
        for step in &mut place.proj {
            let Proj::Index(local) = step else {
                continue;
            };
            match self.facts.value(*local) {
                Some(Value::Const(Constant::Scalar(bits, _))) if *bits <= u32::MAX.into() => {
                    *step = Proj::ConstIndex {
                        n: *bits as u32,
                        from_end: false,
                    };
                }
                Some(Value::Place(source, false)) => {
                    if let Some(source) = source.as_local()
                        && (is_read || self.uses[source].writes <= 1)
                    {
                        *step = Proj::Index(source);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn operand(&mut self, operand: &mut Operand) {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => {
                let value = place.base_local().and_then(|local| self.facts.value(local));
                match value {
                    Some(Value::Const(constant)) if place.proj.is_empty() => {
                        *operand = Operand::Const(constant.clone());
                        return;
                    }
                    // What was copied is `Copy`, and so are its parts.
                    Some(Value::Place(..)) if !place.has_deref() => {
                        let mut place = place.clone();
                        self.read(&mut place);
                        *operand = Operand::Copy(place);
                        return;
                    }
                    _ => {}
                }
                // What lives in a register stays there when it is moved.
                if let Operand::Move(place) = operand
                    && let Some(local) = place.as_local()
                    && self.is_register(self.body.locals[local].ty)
                {
                    *operand = Operand::Copy(place.clone());
                }
                match operand {
                    Operand::Copy(place) => self.read(place),
                    Operand::Move(place) => {
                        self.whole_access(place);
                    }
                    Operand::Const(_) | Operand::Borrow(..) => {}
                }
            }
            Operand::Borrow(_, place) => self.through(place),
            Operand::Const(_) => {}
        }
    }

    /// The target of an assignment; the result is for [`Cx::refresh`].
    pub(super) fn dest(&mut self, place: &mut Place) -> Stale {
        if self.whole_access(place) {
            self.facts.aliases_of(place)
        } else {
            Vec::new()
        }
    }

    /// Rewrites a place that is written or moved. True when that replaces an
    /// object in a slot which was accessed through a reference before.
    fn whole_access(&mut self, place: &mut Place) -> bool {
        let Some(local) = place.base_local() else {
            return false;
        };
        if !whole::is_site(self.tcx, self.body, place) {
            self.through(place);
            return false;
        }
        let Some(alias) = self.facts.alias(local) else {
            self.whole.fail(local);
            self.through_copies(place);
            return false;
        };
        let owner = alias.place.clone();
        if paths::content_step(self.tcx, self.body, &owner).is_some() {
            // Still the content of the same object; so it has to be in all
            // accesses.
            self.whole.fail(local);
            self.through(place);
            return false;
        }
        if !alias.is_stable {
            self.whole.fail(local);
        }
        if !self.whole.is_allowed(local) || !alias_is_usable(self, local) {
            return false;
        }
        self.through(place);
        true
    }

    /// `(*t)` with `t` a copy of the pointer `q` is `(*q)`.
    fn through_copies(&mut self, place: &mut Place) {
        if place
            .base_local()
            .and_then(|local| self.facts.value(local))
            .is_some()
        {
            self.through(place);
        }
    }

    /// Makes references anew.
    pub(super) fn refresh(&mut self, src: Src, stale: Stale, out: &mut Block) {
        for (local, alias) in stale {
            let place = alias.place.clone();
            let rvalue = match self.body.locals[local].ty.kind() {
                TyKind::RawPtr(m, _) => Rvalue::RawPtr(*m, place),
                _ => Rvalue::Ref(alias.mutability, place),
            };
            out.push(StmtKind::Assign(local.into(), rvalue).at(src));
            self.facts.set_alias(local, alias);
        }
    }

    pub(super) fn rvalue(&mut self, rvalue: &mut Rvalue) {
        match rvalue {
            Rvalue::Use(operand) => {
                if let Some(made) = self.remade(operand) {
                    *rvalue = made;
                    return;
                }
                self.operand(operand);
            }
            Rvalue::Ref(m, place) => {
                self.through(place);
                if *m == Mutability::Not
                    && let Some(pointer) = self.whole_pointer(place)
                    && matches!(
                        self.body.locals[pointer].ty.kind(),
                        TyKind::Ref(Mutability::Not, _)
                    )
                {
                    *rvalue = Rvalue::Use(Operand::Copy(pointer.into()));
                }
            }
            Rvalue::RawPtr(m, place) => {
                self.through(place);
                if let Some(pointer) = self.whole_pointer(place)
                    && matches!(self.body.locals[pointer].ty.kind(), TyKind::RawPtr(own, _) if own == m)
                {
                    *rvalue = Rvalue::Use(Operand::Copy(pointer.into()));
                }
            }
            Rvalue::Discriminant(place) => {
                self.read(place);
                let known = place
                    .as_local()
                    .filter(|local| !self.is_exposed(*local))
                    .and_then(|local| self.facts.variant(local));
                if let Some(variant) = known
                    && let Some(constant) = self.discriminant(place, variant)
                {
                    *rvalue = Rvalue::Use(Operand::Const(constant));
                }
            }
            Rvalue::Len(place) => {
                self.read(place);
                if let Some([_, _, len]) = self.parts_of_target(place) {
                    *rvalue = Rvalue::Use(len);
                }
            }
            Rvalue::Cast(CastKind::ReifyFn, operand, to) => {
                let from = self.tcx.operand_ty(self.body, operand);
                if let Some(inst) = resolve::reified(self.tcx, from).ok().flatten()
                    && !super::call::takes_location(self.tcx, &inst)
                {
                    *rvalue = Rvalue::Use(Operand::Const(Constant::FnPtr(inst, *to)));
                }
            }
            Rvalue::Unary(_, operand)
            | Rvalue::Cast(_, operand, _)
            | Rvalue::Repeat(operand, _) => self.operand(operand),
            Rvalue::Binary(_, lhs, rhs) => {
                self.operand(lhs);
                self.operand(rhs);
            }
            Rvalue::Aggregate(_, operands) => {
                for operand in operands {
                    self.operand(operand);
                }
            }
        }
    }

    /// The local whose whole target the place is: `(*q)`.
    fn whole_pointer(&self, place: &Place) -> Option<Local> {
        (place.proj.as_slice() == [Proj::Deref])
            .then(|| place.base_local())
            .flatten()
    }

    /// A moved or copied reference, made from its place instead.
    fn remade(&self, operand: &Operand) -> Option<Rvalue> {
        let local = operand.place()?.as_local()?;
        let alias = self.facts.alias(local)?;
        let place = alias.place.clone();
        match self.body.locals[local].ty.kind() {
            TyKind::Ref(m, _) if alias.is_ref => Some(Rvalue::Ref(*m, place)),
            TyKind::RawPtr(m, _) if !alias.is_ref => Some(Rvalue::RawPtr(*m, place)),
            _ => None,
        }
    }

    /// The constant that the discriminant of a variant is.
    fn discriminant(&self, place: &Place, variant: VariantIdx) -> Option<Constant> {
        let (def, _) = self.tcx.place_ty(self.body, place).ty.as_adt()?;
        let adt = self.tcx.adt(def);
        let discr = adt.variants.get(variant.0 as usize)?.discr;
        discriminant_bits(discr, adt.discr_ty).map(|bits| Constant::Scalar(bits, adt.discr_ty))
    }
}

/// A discriminant truncated to its type.
pub(in crate::passes) fn discriminant_bits(discr: i128, ty: Ty) -> Option<u128> {
    match ty.kind() {
        TyKind::Int(int) if int.bits() == 128 => Some(discr as u128),
        TyKind::Int(int) => Some(discr as u128 & ((1 << int.bits()) - 1)),
        _ => None,
    }
}

fn alias_is_usable(cx: &Cx, local: Local) -> bool {
    cx.facts.alias(local).is_some_and(|alias| alias.is_stable)
}
