//! What a statement does to the facts.

use super::Cx;
use crate::intrinsics::Intrinsic;
use crate::passes::paths;
use crate::pir::walk::{self, Use};
use crate::pir::{Block, Callee, Operand, Place, Rvalue, StmtKind};
use wrc_thir::Mutability;

impl Cx<'_, '_, '_> {
    /// Ends the facts that the statement itself (without nested blocks) breaks.
    pub(super) fn effects(&mut self, kind: &StmtKind) {
        let mut events: Vec<(&Place, Use)> = Vec::new();
        walk::places(kind, &mut |place, how| match how {
            Use::Move | Use::Write | Use::Drop => events.push((place, how)),
            Use::Copy | Use::Inspect | Use::Borrow(_) | Use::Raw(_) => {}
        });
        if !self.emptied.is_empty() {
            self.use_emptied(kind);
        }
        for (place, how) in events {
            self.place_effects(place, how);
        }
        if let StmtKind::Call { callee, .. } = kind
            && writes_memory(callee)
        {
            self.facts.memory_written(false);
        }
    }

    /// What the statement does to places that `ptr_read` emptied.
    fn use_emptied(&mut self, kind: &StmtKind) {
        let is_address = matches!(
            kind,
            StmtKind::Assign(_, Rvalue::RawPtr(..) | Rvalue::Ref(Mutability::Mut, _))
        );
        let mut emptied = std::mem::take(&mut self.emptied);
        walk::places(kind, &mut |place, how| {
            emptied.retain(|emptied| {
                let empty = &emptied.place;
                let is_filled = how == Use::Write
                    && empty.base == place.base
                    && empty.proj.starts_with(&place.proj);
                let is_harmless = is_address && matches!(how, Use::Raw(_) | Use::Borrow(_));
                if !is_filled && !is_harmless && paths::overlap(empty, place) {
                    self.whole.fail(emptied.pointer);
                    return false;
                }
                !is_filled
            });
        });
        self.emptied = emptied;
    }

    fn place_effects(&mut self, place: &Place, how: Use) {
        let ty = self.tcx.place_ty(self.body, place).ty;
        if let Some(local) = paths::own_local(self.tcx, self.body, place) {
            self.facts.written(local, place);
            if self.is_exposed(local) {
                self.facts.memory_written(ty.is_primitive_scalar());
            }
        }
        // Also what a box holds may be shared: the library copies boxes.
        if place.has_deref() || paths::is_static(place) {
            self.facts
                .memory_written(how == Use::Move || ty.is_primitive_scalar());
        }
        if how == Use::Drop {
            self.facts.memory_written(false);
        }
    }

    pub(super) fn operand_effects(&mut self, operand: &Operand) {
        if let Operand::Move(place) = operand {
            self.place_effects(place, Use::Move);
        }
    }

    /// Ends the facts that any statement in the block, at any depth, breaks.
    pub(super) fn block_effects(&mut self, block: &Block) {
        walk::stmts(block, &mut |stmt| self.effects(&stmt.kind));
    }
}

/// May the call write memory that others see?
fn writes_memory(callee: &Callee) -> bool {
    match callee {
        Callee::Instance(_) | Callee::Ptr(_) | Callee::Dyn(_) => true,
        Callee::Intrinsic(intrinsic, _) => matches!(
            intrinsic,
            Intrinsic::ArrayWrite
                | Intrinsic::ArrayCopy
                | Intrinsic::ArrayCopyVal
                | Intrinsic::ArrayFill
                | Intrinsic::PtrWrite
                | Intrinsic::DropInPlace
                | Intrinsic::BlackBox
                | Intrinsic::CatchUnwind
        ),
    }
}
