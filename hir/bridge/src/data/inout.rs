//! Which `&mut` parameters may be passed as value and result: their borrow
//! must end when the call returns (representation.md §5.3, conditions 1 to 4).
//!
//! The test looks at the declaration as written, since types have no
//! lifetimes. What is unclear is not a candidate.

use crate::Cx;
use hir_def::{
    FunctionId, ItemContainerId, Lookup,
    hir::generics::GenericParams,
    signatures::{FnFlags, FunctionSignature},
    type_ref::{LifetimeRef, LifetimeRefId, Mutability, TypeRef},
};
use hir_ty::next_solver::{Ty, TyKind};
use rustc_type_ir::{
    RegionKind, TypeSuperVisitable, TypeVisitable, TypeVisitor, inherent::IntoKind,
};
use std::ops::ControlFlow;

/// Bit `i` is set when parameter `i` qualifies.
///
/// A method of a trait impl has the bits of the trait's declaration, so that
/// both have the same signature in wasm.
pub fn bits(cx: Cx<'_>, id: FunctionId) -> u64 {
    bits_of_declaration(cx, declaration(cx, id))
}

/// The trait's declaration of an impl's method; otherwise the function itself.
fn declaration(cx: Cx<'_>, id: FunctionId) -> FunctionId {
    let ItemContainerId::ImplId(it) = id.lookup(cx.db).container else {
        return id;
    };
    let Some(trait_ref) = cx.db.impl_trait(it) else {
        return id;
    };
    let name = &FunctionSignature::of(cx.db, id).name;
    let items = trait_ref.skip_binder().def_id.0.trait_items(cx.db);
    items
        .items
        .iter()
        .find_map(|(item, def)| match def {
            hir_def::AssocItemId::FunctionId(it) if item == name => Some(*it),
            _ => None,
        })
        .unwrap_or(id)
}

fn bits_of_declaration(cx: Cx<'_>, id: FunctionId) -> u64 {
    let sig = FunctionSignature::of(cx.db, id);
    if sig
        .flags
        .intersects(FnFlags::ASYNC | FnFlags::GEN | FnFlags::HAS_VARARGS)
    {
        return 0;
    }
    let result = cx
        .db
        .callable_item_signature(id.into())
        .skip_binder()
        .skip_binder()
        .output();
    let in_result = result.visit_with(&mut RegionsOf);
    if in_result == ControlFlow::Break(Found::Opaque) {
        return 0;
    }
    let mut bits = 0;
    for (i, param) in sig.params.iter().enumerate().take(64) {
        let TypeRef::Reference(reference) = &sig.store[*param] else {
            continue;
        };
        if reference.mutability == Mutability::Mut
            && is_unique(cx, id, sig, reference.lifetime)
            && !(in_result.is_break() && may_be_result_lifetime(sig, i, reference.lifetime))
        {
            bits |= 1 << i;
        }
    }
    bits
}

/// Is the lifetime elided, or the function's own and written only here?
fn is_unique(
    cx: Cx<'_>,
    id: FunctionId,
    sig: &FunctionSignature,
    lifetime: Option<LifetimeRefId>,
) -> bool {
    let name = match lifetime.map(|it| &sig.store[it]) {
        None | Some(LifetimeRef::Placeholder) => return true,
        Some(LifetimeRef::Named(name)) => name,
        Some(LifetimeRef::Param(_) | LifetimeRef::Static | LifetimeRef::Error) => return false,
    };
    let own = GenericParams::of(cx.db, id.into())
        .iter_late_bound_lt()
        .any(|(_, param)| param.name == *name);
    let uses = sig
        .store
        .lifetimes
        .iter()
        .filter(|(_, it)| matches!(it, LifetimeRef::Named(other) if other == name))
        .count();
    // One is the parameter's declaration.
    own && uses == 2
}

/// By the rules of elision: may an elided lifetime of the result be that of
/// parameter `i`? (A named one occurs twice and was excluded before.)
fn may_be_result_lifetime(
    sig: &FunctionSignature,
    i: usize,
    lifetime: Option<LifetimeRefId>,
) -> bool {
    let named = matches!(
        lifetime.map(|it| &sig.store[it]),
        Some(LifetimeRef::Named(_))
    );
    let has_self_reference = sig.flags.contains(FnFlags::HAS_SELF_PARAM)
        && matches!(
            sig.params.first().map(|it| &sig.store[*it]),
            Some(TypeRef::Reference(_))
        );
    match has_self_reference {
        true => i == 0,
        false => !named || sig.params.len() == 1,
    }
}

#[derive(PartialEq, Eq)]
enum Found {
    /// A lifetime that is elided.
    Region,
    /// `impl Trait`, which may capture any lifetime.
    Opaque,
}

/// Looks for lifetimes in a result type.
struct RegionsOf;

impl<'db> TypeVisitor<hir_ty::next_solver::DbInterner<'db>> for RegionsOf {
    type Result = ControlFlow<Found>;

    fn visit_ty(&mut self, ty: Ty<'db>) -> ControlFlow<Found> {
        match ty.kind() {
            TyKind::Alias(alias)
                if matches!(alias.kind, rustc_type_ir::AliasTyKind::Opaque { .. }) =>
            {
                ControlFlow::Break(Found::Opaque)
            }
            _ => ty.super_visit_with(self),
        }
    }

    fn visit_region(&mut self, region: hir_ty::next_solver::Region<'db>) -> ControlFlow<Found> {
        match region.kind() {
            // Named ones are not the parameter's, which is named only once.
            RegionKind::ReStatic
            | RegionKind::ReEarlyParam(_)
            | RegionKind::ReBound(..)
            | RegionKind::ReLateParam(_) => ControlFlow::Continue(()),
            // rust-analyzer's for elided ones.
            _ => ControlFlow::Break(Found::Region),
        }
    }
}
