//! `format_args!`: a synthetic closure that captures the arguments by
//! reference and whose `run` writes the pieces.

use super::{Cx, R};
use crate::{
    pir::{AggregateKind, Constant, FormatSite, Operand, Place, Rvalue},
    shim::resolve,
};
use wrc_thir::{
    Args, CastKind, DynTy, ExprId, FnContainer, FormatArgs, FormatPiece, Mutability, Ty, TyKind,
};

impl Cx<'_, '_> {
    pub(super) fn format_into(&mut self, dest: &Place, expr: ExprId, format: &FormatArgs) -> R<()> {
        let mut captures = Vec::with_capacity(format.args.len());
        let mut arg_tys = Vec::with_capacity(format.args.len());
        for arg in &format.args {
            let place = self.place(*arg)?;
            let ty = self.place_ty(&place);
            arg_tys.push(ty);
            let reference = ty.reference(Mutability::Not);
            let local = self.fresh(reference, Rvalue::Ref(Mutability::Not, place));
            captures.push(Operand::Move(local.into()));
        }
        if let Some(text) = literal_text(&format.pieces) {
            let text = Operand::Const(Constant::Str(text.into()));
            return self.call_lang(dest, "wrc_format_lit", vec![text]);
        }
        let site = FormatSite {
            pieces: format.pieces.clone(),
            arg_tys,
            span: self.span(expr),
        };
        let def = self.tcx.new_format_site(site, self.body.name);
        let ty = Ty::new(TyKind::Closure(def, Args::default()));
        let kind = AggregateKind::Closure(def, Args::default());
        let closure = self.fresh(ty, Rvalue::Aggregate(kind, captures));
        let reference = self.fresh(
            ty.reference(Mutability::Not),
            Rvalue::Ref(Mutability::Not, closure.into()),
        );
        let dyn_ty = self.dyn_format_fn()?.reference(Mutability::Not);
        let run = self.fresh(
            dyn_ty,
            Rvalue::Cast(CastKind::Unsize, Operand::Move(reference.into()), dyn_ty),
        );
        self.call_lang(dest, "wrc_format_args", vec![Operand::Move(run.into())])
    }

    /// `dyn FormatFn`.
    fn dyn_format_fn(&self) -> R<Ty> {
        let run = resolve::lang_fn(self.tcx, "format_run")?;
        match self.tcx.db.func(run).container {
            FnContainer::Trait(def) => Ok(Ty::new(TyKind::Dyn(DynTy {
                principal: Some((def, Args::default())),
                assoc: Box::default(),
            }))),
            FnContainer::Free | FnContainer::Impl => {
                Err(self.internal(self.here(), "`format_run` is no trait method"))
            }
        }
    }
}

/// The whole text of a template without placeholders.
pub(super) fn literal_text(pieces: &[FormatPiece]) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            FormatPiece::Lit(part) => text.push_str(part),
            FormatPiece::Arg { .. } => return None,
        }
    }
    Some(text)
}
