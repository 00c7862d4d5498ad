//! Rewriting a source and the test behind it.

use super::{
    arm_of,
    known::{self, Known, Test},
};
use crate::pir::walk::{children, children_mut, stmts, stmts_mut};
use crate::pir::{Block, Body, Label, Src, Stmt, StmtKind};

/// Statements that an arm may have to be copied to each exit.
const TINY: usize = 2;

/// Where an arm of the test went.
enum Target {
    /// At its only exit; taken when placed.
    Once(Option<Block>),
    /// Copied.
    Copied(Block),
    /// Behind a block of this label.
    Labelled(Label, Block),
    /// Stays in the test.
    InTest(Option<Block>),
}

/// Threads the test behind `block[index]`, `gap` statements later. False when
/// nothing is known at any exit; then only explicit jumps were added.
pub(super) fn rebuild(
    body: &mut Body,
    block: &mut Block,
    index: usize,
    gap: usize,
    test: &Test,
) -> bool {
    let src = block[index].src;
    let (label, mut source) = explicit_exits(body, &mut block[index]);
    let exits = known::exits(&source, label, test.local);
    let at = index + 1 + gap;
    let known: Vec<Option<usize>> = exits
        .iter()
        .map(|known| known.and_then(|known: Known| arm_of(&block[at].kind, known)))
        .collect();
    if known.iter().all(Option::is_none) {
        block[index] = restore(src, label, source);
        return false;
    }
    let tail: Vec<Stmt> = block.split_off(at + 1);
    let Some(mut tested) = block.pop() else {
        return false;
    };
    let moved: Vec<Stmt> = block.split_off(index + 1);
    block.truncate(index);
    let unknown = known.iter().filter(|arm| arm.is_none()).count();
    let exit = body.new_label();
    let mut targets = Vec::new();
    for (arm, code) in children_mut(&mut tested.kind).into_iter().enumerate() {
        let mut code = std::mem::take(code);
        code.splice(0..0, moved.iter().cloned());
        let count = known.iter().filter(|known| **known == Some(arm)).count();
        targets.push(place(body, code, count, unknown, exit));
    }
    redirect(&mut source, label, &known, &mut targets, &mut 0);
    let mut result = source_stmts(src, label, source, unknown > 0);
    if unknown > 0 {
        for (code, target) in children_mut(&mut tested.kind).into_iter().zip(&mut targets) {
            *code = match target {
                Target::Once(code) | Target::InTest(code) => code.take().unwrap_or_default(),
                Target::Copied(code) => code.clone(),
                Target::Labelled(label, _) => vec![StmtKind::Break(*label).at(src)],
            };
        }
        result.push(tested);
    }
    for target in targets {
        if let Target::Labelled(label, code) = target {
            let inner = StmtKind::Block {
                label,
                body: result,
            };
            result = vec![inner.at(src)];
            result.extend(code);
        }
    }
    let whole = StmtKind::Block {
        label: exit,
        body: result,
    };
    block.push(whole.at(src));
    block.extend(tail);
    true
}

/// Decides where an arm goes; code that runs off its end then jumps to `exit`.
fn place(body: &mut Body, mut code: Block, count: usize, unknown: usize, exit: Label) -> Target {
    if !ends(&code) {
        let src = code.last().map_or(Src::default(), |stmt| stmt.src);
        code.push(StmtKind::Break(exit).at(src));
    }
    if count == 0 {
        return Target::InTest(Some(code));
    }
    if count == 1 && unknown == 0 {
        return Target::Once(Some(code));
    }
    let is_tiny = code.len() <= TINY && code.iter().all(|stmt| children(&stmt.kind).is_empty());
    if is_tiny {
        return Target::Copied(code);
    }
    Target::Labelled(body.new_label(), code)
}

/// Does the last statement certainly leave?
fn ends(code: &Block) -> bool {
    code.last().is_some_and(|stmt| {
        matches!(
            stmt.kind,
            StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Return | StmtKind::Unreachable
        )
    })
}

/// Replaces the breaks of `label`, in textual order, by what is known there.
fn redirect(
    block: &mut Block,
    label: Label,
    known: &[Option<usize>],
    targets: &mut [Target],
    next: &mut usize,
) {
    let mut out = Vec::with_capacity(block.len());
    for mut stmt in std::mem::take(block) {
        if matches!(stmt.kind, StmtKind::Break(own) if own == label) {
            let arm = known.get(*next).copied().flatten();
            *next += 1;
            match arm.and_then(|arm| targets.get_mut(arm)) {
                Some(Target::Once(code) | Target::InTest(code)) => {
                    out.extend(code.take().unwrap_or_default());
                }
                Some(Target::Copied(code)) => out.extend(code.iter().cloned()),
                Some(Target::Labelled(label, _)) => {
                    out.push(StmtKind::Break(*label).at(stmt.src));
                }
                None => out.push(stmt),
            }
            continue;
        }
        for child in children_mut(&mut stmt.kind) {
            redirect(child, label, known, targets, next);
        }
        out.push(stmt);
    }
    *block = out;
}

/// Takes the source statement apart: its code, in which every way out is a
/// `Break` of the label.
fn explicit_exits(body: &mut Body, stmt: &mut Stmt) -> (Label, Block) {
    let src = stmt.src;
    let kind = std::mem::replace(&mut stmt.kind, StmtKind::Unreachable);
    match kind {
        StmtKind::Block {
            label,
            body: mut code,
        } => {
            explicit(&mut code, label, src);
            (label, code)
        }
        StmtKind::Loop { label, body: code } => {
            // Control leaves a loop by `Break` only. The loop takes a label of
            // its own for `Continue`.
            let again = body.new_label();
            let mut code = code;
            stmts_mut(&mut code, &mut |stmt| {
                if matches!(stmt.kind, StmtKind::Continue(own) if own == label) {
                    stmt.kind = StmtKind::Continue(again);
                }
            });
            let kind = StmtKind::Loop {
                label: again,
                body: code,
            };
            (label, vec![kind.at(src)])
        }
        kind => {
            let label = body.new_label();
            let mut code = vec![kind.at(src)];
            explicit(&mut code, label, src);
            (label, code)
        }
    }
}

/// Ends every way through the block with a `Break`.
fn explicit(code: &mut Block, label: Label, src: Src) {
    let Some(last) = code.last_mut() else {
        code.push(StmtKind::Break(label).at(src));
        return;
    };
    match &mut last.kind {
        StmtKind::If { .. } | StmtKind::Switch { .. } | StmtKind::SwitchVariant { .. } => {
            for arm in children_mut(&mut last.kind) {
                explicit(arm, label, src);
            }
        }
        StmtKind::Block { label: own, body } => {
            let own = *own;
            let mut inner = std::mem::take(body);
            code.pop();
            stmts_mut(&mut inner, &mut |stmt| {
                if matches!(stmt.kind, StmtKind::Break(to) if to == own) {
                    stmt.kind = StmtKind::Break(label);
                }
            });
            code.extend(inner);
            explicit(code, label, src);
        }
        StmtKind::Loop { label: own, body } => {
            let own = *own;
            stmts_mut(body, &mut |stmt| {
                if matches!(stmt.kind, StmtKind::Break(to) if to == own) {
                    stmt.kind = StmtKind::Break(label);
                }
            });
        }
        StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Return | StmtKind::Unreachable => {}
        StmtKind::Assign(..)
        | StmtKind::CheckedBinary { .. }
        | StmtKind::Call { .. }
        | StmtKind::Drop(_) => code.push(StmtKind::Break(label).at(src)),
    }
}

/// The source as it was, but for explicit jumps.
fn restore(src: Src, label: Label, source: Block) -> Stmt {
    StmtKind::Block {
        label,
        body: source,
    }
    .at(src)
}

/// The source with its exits redirected; the label is kept for those unknown.
fn source_stmts(src: Src, label: Label, source: Block, is_needed: bool) -> Vec<Stmt> {
    let mut is_used = is_needed;
    if !is_used {
        stmts(&source, &mut |stmt| {
            is_used |= matches!(stmt.kind, StmtKind::Break(own) if own == label);
        });
    }
    if is_used {
        vec![restore(src, label, source)]
    } else {
        source
    }
}
