//! Parameters and results of functions whose size is not known (E0277,
//! E0746).

use super::{Errors, const_calls::has_features, infer};
use crate::{BridgeError, Cx, items::CrateItems};
use hir_def::{
    DefWithBodyId, FunctionId,
    signatures::{FnFlags, FunctionSignature},
};
use wrc_base::Span;
use wrc_thir::{Ty, TyKind};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    if has_features(cx, cx.krate) {
        return;
    }
    for body in &items.bodies {
        if let DefWithBodyId::FunctionId(id) = body {
            check_fn(cx, *id, out);
        }
    }
}

fn check_fn(cx: Cx<'_>, id: FunctionId, out: &mut Errors) {
    let sig = FunctionSignature::of(cx.db, id);
    if !sig.flags.contains(FnFlags::HAS_BODY) {
        return;
    }
    let data = cx.fn_data(id);
    let is_unsized = |ty: &Ty| matches!(ty.kind(), TyKind::Dyn(_) | TyKind::Str | TyKind::Slice(_));
    if !data.params.iter().chain([&data.ret]).any(is_unsized) {
        return;
    }
    let whole = cx.item_span(id.into());
    let spans = infer::signature_spans(cx, id.into(), whole);
    let written = |ty: Option<hir_def::type_ref::TypeRefId>| match (ty, &spans) {
        (Some(ty), Some(spans)) => spans.type_ref(ty),
        _ => whole,
    };
    for (ty, place) in data.params.iter().zip(sig.params.iter()) {
        if is_unsized(ty) {
            out.add(unsized_value(cx, *ty, written(Some(*place))));
        }
    }
    if is_unsized(&data.ret) {
        let place = written(sig.ret_type);
        out.add(match data.ret.kind() {
            TyKind::Dyn(_) => {
                let message = "return type must be a boxed `dyn Trait` object";
                BridgeError::new("E0746", place, message)
                    .with_label("doesn't have a size known at compile-time")
                    .with_help("write `Box<dyn …>`, or `impl …` if it is always of one type")
            }
            _ => unsized_value(cx, data.ret, place),
        });
    }
}

fn unsized_value(cx: Cx<'_>, ty: Ty, place: Span) -> BridgeError {
    let shown = cx.show(cx.ra_ty(ty));
    let message = format!("the size for values of type `{shown}` cannot be known");
    BridgeError::new("E0277", place, message)
        .with_label("doesn't have a size known at compile-time")
        .with_help(format!("take a reference: `&{shown}`"))
}
