//! `Debug` and `Hash`.

use super::{Derive, start};
use crate::pir::{Body, Instance, Operand, Place, Tcx};
use crate::shim::{
    builder::{behind, borrow, static_str},
    resolve,
};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{AdtKind, Arg, IntTy, Mutability, Ty, TyKind, VariantIdx};

/// `Debug::fmt` through the library's builders; a name alone for variants
/// without fields.
pub(in crate::shim) fn debug(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let mut derive = start(tcx, inst, ty, "debug_fmt", &[ty.into()])?;
    let this = behind(derive.shim.param(0));
    if derive.is_enum() {
        derive.by_variant(&this.clone(), |derive, variant| {
            debug_variant(derive, &this, Some(variant))
        })?;
    } else {
        debug_variant(&mut derive, &this, None)?;
    }
    Ok(derive.shim.finish())
}

fn debug_variant(
    derive: &mut Derive,
    this: &Place,
    variant: Option<VariantIdx>,
) -> Result<(), ErrorReported> {
    let adt = derive.adt.clone();
    let data = &adt.variants[variant.map_or(0, |v| v.0) as usize];
    let name = match adt.kind {
        AdtKind::Enum => data.name,
        AdtKind::Struct | AdtKind::Union => adt.name,
    };
    let formatter = borrow(Mutability::Mut, behind(derive.shim.param(1)));
    let name = static_str(plain(name.as_str()));
    let ret = derive.shim.ret();
    let tcx = derive.shim.tcx;
    if data.fields.is_empty() {
        let def = resolve::lang_fn(tcx, "wrc_fmt_write_str")?;
        return derive.shim.call(ret, def, &[], vec![formatter, name]);
    }
    let is_tuple = data.fields[0].name.as_str() == "0";
    let [begin, field, finish] = if is_tuple {
        [
            "wrc_debug_tuple",
            "wrc_debug_tuple_field",
            "wrc_debug_tuple_finish",
        ]
    } else {
        [
            "wrc_debug_struct",
            "wrc_debug_struct_field",
            "wrc_debug_struct_finish",
        ]
    };
    let builder = derive.shim.call_lang(begin, &[], vec![formatter, name])?;
    for ((place, ty), data) in derive.fields(this, variant).into_iter().zip(&data.fields) {
        let mut operands = vec![borrow(Mutability::Mut, builder)];
        if !is_tuple {
            operands.push(static_str(plain(data.name.as_str())));
        }
        operands.push(borrow(Mutability::Not, place));
        derive.shim.call_lang(field, &[ty.into()], operands)?;
    }
    let def = resolve::lang_fn(tcx, finish)?;
    derive
        .shim
        .call(ret, def, &[], vec![borrow(Mutability::Mut, builder)])
}

/// The name without `r#`.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// `Hash::hash`: the discriminant when there are several variants, then the
/// fields.
pub(in crate::shim) fn hash(
    tcx: &Tcx,
    inst: &Instance,
    ty: Ty,
    hasher: &[Arg],
) -> Result<Body, ErrorReported> {
    let mut args = vec![Arg::Ty(ty)];
    args.extend(hasher.iter().cloned());
    let mut derive = start(tcx, inst, ty, "hash_fn", &args)?;
    let this = behind(derive.shim.param(0));
    if derive.is_enum() {
        if derive.adt.variants.len() > 1 {
            hash_discriminant(&mut derive, &this, hasher)?;
        }
        derive.by_variant(&this.clone(), |derive, variant| {
            hash_fields(derive, &this, Some(variant), hasher)
        })?;
    } else {
        hash_fields(&mut derive, &this, None, hasher)?;
    }
    let unit = Operand::unit();
    derive.result(unit);
    Ok(derive.shim.finish())
}

fn hash_discriminant(
    derive: &mut Derive,
    this: &Place,
    hasher: &[Arg],
) -> Result<(), ErrorReported> {
    let value = derive.discriminant(this);
    let discr_ty = derive.adt.discr_ty;
    if !matches!(discr_ty.kind(), TyKind::Int(IntTy::Isize)) {
        return hash_value(derive, value, discr_ty, hasher);
    }
    let state = borrow(Mutability::Mut, behind(derive.shim.param(1)));
    let operands = vec![state, Operand::Copy(value)];
    derive
        .shim
        .call_lang("wrc_hash_discriminant", hasher, operands)?;
    Ok(())
}

fn hash_fields(
    derive: &mut Derive,
    this: &Place,
    variant: Option<VariantIdx>,
    hasher: &[Arg],
) -> Result<(), ErrorReported> {
    for (place, ty) in derive.fields(this, variant) {
        hash_value(derive, place, ty, hasher)?;
    }
    Ok(())
}

fn hash_value(
    derive: &mut Derive,
    place: Place,
    ty: Ty,
    hasher: &[Arg],
) -> Result<(), ErrorReported> {
    let state = borrow(Mutability::Mut, behind(derive.shim.param(1)));
    let mut args = vec![Arg::Ty(ty)];
    args.extend(hasher.iter().cloned());
    let operands = vec![borrow(Mutability::Not, place), state];
    derive.shim.call_lang("hash_fn", &args, operands)?;
    Ok(())
}
