//! THIR types as rust-analyzer's, to ask its trait solver. All lifetimes are
//! erased.

use crate::{Cx, ids};
use hir_def::{
    CallableDefId, GenericDefId, GenericParamId, ItemContainerId, Lookup, TraitId, layout::Size,
};
use hir_ty::{
    InferenceResult,
    db::GeneralConstId,
    next_solver::{
        AliasTy, BoundExistentialPredicates, Const as RaConst, EarlyBinder, GeneralConstIdWrapper,
        GenericArg, GenericArgs, Mutability as RaMutability, Region, SolverDefId, TraitAssocTyId,
        TraitRef, Ty as RaTy, TyKind as RaTyKind, UnevaluatedConst,
    },
};
use rustc_type_ir::{
    Binder, ExistentialPredicate, ExistentialProjection, ExistentialTraitRef, FloatTy as RaFloat,
    IntTy as RaInt, UintTy,
    inherent::{Const as _, IntoKind, Ty as _},
};
use wrc_thir::{
    Arg, Args, Callable, ClosureDef, Const, DynTy, FloatTy, IntTy, Mutability, Ty, TyKind,
};

impl<'db> Cx<'db> {
    /// The type, if all of it can be asked about: nothing erroneous.
    pub fn ra_ty(&self, ty: Ty) -> RaTy<'db> {
        let interner = self.interner;
        let types = &interner.default_types().types;
        match ty.kind() {
            TyKind::Bool => types.bool,
            TyKind::Char => types.char,
            TyKind::Int(it) => self.ra_int(*it),
            TyKind::Float(FloatTy::F32) => RaTy::new_float(interner, RaFloat::F32),
            TyKind::Float(FloatTy::F64) => RaTy::new_float(interner, RaFloat::F64),
            TyKind::Str => types.str,
            TyKind::Never => types.never,
            TyKind::Adt(def, args) => {
                let id = ids::adt_id(*def);
                RaTy::new_adt(
                    interner,
                    id,
                    self.ra_args(GenericDefId::from(id).into(), args),
                )
            }
            TyKind::Tuple(elems) => RaTy::new_tup(interner, &self.ra_tys(elems)),
            TyKind::Array(elem, len) => {
                let len = self.ra_const(len, types.usize);
                RaTy::new_array_with_const_len(interner, self.ra_ty(*elem), len)
            }
            TyKind::Slice(elem) => RaTy::new_slice(interner, self.ra_ty(*elem)),
            TyKind::Ref(m, to) => {
                RaTy::new_ref(interner, self.erased(), self.ra_ty(*to), ra_mutability(*m))
            }
            TyKind::RawPtr(m, to) => RaTy::new_ptr(interner, self.ra_ty(*to), ra_mutability(*m)),
            TyKind::FnDef(callable, args) => {
                let def = self.ra_callable(*callable);
                let generic = match def {
                    CallableDefId::FunctionId(it) => GenericDefId::from(it),
                    CallableDefId::StructId(it) => GenericDefId::from(it),
                    CallableDefId::EnumVariantId(it) => {
                        GenericDefId::from(it.lookup(self.db).parent)
                    }
                };
                RaTy::new_fn_def(interner, def.into(), self.ra_args(generic.into(), args))
            }
            TyKind::FnPtr(sig) => {
                let params = self.ra_tys(&sig.params);
                let sig = interner.mk_fn_sig_safe_rust_abi(params, self.ra_ty(sig.ret));
                RaTy::new_fn_ptr(interner, Binder::dummy(sig))
            }
            TyKind::Closure(def, args) | TyKind::Coroutine(def, args) => {
                self.ra_closure(*def, args)
            }
            TyKind::Dyn(dyn_ty) => self.ra_dyn(dyn_ty),
            TyKind::Assoc(def, args) => {
                let id = ids::type_alias_id(*def);
                let args = self.ra_args(id.into(), args);
                let kind = rustc_type_ir::AliasTyKind::Projection { def_id: id.into() };
                RaTy::new_alias(interner, AliasTy::new_from_args(interner, kind, args))
            }
            TyKind::Opaque(def, args) => {
                let id = ids::opaque_id(*def);
                let args = self.ra_args(id.into(), args);
                RaTy::new_opaque(interner, id, args)
            }
            TyKind::Param(index, _) => match self.ra_param(*index) {
                Some(arg) => arg.ty().unwrap_or(types.error),
                None => types.error,
            },
            TyKind::Error => types.error,
        }
    }

    pub fn ra_tys(&self, tys: &[Ty]) -> Vec<RaTy<'db>> {
        tys.iter().map(|ty| self.ra_ty(*ty)).collect()
    }

    /// The arguments of `def`, with erased lifetimes where it has lifetimes.
    pub fn ra_args(&self, def: SolverDefId<'db>, args: &[Arg]) -> GenericArgs<'db> {
        let mut next = args.iter();
        GenericArgs::for_item(self.interner, def, |_, id, _, _| match id {
            GenericParamId::LifetimeParamId(_) => self.erased().into(),
            GenericParamId::TypeParamId(_) | GenericParamId::ConstParamId(_) => match next.next() {
                Some(arg) => self.ra_arg(arg, id),
                None => GenericArg::error_from_id(self.interner, id),
            },
        })
    }

    fn ra_arg(&self, arg: &Arg, id: GenericParamId) -> GenericArg<'db> {
        match (arg, id) {
            (Arg::Ty(ty), _) => self.ra_ty(*ty).into(),
            (Arg::Const(c), GenericParamId::ConstParamId(id)) => {
                self.ra_const(c, self.db.const_param_ty(id)).into()
            }
            (Arg::Const(_), _) => GenericArg::error_from_id(self.interner, id),
        }
    }

    pub fn ra_const(&self, c: &Const, ty: RaTy<'db>) -> RaConst<'db> {
        use hir_ty::next_solver::{ScalarInt, ValTreeKind};
        let interner = self.interner;
        match c {
            Const::Value(bits) => {
                let Some(size) = scalar_size(ty) else {
                    return RaConst::error(interner);
                };
                let bits = sign_extend(*bits, ty);
                let (scalar, _) = ScalarInt::truncate_from_uint(bits, size);
                RaConst::new_valtree(interner, ty, ValTreeKind::Leaf(scalar))
            }
            Const::Unevaluated(def, args) => {
                let (id, owner) = match ids::any_const(*def) {
                    ids::AnyConst::Item(it) => (GeneralConstId::ConstId(it), SolverDefId::from(it)),
                    ids::AnyConst::Anon(it) => {
                        (GeneralConstId::AnonConstId(it), SolverDefId::from(it))
                    }
                    ids::AnyConst::Discriminant(_) => return RaConst::error(interner),
                };
                let args = self.ra_args(owner, args);
                let def = GeneralConstIdWrapper::from(id);
                RaConst::new_unevaluated(interner, UnevaluatedConst { def, args })
            }
            Const::Param(index, _) => match self.ra_param(*index) {
                Some(arg) => arg.konst().unwrap_or(RaConst::error(interner)),
                None => RaConst::error(interner),
            },
            Const::Error => RaConst::error(interner),
        }
    }

    /// A parameter of the item that is asked within; other questions are
    /// about concrete types.
    fn ra_param(&self, index: u32) -> Option<GenericArg<'db>> {
        use rustc_type_ir::inherent::GenericArgs as _;
        let own = GenericArgs::identity_for_item(self.interner, self.generic?.into());
        let mut args = own.iter().filter(|arg| arg.region().is_none());
        args.nth(index as usize)
    }

    fn ra_int(&self, it: IntTy) -> RaTy<'db> {
        let interner = self.interner;
        match it {
            IntTy::I8 => RaTy::new_int(interner, RaInt::I8),
            IntTy::I16 => RaTy::new_int(interner, RaInt::I16),
            IntTy::I32 => RaTy::new_int(interner, RaInt::I32),
            IntTy::I64 => RaTy::new_int(interner, RaInt::I64),
            IntTy::I128 => RaTy::new_int(interner, RaInt::I128),
            IntTy::Isize => RaTy::new_int(interner, RaInt::Isize),
            IntTy::U8 => RaTy::new_uint(interner, UintTy::U8),
            IntTy::U16 => RaTy::new_uint(interner, UintTy::U16),
            IntTy::U32 => RaTy::new_uint(interner, UintTy::U32),
            IntTy::U64 => RaTy::new_uint(interner, UintTy::U64),
            IntTy::U128 => RaTy::new_uint(interner, UintTy::U128),
            IntTy::Usize => RaTy::new_uint(interner, UintTy::Usize),
        }
    }

    pub fn ra_callable(&self, callable: Callable) -> CallableDefId {
        match callable {
            Callable::Fn(def) => ids::function_id(def).into(),
            Callable::Ctor(def, variant) => match ids::adt_id(def) {
                hir_def::AdtId::StructId(it) => it.into(),
                hir_def::AdtId::EnumId(it) => {
                    let variants = &it.enum_variants(self.db).variants;
                    let (_, (id, _)) = variants
                        .get_index(variant.0 as usize)
                        .expect("constructors name variants that exist");
                    (*id).into()
                }
                hir_def::AdtId::UnionId(_) => unreachable!("unions have no constructor"),
            },
        }
    }

    /// A closure's type as inferred, at the enclosing item's arguments.
    pub fn ra_closure(&self, def: ClosureDef, args: &Args) -> RaTy<'db> {
        let loc = self.closure_loc(def);
        let infer = InferenceResult::of(self.db, loc.owner);
        let generic = infer.expr_ty(loc.expr);
        let owner = loc.owner.generic_def(self.db);
        let args = self.ra_args(owner.into(), args);
        EarlyBinder::bind(generic)
            .instantiate(self.interner, args)
            .skip_norm_wip()
    }

    pub fn closure_loc(&self, def: ClosureDef) -> hir_ty::db::InternedClosure<'db> {
        match ids::any_closure(def) {
            ids::AnyClosure::Closure(it) => it.loc(self.db),
            ids::AnyClosure::Coroutine(it) => it.loc(self.db),
            ids::AnyClosure::CoroutineClosure(it) => it.loc(self.db),
        }
    }

    fn ra_dyn(&self, dyn_ty: &DynTy) -> RaTy<'db> {
        let interner = self.interner;
        let mut predicates = Vec::new();
        if let Some((def, args)) = &dyn_ty.principal {
            let id = ids::trait_id(*def);
            let args = self.ra_trait_args(id, args);
            let args_without_self = GenericArgs::new_from_slice(&args.as_slice()[1..]);
            predicates.push(Binder::dummy(ExistentialPredicate::Trait(
                ExistentialTraitRef::new_from_args(interner, id.into(), args_without_self),
            )));
            let principal = TraitRef::new_from_args(interner, id.into(), args);
            for (assoc, ty) in &dyn_ty.assoc {
                let alias = ids::type_alias_id(*assoc);
                let ItemContainerId::TraitId(of) = alias.lookup(self.db).container else {
                    continue;
                };
                let args = self.supertrait_args(principal, of);
                predicates.push(Binder::dummy(ExistentialPredicate::Projection(
                    ExistentialProjection::new_from_args(
                        interner,
                        TraitAssocTyId(alias).into(),
                        args,
                        self.ra_ty(*ty).into(),
                    ),
                )));
            }
        }
        let predicates = BoundExistentialPredicates::new_from_iter(interner, predicates);
        RaTy::new_dynamic(interner, predicates, self.erased())
    }

    /// The arguments of a trait in a `dyn`; `Self` is some type.
    fn ra_trait_args(&self, id: TraitId, args: &[Arg]) -> GenericArgs<'db> {
        let unit = Arg::Ty(Ty::unit());
        let all: Vec<Arg> = std::iter::once(unit).chain(args.iter().cloned()).collect();
        self.ra_args(id.into(), &all)
    }

    /// The arguments, without `Self`, that the supertrait `of` has in `principal`.
    fn supertrait_args(&self, principal: TraitRef<'db>, of: TraitId) -> GenericArgs<'db> {
        let supertraits =
            rustc_type_ir::elaborate::supertraits(self.interner, Binder::dummy(principal));
        let found = supertraits
            .map(|it| it.skip_binder())
            .find(|it| it.def_id.0 == of)
            .unwrap_or(principal);
        GenericArgs::new_from_slice(&found.args.as_slice()[1..])
    }

    pub fn erased(&self) -> Region<'db> {
        self.interner.default_types().regions.erased
    }
}

/// The size of a constant for rust-analyzer, whose pointers are 64 bits wide.
fn scalar_size(ty: RaTy<'_>) -> Option<Size> {
    let bytes = match ty.kind() {
        RaTyKind::Bool => 1,
        RaTyKind::Char => 4,
        RaTyKind::Int(it) => it.bit_width().map_or(8, |bits| bits / 8),
        RaTyKind::Uint(it) => it.bit_width().map_or(8, |bits| bits / 8),
        _ => return None,
    };
    Some(Size::from_bytes(bytes))
}

/// THIR truncates to its own width of `isize`; rust-analyzer's is wider.
fn sign_extend(bits: u128, ty: RaTy<'_>) -> u128 {
    match ty.kind() {
        RaTyKind::Int(RaInt::Isize) => bits as u32 as i32 as i128 as u128,
        _ => bits,
    }
}

pub fn ra_mutability(m: Mutability) -> RaMutability {
    match m {
        Mutability::Not => RaMutability::Not,
        Mutability::Mut => RaMutability::Mut,
    }
}
