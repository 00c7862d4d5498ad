//! `let` statements and assignments.

use super::{Cx, Exit, R, jump, walk};
use crate::pir::{Operand, Place, Rvalue, StmtKind};
use wrc_thir::{BindingMode, ExprId, ExprKind, PatId, PatKind};

impl Cx<'_, '_> {
    /// A `let` in the block whose scope is innermost.
    pub(super) fn let_stmt(
        &mut self,
        pat: PatId,
        init: Option<ExprId>,
        els: Option<ExprId>,
    ) -> R<()> {
        let depth = self.scopes.len() - 1;
        self.declare_bindings(pat)?;
        if let Some(init) = init {
            let before = self.enter(init);
            self.extend_initializer(init, depth);
            if self.borrows(pat) {
                self.extend_operand(init, depth);
            }
            match els {
                Some(els) => self.let_else(pat, init, els)?,
                None => self.in_scope(true, |cx| cx.initialize(pat, init))?,
            }
            self.src = before;
        }
        self.schedule_bindings(pat, depth);
        Ok(())
    }

    fn initialize(&mut self, pat: PatId, init: ExprId) -> R<()> {
        if let PatKind::Binding {
            local,
            mode: BindingMode::Value,
            sub: None,
        } = self.thir.pats[pat].kind
            && let Some(place) = self.vars.get(&local).cloned()
        {
            return self.lower_into(&place, init);
        }
        let place = self.place(init)?;
        self.bind_irrefutable(place, pat)
    }

    /// The initialiser's temporaries are dropped before the `else` block runs.
    fn let_else(&mut self, pat: PatId, init: ExprId, els: ExprId) -> R<()> {
        let end = self.body.new_label();
        let exit = Exit {
            label: self.body.new_label(),
            depth: self.scopes.len(),
        };
        let (matched, ()) = self.nested(|cx| {
            cx.in_scope(true, |cx| {
                let place = cx.place(init)?;
                cx.match_or(place, pat, |cx| {
                    cx.jump(exit);
                    Ok(())
                })
            })?;
            cx.emit(StmtKind::Break(end));
            Ok(())
        })?;
        let (other, ()) = self.nested(|cx| {
            cx.in_scope(true, |cx| cx.effect(els))?;
            cx.emit(StmtKind::Unreachable);
            Ok(())
        })?;
        let body = jump::join(matched, exit.label, other, self.src);
        self.emit(StmtKind::Block { label: end, body });
        Ok(())
    }

    /// `let pat = value` in a condition: the bindings belong to the innermost
    /// scope.
    pub(super) fn let_condition(&mut self, pat: PatId, value: ExprId, exit: Exit) -> R<()> {
        let before = self.enter(value);
        let place = self.place(value)?;
        self.declare_bindings(pat)?;
        self.match_or(place, pat, |cx| {
            cx.jump(exit);
            Ok(())
        })?;
        self.schedule_bindings(pat, self.scopes.len() - 1);
        self.src = before;
        Ok(())
    }

    /// `place = value`: the value, then the place, then the old value is
    /// dropped, then the write.
    pub(super) fn assign_expr(&mut self, place: ExprId, value: ExprId) -> R<()> {
        let thir = self.thir;
        let pure = walk::is_pure_place(thir, place);
        if self.tcx.needs_drop(self.ty(place)) {
            let mut operand = self.operand(value)?;
            if walk::is_place(&thir.exprs[value]) {
                // The old value's drop could see what is moved.
                operand = self.spill(operand);
            }
            let place = self.place(place)?;
            self.emit(StmtKind::Drop(place.clone()));
            self.assign(place, Rvalue::Use(operand));
            return Ok(());
        }
        if self.ty(place).is_unit() {
            self.effect(value)?;
            self.place(place)?;
            return Ok(());
        }
        match &thir.exprs[value].kind {
            // Written last by what they are, and the place is only a name.
            ExprKind::Call { .. } | ExprKind::Repeat(..) | ExprKind::FormatArgs(_) if pure => {
                let place = self.place(place)?;
                self.lower_into(&place, value)
            }
            ExprKind::Block(_)
            | ExprKind::If { .. }
            | ExprKind::Match { .. }
            | ExprKind::Loop { .. }
            | ExprKind::Let(..)
            | ExprKind::LogicalAnd(..)
            | ExprKind::LogicalOr(..)
            | ExprKind::Call { .. }
            | ExprKind::Repeat(..)
            | ExprKind::FormatArgs(_)
            | ExprKind::Const(..) => {
                let value = self.own_operand(value)?;
                let place = self.place(place)?;
                self.assign(place, Rvalue::Use(value));
                Ok(())
            }
            _ => {
                let mut rvalue = self.rvalue(value)?;
                if !pure {
                    let ty = self.ty(value);
                    let local = self.fresh(ty, rvalue);
                    self.schedule(local, self.scopes.len() - 1);
                    rvalue = Rvalue::Use(Operand::Move(Place::local(local)));
                }
                let place = self.place(place)?;
                self.assign(place, rvalue);
                Ok(())
            }
        }
    }

    /// The value of `expr`, not named by a place that others may write.
    fn own_operand(&mut self, expr: ExprId) -> R<Operand> {
        let operand = self.operand(expr)?;
        if walk::is_place(&self.thir.exprs[expr]) {
            return Ok(self.spill(operand));
        }
        Ok(operand)
    }
}
