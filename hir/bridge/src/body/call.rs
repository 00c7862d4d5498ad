//! Calls.

use super::BodyCx;
use crate::ids;
use hir_def::{CallableDefId, ItemContainerId, Lookup, hir};
use hir_ty::next_solver::{GenericArgs, Ty as RaTy, TyKind as RaTyKind};
use rustc_type_ir::inherent::IntoKind;
use wrc_base::Span;
use wrc_thir::{Block, Callable, Callee, ExprId, ExprKind, FieldIdx, Stmt, Ty};

impl<'db> BodyCx<'db> {
    pub(super) fn call(
        &mut self,
        id: hir::ExprId,
        callee: hir::ExprId,
        args: &[hir::ExprId],
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        if let Some((method, _)) = self.infer.method_resolution(id) {
            return self.overloaded_call(id, method, callee, args);
        }
        let callee_ty = self.callee_ty(callee);
        match callee_ty.kind() {
            RaTyKind::FnDef(def, generic_args) => {
                self.direct_call(id, callee, def.0, generic_args, args)
            }
            RaTyKind::FnPtr(..) => {
                let callee = Callee::Ptr(self.expr(callee));
                let args = self.exprs_of(args);
                self.push(ExprKind::Call { callee, args }, ty, span)
            }
            _ => {
                self.untyped
                    .push((span, "what is called here is not a function".to_owned()));
                self.push(ExprKind::Tuple(Vec::new()), ty, span)
            }
        }
    }

    fn callee_ty(&self, callee: hir::ExprId) -> RaTy<'db> {
        self.infer
            .type_of_expr_with_adjust(callee)
            .unwrap_or_else(|| self.infer.expr_ty(callee))
    }

    /// `value(args)` through one of the `Fn*` traits.
    fn overloaded_call(
        &mut self,
        id: hir::ExprId,
        method: hir_def::FunctionId,
        callee: hir::ExprId,
        args: &[hir::ExprId],
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let kind = match method.lookup(self.cx.db).container {
            ItemContainerId::TraitId(it) => self.cx.fn_trait_kind(it),
            _ => None,
        };
        let Some(kind) = kind else {
            return self.unsupported("a call of an async closure", ty, span);
        };
        let callee = Callee::Value(kind, self.expr(callee));
        let args = self.exprs_of(args);
        self.push(ExprKind::Call { callee, args }, ty, span)
    }

    fn direct_call(
        &mut self,
        id: hir::ExprId,
        callee: hir::ExprId,
        def: CallableDefId,
        generic_args: GenericArgs<'db>,
        args: &[hir::ExprId],
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        // A path has no effects; other callees are evaluated first.
        let effect = match &self.store[callee] {
            hir::Expr::Path(_) => None,
            _ => Some(self.expr(callee)),
        };
        let args = self.exprs_of(args);
        let generic_args = self.cx.args(generic_args);
        let kind = match self.cx.callable(def) {
            Callable::Fn(def) => ExprKind::Call {
                callee: Callee::Fn(def, generic_args),
                args,
            },
            Callable::Ctor(def, variant) => ExprKind::Adt {
                def,
                variant,
                args: generic_args,
                fields: (0..).map(FieldIdx).zip(args).collect(),
                base: None,
            },
        };
        let call = self.push(kind, ty, span);
        match effect {
            None => call,
            Some(effect) => self.after(effect, call, ty, span),
        }
    }

    fn after(&mut self, effect: ExprId, value: ExprId, ty: Ty, span: Span) -> ExprId {
        let block = Block {
            label: None,
            stmts: vec![Stmt::Expr(effect)],
            tail: Some(value),
        };
        self.push(ExprKind::Block(block), ty, span)
    }

    pub(super) fn method_call(
        &mut self,
        id: hir::ExprId,
        receiver: hir::ExprId,
        args: &[hir::ExprId],
    ) -> ExprId {
        let ty = self.expr_ty(id);
        let span = self.spans.method_call(self.cx, id);
        let Some((method, generic_args)) = self.infer.method_resolution(id) else {
            self.untyped
                .push((span, "this method is not known".to_owned()));
            return self.push(ExprKind::Tuple(Vec::new()), ty, span);
        };
        let mut values = vec![self.receiver(receiver)];
        values.extend(self.exprs_of(args));
        let callee = Callee::Fn(ids::fn_def(method), self.cx.args(generic_args));
        let kind = ExprKind::Call {
            callee,
            args: values,
        };
        self.push(kind, ty, span)
    }

    fn exprs_of(&mut self, exprs: &[hir::ExprId]) -> Vec<ExprId> {
        exprs.iter().map(|it| self.expr(*it)).collect()
    }
}
