//! Which code a call of a function at concrete arguments runs.

use crate::{
    intrinsics::Intrinsic,
    pir::{Callee, DynMethod, Instance, Tcx},
};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, Args, Callable, ClosureDef, DeriveMethod, FnDef, Resolved, Ty, TyKind};

/// The callee that a call of `def` at concrete `args` reaches.
///
/// # Errors
/// When the front end cannot tell; reported.
pub fn callee(tcx: &Tcx, def: FnDef, args: &[Arg]) -> Result<Callee, ErrorReported> {
    if let Some(site) = format_site(tcx, args) {
        return Ok(Callee::Instance(Instance::FormatRun(site)));
    }
    let inst = match tcx.db.resolve(def, args)? {
        Resolved::Fn(inst) => {
            let data = tcx.db.func(inst.def);
            if data.is_intrinsic {
                return match Intrinsic::from_name(data.name.as_str()) {
                    Some(intrinsic) => Ok(Callee::Intrinsic(intrinsic, inst.args)),
                    None => Err(tcx.error(
                        "WRC9002",
                        data.span,
                        format!("internal error: no intrinsic `{}`", data.name),
                    )),
                };
            }
            Instance::Fn(inst.def, inst.args)
        }
        Resolved::Dyn(method) => {
            return Ok(Callee::Dyn(DynMethod {
                method,
                args: args.get(1..).unwrap_or_default().into(),
            }));
        }
        Resolved::Derive(method, ty) => Instance::Derive(method, ty, derive_args(method, args)),
        Resolved::CallOnce(kind, ty) => Instance::CallShim(kind, ty),
        Resolved::BuiltinClone(ty) => Instance::CloneShim(ty),
        Resolved::PollCoroutine(def, args) => Instance::Poll(def, args),
    };
    Ok(Callee::Instance(inst))
}

/// The format site that is `Self`: the front end does not know its type, and
/// the only trait it implements is the one of format sites.
fn format_site(tcx: &Tcx, args: &[Arg]) -> Option<ClosureDef> {
    match args.first()?.as_ty()?.kind() {
        TyKind::Closure(def, _) => tcx.format_site(*def).map(|_| *def),
        _ => None,
    }
}

/// The instance that a call of `def` at `args` runs; intrinsics and dynamic
/// calls have none.
///
/// # Errors
/// As [`callee`].
pub fn instance(tcx: &Tcx, def: FnDef, args: &[Arg]) -> Result<Option<Instance>, ErrorReported> {
    Ok(match callee(tcx, def, args)? {
        Callee::Instance(inst) => Some(inst),
        Callee::Ptr(_) | Callee::Dyn(_) | Callee::Intrinsic(..) => None,
    })
}

/// The arguments of the derived method itself, out of those of the trait method.
pub fn derive_args(method: DeriveMethod, args: &[Arg]) -> Args {
    match method {
        DeriveMethod::Hash => args.get(1..).unwrap_or_default().into(),
        DeriveMethod::Clone
        | DeriveMethod::Default
        | DeriveMethod::Debug
        | DeriveMethod::PartialEq
        | DeriveMethod::PartialOrd
        | DeriveMethod::Ord => Args::default(),
    }
}

/// The instance that a fn pointer made from a callable zero-sized type names.
///
/// # Errors
/// As [`callee`]; or when the type is not callable that way.
pub fn reified(tcx: &Tcx, ty: Ty) -> Result<Option<Instance>, ErrorReported> {
    match ty.kind() {
        TyKind::FnDef(Callable::Fn(def), args) => Ok(match callee(tcx, *def, args)? {
            Callee::Instance(inst) => Some(inst),
            Callee::Dyn(_) => Some(Instance::DynShim(*def, args.clone())),
            Callee::Ptr(_) | Callee::Intrinsic(..) => None,
        }),
        TyKind::FnDef(Callable::Ctor(def, variant), args) => {
            Ok(Some(Instance::Ctor(*def, *variant, args.clone())))
        }
        TyKind::Closure(def, args) => Ok(Some(Instance::Closure(*def, args.clone()))),
        _ => Ok(None),
    }
}

/// A closure that is called by reference and then dropped has to be done
/// with: the future of an `async` closure still borrows from it.
///
/// # Errors
/// For `async` closures; reported.
pub fn check_used_up(tcx: &Tcx, def: ClosureDef, span: Span) -> Result<(), ErrorReported> {
    if !tcx.closure(def).is_lending {
        return Ok(());
    }
    let message =
        "calling an `async` closure by value is not supported, as dropping its captures runs code";
    Err(tcx.error("WRC2001", span, message))
}

/// A function of the library that the compiler relies on.
///
/// # Errors
/// When the library lacks it; reported.
pub fn lang_fn(tcx: &Tcx, name: &str) -> Result<FnDef, ErrorReported> {
    tcx.db.lang_fn(name).ok_or_else(|| {
        tcx.error(
            "WRC2102",
            Span::default(),
            format!("the library has no language item `{name}`"),
        )
    })
}
