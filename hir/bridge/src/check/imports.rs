//! Imports: names that something else in the module has (E0252, E0254, E0255,
//! E0259, E0260), `self` where it imports nothing (E0429), and private items
//! that are given on (E0364, E0365).
//!
//! ```text
//! use a::Thing;
//! use b::Thing;         E0252
//! pub use self::inner;  E0365: `mod inner;` is private
//! ```

use super::{Errors, duplicates, privacy};
use crate::{BridgeError, Cx, attrs::is_off, items::CrateItems};
use hir_def::{
    Lookup, ModuleDefId, ModuleId,
    nameres::{ModuleData, ModuleSource},
    per_ns::PerNs,
    resolver::{HasResolver, Resolver},
    src::HasSource,
    visibility::Visibility,
};
use hir_expand::{HirFileId, InFile};
use rustc_hash::FxHashMap;
use syntax::{
    AstNode,
    ast::{self, HasModuleItem, HasName, HasVisibility},
};
use wrc_base::Span;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for map in &items.maps {
        // In old editions imports begin at the crate's root.
        if !map.edition().at_least_2018() {
            return;
        }
        for (id, module) in map.modules() {
            check_module(cx, id, module, out);
        }
    }
}

/// How a module comes to have a name.
#[derive(Clone, Copy)]
enum How {
    Item,
    ExternCrate,
    Import,
}

/// The names of one namespace of a module, how it has them and where.
type Names = FxHashMap<String, (How, Span)>;

#[derive(Default)]
struct NamesByKind {
    types: Names,
    values: Names,
    macros: Names,
}
fn check_module(cx: Cx<'_>, id: ModuleId, module: &ModuleData, out: &mut Errors) {
    let scope = &module.scope;
    let source = module.definition_source(cx.db);
    let uses = uses(cx, id, &source.value);
    if uses.is_empty() && scope.extern_crate_decls().len() == 0 {
        return;
    }
    let mut names = NamesByKind::default();
    for def in scope.declarations() {
        add_item(cx, def, &mut names);
    }
    for it in scope.extern_crate_decls() {
        let source = it.lookup(cx.db).source(cx.db);
        if let Some((name, span)) = extern_crate_name(cx, &source) {
            add(&mut names.types, name, How::ExternCrate, span, out);
        }
    }
    let resolver = id.resolver(cx.db);
    for node in uses {
        let Some(tree) = node.use_tree() else {
            continue;
        };
        let mut leaves = Vec::new();
        collect_leaves(tree, &mut leaves);
        let is_public = is_public(&node);
        for leaf in leaves {
            let cx = Import {
                cx,
                file: source.file_id,
                resolver: &resolver,
                is_public,
            };
            check_leaf(cx, &leaf, &mut names, out);
        }
    }
}

/// The imports that are written in a module.
fn uses(cx: Cx<'_>, id: ModuleId, source: &ModuleSource) -> Vec<ast::Use> {
    let items: Vec<ast::Item> = match source {
        ModuleSource::SourceFile(it) => it.items().collect(),
        ModuleSource::Module(it) => it
            .item_list()
            .into_iter()
            .flat_map(|it| it.items())
            .collect(),
        ModuleSource::BlockExpr(it) => {
            let statements = it.statements().filter_map(|it| match it {
                ast::Stmt::Item(item) => Some(item),
                _ => None,
            });
            statements.collect()
        }
    };
    let krate = id.krate(cx.db);
    let uses = items.into_iter().filter_map(|it| match it {
        ast::Item::Use(it) => Some(it),
        _ => None,
    });
    uses.filter(|it| !is_off(cx, krate, it)).collect()
}

fn add_item(cx: Cx<'_>, def: ModuleDefId, names: &mut NamesByKind) {
    let Some((name, in_types, in_values)) = duplicates::namespaces(cx, def) else {
        return;
    };
    let Some(span) = duplicates::place(cx, def) else {
        return;
    };
    if in_types {
        names.types.insert(name.clone(), (How::Item, span));
    }
    if in_values {
        names.values.insert(name, (How::Item, span));
    }
}

fn extern_crate_name(cx: Cx<'_>, source: &InFile<ast::ExternCrate>) -> Option<(String, Span)> {
    let node = &source.value;
    let name = match node.rename() {
        Some(rename) => rename.name()?.text().to_string(),
        None => node.name_ref()?.text().to_string(),
    };
    let range = source.with_value(node.syntax().text_range());
    Some((name, cx.span(range)))
}

/// `pub` without a restriction.
fn is_public(node: &ast::Use) -> bool {
    node.visibility()
        .is_some_and(|it| it.syntax().text() == "pub")
}

/// The trees of an import that import one thing each.
fn collect_leaves(tree: ast::UseTree, leaves: &mut Vec<ast::UseTree>) {
    match tree.use_tree_list() {
        Some(list) => list
            .use_trees()
            .for_each(|tree| collect_leaves(tree, leaves)),
        None if tree.star_token().is_none() => leaves.push(tree),
        None => {}
    }
}

/// What is the same for all trees of an import.
#[derive(Clone, Copy)]
struct Import<'a, 'db> {
    cx: Cx<'db>,
    file: HirFileId,
    resolver: &'a Resolver<'db>,
    is_public: bool,
}

fn check_leaf(
    import: Import<'_, '_>,
    leaf: &ast::UseTree,
    names: &mut NamesByKind,
    out: &mut Errors,
) {
    let Import { cx, file, .. } = import;
    let span = cx.span(InFile::new(file, leaf.syntax().text_range()));
    if is_self_alone(leaf) {
        let message = "`self` imports are only available within a `{ }` list";
        let error = BridgeError::new("E0429", span, message);
        return out.add(error.with_help("leave `::self` away, or write `::{self}`"));
    }
    let Some((path, _)) = privacy::import_path(leaf) else {
        return;
    };
    let found = import
        .resolver
        .resolve_module_path_in_items(cx.db, &path)
        .filter_visibility(|vis| import.resolver.is_visible(cx.db, vis));
    if import.is_public
        && let Some(error) = given_on(cx, &found, &path_name(leaf), span)
    {
        return out.add(error);
    }
    let Some(name) = name_of(leaf) else {
        return;
    };
    let mut add_in = |is_in: bool, names: &mut Names| {
        // One error is enough.
        is_in && add(names, name.clone(), How::Import, span, out)
    };
    let _ = add_in(found.types.is_some(), &mut names.types)
        || add_in(found.values.is_some(), &mut names.values)
        || add_in(found.macros.is_some(), &mut names.macros);
}

/// `a::self`, not `a::{self}`.
fn is_self_alone(leaf: &ast::UseTree) -> bool {
    leaf.path().is_some_and(|path| {
        let is_self = path.segment().is_some_and(|it| it.self_token().is_some());
        is_self && path.qualifier().is_some()
    })
}

/// The name that the module gets; none for `_`.
fn name_of(leaf: &ast::UseTree) -> Option<String> {
    match leaf.rename() {
        Some(rename) => Some(rename.name()?.text().to_string()),
        None => {
            let name = path_name(leaf);
            (!name.is_empty()).then_some(name)
        }
    }
}

/// The last name of the path; that of the tree around for `{self}`.
fn path_name(leaf: &ast::UseTree) -> String {
    let Some((path, _)) = privacy::import_path(leaf) else {
        return String::new();
    };
    let last = path.segments().last();
    last.map_or(String::new(), |it| it.as_str().to_owned())
}

/// Adds a name. Is it there already?
fn add(names: &mut Names, name: String, how: How, span: Span, out: &mut Errors) -> bool {
    let Some((other, place)) = names.insert(name.clone(), (how, span)) else {
        return false;
    };
    let code = match (other, how) {
        (How::Import, How::Import) => "E0252",
        (How::ExternCrate, How::ExternCrate) => "E0259",
        (How::ExternCrate, How::Import) | (How::Import, How::ExternCrate) => "E0254",
        (How::ExternCrate, _) | (_, How::ExternCrate) => "E0260",
        (How::Item, _) | (_, How::Item) => "E0255",
    };
    let (first, second) = match place.file == span.file && place > span {
        true => (span, place),
        false => (place, span),
    };
    let message = format!("the name `{name}` is defined multiple times");
    let error = BridgeError::new(code, second, message)
        .with_label(format!("`{name}` again"))
        .with_related(first, format!("`{name}` is here already"));
    out.add(error.with_help(format!("import it under another name: `as Other{name}`")));
    true
}

/// E0364, E0365: `pub use` of what is less than public.
fn given_on(cx: Cx<'_>, found: &PerNs, name: &str, span: Span) -> Option<BridgeError> {
    let types = found.types.map(|it| it.vis);
    let values = found.values.map(|it| it.vis);
    let is_all_hidden = |vis: Option<Visibility>| vis != Some(Visibility::Public);
    // Private `extern crate`s may be given on, with a warning.
    let is_crate = matches!(found.types.map(|it| it.def),
        Some(ModuleDefId::ModuleId(it)) if it.def_map(cx.db).root_module_id() == it);
    if found.macros.is_some() || found.is_none() || is_crate {
        return None;
    }
    if !is_all_hidden(types) || !is_all_hidden(values) {
        return None;
    }
    let code = if types.is_some() { "E0365" } else { "E0364" };
    let message = format!("`{name}` is not public everywhere, and cannot be given on as such");
    let error = BridgeError::new(code, span, message).with_label(format!("`pub use` of `{name}`"));
    Some(error.with_help(format!(
        "make `{name}` itself `pub`, or the import `pub(crate) use`"
    )))
}
