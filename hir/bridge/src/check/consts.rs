//! Constants without a value (E0080), and constants in types whose value rust-analyzer gets wrong: it takes `usize`
//! to be 64 bits wide, and lines and columns to be 0.
//!
//! Its value is part of types by now, so there is no way but to refuse.

use super::Errors;
use crate::{
    BridgeError, Cx,
    body::lower_const,
    db::body_owner,
    eval::{self, Failure, Known},
    ids,
    items::CrateItems,
};
use hir_def::{
    DefWithBodyId, ExpressionStoreOwnerId, ItemContainerId, Lookup,
    expr_store::{Body, ExpressionStore, HygieneId, StoreVisitor},
    hir::{Expr, ExprId, Pat},
    resolver::{HasResolver, ValueNs},
};
use hir_ty::db::AnonConstId;
use rustc_hash::FxHashSet;
use wrc_base::{SecondaryMap, Span};
use wrc_thir::{BodyOwner, Const, ExprId as ThirExprId, ExprKind, IntTy, PatKind, TyKind};

pub fn check_items(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for def in &items.generics {
        for consts in AnonConstId::all_from_signature(cx.db, *def) {
            check_anon(cx, consts, out);
        }
        check_paths(cx, ExpressionStoreOwnerId::Signature(*def), out);
    }
    for variant in &items.variants {
        let types = cx.db.field_types_with_diagnostics(*variant);
        check_anon(cx, types.defined_anon_consts(), out);
        check_paths(cx, ExpressionStoreOwnerId::VariantFields(*variant), out);
    }
}

/// E0080: constants and statics whose value cannot be computed. Those of
/// impls and traits are evaluated only where they are used.
pub fn check_values(cx: Cx<'_>, owner: DefWithBodyId, out: &mut Errors) {
    let container = match owner {
        DefWithBodyId::ConstId(it) => it.lookup(cx.db).container,
        DefWithBodyId::StaticId(it) => it.lookup(cx.db).container,
        DefWithBodyId::FunctionId(_) | DefWithBodyId::VariantId(_) => return,
    };
    if let ItemContainerId::ModuleId(_) = container
        && let Some(body) = body_owner(owner)
        && let Some(failure) = eval::failure(cx, body)
    {
        let what = match owner {
            DefWithBodyId::StaticId(_) => "static",
            _ => "constant",
        };
        out.add(no_value(failure, what));
    }
}

/// `what` it is that has no value.
pub fn no_value(failure: Failure, what: &str) -> BridgeError {
    let message = format!("this {what} has no value: {}", failure.message);
    let error = BridgeError::new("E0080", failure.span, message);
    match failure.inner {
        Some(inner) => error
            .with_label("in this call")
            .with_related(inner, failure.message),
        None => error.with_label(failure.message),
    }
}

fn check_anon(cx: Cx<'_>, consts: &[AnonConstId<'_>], out: &mut Errors) {
    for id in consts {
        let lowered = cx.lowered(BodyOwner::Const(ids::const_def(ids::AnyConst::Anon(*id))));
        if let Some(body) = &lowered.body {
            compare(cx, body, &lowered.map.exprs, out);
        }
    }
}

/// Constants that are nothing but the name of one.
fn check_paths(cx: Cx<'_>, owner: ExpressionStoreOwnerId, out: &mut Errors) {
    let store = ExpressionStore::of(cx.db, owner);
    for root in constants(store) {
        let Expr::Path(path) = &store[root] else {
            continue;
        };
        let resolver = owner.resolver(cx.db);
        let found = resolver.resolve_path_in_value_ns_fully(cx.db, path, HygieneId::ROOT);
        let Some(ValueNs::ConstId(id)) = found else {
            continue;
        };
        let lowered = cx.lowered(BodyOwner::Const(ids::const_def(ids::AnyConst::Item(id))));
        if let Some(body) = &lowered.body {
            compare(cx, body, &lowered.map.exprs, out);
        }
    }
}

/// The constants in the types of a body without errors.
pub fn check_body(cx: Cx<'_>, owner: DefWithBodyId, out: &mut Errors) {
    for root in constants(Body::of(cx.db, owner)) {
        if let Some((body, map)) = lower_const(cx, owner, root) {
            compare(cx, &body, &map.exprs, out);
        }
    }
}

/// Array lengths and const arguments, not blocks that are constant.
fn constants(store: &ExpressionStore) -> Vec<ExprId> {
    struct Roots(Vec<ExprId>);

    impl StoreVisitor for Roots {
        fn on_anon_const_expr(&mut self, expr: ExprId) {
            self.0.push(expr);
        }
    }

    let mut roots = Roots(Vec::new());
    for (ty, _) in store.types.iter() {
        store.visit_type_ref_children(ty, &mut roots);
    }
    for (expr, _) in store.exprs() {
        if !matches!(store[expr], Expr::Const(_)) {
            store.visit_expr_children(expr, &mut roots);
        }
    }
    for (pat, _) in store.pats() {
        if !matches!(store[pat], Pat::ConstBlock(_)) {
            store.visit_pat_children(pat, &mut roots);
        }
    }
    roots.0.sort();
    roots.0.dedup();
    roots.0
}

fn compare(
    cx: Cx<'_>,
    body: &wrc_thir::Body,
    spans: &SecondaryMap<ThirExprId, Span>,
    out: &mut Errors,
) {
    let ours = eval::value_of(cx, body, spans, eval::PROGRAM);
    let theirs = eval::value_of(cx, body, spans, eval::ANALYZER);
    // Where the width is that of `usize`, the higher bits fall away.
    let low = |value: u128| value & u128::from(u32::MAX);
    let is_word = matches!(
        body.exprs[body.root].ty.kind(),
        TyKind::Int(IntTy::Usize | IntTy::Isize)
    );
    let is_same = match (ours, theirs) {
        (Known::Bits(ours), Known::Bits(theirs)) if is_word => low(ours) == low(theirs),
        (Known::Bits(ours), Known::Bits(theirs)) => ours == theirs,
        (Known::Layout, _) => true,
        // It may be one of those.
        (Known::Nothing, _) | (Known::Bits(_), Known::Layout | Known::Nothing) => {
            if !is_param(body) && !names_variable(body) {
                let message = "a constant like this cannot be evaluated in a type";
                out.push("WRC1007", spans[body.root], message);
            }
            return;
        }
    };
    if !is_same {
        let message = "the value of this constant depends on the width of `usize` or on its \
                       line, which is not supported in a type";
        out.push("WRC1007", spans[body.root], message);
    }
}

/// Is the constant a parameter of the item, whose value its users give?
/// Does it name a variable of the function around? That is E0435.
fn names_variable(body: &wrc_thir::Body) -> bool {
    let mut bound = FxHashSet::default();
    for pat in body.pats.values() {
        if let PatKind::Binding { local, .. } = pat.kind {
            bound.insert(local);
        }
    }
    body.exprs.values().any(|expr| match expr.kind {
        ExprKind::Local(local) => !bound.contains(&local),
        // As if a closure had captured it.
        ExprKind::Upvar(_) | ExprKind::Unsupported(_) => true,
        _ => false,
    })
}

fn is_param(body: &wrc_thir::Body) -> bool {
    matches!(
        body.exprs[body.root].kind,
        ExprKind::ConstArg(Const::Param(..))
    )
}
