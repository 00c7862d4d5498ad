//! What to write where a value has another type than is wanted.

use crate::Cx;
use hir_def::{
    AdtId,
    expr_store::ExpressionStore,
    hir::{Expr, ExprId, Statement},
};
use hir_ty::{InferenceResult, next_solver::Ty};
use rustc_type_ir::{TyKind, inherent::IntoKind};

/// The help for a value of type `found` where one of type `expected` is wanted.
pub fn help<'db>(cx: Cx<'db>, expected: Ty<'db>, found: Ty<'db>) -> Option<String> {
    let is = |ty: Ty<'db>, name: &str| adt_name(cx, ty) == Some(name);
    let of = |ty: Ty<'db>| match ty.kind() {
        TyKind::Adt(_, args) => args.types().next(),
        _ => None,
    };
    let text = match (expected.kind(), found.kind()) {
        (TyKind::Adt(..), TyKind::Ref(_, inner, _))
            if is(expected, "String") && matches!(inner.kind(), TyKind::Str) =>
        {
            "make a `String` of it: `.to_string()`".to_owned()
        }
        (TyKind::Ref(_, wanted, mutability), _) if same(cx, wanted, found) => {
            match mutability.is_mut() {
                true => "borrow it: write `&mut` before it".to_owned(),
                false => "borrow it: write `&` before it".to_owned(),
            }
        }
        (_, TyKind::Ref(_, inner, _)) if same(cx, expected, inner) => {
            match cx.is_copy(cx.ty(inner)) {
                true => "take the value behind the reference: write `*` before it".to_owned(),
                false => "make a copy of it: `.clone()`".to_owned(),
            }
        }
        _ if is(expected, "Option") && of(expected).is_some_and(|it| same(cx, it, found)) => {
            "wrap it: `Some(…)`".to_owned()
        }
        _ if is(expected, "Result") && of(expected).is_some_and(|it| same(cx, it, found)) => {
            "wrap it: `Ok(…)`".to_owned()
        }
        _ if (is(found, "Option") || is(found, "Result"))
            && of(found).is_some_and(|it| same(cx, it, expected)) =>
        {
            "there may be no value in it: use `match`, `?`, `.unwrap_or(…)` or `.expect(…)`"
                .to_owned()
        }
        _ if is_number(expected) && is_number(found) => format!(
            "convert it: `.into()` or `.try_into()`, or `as {}`, which may cut it off",
            cx.show(expected)
        ),
        (TyKind::Char, TyKind::Ref(_, inner, _)) if matches!(inner.kind(), TyKind::Str) => {
            "characters are written in single quotes".to_owned()
        }
        _ => return None,
    };
    Some(text)
}

/// The help for a block without a value whose last statement has one.
pub fn semicolon<'db>(
    store: &ExpressionStore,
    inferred: &InferenceResult<'db>,
    cx: Cx<'db>,
    block: ExprId,
    expected: Ty<'db>,
) -> Option<String> {
    let Expr::Block {
        statements,
        tail: None,
        ..
    } = &store[block]
    else {
        return None;
    };
    match statements.last()? {
        Statement::Expr {
            expr,
            has_semi: true,
        } if same(cx, inferred.expr_ty(*expr), expected) => {
            Some("remove the last semicolon: without it the block has a value".to_owned())
        }
        _ => None,
    }
}

fn same<'db>(cx: Cx<'db>, a: Ty<'db>, b: Ty<'db>) -> bool {
    let (a, b) = (cx.ty(a), cx.ty(b));
    a == b && !crate::body::has_error(a)
}

fn is_number(ty: Ty<'_>) -> bool {
    matches!(
        ty.kind(),
        TyKind::Int(_) | TyKind::Uint(_) | TyKind::Float(_)
    )
}

fn adt_name<'db>(cx: Cx<'db>, ty: Ty<'db>) -> Option<&'db str> {
    match ty.kind() {
        TyKind::Adt(adt, _) => {
            let id: AdtId = adt.def_id();
            Some(cx.adt_name(id))
        }
        _ => None,
    }
}
