//! What the reachable program observes about addresses (representation.md §8):
//! one scan before any representation is chosen.
//!
//! A raw pointer that is only dereferenced, or only handed to intrinsics that
//! look through it at once, observes nothing.

use crate::{
    intrinsics::Intrinsic,
    mono::Mono,
    pir::{Body, Callee, Local, Place, Proj, Rvalue, StmtKind, Tcx},
};
use wrc_base::{FxHashSet, SecondaryMap};
use wrc_thir::{CastKind, Mutability, Ty, TyKind};

use crate::pir::walk;

#[derive(Debug, Default)]
pub(super) struct Knobs {
    /// `T` with `&T as *const T` whose result may be compared or kept: `&T`
    /// is then a real pointer.
    pub addressed: FxHashSet<Ty>,
    /// `T` with mutable references to parts of arrays and slices of `T` as
    /// `[T; N]`.
    pub windows: FxHashSet<Ty>,
    /// `T` with raw pointers that may be kept.
    pub raw: FxHashSet<Ty>,
}

pub(super) fn scan(tcx: &Tcx, mono: &Mono) -> Knobs {
    let mut knobs = Knobs::default();
    for body in mono.bodies.values() {
        scan_body(tcx, body, &mut knobs);
    }
    knobs
}

fn scan_body(tcx: &Tcx, body: &Body, knobs: &mut Knobs) {
    let mut made: Vec<(Option<Local>, Ty, bool)> = Vec::new();
    walk::stmts(&body.block, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, how| {
            if let walk::Use::Borrow(Mutability::Mut) | walk::Use::Raw(_) = how
                && let Some(Proj::Subslice { .. }) = place.proj.last()
                && let TyKind::Array(elem, _) = tcx.place_ty(body, place).ty.kind()
            {
                knobs.windows.insert(*elem);
            }
        });
        let StmtKind::Assign(dest, rvalue) = &stmt.kind else {
            return;
        };
        match rvalue {
            Rvalue::Cast(CastKind::Pointer, operand, to)
                if window(tcx.operand_ty(body, operand), *to).is_some() =>
            {
                knobs
                    .windows
                    .extend(window(tcx.operand_ty(body, operand), *to));
            }
            // Content of a cell has an identity anyway.
            Rvalue::RawPtr(_, place) if is_in_cell(tcx, body, place) => {}
            Rvalue::RawPtr(_, place) => {
                let ty = tcx.place_ty(body, place).ty;
                made.push((dest.as_local(), ty, is_shared(tcx, body, place)));
            }
            Rvalue::Cast(CastKind::Pointer, operand, to) => {
                let from = tcx.operand_ty(body, operand);
                if let (TyKind::Ref(m, ty), TyKind::RawPtr(..)) = (from.kind(), to.kind()) {
                    made.push((dest.as_local(), *ty, *m == Mutability::Not));
                }
            }
            _ => {}
        }
    });
    if made.is_empty() {
        return;
    }
    let kept = kept_locals(body);
    for (local, ty, is_shared) in made {
        if local.is_some_and(|local| !kept[local]) {
            continue;
        }
        knobs.raw.insert(ty);
        if is_shared {
            knobs.addressed.insert(ty);
        }
    }
}

/// The element type, if a pointer to elements becomes one to an array.
fn window(from: Ty, to: Ty) -> Option<Ty> {
    let ((_, from), (_, to)) = (from.pointee()?, to.pointee()?);
    let TyKind::Array(elem, _) = to.kind() else {
        return None;
    };
    let is_elements = *from.kind() == TyKind::Slice(*elem) || from == *elem;
    is_elements.then_some(*elem)
}

/// Does the path go through an `UnsafeCell`?
fn is_in_cell(tcx: &Tcx, body: &Body, place: &Place) -> bool {
    let mut outer = place.clone();
    while outer.proj.pop().is_some() {
        let ty = tcx.place_ty(body, &outer).ty;
        if tcx.is_lang(ty, "unsafe_cell") {
            return true;
        }
    }
    false
}

/// Is the place what a shared reference points to, or a part of it?
fn is_shared(tcx: &Tcx, body: &Body, place: &Place) -> bool {
    let Some(last) = place.proj.iter().rposition(|step| *step == Proj::Deref) else {
        return false;
    };
    let mut pointer = place.clone();
    pointer.proj.truncate(last);
    let ty = tcx.place_ty(body, &pointer).ty;
    matches!(ty.kind(), TyKind::Ref(Mutability::Not, _))
}

/// Locals whose value is used otherwise than by looking through it.
fn kept_locals(body: &Body) -> SecondaryMap<Local, bool> {
    let mut kept: SecondaryMap<Local, bool> = SecondaryMap::with_capacity(body.locals.len());
    // `to` holds what `from` held: `from` is kept if `to` is.
    let mut moves: Vec<(Local, Local)> = Vec::new();
    walk::stmts(&body.block, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, how| {
            if let (Some(local), walk::Use::Borrow(_) | walk::Use::Raw(_)) = (place.as_local(), how)
            {
                kept[local] = true;
            }
        });
        let mut skip = 0;
        match &stmt.kind {
            StmtKind::Call {
                callee: Callee::Intrinsic(intrinsic, _),
                ..
            } if looks_through(*intrinsic) => skip = 1,
            StmtKind::Assign(
                to,
                Rvalue::Use(operand) | Rvalue::Cast(CastKind::Pointer, operand, _),
            ) => {
                if let (Some(to), Some(from)) =
                    (to.as_local(), operand.place().and_then(Place::as_local))
                {
                    moves.push((from, to));
                    skip = 1;
                }
            }
            _ => {}
        }
        walk::operands(&stmt.kind, &mut |operand| {
            if skip > 0 {
                skip -= 1;
                return;
            }
            if let Some(local) = operand.place().and_then(Place::as_local) {
                kept[local] = true;
            }
        });
    });
    kept[body.ret] = true;
    loop {
        let before = moves.len();
        moves.retain(|(from, to)| {
            if kept[*to] {
                kept[*from] = true;
            }
            !kept[*to]
        });
        if moves.len() == before {
            return kept;
        }
    }
}

/// Intrinsics that use their first argument only to reach what it points to.
pub(super) fn looks_through(intrinsic: Intrinsic) -> bool {
    matches!(
        intrinsic,
        Intrinsic::PtrRead
            | Intrinsic::PtrWrite
            | Intrinsic::DropInPlace
            | Intrinsic::SizeOfVal
            | Intrinsic::AlignOfVal
            | Intrinsic::DiscriminantOf
            | Intrinsic::FixedArray
            | Intrinsic::BoxFromRaw
            | Intrinsic::SliceArray
            | Intrinsic::SliceOffset
            | Intrinsic::SliceLen
    )
}
