//! Facts about a local just assigned.

use super::{
    Cx,
    facts::{Alias, Fact, Parts, Value},
};
use crate::intrinsics::Intrinsic;
use crate::passes::paths;
use crate::pir::{
    AggregateKind, Block, Callee, Local, Operand, Place, Proj, Rvalue, Src, StmtKind,
};
use wrc_thir::{AdtKind, CastKind, Mutability, Ty, TyKind};

impl Cx<'_, '_, '_> {
    /// What is known about the bare local that is copied, moved or cast.
    pub(super) fn facts_of_source(&self, rvalue: &Rvalue) -> Option<Fact> {
        match rvalue {
            Rvalue::Use(Operand::Copy(place) | Operand::Move(place))
            | Rvalue::Cast(_, Operand::Copy(place) | Operand::Move(place), _) => {
                self.facts.get(place.as_local()?).cloned()
            }
            _ => None,
        }
    }

    /// Facts about a local just assigned.
    pub(super) fn learn(
        &mut self,
        src: Src,
        local: Local,
        rvalue: &Rvalue,
        moved: Option<Fact>,
        out: &mut Block,
    ) {
        match rvalue {
            Rvalue::Use(Operand::Const(constant)) => {
                self.facts.set_value(local, Value::Const(constant.clone()));
            }
            Rvalue::Use(Operand::Copy(place)) => {
                if let Some(fact) = moved {
                    self.facts
                        .inherit(local, fact, self.uses[local].writes == 1);
                }
                self.learn_copy(local, place);
            }
            Rvalue::Use(Operand::Move(_)) => {
                if let Some(fact) = moved {
                    self.facts
                        .inherit(local, fact, self.uses[local].writes == 1);
                }
            }
            Rvalue::Ref(m, place) => self.learn_ref(src, local, *m, place, out),
            Rvalue::RawPtr(m, place) => self.learn_alias(local, *m, place, false),
            Rvalue::Aggregate(AggregateKind::Adt(def, variant, _), _)
                if self.tcx.adt(*def).kind == AdtKind::Enum =>
            {
                self.facts.set_variant(local, *variant);
            }
            Rvalue::Cast(CastKind::Unsize, operand, _) => {
                self.learn_unsized(local, operand, moved);
            }
            Rvalue::Cast(CastKind::Pointer | CastKind::Same, operand, to) => {
                let from = self.tcx.operand_ty(self.body, operand).pointee();
                if let (Some((_, from)), Some((_, to))) = (from, to.pointee())
                    && from == to
                    && let Some(fact) = moved
                {
                    self.facts
                        .inherit_alias(local, fact, self.uses[local].writes == 1);
                }
            }
            _ => {}
        }
    }

    /// `t = copy p`: reading `t` is reading `p`.
    fn learn_copy(&mut self, local: Local, place: &Place) {
        if self.mentions(place, local) {
            return;
        }
        let is_worthwhile = !self.is_register(self.body.locals[local].ty);
        if place.has_deref() || paths::is_static(place) {
            if is_worthwhile {
                let value = Value::Place(place.clone(), true);
                self.facts.set_value(local, value);
            }
            return;
        }
        let is_bare = place.proj.is_empty();
        if let Some(base) = place.base_local()
            && !self.is_exposed(base)
            && (is_bare || is_worthwhile)
        {
            let value = Value::Place(place.clone(), false);
            self.facts.set_value(local, value);
        }
    }

    fn learn_ref(&mut self, src: Src, local: Local, m: Mutability, place: &Place, out: &mut Block) {
        let ty = self.tcx.place_ty(self.body, place).ty;
        let is_bare = place.as_local().is_some();
        if m == Mutability::Not && self.is_register(ty) && !is_bare {
            // The place is frozen while the reference lives: read it once.
            let value = self.body.new_local(ty);
            let read = Rvalue::Use(Operand::Copy(place.clone()));
            out.push(StmtKind::Assign(value.into(), read).at(src));
            self.facts.set_snapshot(local, value);
            return;
        }
        self.learn_alias(local, m, place, true);
    }

    fn learn_alias(&mut self, local: Local, m: Mutability, place: &Place, is_ref: bool) {
        if self.mentions(place, local) {
            return;
        }
        let parent_is_stable = match (place.base_local(), place.proj.first()) {
            (Some(base), Some(Proj::Deref)) => self.uses[base].writes <= 1,
            _ => true,
        };
        let alias = Alias {
            place: place.clone(),
            mutability: m,
            is_ref,
            is_stable: parent_is_stable && self.uses[local].writes == 1,
            has_memory: self.reads_memory(place),
        };
        self.facts.set_alias(local, alias);
    }

    /// `r = &t as &dyn Tr`: remembers what `r` points to.
    fn learn_unsized(&mut self, local: Local, operand: &Operand, source: Option<Fact>) {
        let is_dyn = self.body.locals[local]
            .ty
            .pointee()
            .is_some_and(|(_, to)| matches!(to.kind(), TyKind::Dyn(_)));
        let from = self.tcx.operand_ty(self.body, operand);
        let Some((m, ty)) = from.pointee() else {
            return;
        };
        if !is_dyn {
            return;
        }
        if matches!(ty.kind(), TyKind::Dyn(_)) {
            if let Some((alias, ty)) = source.and_then(|fact| fact.concrete) {
                self.facts.set_concrete(local, alias, ty);
            }
            return;
        }
        let alias = source.and_then(|fact| fact.alias).or_else(|| {
            let source = operand.place().and_then(Place::as_local)?;
            let place = Place::local(source).deref();
            (m == Mutability::Not && !self.is_exposed(source) && source != local).then_some(Alias {
                place,
                mutability: m,
                is_ref: true,
                is_stable: false,
                has_memory: false,
            })
        });
        if let Some(alias) = alias {
            self.facts.set_concrete(local, alias, ty);
        }
    }

    /// Does the path name the local, as base or index?
    pub(super) fn mentions(&self, place: &Place, local: Local) -> bool {
        place.base_local() == Some(local) || paths::indices(place).any(|index| index == local)
    }

    /// Does the path read pointers or indices that writes to memory may change?
    pub(super) fn reads_memory(&self, place: &Place) -> bool {
        if paths::indices(place).any(|index| self.is_exposed(index)) {
            return true;
        }
        let last = place.proj.iter().rposition(|step| *step == Proj::Deref);
        match (last, place.base_local()) {
            (None, _) => false,
            (Some(0), Some(base)) => self.uses[base].exposed_self,
            (Some(_), _) => true,
        }
    }

    /// The array, offset and length that a call makes a slice of, or that the
    /// text or bytes it takes are made of.
    pub(super) fn slice_parts(&self, callee: &Callee, args: &[Operand]) -> Option<Parts> {
        let Callee::Intrinsic(intrinsic, _) = callee else {
            return None;
        };
        match (intrinsic, args) {
            (Intrinsic::SliceFrom | Intrinsic::SliceFromMut, [array, offset, len]) => Some([
                self.lasting(array)?,
                self.lasting(offset)?,
                self.lasting(len)?,
            ]),
            (
                Intrinsic::StrFromBytes
                | Intrinsic::StrFromBytesMut
                | Intrinsic::StrBytes
                | Intrinsic::StrBytesMut,
                [slice],
            ) => self.parts_of(slice),
            _ => None,
        }
    }

    /// The parts of a slice operand.
    pub(super) fn parts_of(&self, slice: &Operand) -> Option<Parts> {
        match slice {
            Operand::Copy(place) | Operand::Move(place) => self.parts_of_local(place.as_local()?),
            Operand::Borrow(_, place) => self.parts_of_target(place),
            Operand::Const(_) => None,
        }
    }

    /// The parts of the slice that a place `(*r)` is.
    pub(super) fn parts_of_target(&self, place: &Place) -> Option<Parts> {
        match place.proj.as_slice() {
            [Proj::Deref] => self.parts_of_local(place.base_local()?),
            _ => None,
        }
    }

    fn parts_of_local(&self, local: Local) -> Option<Parts> {
        let fact = self.facts.get(local)?;
        if let Some(parts) = &fact.parts {
            return Some(parts.clone());
        }
        // A reborrow of a slice whose parts are known.
        let alias = fact.alias.as_ref()?;
        let [Proj::Deref] = alias.place.proj.as_slice() else {
            return None;
        };
        self.facts.get(alias.place.base_local()?)?.parts.clone()
    }

    /// The operand, if its value can be read again later.
    fn lasting(&self, operand: &Operand) -> Option<Operand> {
        match operand {
            Operand::Const(_) => Some(operand.clone()),
            Operand::Copy(place) | Operand::Move(place) => {
                let local = place.as_local()?;
                (!self.is_exposed(local)).then(|| Operand::Copy(place.clone()))
            }
            Operand::Borrow(..) => None,
        }
    }

    /// Scalars, shared references, pointers and array handles: cheaper to keep
    /// in a local than to read again.
    pub(super) fn is_register(&self, ty: Ty) -> bool {
        ty.is_primitive_scalar()
            || self.tcx.is_lang(ty, "wrc_array")
            || matches!(
                ty.kind(),
                TyKind::Ref(Mutability::Not, _) | TyKind::RawPtr(..) | TyKind::FnPtr(_)
            )
    }
}
