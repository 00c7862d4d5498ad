//! Substitution of generic parameters.

use crate::ty::*;

/// `ty` with every parameter replaced by its argument. Parameters beyond the
/// arguments stay. Projections are not normalised: `Db::normalize` does that.
pub fn subst(ty: Ty, args: &[Arg]) -> Ty {
    if args.is_empty() {
        return ty;
    }
    map_ty(ty, &mut |leaf| match leaf {
        Arg::Ty(t) => match t.kind() {
            TyKind::Param(i, _) => args.get(*i as usize).cloned(),
            _ => None,
        },
        Arg::Const(Const::Param(i, _)) => args.get(*i as usize).cloned(),
        Arg::Const(_) => None,
    })
}

/// [`subst`] over a list of arguments.
pub fn subst_args(list: &[Arg], args: &[Arg]) -> Args {
    list.iter()
        .map(|arg| match arg {
            Arg::Ty(ty) => Arg::Ty(subst(*ty, args)),
            Arg::Const(c) => Arg::Const(subst_const(c, args)),
        })
        .collect()
}

/// [`subst`] over a constant.
pub fn subst_const(c: &Const, args: &[Arg]) -> Const {
    match c {
        Const::Param(i, _) => match args.get(*i as usize) {
            Some(Arg::Const(c)) => c.clone(),
            _ => c.clone(),
        },
        Const::Unevaluated(def, own) => Const::Unevaluated(*def, subst_args(own, args)),
        Const::Value(_) | Const::Error => c.clone(),
    }
}

/// Rebuilds `ty` from the leaves up. `f` sees each type and constant before
/// its parts are visited; `Some` replaces it as a whole.
pub fn map_ty(ty: Ty, f: &mut dyn FnMut(&Arg) -> Option<Arg>) -> Ty {
    if let Some(Arg::Ty(new)) = f(&Arg::Ty(ty)) {
        return new;
    }
    let kind = match ty.kind() {
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Str
        | TyKind::Never
        | TyKind::Param(..)
        | TyKind::Error => return ty,
        TyKind::Adt(def, args) => TyKind::Adt(*def, map_args(args, f)),
        TyKind::Tuple(elems) => TyKind::Tuple(map_tys(elems, f)),
        TyKind::Array(elem, len) => TyKind::Array(map_ty(*elem, f), map_const(len, f)),
        TyKind::Slice(elem) => TyKind::Slice(map_ty(*elem, f)),
        TyKind::Ref(m, to) => TyKind::Ref(*m, map_ty(*to, f)),
        TyKind::RawPtr(m, to) => TyKind::RawPtr(*m, map_ty(*to, f)),
        TyKind::FnDef(def, args) => TyKind::FnDef(*def, map_args(args, f)),
        TyKind::FnPtr(sig) => TyKind::FnPtr(FnSig {
            params: map_tys(&sig.params, f),
            ret: map_ty(sig.ret, f),
        }),
        TyKind::Closure(def, args) => TyKind::Closure(*def, map_args(args, f)),
        TyKind::Coroutine(def, args) => TyKind::Coroutine(*def, map_args(args, f)),
        TyKind::Dyn(dyn_ty) => TyKind::Dyn(DynTy {
            principal: dyn_ty
                .principal
                .as_ref()
                .map(|(def, args)| (*def, map_args(args, f))),
            assoc: dyn_ty
                .assoc
                .iter()
                .map(|(def, ty)| (*def, map_ty(*ty, f)))
                .collect(),
        }),
        TyKind::Assoc(def, args) => TyKind::Assoc(*def, map_args(args, f)),
        TyKind::Opaque(def, args) => TyKind::Opaque(*def, map_args(args, f)),
    };
    Ty::new(kind)
}

fn map_tys(tys: &[Ty], f: &mut dyn FnMut(&Arg) -> Option<Arg>) -> Tys {
    tys.iter().map(|ty| map_ty(*ty, f)).collect()
}

fn map_args(args: &[Arg], f: &mut dyn FnMut(&Arg) -> Option<Arg>) -> Args {
    args.iter()
        .map(|arg| match arg {
            Arg::Ty(ty) => Arg::Ty(map_ty(*ty, f)),
            Arg::Const(c) => Arg::Const(map_const(c, f)),
        })
        .collect()
}

fn map_const(c: &Const, f: &mut dyn FnMut(&Arg) -> Option<Arg>) -> Const {
    if let Some(Arg::Const(new)) = f(&Arg::Const(c.clone())) {
        return new;
    }
    match c {
        Const::Unevaluated(def, args) => Const::Unevaluated(*def, map_args(args, f)),
        Const::Value(_) | Const::Param(..) | Const::Error => c.clone(),
    }
}
