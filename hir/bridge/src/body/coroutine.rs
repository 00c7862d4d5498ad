//! Coroutines: `async` functions, blocks and closures, and `.await`.
//!
//! ```text
//! async fn f(s: String) -> usize { g(s).await }
//! ==>
//! fn f(s: String) -> impl Future {
//!     async move { let s = s; { await IntoFuture::into_future(g(s)) } }
//! }
//! ```
//!
//! rust-analyzer has moved the parameters into the block already.

use super::BodyCx;
use crate::ids;
use hir_def::{AssocItemId, hir};
use wrc_base::Span;
use wrc_thir::{Arg, Callee, ExprId, ExprKind, PatKind, Stmt, Ty, TyKind};

impl<'db> BodyCx<'db> {
    /// The value of an `async` block, of the block an `async fn` consists of,
    /// or of an `async` closure.
    pub(super) fn coroutine(&mut self, kind: hir::CoroutineKind, ty: Ty, span: Span) -> ExprId {
        match (kind, ty.kind()) {
            (hir::CoroutineKind::Async, TyKind::Coroutine(def, _) | TyKind::Closure(def, _)) => {
                self.closure(*def, ty, span)
            }
            (hir::CoroutineKind::Async, _) => {
                self.untyped
                    .push((span, "this `async` block has no type".to_owned()));
                self.push(ExprKind::Tuple(Vec::new()), ty, span)
            }
            (hir::CoroutineKind::Gen, _) => self.unsupported("a generator", ty, span),
            (hir::CoroutineKind::AsyncGen, _) => self.unsupported("an async generator", ty, span),
        }
    }

    /// `awaited.await`.
    pub(super) fn await_(&mut self, awaited: hir::ExprId, ty: Ty, span: Span) -> ExprId {
        let awaited = self.expr(awaited);
        let Some((into_future, future)) = self.future_of(self.exprs[awaited].ty) else {
            return self.unsupported("`await` without `IntoFuture`", ty, span);
        };
        let call = ExprKind::Call {
            callee: into_future,
            args: vec![awaited],
        };
        let future = self.push(call, future, span);
        self.push(ExprKind::Await(future), ty, span)
    }

    /// `IntoFuture::into_future` for a type, and what it gives.
    fn future_of(&self, ty: Ty) -> Option<(Callee, Ty)> {
        let langs = self.cx.interner.lang_items();
        let method = ids::fn_def(langs.IntoFutureIntoFuture?);
        let items = &langs.IntoFuture?.trait_items(self.cx.db).items;
        let future = items.iter().find_map(|(name, item)| match item {
            AssocItemId::TypeAliasId(it) if name.as_str() == "IntoFuture" => {
                Some(ids::assoc_ty_def(*it))
            }
            _ => None,
        })?;
        let args = || Box::from([Arg::Ty(ty)]);
        let future = Ty::new(TyKind::Assoc(future, args()));
        Some((Callee::Fn(method, args()), future))
    }

    /// Is the block the body of an `async` function or closure, behind the
    /// `let`s of its parameters?
    pub(super) fn has_moved_params(&self, block: hir::ExprId) -> bool {
        use hir::CoroutineSource::{Closure, Fn};
        let coroutine = self.source.closure.map(|closure| &self.store[closure]);
        block == self.source.root
            && matches!(
                coroutine,
                Some(hir::Expr::Closure {
                    closure_kind: hir::ClosureKind::Coroutine {
                        source: Fn | Closure,
                        ..
                    },
                    ..
                })
            )
    }

    /// The body of an `async` function: its temporaries are dropped before the
    /// parameters, in all editions.
    ///
    /// ```text
    /// { let s = s; body }  ==>  { let s = s; let value = body; value }
    /// ```
    pub(super) fn before_params(&mut self, body: ExprId, stmts: &mut Vec<Stmt>) -> ExprId {
        let (ty, span) = (self.exprs[body].ty, self.map.exprs[body]);
        if ty.is_never() {
            return body;
        }
        let value = self.fresh_local("value", ty);
        let pat = PatKind::Binding {
            local: value,
            mode: wrc_thir::BindingMode::Value,
            sub: None,
        };
        stmts.push(Stmt::Let {
            pat: self.push_pat(pat, ty, span),
            init: Some(body),
            els: None,
        });
        self.push(ExprKind::Local(value), ty, span)
    }
}
