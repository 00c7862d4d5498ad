//! The items of a crate, in source order.

use crate::Cx;
use base_db::Crate;
use hir_def::{
    AdtId, AssocItemId, DefWithBodyId, EnumId, GenericDefId, HasModule, ImplId, ModuleDefId,
    TraitId, VariantId,
    expr_store::Body,
    item_scope::ItemScope,
    nameres::{DefMap, crate_def_map},
};

/// Everything in a crate that can hold an error or code.
#[derive(Default)]
pub struct CrateItems<'db> {
    /// The crate's own map and those of blocks with items.
    pub maps: Vec<&'db DefMap>,
    /// Functions, constants, statics; discriminants of enums.
    pub bodies: Vec<DefWithBodyId>,
    /// Items with signatures: all of the above, types, traits, impls, aliases.
    pub generics: Vec<GenericDefId>,
    /// Structs, unions, enum variants.
    pub variants: Vec<VariantId>,
    pub impls: Vec<ImplId>,
}

/// Collects the items of `krate`, also those inside function bodies.
pub fn crate_items<'db>(cx: Cx<'db>, krate: Crate) -> CrateItems<'db> {
    let mut items = CrateItems::default();
    let mut todo: Vec<&'db DefMap> = vec![crate_def_map(cx.db, krate)];
    while let Some(map) = todo.pop() {
        items.maps.push(map);
        let first = items.bodies.len();
        for (_, module) in map.modules() {
            collect_scope(cx, &module.scope, &mut items);
        }
        for body in &items.bodies[first..] {
            todo.extend(Body::of(cx.db, *body).blocks(cx.db).map(|(_, map)| map));
        }
    }
    items
}

fn collect_scope<'db>(cx: Cx<'db>, scope: &'db ItemScope, items: &mut CrateItems<'db>) {
    for def in scope.declarations() {
        match def {
            ModuleDefId::FunctionId(it) => push_body(items, it.into(), it.into()),
            ModuleDefId::ConstId(it) => push_body(items, it.into(), it.into()),
            ModuleDefId::StaticId(it) => push_body(items, it.into(), it.into()),
            ModuleDefId::AdtId(it) => collect_adt(cx, it, items),
            ModuleDefId::TraitId(it) => collect_trait(cx, it, items),
            ModuleDefId::TypeAliasId(it) => items.generics.push(it.into()),
            ModuleDefId::ModuleId(_)
            | ModuleDefId::EnumVariantId(_)
            | ModuleDefId::BuiltinType(_)
            | ModuleDefId::MacroId(_) => {}
        }
    }
    for it in scope.unnamed_consts() {
        push_body(items, it.into(), it.into());
    }
    for it in scope.impls() {
        items.generics.push(it.into());
        items.impls.push(it);
        for (_, item) in it.impl_items(cx.db).items.iter() {
            push_assoc(items, *item);
        }
    }
}

fn push_body(items: &mut CrateItems<'_>, body: DefWithBodyId, generic: GenericDefId) {
    items.bodies.push(body);
    items.generics.push(generic);
}

fn push_assoc(items: &mut CrateItems<'_>, item: AssocItemId) {
    match item {
        AssocItemId::FunctionId(it) => push_body(items, it.into(), it.into()),
        AssocItemId::ConstId(it) => push_body(items, it.into(), it.into()),
        AssocItemId::TypeAliasId(it) => items.generics.push(it.into()),
    }
}

fn collect_adt(cx: Cx<'_>, adt: AdtId, items: &mut CrateItems<'_>) {
    items.generics.push(adt.into());
    match adt {
        AdtId::StructId(it) => items.variants.push(it.into()),
        AdtId::UnionId(it) => items.variants.push(it.into()),
        AdtId::EnumId(it) => collect_enum(cx, it, items),
    }
}

fn collect_enum(cx: Cx<'_>, it: EnumId, items: &mut CrateItems<'_>) {
    for (variant, _) in it.enum_variants(cx.db).variants.values() {
        items.variants.push((*variant).into());
        items.bodies.push(DefWithBodyId::VariantId(*variant));
    }
}

fn collect_trait(cx: Cx<'_>, it: TraitId, items: &mut CrateItems<'_>) {
    items.generics.push(it.into());
    for (_, item) in it.trait_items(cx.db).items.iter() {
        push_assoc(items, *item);
    }
}

/// Does the item belong to our own library (`core`, `alloc`, `std`)?
pub fn is_library(cx: Cx<'_>, def: impl HasModule) -> bool {
    is_library_crate(cx, def.krate(cx.db))
}

/// Is this `core`, `alloc` or `std`?
pub fn is_library_crate(cx: Cx<'_>, krate: Crate) -> bool {
    krate.data(cx.db).origin.is_lang()
}
