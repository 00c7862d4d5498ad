//! `impl Trait` in return position.
//!
//! ```text
//! trait Store { fn items(&self) -> impl Iterator<Item = u32>; }
//! impl Store for A { fn items(&self) -> Range<u32> { 0..3 } }
//! ==>
//! the result type of `Store::items` at `A` is `Range<u32>`
//! ```
//! rust-analyzer knows the opaque type of a trait's method only as that method
//! itself defines it. At a concrete `Self` the impl's method decides; so opaque
//! types are revealed here, and rust-analyzer normalises what has none.

use crate::{Cx, ids};
use hir_def::{DefWithBodyId, FunctionId, ItemContainerId, Lookup};
use hir_ty::{ImplTraitId, InferenceResult};
use wrc_thir::{Arg, Args, OpaqueDef, Resolved, Ty, TyKind, map_ty, subst};

/// Opaque types within opaque types, at most: beyond, a type contains itself.
const DEPTH: u32 = 64;

impl<'db> Cx<'db> {
    /// The concrete type with its opaque types replaced by what they stand for.
    pub fn reveal(&self, ty: Ty) -> Ty {
        self.reveal_within(ty, DEPTH)
    }

    fn reveal_within(&self, ty: Ty, depth: u32) -> Ty {
        if depth == 0 {
            return Ty::error();
        }
        map_ty(ty, &mut |leaf| {
            let TyKind::Opaque(def, args) = leaf.as_ty()?.kind() else {
                return None;
            };
            let args: Args = args.iter().map(|arg| self.normal_arg(arg)).collect();
            let hidden = self.hidden(*def, &args)?;
            Some(Arg::Ty(self.reveal_within(hidden, depth - 1)))
        })
    }

    fn normal_arg(&self, arg: &Arg) -> Arg {
        match arg {
            Arg::Ty(ty) => Arg::Ty(self.normalize(*ty)),
            Arg::Const(c) => Arg::Const(self.normalize_const(c)),
        }
    }

    fn hidden(&self, def: OpaqueDef, args: &[Arg]) -> Option<Ty> {
        let id = ids::opaque_id(def);
        let ImplTraitId::ReturnTypeImplTrait(func, index) = id.loc(self.db) else {
            return None;
        };
        if let ItemContainerId::TraitId(_) = func.lookup(self.db).container
            && let Ok(Resolved::Fn(found)) = self.resolve(ids::fn_def(func), args)
            && found.def != ids::fn_def(func)
        {
            let given = self.declared_result(ids::function_id(found.def));
            let given = subst(given, &found.args);
            return self.part_at(self.declared_result(func), given, def);
        }
        let infer = InferenceResult::of(self.db, DefWithBodyId::FunctionId(func));
        let mut types = infer.return_position_impl_trait_types(self.db);
        let (_, hidden) = types.find(|(found, _)| *found == index)?;
        Some(subst(self.ty(hidden), args))
    }

    fn declared_result(&self, func: FunctionId) -> Ty {
        let sig = self.db.callable_item_signature(func.into());
        self.ty(sig
            .instantiate_identity()
            .skip_norm_wip()
            .skip_binder()
            .output())
    }

    /// The part of `given` that stands where `declared` has the opaque type.
    fn part_at(&self, declared: Ty, given: Ty, def: OpaqueDef) -> Option<Ty> {
        if matches!(declared.kind(), TyKind::Opaque(found, _) if *found == def) {
            return Some(given);
        }
        let given = match given.kind() {
            TyKind::Assoc(..) => self.normalize(given),
            _ => given,
        };
        let pairs: Vec<(Ty, Ty)> = match (declared.kind(), given.kind()) {
            (TyKind::Adt(a, declared), TyKind::Adt(b, given)) if a == b => {
                let tys = |args: &Args| args.iter().map(Arg::as_ty).collect::<Vec<_>>();
                let pairs = tys(declared).into_iter().zip(tys(given));
                pairs.filter_map(|(a, b)| Some((a?, b?))).collect()
            }
            (TyKind::Tuple(a), TyKind::Tuple(b)) => {
                a.iter().copied().zip(b.iter().copied()).collect()
            }
            (TyKind::Array(a, _), TyKind::Array(b, _))
            | (TyKind::Slice(a), TyKind::Slice(b))
            | (TyKind::Ref(_, a), TyKind::Ref(_, b))
            | (TyKind::RawPtr(_, a), TyKind::RawPtr(_, b)) => vec![(*a, *b)],
            _ => Vec::new(),
        };
        pairs
            .into_iter()
            .find_map(|(declared, given)| self.part_at(declared, given, def))
    }
}
