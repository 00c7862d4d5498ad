//! Jumps at the end of a block to where control goes anyway.

use super::Cx;
use crate::pir::walk::{children_mut, stmts_mut};
use crate::pir::{Block, Label, StmtKind};

/// A jump.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Exit {
    Break(Label),
    Continue(Label),
}

impl Exit {
    fn of(kind: &StmtKind) -> Option<Exit> {
        match kind {
            StmtKind::Break(label) => Some(Exit::Break(*label)),
            StmtKind::Continue(label) => Some(Exit::Continue(*label)),
            _ => None,
        }
    }

    fn stmt(self) -> StmtKind {
        match self {
            Exit::Break(label) => StmtKind::Break(label),
            Exit::Continue(label) => StmtKind::Continue(label),
        }
    }

    fn count(self, cx: &mut Cx, by: i32) {
        match self {
            Exit::Break(label) => cx.jumps(label).breaks += by,
            Exit::Continue(label) => cx.jumps(label).continues += by,
        }
    }
}

/// The end of `block` is where `exit` leads: drops jumps there, and merges
/// labelled blocks that end there into the jump's target.
pub(super) fn leave(cx: &mut Cx, block: &mut Block, exit: Exit) {
    loop {
        let Some(last) = block.last_mut() else {
            return;
        };
        if Exit::of(&last.kind) == Some(exit) {
            exit.count(cx, -1);
            block.pop();
            continue;
        }
        match &mut last.kind {
            StmtKind::If { .. } | StmtKind::Switch { .. } | StmtKind::SwitchVariant { .. } => {
                for arm in children_mut(&mut last.kind) {
                    leave(cx, arm, exit);
                }
                return;
            }
            StmtKind::Block { label, body } => {
                let label = *label;
                let mut body = std::mem::take(body);
                block.pop();
                redirect(cx, &mut body, Exit::Break(label), exit);
                block.extend(body);
            }
            _ => return,
        }
    }
}

/// Replaces jumps.
pub(super) fn redirect(cx: &mut Cx, block: &mut Block, from: Exit, to: Exit) {
    stmts_mut(block, &mut |stmt| {
        if Exit::of(&stmt.kind) == Some(from) {
            stmt.kind = to.stmt();
            from.count(cx, -1);
            to.count(cx, 1);
        }
    });
}
