//! Items that need themselves: types that hold a value of their own type
//! (E0072), constants and statics whose value is computed from it and aliases
//! of themselves (E0391), and `async` functions that
//! wait for themselves (E0733).

use super::{Errors, stores::Store};
use crate::{BridgeError, Cx, ids, items::CrateItems};
use hir_def::{
    AdtId, ConstId, DefWithBodyId, ExpressionStoreOwnerId, FunctionId, GenericDefId,
    ItemContainerId, Lookup, StaticId, TypeAliasId,
    expr_store::path::Path,
    resolver::TypeNs,
    signatures::{FnFlags, FunctionSignature},
};
use rustc_hash::FxHashSet;
use wrc_thir::{AdtDef, BodyOwner, Callee, ExprKind, Ty, TyKind, subst};

/// Types that grow with every step are given up after so many.
const LIMIT: usize = 2000;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    let mut infinite = Vec::new();
    for def in &items.generics {
        if let GenericDefId::AdtId(id) = def {
            check_size(cx, *id, &mut infinite, out);
        }
    }
    let mut cyclic_aliases = Vec::new();
    for def in &items.generics {
        if let GenericDefId::TypeAliasId(id) = def
            && matches!(id.lookup(cx.db).container, ItemContainerId::ModuleId(_))
        {
            check_alias(cx, *id, &mut cyclic_aliases, out);
        }
    }
    let mut cyclic = Vec::new();
    for body in &items.bodies {
        // Those of impls are evaluated only where they are used.
        if let DefWithBodyId::ConstId(id) = body
            && matches!(id.lookup(cx.db).container, ItemContainerId::ModuleId(_))
        {
            check_const(cx, *id, &mut cyclic, out);
        }
    }
}

/// Cycles that rust-analyzer lives with.
pub fn check_own(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    let statics = items.bodies.iter().filter_map(|body| match body {
        DefWithBodyId::StaticId(it) => Some(*it),
        _ => None,
    });
    for it in cyclic(statics, |it| statics_read(cx, it)) {
        let message = "cycle detected: the value of this static needs itself";
        out.push("E0391", cx.item_span(it.into()), message);
    }
    let fns = items.bodies.iter().filter_map(|body| match body {
        DefWithBodyId::FunctionId(it) => Some(*it),
        _ => None,
    });
    let fns = fns.filter(|it| is_async(cx, *it));
    for it in cyclic(fns, |it| awaited(cx, it)) {
        let message = "recursion in an async fn requires boxing";
        let error = BridgeError::new("E0733", cx.item_span(it.into()), message);
        out.add(
            error.with_help(
                "wait for the boxed future, which has a known size: `Box::pin(…).await`",
            ),
        );
    }
}

/// Those that need themselves; of such that need each other only the first.
fn cyclic<T: Copy + Eq + std::hash::Hash>(
    all: impl Iterator<Item = T>,
    needs: impl Fn(T) -> Vec<T>,
) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for it in all {
        let mut seen = FxHashSet::default();
        let mut todo = needs(it);
        while let Some(used) = todo.pop() {
            if !found.contains(&used) && seen.insert(used) {
                todo.extend(needs(used));
            }
        }
        if seen.contains(&it) {
            found.push(it);
        }
    }
    found
}

/// The statics whose value, not only their place, the value of `id` needs.
fn statics_read(cx: Cx<'_>, id: StaticId) -> Vec<StaticId> {
    let lowered = cx.lowered(BodyOwner::Static(ids::static_def(id)));
    let Some(body) = &lowered.body else {
        return Vec::new();
    };
    let mut places = FxHashSet::default();
    for expr in body.exprs.values() {
        if let ExprKind::Borrow(_, place) | ExprKind::RawBorrow(_, place) = &expr.kind {
            let mut place = *place;
            while let ExprKind::Field(base, _) | ExprKind::Index(base, _) = &body.exprs[place].kind
            {
                place = *base;
            }
            places.insert(place);
        }
    }
    let read = body
        .exprs
        .iter()
        .filter_map(|(expr, data)| match data.kind {
            ExprKind::Static(def) if !places.contains(&expr) => Some(ids::static_id(def)),
            _ => None,
        });
    read.collect()
}

fn is_async(cx: Cx<'_>, id: FunctionId) -> bool {
    let flags = FunctionSignature::of(cx.db, id).flags;
    flags.contains(FnFlags::ASYNC) && flags.contains(FnFlags::HAS_BODY)
}

/// The `async` functions that one calls only to wait for them.
fn awaited(cx: Cx<'_>, id: FunctionId) -> Vec<FunctionId> {
    let lowered = cx.lowered(BodyOwner::Fn(ids::fn_def(id)));
    let mut found = Vec::new();
    for closure in &lowered.closures {
        let lowered = cx.lowered(BodyOwner::Closure(*closure));
        let Some(body) = &lowered.body else {
            continue;
        };
        for expr in body.exprs.values() {
            // `await IntoFuture::into_future(f())`
            if let ExprKind::Await(future) = &expr.kind
                && let ExprKind::Call { args, .. } = &body.exprs[*future].kind
                && let [call] = args[..]
                && let ExprKind::Call { callee, .. } = &body.exprs[call].kind
                && let Callee::Fn(def, _) = callee
            {
                let id = ids::function_id(*def);
                found.extend(is_async(cx, id).then_some(id));
            }
        }
    }
    found
}

/// Of types that hold each other only the first is reported.
fn check_size(cx: Cx<'_>, id: AdtId, infinite: &mut Vec<AdtDef>, out: &mut Errors) {
    let def = ids::adt_def(id);
    let holds = |targets: &[AdtDef]| {
        let data = cx.adt_cached(def);
        let mut fields = data.variants.iter().flat_map(|it| &it.fields);
        let mut seen = FxHashSet::default();
        fields.any(|field| holds_any(cx, field.ty, targets, &mut seen))
    };
    if holds(&[def]) && !holds(infinite) {
        infinite.push(def);
        let name = cx.adt_cached(def).name;
        let message = format!("recursive type `{name}` has infinite size");
        let error = BridgeError::new("E0072", cx.item_span(id.into()), message);
        out.add(error.with_help("put a reference between it and itself: a `Box`, `Rc` or `&`"));
    }
}

/// Is a value of one of `targets` part of a value of type `ty`?
fn holds_any(cx: Cx<'_>, ty: Ty, targets: &[AdtDef], seen: &mut FxHashSet<Ty>) -> bool {
    match ty.kind() {
        TyKind::Adt(def, _) if targets.contains(def) => true,
        TyKind::Adt(def, args) => {
            if seen.len() > LIMIT || !seen.insert(ty) {
                return false;
            }
            let data = cx.adt_cached(*def);
            let mut fields = data.variants.iter().flat_map(|it| &it.fields);
            fields.any(|field| holds_any(cx, subst(field.ty, args), targets, seen))
        }
        TyKind::Tuple(elems) => elems.iter().any(|it| holds_any(cx, *it, targets, seen)),
        TyKind::Array(elem, _) => holds_any(cx, *elem, targets, seen),
        _ => false,
    }
}

/// Of aliases that need each other only the first is reported.
fn check_alias(cx: Cx<'_>, id: TypeAliasId, cyclic: &mut Vec<TypeAliasId>, out: &mut Errors) {
    let mut seen = FxHashSet::default();
    let mut todo = aliases(cx, id);
    while let Some(used) = todo.pop() {
        if cyclic.contains(&used) {
            return;
        }
        if seen.insert(used) {
            todo.extend(aliases(cx, used));
        }
    }
    if seen.contains(&id) {
        cyclic.push(id);
        let message = "cycle detected: this type alias stands for itself";
        out.push("E0391", cx.item_span(id.into()), message);
    }
}

/// The aliases that one is written with.
fn aliases(cx: Cx<'_>, id: TypeAliasId) -> Vec<TypeAliasId> {
    let owner = ExpressionStoreOwnerId::Signature(id.into());
    let mut store = Store::new(cx, owner, cx.item_span(id.into()));
    let paths: Vec<&Path> = store.paths().map(|(_, path, _)| path).collect();
    let found = paths
        .into_iter()
        .filter_map(|path| match store.type_ns(path) {
            Some((TypeNs::TypeAliasId(it), None)) => Some(it),
            _ => None,
        });
    found.collect()
}

/// Of constants that need each other only the first is reported.
fn check_const(cx: Cx<'_>, id: ConstId, cyclic: &mut Vec<ConstId>, out: &mut Errors) {
    let mut seen = FxHashSet::default();
    let mut todo = uses(cx, id);
    while let Some(used) = todo.pop() {
        if cyclic.contains(&used) {
            return;
        }
        if seen.insert(used) {
            todo.extend(uses(cx, used));
        }
    }
    if seen.contains(&id) {
        cyclic.push(id);
        let message = "cycle detected: the value of this constant needs itself";
        out.push("E0391", cx.item_span(id.into()), message);
    }
}

/// The constants that the value of `id` is computed from. Those of traits
/// are not known before their impl is.
fn uses(cx: Cx<'_>, id: ConstId) -> Vec<ConstId> {
    if matches!(id.lookup(cx.db).container, ItemContainerId::TraitId(_)) {
        return Vec::new();
    }
    let lowered = cx.lowered(BodyOwner::Const(ids::const_def(ids::AnyConst::Item(id))));
    let Some(body) = &lowered.body else {
        return Vec::new();
    };
    let used = body.exprs.values().filter_map(|expr| match expr.kind {
        ExprKind::Const(def, _) => match ids::any_const(def) {
            ids::AnyConst::Item(it) => Some(it),
            ids::AnyConst::Anon(_) | ids::AnyConst::Discriminant(_) => None,
        },
        _ => None,
    });
    used.collect()
}
