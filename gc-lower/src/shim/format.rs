//! `FormatFn::run` of a format site: writes the pieces in order and stops at
//! the first error.

use super::builder::{Shim, behind, borrow, signature, static_str, variant_named};
use super::resolve;
use crate::pir::{Body, Constant, Instance, Operand, StmtKind, Tcx};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    Arg, ClosureDef, FnDef, FormatAlign, FormatCount, FormatPiece, FormatSpec, IntTy, Mutability,
    Ty, TyKind, VariantIdx,
};

pub(super) fn format_run(
    tcx: &Tcx,
    inst: &Instance,
    def: ClosureDef,
) -> Result<Body, ErrorReported> {
    let Some(site) = tcx.format_site(def) else {
        let message = "internal error: not a format site";
        return Err(tcx.error("WRC9001", Span::default(), message));
    };
    let write_str = resolve::lang_fn(tcx, "wrc_fmt_write_str")?;
    let (_, write_params, ret) = signature(tcx, write_str, &[]);
    let formatter = write_params.first().copied().unwrap_or_else(Ty::error);
    let closure = Ty::new(TyKind::Closure(def, Box::new([])));
    let params = [closure.reference(Mutability::Not), formatter];
    let name = tcx.closure(def).path;
    let mut shim = Shim::new(tcx, inst, name.as_str(), site.span, &params, ret);
    let ok = variant_named(tcx, ret, "Ok")?;
    for (i, piece) in site.pieces.iter().enumerate() {
        match piece {
            FormatPiece::Lit(text) => {
                let operands = vec![formatter_of(&shim), static_str(text)];
                let ret = shim.ret();
                shim.call(ret, write_str, &[], operands)?;
            }
            FormatPiece::Arg { arg, method, spec } => {
                let Some(ty) = site.arg_tys.get(*arg as usize) else {
                    let message = "internal error: a format argument is missing";
                    return Err(tcx.error("WRC9001", site.span, message));
                };
                write_arg(&mut shim, *arg, *ty, *method, spec)?;
            }
        }
        if i + 1 < site.pieces.len() {
            return_unless_ok(&mut shim, ok);
        }
    }
    if site.pieces.is_empty() {
        let dest = shim.ret();
        shim.enum_value(dest, ret, ok, vec![Operand::unit()]);
    }
    Ok(shim.finish())
}

fn formatter_of(shim: &Shim) -> Operand {
    borrow(Mutability::Mut, behind(shim.param(1)))
}

/// The captured reference to argument `index`.
fn capture(shim: &Shim, index: u32) -> crate::pir::Place {
    behind(shim.param(0)).field(index)
}

fn write_arg(
    shim: &mut Shim,
    arg: u32,
    ty: Ty,
    method: FnDef,
    spec: &FormatSpec,
) -> Result<(), ErrorReported> {
    let saved = if *spec == FormatSpec::default() {
        None
    } else {
        let operands = vec![
            formatter_of(shim),
            scalar(flags(spec), Ty::int(IntTy::U32)),
            scalar(spec.fill.unwrap_or(' ') as u32, Ty::new(TyKind::Char)),
            count(shim, spec.width),
            count(shim, spec.precision),
        ];
        Some(shim.call_lang("wrc_fmt_spec", &[], operands)?)
    };
    let operands = vec![Operand::Copy(capture(shim, arg)), formatter_of(shim)];
    let ret = shim.ret();
    shim.call(ret, method, &[Arg::Ty(ty)], operands)?;
    if let Some(saved) = saved {
        let operands = vec![formatter_of(shim), shim.take(saved.into())];
        shim.call_lang("wrc_fmt_restore", &[], operands)?;
    }
    Ok(())
}

fn scalar(value: u32, ty: Ty) -> Operand {
    Operand::Const(Constant::Scalar(value.into(), ty))
}

fn count(shim: &Shim, count: FormatCount) -> Operand {
    match count {
        FormatCount::None => Operand::usize(0),
        FormatCount::Literal(n) => Operand::usize(n),
        FormatCount::Arg(index) => Operand::Copy(capture(shim, index).deref()),
    }
}

/// The flag word of `core::fmt::options`.
fn flags(spec: &FormatSpec) -> u32 {
    let align = match spec.align {
        None => 0,
        Some(FormatAlign::Left) => 1,
        Some(FormatAlign::Right) => 2,
        Some(FormatAlign::Center) => 3,
    };
    [
        spec.sign_plus,
        spec.sign_minus,
        spec.alternate,
        spec.zero_pad,
        spec.debug_lower_hex,
        spec.debug_upper_hex,
    ]
    .iter()
    .enumerate()
    .fold(align << 6, |word, (bit, set)| word | u32::from(*set) << bit)
        | u32::from(spec.width != FormatCount::None) << 8
        | u32::from(spec.precision != FormatCount::None) << 9
}

fn return_unless_ok(shim: &mut Shim, ok: VariantIdx) {
    let (leave, ()) = shim.nested(|shim| shim.push(StmtKind::Return));
    let place = shim.ret();
    shim.push(StmtKind::SwitchVariant {
        place,
        arms: vec![(vec![ok], Vec::new())],
        default: Some(leave),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flag_word() {
        let spec = FormatSpec {
            sign_plus: true,
            zero_pad: true,
            align: Some(FormatAlign::Right),
            width: FormatCount::Literal(5),
            ..FormatSpec::default()
        };
        assert_eq!(flags(&spec), 1 | 1 << 3 | 2 << 6 | 1 << 8);
    }
}
