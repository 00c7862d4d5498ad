//! Built-in clones: arrays, tuples, closures element by element; everything
//! else that has no source is `Copy`.

use super::builder::{Shim, behind, fields};
use crate::pir::display;
use crate::{
    intrinsics::Intrinsic,
    pir::{AggregateKind, Body, Callee, Instance, Operand, Rvalue, StmtKind, Tcx},
};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, Const, Mutability, Ty, TyKind};

/// Arrays up to this length are cloned without a loop.
const UNROLLED: u128 = 8;

pub(super) fn clone_shim(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let name = format!(
        "<{} as core::clone::Clone>::clone",
        display::ty_text(tcx, ty)
    );
    let params = [ty.reference(Mutability::Not)];
    let mut shim = Shim::new(tcx, inst, &name, Span::default(), &params, ty);
    let this = behind(shim.param(0));
    let ret = shim.ret();
    match ty.kind() {
        TyKind::Array(elem, len) if !tcx.is_copy(*elem) => clone_array(&mut shim, *elem, len)?,
        TyKind::Tuple(_) => {
            let operands = clone_fields(&mut shim, ty)?;
            shim.assign(ret, Rvalue::Aggregate(AggregateKind::Tuple, operands));
        }
        TyKind::Closure(def, args) => {
            let operands = clone_fields(&mut shim, ty)?;
            let kind = AggregateKind::Closure(*def, args.clone());
            shim.assign(ret, Rvalue::Aggregate(kind, operands));
        }
        _ if tcx.is_copy(ty) => shim.assign(ret, Rvalue::Use(Operand::Copy(this))),
        _ => {
            let message = format!("cloning `{}` is not supported", display::ty_text(tcx, ty));
            return Err(tcx.error("WRC2104", Span::default(), message));
        }
    }
    Ok(shim.finish())
}

fn clone_fields(shim: &mut Shim, ty: Ty) -> Result<Vec<Operand>, ErrorReported> {
    let this = behind(shim.param(0));
    fields(shim.tcx, &this, ty, None)
        .into_iter()
        .map(|(place, ty)| shim.clone_of(place, ty))
        .collect()
}

fn clone_array(shim: &mut Shim, elem: Ty, len: &Const) -> Result<(), ErrorReported> {
    let this = behind(shim.param(0));
    let ret = shim.ret();
    let len = match len {
        Const::Value(len) if *len <= UNROLLED => {
            let mut operands = Vec::new();
            for n in 0..*len as u32 {
                let at = crate::pir::Proj::ConstIndex { n, from_end: false };
                operands.push(shim.clone_of(this.project(at), elem)?);
            }
            let kind = AggregateKind::Array(elem);
            shim.assign(ret, Rvalue::Aggregate(kind, operands));
            return Ok(());
        }
        Const::Value(len) => *len as u32,
        Const::Param(..) | Const::Unevaluated(..) | Const::Error => {
            let message = "internal error: the length of an array is not known";
            return Err(shim.tcx.error("WRC9001", Span::default(), message));
        }
    };
    let Some(raw) = shim.tcx.db.lang_adt("wrc_array") else {
        let message = "the library has no language item `wrc_array`";
        return Err(shim.tcx.error("WRC2102", Span::default(), message));
    };
    let array = shim.local(Ty::adt(raw, [Arg::Ty(elem)]));
    let intrinsic = |which, args: &[Arg]| Callee::Intrinsic(which, args.into());
    shim.push(StmtKind::Call {
        dest: array.into(),
        callee: intrinsic(Intrinsic::ArrayNew, &[elem.into()]),
        args: vec![Operand::usize(len)],
    });
    let unit = shim.local(Ty::unit());
    shim.for_each_index(Operand::usize(len), |shim, index| {
        let place = this.project(crate::pir::Proj::Index(index));
        let value = shim.clone_of(place, elem)?;
        shim.push(StmtKind::Call {
            dest: unit.into(),
            callee: intrinsic(Intrinsic::ArrayWrite, &[elem.into()]),
            args: vec![
                Operand::Copy(array.into()),
                Operand::Copy(index.into()),
                value,
            ],
        });
        Ok(())
    })?;
    let size = Arg::Const(Const::Value(len.into()));
    shim.push(StmtKind::Call {
        dest: ret,
        callee: intrinsic(Intrinsic::FixedFrom, &[elem.into(), size]),
        args: vec![Operand::Copy(array.into())],
    });
    Ok(())
}
