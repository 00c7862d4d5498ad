//! Code that can be entered at its suspensions.
//!
//! ```text
//! a; S; b; T; c        S and T contain suspensions 2..4 and 4..5
//! ==>
//! block y { block x { switch at { 2,3: break x   4: break y }; a }; S'; b }; T'; c
//! ```

use super::{Cx, FIRST, START, number, skip_to};
use crate::{
    build::suspend,
    intrinsics::Intrinsic,
    pir::{
        Block, Callee, Label, Local, Operand, Rvalue, Src, Stmt, StmtKind, coroutines::state_ty,
        walk,
    },
};
use std::ops::Range;
use wrc_diagnostics::ErrorReported;

type R<T> = Result<T, ErrorReported>;

/// The local that says whether to go on or to drop everything, when the
/// statement is a suspension.
pub(super) fn is_suspend(stmt: &Stmt) -> Option<Local> {
    match &stmt.kind {
        StmtKind::Call {
            dest,
            callee: Callee::Intrinsic(Intrinsic::Suspend, _),
            ..
        } => dest.as_local(),
        _ => None,
    }
}

fn suspends(stmt: &Stmt) -> bool {
    is_suspend(stmt).is_some()
        || walk::children(&stmt.kind)
            .into_iter()
            .any(|block| block.iter().any(suspends))
}

/// A statement with suspensions, and what follows it.
struct Part {
    states: Range<u128>,
    code: Block,
    after: Block,
    src: Src,
    /// A suspension itself: its first statement switches on `at`.
    is_suspension: bool,
}

impl Cx<'_, '_> {
    /// The block, enterable at the suspensions in it.
    pub(super) fn resumable(&mut self, block: Block) -> R<Block> {
        let mut before = Block::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut stmts = block.into_iter();
        while let Some(stmt) = stmts.next() {
            if !suspends(&stmt) {
                let out = parts.last_mut().map_or(&mut before, |part| &mut part.after);
                let mut code = std::mem::take(out);
                self.plain_stmt(stmt, &mut code);
                *parts.last_mut().map_or(&mut before, |part| &mut part.after) = code;
                continue;
            }
            let (first, src) = (self.next_state(), stmt.src);
            let is_suspension = is_suspend(&stmt).is_some();
            let code = match is_suspend(&stmt) {
                Some(dropped) => self.suspension(dropped, stmts.next(), src)?,
                None => self.around(stmt)?,
            };
            parts.push(Part {
                states: first..self.next_state(),
                code,
                after: Block::new(),
                src,
                is_suspension,
            });
        }
        Ok(self.join(before, parts))
    }

    fn next_state(&self) -> u128 {
        FIRST + self.cancels.len() as u128
    }

    /// Leaves `poll`; goes on here when it is called again.
    fn suspension(&mut self, dropped: Local, test: Option<Stmt>, src: Src) -> R<Block> {
        let cancel = match test.map(|stmt| stmt.kind) {
            Some(StmtKind::If { cond, then, .. })
                if cond.place().and_then(|place| place.as_local()) == Some(dropped) =>
            {
                then
            }
            _ => {
                let message = "internal error: a suspension without a test";
                let span = self.body.sources[src];
                return Err(self.tcx.error("WRC9001", span, message));
            }
        };
        let state = self.next_state();
        let cancel = self.cancel(cancel);
        self.cancels.push(cancel);
        let leave = self.leave(state, suspend::PENDING, Vec::new(), src);
        let go_on = vec![StmtKind::Assign(self.at.into(), Rvalue::Use(number(START))).at(src)];
        let stmt = self.switch_at(vec![(vec![START], leave)], go_on);
        Ok(vec![stmt.at(src)])
    }

    /// `before`, then the parts; skips to the part that `at` is in.
    fn join(&mut self, before: Block, parts: Vec<Part>) -> Block {
        if parts.is_empty() {
            return before;
        }
        let src = parts[0].src;
        let is_single = parts.len() == 1;
        let labels: Vec<Label> = parts.iter().map(|_| self.body.new_label()).collect();
        let mut code = if is_single {
            self.unless_resumed(before, src)
        } else {
            let jumps = parts.iter().zip(&labels);
            let arms = jumps.map(|(part, label)| {
                let states = part.states.clone().collect();
                (states, vec![StmtKind::Break(*label).at(src)])
            });
            let mut code = vec![self.switch_at(arms.collect(), Vec::new()).at(src)];
            code.extend(before);
            code
        };
        for (part, label) in parts.into_iter().zip(labels) {
            code = if !is_single {
                skip_to(label, code, part.code, part.src)
            } else if part.is_suspension {
                fall_into(code, part.code)
            } else {
                code.extend(part.code);
                code
            };
            code.extend(part.after);
        }
        code
    }

    /// The code, when nothing is skipped.
    fn unless_resumed(&self, code: Block, src: Src) -> Block {
        if code.is_empty() {
            return code;
        }
        vec![
            self.switch_at(vec![(vec![START], code)], Vec::new())
                .at(src),
        ]
    }

    /// A statement with suspensions in its blocks.
    fn around(&mut self, stmt: Stmt) -> R<Block> {
        let Stmt { kind, src } = stmt;
        Ok(match kind {
            StmtKind::Loop { label, body } => {
                let body = self.resumable(body)?;
                vec![StmtKind::Loop { label, body }.at(src)]
            }
            StmtKind::Block { label, body } => {
                let body = self.resumable(body)?;
                vec![StmtKind::Block { label, body }.at(src)]
            }
            StmtKind::If { cond, then, els } => {
                let choose = |then, els| StmtKind::If { cond, then, els };
                self.branch(choose, vec![then, els], src)?
            }
            StmtKind::Switch {
                value,
                arms,
                default,
            } => {
                let (keys, mut blocks): (Vec<_>, Vec<_>) = arms.into_iter().unzip();
                blocks.push(default);
                let choose = |mut blocks: Vec<Block>| {
                    let default = blocks.pop().unwrap_or_default();
                    StmtKind::Switch {
                        value,
                        arms: keys.into_iter().zip(blocks).collect(),
                        default,
                    }
                };
                self.branches(choose, blocks, src)?
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                let (keys, mut blocks): (Vec<_>, Vec<_>) = arms.into_iter().unzip();
                let has_default = default.is_some();
                blocks.extend(default);
                let choose = |mut blocks: Vec<Block>| StmtKind::SwitchVariant {
                    place,
                    default: if has_default { blocks.pop() } else { None },
                    arms: keys.into_iter().zip(blocks).collect(),
                };
                self.branches(choose, blocks, src)?
            }
            StmtKind::Assign(..)
            | StmtKind::CheckedBinary { .. }
            | StmtKind::Call { .. }
            | StmtKind::Drop(_)
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Return
            | StmtKind::Unreachable => vec![kind.at(src)],
        })
    }

    /// [`Cx::branches`] with two blocks.
    fn branch(
        &mut self,
        choose: impl FnOnce(Block, Block) -> StmtKind,
        blocks: Vec<Block>,
        src: Src,
    ) -> R<Block> {
        let choose = |mut blocks: Vec<Block>| {
            let els = blocks.pop().unwrap_or_default();
            choose(blocks.pop().unwrap_or_default(), els)
        };
        self.branches(choose, blocks, src)
    }

    /// One of the blocks: which one says the statement that `choose` makes of
    /// what to do in each case, or, on the way in, the suspension's place.
    ///
    /// ```text
    /// if c { A } else { B }
    /// ==>
    /// switch at { 0: if c { n = 0 } else { n = 1 }   2, 3: n = 0   default: n = 1 }
    /// switch n { 0: A'   default: B' }
    /// ```
    fn branches(
        &mut self,
        choose: impl FnOnce(Vec<Block>) -> StmtKind,
        blocks: Vec<Block>,
        src: Src,
    ) -> R<Block> {
        let number_local = self.body.new_local(state_ty());
        let set = |n: usize| {
            let value = Rvalue::Use(number(n as u128));
            vec![StmtKind::Assign(number_local.into(), value).at(src)]
        };
        let mut entries = Vec::new();
        let mut arms = Vec::new();
        let count = blocks.len();
        for (n, block) in blocks.into_iter().enumerate() {
            let first = self.next_state();
            let code = self.resumable(block)?;
            let states: Vec<u128> = (first..self.next_state()).collect();
            if !states.is_empty() {
                entries.push((states, set(n)));
            }
            arms.push((vec![n as u128], code));
        }
        let mut test = choose((0..count).map(set).collect()).at(src);
        let mut normal = Block::new();
        self.own_places(&mut test, &mut normal);
        normal.push(test);
        let (_, default_entry) = entries.pop().unwrap_or_default();
        entries.insert(0, (vec![START], normal));
        let (_, default_arm) = arms.pop().unwrap_or_default();
        let enter = self.switch_at(entries, default_entry);
        let run = StmtKind::Switch {
            value: Operand::Copy(number_local.into()),
            arms,
            default: default_arm,
        };
        Ok(vec![enter.at(src), run.at(src)])
    }
}

/// Code that runs unless the coroutine is resumed, and the suspension it runs
/// into: one test for both.
fn fall_into(code: Block, suspension: Block) -> Block {
    let mut suspension = suspension;
    let run = code.into_iter().next().map(|stmt| stmt.kind);
    if let (Some(StmtKind::Switch { arms: run, .. }), Some(StmtKind::Switch { arms, .. })) =
        (run, suspension.first_mut().map(|stmt| &mut stmt.kind))
        && let (Some((_, run)), Some((_, leave))) = (run.into_iter().next(), arms.first_mut())
    {
        leave.splice(0..0, run);
    }
    suspension
}
