//! Patterns: bindings, candidates, and the tests they need.

use super::{Cx, R, jump};
use crate::pir::{Operand, Place, Proj, Rvalue, StmtKind};
use std::sync::Arc;
use wrc_thir::{
    AdtDef, AdtKind, BindingMode, Const, ExprId, ExprKind, FieldIdx, LocalId, Mutability, PatId,
    PatKind, Ty, TyKind, VariantIdx,
};

/// A pattern, or one alternative of it, partly tested.
#[derive(Clone, Default)]
pub(super) struct Candidate {
    /// Tests to do.
    pub pairs: Vec<Pair>,
    /// What to bind when all tests have succeeded.
    pub binds: Vec<Bind>,
    /// Index of the arm.
    pub arm: usize,
}

/// A pattern that `place` must match.
#[derive(Clone)]
pub(super) struct Pair {
    pub place: Place,
    pub pat: PatId,
}

#[derive(Clone)]
pub(super) struct Bind {
    pub local: LocalId,
    pub mode: BindingMode,
    pub place: Place,
}

/// The value a constant pattern compares with.
#[derive(Clone, PartialEq)]
pub(super) enum PatValue {
    Bits(u128),
    Str(Arc<str>),
    Bytes(Arc<[u8]>),
    /// Anything else: evaluated and compared with `==`.
    Other(ExprId),
}

impl Cx<'_, '_> {
    /// Makes a local for each variable the pattern binds. A pattern that is
    /// lowered again (a guard's) keeps its locals.
    pub(super) fn declare_bindings(&mut self, pat: PatId) -> R<()> {
        for var in self.bindings(pat) {
            if self.vars.contains_key(&var) {
                continue;
            }
            let decl = &self.thir.locals[var];
            let ty = self.tcx.instantiate(decl.ty, &self.args);
            let local = self.body.new_local(ty);
            self.body.locals[local].name = Some(decl.name);
            self.vars.insert(var, Place::local(local));
        }
        Ok(())
    }

    /// Has the pattern's variables dropped at the end of a scope.
    pub(super) fn schedule_bindings(&mut self, pat: PatId, depth: usize) {
        for var in self.bindings(pat) {
            if let Some(local) = self.vars.get(&var).and_then(Place::as_local) {
                self.schedule(local, depth);
            }
        }
    }

    /// The variables a pattern binds, each once, in order.
    pub(super) fn bindings(&self, pat: PatId) -> Vec<LocalId> {
        let mut found = Vec::new();
        self.collect_bindings(pat, &mut found);
        found
    }

    fn collect_bindings(&self, pat: PatId, found: &mut Vec<LocalId>) {
        match &self.thir.pats[pat].kind {
            PatKind::Binding { local, sub, .. } => {
                if !found.contains(local) {
                    found.push(*local);
                }
                if let Some(sub) = sub {
                    self.collect_bindings(*sub, found);
                }
            }
            PatKind::Variant { fields, .. } | PatKind::Leaf { fields } => {
                for (_, field) in fields {
                    self.collect_bindings(*field, found);
                }
            }
            PatKind::Deref(inner) => self.collect_bindings(*inner, found),
            PatKind::Slice {
                prefix,
                slice,
                suffix,
                ..
            } => {
                for pat in prefix.iter().chain(slice).chain(suffix) {
                    self.collect_bindings(*pat, found);
                }
            }
            PatKind::Or(list) => {
                for pat in list {
                    self.collect_bindings(*pat, found);
                }
            }
            PatKind::Wild | PatKind::Const(_) | PatKind::Range { .. } | PatKind::Never => {}
        }
    }

    /// Binds a pattern that always matches.
    pub(super) fn bind_irrefutable(&mut self, place: Place, pat: PatId) -> R<()> {
        self.match_or(place, pat, |cx| {
            cx.emit(StmtKind::Unreachable);
            Ok(())
        })
    }

    /// Binds the pattern and falls through, or does `no`, which does not.
    pub(super) fn match_or(
        &mut self,
        place: Place,
        pat: PatId,
        no: impl FnOnce(&mut Self) -> R<()>,
    ) -> R<()> {
        let candidate = self.candidate(place, pat, 0)?;
        if candidate.pairs.is_empty() {
            return self.bind_all(&candidate.binds);
        }
        let yes = self.body.new_label();
        let fail = self.body.new_label();
        let mut arms = vec![super::matches::ArmState::new(yes, None)];
        let (tests, ()) = self.nested(|cx| cx.decide(vec![candidate], &mut arms, fail))?;
        let (other, ()) = self.nested(no)?;
        let body = jump::join(tests, fail, other, self.src);
        self.emit(StmtKind::Block { label: yes, body });
        Ok(())
    }

    pub(super) fn candidate(&self, place: Place, pat: PatId, arm: usize) -> R<Candidate> {
        let mut candidate = Candidate {
            arm,
            ..Candidate::default()
        };
        self.add_pattern(&mut candidate, place, pat)?;
        Ok(candidate)
    }

    /// Takes the pattern apart as far as it always matches.
    pub(super) fn add_pattern(&self, candidate: &mut Candidate, place: Place, pat: PatId) -> R<()> {
        match &self.thir.pats[pat].kind {
            PatKind::Wild | PatKind::Never => {}
            PatKind::Binding { local, mode, sub } => {
                candidate.binds.push(Bind {
                    local: *local,
                    mode: *mode,
                    place: place.clone(),
                });
                if let Some(sub) = sub {
                    self.add_pattern(candidate, place, *sub)?;
                }
            }
            PatKind::Leaf { fields } => self.add_fields(candidate, &place, fields)?,
            PatKind::Variant {
                def,
                variant,
                fields,
            } => {
                let data = self.tcx.adt(*def);
                if data.kind != AdtKind::Enum {
                    self.add_fields(candidate, &place, fields)?;
                } else if data.variants.len() == 1 {
                    let place = place.project(Proj::Variant(*variant));
                    self.add_fields(candidate, &place, fields)?;
                } else {
                    candidate.pairs.push(Pair { place, pat });
                }
            }
            PatKind::Deref(inner) => {
                let ty = self.place_ty(&place);
                if ty.pointee().is_none() && self.tcx.box_content(ty).is_none() {
                    let span = self.map.pats[pat];
                    return Err(self.tcx.error(
                        "WRC2001",
                        span,
                        "a dereferencing pattern on this type is not supported",
                    ));
                }
                self.add_pattern(candidate, place.deref(), *inner)?;
            }
            PatKind::Slice {
                prefix,
                suffix,
                has_rest,
                ..
            } => {
                let is_array = matches!(self.place_ty(&place).kind(), TyKind::Array(..));
                if is_array || (*has_rest && prefix.is_empty() && suffix.is_empty()) {
                    self.add_elements(candidate, &place, pat)?;
                } else {
                    candidate.pairs.push(Pair { place, pat });
                }
            }
            PatKind::Range {
                lo: None, hi: None, ..
            } => {}
            PatKind::Const(_) | PatKind::Range { .. } | PatKind::Or(_) => {
                candidate.pairs.push(Pair { place, pat });
            }
        }
        Ok(())
    }

    pub(super) fn add_fields(
        &self,
        candidate: &mut Candidate,
        place: &Place,
        fields: &[(FieldIdx, PatId)],
    ) -> R<()> {
        for (field, pat) in fields {
            let place = self.field(place.clone(), *field, self.map.pats[*pat])?;
            self.add_pattern(candidate, place, *pat)?;
        }
        Ok(())
    }

    /// The elements of a slice pattern whose length fits.
    pub(super) fn add_elements(
        &self,
        candidate: &mut Candidate,
        place: &Place,
        pat: PatId,
    ) -> R<()> {
        let PatKind::Slice {
            prefix,
            slice,
            suffix,
            ..
        } = &self.thir.pats[pat].kind
        else {
            return Ok(());
        };
        let known = match self.place_ty(place).kind() {
            TyKind::Array(_, Const::Value(len)) => Some(*len as u32),
            _ => None,
        };
        for (i, element) in prefix.iter().enumerate() {
            let step = Proj::ConstIndex {
                n: i as u32,
                from_end: false,
            };
            self.add_pattern(candidate, place.project(step), *element)?;
        }
        if let Some(slice) = slice {
            let step = Proj::Subslice {
                from: prefix.len() as u32,
                to: suffix.len() as u32,
            };
            self.add_pattern(candidate, place.project(step), *slice)?;
        }
        for (i, element) in suffix.iter().enumerate() {
            let back = (suffix.len() - i) as u32;
            let step = match known {
                Some(len) => Proj::ConstIndex {
                    n: len.saturating_sub(back),
                    from_end: false,
                },
                None => Proj::ConstIndex {
                    n: back,
                    from_end: true,
                },
            };
            self.add_pattern(candidate, place.project(step), *element)?;
        }
        Ok(())
    }

    pub(super) fn bind_all(&mut self, binds: &[Bind]) -> R<()> {
        binds.iter().try_for_each(|bind| self.bind(bind))
    }

    pub(super) fn bind(&mut self, bind: &Bind) -> R<()> {
        let Some(dest) = self.vars.get(&bind.local).cloned() else {
            let span = wrc_base::Span::default();
            return Err(self.internal(span, "a binding was not declared"));
        };
        let rvalue = match bind.mode {
            BindingMode::Value => Rvalue::Use(self.consume(bind.place.clone())),
            BindingMode::Ref(mutability) => Rvalue::Ref(mutability, bind.place.clone()),
        };
        self.assign(dest, rvalue);
        Ok(())
    }

    /// Does the binding take the value away?
    pub(super) fn moves(&self, bind: &Bind) -> bool {
        bind.mode == BindingMode::Value && !self.tcx.is_copy(self.place_ty(&bind.place))
    }

    /// The value of a constant pattern's expression.
    pub(super) fn pat_value(&self, expr: ExprId) -> PatValue {
        match &self.thir.exprs[expr].kind {
            ExprKind::Str(text) => PatValue::Str(text.clone()),
            ExprKind::ByteStr(bytes) => PatValue::Bytes(bytes.clone()),
            _ => match self.scalar(expr) {
                Some(bits) => PatValue::Bits(bits),
                None => PatValue::Other(expr),
            },
        }
    }

    /// Variants of the enum that no value can have.
    pub(super) fn is_inhabited(&self, ty: Ty, def: AdtDef, variant: VariantIdx) -> bool {
        debug_assert_eq!(ty.as_adt().map(|(def, _)| def), Some(def));
        self.tcx
            .field_tys(ty, Some(variant))
            .iter()
            .all(|ty| !self.is_uninhabited(*ty, 0))
    }

    fn is_uninhabited(&self, ty: Ty, depth: u32) -> bool {
        if depth > 8 {
            return false;
        }
        let next = |ty: &Ty| self.is_uninhabited(*ty, depth + 1);
        match ty.kind() {
            TyKind::Never => true,
            TyKind::Tuple(elems) => elems.iter().any(next),
            TyKind::Array(elem, Const::Value(len)) => *len > 0 && next(elem),
            TyKind::Adt(def, _) => {
                let data = self.tcx.adt(*def);
                data.kind != AdtKind::Union
                    && (0..data.variants.len() as u32).all(|v| {
                        let fields = self.tcx.field_tys(ty, Some(VariantIdx(v)));
                        fields.iter().any(next)
                    })
            }
            _ => false,
        }
    }

    /// An operand that reads the place for a comparison.
    pub(super) fn compared(&self, place: &Place) -> Operand {
        let ty = self.place_ty(place);
        if matches!(
            ty.kind(),
            TyKind::Str | TyKind::Slice(_) | TyKind::Array(..)
        ) {
            Operand::Borrow(Mutability::Not, place.clone())
        } else {
            Operand::Copy(place.clone())
        }
    }
}
