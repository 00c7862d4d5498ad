//! Lasting names of the library's items.
//!
//! ```text
//! <core::option::Option<T> as Clone>::clone
//! ==> method 0 of impl (hash of its header, 1st with it) of module option of crate core
//! ```
//! The parts are numbers of other rows. A name is given only to an item that
//! is found again by it.

use super::{
    Kept,
    store::{self, Rows, Store},
};
use crate::{Cx, items, tables::Memo};
use hir_def::{
    AdtId, AssocItemId, ConstId, FunctionId, HasModule, ImplId, ItemContainerId, Lookup,
    ModuleDefId, ModuleId, StaticId, TraitId, TypeAliasId,
    expr_store::Body,
    nameres::crate_def_map,
    signatures::{
        ConstSignature, FunctionSignature, StaticSignature, TraitSignature, TypeAliasSignature,
    },
};
use hir_expand::name::Name;
use hir_ty::db::HirDatabase;
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock};

/// Whatever a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Item {
    Module(ModuleId),
    Impl(ImplId),
    Trait(TraitId),
    Adt(AdtId),
    Fn(FunctionId),
    Const(ConstId),
    Static(StaticId),
    Alias(TypeAliasId),
}

/// The first byte of a row: what stands in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tag {
    /// Its name.
    Crate = 0,
    /// The module around it, its name.
    Module,
    /// The module around an unnamed constant, the rank of its block among
    /// those of all unnamed constants there.
    Block,
    /// Its module, the hash of its header, its rank among those with that hash.
    Impl,
    /// Its module and name.
    Type,
    Value,
    /// The impl or trait, and the rank among its items.
    Method,
}

const TAGS: [Tag; 7] = [
    Tag::Crate,
    Tag::Module,
    Tag::Block,
    Tag::Impl,
    Tag::Type,
    Tag::Value,
    Tag::Method,
];

/// Answers of [`Kept`] given before.
#[derive(Default)]
pub(super) struct Resolved {
    /// By the numbers of names.
    items: Vec<OnceLock<Option<Item>>>,
    numbers: Memo<Item, Option<u32>>,
    impls: Memo<ModuleId, Arc<Impls>>,
    blocks: Memo<ModuleId, Arc<[ModuleId]>>,
    /// By the numbers of types.
    pub types: Vec<OnceLock<Option<wrc_thir::Ty>>>,
}

impl Resolved {
    pub fn of(store: &Store) -> Resolved {
        Resolved {
            items: vec![OnceLock::new(); store.names.len()],
            types: vec![OnceLock::new(); store.types.len()],
            ..Resolved::default()
        }
    }
}

/// The impls of a module by header and rank.
#[derive(Default)]
struct Impls {
    ids: FxHashMap<(u32, u32), ImplId>,
    names: FxHashMap<ImplId, (u32, u32)>,
}

impl Item {
    /// The module it stands in; of a module itself.
    pub fn module(self, db: &dyn HirDatabase) -> ModuleId {
        match self {
            Item::Module(it) => it,
            Item::Impl(it) => it.module(db),
            Item::Trait(it) => it.module(db),
            Item::Adt(it) => it.module(db),
            Item::Fn(it) => it.module(db),
            Item::Const(it) => it.module(db),
            Item::Static(it) => it.module(db),
            Item::Alias(it) => it.module(db),
        }
    }

    fn container(self, db: &dyn HirDatabase) -> Option<Item> {
        let container = match self {
            Item::Fn(it) => it.lookup(db).container,
            Item::Const(it) => it.lookup(db).container,
            Item::Alias(it) => it.lookup(db).container,
            Item::Static(it) => it.lookup(db).container,
            Item::Module(_) | Item::Impl(_) | Item::Trait(_) | Item::Adt(_) => return None,
        };
        match container {
            ItemContainerId::ImplId(it) => Some(Item::Impl(it)),
            ItemContainerId::TraitId(it) => Some(Item::Trait(it)),
            ItemContainerId::ModuleId(_) | ItemContainerId::ExternBlockId(_) => None,
        }
    }
}

/// Numbers of rows, from tables that are read or written.
pub(super) trait Numbers {
    fn item(&mut self, item: Item) -> Option<u32>;
    fn text(&mut self, text: &str) -> Option<u32>;
}

/// The row of an item, in terms of the rows that its parts have.
pub(super) fn row(
    cx: Cx<'_>,
    kept: &Kept,
    item: Item,
    numbers: &mut impl Numbers,
) -> Option<Box<[u8]>> {
    let db = cx.db;
    let module = item.module(db);
    if let Some(container) = item.container(db) {
        let rank = assoc_items(db, container)?
            .iter()
            .position(|(_, it)| assoc_item(*it) == item)?;
        return Some(pack(Tag::Method, &[numbers.item(container)?, rank as u32]));
    }
    let (tag, name) = match item {
        Item::Module(it) => return module_row(cx, kept, it, numbers),
        Item::Impl(it) => {
            let (header, rank) = *kept.impls(cx, module).names.get(&it)?;
            let module = numbers.item(Item::Module(module))?;
            return Some(pack(Tag::Impl, &[module, header, rank]));
        }
        Item::Trait(it) => (Tag::Type, TraitSignature::of(db, it).name.as_str()),
        Item::Adt(it) => (Tag::Type, cx.adt_name(it)),
        Item::Alias(it) => (Tag::Type, TypeAliasSignature::of(db, it).name.as_str()),
        Item::Fn(it) => (Tag::Value, FunctionSignature::of(db, it).name.as_str()),
        Item::Static(it) => (Tag::Value, StaticSignature::of(db, it).name.as_str()),
        Item::Const(it) => (
            Tag::Value,
            ConstSignature::of(db, it).name.as_ref()?.as_str(),
        ),
    };
    let module = numbers.item(Item::Module(module))?;
    Some(pack(tag, &[module, numbers.text(name)?]))
}

fn module_row(
    cx: Cx<'_>,
    kept: &Kept,
    module: ModuleId,
    numbers: &mut impl Numbers,
) -> Option<Box<[u8]>> {
    let db = cx.db;
    if let Some(around) = module.def_map(db)[module].parent {
        let name = numbers.text(module.name(db)?.as_str())?;
        return Some(pack(
            Tag::Module,
            &[numbers.item(Item::Module(around))?, name],
        ));
    }
    if let Some(around) = module.def_map(db).parent() {
        // Of bodies only those of unnamed constants have items with names.
        let rank = kept
            .blocks(cx, around)
            .iter()
            .position(|it| *it == module)?;
        let around = numbers.item(Item::Module(around))?;
        return Some(pack(Tag::Block, &[around, rank as u32]));
    }
    let data = module.krate(db).extra_data(db);
    let name = data.display_name.as_ref()?.crate_name().symbol().as_str();
    Some(pack(Tag::Crate, &[numbers.text(name)?]))
}

fn pack(tag: Tag, numbers: &[u32]) -> Box<[u8]> {
    let mut row = vec![tag as u8];
    for number in numbers {
        store::put_number(&mut row, u128::from(*number));
    }
    row.into()
}

fn assoc_items(db: &dyn HirDatabase, container: Item) -> Option<&[(Name, AssocItemId)]> {
    match container {
        Item::Impl(it) => Some(&it.impl_items(db).items),
        Item::Trait(it) => Some(&it.trait_items(db).items),
        _ => None,
    }
}

fn assoc_item(item: AssocItemId) -> Item {
    match item {
        AssocItemId::FunctionId(it) => Item::Fn(it),
        AssocItemId::ConstId(it) => Item::Const(it),
        AssocItemId::TypeAliasId(it) => Item::Alias(it),
    }
}

impl Kept {
    /// The number an item has here, if it has one.
    pub(super) fn number(&self, cx: Cx<'_>, item: Item) -> Option<u32> {
        self.resolved.numbers.get_or(item, || {
            let row = row(cx, self, item, &mut Known { cx, kept: self })?;
            let number = self.store.names.get_index_of(&row)?;
            Some(number as u32)
        })
    }

    /// The item with a number.
    pub(super) fn item(&self, cx: Cx<'_>, number: u32) -> Option<Item> {
        let number = number as usize;
        *self.resolved.items.get(number)?.get_or_init(|| {
            let row = self.store.names.get_index(number)?;
            let parts = Parts { store: &self.store };
            parts.resolve(cx, self, row, &mut |number| self.item(cx, number))
        })
    }

    fn impls(&self, cx: Cx<'_>, module: ModuleId) -> Arc<Impls> {
        self.resolved.impls.get_or(module, || {
            let mut impls = Impls::default();
            let mut ranks: FxHashMap<u32, u32> = FxHashMap::default();
            for id in module.def_map(cx.db)[module].scope.impls() {
                let header = id.lookup(cx.db).id.value.erase().into_raw();
                let rank = ranks.entry(header).or_default();
                impls.ids.insert((header, *rank), id);
                impls.names.insert(id, (header, *rank));
                *rank += 1;
            }
            Arc::new(impls)
        })
    }

    fn blocks(&self, cx: Cx<'_>, module: ModuleId) -> Arc<[ModuleId]> {
        self.resolved.blocks.get_or(module, || {
            let unnamed = module.def_map(cx.db)[module].scope.unnamed_consts();
            let blocks = unnamed.flat_map(|id| {
                let body = Body::of(cx.db, id.into());
                body.blocks(cx.db).map(|(_, map)| map.root_module_id())
            });
            blocks.collect()
        })
    }

    /// Is an item found by its row?
    pub(super) fn leads_to(
        &self,
        cx: Cx<'_>,
        store: &Store,
        row: &[u8],
        item: Item,
        known: &mut dyn FnMut(u32) -> Option<Item>,
    ) -> bool {
        Parts { store }.resolve(cx, self, row, known) == Some(item)
    }
}

/// Numbers of what is there.
struct Known<'a, 'db> {
    cx: Cx<'db>,
    kept: &'a Kept,
}

impl Numbers for Known<'_, '_> {
    fn item(&mut self, item: Item) -> Option<u32> {
        self.kept.number(self.cx, item)
    }

    fn text(&mut self, text: &str) -> Option<u32> {
        text_number(&self.kept.store.texts, text)
    }
}

fn text_number(texts: &Rows, text: &str) -> Option<u32> {
    Some(texts.get_index_of(text.as_bytes())? as u32)
}

/// From rows to items.
struct Parts<'a> {
    store: &'a Store,
}

impl Parts<'_> {
    fn resolve(
        &self,
        cx: Cx<'_>,
        kept: &Kept,
        row: &[u8],
        items: &mut dyn FnMut(u32) -> Option<Item>,
    ) -> Option<Item> {
        let db = cx.db;
        let (tag, mut rest) = row.split_first()?;
        let tag = *TAGS.get(usize::from(*tag))?;
        let first = u32::try_from(store::number(&mut rest)?).ok()?;
        if tag == Tag::Crate {
            return library_root(cx, self.text(first)?);
        }
        let container = items(first)?;
        let second = u32::try_from(store::number(&mut rest)?).ok()?;
        if tag == Tag::Method {
            let (_, item) = assoc_items(db, container)?.get(second as usize)?;
            return Some(assoc_item(*item));
        }
        let Item::Module(module) = container else {
            return None;
        };
        if tag == Tag::Impl {
            let rank = u32::try_from(store::number(&mut rest)?).ok()?;
            let impls = kept.impls(cx, module);
            return Some(Item::Impl(*impls.ids.get(&(second, rank))?));
        }
        if tag == Tag::Block {
            let blocks = kept.blocks(cx, module);
            return Some(Item::Module(*blocks.get(second as usize)?));
        }
        let name = Name::new_symbol_root(intern::Symbol::intern(self.text(second)?));
        let data = &module.def_map(db)[module];
        if tag == Tag::Module {
            return Some(Item::Module(*data.children.get(&name)?));
        }
        let found = data.scope.get(&name);
        let found = match tag {
            Tag::Type => found.take_types(),
            _ => found.take_values(),
        };
        Some(match found? {
            ModuleDefId::FunctionId(it) => Item::Fn(it),
            ModuleDefId::AdtId(it) => Item::Adt(it),
            ModuleDefId::ConstId(it) => Item::Const(it),
            ModuleDefId::StaticId(it) => Item::Static(it),
            ModuleDefId::TraitId(it) => Item::Trait(it),
            ModuleDefId::TypeAliasId(it) => Item::Alias(it),
            ModuleDefId::ModuleId(_)
            | ModuleDefId::EnumVariantId(_)
            | ModuleDefId::BuiltinType(_)
            | ModuleDefId::MacroId(_) => return None,
        })
    }

    fn text(&self, number: u32) -> Option<&str> {
        let row = self.store.texts.get_index(number as usize)?;
        std::str::from_utf8(row).ok()
    }
}

fn library_root(cx: Cx<'_>, name: &str) -> Option<Item> {
    let krate = cx.krate.transitive_deps(cx.db).into_iter().find(|krate| {
        let is_named = krate.extra_data(cx.db).display_name.as_ref();
        items::is_library_crate(cx, *krate)
            && is_named.is_some_and(|it| it.crate_name().symbol().as_str() == name)
    })?;
    let map = crate_def_map(cx.db, krate);
    Some(Item::Module(map.root_module_id()))
}

/// Which module a file of the library is.
pub(super) fn file_module(cx: Cx<'_>, file: wrc_base::FileId) -> Option<Item> {
    let file = vfs::FileId::from_raw(file.0);
    let crates = cx.krate.transitive_deps(cx.db).into_iter();
    let mut library = crates.filter(|krate| items::is_library_crate(cx, *krate));
    library.find_map(|krate| {
        let map = crate_def_map(cx.db, krate);
        let module = map.modules_for_file(cx.db, file).next();
        module.map(Item::Module)
    })
}

/// The file that a module of the library is.
pub(super) fn module_file(cx: Cx<'_>, item: Item) -> Option<wrc_base::FileId> {
    let Item::Module(module) = item else {
        return None;
    };
    let origin = &module.def_map(cx.db)[module].origin;
    let file = origin.file_id()?.file_id(cx.db);
    Some(wrc_base::FileId(file.index()))
}
