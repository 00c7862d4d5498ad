//! Blocks, statements, assignments.

use super::BodyCx;
use hir_def::{hir, resolver::ValueNs};
use wrc_base::Span;
use wrc_thir::{Arm, BindingMode, Block, ExprId, ExprKind, LabelId, PatId, PatKind, Stmt, Ty};

impl<'db> BodyCx<'db> {
    pub(super) fn block(
        &mut self,
        id: hir::ExprId,
        statements: &[hir::Statement],
        tail: Option<hir::ExprId>,
        label: Option<hir::LabelId>,
    ) -> ExprId {
        let label = label.map(|it| self.named_label(it));
        let mut stmts = Vec::new();
        for statement in statements {
            self.scope = id;
            self.statement(statement, &mut stmts);
        }
        let mut tail = tail.map(|it| self.expr(it));
        if let Some(body) = tail
            && self.has_moved_params(id)
        {
            tail = Some(self.before_params(body, &mut stmts));
        }
        let block = Block { label, stmts, tail };
        self.push(
            ExprKind::Block(block),
            self.expr_ty(id),
            self.spans.expr(id),
        )
    }

    fn statement(&mut self, statement: &hir::Statement, out: &mut Vec<Stmt>) {
        match statement {
            hir::Statement::Let {
                pat,
                initializer,
                else_branch,
                ..
            } => {
                let scope = self.scope;
                let init = initializer.map(|it| self.expr(it));
                let els = else_branch.map(|it| self.expr(it));
                self.scope = scope;
                let pat = self.pat(*pat);
                self.let_stmt(pat, init, els, out);
            }
            hir::Statement::Expr { expr, .. } => {
                let expr = self.expr(*expr);
                out.push(Stmt::Expr(expr));
            }
            hir::Statement::Item(_) => {}
        }
    }

    fn let_stmt(
        &mut self,
        pat: PatId,
        init: Option<ExprId>,
        els: Option<ExprId>,
        out: &mut Vec<Stmt>,
    ) {
        if let Some(place) = init
            && els.is_none()
            && self.is_pending(place)
            && let Some(parts) = self.split(pat, place)
        {
            out.extend(parts.into_iter().map(|(pat, place)| Stmt::Let {
                pat,
                init: Some(place),
                els: None,
            }));
            return;
        }
        out.push(Stmt::Let { pat, init, els });
    }

    pub(super) fn is_pending(&self, place: ExprId) -> bool {
        self.pending.contains_key(&place)
    }

    /// The parts of a pattern on a place of which a closure captures parts:
    /// each pattern with its captured place. `None` if it does not divide.
    fn split(&mut self, pat: PatId, place: ExprId) -> Option<Vec<(PatId, ExprId)>> {
        let mut parts = Vec::new();
        self.split_into(pat, place, &mut parts).then_some(parts)
    }

    fn split_into(&mut self, pat: PatId, place: ExprId, parts: &mut Vec<(PatId, ExprId)>) -> bool {
        if !self.is_pending(place) {
            parts.push((pat, place));
            return true;
        }
        match self.pats[pat].kind.clone() {
            PatKind::Wild => {
                if let Some(pending) = self.pending.get_mut(&place) {
                    pending.extended = true;
                }
                true
            }
            PatKind::Leaf { fields } => {
                if let Some(pending) = self.pending.get_mut(&place) {
                    pending.extended = true;
                }
                fields.into_iter().all(|(field, sub)| {
                    let (ty, span) = (self.pats[sub].ty, self.map.pats[sub]);
                    let part = self.field(place, field, ty, span);
                    self.split_into(sub, part, parts)
                })
            }
            PatKind::Deref(sub) => {
                let (ty, span) = (self.pats[sub].ty, self.map.pats[sub]);
                let part = self.deref(place, ty, span);
                self.split_into(sub, part, parts)
            }
            _ => false,
        }
    }

    pub(super) fn match_(
        &mut self,
        id: hir::ExprId,
        scrutinee: hir::ExprId,
        arms: &[hir::MatchArm],
    ) -> ExprId {
        let (ty, span) = (self.expr_ty(id), self.spans.expr(id));
        let scrutinee = self.expr(scrutinee);
        if let [arm] = arms
            && arm.guard.is_none()
            && self.is_pending(scrutinee)
        {
            self.scope = id;
            let pat = self.pat(arm.pat);
            let mut stmts = Vec::new();
            self.let_stmt(pat, Some(scrutinee), None, &mut stmts);
            let tail = Some(self.expr(arm.expr));
            let block = Block {
                label: None,
                stmts,
                tail,
            };
            return self.push(ExprKind::Block(block), ty, span);
        }
        let arms = arms
            .iter()
            .map(|arm| {
                self.scope = id;
                let pat = self.pat(arm.pat);
                let guard = arm.guard.map(|it| self.expr(it));
                let body = self.expr(arm.expr);
                Arm { pat, guard, body }
            })
            .collect();
        self.push(ExprKind::Match { scrutinee, arms }, ty, span)
    }

    pub(super) fn named_label(&mut self, label: hir::LabelId) -> LabelId {
        if let Some(known) = self.named_labels.get(&label) {
            return *known;
        }
        let fresh = self.fresh_label();
        self.named_labels.insert(label, fresh);
        fresh
    }

    pub(super) fn loop_(
        &mut self,
        id: hir::ExprId,
        body: hir::ExprId,
        label: Option<hir::LabelId>,
    ) -> ExprId {
        let label = match label {
            Some(label) => self.named_label(label),
            None => self.fresh_label(),
        };
        self.loops.push(label);
        let body = self.expr(body);
        self.loops.pop();
        self.push(
            ExprKind::Loop { label, body },
            self.expr_ty(id),
            self.spans.expr(id),
        )
    }

    /// The label that a `break` or `continue` means.
    pub(super) fn jump_target(&mut self, label: Option<hir::LabelId>) -> LabelId {
        match label {
            Some(label) => self.named_label(label),
            // Outside of loops rust-analyzer has reported it.
            None => match self.loops.last() {
                Some(label) => *label,
                None => self.fresh_label(),
            },
        }
    }

    /// `target = value`. A pattern on the left is matched into temporaries,
    /// which are then assigned from left to right.
    pub(super) fn assignment(
        &mut self,
        id: hir::ExprId,
        target: hir::PatId,
        value: hir::ExprId,
    ) -> ExprId {
        let span = self.spans.expr(id);
        let value = self.expr(value);
        self.scope = id;
        if let Some(place) = self.assigned_place(target) {
            return self.push(ExprKind::Assign(place, value), Ty::unit(), span);
        }
        let outer = std::mem::take(&mut self.assignments);
        let pat = self.pat(target);
        let assignments = std::mem::replace(&mut self.assignments, outer);
        let mut stmts = vec![Stmt::Let {
            pat,
            init: Some(value),
            els: None,
        }];
        for (local, place) in assignments {
            let place_span = self.spans.expr(place);
            let place = self.expr(place);
            let ty = self.locals[local].ty;
            let value = self.push(ExprKind::Local(local), ty, place_span);
            let assign = self.push(ExprKind::Assign(place, value), Ty::unit(), span);
            stmts.push(Stmt::Expr(assign));
        }
        let block = Block {
            label: None,
            stmts,
            tail: None,
        };
        self.push(ExprKind::Block(block), Ty::unit(), span)
    }

    /// The place on the left of a plain assignment.
    fn assigned_place(&mut self, target: hir::PatId) -> Option<ExprId> {
        match &self.store[target] {
            hir::Pat::Expr(expr) => Some(self.expr(*expr)),
            hir::Pat::Path(path) => {
                let hygiene = self.store.pat_path_hygiene(target);
                let span = self.spans.pat(target);
                match self.resolve_value(path, hygiene)? {
                    ValueNs::LocalBinding(binding) => Some(self.variable(binding, span)),
                    ValueNs::ConstId(_) | ValueNs::FunctionId(_) | ValueNs::GenericParam(_) => {
                        self.error("E0070", span, "invalid left-hand side of assignment");
                        None
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A part of a destructuring assignment: bound now, assigned later.
    pub(super) fn assignee(&mut self, expr: hir::ExprId, ty: Ty, span: Span) -> PatId {
        let local = self.fresh_local("assigned", ty);
        self.assignments.push((local, expr));
        let kind = PatKind::Binding {
            local,
            mode: BindingMode::Value,
            sub: None,
        };
        self.push_pat(kind, ty, span)
    }
}
