//! Bodies that no source wrote: call adapters, builtin derives and clones,
//! drop glue, constructors, format sites, the program's entry.
//!
//! ```text
//! #[derive(Clone)] struct P { a: String, b: i32 }
//! ==> fn <P as Clone>::clone(l1: &P) -> P {
//!         l2 = call String::clone(borrow (*l1).f0)
//!         l3 = copy (*l1).f1
//!         l0 = P { move l2, move l3 }
//!         return
//!     }
//! ```

mod builder;
mod call;
mod clone;
mod derive;
mod drop;
mod format;
pub mod resolve;

use crate::{
    coroutine,
    pir::{Body, Instance, Tcx},
};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{DeriveMethod, TyKind};

/// Builds the body of an instance that is not in the source.
///
/// # Errors
/// When something it calls has errors or the library lacks a lang item; reported.
pub fn build(tcx: &Tcx, inst: &Instance) -> Result<Body, ErrorReported> {
    let mut body = written(tcx, inst)?;
    // These own values while they call code of the program.
    let is_making = matches!(
        inst,
        Instance::Derive(DeriveMethod::Clone | DeriveMethod::Default, ..) | Instance::CloneShim(_)
    );
    if tcx.options.unwind && is_making {
        crate::build::register_values(tcx, &mut body)?;
    }
    Ok(body)
}

fn written(tcx: &Tcx, inst: &Instance) -> Result<Body, ErrorReported> {
    match inst {
        Instance::CallShim(kind, ty) => call::call_shim(tcx, inst, *kind, *ty),
        Instance::Derive(DeriveMethod::Clone, ty, _) => derive::clone(tcx, inst, *ty),
        Instance::Derive(DeriveMethod::Default, ty, _) => derive::default(tcx, inst, *ty),
        Instance::Derive(DeriveMethod::Debug, ty, _) => derive::debug(tcx, inst, *ty),
        Instance::Derive(DeriveMethod::Hash, ty, args) => derive::hash(tcx, inst, *ty, args),
        Instance::Derive(DeriveMethod::PartialEq, ty, _) => derive::partial_eq(tcx, inst, *ty),
        Instance::Derive(DeriveMethod::PartialOrd, ty, _) => derive::partial_ord(tcx, inst, *ty),
        Instance::Derive(DeriveMethod::Ord, ty, _) => derive::ord(tcx, inst, *ty),
        Instance::CloneShim(ty) => clone::clone_shim(tcx, inst, *ty),
        Instance::DropGlue(ty) => match ty.kind() {
            TyKind::Coroutine(def, args) => coroutine::drop_glue(tcx, *def, args),
            _ => drop::drop_glue(tcx, inst, *ty),
        },
        Instance::DynShim(def, args) => call::dyn_shim(tcx, inst, *def, args),
        Instance::Ctor(def, variant, args) => call::ctor(tcx, inst, *def, *variant, args),
        Instance::FormatRun(def) => format::format_run(tcx, inst, *def),
        Instance::Start(main) => call::start(tcx, inst, *main),
        Instance::Poll(def, args) => coroutine::poll(tcx, *def, args),
        Instance::Fn(..) | Instance::Closure(..) | Instance::Const(..) | Instance::Static(_) => {
            Err(tcx.error(
                "WRC9001",
                Span::default(),
                format!("internal error: `{inst:?}` is not a shim"),
            ))
        }
    }
}
