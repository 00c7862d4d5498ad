//! Larger captures instead of several small ones.
//!
//! By reference this cannot be observed. By value it cannot either when what
//! was not captured before is `Copy`, and what was captured by reference is
//! only read and `Copy`.

use super::{Capture, Pending, ProjKind};
use crate::{Cx, ids};
use hir_def::hir;
use wrc_thir::{Arg, BorrowKind, Ty, TyKind, map_ty, subst};

/// Replaces the captures below `needed` by one of it. False if the program
/// could tell.
pub fn widen(cx: Cx<'_>, captures: &mut Vec<Capture>, needed: &Pending, base_ty: Ty) -> bool {
    let prefix = &needed.projections;
    let below = |it: &Capture| it.starts_with(needed.binding, prefix);
    let is_covered = captures.iter().any(|it| {
        it.binding == needed.binding
            && it.projections.len() <= prefix.len()
            && it.kinds().zip(prefix).all(|(a, b)| a == *b)
    });
    if is_covered {
        return true;
    }
    let Some(position) = captures.iter().position(below) else {
        // Nothing of the variable is captured: its value is never looked at.
        if !prefix.is_empty() {
            return false;
        }
        captures.push(Capture {
            binding: needed.binding,
            projections: Vec::new(),
            borrow: Some(BorrowKind::Shared),
            base_ty,
        });
        return true;
    };
    let parts: Vec<Capture> = captures.iter().filter(|it| below(it)).cloned().collect();
    let whole = Capture {
        binding: needed.binding,
        projections: parts[0].projections[..prefix.len()].to_vec(),
        borrow: borrow(&parts),
        base_ty,
    };
    if whole.borrow.is_none() && !can_take_value(cx, &parts, &whole) {
        return false;
    }
    captures.retain(|it| !below(it));
    captures.insert(position.min(captures.len()), whole);
    true
}

/// How the whole is captured: the strongest of the parts' ways.
fn borrow(parts: &[Capture]) -> Option<BorrowKind> {
    if parts.iter().any(|it| it.borrow.is_none()) {
        return None;
    }
    match parts.iter().any(|it| it.borrow == Some(BorrowKind::Mut)) {
        true => Some(BorrowKind::Mut),
        false => Some(BorrowKind::Shared),
    }
}

fn can_take_value(cx: Cx<'_>, parts: &[Capture], whole: &Capture) -> bool {
    let read_only = parts.iter().all(|it| match it.borrow {
        None => true,
        Some(BorrowKind::Shared) => is_copy(cx, it.place_ty()),
        Some(BorrowKind::Mut | BorrowKind::TwoPhaseMut) => false,
    });
    let prefix: Vec<ProjKind> = whole.kinds().collect();
    read_only && rest_is_copy(cx, parts, whole.binding, whole.place_ty(), prefix)
}

/// Is everything below `prefix` captured or `Copy`?
fn rest_is_copy(
    cx: Cx<'_>,
    parts: &[Capture],
    binding: hir::BindingId,
    ty: Ty,
    prefix: Vec<ProjKind>,
) -> bool {
    let below: Vec<&Capture> = parts
        .iter()
        .filter(|it| it.starts_with(binding, &prefix))
        .collect();
    if below.is_empty() {
        return is_copy(cx, ty);
    }
    if below.iter().any(|it| it.projections.len() == prefix.len()) {
        return true;
    }
    let Some(fields) = field_types(cx, ty) else {
        return false;
    };
    fields.into_iter().enumerate().all(|(i, field)| {
        let mut prefix = prefix.clone();
        prefix.push(ProjKind::Field(i as u32));
        rest_is_copy(cx, parts, binding, field, prefix)
    })
}

/// The fields of a tuple or a struct without `Drop`.
fn field_types(cx: Cx<'_>, ty: Ty) -> Option<Vec<Ty>> {
    match ty.kind() {
        TyKind::Tuple(elems) => Some(elems.to_vec()),
        TyKind::Adt(def, args) => {
            let id = ids::adt_id(*def);
            let hir_def::AdtId::StructId(_) = id else {
                return None;
            };
            if hir_ty::drop::destructor(cx.db, id).is_some() {
                return None;
            }
            let data = cx.adt_data(id);
            let fields = &data.variants.first()?.fields;
            Some(fields.iter().map(|it| subst(it.ty, args)).collect())
        }
        _ => None,
    }
}

/// `Copy` for certain: nothing is assumed about type parameters.
fn is_copy(cx: Cx<'_>, ty: Ty) -> bool {
    let mut is_generic = false;
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            is_generic |= matches!(
                ty.kind(),
                TyKind::Param(..) | TyKind::Assoc(..) | TyKind::Opaque(..)
            );
        }
        None
    });
    !is_generic && cx.is_copy(ty)
}
