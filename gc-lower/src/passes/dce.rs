//! Removes assignments that nobody reads.
//!
//! ```text
//! l2 = copy l1.f0       (gone if l2 is not read before it is assigned again)
//! ```
//!
//! A backward walk with the set of live locals. Locals of which references
//! are made stay live. Within a loop every local that the loop reads counts
//! as live at its end, so that one walk suffices.

use super::{
    paths,
    uses::{LocalUse, local_uses},
};
use crate::pir::walk::{self, Use, children_mut};
use crate::{
    intrinsics::Intrinsic,
    pir::{Block, Body, Callee, Label, Local, Place, Rvalue, Stmt, StmtKind, Tcx},
};
use wrc_base::{EntityRef, FxHashMap, SecondaryMap};

/// Removes dead assignments, and statements that became empty.
pub fn dce(tcx: &Tcx, body: &mut Body) {
    let uses = local_uses(tcx, body);
    let mut block = std::mem::take(&mut body.block);
    let mut cx = Cx {
        body,
        uses: &uses,
        breaks: FxHashMap::default(),
        continues: FxHashMap::default(),
    };
    cx.block(&mut block, &mut Live::default());
    body.block = block;
}

/// A set of locals.
#[derive(Clone, Default)]
struct Live(Vec<u64>);

impl Live {
    fn contains(&self, local: Local) -> bool {
        let index = local.index();
        self.0
            .get(index / 64)
            .is_some_and(|word| word & (1 << (index % 64)) != 0)
    }
    fn insert(&mut self, local: Local) {
        let index = local.index();
        if index / 64 >= self.0.len() {
            self.0.resize(index / 64 + 1, 0);
        }
        self.0[index / 64] |= 1 << (index % 64);
    }
    fn remove(&mut self, local: Local) {
        let index = local.index();
        if let Some(word) = self.0.get_mut(index / 64) {
            *word &= !(1 << (index % 64));
        }
    }
    fn extend(&mut self, other: &Live) {
        if other.0.len() > self.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }
}

struct Cx<'b> {
    body: &'b Body,
    uses: &'b SecondaryMap<Local, LocalUse>,
    /// Live where a label's `Break`, `Continue` leads.
    breaks: FxHashMap<Label, Live>,
    continues: FxHashMap<Label, Live>,
}

impl Cx<'_> {
    /// `live`: behind the block on entry, before it on return.
    fn block(&mut self, block: &mut Block, live: &mut Live) {
        let mut kept = Vec::with_capacity(block.len());
        for mut stmt in std::mem::take(block).into_iter().rev() {
            if self.stmt(&mut stmt, live) {
                kept.push(stmt);
            }
        }
        kept.reverse();
        *block = kept;
    }

    /// False when the statement can go.
    fn stmt(&mut self, stmt: &mut Stmt, live: &mut Live) -> bool {
        match &mut stmt.kind {
            StmtKind::If { .. } | StmtKind::Switch { .. } | StmtKind::SwitchVariant { .. } => {
                let mut before = Live::default();
                let mut is_empty = true;
                for arm in children_mut(&mut stmt.kind) {
                    let mut inside = live.clone();
                    self.block(arm, &mut inside);
                    before.extend(&inside);
                    is_empty &= arm.is_empty();
                }
                *live = before;
                if is_empty {
                    return false;
                }
                self.add_reads(&stmt.kind, live);
                true
            }
            StmtKind::Block { label, body } => {
                self.breaks.insert(*label, live.clone());
                self.block(body, live);
                !body.is_empty()
            }
            StmtKind::Loop { label, body } => {
                self.breaks.insert(*label, live.clone());
                let mut start = live.clone();
                walk::stmts(body, &mut |stmt| self.add_reads(&stmt.kind, &mut start));
                self.continues.insert(*label, start.clone());
                self.block(body, &mut start);
                *live = start;
                true
            }
            StmtKind::Break(label) => {
                *live = self.breaks.get(label).cloned().unwrap_or_default();
                true
            }
            StmtKind::Continue(label) => {
                *live = self.continues.get(label).cloned().unwrap_or_default();
                true
            }
            StmtKind::Return => {
                *live = Live::default();
                live.insert(self.body.ret);
                true
            }
            StmtKind::Unreachable => {
                *live = Live::default();
                true
            }
            StmtKind::CheckedBinary { .. } => self.checked(stmt, live),
            StmtKind::Assign(dest, _) => {
                if self.is_dead(dest, live) {
                    return false;
                }
                self.straight(&stmt.kind, live);
                true
            }
            StmtKind::Call { dest, callee, .. } => {
                if is_pure(callee) && self.is_dead(dest, live) {
                    return false;
                }
                self.straight(&stmt.kind, live);
                true
            }
            StmtKind::Drop(_) => {
                self.straight(&stmt.kind, live);
                true
            }
        }
    }

    fn checked(&mut self, stmt: &mut Stmt, live: &mut Live) -> bool {
        let StmtKind::CheckedBinary {
            dest,
            overflow,
            op,
            lhs,
            rhs,
        } = &stmt.kind
        else {
            return true;
        };
        if self.is_dead(overflow, live) {
            if self.is_dead(dest, live) {
                return false;
            }
            let rvalue = Rvalue::Binary(*op, lhs.clone(), rhs.clone());
            stmt.kind = StmtKind::Assign(dest.clone(), rvalue);
        }
        self.straight(&stmt.kind, live);
        true
    }

    /// Is what the place holds never read, and writing it seen by nobody?
    fn is_dead(&self, dest: &Place, live: &Live) -> bool {
        // What a box holds may be shared: the library copies boxes.
        !dest.has_deref()
            && dest
                .base_local()
                .is_some_and(|local| !self.uses[local].exposed && !live.contains(local))
    }

    fn straight(&self, kind: &StmtKind, live: &mut Live) {
        walk::places(kind, &mut |place, how| {
            if how == Use::Write
                && let Some(local) = place.as_local()
            {
                live.remove(local);
            }
        });
        self.add_reads(kind, live);
    }

    fn add_reads(&self, kind: &StmtKind, live: &mut Live) {
        walk::places(kind, &mut |place, how| {
            for index in paths::indices(place) {
                live.insert(index);
            }
            let Some(local) = place.base_local() else {
                return;
            };
            if how != Use::Write || place.has_deref() {
                live.insert(local);
            }
        });
        if matches!(kind, StmtKind::Return) {
            live.insert(self.body.ret);
        }
    }
}

/// Does the call do nothing but give a result?
pub(super) fn is_pure(callee: &Callee) -> bool {
    let Callee::Intrinsic(intrinsic, _) = callee else {
        return false;
    };
    match intrinsic {
        Intrinsic::ArrayNew
        | Intrinsic::ArrayLen
        | Intrinsic::ArrayRead
        | Intrinsic::ArrayRef
        | Intrinsic::ArrayMut
        | Intrinsic::SliceArray
        | Intrinsic::SliceOffset
        | Intrinsic::SliceLen
        | Intrinsic::SliceFrom
        | Intrinsic::SliceFromMut
        | Intrinsic::StrFromBytes
        | Intrinsic::StrFromBytesMut
        | Intrinsic::StrBytes
        | Intrinsic::StrBytesMut
        | Intrinsic::FixedArray
        | Intrinsic::PtrRead
        | Intrinsic::Transmute
        | Intrinsic::SizeOf
        | Intrinsic::AlignOf
        | Intrinsic::SizeOfVal
        | Intrinsic::SizeHint
        | Intrinsic::NeedsDrop
        | Intrinsic::OwnsSomething
        | Intrinsic::IsCopy
        | Intrinsic::TypeId
        | Intrinsic::TypeName
        | Intrinsic::DiscriminantOf
        | Intrinsic::Forget
        | Intrinsic::Uninit
        | Intrinsic::ObjectUninit
        | Intrinsic::CallerLocation
        | Intrinsic::WrappingAdd
        | Intrinsic::WrappingSub
        | Intrinsic::WrappingMul
        | Intrinsic::UncheckedAdd
        | Intrinsic::UncheckedSub
        | Intrinsic::UncheckedMul
        | Intrinsic::UncheckedShl
        | Intrinsic::UncheckedShr
        | Intrinsic::AddWithOverflow
        | Intrinsic::SubWithOverflow
        | Intrinsic::MulWithOverflow
        | Intrinsic::SaturatingAdd
        | Intrinsic::SaturatingSub
        | Intrinsic::Ctpop
        | Intrinsic::Ctlz
        | Intrinsic::Cttz
        | Intrinsic::Bswap
        | Intrinsic::Bitreverse
        | Intrinsic::RotateLeft
        | Intrinsic::RotateRight
        | Intrinsic::IsLiteral => true,
        float => float.name().starts_with("f32_") || float.name().starts_with("f64_"),
    }
}
