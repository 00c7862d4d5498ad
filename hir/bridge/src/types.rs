//! rust-analyzer's types as THIR types. Lifetimes disappear.

use crate::{Cx, ids};
use hir_def::{AdtId, CallableDefId, GenericDefId, GenericParamId, VariantId};
use hir_ty::{
    db::GeneralConstId,
    next_solver::{
        AliasTy, Const as RaConst, ConstKind, GenericArgs, Ty as RaTy, TyKind as RaTyKind,
        UnevaluatedConst,
    },
};
use rustc_type_ir::{
    AliasTyKind, ExistentialPredicate, FloatTy as RaFloat, IntTy as RaInt, TypeVisitableExt,
    UintTy,
    inherent::{GenericArgs as _, IntoKind},
};
use std::sync::Arc;
use wrc_base::Symbol;
use wrc_thir::{
    Arg, Args, Callable, Const, DynTy, FloatTy, FnSig, IntTy, Mutability, Ty, TyKind, Tys,
    VariantIdx,
};

impl<'db> Cx<'db> {
    pub fn ty(&self, ty: RaTy<'db>) -> Ty {
        Ty::new(match ty.kind() {
            RaTyKind::Bool => TyKind::Bool,
            RaTyKind::Char => TyKind::Char,
            RaTyKind::Int(it) => TyKind::Int(int_ty(it)),
            RaTyKind::Uint(it) => TyKind::Int(uint_ty(it)),
            RaTyKind::Float(RaFloat::F32) => TyKind::Float(FloatTy::F32),
            RaTyKind::Float(RaFloat::F64) => TyKind::Float(FloatTy::F64),
            RaTyKind::Float(RaFloat::F16 | RaFloat::F128) => TyKind::Error,
            RaTyKind::Adt(def, args) => TyKind::Adt(ids::adt_def(def.def_id()), self.args(args)),
            RaTyKind::Str => TyKind::Str,
            RaTyKind::Array(elem, len) => TyKind::Array(self.ty(elem), self.konst(len)),
            RaTyKind::Slice(elem) => TyKind::Slice(self.ty(elem)),
            RaTyKind::RawPtr(to, m) => TyKind::RawPtr(mutability(m), self.ty(to)),
            RaTyKind::Ref(_, to, m) => TyKind::Ref(mutability(m), self.ty(to)),
            RaTyKind::FnDef(def, args) => TyKind::FnDef(self.callable(def.0), self.args(args)),
            RaTyKind::FnPtr(sig, _) => {
                let sig = sig.skip_binder();
                TyKind::FnPtr(FnSig {
                    params: self.tys(sig.inputs()),
                    ret: self.ty(sig.output()),
                })
            }
            RaTyKind::Dynamic(..) => return self.dyn_ty(ty),
            RaTyKind::Closure(id, args) => {
                let def = ids::closure_def(ids::AnyClosure::Closure(id.0));
                TyKind::Closure(def, self.arg_list(args.as_closure().parent_args()))
            }
            RaTyKind::Coroutine(id, args) => {
                let def = ids::closure_def(ids::AnyClosure::Coroutine(id.0));
                TyKind::Coroutine(def, self.arg_list(args.as_coroutine().parent_args()))
            }
            RaTyKind::CoroutineClosure(id, args) => {
                let def = ids::closure_def(ids::AnyClosure::CoroutineClosure(id.0));
                TyKind::Closure(
                    def,
                    self.arg_list(args.as_coroutine_closure().parent_args()),
                )
            }
            RaTyKind::Never => TyKind::Never,
            RaTyKind::Tuple(elems) => TyKind::Tuple(self.tys(elems.as_slice())),
            RaTyKind::Alias(alias) => self.alias(alias),
            RaTyKind::Param(param) => {
                let name = self.param_name(param.id.into());
                TyKind::Param(self.param_rank(param.id.parent(), param.index), name)
            }
            RaTyKind::Foreign(_)
            | RaTyKind::Pat(..)
            | RaTyKind::UnsafeBinder(_)
            | RaTyKind::CoroutineWitness(..)
            | RaTyKind::Bound(..)
            | RaTyKind::Placeholder(_)
            | RaTyKind::Infer(_)
            | RaTyKind::Error(_) => TyKind::Error,
        })
    }

    pub fn tys(&self, tys: &[RaTy<'db>]) -> Tys {
        tys.iter().map(|ty| self.ty(*ty)).collect()
    }

    pub fn args(&self, args: GenericArgs<'db>) -> Args {
        self.arg_list(args.as_slice())
    }

    pub fn arg_list(&self, args: &[hir_ty::next_solver::GenericArg<'db>]) -> Args {
        args.iter()
            .filter_map(|arg| match (arg.ty(), arg.konst()) {
                (Some(ty), _) => Some(Arg::Ty(self.ty(ty))),
                (None, Some(c)) => Some(Arg::Const(self.konst(c))),
                (None, None) => None,
            })
            .collect()
    }

    pub fn callable(&self, def: CallableDefId) -> Callable {
        match def {
            CallableDefId::FunctionId(it) => Callable::Fn(ids::fn_def(it)),
            CallableDefId::StructId(it) => Callable::Ctor(ids::adt_def(it.into()), VariantIdx(0)),
            CallableDefId::EnumVariantId(it) => {
                let (adt, variant) = self.variant(it.into());
                Callable::Ctor(ids::adt_def(adt), variant)
            }
        }
    }

    /// The type a variant belongs to, and its position there.
    pub fn variant(&self, variant: VariantId) -> (AdtId, VariantIdx) {
        match variant {
            VariantId::StructId(it) => (it.into(), VariantIdx(0)),
            VariantId::UnionId(it) => (it.into(), VariantIdx(0)),
            VariantId::EnumVariantId(it) => {
                let parent = it.loc(self.db).parent;
                let index = parent
                    .enum_variants(self.db)
                    .variants
                    .values()
                    .position(|(id, _)| *id == it)
                    .unwrap_or(0);
                (parent.into(), VariantIdx(index as u32))
            }
        }
    }

    fn alias(&self, alias: AliasTy<'db>) -> TyKind {
        match alias.kind {
            AliasTyKind::Projection { def_id } => {
                TyKind::Assoc(ids::assoc_ty_def(def_id.0), self.args(alias.args))
            }
            AliasTyKind::Opaque { def_id } => {
                TyKind::Opaque(ids::opaque_def(def_id.0), self.args(alias.args))
            }
            AliasTyKind::Inherent { .. } | AliasTyKind::Free { .. } => TyKind::Error,
        }
    }

    fn dyn_ty(&self, ty: RaTy<'db>) -> Ty {
        let RaTyKind::Dynamic(predicates, _) = ty.kind() else {
            return Ty::error();
        };
        let mut principal = None;
        let mut assoc = Vec::new();
        for predicate in predicates.iter() {
            match predicate.skip_binder() {
                ExistentialPredicate::Trait(it) => {
                    principal = Some((ids::trait_def(it.def_id.0), self.args(it.args)));
                }
                ExistentialPredicate::Projection(it) => {
                    let hir_ty::next_solver::TermId::TypeAliasId(alias) = it.def_id.0 else {
                        continue;
                    };
                    let term = match it.term.kind() {
                        rustc_type_ir::TermKind::Ty(ty) => self.ty(ty),
                        rustc_type_ir::TermKind::Const(_) => Ty::error(),
                    };
                    assoc.push((ids::assoc_ty_def(alias), term));
                }
                ExistentialPredicate::AutoTrait(_) => {}
            }
        }
        assoc.sort_by_key(|(def, _)| *def);
        assoc.dedup();
        Ty::new(TyKind::Dyn(DynTy {
            principal,
            assoc: assoc.into(),
        }))
    }

    /// A constant in a type. Evaluated when it depends on no parameter.
    pub fn konst(&self, c: RaConst<'db>) -> Const {
        match c.kind() {
            ConstKind::Value(value) => match value.try_to_leaf() {
                Some(leaf) => Const::Value(self.truncate(leaf.to_bits_unchecked(), value.ty)),
                None => Const::Error,
            },
            ConstKind::Param(param) => {
                let name = self.param_name(param.id.into());
                Const::Param(self.param_rank(param.id.parent(), param.index), name)
            }
            ConstKind::Unevaluated(uv) => self.unevaluated(uv),
            ConstKind::Infer(_)
            | ConstKind::Bound(..)
            | ConstKind::Placeholder(_)
            | ConstKind::Expr(_)
            | ConstKind::Error(_) => Const::Error,
        }
    }

    fn unevaluated(&self, uv: UnevaluatedConst<'db>) -> Const {
        let def = match uv.def.0 {
            GeneralConstId::ConstId(it) => ids::AnyConst::Item(it),
            GeneralConstId::AnonConstId(it) => ids::AnyConst::Anon(it),
            GeneralConstId::StaticId(_) => return Const::Error,
        };
        if !uv.args.has_non_region_param() && !uv.args.has_non_region_infer() {
            return self.evaluate(def, uv.args);
        }
        Const::Unevaluated(ids::const_def(def), self.args(uv.args))
    }

    /// rust-analyzer's `usize` is 64 bits wide, ours 32.
    fn truncate(&self, bits: u128, ty: RaTy<'db>) -> u128 {
        let width = match ty.kind() {
            RaTyKind::Int(it) => int_ty(it).bits(),
            RaTyKind::Uint(it) => uint_ty(it).bits(),
            _ => 128,
        };
        truncate(bits, width)
    }

    /// The place of a parameter among the arguments without lifetimes.
    pub fn param_rank(&self, owner: GenericDefId, index: u32) -> u32 {
        let ranks = self.tables.param_ranks.get_or(owner, || self.ranks(owner));
        ranks.get(index as usize).copied().unwrap_or(index)
    }

    fn ranks(&self, owner: GenericDefId) -> Arc<[u32]> {
        let identity = GenericArgs::identity_for_item(self.interner, owner.into());
        let mut next = 0;
        identity
            .iter()
            .map(|arg| {
                let rank = next;
                next += u32::from(arg.region().is_none());
                rank
            })
            .collect()
    }

    /// Number of type and const arguments of an item, parents' included.
    pub fn arg_count(&self, owner: GenericDefId) -> u32 {
        let identity = GenericArgs::identity_for_item(self.interner, owner.into());
        identity.iter().filter(|arg| arg.region().is_none()).count() as u32
    }

    /// Number of all arguments of an item, as rust-analyzer counts them.
    pub fn arg_count_with_lifetimes(&self, owner: GenericDefId) -> usize {
        GenericArgs::identity_for_item(self.interner, owner.into()).len()
    }

    pub fn param_name(&self, id: GenericParamId) -> Symbol {
        use hir_def::hir::generics::GenericParams;
        let name = match id {
            GenericParamId::TypeParamId(id) => {
                GenericParams::of(self.db, id.parent())[id.local_id()].name()
            }
            GenericParamId::ConstParamId(id) => {
                GenericParams::of(self.db, id.parent())[id.local_id()].name()
            }
            GenericParamId::LifetimeParamId(_) => None,
        };
        Symbol::new(name.map_or("impl", |name| name.as_str()))
    }
}

pub fn truncate(bits: u128, width: u32) -> u128 {
    match width {
        128 => bits,
        _ => bits & ((1 << width) - 1),
    }
}

pub fn mutability(m: hir_ty::next_solver::Mutability) -> Mutability {
    match m {
        hir_ty::next_solver::Mutability::Not => Mutability::Not,
        hir_ty::next_solver::Mutability::Mut => Mutability::Mut,
    }
}

fn int_ty(it: RaInt) -> IntTy {
    match it {
        RaInt::Isize => IntTy::Isize,
        RaInt::I8 => IntTy::I8,
        RaInt::I16 => IntTy::I16,
        RaInt::I32 => IntTy::I32,
        RaInt::I64 => IntTy::I64,
        RaInt::I128 => IntTy::I128,
    }
}

fn uint_ty(it: UintTy) -> IntTy {
    match it {
        UintTy::Usize => IntTy::Usize,
        UintTy::U8 => IntTy::U8,
        UintTy::U16 => IntTy::U16,
        UintTy::U32 => IntTy::U32,
        UintTy::U64 => IntTy::U64,
        UintTy::U128 => IntTy::U128,
    }
}
