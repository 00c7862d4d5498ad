//! Names in the place of types and traits: such that name nothing (E0425,
//! E0433, E0405, E0411, E0220, E0576), or something else (E0404, E0573,
//! E0782).

use super::{
    Errors,
    privacy::{self, End},
    similar,
    stores::Store,
};
use crate::{BridgeError, Cx};
use hir_def::{
    AssocItemId, TraitId, TypeAliasId,
    expr_store::{HygieneId, path::Path},
    hir::ExprOrPatId,
    per_ns::Namespace,
    resolver::{Resolver, TypeNs, ValueNs},
    signatures::TraitSignature,
    type_ref::TypeRefId,
};
use hir_expand::{
    mod_path::{ModPath, PathKind},
    name::Name,
};
use wrc_base::Span;

pub fn check(store: &mut Store<'_>, out: &mut Errors) {
    let paths: Vec<(TypeRefId, &Path, bool)> = store.paths().collect();
    for (id, path, is_trait) in paths {
        if path.type_anchor().is_some() {
            continue;
        }
        let error = match is_trait {
            true => check_trait(store, id, path),
            false => match check_type(store, id, path) {
                Some(_) if store.spans.is_qualifying_trait(id) => check_trait(store, id, path),
                other => other,
            },
        };
        if let Some(error) = error {
            out.add(error);
        }
    }
}

fn check_trait(store: &mut Store<'_>, id: TypeRefId, path: &Path) -> Option<BridgeError> {
    let (found, left) = match store.type_ns(path) {
        None | Some((TypeNs::ModuleId(_), Some(_))) => {
            return Some(unresolved(store, id, path, "trait"));
        }
        Some(found) => found,
    };
    if left.is_some() {
        return None;
    }
    match found {
        TypeNs::TraitId(it) => check_bindings(store, id, path, it),
        // A trait's alias has no kind of its own.
        TypeNs::TypeAliasId(_) => None,
        other => {
            let what = kind(other);
            let name = last_name(path);
            let message = format!("expected trait, found {what} `{name}`");
            let error = BridgeError::new("E0404", store.spans.type_ref(id), message);
            Some(error.with_label("not a trait"))
        }
    }
}

fn check_type(store: &mut Store<'_>, id: TypeRefId, path: &Path) -> Option<BridgeError> {
    let span = |store: &Store<'_>| store.spans.type_ref(id);
    match store.type_ns(path) {
        None => match value(store, path) {
            // `Short<N>`: a const argument looks like a type.
            Some(ValueNs::GenericParam(_) | ValueNs::ConstId(_) | ValueNs::StaticId(_)) => None,
            Some(ValueNs::FunctionId(_)) => {
                Some(no_type(span(store), "function", &last_name(path)))
            }
            Some(_) => Some(no_type(span(store), "value", &last_name(path))),
            None => Some(unresolved(store, id, path, "type")),
        },
        Some((TypeNs::ModuleId(_), left)) => match (left, value(store, path)) {
            (None, None) => Some(no_type(span(store), "module", &last_name(path))),
            (Some(_), None) => Some(unresolved(store, id, path, "type")),
            _ => None,
        },
        Some((TypeNs::EnumVariantId(_), None)) => {
            let error = no_type(span(store), "variant", &last_name(path));
            Some(error.with_help("write the enum's name: a variant is no type of its own"))
        }
        Some((TypeNs::TraitId(it), None)) => bare_trait(store, id, it),
        Some((ns, Some(1))) => check_assoc(store, id, path, ns),
        Some(_) => None,
    }
}

fn value(store: &mut Store<'_>, path: &Path) -> Option<ValueNs> {
    let db = store.cx.db;
    store.find(|it| it.resolve_path_in_value_ns_fully(db, path, HygieneId::ROOT))
}

fn no_type(span: Span, what: &str, name: &str) -> BridgeError {
    let message = format!("expected type, found {what} `{name}`");
    BridgeError::new("E0573", span, message).with_label("not a type")
}

/// `Box<Trait>`: since edition 2021 it has to be `dyn Trait`.
fn bare_trait(store: &Store<'_>, id: TypeRefId, it: TraitId) -> Option<BridgeError> {
    let edition = store.resolver.krate().data(store.cx.db).edition;
    if !edition.at_least_2021() {
        return None;
    }
    let name = TraitSignature::of(store.cx.db, it).name.as_str();
    let message = "expected a type, found a trait";
    let error = BridgeError::new("E0782", store.spans.type_ref(id), message);
    let help =
        format!("write `dyn {name}` for any type that implements it, or `impl {name}` for one");
    Some(error.with_label("a trait is no type").with_help(help))
}

/// `T::Item`, `Self::Item`, `<T as Trait>::Item`.
fn check_assoc(store: &Store<'_>, id: TypeRefId, path: &Path, ns: TypeNs) -> Option<BridgeError> {
    let (db, name) = (store.cx.db, path.segments().last()?.name);
    let span = store.spans.type_ref(id);
    match ns {
        TypeNs::GenericParam(_) | TypeNs::SelfType(_) => {
            if let TypeNs::SelfType(it) = ns {
                db.impl_trait(it)?;
            }
            let found = hir_ty::associated_type_shorthand_candidates(
                db,
                store.generic_def(),
                ns,
                |it, _| it == name,
            );
            let base = path.segments().first()?.name.as_str();
            let name = name.as_str();
            let message = format!("associated type `{name}` not found for `{base}`");
            let error = BridgeError::new("E0220", span, message);
            found.is_none().then(|| {
                error
                    .with_label("no bound has such a type")
                    .with_help(format!("add a bound whose trait has a type `{name}`"))
            })
        }
        TypeNs::TraitId(it) => {
            let is_missing = assoc_type(store.cx, it, name).is_none();
            let name = name.as_str();
            let of = TraitSignature::of(db, it).name.as_str();
            let message = format!("cannot find associated type `{name}` in trait `{of}`");
            is_missing.then(|| BridgeError::new("E0576", span, message))
        }
        _ => None,
    }
}

fn assoc_type(cx: Cx<'_>, it: TraitId, name: &Name) -> Option<TypeAliasId> {
    let items = &it.trait_items(cx.db).items;
    items.iter().find_map(|(other, item)| match item {
        AssocItemId::TypeAliasId(alias) if other == name => Some(*alias),
        _ => None,
    })
}

/// `Iterator<Itm = u8>`: the types a bound gives values to must exist.
fn check_bindings(
    store: &Store<'_>,
    id: TypeRefId,
    path: &Path,
    it: TraitId,
) -> Option<BridgeError> {
    let db = store.cx.db;
    let args = path.segments().last()?.args_and_bindings?;
    let supers = hir_ty::all_super_traits(db, it);
    let unknown = args.bindings.iter().find(|binding| {
        let has = |it: &TraitId| {
            let items = &it.trait_items(db).items;
            items.iter().any(|(name, _)| *name == binding.name)
        };
        !has(&it) && !supers.iter().any(has)
    })?;
    let name = unknown.name.as_str();
    let of = TraitSignature::of(db, it).name.as_str();
    let message = format!("associated type `{name}` not found for `{of}`");
    let span = store.spans.type_ref(id);
    Some(BridgeError::new("E0220", span, message))
}

fn unresolved(store: &mut Store<'_>, id: TypeRefId, path: &Path, what: &str) -> BridgeError {
    let span = store.spans.type_ref(id);
    let name = names(path);
    let code = match what {
        "trait" => "E0405",
        _ => "E0425",
    };
    if name == "Self" {
        let message = "cannot find type `Self` in this scope";
        return BridgeError::new("E0411", span, message)
            .with_label("`Self` is only available in impls, traits and types");
    }
    match path.mod_path() {
        Some(path) if path.segments().len() > 1 || path.kind != PathKind::Plain => {
            let order = [Namespace::Types, Namespace::Values];
            let at = |i| store.spans.type_segment(id, i);
            lost(store.cx, &store.resolver, path, &order, code, what, &at)
        }
        _ => {
            let message = format!("cannot find {what} `{name}` in this scope");
            let error = BridgeError::new(code, span, message);
            let error = error.with_label("not found in this scope");
            let cx = store.cx;
            let meant = import(&name).or_else(|| {
                let names = similar::types(cx, &store.resolver, what == "trait");
                similar::help(&name, names)
            });
            error.with_some_help(meant)
        }
    }
}

/// The error of a path of several names that leads nowhere.
fn lost(
    cx: Cx<'_>,
    resolver: &Resolver<'_>,
    path: &ModPath,
    order: &[Namespace],
    code: &'static str,
    what: &str,
    at: &dyn Fn(usize) -> Span,
) -> BridgeError {
    let names: Vec<&str> = path.segments().iter().map(|it| it.as_str()).collect();
    let text = path.display(cx.db, cx.target().edition).to_string();
    match privacy::follow(cx, resolver, path, order) {
        End::Hidden(found) => privacy::hidden(cx, &found, at(found.at)),
        End::Missing(i) if i + 1 < names.len() => {
            let name = names[i];
            let message = format!("cannot find module or crate `{name}` in `{text}`");
            let error = BridgeError::new("E0433", at(i), message);
            let meant = import(name).or_else(|| match i {
                0 => similar::help(name, similar::beginnings(cx, resolver)),
                _ => None,
            });
            error.with_some_help(meant)
        }
        End::Missing(_) | End::Found => {
            let last = names.last().copied().unwrap_or_default();
            let before = text.strip_suffix(last).unwrap_or_default();
            let within = before.trim_end_matches("::");
            let message = match within {
                "" => format!("cannot find {what} `{last}`"),
                _ => format!("cannot find {what} `{last}` in `{within}`"),
            };
            let end = names.len().saturating_sub(1);
            BridgeError::new(code, at(end), message)
        }
    }
}

/// Paths of several names in expressions and patterns that lead nowhere.
pub fn check_values(store: &mut Store<'_>, out: &mut Errors) {
    for (id, path, order) in store.value_paths() {
        if let Some(names) = privacy::module_path(path)
            && let Some(error) = check_value(store, id, path, names, order)
        {
            out.add(error);
        }
    }
}

fn check_value(
    store: &mut Store<'_>,
    id: ExprOrPatId,
    path: &Path,
    names: &ModPath,
    order: &[Namespace],
) -> Option<BridgeError> {
    let cx = store.cx;
    let (code, what) = match (order, id) {
        ([Namespace::Types], _) => ("E0422", "struct"),
        (_, ExprOrPatId::ExprId(_)) => ("E0425", "value or function"),
        (_, ExprOrPatId::PatId(_)) => ("E0531", "unit or tuple struct, variant or constant"),
    };
    let is_lost = |resolver: &Resolver<'_>| {
        let end = privacy::follow(cx, resolver, names, order);
        let is_lost = matches!(end, End::Hidden(_) | End::Missing(_));
        // Names of parameters and `Self` are in no module.
        is_lost
            && match order {
                [Namespace::Types] => resolver.resolve_path_in_type_ns(cx.db, path).is_none(),
                _ => resolver
                    .resolve_path_in_value_ns(cx.db, path, HygieneId::ROOT)
                    .is_none(),
            }
    };
    match id {
        ExprOrPatId::ExprId(scope) => {
            let guard = store
                .resolver
                .update_to_inner_scope(cx.db, store.owner, scope);
            let at = |i| store.spans.segment(id, i);
            let error = is_lost(&store.resolver)
                .then(|| lost(cx, &store.resolver, names, order, code, what, &at));
            store.resolver.reset_to_guard(guard);
            error
        }
        ExprOrPatId::PatId(_) => {
            let is_found = store.find(|resolver| (!is_lost(resolver)).then_some(()));
            let at = |i| store.spans.segment(id, i);
            let error = || lost(cx, &store.resolver, names, order, code, what, &at);
            is_found.is_none().then(error)
        }
    }
}

fn names(path: &Path) -> String {
    let names: Vec<&str> = path.segments().iter().map(|it| it.name.as_str()).collect();
    names.join("::")
}

/// Where the standard library has what was meant.
pub fn import(name: &str) -> Option<String> {
    let (_, path) = KNOWN.iter().find(|(known, _)| *known == name)?;
    Some(format!("import it: `use {path};`"))
}

/// What programs forget to import most.
const KNOWN: &[(&str, &str)] = &[
    ("Add", "std::ops::Add"),
    ("AddAssign", "std::ops::AddAssign"),
    ("Arc", "std::sync::Arc"),
    ("BTreeMap", "std::collections::BTreeMap"),
    ("BTreeSet", "std::collections::BTreeSet"),
    ("BinaryHeap", "std::collections::BinaryHeap"),
    ("Cell", "std::cell::Cell"),
    ("Cow", "std::borrow::Cow"),
    ("Debug", "std::fmt::Debug"),
    ("Deref", "std::ops::Deref"),
    ("DerefMut", "std::ops::DerefMut"),
    ("Display", "std::fmt::Display"),
    ("Div", "std::ops::Div"),
    ("Duration", "std::time::Duration"),
    ("Error", "std::error::Error"),
    ("FromStr", "std::str::FromStr"),
    ("Future", "std::future::Future"),
    ("HashMap", "std::collections::HashMap"),
    ("HashSet", "std::collections::HashSet"),
    ("Hash", "std::hash::Hash"),
    ("Hasher", "std::hash::Hasher"),
    ("Index", "std::ops::Index"),
    ("IndexMut", "std::ops::IndexMut"),
    ("Instant", "std::time::Instant"),
    ("Mul", "std::ops::Mul"),
    ("Mutex", "std::sync::Mutex"),
    ("Neg", "std::ops::Neg"),
    ("NonZeroU32", "std::num::NonZeroU32"),
    ("Ordering", "std::cmp::Ordering"),
    ("PhantomData", "std::marker::PhantomData"),
    ("Pin", "std::pin::Pin"),
    ("Range", "std::ops::Range"),
    ("Rc", "std::rc::Rc"),
    ("Read", "std::io::Read"),
    ("RefCell", "std::cell::RefCell"),
    ("Sub", "std::ops::Sub"),
    ("VecDeque", "std::collections::VecDeque"),
    ("Weak", "std::rc::Weak"),
    ("Write", "std::fmt::Write"),
];

fn last_name(path: &Path) -> String {
    let last = path.segments().last();
    last.map_or("_", |it| it.name.as_str()).to_owned()
}

/// What a name of the type namespace stands for.
pub fn kind(ns: TypeNs) -> &'static str {
    use hir_def::AdtId;
    match ns {
        TypeNs::SelfType(_) | TypeNs::AdtSelfType(_) => "self type",
        TypeNs::GenericParam(_) => "type parameter",
        TypeNs::AdtId(AdtId::StructId(_)) => "struct",
        TypeNs::AdtId(AdtId::EnumId(_)) => "enum",
        TypeNs::AdtId(AdtId::UnionId(_)) => "union",
        TypeNs::EnumVariantId(_) => "variant",
        TypeNs::TypeAliasId(_) => "type alias",
        TypeNs::BuiltinType(_) => "builtin type",
        TypeNs::TraitId(_) => "trait",
        TypeNs::ModuleId(_) => "module",
    }
}
