//! `Clone` and `Default`.

use super::{Derive, start};
use crate::pir::{AggregateKind, Body, Instance, Operand, Place, Rvalue, Tcx};
use crate::shim::builder::{behind, borrow};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, Mutability, Ty, VariantIdx};

/// `Clone::clone`: a copy when the type is `Copy` for all arguments, else
/// field by field.
pub(in crate::shim) fn clone(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let mut derive = start(tcx, inst, ty, "clone_fn", &[ty.into()])?;
    let this = behind(derive.shim.param(0));
    if tcx.is_copy(ty) && has_plain_args(ty) {
        derive.result(Operand::Copy(this));
        return Ok(derive.shim.finish());
    }
    if derive.is_enum() {
        let place = this.clone();
        derive.by_variant(&this, |derive, variant| {
            clone_fields(derive, &place, Some(variant))
        })?;
    } else {
        clone_fields(&mut derive, &this, None)?;
    }
    Ok(derive.shim.finish())
}

/// Are all type arguments scalars, whose `Clone` is certainly a copy?
fn has_plain_args(ty: Ty) -> bool {
    let args = ty.as_adt().map_or(&[][..], |(_, args)| args);
    args.iter()
        .filter_map(Arg::as_ty)
        .all(Ty::is_primitive_scalar)
}

fn clone_fields(
    derive: &mut Derive,
    this: &Place,
    variant: Option<VariantIdx>,
) -> Result<(), ErrorReported> {
    let mut operands = Vec::new();
    for (place, ty) in derive.fields(this, variant) {
        operands.push(derive.shim.clone_of(place, ty)?);
    }
    build(derive, variant, operands);
    Ok(())
}

/// Sets the result to the ADT or variant with these fields.
fn build(derive: &mut Derive, variant: Option<VariantIdx>, operands: Vec<Operand>) {
    let Some((def, args)) = derive.ty.as_adt() else {
        return;
    };
    let kind = AggregateKind::Adt(def, variant.unwrap_or(VariantIdx(0)), args.into());
    let ret = derive.shim.ret();
    derive.shim.assign(ret, Rvalue::Aggregate(kind, operands));
}

/// `Default::default`: every field's default, or the `#[default]` variant.
pub(in crate::shim) fn default(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let mut derive = start(tcx, inst, ty, "default_fn", &[ty.into()])?;
    let variant = match (derive.is_enum(), derive.adt.default_variant) {
        (true, Some(variant)) => Some(variant),
        (true, None) => {
            let message = format!("enum `{}` has no `#[default]` variant", derive.adt.path);
            return Err(tcx.error("WRC2103", derive.adt.span, message));
        }
        (false, _) => None,
    };
    let mut operands = Vec::new();
    for field in tcx.field_tys(ty, variant) {
        let value = derive
            .shim
            .call_lang("default_fn", &[field.into()], Vec::new())?;
        operands.push(derive.shim.take(value.into()));
    }
    build(&mut derive, variant, operands);
    Ok(derive.shim.finish())
}

impl crate::shim::builder::Shim<'_, '_> {
    /// A clone of the value in `place`.
    pub(in crate::shim) fn clone_of(
        &mut self,
        place: Place,
        ty: Ty,
    ) -> Result<Operand, ErrorReported> {
        if self.tcx.is_copy(ty) && ty.as_adt().is_none() && !is_aggregate(ty) {
            return Ok(Operand::Copy(place));
        }
        let args = vec![borrow(Mutability::Not, place)];
        let value = self.call_lang("clone_fn", &[ty.into()], args)?;
        Ok(self.take(value.into()))
    }
}

/// Does the built-in clone of the type call clones of its parts?
fn is_aggregate(ty: Ty) -> bool {
    use wrc_thir::TyKind::*;
    matches!(ty.kind(), Tuple(_) | Array(..) | Closure(..))
}
