//! `match`: the decision tree, then the arms it leads to.
//!
//! ```text
//! block end {
//!     switch s { A: <tests, bindings>; arm 0; break end   B: … }
//! }
//! ```
//! An arm reached in one way stands there; others follow a block that their
//! leaves break out of.

use super::{Cx, R, jump, walk};
use crate::pir::{Block, Label, Local, Place, StmtKind};
use wrc_base::FxHashMap;
use wrc_thir::{Arm, ExprId};

/// What the decision tree knows of an arm.
pub(super) struct ArmState {
    /// Leaves break to it, with the bindings made.
    pub label: Label,
    pub guard: Option<ExprId>,
    /// Bindings and temporaries of the guard, which end with the arm.
    pub guard_drops: Vec<Local>,
}

impl ArmState {
    pub(super) fn new(label: Label, guard: Option<ExprId>) -> ArmState {
        ArmState {
            label,
            guard,
            guard_drops: Vec::new(),
        }
    }
}

impl Cx<'_, '_> {
    pub(super) fn match_into(&mut self, dest: &Place, scrutinee: ExprId, arms: &[Arm]) -> R<()> {
        let place = self.place(scrutinee)?;
        if arms.is_empty() {
            self.emit(StmtKind::Unreachable);
            return Ok(());
        }
        let end = self.body.new_label();
        let fail = self.body.new_label();
        let mut states = Vec::with_capacity(arms.len());
        let mut candidates = Vec::with_capacity(arms.len());
        for (i, arm) in arms.iter().enumerate() {
            self.declare_bindings(arm.pat)?;
            states.push(ArmState::new(self.body.new_label(), arm.guard));
            candidates.push(self.candidate(place.clone(), arm.pat, i)?);
        }
        let (mut tree, ()) = self.nested(|cx| cx.decide(candidates, &mut states, fail))?;
        let unreachable = vec![StmtKind::Unreachable.at(self.src)];
        tree = jump::join(tree, fail, unreachable, self.src);

        let mut uses = FxHashMap::default();
        jump::count_breaks(&tree, &mut uses);
        let mut single = FxHashMap::default();
        let mut shared = Vec::new();
        for (arm, state) in arms.iter().zip(states) {
            let label = state.label;
            let count = uses.get(&label).copied().unwrap_or(0);
            if count == 0 {
                continue;
            }
            let body = self.arm(dest, arm, state, end)?;
            if count == 1 {
                single.insert(label, body);
            } else {
                shared.push((label, body));
            }
        }
        jump::replace_breaks(&mut tree, &mut single);
        for (label, body) in shared {
            tree = jump::wrap(tree, label, body, self.src);
        }
        self.emit(StmtKind::Block {
            label: end,
            body: tree,
        });
        Ok(())
    }

    fn arm(&mut self, dest: &Place, arm: &Arm, state: ArmState, end: Label) -> R<Block> {
        let (body, ()) = self.nested(|cx| {
            cx.push_scope(false);
            let depth = cx.scopes.len() - 1;
            cx.schedule_bindings(arm.pat, depth);
            for local in state.guard_drops {
                cx.schedule(local, depth);
            }
            cx.lower_scoped(dest, arm.body)?;
            cx.pop_scope();
            cx.emit(StmtKind::Break(end));
            Ok(())
        })?;
        Ok(body)
    }

    /// The guard of a matched candidate: breaks to the arm, or to `fail`.
    ///
    /// In the guard a variable that the arm moves is still the place it will
    /// be moved from.
    pub(super) fn guarded(
        &mut self,
        candidate: super::pattern::Candidate,
        guard: ExprId,
        state: &mut ArmState,
        fail: Label,
    ) -> R<()> {
        let exit = super::Exit {
            label: fail,
            depth: self.scopes.len(),
        };
        self.push_scope(true);
        let mut late = Vec::new();
        for bind in &candidate.binds {
            if self.moves(bind) {
                late.push((bind, self.vars.insert(bind.local, bind.place.clone())));
            } else {
                self.bind(bind)?;
            }
        }
        if walk::has_let(self.thir, guard) {
            self.condition(guard, exit)?;
        } else {
            self.in_scope(true, |cx| cx.condition(guard, exit))?;
        }
        for (bind, own) in late {
            if let Some(own) = own {
                self.vars.insert(bind.local, own);
            }
            self.bind(bind)?;
        }
        let scope = self.scopes.pop().expect("pushed above");
        for local in scope.drops {
            if !state.guard_drops.contains(&local) {
                state.guard_drops.push(local);
            }
        }
        self.emit(StmtKind::Break(state.label));
        Ok(())
    }
}
