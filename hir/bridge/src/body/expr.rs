//! Expressions: one arm per HIR form, and adjustments.

use super::BodyCx;
use crate::ids;
use either::Either;
use hir_def::{
    VariantId,
    expr_store::{HygieneId, path::Path},
    hir,
    item_tree::FieldsShape,
    resolver::ValueNs,
    signatures::VariantFields,
    type_ref::{Mutability as RaMutability, Rawness},
};
use hir_ty::{
    Adjust, Adjustment, AutoBorrow, PointerCast,
    method_resolution::CandidateId,
    next_solver::{Mutability as TyMutability, Ty as RaTy, TyKind as RaTyKind},
};
use rustc_type_ir::inherent::IntoKind;
use wrc_base::Span;
use wrc_thir::{
    Arg, BorrowKind, Callee, CastKind, Const, ExprId, ExprKind, FieldIdx, Mutability, Ty, TyKind,
};

impl<'db> BodyCx<'db> {
    /// The expression with its adjustments.
    pub(super) fn expr(&mut self, id: hir::ExprId) -> ExprId {
        let outer = std::mem::replace(&mut self.scope, id);
        let raw = self.raw(id);
        self.scope = outer;
        self.adjust(id, raw, self.adjustments(id), false)
    }

    /// A receiver or an operator's place: mutable autorefs are two-phase.
    pub(super) fn receiver(&mut self, id: hir::ExprId) -> ExprId {
        let outer = std::mem::replace(&mut self.scope, id);
        let raw = self.raw(id);
        self.scope = outer;
        self.adjust(id, raw, self.adjustments(id), true)
    }

    /// The expression with only the first adjustments.
    pub(super) fn expr_with(&mut self, id: hir::ExprId, adjustments: &[Adjustment]) -> ExprId {
        let outer = std::mem::replace(&mut self.scope, id);
        let raw = self.raw(id);
        self.scope = outer;
        self.adjust(id, raw, adjustments, false)
    }

    pub(super) fn adjustments(&self, id: hir::ExprId) -> &'db [Adjustment] {
        self.infer.expr_adjustment(id).unwrap_or_default()
    }

    fn adjust(
        &mut self,
        id: hir::ExprId,
        mut expr: ExprId,
        adjustments: &[Adjustment],
        two_phase: bool,
    ) -> ExprId {
        let span = self.map.exprs[expr];
        let mut source: RaTy<'db> = self.infer.expr_ty(id);
        for (i, adjustment) in adjustments.iter().enumerate() {
            let target: RaTy<'db> = adjustment.target.as_ref();
            let ty = self.cx.ty(target);
            let last = i + 1 == adjustments.len();
            expr = match &adjustment.kind {
                Adjust::NeverToAny if ty.is_never() => expr,
                Adjust::NeverToAny => self.push(ExprKind::NeverToAny(expr), ty, span),
                Adjust::Deref(None) => self.deref(expr, ty, span),
                Adjust::Deref(Some(overloaded)) => {
                    self.overloaded_deref(expr, source, overloaded.0, ty, span)
                }
                Adjust::Borrow(AutoBorrow::Ref(mutability)) => {
                    let kind = match (TyMutability::from(*mutability), two_phase && last) {
                        (TyMutability::Not, _) => BorrowKind::Shared,
                        (TyMutability::Mut, true) => BorrowKind::TwoPhaseMut,
                        (TyMutability::Mut, false) => BorrowKind::Mut,
                    };
                    self.push(ExprKind::Borrow(kind, expr), ty, span)
                }
                Adjust::Borrow(AutoBorrow::RawPtr(mutability)) => {
                    let mutability = crate::types::mutability(*mutability);
                    self.push(ExprKind::RawBorrow(mutability, expr), ty, span)
                }
                Adjust::Pointer(cast) => {
                    let kind = match cast {
                        PointerCast::ReifyFnPointer => CastKind::ReifyFn,
                        PointerCast::UnsafeFnPointer => CastKind::Same,
                        PointerCast::ClosureFnPointer(_) => CastKind::ClosureFn,
                        PointerCast::MutToConstPointer | PointerCast::ArrayToPointer => {
                            CastKind::Pointer
                        }
                        PointerCast::Unsize => CastKind::Unsize,
                    };
                    self.push(ExprKind::Cast(kind, expr), ty, span)
                }
            };
            source = target;
        }
        expr
    }

    /// `*Deref::deref(&expr)`; `expr` is a place of type `source`.
    fn overloaded_deref(
        &mut self,
        expr: ExprId,
        source: RaTy<'db>,
        mutability: TyMutability,
        target: Ty,
        span: Span,
    ) -> ExprId {
        let langs = self.cx.interner.lang_items();
        let (method, kind, mutability) = match mutability {
            TyMutability::Not => (langs.Deref_deref, BorrowKind::Shared, Mutability::Not),
            TyMutability::Mut => (langs.DerefMut_deref_mut, BorrowKind::Mut, Mutability::Mut),
        };
        let source = self.cx.ty(source);
        let Some(method) = method else {
            return self.unsupported("overloaded `*` without `Deref`", target, span);
        };
        let borrow = self.push(
            ExprKind::Borrow(kind, expr),
            source.reference(mutability),
            span,
        );
        let callee = Callee::Fn(ids::fn_def(method), Box::new([Arg::Ty(source)]));
        let call = ExprKind::Call {
            callee,
            args: vec![borrow],
        };
        let call = self.push(call, target.reference(mutability), span);
        self.push(ExprKind::Deref(call), target, span)
    }

    #[expect(clippy::too_many_lines, reason = "one arm per form")]
    fn raw(&mut self, id: hir::ExprId) -> ExprId {
        let store = self.store;
        let ty = self.expr_ty(id);
        let span = self.spans.expr(id);
        match &store[id] {
            hir::Expr::Missing => {
                self.untyped
                    .push((span, "an expression is missing here".to_owned()));
                self.push(ExprKind::Tuple(Vec::new()), ty, span)
            }
            hir::Expr::Path(path) => {
                let hygiene = store.expr_path_hygiene(id);
                self.path(id, path, hygiene, ty, span)
            }
            hir::Expr::If {
                condition,
                then_branch,
                else_branch,
            } => {
                let cond = self.expr(*condition);
                let then = self.expr(*then_branch);
                let els = else_branch.map(|it| self.expr(it));
                self.push(ExprKind::If { cond, then, els }, ty, span)
            }
            hir::Expr::Let { pat, expr } => {
                let value = self.expr(*expr);
                self.scope = id;
                let pat = self.pat(*pat);
                self.push(ExprKind::Let(pat, value), ty, span)
            }
            hir::Expr::Block {
                statements,
                tail,
                label,
                ..
            } => match self.format_args(id) {
                Some(format) => format,
                None => self.block(id, statements, *tail, *label),
            },
            hir::Expr::Unsafe {
                statements, tail, ..
            } => match self.format_args(id) {
                Some(format) => format,
                None => self.block(id, statements, *tail, None),
            },
            hir::Expr::Const(inner) => {
                self.binding_owners.push(Some(id));
                let inner = self.expr(*inner);
                self.binding_owners.pop();
                inner
            }
            hir::Expr::Loop { body, label, .. } => self.loop_(id, *body, *label),
            hir::Expr::Call { callee, args } => match self.format_args(id) {
                Some(format) => format,
                None => self.call(id, *callee, args),
            },
            hir::Expr::MethodCall { receiver, args, .. } => self.method_call(id, *receiver, args),
            hir::Expr::Match { expr, arms } => self.match_(id, *expr, arms),
            hir::Expr::Continue { label } => {
                let label = self.jump_target(*label);
                self.push(ExprKind::Continue(label), ty, span)
            }
            hir::Expr::Break { expr, label } => {
                let value = expr.map(|it| self.expr(it));
                let label = self.jump_target(*label);
                self.push(ExprKind::Break(label, value), ty, span)
            }
            hir::Expr::Return { expr } => {
                let value = expr.map(|it| self.expr(it));
                self.push(ExprKind::Return(value), ty, span)
            }
            hir::Expr::RecordLit { fields, spread, .. } => self.record(id, fields, spread),
            hir::Expr::Field { expr, .. } => {
                let base = self.expr(*expr);
                match self.infer.field_resolution(id) {
                    Some(Either::Left(field)) => {
                        let index = FieldIdx(field.local_id.into_raw().into_u32());
                        self.field(base, index, ty, span)
                    }
                    Some(Either::Right(field)) => self.field(base, FieldIdx(field.index), ty, span),
                    None => {
                        self.untyped
                            .push((span, "this field is not known".to_owned()));
                        base
                    }
                }
            }
            hir::Expr::Cast { expr, .. } => self.cast(id, *expr),
            hir::Expr::Ref {
                expr,
                rawness,
                mutability,
            } => {
                let place = self.expr(*expr);
                let kind = match (rawness, mutability) {
                    (Rawness::Ref, RaMutability::Shared) => {
                        ExprKind::Borrow(BorrowKind::Shared, place)
                    }
                    (Rawness::Ref, RaMutability::Mut) => ExprKind::Borrow(BorrowKind::Mut, place),
                    (Rawness::RawPtr, RaMutability::Shared) => {
                        ExprKind::RawBorrow(Mutability::Not, place)
                    }
                    (Rawness::RawPtr, RaMutability::Mut) => {
                        ExprKind::RawBorrow(Mutability::Mut, place)
                    }
                };
                self.push(kind, ty, span)
            }
            hir::Expr::UnaryOp { expr, op } => self.unary(id, *expr, *op),
            hir::Expr::BinaryOp { lhs, rhs, op } => self.binary(id, *lhs, *rhs, *op),
            hir::Expr::Assignment { target, value } => self.assignment(id, *target, *value),
            hir::Expr::Index { base, index } => self.index(id, *base, *index),
            hir::Expr::Closure { closure_kind, .. } => match (closure_kind, ty.kind()) {
                (hir::ClosureKind::Closure, TyKind::Closure(def, _)) => {
                    self.closure(*def, ty, span)
                }
                (hir::ClosureKind::Closure, _) => {
                    self.untyped
                        .push((span, "this closure has no type".to_owned()));
                    self.push(ExprKind::Tuple(Vec::new()), ty, span)
                }
                (hir::ClosureKind::OldCoroutine(_), _) => self.unsupported("a coroutine", ty, span),
                (
                    hir::ClosureKind::CoroutineClosure(kind)
                    | hir::ClosureKind::Coroutine { kind, .. },
                    _,
                ) => self.coroutine(*kind, ty, span),
            },
            hir::Expr::Tuple { exprs } => {
                let elems = exprs.iter().map(|it| self.expr(*it)).collect();
                self.push(ExprKind::Tuple(elems), ty, span)
            }
            hir::Expr::Array(hir::Array::ElementList { elements }) => {
                let elems = elements.iter().map(|it| self.expr(*it)).collect();
                self.push(ExprKind::Array(elems), ty, span)
            }
            hir::Expr::Array(hir::Array::Repeat { initializer, .. }) => {
                let value = self.expr(*initializer);
                let len = match ty.kind() {
                    TyKind::Array(_, len) => len.clone(),
                    _ => Const::Error,
                };
                self.push(ExprKind::Repeat(value, len), ty, span)
            }
            hir::Expr::Literal(literal) => match self.position(id, span) {
                Some(kind) => self.push(kind, ty, span),
                None => self.literal(literal, ty, span, false),
            },
            hir::Expr::Underscore => {
                self.untyped
                    .push((span, "`_` is not an expression".to_owned()));
                self.push(ExprKind::Tuple(Vec::new()), ty, span)
            }
            hir::Expr::Await { expr } => self.await_(*expr, ty, span),
            hir::Expr::Become { .. } => self.unsupported("`become`", ty, span),
            hir::Expr::Yield { .. } => self.unsupported("`yield`", ty, span),
            hir::Expr::Yeet { .. } => self.unsupported("`do yeet`", ty, span),
            hir::Expr::OffsetOf(_) => self.unsupported("`offset_of!`", ty, span),
            hir::Expr::InlineAsm(_) => self.unsupported("inline assembly", ty, span),
            hir::Expr::IncludeBytes => self.unsupported("`include_bytes!`", ty, span),
        }
    }

    fn path(
        &mut self,
        id: hir::ExprId,
        path: &Path,
        hygiene: HygieneId,
        ty: Ty,
        span: Span,
    ) -> ExprId {
        if let Some((candidate, args)) = self.infer.assoc_resolutions_for_expr(id) {
            return match candidate {
                CandidateId::ConstId(it) => {
                    let def = ids::const_def(ids::AnyConst::Item(it));
                    let args = self.cx.args(args);
                    self.push(ExprKind::Const(def, args), ty, span)
                }
                CandidateId::FunctionId(_) => self.push(ExprKind::FnItem, ty, span),
            };
        }
        if let RaTyKind::FnDef(..) = self.infer.expr_ty(id).kind()
            && self.resolve_local(path, hygiene).is_none()
        {
            return self.push(ExprKind::FnItem, ty, span);
        }
        if let Some(variant) = self.infer.variant_resolution_for_expr(id) {
            return self.unit_value(variant, ty, span);
        }
        match self.resolve_value(path, hygiene) {
            Some(value) => self.value(value, ty, span),
            None => {
                self.untyped
                    .push((span, "this path names no value".to_owned()));
                self.push(ExprKind::Tuple(Vec::new()), ty, span)
            }
        }
    }

    /// A named value of type `ty`.
    pub(super) fn value(&mut self, value: ValueNs, ty: Ty, span: Span) -> ExprId {
        let kind = match value {
            ValueNs::LocalBinding(binding) => return self.variable(binding, span),
            ValueNs::ConstId(it) => {
                ExprKind::Const(ids::const_def(ids::AnyConst::Item(it)), Box::new([]))
            }
            ValueNs::StaticId(it) => ExprKind::Static(ids::static_def(it)),
            ValueNs::GenericParam(param) => {
                let interner = self.cx.interner;
                let owner = param.parent();
                let identity = <hir_ty::next_solver::GenericArgs<'db> as rustc_type_ir::inherent::GenericArgs<_>>::identity_for_item(interner, owner.into());
                let found = identity.iter().find_map(|arg| {
                    let c = arg.konst()?;
                    match c.kind() {
                        rustc_type_ir::ConstKind::Param(it) if it.id == param => Some(c),
                        _ => None,
                    }
                });
                ExprKind::ConstArg(found.map_or(Const::Error, |c| self.cx.konst(c)))
            }
            ValueNs::FunctionId(_) => ExprKind::FnItem,
            ValueNs::StructId(it) => return self.unit_value(it.into(), ty, span),
            ValueNs::EnumVariantId(it) => return self.unit_value(it.into(), ty, span),
            ValueNs::ImplSelf(_) => match ty.as_adt() {
                Some((def, _)) => match ids::adt_id(def) {
                    hir_def::AdtId::StructId(it) => return self.unit_value(it.into(), ty, span),
                    _ => ExprKind::FnItem,
                },
                None => ExprKind::FnItem,
            },
        };
        self.push(kind, ty, span)
    }

    /// `Struct` or `Enum::Variant` as an expression.
    fn unit_value(&mut self, variant: VariantId, ty: Ty, span: Span) -> ExprId {
        let fields = VariantFields::of(self.cx.db, variant);
        let (Some((def, args)), FieldsShape::Unit) = (ty.as_adt(), fields.shape) else {
            return self.push(ExprKind::FnItem, ty, span);
        };
        let (_, variant) = self.cx.variant(variant);
        let kind = ExprKind::Adt {
            def,
            variant,
            args: args.into(),
            fields: Vec::new(),
            base: None,
        };
        self.push(kind, ty, span)
    }

    pub(super) fn resolve_value(&mut self, path: &Path, hygiene: HygieneId) -> Option<ValueNs> {
        let guard =
            self.resolver
                .update_to_inner_scope(self.cx.db, self.source.store_owner, self.scope);
        let value = self
            .resolver
            .resolve_path_in_value_ns_fully(self.cx.db, path, hygiene);
        self.resolver.reset_to_guard(guard);
        value
    }

    pub(super) fn resolve_local(
        &mut self,
        path: &Path,
        hygiene: HygieneId,
    ) -> Option<hir::BindingId> {
        match self.resolve_value(path, hygiene)? {
            ValueNs::LocalBinding(binding) => Some(binding),
            _ => None,
        }
    }

    /// `Struct { field: value, ..base }`.
    fn record(
        &mut self,
        id: hir::ExprId,
        fields: &[hir::RecordLitField],
        spread: &hir::RecordSpread,
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let (Some(variant_id), Some((def, args))) =
            (self.infer.variant_resolution_for_expr(id), ty.as_adt())
        else {
            self.untyped
                .push((span, "this struct is not known".to_owned()));
            return self.push(ExprKind::Tuple(Vec::new()), ty, span);
        };
        let declared = VariantFields::of(self.cx.db, variant_id);
        let mut values = Vec::new();
        for field in fields {
            let value = self.expr(field.expr);
            match declared.field(&field.name) {
                Some(index) => values.push((FieldIdx(index.into_raw().into_u32()), value)),
                None => self
                    .untyped
                    .push((span, "this struct has no such field".to_owned())),
            }
        }
        let base = match spread {
            hir::RecordSpread::None => None,
            hir::RecordSpread::Expr(base) => Some(self.expr(*base)),
            hir::RecordSpread::FieldDefaults => {
                return self.unsupported("`..` for default field values", ty, span);
            }
        };
        let (_, variant) = self.cx.variant(variant_id);
        let kind = ExprKind::Adt {
            def,
            variant,
            args: args.into(),
            fields: values,
            base,
        };
        self.push(kind, ty, span)
    }

    /// `value as Type`. Coercions are adjustments of the value.
    fn cast(&mut self, id: hir::ExprId, value: hir::ExprId) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let mut value = self.expr(value);
        let mut from = self.exprs[value].ty;
        if from == ty {
            return value;
        }
        if let (TyKind::FnDef(..), Some(pointer)) = (from.kind(), self.reified(from)) {
            value = self.push(ExprKind::Cast(CastKind::ReifyFn, value), pointer, span);
            from = pointer;
            if from == ty {
                return value;
            }
        }
        let Some(kind) = cast_kind(from, ty) else {
            let message = format!(
                "non-primitive cast: `{}` as `{}`",
                self.cx.type_name(from),
                self.cx.type_name(ty)
            );
            self.untyped.push((span, message));
            return value;
        };
        self.push(ExprKind::Cast(kind, value), ty, span)
    }

    /// The fn pointer type of a function item.
    fn reified(&self, ty: Ty) -> Option<Ty> {
        let TyKind::FnDef(callable, args) = ty.kind() else {
            return None;
        };
        let def = self.cx.ra_callable(*callable);
        let sig = self.cx.db.callable_item_signature(def);
        let sig = sig.instantiate_identity().skip_norm_wip().skip_binder();
        let pointer = Ty::new(TyKind::FnPtr(wrc_thir::FnSig {
            params: self.cx.tys(sig.inputs()),
            ret: self.cx.ty(sig.output()),
        }));
        Some(wrc_thir::subst(pointer, args))
    }
}

fn cast_kind(from: Ty, to: Ty) -> Option<CastKind> {
    let is_int = |ty: Ty| matches!(ty.kind(), TyKind::Int(_));
    let is_pointer = |ty: Ty| matches!(ty.kind(), TyKind::RawPtr(..));
    let is_ref = |ty: Ty| matches!(ty.kind(), TyKind::Ref(..));
    let is_fn = |ty: Ty| matches!(ty.kind(), TyKind::FnPtr(_));
    if from.is_primitive_scalar() && to.is_primitive_scalar() {
        return Some(CastKind::Numeric);
    }
    match from.kind() {
        TyKind::Adt(..) if is_int(to) => Some(CastKind::Numeric),
        TyKind::Closure(..) if is_fn(to) => Some(CastKind::ClosureFn),
        _ if is_fn(from) && is_fn(to) => Some(CastKind::Same),
        _ if (is_pointer(from) || is_ref(from) || is_fn(from)) && is_pointer(to) => {
            Some(CastKind::Pointer)
        }
        _ if (is_pointer(from) || is_fn(from)) && is_int(to) => Some(CastKind::PointerToInt),
        _ if is_int(from) && is_pointer(to) => Some(CastKind::IntToPointer),
        _ => None,
    }
}
