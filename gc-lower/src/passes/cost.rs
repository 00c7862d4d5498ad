//! How large code is, for the inliner.

use crate::pir::walk;
use crate::pir::{Block, Rvalue, StmtKind};

/// Number of nodes: statements and their operands.
pub fn size(block: &Block) -> usize {
    let mut nodes = 0;
    walk::stmts(block, &mut |stmt| {
        nodes += match &stmt.kind {
            // Plain moves mostly vanish.
            StmtKind::Assign(_, Rvalue::Use(_) | Rvalue::Ref(..) | Rvalue::RawPtr(..)) => 1,
            StmtKind::Assign(_, Rvalue::Aggregate(_, operands)) => 1 + operands.len(),
            StmtKind::Assign(..) => 2,
            StmtKind::CheckedBinary { .. } => 5,
            StmtKind::Call { args, .. } => 2 + args.len(),
            StmtKind::Drop(_) => 3,
            StmtKind::If { .. } => 2,
            StmtKind::Switch { arms, .. } => 2 + arms.len(),
            StmtKind::SwitchVariant { arms, .. } => 1 + arms.len(),
            StmtKind::Loop { .. } => 1,
            StmtKind::Block { .. } | StmtKind::Return | StmtKind::Unreachable => 0,
            StmtKind::Break(_) | StmtKind::Continue(_) => 1,
        };
    });
    nodes
}
