//! Removes what the builder writes for the sake of simplicity: code after
//! jumps, jumps to where control goes anyway, blocks nobody breaks out of.
//!
//! ```text
//! block a { if c { x; break a } else { y; return }; z }
//! ==>
//! if c { x } else { y; return }
//! ```

use super::jump::is_terminator;
use crate::pir::walk;
use crate::pir::{Block, Body, Label, Place, Stmt, StmtKind};

/// How often each label is broken to and continued.
struct Uses {
    breaks: Vec<u32>,
    /// Is the local at this index of type `!`?
    never: Vec<bool>,
}

pub(super) fn run(body: &mut Body) {
    let mut uses = Uses {
        breaks: vec![0; body.labels as usize],
        never: body.locals.values().map(|l| l.ty.is_never()).collect(),
    };
    let mut block = std::mem::take(&mut body.block);
    count(&block, &mut uses.breaks, 1);
    uses.clean(&mut block);
    body.block = block;
}

/// Adds `by` to the count of every label broken to.
fn count(block: &Block, breaks: &mut [u32], by: i32) {
    walk::stmts(block, &mut |stmt| {
        if let StmtKind::Break(label) = &stmt.kind {
            let uses = &mut breaks[index(*label)];
            *uses = uses.saturating_add_signed(by);
        }
    });
}

fn index(label: Label) -> usize {
    wrc_base::EntityRef::index(label)
}

impl Uses {
    fn clean(&mut self, block: &mut Block) {
        let mut cleaned = Block::with_capacity(block.len());
        let mut stmts = std::mem::take(block).into_iter();
        for mut stmt in stmts.by_ref() {
            for child in walk::children_mut(&mut stmt.kind) {
                self.clean(child);
            }
            match stmt.kind {
                StmtKind::Block { label, mut body } => {
                    self.strip_tail(&mut body, label);
                    if self.breaks[index(label)] == 0 {
                        cleaned.extend(body);
                    } else {
                        let kind = StmtKind::Block { label, body };
                        cleaned.push(kind.at(stmt.src));
                    }
                }
                StmtKind::Loop { label, mut body } => {
                    strip_continue(&mut body, label);
                    cleaned.push(StmtKind::Loop { label, body }.at(stmt.src));
                }
                StmtKind::If { then, els, .. } if then.is_empty() && els.is_empty() => {}
                _ => cleaned.push(stmt),
            }
            if cleaned.last().is_some_and(|stmt| self.diverges(stmt)) {
                break;
            }
        }
        let dead: Block = stmts.collect();
        count(&dead, &mut self.breaks, -1);
        *block = cleaned;
    }

    /// Removes breaks to `label` at the end of its block.
    fn strip_tail(&mut self, block: &mut Block, label: Label) {
        let Some(last) = block.last_mut() else {
            return;
        };
        match &mut last.kind {
            StmtKind::Break(target) if *target == label => {
                block.pop();
                self.breaks[index(label)] -= 1;
                self.strip_tail(block, label);
            }
            StmtKind::Loop { .. } => {}
            kind => {
                for child in walk::children_mut(kind) {
                    self.strip_tail(child, label);
                }
                if matches!(kind, StmtKind::If { then, els, .. } if then.is_empty() && els.is_empty())
                {
                    block.pop();
                }
            }
        }
    }

    fn diverges(&self, stmt: &Stmt) -> bool {
        let end = |block: &Block| block.last().is_some_and(|stmt| self.diverges(stmt));
        match &stmt.kind {
            StmtKind::Call { dest, .. } => self.is_never(dest),
            StmtKind::If { then, els, .. } => end(then) && end(els),
            StmtKind::Switch { arms, default, .. } => {
                end(default) && arms.iter().all(|(_, block)| end(block))
            }
            StmtKind::SwitchVariant { arms, default, .. } => {
                default.as_ref().is_none_or(end) && arms.iter().all(|(_, block)| end(block))
            }
            StmtKind::Block { label, body } => self.breaks[index(*label)] == 0 && end(body),
            StmtKind::Loop { label, .. } => self.breaks[index(*label)] == 0,
            _ => is_terminator(stmt),
        }
    }

    fn is_never(&self, dest: &Place) -> bool {
        dest.as_local()
            .is_some_and(|local| self.never[wrc_base::EntityRef::index(local)])
    }
}

/// Removes continues of `label` at the end of its loop.
fn strip_continue(block: &mut Block, label: Label) {
    let Some(last) = block.last_mut() else {
        return;
    };
    match &mut last.kind {
        StmtKind::Continue(target) if *target == label => {
            block.pop();
        }
        StmtKind::Loop { .. } => {}
        kind => {
            for child in walk::children_mut(kind) {
                strip_continue(child, label);
            }
        }
    }
}
