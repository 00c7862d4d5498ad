//! What was meant by a name that is not there: the name of something else that
//! differs in a letter or two, and traits that would have to be imported.

use crate::{Cx, ids};
use hir_def::{
    AdtId, AssocItemId, DefWithBodyId, ExpressionStoreOwnerId, ItemContainerId, Lookup,
    ModuleDefId, TraitId, VariantId,
    hir::ExprId,
    nameres::crate_def_map,
    resolver::{HasResolver, Resolver, ScopeDef},
    signatures::{FnFlags, FunctionSignature, VariantFields},
};
use hir_ty::{
    method_resolution::InherentImpls,
    next_solver::{StoredTy, Ty as RaTy},
};
use rustc_type_ir::{
    TyKind as RaTyKind,
    fast_reject::{TreatParams, simplify_type},
    inherent::IntoKind,
};
use wrc_thir::TyKind;

/// The help for a wrong name: what it may have been meant to be.
pub fn help(name: &str, candidates: impl IntoIterator<Item = String>) -> Option<String> {
    let found = similar(name, candidates)?;
    Some(format!("did you mean `{found}`?"))
}

/// The candidate that differs least, if it does not differ in more than a
/// third of the letters.
fn similar(name: &str, candidates: impl IntoIterator<Item = String>) -> Option<String> {
    let limit = name.chars().count().max(3) / 3;
    let lower = name.to_lowercase();
    let mut best: Option<(usize, String)> = None;
    for candidate in candidates {
        if candidate == name || candidate.starts_with("__") {
            continue;
        }
        let far = match candidate.to_lowercase() == lower {
            true => 0,
            false => distance(name, &candidate),
        };
        let is_better = best
            .as_ref()
            .is_none_or(|(least, other)| (far, &candidate) < (*least, other));
        if far <= limit && is_better {
            best = Some((far, candidate));
        }
    }
    best.map(|(_, it)| it)
}

/// How many letters are inserted, left out, replaced or exchanged with the
/// next one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // The rows for the last two letters of `a`, and the one being made.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            let is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if is_swap {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// Values that can be named at an expression.
pub fn values(cx: Cx<'_>, owner: DefWithBodyId, at: ExprId) -> Vec<String> {
    let mut resolver = owner.resolver(cx.db);
    let scope = resolver.update_to_inner_scope(cx.db, ExpressionStoreOwnerId::Body(owner), at);
    let names = in_scope(cx, &resolver, |def| match def {
        ScopeDef::Local(_) => true,
        ScopeDef::ModuleDef(it) => matches!(
            it,
            ModuleDefId::FunctionId(_) | ModuleDefId::ConstId(_) | ModuleDefId::StaticId(_)
        ),
        _ => false,
    });
    resolver.reset_to_guard(scope);
    names
}

/// The help for a field or method of `self` that is named alone.
pub fn of_self(cx: Cx<'_>, owner: DefWithBodyId, name: &str) -> Option<String> {
    let DefWithBodyId::FunctionId(id) = owner else {
        return None;
    };
    let ItemContainerId::ImplId(it) = id.lookup(cx.db).container else {
        return None;
    };
    let sig = FunctionSignature::of(cx.db, id);
    let self_ty = cx
        .db
        .impl_self_ty(it)
        .instantiate_identity()
        .skip_norm_wip();
    let has_self = sig.flags.contains(FnFlags::HAS_SELF_PARAM);
    if has_self && fields_of_ty(cx, self_ty).iter().any(|it| it == name) {
        return Some(format!("it is a field: `self.{name}`"));
    }
    let is_method = methods(cx, self_ty).iter().any(|it| it == name);
    is_method.then(|| match has_self {
        true => format!("it is a method: `self.{name}(…)`, or `Self::{name}(…)` without `self`"),
        false => format!("it is a function of the type: `Self::{name}`"),
    })
}

/// Types (or traits) that can be named.
pub fn types(cx: Cx<'_>, resolver: &Resolver<'_>, traits: bool) -> Vec<String> {
    let mut names = in_scope(cx, resolver, |def| match def {
        ScopeDef::ModuleDef(ModuleDefId::TraitId(_)) => traits,
        ScopeDef::ModuleDef(
            ModuleDefId::AdtId(_) | ModuleDefId::TypeAliasId(_) | ModuleDefId::BuiltinType(_),
        )
        | ScopeDef::GenericParam(_) => !traits,
        _ => false,
    });
    if !traits {
        let builtin = ["bool", "char", "str", "usize", "isize", "String"];
        names.extend(builtin.map(str::to_owned));
    }
    names
}

/// Types and modules, with which a path can begin.
pub fn beginnings(cx: Cx<'_>, resolver: &Resolver<'_>) -> Vec<String> {
    let modules = in_scope(cx, resolver, |def| {
        matches!(def, ScopeDef::ModuleDef(ModuleDefId::ModuleId(_)))
    });
    let mut names = types(cx, resolver, false);
    names.extend(modules);
    names
}

fn in_scope(
    cx: Cx<'_>,
    resolver: &Resolver<'_>,
    wanted: impl Fn(&ScopeDef) -> bool,
) -> Vec<String> {
    let names = resolver.names_in_scope(cx.db);
    let named = names.iter().filter(|(_, defs)| defs.iter().any(&wanted));
    named.map(|(name, _)| name.as_str().to_owned()).collect()
}

/// The fields of a type, and of what it is a reference to.
pub fn fields_of(cx: Cx<'_>, ty: &StoredTy) -> Vec<String> {
    fields_of_ty(cx, ty.as_ref())
}

fn fields_of_ty(cx: Cx<'_>, ty: RaTy<'_>) -> Vec<String> {
    match without_refs(ty).kind() {
        RaTyKind::Adt(adt, _) => match adt.def_id() {
            AdtId::StructId(it) => fields(cx, it.into()),
            AdtId::UnionId(it) => fields(cx, it.into()),
            AdtId::EnumId(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}

pub fn fields(cx: Cx<'_>, variant: VariantId) -> Vec<String> {
    let fields = VariantFields::of(cx.db, variant).fields().iter();
    fields.map(|(_, it)| it.name.as_str().to_owned()).collect()
}

fn without_refs(mut ty: RaTy<'_>) -> RaTy<'_> {
    while let RaTyKind::Ref(_, inner, _) = ty.kind() {
        ty = inner;
    }
    ty
}

/// The names of the variants of an enum.
pub fn variants(cx: Cx<'_>, adt: AdtId) -> Vec<String> {
    let AdtId::EnumId(id) = adt else {
        return Vec::new();
    };
    let data = cx.adt_cached(ids::adt_def(id.into()));
    data.variants.iter().map(|it| it.name.to_string()).collect()
}

/// The methods and functions that a type has itself.
pub fn methods(cx: Cx<'_>, ty: RaTy<'_>) -> Vec<String> {
    let ty = without_refs(ty);
    let Some(head) = simplify_type(cx.interner, ty, TreatParams::InstantiateWithInfer) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for krate in cx.krate.transitive_deps(cx.db) {
        for it in InherentImpls::for_crate(cx.db, krate).for_self_ty(&head) {
            let items = it.impl_items(cx.db).items.iter();
            names.extend(items.map(|(name, _)| name.as_str().to_owned()));
        }
    }
    names
}

/// The help where a trait has the method, and the type implements it.
pub fn import_trait(cx: Cx<'_>, ty: RaTy<'_>, method: &str) -> Option<String> {
    let self_ty = cx.ty(without_refs(ty));
    if matches!(self_ty.kind(), TyKind::Error) || crate::body::has_error(self_ty) {
        return None;
    }
    let crates = cx.krate.transitive_deps(cx.db);
    let traits = crates.into_iter().flat_map(|krate| {
        let modules = crate_def_map(cx.db, krate).modules();
        modules.flat_map(|(_, module)| module.scope.declarations())
    });
    let found = traits.filter_map(|def| match def {
        ModuleDefId::TraitId(it) => Some(it),
        _ => None,
    });
    let mut found = found.filter(|it| {
        has_method(cx, *it, method) && cx.implements(self_ty, ids::trait_def(*it), &[])
    });
    let path = cx.trait_path(found.next()?);
    let own = cx.krate.data(cx.db).edition;
    let name = cx.krate.extra_data(cx.db).display_name.as_ref();
    let name = name.map(|it| it.crate_name().to_string());
    let path =
        match name.and_then(|name| path.strip_prefix(&format!("{name}::")).map(str::to_owned)) {
            Some(rest) if own.at_least_2018() => format!("crate::{rest}"),
            _ => match path.strip_prefix("core::").or(path.strip_prefix("alloc::")) {
                Some(rest) => format!("std::{rest}"),
                None => path,
            },
        };
    Some(format!(
        "a trait has this method, which must be imported: `use {path};`"
    ))
}

/// Traits with parameters are not asked about.
fn has_method(cx: Cx<'_>, id: TraitId, method: &str) -> bool {
    let params = hir_def::hir::generics::GenericParams::of(cx.db, id.into());
    let mut items = id.trait_items(cx.db).items.iter();
    // `Self` is one.
    params.len_type_or_consts() == 1
        && items.any(|(name, item)| {
            matches!(item, AssocItemId::FunctionId(_)) && name.as_str() == method
        })
}

#[cfg(test)]
mod tests {
    use super::similar;

    fn check(name: &str, candidates: &[&str], found: Option<&str>) {
        let candidates = candidates.iter().map(|it| (*it).to_owned());
        assert_eq!(similar(name, candidates).as_deref(), found, "{name}");
    }

    #[test]
    fn names_that_are_meant() {
        check("cuont", &["count", "mount"], Some("count"));
        check("widht", &["height", "width"], Some("width"));
        check("hashmap", &["HashMap"], Some("HashMap"));
        check("lenn", &["len", "lend"], Some("len"));
        check("x", &["y"], Some("y"));
        check("total", &["count"], None);
    }
}
