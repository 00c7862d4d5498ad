//! Patterns, with default binding modes made explicit.

use super::BodyCx;
use crate::ids;
use hir_def::{VariantId, hir, resolver::ValueNs, signatures::VariantFields};
use hir_ty::{ByRef, method_resolution::CandidateId};
use syntax::ast::RangeOp;
use wrc_base::Span;
use wrc_thir::{BindingMode, ExprId, ExprKind, FieldIdx, PatId, PatKind, Ty, TyKind};

impl<'db> BodyCx<'db> {
    pub(super) fn pat(&mut self, id: hir::PatId) -> PatId {
        if let hir::Pat::Ref { pat, .. } = self.store[id]
            && self.infer.is_skipped_ref_pat(id)
        {
            return self.pat(pat);
        }
        let span = self.spans.pat(id);
        let (kind, ty) = self.raw_pat(id, span);
        let mut pat = self.push_pat(kind, ty, span);
        for adjustment in self
            .infer
            .pat_adjustment(id)
            .unwrap_or_default()
            .iter()
            .rev()
        {
            // The kind's type is private to rust-analyzer.
            if format!("{:?}", adjustment.kind) == "OverloadedDeref" {
                self.error("WRC1003", span, "a pattern behind `Deref` is not supported");
            }
            let source = self.cx.ty(adjustment.source.as_ref());
            pat = self.push_pat(PatKind::Deref(pat), source, span);
        }
        pat
    }

    fn raw_pat(&mut self, id: hir::PatId, span: Span) -> (PatKind, Ty) {
        let store = self.store;
        let ty = self.pat_ty(id);
        let kind = match &store[id] {
            hir::Pat::Missing => {
                self.untyped
                    .push((span, "a pattern is missing here".to_owned()));
                PatKind::Wild
            }
            hir::Pat::Rest | hir::Pat::Wild => PatKind::Wild,
            hir::Pat::Tuple { args, ellipsis } => {
                let len = match ty.kind() {
                    TyKind::Tuple(elems) => elems.len(),
                    _ => args.len(),
                };
                PatKind::Leaf {
                    fields: self.positional(args, *ellipsis, len),
                }
            }
            hir::Pat::Or(alternatives) => {
                PatKind::Or(alternatives.iter().map(|it| self.pat(*it)).collect())
            }
            hir::Pat::Record { args, .. } => {
                let Some(variant) = self.infer.variant_resolution_for_pat(id) else {
                    return (self.unknown_pat(span), ty);
                };
                let declared = VariantFields::of(self.cx.db, variant);
                let mut fields = Vec::new();
                for field in args {
                    let pat = self.pat(field.pat);
                    match declared.field(&field.name) {
                        Some(index) => fields.push((FieldIdx(index.into_raw().into_u32()), pat)),
                        None => {
                            self.unknown_pat(span);
                        }
                    }
                }
                self.variant_pat(variant, fields)
            }
            hir::Pat::TupleStruct { args, ellipsis, .. } => {
                let Some(variant) = self.infer.variant_resolution_for_pat(id) else {
                    return (self.unknown_pat(span), ty);
                };
                let len = VariantFields::of(self.cx.db, variant).len();
                let fields = self.positional(args, *ellipsis, len);
                self.variant_pat(variant, fields)
            }
            hir::Pat::Range {
                start,
                end,
                range_type,
            } => PatKind::Range {
                lo: start.map(|it| self.pat_value(it, ty)),
                hi: end.map(|it| self.pat_value(it, ty)),
                inclusive: matches!(range_type, RangeOp::Inclusive),
            },
            hir::Pat::Slice {
                prefix,
                slice,
                suffix,
            } => PatKind::Slice {
                prefix: prefix.iter().map(|it| self.pat(*it)).collect(),
                slice: slice.and_then(|it| self.rest_pat(it)),
                has_rest: slice.is_some(),
                suffix: suffix.iter().map(|it| self.pat(*it)).collect(),
            },
            hir::Pat::Path(path) => match self.infer.variant_resolution_for_pat(id) {
                Some(variant) => self.variant_pat(variant, Vec::new()),
                None => {
                    let hygiene = store.pat_path_hygiene(id);
                    let resolved = self.resolve_value(path, hygiene);
                    return (self.path_pat(id, resolved, ty, span), ty);
                }
            },
            hir::Pat::Lit(expr) => PatKind::Const(self.pat_value(*expr, ty)),
            hir::Pat::ConstBlock(expr) => PatKind::Const(self.pat_value(*expr, ty)),
            hir::Pat::Bind {
                id: binding,
                subpat,
            } => {
                let mode = match self.infer.binding_mode(id).map(|it| it.0) {
                    Some(ByRef::Yes(m)) => BindingMode::Ref(crate::types::mutability(m)),
                    Some(ByRef::No) | None => BindingMode::Value,
                };
                let local = self.local(*binding);
                let sub = subpat.map(|it| self.pat(it));
                PatKind::Binding { local, mode, sub }
            }
            hir::Pat::Ref { pat, .. } => PatKind::Deref(self.pat(*pat)),
            hir::Pat::Box { inner } => PatKind::Deref(self.pat(*inner)),
            hir::Pat::Deref { .. } => {
                self.error("WRC1003", span, "a `deref!` pattern is not supported");
                PatKind::Wild
            }
            hir::Pat::NotNull => {
                self.error("WRC1003", span, "a `!null` pattern is not supported");
                PatKind::Wild
            }
            hir::Pat::Expr(expr) => {
                let pat = self.assignee(*expr, ty, span);
                let data = &self.pats[pat];
                return (data.kind.clone(), data.ty);
            }
        };
        (kind, ty)
    }

    fn unknown_pat(&mut self, span: Span) -> PatKind {
        self.untyped
            .push((span, "what this pattern matches is not known".to_owned()));
        PatKind::Wild
    }

    fn variant_pat(&self, variant: VariantId, fields: Vec<(FieldIdx, PatId)>) -> PatKind {
        match variant {
            VariantId::StructId(_) | VariantId::UnionId(_) => PatKind::Leaf { fields },
            VariantId::EnumVariantId(_) => {
                let (adt, variant) = self.cx.variant(variant);
                PatKind::Variant {
                    def: ids::adt_def(adt),
                    variant,
                    fields,
                }
            }
        }
    }

    /// Patterns by position; `..` stands at `ellipsis`.
    fn positional(
        &mut self,
        args: &[hir::PatId],
        ellipsis: Option<u32>,
        len: usize,
    ) -> Vec<(FieldIdx, PatId)> {
        let before = ellipsis.map_or(args.len(), |it| it as usize);
        let skipped = len.saturating_sub(args.len());
        args.iter()
            .enumerate()
            .map(|(i, pat)| {
                let index = if i < before { i } else { i + skipped };
                (FieldIdx(index as u32), self.pat(*pat))
            })
            .collect()
    }

    /// `..` or `name @ ..` in a slice pattern.
    fn rest_pat(&mut self, id: hir::PatId) -> Option<PatId> {
        match self.store[id] {
            hir::Pat::Rest => None,
            hir::Pat::Bind { id: binding, .. } => {
                let mode = match self.infer.binding_mode(id).map(|it| it.0) {
                    Some(ByRef::Yes(m)) => BindingMode::Ref(crate::types::mutability(m)),
                    Some(ByRef::No) | None => BindingMode::Value,
                };
                let local = self.local(binding);
                let kind = PatKind::Binding {
                    local,
                    mode,
                    sub: None,
                };
                Some(self.push_pat(kind, self.pat_ty(id), self.spans.pat(id)))
            }
            _ => Some(self.pat(id)),
        }
    }

    fn path_pat(
        &mut self,
        id: hir::PatId,
        resolved: Option<ValueNs>,
        ty: Ty,
        span: Span,
    ) -> PatKind {
        if let Some((CandidateId::ConstId(it), args)) = self.infer.assoc_resolutions_for_pat(id) {
            let def = ids::const_def(ids::AnyConst::Item(it));
            let args = self.cx.args(args);
            return PatKind::Const(self.push(ExprKind::Const(def, args), ty, span));
        }
        match resolved {
            Some(ValueNs::ConstId(it)) => {
                let def = ids::const_def(ids::AnyConst::Item(it));
                PatKind::Const(self.push(ExprKind::Const(def, Box::new([])), ty, span))
            }
            Some(ValueNs::StructId(_) | ValueNs::ImplSelf(_)) => {
                PatKind::Leaf { fields: Vec::new() }
            }
            Some(ValueNs::EnumVariantId(it)) => self.variant_pat(it.into(), Vec::new()),
            Some(
                ValueNs::LocalBinding(_)
                | ValueNs::FunctionId(_)
                | ValueNs::StaticId(_)
                | ValueNs::GenericParam(_),
            )
            | None => self.unknown_pat(span),
        }
    }

    /// A literal or constant in a pattern of type `ty`.
    fn pat_value(&mut self, expr: hir::ExprId, ty: Ty) -> ExprId {
        let span = self.spans.expr(expr);
        match &self.store[expr] {
            hir::Expr::Literal(literal) => self.literal(literal, ty, span, false),
            hir::Expr::UnaryOp {
                expr: operand,
                op: syntax::ast::UnaryOp::Neg,
            } if let hir::Expr::Literal(literal) = &self.store[*operand] => {
                self.literal(literal, ty, span, true)
            }
            _ => self.expr(expr),
        }
    }
}
