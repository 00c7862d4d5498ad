//! The methods of the builtin derives, as rustc's derives write them.

mod clone_default;
mod compare;
mod debug_hash;

pub(super) use clone_default::{clone, default};
pub(super) use compare::{ord, partial_eq, partial_ord};
pub(super) use debug_hash::{debug, hash};

use super::builder::{Shim, fields, signature};
use super::resolve;
use crate::pir::display;
use crate::pir::{Block, Instance, Operand, Place, Proj, Rvalue, StmtKind, Tcx};
use std::sync::Arc;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{AdtData, AdtKind, Arg, Ty, VariantIdx};

/// A derived method being written.
struct Derive<'t, 'a> {
    shim: Shim<'t, 'a>,
    adt: Arc<AdtData>,
    ty: Ty,
}

/// Starts the method `lang` of the derive on `ty`; `args` are those of the
/// trait and the method, `Self` first.
fn start<'t, 'a>(
    tcx: &'t Tcx<'a>,
    inst: &Instance,
    ty: Ty,
    lang: &str,
    args: &[Arg],
) -> Result<Derive<'t, 'a>, ErrorReported> {
    let def = resolve::lang_fn(tcx, lang)?;
    let (data, params, ret) = signature(tcx, def, args);
    let Some((adt, _)) = ty.as_adt() else {
        return Err(tcx.error(
            "WRC9001",
            data.span,
            format!("internal error: derive on `{}`", display::ty_text(tcx, ty)),
        ));
    };
    let adt = tcx.adt(adt);
    let name = format!("<{} as {}>", display::ty_text(tcx, ty), data.path);
    Ok(Derive {
        shim: Shim::new(tcx, inst, &name, adt.span, &params, ret),
        adt,
        ty,
    })
}

impl Derive<'_, '_> {
    fn is_enum(&self) -> bool {
        self.adt.kind == AdtKind::Enum
    }

    /// The fields of `place`, of the ADT or of one of its variants.
    fn fields(&self, place: &Place, variant: Option<VariantIdx>) -> Vec<(Place, Ty)> {
        fields(self.shim.tcx, place, self.ty, variant)
    }

    /// Code per variant of the enum in `place`; `f` may write nothing.
    fn by_variant(
        &mut self,
        place: &Place,
        mut f: impl FnMut(&mut Self, VariantIdx) -> Result<(), ErrorReported>,
    ) -> Result<(), ErrorReported> {
        if self.adt.variants.is_empty() {
            self.shim.push(StmtKind::Unreachable);
            return Ok(());
        }
        let mut arms: Vec<(Vec<VariantIdx>, Block)> = Vec::new();
        for index in 0..self.adt.variants.len() {
            let variant = VariantIdx(index as u32);
            let block = self.nested(|derive| f(derive, variant))?;
            match arms.iter_mut().find(|(_, known)| *known == block) {
                Some((variants, _)) => variants.push(variant),
                None => arms.push((vec![variant], block)),
            }
        }
        if let [(_, block)] = arms.as_slice()
            && block.is_empty()
        {
            return Ok(());
        }
        self.shim.push(StmtKind::SwitchVariant {
            place: place.clone(),
            arms,
            default: None,
        });
        Ok(())
    }

    /// What `f` writes, as a block of its own.
    fn nested(
        &mut self,
        f: impl FnOnce(&mut Self) -> Result<(), ErrorReported>,
    ) -> Result<Block, ErrorReported> {
        self.shim.open_block();
        let result = f(self);
        let block = self.shim.close_block();
        result.map(|()| block)
    }

    /// The discriminant of an enum place in a new local.
    fn discriminant(&mut self, place: &Place) -> Place {
        let local = self.shim.local(self.adt.discr_ty);
        self.shim.assign(local, Rvalue::Discriminant(place.clone()));
        local.into()
    }

    fn return_now(&mut self) {
        self.shim.push(StmtKind::Return);
    }

    /// Sets the result.
    fn result(&mut self, value: Operand) {
        let ret = self.shim.ret();
        self.shim.assign(ret, Rvalue::Use(value));
    }
}

/// The place of a variant's fields.
fn variant_place(place: &Place, variant: Option<VariantIdx>) -> Place {
    match variant {
        Some(variant) => place.project(Proj::Variant(variant)),
        None => place.clone(),
    }
}
