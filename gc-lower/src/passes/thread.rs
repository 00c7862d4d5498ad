//! Known-tag threading: control that brings a known value to a test goes
//! straight to the arm.
//!
//! ```text
//! b: {                              e: { n: {
//!     if l1 {                           if l1 {
//!         l2 = Some(copy l3)                l2 = Some(copy l3)
//!         break b                           A; break e
//!     }                         ==>     }
//!     l2 = None                         l2 = None
//! }                                     break n
//! switch_variant l2 {               }
//!     Some => A  None => B          B }
//! }
//! ```
//!
//! What must hold: the tested local has no references; each exit's value is
//! that of the last assignment on every path to the exit. Arms are moved, not
//! copied, except for tiny ones.

mod known;
mod rebuild;

use self::known::{Known, Test};
use crate::pir::walk::children_mut;
use crate::pir::{Block, Body, StmtKind, Tcx};

/// Threads every test that follows a statement with several exits.
pub fn thread(tcx: &Tcx, body: &mut Body) {
    let uses = super::uses::local_uses(tcx, body);
    let mut block = std::mem::take(&mut body.block);
    visit(body, &uses, &mut block);
    body.block = block;
}

type Uses = wrc_base::SecondaryMap<crate::pir::Local, super::uses::LocalUse>;

fn visit(body: &mut Body, uses: &Uses, block: &mut Block) {
    for stmt in block.iter_mut() {
        for child in children_mut(&mut stmt.kind) {
            visit(body, uses, child);
        }
    }
    let mut index = 0;
    while index < block.len() {
        // A test can be threaded again into what it became.
        if !is_source(&block[index].kind) || !thread_at(body, uses, block, index) {
            index += 1;
        }
    }
}

/// Can the statement have exits with different knowledge?
fn is_source(kind: &StmtKind) -> bool {
    matches!(
        kind,
        StmtKind::If { .. }
            | StmtKind::Switch { .. }
            | StmtKind::SwitchVariant { .. }
            | StmtKind::Block { .. }
            | StmtKind::Loop { .. }
    )
}

/// Statements between the source and the test that are moved behind the test.
const GAP: usize = 2;
/// Arms up to which those are copied into each.
const GAP_ARMS: usize = 4;

fn thread_at(body: &mut Body, uses: &Uses, block: &mut Block, index: usize) -> bool {
    let Some((gap, test)) = find_test(uses, block, index) else {
        return false;
    };
    if !known::is_set_in(&block[index], test.local) {
        return false;
    }
    rebuild::rebuild(body, block, index, gap, &test)
}

/// The test behind the statement at `index`, and how many statements stand
/// between.
fn find_test(uses: &Uses, block: &Block, index: usize) -> Option<(usize, Test)> {
    for gap in 0..=GAP {
        let stmt = block.get(index + 1 + gap)?;
        if let Some(test) = Test::of(&stmt.kind) {
            if uses[test.local].exposed || (gap > 0 && test.arms > GAP_ARMS) {
                return None;
            }
            let between = &block[index + 1..index + 1 + gap];
            return between
                .iter()
                .all(|stmt| known::is_movable(stmt, test.local))
                .then_some((gap, test));
        }
        if !matches!(stmt.kind, StmtKind::Assign(..)) {
            return None;
        }
    }
    None
}

/// Does a known value choose the arm?
fn arm_of(kind: &StmtKind, known: Known) -> Option<usize> {
    match (kind, known) {
        (StmtKind::If { .. }, Known::Bits(bits)) => Some(usize::from(bits == 0)),
        (StmtKind::Switch { arms, .. }, Known::Bits(bits)) => Some(
            arms.iter()
                .position(|(values, _)| values.contains(&bits))
                .unwrap_or(arms.len()),
        ),
        (StmtKind::SwitchVariant { arms, default, .. }, Known::Variant(variant)) => {
            let found = arms
                .iter()
                .position(|(variants, _)| variants.contains(&variant));
            found.or_else(|| default.is_some().then_some(arms.len()))
        }
        _ => None,
    }
}
