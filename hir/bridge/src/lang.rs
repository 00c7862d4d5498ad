//! The items of the library that the compiler knows by name.

use crate::{Cx, ids};
use base_db::{Crate, CrateOrigin, LangCrateOrigin};
use hir_def::{
    AssocItemId, FunctionId, ModuleDefId, ModuleId, TraitId,
    nameres::{DefMap, crate_def_map},
};
use hir_expand::name::Name;
use intern::Symbol as RaSymbol;
use rustc_hash::FxHashMap;
use wrc_base::Symbol;
use wrc_thir::{AdtDef, FnDef, TraitDef};

/// Where the functions are. Types and traits say who they are with `#[lang]`.
const FUNCTIONS: &[(&str, &str)] = &[
    ("clone_fn", "core::clone::Clone::clone"),
    ("default_fn", "core::default::Default::default"),
    ("debug_fmt", "core::fmt::Debug::fmt"),
    ("hash_fn", "core::hash::Hash::hash"),
    ("eq_fn", "core::cmp::PartialEq::eq"),
    ("partial_cmp_fn", "core::cmp::PartialOrd::partial_cmp"),
    ("cmp_fn", "core::cmp::Ord::cmp"),
    ("drop_fn", "core::ops::Drop::drop"),
    ("format_run", "core::fmt::rt::FormatFn::run"),
    ("poll_fn", "core::future::Future::poll"),
    ("start", "std::rt::lang_start"),
    ("start_test", "std::rt::start_test"),
    ("call_fn", "core::ops::Fn::call"),
    ("call_mut_fn", "core::ops::FnMut::call_mut"),
    ("call_once_fn", "core::ops::FnOnce::call_once"),
    ("wrc_fmt_spec", "core::fmt::rt::set_spec"),
    ("wrc_fmt_restore", "core::fmt::rt::restore"),
    ("wrc_format_args", "core::fmt::rt::arguments"),
    ("wrc_format_lit", "core::fmt::rt::literal"),
    ("wrc_fmt_write_str", "core::fmt::rt::write_str"),
    ("wrc_debug_struct", "core::fmt::rt::debug_struct"),
    (
        "wrc_debug_struct_field",
        "core::fmt::rt::debug_struct_field",
    ),
    (
        "wrc_debug_struct_finish",
        "core::fmt::rt::debug_struct_finish",
    ),
    ("wrc_debug_tuple", "core::fmt::rt::debug_tuple"),
    ("wrc_debug_tuple_field", "core::fmt::rt::debug_tuple_field"),
    (
        "wrc_debug_tuple_finish",
        "core::fmt::rt::debug_tuple_finish",
    ),
    ("wrc_hash_discriminant", "core::hash::hash_discriminant"),
    ("str_eq", "core::str::str_eq"),
    ("bytes_eq", "core::slice::bytes_eq"),
    ("unwind_none", "std::panicking::none"),
    ("unwind_top", "std::panicking::top"),
    ("unwind_enter", "std::panicking::enter"),
    ("unwind_leave", "std::panicking::leave"),
    ("unwind_leave_top", "std::panicking::leave_top"),
    ("wasm_from_js", "wasm::js::from_js"),
    ("wasm_into_js", "wasm::js::into_js"),
    ("wasm_or_throw", "wasm::js::or_throw"),
    ("wasm_call", "wasm::js::call"),
];

/// Functions of this module are known by their own names.
const PANICS: &str = "core::panicking";

/// Types that are found by path when no `#[lang]` names them.
const TYPES: &[(&str, &str)] = &[
    ("Location", "core::panic::Location"),
    ("String", "alloc::string::String"),
    ("Option", "core::option::Option"),
    ("Result", "core::result::Result"),
    ("Vec", "alloc::vec::Vec"),
    ("Ordering", "core::cmp::Ordering"),
    ("FormatArguments", "core::fmt::Arguments"),
    ("Formatter", "core::fmt::Formatter"),
    ("wasm_array", "wasm::array::GcArray"),
    ("wasm_string", "wasm::text::GcString"),
    ("wasm_borrowed", "wasm::js::Borrowed"),
    ("wasm_receiver", "wasm::js::Receiver"),
];

/// Traits that are found by path when no `#[lang]` names them.
const TRAITS: &[(&str, &str)] = &[
    ("clone", "core::clone::Clone"),
    ("copy", "core::marker::Copy"),
    ("drop", "core::ops::Drop"),
    ("format_fn", "core::fmt::rt::FormatFn"),
    ("any", "core::any::Any"),
    ("wasm_from_js", "wasm::js::FromJs"),
    ("wasm_into_js", "wasm::js::IntoJs"),
    ("wasm_class", "wasm::js::Class"),
    ("display", "core::fmt::Display"),
];

impl<'db> Cx<'db> {
    pub fn lang_fn(&self, name: &str) -> Option<FnDef> {
        let path = FUNCTIONS
            .iter()
            .find(|(lang, _)| *lang == name)
            .map(|(_, path)| (*path).to_owned())
            .unwrap_or_else(|| format!("{PANICS}::{name}"));
        self.fn_at(&path)
            .or_else(|| self.fn_at(name))
            .map(ids::fn_def)
    }

    pub fn lang_adts(&self) -> FxHashMap<Symbol, AdtDef> {
        let mut found = FxHashMap::default();
        for (lang, path) in TYPES {
            if let Some(ModuleDefId::AdtId(it)) = self.type_at(path) {
                found.insert(Symbol::new(lang), ids::adt_def(it));
            }
        }
        self.each_library_type(&mut |def| {
            if let ModuleDefId::AdtId(it) = def
                && let Some(lang) = self.lang_attr(it.into())
            {
                found.insert(lang, ids::adt_def(it));
            }
        });
        found
    }

    pub fn lang_traits(&self) -> FxHashMap<Symbol, TraitDef> {
        let mut found = FxHashMap::default();
        for (lang, path) in TRAITS {
            if let Some(ModuleDefId::TraitId(it)) = self.type_at(path) {
                found.insert(Symbol::new(lang), ids::trait_def(it));
            }
        }
        self.each_library_type(&mut |def| {
            if let ModuleDefId::TraitId(it) = def
                && let Some(lang) = self.lang_attr(it.into())
            {
                found.insert(lang, ids::trait_def(it));
            }
        });
        found
    }

    fn each_library_type(&self, f: &mut dyn FnMut(ModuleDefId)) {
        for origin in [
            LangCrateOrigin::Core,
            LangCrateOrigin::Alloc,
            LangCrateOrigin::Std,
            LangCrateOrigin::Other,
        ] {
            let Some(krate) = self.library_crate(origin) else {
                continue;
            };
            for (_, module) in crate_def_map(self.db, krate).modules() {
                module.scope.declarations().for_each(&mut *f);
            }
        }
    }

    pub fn library_crate(&self, origin: LangCrateOrigin) -> Option<Crate> {
        std::iter::once(self.krate)
            .chain(self.krate.transitive_deps(self.db))
            .find(|krate| krate.data(self.db).origin == CrateOrigin::Lang(origin))
    }

    /// The function or method at `crate::module::[Trait::]name`.
    pub fn fn_at(&self, path: &str) -> Option<FunctionId> {
        let (parent, name) = path.rsplit_once("::")?;
        if let Some(module) = self.module_at(parent) {
            let scope = &self.def_map_of(module)[module].scope;
            return match scope.get(&ra_name(name)).take_values()? {
                ModuleDefId::FunctionId(it) => Some(it),
                _ => None,
            };
        }
        match self.type_at(parent)? {
            ModuleDefId::TraitId(it) => self.trait_method(it, name),
            _ => None,
        }
    }

    pub fn trait_method(&self, id: TraitId, name: &str) -> Option<FunctionId> {
        let items = &id.trait_items(self.db).items;
        items.iter().find_map(|(item, def)| match def {
            AssocItemId::FunctionId(it) if item.as_str() == name => Some(*it),
            _ => None,
        })
    }

    fn type_at(&self, path: &str) -> Option<ModuleDefId> {
        let (parent, name) = path.rsplit_once("::")?;
        let module = self.module_at(parent)?;
        self.def_map_of(module)[module]
            .scope
            .get(&ra_name(name))
            .take_types()
    }

    fn module_at(&self, path: &str) -> Option<ModuleId> {
        let mut names = path.split("::");
        let origin = match names.next()? {
            "core" => LangCrateOrigin::Core,
            "alloc" => LangCrateOrigin::Alloc,
            "std" => LangCrateOrigin::Std,
            "wasm" => LangCrateOrigin::Other,
            _ => return None,
        };
        let mut module = crate_def_map(self.db, self.library_crate(origin)?).root_module_id();
        for name in names {
            let scope = &self.def_map_of(module)[module].scope;
            module = match scope.get(&ra_name(name)).take_types()? {
                ModuleDefId::ModuleId(it) => it,
                _ => return None,
            };
        }
        Some(module)
    }

    fn def_map_of(&self, module: ModuleId) -> &'db DefMap {
        module.def_map(self.db)
    }
}

fn ra_name(text: &str) -> Name {
    Name::new_symbol_root(RaSymbol::intern(text))
}
