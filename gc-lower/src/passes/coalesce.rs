//! A temporary that is only moved on is computed where it goes.
//!
//! ```text
//! l2 = call f()              l3 = call f()
//! l3 = move l2         ==>
//! b: { l4 = Some(l5) .. }    b: { l6 = Some(l5) .. }
//! l6 = move l4
//! ```
//!
//! What must hold: the move is the temporary's only read outside the
//! statement that computes it; the target is not named from that statement to
//! the move; control does not leave in between. The temporary has no
//! references; nor has the target, unless the two statements are neighbours.

use super::{
    paths,
    uses::{LocalUse, local_uses},
};
use crate::pir::walk::{self, Use, children, children_mut};
use crate::pir::{
    Block, Body, Label, Local, Operand, PlaceBase, Proj, Rvalue, Stmt, StmtKind, Tcx,
};
use wrc_base::{FxHashSet, SecondaryMap};

/// Merges temporaries into their targets.
pub fn coalesce(tcx: &Tcx, body: &mut Body) {
    let mut uses = local_uses(tcx, body);
    let mut block = std::mem::take(&mut body.block);
    visit(body, &mut uses, &mut block);
    body.block = block;
}

fn visit(body: &Body, uses: &mut SecondaryMap<Local, LocalUse>, block: &mut Block) {
    let mut index = 0;
    while index < block.len() {
        for child in children_mut(&mut block[index].kind) {
            visit(body, uses, child);
        }
        if let Some((target, temp)) = transfer(body, uses, &block[index])
            && let Some(start) = source(uses, block, index, target, temp)
        {
            rename(&mut block[start], temp, target);
            block.remove(index);
            // The move itself is gone; everything else is the target's now.
            let merged = std::mem::take(&mut uses[temp]);
            let own = &mut uses[target];
            own.writes = own.writes + merged.writes - 1;
            own.partial += merged.partial;
            own.reads = own.reads + merged.reads - 1;
        } else {
            index += 1;
        }
    }
}

/// `target = move temp`, if both are candidates.
fn transfer(
    body: &Body,
    uses: &SecondaryMap<Local, LocalUse>,
    stmt: &Stmt,
) -> Option<(Local, Local)> {
    let StmtKind::Assign(dest, Rvalue::Use(Operand::Copy(place) | Operand::Move(place))) =
        &stmt.kind
    else {
        return None;
    };
    let (target, temp) = (dest.as_local()?, place.as_local()?);
    let is_candidate = target != temp
        && temp != body.ret
        && !body.params.contains(&temp)
        && !uses[temp].exposed
        && body.locals[temp].ty == body.locals[target].ty;
    is_candidate.then_some((target, temp))
}

/// How far back the temporary's computation may stand.
const REACH: usize = 12;

/// The statement before `index` that computes `temp` completely.
fn source(
    uses: &SecondaryMap<Local, LocalUse>,
    block: &Block,
    index: usize,
    target: Local,
    temp: Local,
) -> Option<usize> {
    let first = index.saturating_sub(REACH);
    for start in (first..index).rev() {
        let stmt = &block[start];
        let found = occurrences(stmt, temp);
        let is_direct = children(&stmt.kind).is_empty();
        if found.total() == 0 {
            // Between the computation and the move.
            if names(stmt, target) || leaves(stmt) {
                return None;
            }
            continue;
        }
        let own = uses[temp];
        let is_complete = found.writes == own.writes + own.partial && found.reads + 1 == own.reads;
        let is_adjacent = is_direct && start + 1 == index;
        if !is_complete || found.writes == 0 || (uses[target].exposed && !is_adjacent) {
            return None;
        }
        let is_free = if is_direct {
            // Operands are read before the result is written.
            found.reads == 0 && own.partial == 0 && !writes(stmt, target) && !borrows(stmt, target)
        } else {
            !names(stmt, target) && !leaves(stmt)
        };
        return is_free.then_some(start);
    }
    None
}

#[derive(Default)]
struct Occurrences {
    reads: u32,
    writes: u32,
}

impl Occurrences {
    fn total(&self) -> u32 {
        self.reads + self.writes
    }
}

/// How often the statement and those nested in it name the local. Counted as
/// in `uses`, except that everything but a write to its storage is a read.
fn occurrences(stmt: &Stmt, local: Local) -> Occurrences {
    let mut found = Occurrences::default();
    each(stmt, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, how| {
            found.reads += paths::indices(place)
                .filter(|index| *index == local)
                .count() as u32;
            if place.base_local() == Some(local) {
                if how == Use::Write && !place.has_deref() {
                    found.writes += 1;
                } else {
                    found.reads += 1;
                }
            }
        });
    });
    found
}

fn each<'a>(stmt: &'a Stmt, f: &mut dyn FnMut(&'a Stmt)) {
    f(stmt);
    for child in children(&stmt.kind) {
        walk::stmts(child, f);
    }
}

fn names(stmt: &Stmt, local: Local) -> bool {
    occurrences(stmt, local).total() > 0
}

fn writes(stmt: &Stmt, local: Local) -> bool {
    occurrences(stmt, local).writes > 0
}

/// Does a call of the statement borrow or drop the local?
fn borrows(stmt: &Stmt, local: Local) -> bool {
    let mut found = false;
    walk::places(&stmt.kind, &mut |place, how| {
        found |= place.base_local() == Some(local)
            && matches!(how, Use::Borrow(_) | Use::Raw(_) | Use::Drop | Use::Move);
    });
    found
}

/// Can control leave the statement other than at its end?
fn leaves(stmt: &Stmt) -> bool {
    let mut inside: FxHashSet<Label> = FxHashSet::default();
    let mut found = false;
    each(stmt, &mut |stmt| match &stmt.kind {
        StmtKind::Loop { label, .. } | StmtKind::Block { label, .. } => {
            inside.insert(*label);
        }
        StmtKind::Break(label) | StmtKind::Continue(label) => found |= !inside.contains(label),
        StmtKind::Return => found = true,
        _ => {}
    });
    found
}

fn rename(stmt: &mut Stmt, from: Local, to: Local) {
    let mut rename = |stmt: &mut Stmt| {
        walk::places_mut(&mut stmt.kind, &mut |place, _| {
            if place.base_local() == Some(from) {
                place.base = PlaceBase::Local(to);
            }
            for step in &mut place.proj {
                if let Proj::Index(local) = step
                    && *local == from
                {
                    *local = to;
                }
            }
        });
    };
    rename(stmt);
    for child in children_mut(&mut stmt.kind) {
        walk::stmts_mut(child, &mut rename);
    }
}
