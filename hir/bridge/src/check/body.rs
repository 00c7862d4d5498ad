//! Errors in one body that rust-analyzer finds: names, types, patterns,
//! exhaustiveness, missing `unsafe`.

use super::{Errors, defs, formats, infer, joins, types::body_span};
use crate::{Cx, spans::NodeSpans};
use either::Either;
use hir_def::{
    DefWithBodyId, VariantId,
    expr_store::{Body, ExpressionStoreDiagnostics},
    hir::{BindingProblems, Expr, ExprId, ExprOrPatId, PatId},
    signatures::VariantFields,
};
use hir_ty::{
    InferenceDiagnostic, InferenceResult,
    diagnostics::{BodyValidationDiagnostic, UnsafetyReason, missing_unsafe},
};
use rustc_hash::FxHashSet;
use wrc_base::Span;

pub fn check(cx: Cx<'_>, owner: DefWithBodyId, out: &mut Errors) {
    let (body, map) = Body::with_source_map(cx.db, owner);
    let whole = body_span(cx, owner);
    let spans = NodeSpans::new(cx, body, map, whole).of_body(owner);
    let before = out.errors.len();
    for (_, call) in map.macro_calls() {
        defs::macro_errors(cx, call, out);
        formats::check(cx, call, out);
    }
    let is_macro_wrong = out.errors.len() > before;
    for diagnostic in map.diagnostics() {
        store_error(cx, diagnostic, out);
    }
    binding_errors(body, &spans, out);
    let inferred = InferenceResult::of(cx.db, owner);
    let sig_map = infer::signature_spans(cx, owner, whole);
    for diagnostic in inferred.diagnostics() {
        // Where a format string is wrong, that is what there is to say of it.
        if !(is_macro_wrong && infer::is_of_format_string(diagnostic)) {
            infer::report(cx, diagnostic, &spans, sig_map.as_ref(), out);
        }
    }
    if infer::has_errors(inferred) {
        missing_fields_only(cx, owner, inferred, &spans, out);
    } else {
        joins::check(cx, body, inferred, &spans, out);
        for diagnostic in BodyValidationDiagnostic::collect(cx.db, owner, false) {
            validation_error(cx, &diagnostic, &spans, out);
        }
    }
    unsafe_errors(cx, owner, &spans, out);
}

/// E0408, E0409, E0416; E0415 among parameters.
fn binding_errors(body: &Body, spans: &NodeSpans<'_>, out: &mut Errors) {
    for (id, binding) in body.bindings() {
        let name = binding.name.as_str();
        let (code, message) = match binding.problems {
            None => continue,
            Some(BindingProblems::BoundMoreThanOnce) => (
                "E0416",
                format!("identifier `{name}` is bound more than once in the same pattern"),
            ),
            Some(BindingProblems::BoundInconsistently) => (
                "E0409",
                format!("variable `{name}` is bound inconsistently across alternatives"),
            ),
            Some(BindingProblems::NotBoundAcrossAll) => (
                "E0408",
                format!("variable `{name}` is not bound in all patterns"),
            ),
        };
        out.push(code, spans.last_of_binding(id), message);
    }
    let closures = body.exprs().filter_map(|(_, expr)| match expr {
        Expr::Closure { args, .. } => Some(args.to_vec()),
        _ => None,
    });
    let own: Vec<PatId> = body.params.iter().map(|it| it.formal).collect();
    for params in closures.chain([own]) {
        repeated_params(body, &params, spans, out);
    }
}

fn repeated_params(body: &Body, params: &[PatId], spans: &NodeSpans<'_>, out: &mut Errors) {
    let mut seen = FxHashSet::default();
    for param in params {
        let mut own = FxHashSet::default();
        body.walk_bindings_in_pat(*param, |id| {
            own.insert(id);
        });
        for id in own {
            let binding = &body[id];
            if !seen.insert((binding.name.clone(), binding.hygiene)) {
                let name = binding.name.as_str();
                let message =
                    format!("identifier `{name}` is bound more than once in this parameter list");
                out.push("E0415", spans.binding(id), message);
            }
        }
    }
}

fn store_error(cx: Cx<'_>, diagnostic: &ExpressionStoreDiagnostics, out: &mut Errors) {
    match diagnostic {
        ExpressionStoreDiagnostics::InactiveCode { .. } => {}
        ExpressionStoreDiagnostics::UnresolvedMacroCall { node, path } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let name = path.display(cx.db, cx.target().edition).to_string();
            out.push(
                "E0433",
                span,
                format!("cannot find macro `{name}` in this scope"),
            );
        }
        ExpressionStoreDiagnostics::UnreachableLabel { node, name } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let message = format!("use of unreachable label `{}`", name.as_str());
            out.push("E0767", span, message);
        }
        ExpressionStoreDiagnostics::AwaitOutsideOfAsync { node, location } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let message = format!(
                "`await` is only allowed inside `async` functions and blocks (found in {location})"
            );
            out.push("E0728", span, message);
        }
        ExpressionStoreDiagnostics::UndeclaredLabel { node, name } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let message = format!("use of undeclared label `{}`", name.as_str());
            out.push("E0426", span, message);
        }
        ExpressionStoreDiagnostics::PatternArgInExternFn { node } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let message = "patterns aren't allowed in foreign function declarations";
            out.push("E0130", span, message);
        }
        ExpressionStoreDiagnostics::FruInDestructuringAssignment { node } => {
            let span = cx.span(node.map(|ptr| ptr.text_range()));
            let message = "functional record updates are not allowed in destructuring assignments";
            out.push("E0797", span, message);
        }
    }
}

/// Beside other errors the fields that a record lacks are still certain,
/// unless one of its own names is wrong.
fn missing_fields_only(
    cx: Cx<'_>,
    owner: DefWithBodyId,
    inferred: &InferenceResult<'_>,
    spans: &NodeSpans<'_>,
    out: &mut Errors,
) {
    let is_misnamed = |record: ExprId| {
        inferred.diagnostics().iter().any(|it| match it {
            InferenceDiagnostic::NoSuchField { field, .. } => match field.unpack() {
                ExprOrPatId::ExprId(value) => spans.is_field_of(value, record),
                ExprOrPatId::PatId(_) => false,
            },
            _ => false,
        })
    };
    for diagnostic in BodyValidationDiagnostic::collect(cx.db, owner, false) {
        if let BodyValidationDiagnostic::RecordMissingFields {
            record: Either::Left(record),
            ..
        } = &diagnostic
            && !is_misnamed(*record)
        {
            validation_error(cx, &diagnostic, spans, out);
        }
    }
}

fn validation_error(
    cx: Cx<'_>,
    diagnostic: &BodyValidationDiagnostic<'_>,
    spans: &NodeSpans<'_>,
    out: &mut Errors,
) {
    match diagnostic {
        BodyValidationDiagnostic::RecordMissingFields {
            record,
            variant,
            missed_fields,
        } => {
            let (code, what, span) = match record {
                Either::Left(expr) => ("E0063", "in initializer of", spans.expr(*expr)),
                Either::Right(pat) => ("E0027", "in pattern for", spans.pat(*pat)),
            };
            let message = missing_fields(cx, *variant, missed_fields, what);
            out.push(code, span, message);
        }
        BodyValidationDiagnostic::MissingMatchArms {
            match_expr,
            uncovered_patterns,
        } => {
            let message = format!("non-exhaustive patterns: {uncovered_patterns}");
            out.push("E0004", spans.expr(*match_expr), message);
        }
        BodyValidationDiagnostic::NonExhaustiveLet {
            pat,
            uncovered_patterns,
        } => {
            let message = format!("refutable pattern in local binding: {uncovered_patterns}");
            out.push("E0005", spans.pat(*pat), message);
        }
        BodyValidationDiagnostic::ReplaceFilterMapNextWithFindMap { .. }
        | BodyValidationDiagnostic::RemoveTrailingReturn { .. }
        | BodyValidationDiagnostic::RemoveUnnecessaryElse { .. }
        | BodyValidationDiagnostic::UnusedMustUse { .. } => {}
    }
}

/// The text of E0063 and E0027.
pub fn missing_fields(
    cx: Cx<'_>,
    variant: VariantId,
    missed: &[hir_def::LocalFieldId],
    what: &str,
) -> String {
    let fields = VariantFields::of(cx.db, variant);
    let names: Vec<String> = missed
        .iter()
        .map(|id| format!("`{}`", fields.fields()[*id].name.as_str()))
        .collect();
    let plural = if names.len() == 1 { "field" } else { "fields" };
    let name = cx.variant_name(variant);
    format!("missing {plural} {} {what} `{name}`", names.join(", "))
}

fn unsafe_errors(cx: Cx<'_>, owner: DefWithBodyId, spans: &NodeSpans<'_>, out: &mut Errors) {
    let result = missing_unsafe(cx.db, owner);
    if result.fn_is_unsafe {
        return;
    }
    for (node, reason) in result.unsafe_exprs {
        let span: Span = match node {
            ExprOrPatId::ExprId(expr) => spans.expr(expr),
            ExprOrPatId::PatId(pat) => spans.pat(pat),
        };
        let what = match reason {
            UnsafetyReason::UnionField => "access to union field",
            UnsafetyReason::UnsafeFnCall => "call to unsafe function",
            UnsafetyReason::InlineAsm => "use of inline assembly",
            UnsafetyReason::RawPtrDeref => "dereference of raw pointer",
            UnsafetyReason::MutableStatic => "use of mutable static",
            UnsafetyReason::ExternStatic => "use of extern static",
        };
        let message = format!("{what} is unsafe and requires unsafe function or block");
        out.push("E0133", span, message);
    }
}
