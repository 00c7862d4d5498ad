//! Which types an unsizing coercion hides behind which `dyn`.

use crate::pir::Tcx;
use wrc_thir::{Ty, TyKind};

/// Calls `found` with each `(T, dyn Tr)` and `(dyn Sub, dyn Super)` inside
/// the coercion from `from` to `to`: pointers, boxes, and structs of them.
pub(super) fn coercions(tcx: &Tcx, from: Ty, to: Ty, found: &mut dyn FnMut(Ty, Ty)) {
    if from == to {
        return;
    }
    if let (Some((_, from)), Some((_, to))) = (from.pointee(), to.pointee()) {
        return tails(tcx, from, to, found);
    }
    if let (Some(from), Some(to)) = (tcx.box_content(from), tcx.box_content(to)) {
        return tails(tcx, from, to, found);
    }
    if same_adt(from, to) {
        let (from, to) = (tcx.field_tys(from, None), tcx.field_tys(to, None));
        for (from, to) in from.into_iter().zip(to) {
            coercions(tcx, from, to, found);
        }
    }
}

/// The pointees: a type and the `dyn` it becomes, perhaps as the last field.
fn tails(tcx: &Tcx, from: Ty, to: Ty, found: &mut dyn FnMut(Ty, Ty)) {
    if from == to {
        return;
    }
    if matches!(to.kind(), TyKind::Dyn(_)) {
        return found(from, to);
    }
    if same_adt(from, to) {
        let (from, to) = (tcx.field_tys(from, None), tcx.field_tys(to, None));
        if let (Some(from), Some(to)) = (from.last(), to.last()) {
            tails(tcx, *from, *to, found);
        }
    }
}

fn same_adt(from: Ty, to: Ty) -> bool {
    match (from.as_adt(), to.as_adt()) {
        (Some((from, _)), Some((to, _))) => from == to,
        _ => false,
    }
}
