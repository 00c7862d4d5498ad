//! Numbers of different types where one type is wanted. rust-analyzer lets an
//! integer and a float literal meet, as in `[1, 2.5]`.

use super::Errors;
use crate::{Cx, spans::NodeSpans};
use hir_def::{
    expr_store::ExpressionStore,
    hir::{Array, Expr, ExprId, Literal},
};
use hir_ty::{InferenceResult, next_solver::Ty};
use rustc_type_ir::{TyKind, inherent::IntoKind};

/// Checks all expressions of a body without other type errors.
pub fn check<'db>(
    cx: Cx<'db>,
    store: &ExpressionStore,
    inferred: &InferenceResult<'db>,
    spans: &NodeSpans<'db>,
    out: &mut Errors,
) {
    for (id, expr) in store.exprs() {
        let ty = inferred.expr_ty(id);
        match expr {
            Expr::Literal(literal) => check_literal(cx, literal, id, ty, spans, out),
            Expr::Array(Array::ElementList { elements }) => {
                if let TyKind::Array(elem, _) = ty.kind() {
                    for part in elements {
                        check_part(cx, inferred, *part, elem, spans, out);
                    }
                }
            }
            Expr::If {
                then_branch,
                else_branch: Some(other),
                ..
            } => {
                for part in [then_branch, other] {
                    check_part(cx, inferred, *part, ty, spans, out);
                }
            }
            Expr::Match { arms, .. } => {
                for arm in arms {
                    check_part(cx, inferred, arm.expr, ty, spans, out);
                }
            }
            _ => {}
        }
    }
}

fn check_literal<'db>(
    cx: Cx<'db>,
    literal: &Literal,
    id: ExprId,
    ty: Ty<'db>,
    spans: &NodeSpans<'db>,
    out: &mut Errors,
) {
    let found = match (literal, ty.kind()) {
        (Literal::Int(..) | Literal::Uint(..), TyKind::Float(_)) => "integer",
        (Literal::Float(..), TyKind::Int(_) | TyKind::Uint(_)) => "floating-point number",
        _ => return,
    };
    let message = format!(
        "mismatched types: expected `{}`, found {found}",
        cx.show(ty)
    );
    out.push("E0308", spans.expr(id), message);
}

/// Numbers only: others are coerced, or reported by rust-analyzer.
fn check_part<'db>(
    cx: Cx<'db>,
    inferred: &InferenceResult<'db>,
    part: ExprId,
    wanted: Ty<'db>,
    spans: &NodeSpans<'db>,
    out: &mut Errors,
) {
    let found = inferred
        .type_of_expr_with_adjust(part)
        .unwrap_or_else(|| inferred.expr_ty(part));
    if is_number(wanted) && is_number(found) && wanted != found {
        let (wanted, found) = (cx.show(wanted), cx.show(found));
        let message = format!("mismatched types: expected `{wanted}`, found `{found}`");
        out.push("E0308", spans.expr(part), message);
    }
}

fn is_number(ty: Ty<'_>) -> bool {
    matches!(
        ty.kind(),
        TyKind::Int(_) | TyKind::Uint(_) | TyKind::Float(_)
    )
}
