//! Blocks, conditions, loops and jumps.
//!
//! A condition is written so that control falls through when it holds and
//! jumps otherwise:
//!
//! ```text
//! if let Some(x) = f() && x > 2 { A } else { B }
//! ==>
//! block end {
//!     l1 = call f()
//!     switch l1 { Some: l2 = move (l1 as Some).0   default: B; break end }
//!     l3 = gt copy l2, 2
//!     if l3 {} else { B; break end }      // B is written once; jumped to if used twice
//!     A
//! }
//! ```

use super::{Cx, Exit, R, Target, jump, walk};
use crate::pir::{Operand, Place, Rvalue, StmtKind};
use wrc_thir::{Block, ExprId, ExprKind, LabelId, Stmt, Ty, UnOp};

impl Cx<'_, '_> {
    pub(super) fn block_into(&mut self, dest: &Place, block: &Block) -> R<()> {
        let Some(name) = block.label else {
            return self.block_body(dest, block);
        };
        let label = self.body.new_label();
        let target = Target {
            label,
            depth: self.scopes.len(),
            dest: dest.clone(),
        };
        self.targets.insert(name, target);
        let (body, ()) = self.nested(|cx| cx.block_body(dest, block))?;
        self.emit(StmtKind::Block { label, body });
        Ok(())
    }

    fn block_body(&mut self, dest: &Place, block: &Block) -> R<()> {
        self.push_scope(false);
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { pat, init, els } => self.let_stmt(*pat, *init, *els)?,
                Stmt::Expr(expr) => {
                    let before = self.enter(*expr);
                    self.in_scope(true, |cx| cx.effect(*expr))?;
                    self.src = before;
                }
            }
        }
        if let Some(tail) = block.tail {
            if self.before_2024() {
                self.lower_into(dest, tail)?;
            } else {
                self.lower_scoped(dest, tail)?;
            }
        }
        self.pop_scope();
        Ok(())
    }

    /// [`Cx::lower_into`] with the temporaries dropped at its end.
    pub(super) fn lower_scoped(&mut self, dest: &Place, expr: ExprId) -> R<()> {
        self.in_scope(true, |cx| cx.lower_into(dest, expr))
    }

    pub(super) fn if_into(
        &mut self,
        dest: &Place,
        cond: ExprId,
        then: ExprId,
        els: Option<ExprId>,
    ) -> R<()> {
        let otherwise = |cx: &mut Self| match els {
            Some(els) => cx.lower_scoped(dest, els),
            None => Ok(()),
        };
        let jumps = matches!(
            self.thir.exprs[cond].kind,
            ExprKind::Let(..) | ExprKind::LogicalAnd(..) | ExprKind::LogicalOr(..)
        );
        if !jumps {
            let cond = self.test(cond)?;
            let (then, ()) = self.nested(|cx| cx.lower_scoped(dest, then))?;
            let (els, ()) = self.nested(otherwise)?;
            self.emit(StmtKind::If { cond, then, els });
            return Ok(());
        }
        self.branch(cond, |cx| cx.lower_scoped(dest, then), otherwise)
    }

    /// `yes` where the condition holds, with its bindings in scope, else `no`.
    fn branch(
        &mut self,
        cond: ExprId,
        yes: impl FnOnce(&mut Self) -> R<()>,
        no: impl FnOnce(&mut Self) -> R<()>,
    ) -> R<()> {
        let end = self.body.new_label();
        let exit = Exit {
            label: self.body.new_label(),
            depth: self.scopes.len(),
        };
        // Before 2024 the temporaries of `if let` live on to the end of the
        // statement; the bindings never do.
        let rescoped = !self.before_2024();
        let (taken, ()) = self.nested(|cx| {
            cx.push_scope(rescoped);
            cx.condition(cond, exit)?;
            yes(cx)?;
            cx.pop_scope();
            cx.emit(StmtKind::Break(end));
            Ok(())
        })?;
        let (other, ()) = self.nested(|cx| {
            no(cx)?;
            cx.emit(StmtKind::Break(end));
            Ok(())
        })?;
        let body = jump::join(taken, exit.label, other, self.src);
        self.emit(StmtKind::Block { label: end, body });
        Ok(())
    }

    /// A condition as a value.
    pub(super) fn condition_into(&mut self, dest: &Place, cond: ExprId) -> R<()> {
        let set = |cx: &mut Self, value: bool| {
            cx.assign(dest.clone(), Rvalue::Use(Operand::bool(value)));
            Ok(())
        };
        match &self.thir.exprs[cond].kind {
            ExprKind::LogicalAnd(a, b) if !walk::has_let(self.thir, cond) => {
                let lhs = self.test(*a)?;
                let (then, ()) = self.nested(|cx| cx.lower_scoped(dest, *b))?;
                let (els, ()) = self.nested(|cx| set(cx, false))?;
                self.emit(StmtKind::If {
                    cond: lhs,
                    then,
                    els,
                });
                Ok(())
            }
            ExprKind::LogicalOr(a, b) => {
                let lhs = self.test(*a)?;
                let (then, ()) = self.nested(|cx| set(cx, true))?;
                let (els, ()) = self.nested(|cx| cx.lower_scoped(dest, *b))?;
                self.emit(StmtKind::If {
                    cond: lhs,
                    then,
                    els,
                });
                Ok(())
            }
            _ => self.branch(cond, |cx| set(cx, true), |cx| set(cx, false)),
        }
    }

    /// Falls through where the condition holds, exits where it does not.
    /// Bindings and their temporaries go to the innermost scopes.
    pub(super) fn condition(&mut self, cond: ExprId, exit: Exit) -> R<()> {
        match &self.thir.exprs[cond].kind {
            ExprKind::LogicalAnd(a, b) => {
                self.condition(*a, exit)?;
                self.condition(*b, exit)
            }
            ExprKind::LogicalOr(a, b) => {
                let yes = self.body.new_label();
                let second = Exit {
                    label: self.body.new_label(),
                    depth: self.scopes.len(),
                };
                let (first, ()) = self.nested(|cx| {
                    cx.condition(*a, second)?;
                    cx.emit(StmtKind::Break(yes));
                    Ok(())
                })?;
                let (rest, ()) = self.nested(|cx| cx.condition(*b, exit))?;
                let body = jump::join(first, second.label, rest, self.src);
                self.emit(StmtKind::Block { label: yes, body });
                Ok(())
            }
            ExprKind::Unary(UnOp::Not, inner) if self.ty(cond) == Ty::bool() => {
                let no = Exit {
                    label: self.body.new_label(),
                    depth: self.scopes.len(),
                };
                let (body, ()) = self.nested(|cx| {
                    cx.condition(*inner, no)?;
                    cx.jump(exit);
                    Ok(())
                })?;
                self.emit(StmtKind::Block {
                    label: no.label,
                    body,
                });
                Ok(())
            }
            ExprKind::Let(pat, value) => self.let_condition(*pat, *value, exit),
            _ => {
                let cond = self.test(cond)?;
                let (els, ()) = self.nested(|cx| {
                    cx.jump(exit);
                    Ok(())
                })?;
                self.emit(StmtKind::If {
                    cond,
                    then: Vec::new(),
                    els,
                });
                Ok(())
            }
        }
    }

    /// A condition's value, with its temporaries dropped.
    fn test(&mut self, cond: ExprId) -> R<Operand> {
        let before = self.enter(cond);
        self.push_scope(true);
        let mut operand = self.operand(cond)?;
        let drops = self.scopes.last().is_some_and(|s| !s.drops.is_empty());
        if drops && walk::is_place(&self.thir.exprs[cond]) {
            operand = self.spill(operand);
        }
        self.pop_scope();
        self.src = before;
        Ok(operand)
    }

    pub(super) fn loop_into(&mut self, dest: &Place, name: LabelId, body: ExprId) -> R<()> {
        let label = self.body.new_label();
        let target = Target {
            label,
            depth: self.scopes.len(),
            dest: dest.clone(),
        };
        self.targets.insert(name, target);
        let (body, ()) = self.nested(|cx| cx.in_scope(true, |cx| cx.effect(body)))?;
        self.emit(StmtKind::Loop { label, body });
        Ok(())
    }

    fn target(&self, expr: ExprId, name: LabelId) -> R<Target> {
        match self.targets.get(&name) {
            Some(target) => Ok(target.clone()),
            None => Err(self.internal(self.span(expr), "a jump to an unknown label")),
        }
    }

    pub(super) fn break_to(&mut self, expr: ExprId, name: LabelId, value: Option<ExprId>) -> R<()> {
        let target = self.target(expr, name)?;
        if let Some(value) = value {
            self.lower_into(&target.dest, value)?;
        }
        self.jump(Exit {
            label: target.label,
            depth: target.depth,
        });
        Ok(())
    }

    pub(super) fn continue_to(&mut self, expr: ExprId, name: LabelId) -> R<()> {
        let target = self.target(expr, name)?;
        self.drop_from(target.depth);
        self.emit(StmtKind::Continue(target.label));
        Ok(())
    }

    pub(super) fn return_value(&mut self, value: Option<ExprId>) -> R<()> {
        if let Some(value) = value {
            let ret = Place::local(self.body.ret);
            self.lower_into(&ret, value)?;
        }
        self.drop_from(0);
        self.emit(StmtKind::Return);
        Ok(())
    }
}
