//! What a place path depends on: its own local's storage, or memory behind
//! references and pointers.

use crate::pir::{Body, Local, Place, PlaceBase, PlaceTy, Proj, Tcx};
use wrc_thir::{AdtKind, Ty, TyKind};

/// Index of the first step through a reference or raw pointer. Steps through
/// boxes stay in the storage of the box.
pub fn first_ref(tcx: &Tcx, body: &Body, place: &Place) -> Option<usize> {
    refs(tcx, body, place).next()
}

/// Indices of all steps through references and raw pointers.
pub fn refs(tcx: &Tcx, body: &Body, place: &Place) -> impl Iterator<Item = usize> {
    let mut found = Vec::new();
    if place.has_deref() {
        let mut at = base_ty(tcx, body, place);
        for (i, step) in place.proj.iter().enumerate() {
            if *step == Proj::Deref && at.ty.pointee().is_some() {
                found.push(i);
            }
            at = tcx.project_ty(at, step);
        }
    }
    found.into_iter()
}

fn base_ty(tcx: &Tcx, body: &Body, place: &Place) -> PlaceTy {
    let base = Place {
        base: place.base,
        proj: Default::default(),
    };
    tcx.place_ty(body, &base)
}

/// Is the place in its base local's own storage?
pub fn own_local(tcx: &Tcx, body: &Body, place: &Place) -> Option<Local> {
    let local = place.base_local()?;
    first_ref(tcx, body, place).is_none().then_some(local)
}

/// The locals used as indices.
pub fn indices(place: &Place) -> impl Iterator<Item = Local> {
    place.proj.iter().filter_map(|step| match step {
        Proj::Index(local) => Some(*local),
        _ => None,
    })
}

/// May writing one of the places change what the other holds? Both start
/// from the same local and stay in its storage.
pub fn overlap(a: &Place, b: &Place) -> bool {
    if a.base != b.base {
        return false;
    }
    for (a, b) in a.proj.iter().zip(&b.proj) {
        match (a, b) {
            (Proj::Field(a), Proj::Field(b)) if a != b => return false,
            (Proj::Variant(a), Proj::Variant(b)) if a != b => return false,
            (
                Proj::ConstIndex {
                    n: a,
                    from_end: false,
                },
                Proj::ConstIndex {
                    n: b,
                    from_end: false,
                },
            ) if a != b => return false,
            (a, b) if a == b => {}
            _ => return true,
        }
    }
    true
}

/// Might a value of the type be an object, whose identity is its place
/// (representation.md §4.1)? Enums, scalars and references are not.
pub fn maybe_object(tcx: &Tcx, ty: Ty) -> bool {
    match ty.kind() {
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Never
        | TyKind::Ref(..)
        | TyKind::RawPtr(..)
        | TyKind::FnDef(..)
        | TyKind::FnPtr(_) => false,
        TyKind::Adt(def, _) => tcx.adt(*def).kind != AdtKind::Enum,
        TyKind::Tuple(elems) => !elems.is_empty(),
        TyKind::Str
        | TyKind::Array(..)
        | TyKind::Slice(_)
        | TyKind::Closure(..)
        | TyKind::Coroutine(..)
        | TyKind::Dyn(_)
        | TyKind::Param(..)
        | TyKind::Assoc(..)
        | TyKind::Opaque(..)
        | TyKind::Error => true,
    }
}

/// The step through a reference after which nothing but the inside of boxes
/// and the only field of newtypes follows: the place is then, as far as
/// representation goes, all that the reference points to, and assigning to it
/// may have to overwrite an object's content.
pub fn content_step(tcx: &Tcx, body: &Body, place: &Place) -> Option<usize> {
    if !place.has_deref() {
        return None;
    }
    let mut at = base_ty(tcx, body, place);
    let mut found = None;
    for (i, step) in place.proj.iter().enumerate() {
        match step {
            Proj::Deref if at.ty.pointee().is_some() => found = Some(i),
            Proj::Deref => {}
            Proj::Field(_) if at.variant.is_none() && solid_fields(tcx, at.ty) <= 1 => {}
            Proj::Field(_)
            | Proj::Variant(_)
            | Proj::Index(_)
            | Proj::ConstIndex { .. }
            | Proj::Subslice { .. } => found = None,
        }
        at = tcx.project_ty(at, step);
    }
    found
}

/// How many fields certainly have a value at run time.
fn solid_fields(tcx: &Tcx, ty: Ty) -> usize {
    tcx.field_tys(ty, None)
        .into_iter()
        .filter(|ty| is_solid(tcx, *ty, 4))
        .count()
}

/// Is the type certainly not zero-sized?
fn is_solid(tcx: &Tcx, ty: Ty, depth: u32) -> bool {
    match ty.kind() {
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Ref(..)
        | TyKind::RawPtr(..)
        | TyKind::FnPtr(_) => true,
        TyKind::Adt(def, _) if depth > 0 => {
            tcx.adt(*def).kind == AdtKind::Struct
                && tcx.box_content(ty).is_none()
                && tcx
                    .field_tys(ty, None)
                    .into_iter()
                    .any(|ty| is_solid(tcx, ty, depth - 1))
        }
        _ => false,
    }
}

/// Does the path start at a static?
pub fn is_static(place: &Place) -> bool {
    matches!(place.base, PlaceBase::Static(_))
}
