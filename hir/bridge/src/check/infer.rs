//! rust-analyzer's inference errors with rustc's numbers and words.

use super::{Errors, mismatch, similar};
use crate::{BridgeError, Cx, spans::NodeSpans};
use hir_def::{
    AssocItemId, DefWithBodyId, ExpressionStoreOwnerId, GenericDefId, VariantId,
    attrs::AttrFlags,
    expr_store::{Body, ExpressionStore},
    hir::{Expr, ExprOrPatId},
    signatures::{
        ConstSignature, EnumSignature, FunctionSignature, StaticSignature, StructSignature,
        TraitSignature, TypeAliasSignature, UnionSignature, VariantFields,
    },
};
use hir_ty::{
    CastError, ExplicitDropMethodUseKind, GenericArgsProhibitedReason, IncorrectGenericsLenKind,
    InferenceDiagnostic as D, InferenceResult, InferenceTyDiagnosticSource, PathLoweringDiagnostic,
    ReturnKind, TyLoweringDiagnostic, display::HirDisplay, next_solver::StoredTy,
    solver_errors::SolverDiagnosticKind,
};
use wrc_base::Span;

/// Spans of the signature of the item that owns a body.
pub fn signature_spans<'db>(
    cx: Cx<'db>,
    owner: DefWithBodyId,
    whole: Span,
) -> Option<NodeSpans<'db>> {
    let def: GenericDefId = match owner {
        DefWithBodyId::FunctionId(it) => it.into(),
        DefWithBodyId::StaticId(it) => it.into(),
        DefWithBodyId::ConstId(it) => it.into(),
        DefWithBodyId::VariantId(_) => return None,
    };
    let owner = ExpressionStoreOwnerId::Signature(def);
    let (store, map) = ExpressionStore::with_source_map(cx.db, owner);
    Some(NodeSpans::new(cx, store, map, whole))
}

/// The span of a node named in a trait error.
pub fn span_of(span: hir_ty::Span, spans: &NodeSpans<'_>) -> Span {
    match span {
        hir_ty::Span::ExprId(it) => spans.expr(it),
        hir_ty::Span::PatId(it) => spans.pat(it),
        hir_ty::Span::BindingId(it) => spans.binding(it),
        hir_ty::Span::TypeRefId(it) => spans.type_ref(it),
        hir_ty::Span::Dummy => spans.whole(),
    }
}

/// Did inference report anything that stops compilation?
pub fn has_errors(infer: &InferenceResult<'_>) -> bool {
    infer.diagnostics().iter().any(|diagnostic| {
        let path = match diagnostic {
            D::PathDiagnostic { diag, .. } => diag,
            D::TyDiagnostic {
                diag: TyLoweringDiagnostic::PathDiagnostic { diag, .. },
                ..
            } => diag,
            _ => return true,
        };
        // `&mut Ctx` for `&mut Ctx<'_>` is a matter of style.
        !matches!(
            path,
            PathLoweringDiagnostic::ElidedLifetimesInPath {
                hard_error: false,
                ..
            }
        )
    })
}

/// Does a format string refer to an argument that does not exist?
/// rust-analyzer has a number for it.
fn is_missing_argument(diagnostic: &D) -> bool {
    matches!(diagnostic, D::UnresolvedField { name, .. }
        if name.as_tuple_index() == Some(usize::MAX))
}

/// Does it follow from a wrong format string?
pub fn is_of_format_string(diagnostic: &D) -> bool {
    matches!(diagnostic, D::TypeMustBeKnown { .. }) || is_missing_argument(diagnostic)
}

/// Reports one inference error.
pub fn report(
    cx: Cx<'_>,
    diagnostic: &D,
    spans: &NodeSpans<'_>,
    signature: Option<&NodeSpans<'_>>,
    out: &mut Errors,
) {
    let show = |ty: &StoredTy| cx.show(ty.as_ref());
    let node = |id: ExprOrPatId| spans.node(id);
    match diagnostic {
        D::NoSuchField {
            field,
            private,
            variant,
        } => {
            let name = cx.variant_name(*variant);
            let what = variant_kind(*variant);
            let node_id = field.unpack();
            let field_name = spans.field_name(cx, node_id);
            let (code, message) = match (private, node_id) {
                (Some(_), _) => (
                    "E0451",
                    format!("field `{field_name}` of {what} `{name}` is private"),
                ),
                (None, ExprOrPatId::ExprId(_)) => (
                    if what == "variant" { "E0559" } else { "E0560" },
                    format!("{what} `{name}` has no field named `{field_name}`"),
                ),
                (None, ExprOrPatId::PatId(_)) => (
                    "E0026",
                    format!("{what} `{name}` does not have a field named `{field_name}`"),
                ),
            };
            let error = BridgeError::new(code, spans.field(cx, node_id), message);
            let meant = match private {
                Some(_) => None,
                None => similar::help(&field_name, similar::fields(cx, *variant)),
            };
            out.add(error.with_some_help(meant));
        }
        D::MismatchedArrayPatLen {
            pat,
            expected,
            found,
            has_rest,
        } => {
            let (code, at_least) = if *has_rest {
                ("E0528", "at least ")
            } else {
                ("E0527", "")
            };
            let message =
                format!("pattern requires {at_least}{found} elements but array has {expected}");
            out.push(code, spans.pat(*pat), message);
        }
        D::ArrayPatternWithoutFixedLength { pat } => {
            let message = "cannot pattern-match on an array without a fixed length";
            out.push("E0730", spans.pat(*pat), message);
        }
        D::ExpectedArrayOrSlicePat { pat, found } => {
            let message = format!("expected an array or slice, found `{}`", show(found));
            out.push("E0529", spans.pat(*pat), message);
        }
        D::InvalidRangePatType { pat } => {
            let message = "only `char` and numeric types are allowed in range patterns";
            out.push("E0029", spans.pat(*pat), message);
        }
        D::DuplicateField { field, .. } => {
            let node_id = field.unpack();
            let name = spans.field_name(cx, node_id);
            let (code, message) = match node_id {
                ExprOrPatId::ExprId(_) => {
                    ("E0062", format!("field `{name}` specified more than once"))
                }
                ExprOrPatId::PatId(_) => (
                    "E0025",
                    format!("field `{name}` bound multiple times in the pattern"),
                ),
            };
            out.push(code, node(node_id), message);
        }
        D::PrivateField { expr, field } => {
            let fields = VariantFields::of(cx.db, field.parent);
            let name = fields.fields()[field.local_id].name.as_str().to_owned();
            let of = cx.variant_name(field.parent);
            let what = variant_kind(field.parent);
            let message = format!("field `{name}` of {what} `{of}` is private");
            out.push("E0616", spans.expr(*expr), message);
        }
        D::PrivateAssocItem { id, item } => {
            let (what, name) = assoc_name(cx, *item);
            out.push(
                "E0624",
                node(id.unpack()),
                format!("{what} `{name}` is private"),
            );
        }
        D::UnresolvedField {
            expr,
            receiver,
            name,
            method_with_same_name_exists,
        } => {
            let ty = show(receiver);
            if is_missing_argument(diagnostic) {
                let message = "the format string refers to an argument that is not given";
                out.push("WRC1001", spans.expr(*expr), message);
                return;
            }
            let (code, message) = match method_with_same_name_exists {
                true => (
                    "E0615",
                    format!(
                        "attempted to take value of method `{}` on type `{ty}`",
                        name.as_str()
                    ),
                ),
                false if is_primitive(receiver.as_ref()) => (
                    "E0610",
                    format!("`{ty}` is a primitive type and therefore doesn't have fields"),
                ),
                false => (
                    "E0609",
                    format!("no field `{}` on type `{ty}`", name.as_str()),
                ),
            };
            let meant = match method_with_same_name_exists {
                true => Some(format!("call it: `.{}()`", name.as_str())),
                false => similar::help(name.as_str(), similar::fields_of(cx, receiver)),
            };
            let error = BridgeError::new(code, spans.expr(*expr), message);
            out.add(error.with_some_help(meant));
        }
        D::UnresolvedMethodCall {
            expr,
            receiver,
            name,
            ..
        } => {
            let ty = show(receiver);
            let message = format!(
                "no method named `{}` found for type `{ty}` in the current scope",
                name.as_str()
            );
            let receiver = receiver.as_ref();
            let meant = similar::import_trait(cx, receiver, name.as_str())
                .or_else(|| similar::help(name.as_str(), similar::methods(cx, receiver)));
            let error = BridgeError::new("E0599", spans.method_name(cx, *expr), message);
            out.add(error.with_some_help(meant));
        }
        D::UnresolvedAssocItem { id } => {
            let path = spans.path_text(cx, id.unpack());
            let message = format!("no function or associated item found for `{path}`");
            let error = BridgeError::new("E0599", node(id.unpack()), message);
            let meant = super::idents::meant_item(cx, &path, spans);
            out.add(error.with_some_help(meant));
        }
        D::UnresolvedIdent { id } => {
            let path = spans.path_text(cx, id.unpack());
            if let Some(error) = super::idents::explain(cx, &path, id.unpack(), spans) {
                return out.add(error);
            }
            let message = match path.rsplit_once("::") {
                Some(_) => format!("cannot find value or function `{path}`"),
                None => format!("cannot find value `{path}` in this scope"),
            };
            let meant = match (spans.owner(), id.unpack()) {
                (Some(owner), ExprOrPatId::ExprId(expr)) => similar::of_self(cx, owner, &path)
                    .or_else(|| similar::help(&path, similar::values(cx, owner, expr))),
                _ => None,
            };
            out.add(BridgeError::new("E0425", node(id.unpack()), message).with_some_help(meant));
        }
        D::BreakOutsideOfLoop {
            expr,
            is_break,
            bad_value_break,
        } => {
            if let (false, Some(place)) = (bad_value_break, spans.closure_around(cx, *expr)) {
                let what = if *is_break { "break" } else { "continue" };
                let message = format!("`{what}` inside of {place}");
                return out.push("E0267", spans.expr(*expr), message);
            }
            let (code, message) = match (bad_value_break, is_break) {
                (true, _) => ("E0571", "`break` with value from a `while` or `for` loop"),
                (false, true) => ("E0268", "`break` outside of a loop or labeled block"),
                (false, false) => ("E0268", "`continue` outside of a loop"),
            };
            out.push(code, spans.expr(*expr), message);
        }
        D::NonExhaustiveRecordExpr { expr } => {
            let message = "cannot create non-exhaustive struct using struct expression";
            out.push("E0639", spans.expr(*expr), message);
        }
        D::NonExhaustiveRecordPat { pat, .. } => {
            let message = "`..` required with a struct marked as non-exhaustive";
            out.push("E0638", spans.pat(*pat), message);
        }
        D::UnionPatMustHaveExactlyOneField { pat } => {
            let message = "union patterns should have exactly one field";
            out.push("WRC1003", spans.pat(*pat), message);
        }
        D::UnionPatHasRest { pat } => {
            out.push(
                "WRC1003",
                spans.pat(*pat),
                "`..` cannot be used in union patterns",
            );
        }
        D::FunctionalRecordUpdateOnNonStruct { base_expr } => {
            let message = "functional record update syntax requires a struct";
            out.push("E0436", spans.expr(*base_expr), message);
        }
        D::MismatchedArgCount {
            call_expr,
            expected,
            found,
            is_fn_trait_call,
        } => {
            let code = if *is_fn_trait_call { "E0057" } else { "E0061" };
            let message = format!(
                "this function takes {} but {} supplied",
                count(*expected, "argument"),
                match found {
                    1 => "1 argument was".to_owned(),
                    n => format!("{n} arguments were"),
                }
            );
            out.push(code, spans.expr(*call_expr), message);
        }
        D::MismatchedTupleStructPatArgCount {
            pat,
            expected,
            found,
        } => {
            let message = format!(
                "this pattern has {}, but the corresponding tuple struct has {}",
                count(*found, "field"),
                count(*expected, "field"),
            );
            out.push("E0023", spans.pat(*pat), message);
        }
        D::ExpectedFunction { call_expr, found } => {
            let message = format!("expected function, found `{}`", show(found));
            out.push("E0618", spans.expr(*call_expr), message);
        }
        D::CannotBeDereferenced { expr, found } => {
            let message = format!("type `{}` cannot be dereferenced", show(found));
            out.push("E0614", spans.expr(*expr), message);
        }
        D::MutRefInImmRefPat { pat } => {
            let message = "cannot match inside a `&` pattern with a `&mut` pattern";
            out.push("E0308", spans.pat(*pat), message);
        }
        D::CannotImplicitlyDerefTraitObject { pat, found } => {
            let message = format!("type `{}` cannot be dereferenced in a pattern", show(found));
            out.push("E0033", spans.pat(*pat), message);
        }
        D::CannotIndexInto { expr, found } => {
            let message = format!("cannot index into a value of type `{}`", show(found));
            out.push("E0608", spans.expr(*expr), message);
        }
        D::TypedHole { expr, .. } => {
            let message =
                "in expressions, `_` can only be used on the left-hand side of an assignment";
            out.push("WRC1003", spans.expr(*expr), message);
        }
        D::CastToUnsized { expr, cast_ty } => {
            let message = format!("cast to unsized type: `{}`", show(cast_ty));
            out.push("E0620", spans.expr(*expr), message);
        }
        D::InvalidCast {
            expr,
            error,
            expr_ty,
            cast_ty,
        } => {
            let (code, message) = cast_error(*error, &show(expr_ty), &show(cast_ty));
            out.push(code, spans.expr(*expr), message);
        }
        D::TyDiagnostic { source, diag } => {
            let spans = match source {
                InferenceTyDiagnosticSource::Body => spans,
                InferenceTyDiagnosticSource::Signature => signature.unwrap_or(spans),
            };
            super::types::lowering_error(cx, diag, spans, out);
        }
        D::PathDiagnostic { node: id, diag } => path_error(cx, diag, node(id.unpack()), out),
        D::MethodCallIncorrectGenericsLen {
            expr,
            provided_count,
            expected_count,
            kind,
            ..
        } => {
            let message = generics_len("method", *kind, *expected_count, *provided_count);
            out.push("E0107", spans.expr(*expr), message);
        }
        D::MethodCallIllegalSizedBound { call_expr } => {
            let message = "this method cannot be invoked on a trait object";
            out.push("WRC1003", spans.expr(*call_expr), message);
        }
        D::MethodCallIncorrectGenericsOrder { expr, .. } => {
            let message = "generic arguments are provided in the wrong order";
            out.push("E0747", spans.expr(*expr), message);
        }
        D::InvalidLhsOfAssignment { lhs } => {
            let code = match spans.is_compound_assignment(cx, *lhs) {
                true => "E0067",
                false => "E0070",
            };
            let message = "invalid left-hand side of assignment";
            out.push(code, spans.expr(*lhs), message);
        }
        D::TypeMustBeKnown { at_point, .. } => {
            out.push(
                "E0282",
                span_of(*at_point, spans),
                "type annotations needed",
            );
        }
        D::UnionExprMustHaveExactlyOneField { expr } => {
            let message = "union expressions should have exactly one field";
            out.push("E0784", spans.expr(*expr), message);
        }
        D::TypeMismatch {
            node: id,
            expected,
            found,
        } => {
            let meant = mismatch(cx, id.unpack(), expected, found, spans);
            let (expected, found) = (show(expected), show(found));
            let error = match spans.form(id.unpack()) {
                Some(Expr::Return { expr: None }) => {
                    let message = "`return;` in a function whose return type is not `()`";
                    BridgeError::new("E0069", node(id.unpack()), message)
                        .with_help(format!("give back a value of type `{expected}`"))
                }
                Some(Expr::If {
                    else_branch: None, ..
                }) if found == "()" => {
                    let message = format!(
                        "`if` may be missing an `else` clause: expected `{expected}`, found `()`"
                    );
                    BridgeError::new("E0317", node(id.unpack()), message)
                        .with_help("add an `else` that gives a value of this type")
                }
                _ => {
                    let message =
                        format!("mismatched types: expected `{expected}`, found `{found}`");
                    BridgeError::new("E0308", node(id.unpack()), message).with_some_help(meant)
                }
            };
            out.add(error);
        }
        D::SolverDiagnostic(diagnostic) => {
            let SolverDiagnosticKind::TraitUnimplemented {
                trait_predicate,
                parent_trait_predicates,
            } = &diagnostic.kind;
            let bounds = [trait_predicate]
                .into_iter()
                .chain(parent_trait_predicates)
                .map(|bound| bound.get(cx.interner));
            // A hidden trait is nobody's concern, only what it is required for.
            let mut bounds = bounds.skip_while(|bound| {
                let id = bound.trait_ref.def_id.0;
                AttrFlags::query(cx.db, id.into()).contains(AttrFlags::IS_DOC_HIDDEN)
            });
            let bound = bounds.next().unwrap_or(trait_predicate.get(cx.interner));
            let mut message = format!(
                "the trait bound `{}` is not satisfied",
                bound.display(cx.db, cx.target())
            );
            if let Some(parent) = bounds.next() {
                message += &format!(" (required for `{}`)", parent.display(cx.db, cx.target()));
            }
            out.push("E0277", span_of(diagnostic.span, spans), message);
        }
        D::ExplicitDropMethodUse { kind } => {
            let id = match kind {
                ExplicitDropMethodUseKind::MethodCall(expr) => ExprOrPatId::ExprId(*expr),
                ExplicitDropMethodUseKind::Path(id) => id.unpack(),
            };
            out.push("E0040", node(id), "explicit use of destructor method");
        }
        D::MutableRefBinding { pat } => {
            let message = "binding cannot be both mutable and by-reference";
            out.push("WRC1003", spans.pat(*pat), message);
        }
        D::YieldOutsideCoroutine { expr } => {
            out.push(
                "E0627",
                spans.expr(*expr),
                "yield expression outside of coroutine literal",
            );
        }
        D::ReturnOutsideFunction { expr, kind } => {
            let what = match kind {
                ReturnKind::ReturnExpr => "return",
                ReturnKind::BecomeExpr => "become",
            };
            let message = format!("{what} statement outside of function body");
            out.push("E0572", spans.expr(*expr), message);
        }
        D::RecordMissingFields {
            record,
            variant,
            missed_fields,
        } => {
            let (code, what) = match record {
                ExprOrPatId::ExprId(_) => ("E0063", "in initializer of"),
                ExprOrPatId::PatId(_) => ("E0027", "in pattern for"),
            };
            let message = super::body::missing_fields(cx, *variant, missed_fields, what);
            out.push(code, node(*record), message);
        }
    }
}

/// The help for a value of another type.
fn mismatch(
    cx: Cx<'_>,
    id: ExprOrPatId,
    expected: &StoredTy,
    found: &StoredTy,
    spans: &NodeSpans<'_>,
) -> Option<String> {
    let ExprOrPatId::ExprId(expr) = id else {
        return None;
    };
    let block = spans.owner().and_then(|owner| {
        let inferred = InferenceResult::of(cx.db, owner);
        let store = Body::of(cx.db, owner);
        mismatch::semicolon(store, inferred, cx, expr, expected.as_ref())
    });
    block.or_else(|| mismatch::help(cx, expected.as_ref(), found.as_ref()))
}

/// Errors in the generic arguments of a path.
pub fn path_error(cx: Cx<'_>, diag: &PathLoweringDiagnostic, span: Span, out: &mut Errors) {
    match diag {
        PathLoweringDiagnostic::GenericArgsProhibited { reason, .. } => {
            let on = match reason {
                GenericArgsProhibitedReason::Module => "module",
                GenericArgsProhibitedReason::TyParam => "type parameter",
                GenericArgsProhibitedReason::SelfTy => "self type",
                GenericArgsProhibitedReason::PrimitiveTy => "builtin type",
                GenericArgsProhibitedReason::Const => "constant",
                GenericArgsProhibitedReason::Static => "static",
                GenericArgsProhibitedReason::LocalVariable => "local variable",
                GenericArgsProhibitedReason::EnumVariant => "this segment of an enum variant path",
            };
            out.push(
                "E0109",
                span,
                format!("generic arguments are not allowed on {on}"),
            );
        }
        PathLoweringDiagnostic::ParenthesizedGenericArgsWithoutFnTrait { .. } => {
            let message = "parenthesized type parameters may only be used with a `Fn` trait";
            out.push("E0214", span, message);
        }
        PathLoweringDiagnostic::IncorrectGenericsLen {
            provided_count,
            expected_count,
            kind,
            def,
            ..
        } => {
            let what = cx.describe(*def);
            let message = generics_len(&what, *kind, *expected_count, *provided_count);
            out.push("E0107", span, message);
        }
        PathLoweringDiagnostic::IncorrectGenericsOrder { .. } => {
            let message = "generic arguments are provided in the wrong order";
            out.push("E0747", span, message);
        }
        PathLoweringDiagnostic::ElidedLifetimesInPath { hard_error, .. } => {
            if *hard_error {
                let message = "implicit elided lifetime not allowed here";
                out.push("E0726", span, message);
            }
        }
        PathLoweringDiagnostic::ElisionFailure { .. }
        | PathLoweringDiagnostic::MissingLifetime { .. } => {
            out.push("E0106", span, "missing lifetime specifier");
        }
        PathLoweringDiagnostic::GenericDefaultRefersToSelf { .. } => {
            let message = "generic parameters cannot use `Self` in their defaults";
            out.push("E0735", span, message);
        }
    }
}

fn generics_len(what: &str, kind: IncorrectGenericsLenKind, expected: u32, found: u32) -> String {
    let noun = match kind {
        IncorrectGenericsLenKind::Lifetimes => "lifetime argument",
        IncorrectGenericsLenKind::TypesAndConsts => "generic argument",
    };
    format!(
        "{what} takes {} but {} supplied",
        count(expected as usize, noun),
        match found {
            1 => format!("1 {noun} was"),
            n => format!("{n} {noun}s were"),
        }
    )
}

fn cast_error(error: CastError, from: &str, to: &str) -> (&'static str, String) {
    match error {
        CastError::CastToBool => ("E0054", format!("cannot cast `{from}` as `bool`")),
        CastError::CastToChar => (
            "E0604",
            format!("only `u8` can be cast as `char`, not `{from}`"),
        ),
        CastError::IllegalCast | CastError::DifferingKinds | CastError::PtrPtrAddingAutoTraits => {
            ("E0606", format!("casting `{from}` as `{to}` is invalid"))
        }
        CastError::SizedUnsizedCast => (
            "E0607",
            format!("cannot cast thin pointer `{from}` to wide pointer `{to}`"),
        ),
        CastError::IntToWideCast => (
            "E0606",
            format!("cannot cast `{from}` to a pointer that is wide"),
        ),
        CastError::NeedDeref
        | CastError::NeedViaPtr
        | CastError::NeedViaThinPtr
        | CastError::NeedViaInt => ("E0606", format!("casting `{from}` as `{to}` is invalid")),
        CastError::NonScalar | CastError::Unknown => {
            ("E0605", format!("non-primitive cast: `{from}` as `{to}`"))
        }
    }
}

fn is_primitive(ty: hir_ty::next_solver::Ty<'_>) -> bool {
    use rustc_type_ir::{TyKind, inherent::IntoKind};
    matches!(
        ty.kind(),
        TyKind::Bool | TyKind::Char | TyKind::Int(_) | TyKind::Uint(_) | TyKind::Float(_)
    )
}

fn count(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        n => format!("{n} {noun}s"),
    }
}

fn variant_kind(variant: VariantId) -> &'static str {
    match variant {
        VariantId::EnumVariantId(_) => "variant",
        VariantId::StructId(_) => "struct",
        VariantId::UnionId(_) => "union",
    }
}

fn assoc_name(cx: Cx<'_>, item: AssocItemId) -> (&'static str, String) {
    match item {
        AssocItemId::FunctionId(it) => (
            "method",
            FunctionSignature::of(cx.db, it).name.as_str().to_owned(),
        ),
        AssocItemId::ConstId(it) => (
            "associated constant",
            ConstSignature::of(cx.db, it)
                .name
                .as_ref()
                .map_or("_", |name| name.as_str())
                .to_owned(),
        ),
        AssocItemId::TypeAliasId(it) => (
            "associated type",
            TypeAliasSignature::of(cx.db, it).name.as_str().to_owned(),
        ),
    }
}

impl Cx<'_> {
    /// `Struct` or `Enum::Variant`.
    pub fn variant_name(&self, variant: VariantId) -> String {
        let db = self.db;
        match variant {
            VariantId::StructId(it) => StructSignature::of(db, it).name.as_str().to_owned(),
            VariantId::UnionId(it) => UnionSignature::of(db, it).name.as_str().to_owned(),
            VariantId::EnumVariantId(it) => {
                let loc = it.loc(db);
                let parent = EnumSignature::of(db, loc.parent).name.as_str();
                format!("{parent}::{}", loc.name.as_str())
            }
        }
    }

    /// ``struct `Name` ``.
    pub fn describe(&self, def: GenericDefId) -> String {
        use hir_def::AdtId;
        let db = self.db;
        let (what, name) = match def {
            GenericDefId::AdtId(AdtId::StructId(it)) => {
                ("struct", StructSignature::of(db, it).name.as_str())
            }
            GenericDefId::AdtId(AdtId::UnionId(it)) => {
                ("union", UnionSignature::of(db, it).name.as_str())
            }
            GenericDefId::AdtId(AdtId::EnumId(it)) => {
                ("enum", EnumSignature::of(db, it).name.as_str())
            }
            GenericDefId::ConstId(it) => (
                "constant",
                ConstSignature::of(db, it)
                    .name
                    .as_ref()
                    .map_or("_", |name| name.as_str()),
            ),
            GenericDefId::FunctionId(it) => {
                ("function", FunctionSignature::of(db, it).name.as_str())
            }
            GenericDefId::ImplId(_) => ("impl", ""),
            GenericDefId::StaticId(it) => ("static", StaticSignature::of(db, it).name.as_str()),
            GenericDefId::TraitId(it) => ("trait", TraitSignature::of(db, it).name.as_str()),
            GenericDefId::TypeAliasId(it) => {
                ("type alias", TypeAliasSignature::of(db, it).name.as_str())
            }
        };
        format!("{what} `{name}`")
    }
}
