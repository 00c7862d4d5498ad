//! How each local of a body is used, without regard to order.

use super::paths;
use crate::pir::walk::{self, Use};
use crate::pir::{Body, Local, Place, StmtKind, Tcx};
use wrc_base::SecondaryMap;

/// The uses of one local.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocalUse {
    /// Assignments of the whole local; a parameter's arrival is one.
    pub writes: u32,
    /// Assignments of parts of it.
    pub partial: u32,
    /// Everything that reads it or a part, or goes through it.
    pub reads: u32,
    /// Is a reference to it or to a part made anywhere, boxes' content included?
    pub exposed: bool,
    /// The same, without boxes' content: can the local's own bits change
    /// through a reference?
    pub exposed_self: bool,
}

/// The uses of all locals of `body`.
pub fn local_uses(tcx: &Tcx, body: &Body) -> SecondaryMap<Local, LocalUse> {
    let mut uses: SecondaryMap<Local, LocalUse> = SecondaryMap::new();
    for param in &body.params {
        uses[*param].writes += 1;
    }
    walk::stmts(&body.block, &mut |stmt| {
        if matches!(stmt.kind, StmtKind::Return) {
            uses[body.ret].reads += 1;
        }
        walk::places(&stmt.kind, &mut |place, how| {
            for index in paths::indices(place) {
                uses[index].reads += 1;
            }
            let Some(local) = place.base_local() else {
                return;
            };
            count(&mut uses[local], tcx, body, place, how);
        });
    });
    uses
}

fn count(local: &mut LocalUse, tcx: &Tcx, body: &Body, place: &Place, how: Use) {
    if paths::first_ref(tcx, body, place).is_some() {
        local.reads += 1;
        return;
    }
    match how {
        Use::Write if place.proj.is_empty() => local.writes += 1,
        Use::Write => local.partial += 1,
        Use::Copy | Use::Move | Use::Inspect | Use::Drop => local.reads += 1,
        Use::Borrow(_) | Use::Raw(_) => {
            local.reads += 1;
            local.exposed = true;
            local.exposed_self |= !place.has_deref();
        }
    }
}
