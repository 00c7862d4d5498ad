//! Joining code that jumps with the code it jumps to.

use crate::pir::{Block, Label, Src, Stmt, StmtKind, walk};
use wrc_base::FxHashMap;

/// `code`, in which every `break label` goes to `target`; neither falls
/// through. `target` takes the place of its only jump, or follows `code`.
pub(super) fn join(code: Block, label: Label, target: Block, src: Src) -> Block {
    let mut code = code;
    let mut uses = FxHashMap::default();
    count_breaks(&code, &mut uses);
    match uses.get(&label).copied().unwrap_or(0) {
        0 => code,
        1 => {
            let mut targets = FxHashMap::default();
            targets.insert(label, target);
            replace_breaks(&mut code, &mut targets);
            code
        }
        _ => wrap(code, label, target, src),
    }
}

/// `block label { code } target`.
pub(super) fn wrap(code: Block, label: Label, target: Block, src: Src) -> Block {
    let mut joined = vec![StmtKind::Block { label, body: code }.at(src)];
    joined.extend(target);
    joined
}

/// How often each label is broken to.
pub(super) fn count_breaks(block: &Block, uses: &mut FxHashMap<Label, u32>) {
    walk::stmts(block, &mut |stmt| {
        if let StmtKind::Break(label) = &stmt.kind {
            *uses.entry(*label).or_default() += 1;
        }
    });
}

/// Puts the code for each label in the place of its only break.
pub(super) fn replace_breaks(block: &mut Block, targets: &mut FxHashMap<Label, Block>) {
    if targets.is_empty() {
        return;
    }
    for stmt in block.iter_mut() {
        for child in walk::children_mut(&mut stmt.kind) {
            replace_breaks(child, targets);
        }
    }
    // Nothing follows a break that matters.
    let Some(at) = block.iter().position(|stmt| match &stmt.kind {
        StmtKind::Break(label) => targets.contains_key(label),
        _ => false,
    }) else {
        return;
    };
    let StmtKind::Break(label) = block[at].kind else {
        return;
    };
    block.truncate(at);
    block.extend(targets.remove(&label).unwrap_or_default());
}

/// Does control never come past the statement, as far as its own form tells?
pub(super) fn is_terminator(stmt: &Stmt) -> bool {
    matches!(
        stmt.kind,
        StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Return | StmtKind::Unreachable
    )
}
