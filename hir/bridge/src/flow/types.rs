//! Questions about types in the terms of the item: `T: Copy` holds if the
//! item's bounds say so.

use super::Flow;
use crate::{Cx, ids};
use hir_ty::next_solver::{TypingMode, infer::DbInternerInferExt};
use rustc_hash::FxHashSet;
use std::sync::Arc;
use wrc_thir::{AdtData, AdtDef, AdtKind, FieldIdx, Mutability, StaticDef, Ty, TyKind, subst};

/// Types that grow with every step are given up after so many.
const LIMIT: usize = 500;

impl Flow<'_, '_> {
    /// Does a use leave the value where it is? Unknown types do not move.
    pub(super) fn is_copy(&self, ty: Ty) -> bool {
        match ty.kind() {
            TyKind::Error => true,
            TyKind::Tuple(elems) => elems.iter().all(|elem| self.is_copy(*elem)),
            TyKind::Array(elem, _) => self.is_copy(*elem),
            TyKind::Closure(def, args) => {
                let data = self.cx.closure_data(*def);
                data.captures
                    .iter()
                    .all(|capture| self.is_copy(subst(*capture, args)))
            }
            TyKind::Adt(..) | TyKind::Param(..) | TyKind::Assoc(..) | TyKind::Opaque(..) => {
                let key = (self.generic, ty);
                let copies = &self.cx.tables.generic_copies;
                copies.get_or(key, || self.is_copy_solved(ty))
            }
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Never
            | TyKind::RawPtr(..)
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_)
            | TyKind::Ref(Mutability::Not, _) => true,
            TyKind::Str
            | TyKind::Slice(_)
            | TyKind::Dyn(_)
            | TyKind::Coroutine(..)
            | TyKind::Ref(Mutability::Mut, _) => false,
        }
    }

    fn is_copy_solved(&self, ty: Ty) -> bool {
        if crate::body::has_error(ty) {
            return true;
        }
        let env = self.cx.db.trait_environment(self.generic);
        let infcx = self
            .cx
            .interner
            .infer_ctxt()
            .build(TypingMode::PostAnalysis);
        infcx.type_is_copy_modulo_regions(env, self.cx.ra_ty(ty))
    }

    /// Could dropping a value of the type do something? What is not known does.
    pub(super) fn may_need_drop(&self, ty: Ty) -> bool {
        self.may_need_drop_at(ty, &mut FxHashSet::default())
    }

    /// `seen`: what is asked about already, so that recursive types end.
    fn may_need_drop_at(&self, ty: Ty, seen: &mut FxHashSet<Ty>) -> bool {
        if seen.len() > LIMIT {
            return true;
        }
        match ty.kind() {
            TyKind::Tuple(elems) => elems.iter().any(|it| self.may_need_drop_at(*it, seen)),
            TyKind::Array(elem, _) | TyKind::Slice(elem) => self.may_need_drop_at(*elem, seen),
            TyKind::Closure(def, args) => {
                let data = self.cx.closure_data(*def);
                let mut captures = data.captures.iter();
                captures.any(|it| self.may_need_drop_at(subst(*it, args), seen))
            }
            TyKind::Adt(def, args) => {
                if !seen.insert(ty) {
                    return false;
                }
                let data = self.cx.adt_cached(*def);
                if data.drop_elements || self.cx.box_id() == Some(ids::adt_id(*def)) {
                    let mut types = args.iter().filter_map(wrc_thir::Arg::as_ty);
                    return types.any(|it| self.may_need_drop_at(it, seen));
                }
                let mut fields = data.variants.iter().flat_map(|it| &it.fields);
                self.cx.has_destructor(*def)
                    || data.kind != AdtKind::Union
                        && fields.any(|it| self.may_need_drop_at(subst(it.ty, args), seen))
            }
            TyKind::Dyn(_)
            | TyKind::Param(..)
            | TyKind::Assoc(..)
            | TyKind::Opaque(..)
            | TyKind::Coroutine(..)
            | TyKind::Error => !self.is_copy(ty),
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Never
            | TyKind::Ref(..)
            | TyKind::RawPtr(..)
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_) => false,
        }
    }

    /// Has the type no values, so that a call that gives one never returns?
    pub(super) fn is_uninhabited(&self, ty: Ty) -> bool {
        self.cx.is_uninhabited(ty, &mut FxHashSet::default())
    }
}

impl<'db> Cx<'db> {
    /// Has the type no values? `seen` are types that are being looked at.
    pub fn is_uninhabited(&self, ty: Ty, seen: &mut FxHashSet<Ty>) -> bool {
        match ty.kind() {
            TyKind::Never => true,
            TyKind::Tuple(elems) => elems.iter().any(|it| self.is_uninhabited(*it, seen)),
            TyKind::Adt(def, args) => {
                let data = self.adt_cached(*def);
                if data.kind == AdtKind::Enum && data.variants.is_empty() {
                    return true;
                }
                if seen.len() > LIMIT || !seen.insert(ty) {
                    return false;
                }
                data.kind != AdtKind::Union
                    && data.variants.iter().all(|variant| {
                        let mut fields = variant.fields.iter();
                        fields.any(|it| self.is_uninhabited(subst(it.ty, args), seen))
                    })
            }
            _ => false,
        }
    }

    pub fn adt_cached(&self, def: AdtDef) -> Arc<AdtData> {
        let adts = &self.tables.adts;
        adts.get_or(def, || Arc::new(self.adt_data(ids::adt_id(def))))
    }

    /// The name of a field of a struct, or its number in a tuple.
    pub fn field_name(&self, ty: Ty, field: FieldIdx) -> String {
        let name = ty.as_adt().and_then(|(def, _)| {
            let data = self.adt_cached(def);
            let variant = data.variants.first()?;
            Some(variant.fields.get(field.0 as usize)?.name.to_string())
        });
        name.unwrap_or_else(|| field.0.to_string())
    }

    pub fn has_destructor(&self, def: AdtDef) -> bool {
        hir_ty::drop::destructor(self.db, ids::adt_id(def)).is_some()
    }

    pub fn box_id(&self) -> Option<hir_def::AdtId> {
        Some(self.interner.lang_items().OwnedBox?.into())
    }

    pub fn static_is_mut(&self, def: StaticDef) -> bool {
        self.static_data(ids::static_id(def)).is_mut
    }

    pub fn static_name(&self, def: StaticDef) -> String {
        self.static_data(ids::static_id(def)).name.to_string()
    }
}
