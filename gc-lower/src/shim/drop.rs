//! Drop glue: the type's own `Drop::drop`, then its fields in order.
//!
//! Takes `*mut T`. What is nested is dropped by `Drop` statements, which the
//! lowering turns into calls of the parts' glue.

use super::builder::{Shim, behind, borrow, fields};
use crate::pir::display;
use crate::pir::{Body, Callee, Instance, Operand, Place, Proj, Rvalue, StmtKind, Tcx};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{AdtDef, AdtKind, Arg, Const, Mutability, Ty, TyKind, VariantIdx};

pub(super) fn drop_glue(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let name = format!("drop_in_place::<{}>", display::ty_text(tcx, ty));
    let params = [ty.pointer(Mutability::Mut)];
    let mut shim = Shim::new(tcx, inst, &name, Span::default(), &params, Ty::unit());
    let this = behind(shim.param(0));
    if tcx.needs_drop(ty) {
        drop_parts(&mut shim, &this, ty)?;
    }
    let ret = shim.ret();
    shim.assign(ret, Rvalue::Use(Operand::unit()));
    Ok(shim.finish())
}

fn drop_parts(shim: &mut Shim, this: &Place, ty: Ty) -> Result<(), ErrorReported> {
    match ty.kind() {
        TyKind::Adt(def, args) => drop_adt(shim, this, ty, *def, args),
        TyKind::Tuple(_) | TyKind::Closure(..) => {
            drop_fields(shim, this, ty, None);
            Ok(())
        }
        TyKind::Array(elem, Const::Value(len)) => {
            let _ = elem;
            drop_elements(shim, this, Operand::usize(*len as u32))
        }
        TyKind::Slice(_) => {
            let len = shim.local(Ty::usize());
            shim.assign(len, Rvalue::Len(this.clone()));
            drop_elements(shim, this, Operand::Copy(len.into()))
        }
        TyKind::Dyn(_) => {
            shim.push(StmtKind::Drop(this.clone()));
            Ok(())
        }
        _ => {
            let message = format!(
                "dropping `{}` is not supported",
                display::ty_text(shim.tcx, ty)
            );
            Err(shim.tcx.error("WRC2105", Span::default(), message))
        }
    }
}

fn drop_adt(
    shim: &mut Shim,
    this: &Place,
    ty: Ty,
    def: AdtDef,
    args: &[Arg],
) -> Result<(), ErrorReported> {
    if let Some(content) = shim.tcx.box_content(ty) {
        drop_place(shim, this.deref(), content);
        return Ok(());
    }
    let tcx = shim.tcx;
    if let Some(user) = tcx.db.drop_impl(def, args) {
        let unit = shim.local(Ty::unit());
        let callee = Callee::Instance(Instance::Fn(user.def, user.args));
        let this = borrow(Mutability::Mut, this.clone());
        shim.call_callee(unit, callee, vec![this]);
    }
    let adt = tcx.adt(def);
    match adt.kind {
        AdtKind::Union => {}
        AdtKind::Struct => drop_fields(shim, this, ty, None),
        AdtKind::Enum => {
            let mut arms = Vec::new();
            for index in 0..adt.variants.len() {
                let variant = VariantIdx(index as u32);
                let (block, ()) = shim.nested(|shim| drop_fields(shim, this, ty, Some(variant)));
                if !block.is_empty() {
                    arms.push((vec![variant], block));
                }
            }
            if !arms.is_empty() {
                let default = (arms.len() < adt.variants.len()).then(Vec::new);
                shim.push(StmtKind::SwitchVariant {
                    place: this.clone(),
                    arms,
                    default,
                });
            }
        }
    }
    Ok(())
}

fn drop_fields(shim: &mut Shim, this: &Place, ty: Ty, variant: Option<VariantIdx>) {
    for (place, ty) in fields(shim.tcx, this, ty, variant) {
        drop_place(shim, place, ty);
    }
}

fn drop_place(shim: &mut Shim, place: Place, ty: Ty) {
    if shim.tcx.needs_drop(ty) {
        shim.push(StmtKind::Drop(place));
    }
}

fn drop_elements(shim: &mut Shim, this: &Place, len: Operand) -> Result<(), ErrorReported> {
    shim.for_each_index(len, |shim, index| {
        shim.push(StmtKind::Drop(this.project(Proj::Index(index))));
        Ok(())
    })
}
