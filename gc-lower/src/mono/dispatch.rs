//! Dynamic calls times coerced types: the instances that vtables need.

use super::Mono;
use crate::{
    pir::{DynMethod, Instance, Tcx},
    shim::resolve,
};
use wrc_base::{FxHashSet, FxIndexSet};
use wrc_thir::{Arg, FnContainer, Ty, TyKind};

/// What dynamic dispatch can reach so far.
#[derive(Debug, Default)]
pub(super) struct Dispatch {
    pub calls: FxIndexSet<DynMethod>,
    pub upcasts: FxIndexSet<(Ty, Ty)>,
    /// Is a value behind a `dyn` dropped?
    pub drops: bool,
    settled: FxHashSet<(Ty, DynMethod)>,
}

/// Adds the methods of coerced types that a known dynamic call may run, and
/// their drop glue. Returns the instances found, in a fixed order.
pub(super) fn extend(tcx: &Tcx, mono: &mut Mono, dispatch: &mut Dispatch) -> Vec<Instance> {
    let mut found = Vec::new();
    for (ty, object) in &mono.coerced {
        if dispatch.drops && tcx.needs_drop(*ty) {
            found.push(Instance::DropGlue(*ty));
        }
        let objects = upcasts_of(*object, &dispatch.upcasts);
        for method in &dispatch.calls {
            let key = (*ty, method.clone());
            if dispatch.settled.contains(&key)
                || !objects
                    .iter()
                    .any(|object| has_method(tcx, *object, method))
            {
                continue;
            }
            if let Some(inst) = implementation(tcx, *ty, &objects, method) {
                found.push(inst.clone());
                mono.dyn_impls.insert(key.clone(), inst);
                dispatch.settled.insert(key);
            }
        }
    }
    found
}

/// The object type and all it is upcast to.
fn upcasts_of(object: Ty, upcasts: &FxIndexSet<(Ty, Ty)>) -> Vec<Ty> {
    let mut objects = vec![object];
    let mut next = 0;
    while let Some(object) = objects.get(next).copied() {
        next += 1;
        for (from, to) in upcasts {
            if *from == object && !objects.contains(to) {
                objects.push(*to);
            }
        }
    }
    objects
}

/// Can the method be called on this `dyn`, as its own or a supertrait's?
fn has_method(tcx: &Tcx, object: Ty, method: &DynMethod) -> bool {
    let TyKind::Dyn(object) = object.kind() else {
        return false;
    };
    let Some((trait_def, _)) = &object.principal else {
        return false;
    };
    tcx.db.func(method.method).container == FnContainer::Trait(*trait_def)
        || tcx.db.dyn_methods(*trait_def).contains(&method.method)
}

/// The instance that `method` runs on a `ty`; none when `ty` implements the
/// trait at other arguments only.
fn implementation(tcx: &Tcx, ty: Ty, objects: &[Ty], method: &DynMethod) -> Option<Instance> {
    let FnContainer::Trait(trait_def) = tcx.db.func(method.method).container else {
        return None;
    };
    let is_principal = objects.iter().any(|object| {
        matches!(object.kind(), TyKind::Dyn(object)
        if object.principal.as_ref().is_some_and(|(def, args)| {
            *def == trait_def && *args == method.args
        }))
    });
    if !is_principal && !tcx.db.implements(ty, trait_def, &method.args) {
        return None;
    }
    let mut args = vec![Arg::Ty(ty)];
    args.extend(method.args.iter().cloned());
    resolve::instance(tcx, method.method, &args).ok().flatten()
}
