//! Captured variables.
//!
//! A closure captures *places* (`self.x`, `(*p).y`), as rustc does since
//! edition 2021. In its body, the expression for such a place becomes the
//! captured field. While an expression is only a part of a captured place
//! (`self` of `self.x`), it is pending: it has no value of its own.
//!
//! Sometimes the body needs more than was captured, because it matches on a
//! whole of which it uses parts (`let (a, _) = pair`). Such a `let` is split
//! (`stmt.rs`); other uses widen captures to the whole and lower the body again.

mod widen;

use super::{BodyCx, Source};
use crate::{Cx, ids};
use hir_def::{expr_store::ExpressionStore, hir};
use hir_ty::{
    InferenceResult,
    closure_analysis::{
        BorrowKind as RaBorrow, CapturedPlace, PlaceBase, ProjectionKind, UpvarCapture,
    },
};
use wrc_base::{Span, Symbol};
use wrc_thir::{BodyOwner, BorrowKind, ClosureDef, ExprId, ExprKind, FieldIdx, Mutability, Ty};

/// One captured place.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Capture {
    pub binding: hir::BindingId,
    pub projections: Vec<Projection>,
    /// By reference, and how; otherwise by value.
    pub borrow: Option<BorrowKind>,
    /// The type of the variable.
    pub base_ty: Ty,
}

/// A step from a variable to a captured place, with the type it leads to.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Projection {
    pub kind: ProjKind,
    pub ty: Ty,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ProjKind {
    Deref,
    Field(u32),
}

/// An expression that is the beginning of captured places.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub binding: hir::BindingId,
    pub projections: Vec<ProjKind>,
    /// A longer place was built from it.
    pub extended: bool,
    pub span: Span,
}

impl Capture {
    /// The type of the captured place.
    pub fn place_ty(&self) -> Ty {
        self.projections.last().map_or(self.base_ty, |it| it.ty)
    }

    /// The type of the closure's field.
    pub fn field_ty(&self) -> Ty {
        match self.borrow {
            None => self.place_ty(),
            Some(BorrowKind::Shared) => self.place_ty().reference(Mutability::Not),
            Some(BorrowKind::Mut | BorrowKind::TwoPhaseMut) => {
                self.place_ty().reference(Mutability::Mut)
            }
        }
    }

    pub fn kinds(&self) -> impl Iterator<Item = ProjKind> {
        self.projections.iter().map(|it| it.kind)
    }

    pub fn starts_with(&self, binding: hir::BindingId, prefix: &[ProjKind]) -> bool {
        self.binding == binding
            && prefix.len() <= self.projections.len()
            && self.kinds().zip(prefix).all(|(a, b)| a == *b)
    }
}

/// What rust-analyzer says the closure captures.
pub(super) fn captures_of<'db>(cx: Cx<'db>, source: &Source<'db>) -> Vec<Capture> {
    let Some(closure) = source.closure else {
        return Vec::new();
    };
    let infer = InferenceResult::of(cx.db, source.owner);
    let Some(data) = infer.closures_data.get(&closure) else {
        return Vec::new();
    };
    // rust-analyzer also names the closure's own variable that a parameter
    // `ref x` of an `async fn` is bound to.
    let store = ExpressionStore::of(cx.db, source.store_owner);
    data.min_captures
        .values()
        .flatten()
        .filter_map(|place| capture(cx, place))
        .filter(|it| store.binding_owner(it.binding) != Some(closure))
        .collect()
}

fn capture(cx: Cx<'_>, captured: &CapturedPlace) -> Option<Capture> {
    let place = &captured.place;
    let (PlaceBase::Local(binding)
    | PlaceBase::Upvar {
        var_id: binding, ..
    }) = place.base
    else {
        return None;
    };
    let projections = place
        .projections
        .iter()
        .map(|it| {
            let kind = match it.kind {
                ProjectionKind::Deref => ProjKind::Deref,
                ProjectionKind::Field { field_idx, .. } => ProjKind::Field(field_idx),
                _ => return None,
            };
            Some(Projection {
                kind,
                ty: cx.ty(it.ty.as_ref()),
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Capture {
        binding,
        projections,
        borrow: match captured.info.capture_kind {
            UpvarCapture::ByValue | UpvarCapture::ByUse => None,
            UpvarCapture::ByRef(RaBorrow::Immutable) => Some(BorrowKind::Shared),
            UpvarCapture::ByRef(RaBorrow::UniqueImmutable | RaBorrow::Mutable) => {
                Some(BorrowKind::Mut)
            }
        },
        base_ty: cx.ty(place.base_ty.as_ref()),
    })
}

impl<'db> BodyCx<'db> {
    /// A variable as a place: a local, or (part of) a capture.
    pub(super) fn variable(&mut self, binding: hir::BindingId, span: Span) -> ExprId {
        if self.is_own(binding) {
            let local = self.local(binding);
            let ty = self.locals[local].ty;
            return self.push(ExprKind::Local(local), ty, span);
        }
        let ty = self.cx.ty(self.infer.binding_ty(binding));
        self.captured(binding, Vec::new(), ty, span)
    }

    /// `*base`, built in.
    pub(super) fn deref(&mut self, base: ExprId, ty: Ty, span: Span) -> ExprId {
        self.project(base, ProjKind::Deref, ty, span)
    }

    /// `base.field`.
    pub(super) fn field(&mut self, base: ExprId, field: FieldIdx, ty: Ty, span: Span) -> ExprId {
        self.project(base, ProjKind::Field(field.0), ty, span)
    }

    fn project(&mut self, base: ExprId, kind: ProjKind, ty: Ty, span: Span) -> ExprId {
        if let Some(pending) = self.pending.get_mut(&base) {
            pending.extended = true;
            let mut projections = pending.projections.clone();
            let binding = pending.binding;
            projections.push(kind);
            return self.captured(binding, projections, ty, span);
        }
        let node = match kind {
            ProjKind::Deref => ExprKind::Deref(base),
            ProjKind::Field(field) => ExprKind::Field(base, FieldIdx(field)),
        };
        self.push(node, ty, span)
    }

    fn captured(
        &mut self,
        binding: hir::BindingId,
        projections: Vec<ProjKind>,
        ty: Ty,
        span: Span,
    ) -> ExprId {
        let found = self
            .captures
            .iter()
            .position(|it| it.binding == binding && it.kinds().eq(projections.iter().copied()));
        let Some(index) = found else {
            let reason = Symbol::new("a part of a captured variable");
            let id = self.push(ExprKind::Unsupported(reason), ty, span);
            let pending = Pending {
                binding,
                projections,
                extended: false,
                span,
            };
            self.pending.insert(id, pending);
            return id;
        };
        let capture = &self.captures[index];
        let (by_ref, field_ty) = (capture.borrow.is_some(), capture.field_ty());
        let upvar = ExprKind::Upvar(FieldIdx(index as u32));
        if !by_ref {
            return self.push(upvar, ty, span);
        }
        let reference = self.push(upvar, field_ty, span);
        self.push(ExprKind::Deref(reference), ty, span)
    }

    /// The closure value: `|x| …` with what it captures.
    pub(super) fn closure(&mut self, def: ClosureDef, ty: Ty, span: Span) -> ExprId {
        self.closures.push(def);
        let lowered = self.cx.lowered(BodyOwner::Closure(def));
        let captures = lowered
            .captures
            .iter()
            .map(|capture| self.capture_value(capture, span))
            .collect();
        self.push(ExprKind::Closure { def, captures }, ty, span)
    }

    fn capture_value(&mut self, capture: &Capture, span: Span) -> ExprId {
        let mut place = self.variable(capture.binding, span);
        for projection in &capture.projections {
            place = self.project(place, projection.kind, projection.ty, span);
        }
        match capture.borrow {
            None => place,
            Some(kind) => self.push(ExprKind::Borrow(kind, place), capture.field_ty(), span),
        }
    }

    /// Larger captures, when the body used wholes of which only parts are
    /// captured.
    pub(super) fn widened_captures(&mut self) -> Option<Vec<Capture>> {
        let mut wider = self.captures.clone();
        let mut uses: Vec<Pending> = self
            .pending
            .values()
            .filter(|it| !it.extended)
            .cloned()
            .collect();
        uses.sort_by_key(|it| {
            (
                it.span,
                it.binding.into_raw().into_u32(),
                it.projections.len(),
            )
        });
        if uses.is_empty() || crate::check::has_errors(self.infer) {
            return None;
        }
        for needed in uses {
            let base_ty = self.cx.ty(self.infer.binding_ty(needed.binding));
            if !widen::widen(self.cx, &mut wider, &needed, base_ty) {
                let message = "this use of a variable of which the closure captures parts by value is not supported";
                self.error("WRC1003", needed.span, message);
                return None;
            }
        }
        Some(wider)
    }
}

impl<'db> Cx<'db> {
    pub fn closure_data(&self, def: ClosureDef) -> std::sync::Arc<wrc_thir::ClosureData> {
        self.tables.closures.get_or(def, || {
            let loc = self.closure_loc(def);
            let infer = InferenceResult::of(self.db, loc.owner);
            let lowered = self.lowered(BodyOwner::Closure(def));
            let any = ids::any_closure(def);
            let (params, ret) = match infer.closures_data.get(&loc.expr) {
                Some(data) => {
                    let sig = data.liberated_sig.get();
                    (self.tys(sig.inputs()).into_vec(), self.ty(sig.output()))
                }
                None => (Vec::new(), Ty::error()),
            };
            std::sync::Arc::new(wrc_thir::ClosureData {
                path: Symbol::new(&self.closure_path(def)),
                kind: crate::solve::closure_kind(infer.expr_ty(loc.expr)),
                captures: lowered.captures.iter().map(Capture::field_ty).collect(),
                params,
                ret,
                is_coroutine: matches!(any, ids::AnyClosure::Coroutine(_)),
                is_lending: matches!(any, ids::AnyClosure::CoroutineClosure(_)),
                span: self.closure_span(loc),
            })
        })
    }

    fn closure_span(&self, loc: hir_ty::db::InternedClosure<'db>) -> Span {
        let owner = loc.owner.expression_store_owner(self.db);
        let (store, map) = ExpressionStore::with_source_map(self.db, owner);
        let whole = self.owner_span(loc.owner);
        let mut expr = loc.expr;
        // A block that stands for the body of an `async fn` is not in the source.
        if let hir::Expr::Closure {
            body,
            closure_kind: hir::ClosureKind::Coroutine { .. },
            ..
        } = &store[expr]
            && let hir::Expr::Block {
                tail: Some(tail), ..
            } = &store[*body]
            && map.expr_syntax(expr).is_err()
        {
            expr = *tail;
        }
        crate::spans::NodeSpans::new(*self, store, map, whole).expr(expr)
    }
}
