//! Scopes: what is dropped where control leaves.
//!
//! A scope's locals are dropped in reverse order of scheduling, on every way
//! out. Whether there is something in them is `elaborate`'s business.

use super::{Cx, Exit, R};
use crate::pir::{Local, Place, StmtKind};
use wrc_thir::ExprId;

/// The depth of what is never dropped: extended temporaries of constants.
pub(super) const FOREVER: usize = usize::MAX;

/// Variables or temporaries with a common end.
#[derive(Default)]
pub(super) struct Scope {
    pub drops: Vec<Local>,
    /// Do temporaries of expressions inside end here?
    temps: bool,
}

/// A local that a scope drops, for panics that unwind.
#[derive(Clone, Copy)]
pub(super) struct Scheduled {
    pub local: Local,
    pub depth: usize,
    /// It holds the value of an operand until that is used.
    pub is_operand: bool,
}

impl Cx<'_, '_> {
    /// Has the value of an operand dropped, should it not be used.
    pub(super) fn schedule_operand(&mut self, local: Local) {
        let before = self.scheduled.len();
        self.schedule(local, self.scopes.len() - 1);
        for scheduled in &mut self.scheduled[before..] {
            scheduled.is_operand = true;
        }
    }

    pub(super) fn push_scope(&mut self, temps: bool) {
        self.scopes.push(Scope {
            drops: Vec::new(),
            temps,
        });
    }

    /// Leaves the innermost scope: control falls out of it here.
    pub(super) fn pop_scope(&mut self) {
        let scope = self.scopes.pop().expect("a scope is open");
        self.emit_drops(&scope.drops);
    }

    /// Runs `f` in a scope of its own.
    pub(super) fn in_scope<T>(&mut self, temps: bool, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        self.push_scope(temps);
        let result = f(self)?;
        self.pop_scope();
        Ok(result)
    }

    /// Has `local` dropped at the end of the scope at `depth`.
    pub(super) fn schedule(&mut self, local: Local, depth: usize) {
        if depth == FOREVER || !self.tcx.needs_drop(self.body.locals[local].ty) {
            return;
        }
        self.scheduled.push(Scheduled {
            local,
            depth,
            is_operand: false,
        });
        let drops = &mut self.scopes[depth].drops;
        if !drops.contains(&local) {
            drops.push(local);
        }
    }

    /// The scope that a temporary holding `expr` belongs to.
    pub(super) fn temp_depth(&self, expr: ExprId) -> usize {
        match self.extended.get(&expr) {
            Some(depth) => *depth,
            None => self
                .scopes
                .iter()
                .rposition(|scope| scope.temps)
                .expect("the body is a scope for temporaries"),
        }
    }

    /// Leaves the scopes from `exit.depth` on and jumps.
    pub(super) fn jump(&mut self, exit: Exit) {
        self.drop_from(exit.depth);
        self.emit(StmtKind::Break(exit.label));
    }

    /// The drops of the scopes from `depth` on, which stay open.
    pub(super) fn drop_from(&mut self, depth: usize) {
        let leaving: Vec<Local> = self.scopes[depth..]
            .iter()
            .flat_map(|scope| scope.drops.iter().copied())
            .collect();
        self.emit_drops(&leaving);
    }

    fn emit_drops(&mut self, locals: &[Local]) {
        for local in locals.iter().rev() {
            self.emit(StmtKind::Drop(Place::local(*local)));
        }
    }
}
