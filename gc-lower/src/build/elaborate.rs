//! Drop elaboration: every `Drop` becomes what is left to do there.
//!
//! ```text
//! l1 = call make()                    l1 = call make()
//! if c { call take(move l1) }         l9 = true; if c { call take(move l1); l9 = false }
//! drop l1                     ==>     if l9 { drop l1 }
//! ```
//! Nothing where the value has been moved, the rest where a part has been,
//! guarded by a flag where it depends on the way control came. Flags are
//! false at the start, except those of parameters.

use super::{
    flow::{effects, has_drops, states_at_drops},
    moves::{PathId, Paths},
    open_drop::Dropper,
};
use crate::pir::{Block, Body, Local, Operand, Rvalue, Src, Stmt, StmtKind, Tcx, walk};
use wrc_base::FxIndexMap;

/// Rewrites the drops of `body`; was there anything to do?
pub(super) fn run(tcx: &Tcx, body: &mut Body) -> bool {
    if !has_drops(&body.block) {
        return false;
    }
    let paths = Paths::collect(tcx, body);
    let states = states_at_drops(tcx, body, &paths);
    let block = std::mem::take(&mut body.block);
    let mut drops = Vec::new();
    collect_drops(&block, &mut drops);

    let mut dropper = Dropper {
        tcx,
        body: &mut *body,
        paths: &paths,
        flags: FxIndexMap::default(),
        src: Src(0),
    };
    let mut code = Vec::with_capacity(drops.len());
    for (stmt, state) in drops.iter().zip(states) {
        dropper.src = stmt.src;
        code.push(match (&stmt.kind, state) {
            (StmtKind::Drop(place), Some(state)) => dropper.drop(place, &state),
            _ => Vec::new(),
        });
    }
    let flags = dropper.flags;
    let mut rewriter = Rewriter {
        tcx,
        body: &*body,
        paths: &paths,
        flags: &flags,
        code: code.into_iter(),
    };
    let mut rewritten: Block = flags
        .iter()
        .map(|(path, flag)| {
            let is_param = paths.root(*path).is_some_and(|l| body.params.contains(&l));
            set(*flag, is_param, Src(0))
        })
        .collect();
    rewritten.extend(rewriter.block(block));
    body.block = rewritten;
    true
}

/// The `Drop` statements, in order.
fn collect_drops(block: &Block, found: &mut Vec<Stmt>) {
    walk::stmts(block, &mut |stmt| {
        if matches!(stmt.kind, StmtKind::Drop(_)) {
            found.push(stmt.clone());
        }
    });
}

fn set(flag: Local, value: bool, src: Src) -> Stmt {
    StmtKind::Assign(flag.into(), Rvalue::Use(Operand::bool(value))).at(src)
}

struct Rewriter<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c Body,
    paths: &'c Paths,
    flags: &'c FxIndexMap<PathId, Local>,
    /// What takes the place of each `Drop`, in order.
    code: std::vec::IntoIter<Block>,
}

impl Rewriter<'_, '_> {
    fn block(&mut self, block: Block) -> Block {
        let mut rewritten = Vec::with_capacity(block.len());
        for mut stmt in block {
            let updates = self.updates(&stmt);
            if matches!(stmt.kind, StmtKind::Drop(_)) {
                rewritten.extend(self.code.next().unwrap_or_default());
            } else {
                for child in walk::children_mut(&mut stmt.kind) {
                    *child = self.block(std::mem::take(child));
                }
                rewritten.push(stmt);
            }
            rewritten.extend(updates);
        }
        rewritten
    }

    /// Assignments to flags after a statement.
    fn updates(&self, stmt: &Stmt) -> Vec<Stmt> {
        let mut updates = Vec::new();
        if self.flags.is_empty() {
            return updates;
        }
        for effect in effects(self.tcx, self.body, self.paths, stmt) {
            self.paths.each_below(effect.path, &mut |path| {
                if let Some(flag) = self.flags.get(&path) {
                    updates.push(set(*flag, effect.init, stmt.src));
                }
            });
        }
        updates
    }
}
