//! Names of types and traits that do not resolve.
//!
//! rust-analyzer makes such types `{unknown}` without a word, so every path in
//! every signature, field and body is resolved again here.

use super::{Errors, dyns, idents, names, stores::Store};
use crate::{Cx, body::has_error, eval, items::CrateItems, spans::NodeSpans};
use hir_def::{
    DefWithBodyId, EnumVariantId, ExpressionStoreOwnerId, GenericDefId, Lookup, VariantId,
    expr_store::ExpressionStore, src::HasSource,
};
use hir_ty::{InferenceResult, TyLoweringDiagnostic, db::AnonConstId};
use syntax::AstNode;
use wrc_base::Span;
use wrc_thir::Ty;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for def in &items.generics {
        let whole = cx.item_span(*def);
        check_store(cx, ExpressionStoreOwnerId::Signature(*def), whole, out);
        lowering_errors(cx, *def, whole, out);
    }
    for variant in &items.variants {
        let whole = variant_span(cx, *variant);
        let owner = ExpressionStoreOwnerId::VariantFields(*variant);
        check_store(cx, owner, whole, out);
        let (store, map) = ExpressionStore::with_source_map(cx.db, owner);
        let spans = NodeSpans::new(cx, store, map, whole);
        for diagnostic in cx.db.field_types_with_diagnostics(*variant).diagnostics() {
            lowering_error(cx, diagnostic, &spans, out);
        }
    }
    for body in &items.bodies {
        let whole = body_span(cx, *body);
        check_store(cx, ExpressionStoreOwnerId::Body(*body), whole, out);
    }
    for variant in &items.variants {
        if let VariantId::EnumVariantId(it) = variant {
            check_discriminant(cx, *it, out);
        }
    }
    backstop(cx, items, out);
}

/// Discriminants that cannot be evaluated, or that another variant has.
fn check_discriminant(cx: Cx<'_>, id: EnumVariantId, out: &mut Errors) {
    let span = || variant_span(cx, id.into());
    let Some(value) = cx.discriminant(id) else {
        if let Some(failure) = eval::discriminant_failure(cx, id) {
            return out.add(super::consts::no_value(failure, "discriminant"));
        }
        return out.push("WRC1007", span(), "this discriminant cannot be evaluated");
    };
    let variants = &id.loc(cx.db).parent.enum_variants(cx.db).variants;
    let earlier = variants
        .values()
        .map(|(it, _)| *it)
        .take_while(|it| *it != id);
    let mut same = earlier.filter(|it| cx.discriminant(*it) == Some(value));
    if same.next().is_some() {
        let message = format!("discriminant value `{value}` assigned more than once");
        out.push("E0081", span(), message);
    }
}

/// Types of items that are unknown although nothing was reported: constants
/// in them that cannot be evaluated, associated types that do not exist.
fn backstop(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    let message = "a type or constant here is not known";
    for def in &items.generics {
        if signature_types(cx, *def).into_iter().any(has_error) {
            out.push(super::BACKSTOP, cx.item_span(*def), message);
        }
    }
    for variant in &items.variants {
        let types = cx.db.field_types(*variant);
        let unknown = types
            .iter()
            .any(|(_, field)| has_error(cx.ty(field.ty().instantiate_identity().skip_norm_wip())));
        if unknown {
            out.push(super::BACKSTOP, variant_span(cx, *variant), message);
        }
    }
}

fn signature_types(cx: Cx<'_>, def: GenericDefId) -> Vec<Ty> {
    let db = cx.db;
    match def {
        GenericDefId::FunctionId(it) => {
            let sig = db.callable_item_signature(it.into());
            let sig = sig.instantiate_identity().skip_norm_wip().skip_binder();
            sig.inputs_and_output.iter().map(|ty| cx.ty(ty)).collect()
        }
        GenericDefId::ConstId(it) => {
            vec![cx.ty(db.type_for_const(it).instantiate_identity().skip_norm_wip())]
        }
        GenericDefId::StaticId(it) => {
            vec![
                cx.ty(db
                    .type_for_static(it)
                    .instantiate_identity()
                    .skip_norm_wip()),
            ]
        }
        GenericDefId::ImplId(it) => {
            let self_ty = db.impl_self_ty(it).instantiate_identity().skip_norm_wip();
            let mut types = vec![cx.ty(self_ty)];
            if let Some(trait_ref) = db.impl_trait(it) {
                let args = trait_ref.instantiate_identity().skip_norm_wip().args;
                types.extend(args.iter().filter_map(|arg| Some(cx.ty(arg.ty()?))));
            }
            types
        }
        GenericDefId::AdtId(_) | GenericDefId::TraitId(_) | GenericDefId::TypeAliasId(_) => {
            Vec::new()
        }
    }
}

/// The span of the item a body belongs to.
pub fn body_span(cx: Cx<'_>, body: DefWithBodyId) -> Span {
    match body {
        DefWithBodyId::FunctionId(it) => cx.item_span(it.into()),
        DefWithBodyId::StaticId(it) => cx.item_span(it.into()),
        DefWithBodyId::ConstId(it) => cx.item_span(it.into()),
        DefWithBodyId::VariantId(it) => variant_span(cx, it.into()),
    }
}

pub fn variant_span(cx: Cx<'_>, variant: VariantId) -> Span {
    match variant {
        VariantId::StructId(it) => cx.item_span(it.into()),
        VariantId::UnionId(it) => cx.item_span(it.into()),
        VariantId::EnumVariantId(it) => {
            let source = it.lookup(cx.db).source(cx.db);
            cx.span(source.map(|node| node.syntax().text_range()))
        }
    }
}

fn check_store(cx: Cx<'_>, owner: ExpressionStoreOwnerId, whole: Span, out: &mut Errors) {
    let mut store = Store::new(cx, owner, whole);
    names::check(&mut store, out);
    names::check_values(&mut store, out);
    idents::check_places(&mut store, out);
    dyns::check(&mut store, out);
}

/// Wrong numbers of generic arguments, `_` in signatures, and the like.
fn lowering_errors(cx: Cx<'_>, def: GenericDefId, whole: Span, out: &mut Errors) {
    let db = cx.db;
    let owner = ExpressionStoreOwnerId::Signature(def);
    let (store, map) = ExpressionStore::with_source_map(db, owner);
    let spans = NodeSpans::new(cx, store, map, whole);
    for consts in AnonConstId::all_from_signature(db, def) {
        for id in consts {
            for diagnostic in InferenceResult::of(db, *id).diagnostics() {
                super::infer::report(cx, diagnostic, &spans, None, out);
            }
        }
    }
    let mut report = |diagnostics: &[TyLoweringDiagnostic]| {
        for diagnostic in diagnostics {
            lowering_error(cx, diagnostic, &spans, out);
        }
    };
    report(db.generic_defaults_with_diagnostics(def).diagnostics());
    report(hir_ty::GenericPredicates::query_with_diagnostics(db, def).diagnostics());
    report(db.const_param_types_with_diagnostics(def).diagnostics());
    match def {
        GenericDefId::ImplId(it) => {
            report(db.impl_self_ty_with_diagnostics(it).diagnostics());
            if let Some(result) = db.impl_trait_with_diagnostics(it) {
                report(result.diagnostics());
            }
        }
        GenericDefId::TypeAliasId(it) => {
            report(db.type_for_type_alias_with_diagnostics(it).diagnostics());
            report(db.type_alias_bounds_with_diagnostics(it).diagnostics());
        }
        GenericDefId::FunctionId(it) => report(db.fn_sig_for_fn_with_diagnostics(it).diagnostics()),
        GenericDefId::ConstId(it) => report(db.type_for_const_with_diagnostics(it).diagnostics()),
        GenericDefId::StaticId(it) => report(db.type_for_static_with_diagnostics(it).diagnostics()),
        GenericDefId::TraitId(_) | GenericDefId::AdtId(_) => {}
    }
}

pub fn lowering_error(
    cx: Cx<'_>,
    diagnostic: &TyLoweringDiagnostic,
    spans: &NodeSpans<'_>,
    out: &mut Errors,
) {
    match diagnostic {
        TyLoweringDiagnostic::PathDiagnostic { source, diag } => {
            super::infer::path_error(cx, diag, spans.type_ref(*source), out);
        }
        TyLoweringDiagnostic::InferVarsNotAllowed { source } => {
            let message = "the placeholder `_` is not allowed within types on item signatures";
            out.push("E0121", super::infer::span_of(*source, spans), message);
        }
    }
}
