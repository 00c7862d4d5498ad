//! Impls against their traits: missing and superfluous items.

use super::Errors;
use crate::{Cx, items::CrateItems};
use hir_def::{
    AssocItemId, GenericDefId, ImplId, Lookup, TraitId,
    signatures::{ConstSignature, FnFlags, FunctionSignature, TraitSignature, TypeAliasSignature},
    src::HasSource,
};
use rustc_hash::FxHashSet;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for it in &items.impls {
        if let Some(trait_ref) = cx.db.impl_trait(*it) {
            let trait_id = trait_ref.skip_binder().def_id.0;
            check_impl(cx, *it, trait_id, out);
        }
    }
}

fn check_impl(cx: Cx<'_>, it: ImplId, trait_id: TraitId, out: &mut Errors) {
    let trait_name = TraitSignature::of(cx.db, trait_id).name.as_str().to_owned();
    let declared = &trait_id.trait_items(cx.db).items;
    let written = &it.impl_items(cx.db).items;
    let names: FxHashSet<(&str, u8)> = written
        .iter()
        .map(|(name, item)| (name.as_str(), kind(*item)))
        .collect();
    let known: FxHashSet<(&str, u8)> = declared
        .iter()
        .map(|(name, item)| (name.as_str(), kind(*item)))
        .collect();
    let negative = hir_def::signatures::ImplSignature::of(cx.db, it).is_negative();
    let missing: Vec<String> = declared
        .iter()
        .filter(|(name, item)| {
            !negative && !has_default(cx, *item) && !names.contains(&(name.as_str(), kind(*item)))
        })
        .map(|(name, _)| format!("`{}`", name.as_str()))
        .collect();
    if !missing.is_empty() {
        let message = format!("not all trait items implemented, missing: {}", missing.join(", "));
        out.push("E0046", cx.item_span(it.into()), message);
    }
    for (name, item) in written.iter() {
        if known.contains(&(name.as_str(), kind(*item))) {
            continue;
        }
        let (code, what, def): (_, _, GenericDefId) = match item {
            AssocItemId::FunctionId(f) => ("E0407", "method", (*f).into()),
            AssocItemId::ConstId(c) => ("E0438", "const", (*c).into()),
            AssocItemId::TypeAliasId(t) => ("E0437", "type", (*t).into()),
        };
        let message = format!("{what} `{}` is not a member of trait `{trait_name}`", name.as_str());
        out.push(code, cx.item_span(def), message);
    }
}

fn kind(item: AssocItemId) -> u8 {
    match item {
        AssocItemId::FunctionId(_) => 0,
        AssocItemId::ConstId(_) => 1,
        AssocItemId::TypeAliasId(_) => 2,
    }
}

fn has_default(cx: Cx<'_>, item: AssocItemId) -> bool {
    match item {
        AssocItemId::FunctionId(it) => {
            FunctionSignature::of(cx.db, it).flags.contains(FnFlags::HAS_BODY)
        }
        AssocItemId::ConstId(it) => {
            let _ = ConstSignature::of(cx.db, it);
            it.lookup(cx.db).source(cx.db).value.body().is_some()
        }
        AssocItemId::TypeAliasId(it) => TypeAliasSignature::of(cx.db, it).ty.is_some(),
    }
}
