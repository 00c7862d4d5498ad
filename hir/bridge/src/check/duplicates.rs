//! Names that are given twice: items (E0428), fields (E0124), type
//! parameters (E0403), methods (E0201, E0592).

use super::{Errors, defs};
use crate::{BridgeError, Cx, attrs::is_off, items::CrateItems};
use either::Either;
use hir_def::{
    AdtId, AssocItemId, EnumId, GenericDefId, ImplId, ItemContainerId, Lookup, ModuleDefId,
    TraitId, VariantId,
    hir::generics::{GenericParams, LocalLifetimeParamId, LocalTypeOrConstParamId},
    signatures::{EnumSignature, VariantFields},
    src::{HasChildSource, HasSource},
};
use hir_expand::{InFile, name::Name};
use rustc_hash::{FxHashMap, FxHashSet};
use syntax::{AstNode, ast::HasName};
use wrc_base::Span;
use wrc_thir::{Arg, Ty, TyKind, map_ty};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    items_of_modules(cx, items, out);
    for variant in &items.variants {
        fields(cx, *variant, out);
    }
    for def in &items.generics {
        parameters(cx, *def, out);
        match def {
            GenericDefId::AdtId(AdtId::EnumId(it)) => variants(cx, *it, out),
            GenericDefId::TraitId(it) => trait_items(cx, *it, out),
            _ => {}
        }
    }
    let mut methods = FxHashMap::default();
    for it in &items.impls {
        impl_items(cx, *it, &mut methods, out);
    }
}

/// E0428: two items of the same name in one namespace of one module.
fn items_of_modules(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for map in &items.maps {
        for (_, module) in map.modules() {
            let mut types = FxHashMap::default();
            let mut values = FxHashMap::default();
            for def in module.scope.declarations() {
                let Some((name, in_types, in_values)) = namespaces(cx, def) else {
                    continue;
                };
                let before = [(in_types, &mut types), (in_values, &mut values)]
                    .into_iter()
                    .filter_map(|(is_in, names)| match is_in {
                        true => names.insert(name.clone(), def),
                        false => None,
                    })
                    .next();
                if let Some(before) = before {
                    out.add(defined_twice(cx, &name, before, def));
                }
            }
        }
    }
}

/// Where an item of a module is.
pub fn place(cx: Cx<'_>, def: ModuleDefId) -> Option<Span> {
    match def {
        ModuleDefId::ModuleId(it) => {
            let source = it.def_map(cx.db)[it].declaration_source_range(cx.db)?;
            Some(cx.span(source))
        }
        other => defs::def_span(cx, other),
    }
}

fn defined_twice(cx: Cx<'_>, name: &str, before: ModuleDefId, def: ModuleDefId) -> BridgeError {
    let message = format!("the name `{name}` is defined multiple times");
    let error = BridgeError::new("E0428", place(cx, def).unwrap_or_default(), message);
    let error = error.with_label(format!("`{name}` redefined here"));
    match place(cx, before) {
        Some(place) => error.with_related(place, "the first definition"),
        None => error,
    }
}

fn twice(
    code: &'static str,
    message: String,
    first: Span,
    second: Span,
    what: &str,
) -> BridgeError {
    BridgeError::new(code, second, message).with_related(first, format!("the first {what}"))
}

/// E0124.
fn fields(cx: Cx<'_>, variant: VariantId, out: &mut Errors) {
    let fields = VariantFields::of(cx.db, variant).fields();
    let mut seen: FxHashMap<&Name, hir_def::LocalFieldId> = FxHashMap::default();
    for (id, field) in fields.iter() {
        let Some(first) = seen.insert(&field.name, id) else {
            continue;
        };
        let source = variant.child_source(cx.db);
        let span = |id| {
            let node = source.value.get(id)?;
            let range = match node {
                Either::Left(it) => it.syntax().text_range(),
                Either::Right(it) => it.syntax().text_range(),
            };
            Some(cx.span(source.with_value(range)))
        };
        if let (Some(first), Some(second)) = (span(first), span(id)) {
            let message = format!("field `{}` is already declared", field.name.as_str());
            out.add(twice("E0124", message, first, second, "declaration"));
        }
    }
}

/// E0403: parameters of one item, or of a method and its impl.
fn parameters(cx: Cx<'_>, def: GenericDefId, out: &mut Errors) {
    let own = GenericParams::of(cx.db, def);
    if own.is_empty() {
        return;
    }
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    if let Some(around) = container(cx, def) {
        let around = GenericParams::of(cx.db, around);
        seen.extend(names(around));
    }
    let types = HasChildSource::<LocalTypeOrConstParamId>::child_source(&def, cx.db);
    for (id, param) in own.iter_type_or_consts() {
        let Some(name) = param.name().filter(|_| !param.is_trait_self()) else {
            continue;
        };
        if !seen.insert(name.as_str())
            && let Some(Either::Left(node)) = types.value.get(id)
            && let Some(place) = node.name()
        {
            let range = types.with_value(place.syntax().text_range());
            taken(cx, name, range, out);
        }
    }
    let lifetimes = HasChildSource::<LocalLifetimeParamId>::child_source(&def, cx.db);
    for (id, param) in own.iter_lt() {
        if !seen.insert(param.name.as_str())
            && let Some(node) = lifetimes.value.get(id)
            && let Some(place) = node.lifetime()
        {
            let range = lifetimes.with_value(place.syntax().text_range());
            taken(cx, &param.name, range, out);
        }
    }
}

fn taken(cx: Cx<'_>, name: &Name, range: InFile<syntax::TextRange>, out: &mut Errors) {
    let message = format!(
        "the name `{}` is already used for a generic parameter in this item's generic parameters",
        name.as_str()
    );
    let error = BridgeError::new("E0403", cx.span(range), message).with_label("already used");
    out.add(error.with_help("give one of them another name"));
}

fn names(params: &GenericParams) -> impl Iterator<Item = &str> {
    let types = params.iter_type_or_consts().filter_map(|(_, it)| it.name());
    // A lifetime that hides another is reported as E0496 by rustc: not here.
    types.map(Name::as_str)
}

/// The impl or trait around an item.
fn container(cx: Cx<'_>, def: GenericDefId) -> Option<GenericDefId> {
    let container = match def {
        GenericDefId::FunctionId(it) => it.lookup(cx.db).container,
        GenericDefId::TypeAliasId(it) => it.lookup(cx.db).container,
        GenericDefId::ConstId(it) => it.lookup(cx.db).container,
        _ => return None,
    };
    match container {
        ItemContainerId::ImplId(it) => Some(it.into()),
        ItemContainerId::TraitId(it) => Some(it.into()),
        ItemContainerId::ModuleId(_) | ItemContainerId::ExternBlockId(_) => None,
    }
}

/// E0428 in an enum.
fn variants(cx: Cx<'_>, id: EnumId, out: &mut Errors) {
    let source = id.lookup(cx.db).source(cx.db);
    let Some(list) = source.value.variant_list() else {
        return;
    };
    let krate = id.lookup(cx.db).container.krate(cx.db);
    let mut seen = FxHashMap::default();
    for variant in list.variants() {
        let Some(name) = variant.name() else {
            continue;
        };
        if is_off(cx, krate, &variant) {
            continue;
        }
        let span = cx.span(source.with_value(name.syntax().text_range()));
        if let Some(first) = seen.insert(name.text().to_string(), span) {
            let of = EnumSignature::of(cx.db, id).name.as_str();
            let name = name.text();
            let message = format!("the name `{name}` is defined multiple times in `{of}`");
            out.add(twice("E0428", message, first, span, "definition"));
        }
    }
}

fn trait_items(cx: Cx<'_>, id: TraitId, out: &mut Errors) {
    let items = &id.trait_items(cx.db).items;
    repeated(cx, items.iter(), |name, first, second| {
        let message = format!("the name `{name}` is defined multiple times");
        out.add(twice("E0428", message, first, second, "definition"));
    });
}

/// The inherent methods of a type, where they are.
type Methods = FxHashMap<(Ty, String), Span>;

/// E0201 in one impl of a trait, E0592 in the inherent impls of one type.
fn impl_items(cx: Cx<'_>, id: ImplId, methods: &mut Methods, out: &mut Errors) {
    let is_inherent = cx.db.impl_trait(id).is_none();
    let items = &id.impl_items(cx.db).items;
    let code = if is_inherent { "E0592" } else { "E0201" };
    repeated(cx, items.iter(), |name, first, second| {
        let message = format!("duplicate definitions with name `{name}`");
        out.add(twice(code, message, first, second, "definition"));
    });
    // With bounds two impls may be for different types.
    let params = GenericParams::of(cx.db, id.into());
    if !is_inherent || !params.has_no_predicates() {
        return;
    }
    let self_ty = cx.db.impl_self_ty(id).instantiate_identity();
    let self_ty = cx.ty(self_ty.skip_norm_wip());
    if crate::body::has_error(self_ty) || has_dyn(self_ty) {
        return;
    }
    let mut own = FxHashMap::default();
    for (name, item) in items.iter() {
        if let AssocItemId::FunctionId(it) = item {
            let span = cx.item_span((*it).into());
            let key = (self_ty, name.as_str().to_owned());
            if let Some(first) = methods.get(&key) {
                let message = format!("duplicate definitions with name `{}`", name.as_str());
                out.add(twice("E0592", message, *first, span, "definition"));
            }
            own.insert(key, span);
        }
    }
    methods.extend(own);
}

/// `dyn Any + Send` is the same as `dyn Any` here, and is another type.
fn has_dyn(ty: Ty) -> bool {
    let mut found = false;
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            found |= matches!(ty.kind(), TyKind::Dyn(_) | TyKind::FnPtr(_));
        }
        None
    });
    found
}

fn repeated<'a>(
    cx: Cx<'_>,
    items: impl Iterator<Item = &'a (Name, AssocItemId)>,
    mut found: impl FnMut(&str, Span, Span),
) {
    let mut seen = FxHashMap::default();
    for (name, item) in items {
        let (is_type, def): (bool, GenericDefId) = match item {
            AssocItemId::FunctionId(it) => (false, (*it).into()),
            AssocItemId::ConstId(it) => (false, (*it).into()),
            AssocItemId::TypeAliasId(it) => (true, (*it).into()),
        };
        let span = cx.item_span(def);
        if let Some(first) = seen.insert((name, is_type), span) {
            found(name.as_str(), first, span);
        }
    }
}

/// The name and whether it is in the type and in the value namespace.
pub fn namespaces(cx: Cx<'_>, def: ModuleDefId) -> Option<(String, bool, bool)> {
    use hir_def::{item_tree::FieldsShape, signatures::*};
    let db = cx.db;
    Some(match def {
        ModuleDefId::FunctionId(it) => {
            let name = FunctionSignature::of(db, it).name.as_str().to_owned();
            (name, false, true)
        }
        ModuleDefId::AdtId(AdtId::StructId(it)) => {
            let sig = StructSignature::of(db, it);
            let is_value = !matches!(sig.shape, FieldsShape::Record);
            (sig.name.as_str().to_owned(), true, is_value)
        }
        ModuleDefId::AdtId(AdtId::EnumId(it)) => (
            EnumSignature::of(db, it).name.as_str().to_owned(),
            true,
            false,
        ),
        ModuleDefId::AdtId(AdtId::UnionId(it)) => (
            UnionSignature::of(db, it).name.as_str().to_owned(),
            true,
            false,
        ),
        ModuleDefId::ConstId(it) => {
            let name = ConstSignature::of(db, it).name.clone()?;
            (name.as_str().to_owned(), false, true)
        }
        ModuleDefId::StaticId(it) => (
            StaticSignature::of(db, it).name.as_str().to_owned(),
            false,
            true,
        ),
        ModuleDefId::TraitId(it) => (
            TraitSignature::of(db, it).name.as_str().to_owned(),
            true,
            false,
        ),
        ModuleDefId::TypeAliasId(it) => (
            TypeAliasSignature::of(db, it).name.as_str().to_owned(),
            true,
            false,
        ),
        ModuleDefId::ModuleId(it) => (it.name(db)?.as_str().to_owned(), true, false),
        ModuleDefId::EnumVariantId(_) | ModuleDefId::BuiltinType(_) | ModuleDefId::MacroId(_) => {
            return None;
        }
    })
}
