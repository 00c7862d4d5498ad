//! Adapters between calling conventions, constructors as functions, and the
//! program's entry.

use super::builder::{Shim, behind, borrow, signature};
use super::resolve;
use crate::pir::display;
use crate::pir::{
    AggregateKind, Body, Callee, Constant, Instance, Operand, Place, Rvalue, StmtKind, Tcx,
};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    AdtDef, Arg, Args, Callable, ClosureDef, ClosureKind, Entries, FnDef, FnSig, IntTy, Mutability,
    Ty, TyKind, VariantIdx,
};

/// `Fn*::call*` of `kind` on a value of type `ty`: takes the callee as the
/// kind wants it and the arguments as one tuple.
pub(super) fn call_shim(
    tcx: &Tcx,
    inst: &Instance,
    kind: ClosureKind,
    ty: Ty,
) -> Result<Body, ErrorReported> {
    let Some((params, ret)) = callable_signature(tcx, ty) else {
        let message = format!("calling `{}` is not supported", display::ty_text(tcx, ty));
        return Err(tcx.error("WRC2106", Span::default(), message));
    };
    let this = match kind {
        ClosureKind::Fn => ty.reference(Mutability::Not),
        ClosureKind::FnMut => ty.reference(Mutability::Mut),
        ClosureKind::FnOnce => ty,
    };
    let name = format!("<{} as {kind:?}>::call", display::ty_text(tcx, ty));
    let types = [this, Ty::tuple(params.clone())];
    let mut shim = Shim::new(tcx, inst, &name, Span::default(), &types, ret);
    let tuple = Place::local(shim.param(1));
    let operands: Vec<Operand> = (0..params.len())
        .map(|i| shim.take(tuple.field(i as u32)))
        .collect();
    match ty.kind() {
        TyKind::Closure(def, args) => call_closure(&mut shim, kind, ty, *def, args, operands)?,
        TyKind::FnDef(Callable::Fn(def), args) => {
            let ret = shim.ret();
            shim.call(ret, *def, args, operands)?;
        }
        TyKind::FnDef(Callable::Ctor(def, variant), args) => {
            let ret = shim.ret();
            let kind = AggregateKind::Adt(*def, *variant, args.clone());
            shim.assign(ret, Rvalue::Aggregate(kind, operands));
        }
        _ => {
            let pointer = match kind {
                ClosureKind::Fn | ClosureKind::FnMut => behind(shim.param(0)),
                ClosureKind::FnOnce => shim.param(0).into(),
            };
            let ret = shim.ret();
            shim.call_callee(ret, Callee::Ptr(Operand::Copy(pointer)), operands);
        }
    }
    Ok(shim.finish())
}

/// The parameters and the result of a callable type.
fn callable_signature(tcx: &Tcx, ty: Ty) -> Option<(Vec<Ty>, Ty)> {
    let at = |tys: &[Ty], args: &[Arg]| -> Vec<Ty> {
        tys.iter().map(|ty| tcx.instantiate(*ty, args)).collect()
    };
    match ty.kind() {
        TyKind::Closure(def, args) => {
            let data = tcx.closure(*def);
            Some((at(&data.params, args), tcx.instantiate(data.ret, args)))
        }
        TyKind::FnDef(Callable::Fn(def), args) => {
            let (_, params, ret) = signature(tcx, *def, args);
            Some((params, ret))
        }
        TyKind::FnDef(Callable::Ctor(def, variant), args) => {
            let ty = Ty::adt(*def, args.clone());
            Some((tcx.field_tys(ty, Some(*variant)), ty))
        }
        TyKind::FnPtr(sig) => Some((sig.params.to_vec(), sig.ret)),
        _ => None,
    }
}

/// Calls the closure's body with the closure as its own kind wants it; a
/// closure that was passed by value and is only borrowed dies here.
fn call_closure(
    shim: &mut Shim,
    kind: ClosureKind,
    ty: Ty,
    def: ClosureDef,
    args: &Args,
    mut operands: Vec<Operand>,
) -> Result<(), ErrorReported> {
    let own = shim.tcx.closure(def).kind;
    let param = shim.param(0);
    let content = match kind {
        ClosureKind::Fn | ClosureKind::FnMut => behind(param),
        ClosureKind::FnOnce => param.into(),
    };
    let this = match own {
        ClosureKind::Fn => borrow(Mutability::Not, content),
        ClosureKind::FnMut => borrow(Mutability::Mut, content),
        ClosureKind::FnOnce => Operand::Move(content),
    };
    operands.insert(0, this);
    let ret = shim.ret();
    let callee = Callee::Instance(Instance::Closure(def, args.clone()));
    shim.call_callee(ret, callee, operands);
    if kind == ClosureKind::FnOnce && own != ClosureKind::FnOnce && shim.tcx.needs_drop(ty) {
        resolve::check_used_up(shim.tcx, def, shim.tcx.closure(def).span)?;
        shim.push(StmtKind::Drop(param.into()));
    }
    Ok(())
}

/// A tuple struct's or tuple variant's constructor as a function.
pub(super) fn ctor(
    tcx: &Tcx,
    inst: &Instance,
    def: AdtDef,
    variant: VariantIdx,
    args: &Args,
) -> Result<Body, ErrorReported> {
    let ty = Ty::adt(def, args.clone());
    let params = tcx.field_tys(ty, Some(variant));
    let data = tcx.adt(def);
    let name = match data.variants.get(variant.0 as usize) {
        Some(variant) => format!("{}::{}", data.path, variant.name),
        None => data.path.to_string(),
    };
    let mut shim = Shim::new(tcx, inst, &name, data.span, &params, ty);
    let operands = (0..params.len())
        .map(|i| shim.take(shim.param(i).into()))
        .collect();
    let ret = shim.ret();
    let kind = AggregateKind::Adt(def, variant, args.clone());
    shim.assign(ret, Rvalue::Aggregate(kind, operands));
    Ok(shim.finish())
}

/// Calls a trait's method through the vtable.
pub(super) fn dyn_shim(
    tcx: &Tcx,
    inst: &Instance,
    def: FnDef,
    args: &Args,
) -> Result<Body, ErrorReported> {
    let (data, params, ret) = signature(tcx, def, args);
    let mut shim = Shim::new(tcx, inst, data.path.as_str(), data.span, &params, ret);
    let operands = (0..params.len())
        .map(|i| shim.take(shim.param(i).into()))
        .collect();
    let ret = shim.ret();
    shim.call(ret, def, args, operands)?;
    Ok(shim.finish())
}

/// `() -> i32`: calls the library's `lang_start` with `main`.
pub(super) fn start(tcx: &Tcx, inst: &Instance, main: FnDef) -> Result<Body, ErrorReported> {
    let (data, _, result) = signature(tcx, main, &[]);
    let exit_code = Ty::int(IntTy::I32);
    let mut shim = Shim::new(tcx, inst, "main", data.span, &[], exit_code);
    let name = match tcx.options.entries {
        Entries::Tests => "start_test",
        Entries::Program | Entries::Functions => "start",
    };
    let def = resolve::lang_fn(tcx, name)?;
    let pointer = Ty::new(TyKind::FnPtr(FnSig {
        params: Box::new([]),
        ret: result,
    }));
    let main = Instance::Fn(main, Args::default());
    let operand = Operand::Const(Constant::FnPtr(main, pointer));
    let ret = shim.ret();
    shim.call(ret, def, &[result.into()], vec![operand])?;
    Ok(shim.finish())
}
