//! Paths through items that are private where they are named (E0603).

use crate::{BridgeError, Cx};
use hir_def::{
    ModuleDefId, ModuleId,
    expr_store::path::Path,
    item_scope::ItemInNs,
    per_ns::{Namespace, PerNs},
    resolver::{HasResolver, Resolver},
    visibility::Visibility,
};
use hir_expand::{
    HirFileId, InFile,
    mod_path::{ModPath, PathKind},
    name::AsName,
};
use syntax::{AstNode, ast};
use wrc_base::Span;

/// The error of an unresolved import if there is what it names, only not
/// visible.
pub fn hidden_import(
    cx: Cx<'_>,
    module: ModuleId,
    file: HirFileId,
    tree: &ast::UseTree,
) -> Option<BridgeError> {
    // In old editions imports begin at the crate's root; names in macros may
    // be of other crates.
    if !module.def_map(cx.db).edition().at_least_2018() || file.macro_file().is_some() {
        return None;
    }
    let (whole, trees) = import_path(tree)?;
    let order = [Namespace::Types, Namespace::Values, Namespace::Macros];
    match follow(cx, &module.resolver(cx.db), &whole, &order) {
        End::Hidden(found) => {
            let names = trees.iter().filter_map(ast::UseTree::path);
            let names = names.flat_map(|path| path.segments().collect::<Vec<_>>());
            let mut names =
                names.filter(|it| it.name_ref().is_some_and(|it| it.ident_token().is_some()));
            let range = InFile::new(file, names.nth(found.at)?.syntax().text_range());
            Some(hidden(cx, &found, cx.span(range)))
        }
        End::Found | End::Missing(_) => None,
    }
}

/// What a tree of an import names, and the trees around it, outermost first.
pub fn import_path(tree: &ast::UseTree) -> Option<(ModPath, Vec<ast::UseTree>)> {
    let above = tree.syntax().ancestors().skip(1);
    let mut trees: Vec<ast::UseTree> = above.filter_map(ast::UseTree::cast).collect();
    trees.reverse();
    trees.push(tree.clone());
    let mut whole = ModPath::from_kind(PathKind::Plain);
    for path in trees.iter().filter_map(ast::UseTree::path) {
        append(&mut whole, &path)?;
    }
    Some((whole, trees))
}

/// Adds the names of a path in an import. `None` if it is of another form.
fn append(whole: &mut ModPath, path: &ast::Path) -> Option<()> {
    use ast::PathSegmentKind as Kind;
    if let Some(before) = path.qualifier() {
        append(whole, &before)?;
    }
    let is_first = whole.segments().is_empty() && whole.kind == PathKind::Plain;
    let segment = path.segment()?;
    if segment.coloncolon_token().is_some() && path.qualifier().is_none() {
        return None;
    }
    match segment.kind()? {
        Kind::Name(name) => whole.push_segment(name.as_name()),
        Kind::CrateKw if is_first => whole.kind = PathKind::Crate,
        Kind::SelfKw if is_first => whole.kind = PathKind::SELF,
        // `a::{self}` is `a`.
        Kind::SelfKw => {}
        Kind::SuperKw => match whole.kind {
            PathKind::Plain if is_first => whole.kind = PathKind::Super(1),
            PathKind::Super(n) if whole.segments().is_empty() => {
                whole.kind = PathKind::Super(n + 1);
            }
            _ => return None,
        },
        _ => return None,
    }
    Some(())
}

/// Where a path through modules ends.
pub enum End {
    /// All of it can be seen, or what it leads to is no module's item.
    Found,
    /// The name with this number is not there.
    Missing(usize),
    /// An item on the way cannot be seen.
    Hidden(Hidden),
}

/// What a path reaches without being allowed to.
pub struct Hidden {
    /// The number of its name in the path.
    pub at: usize,
    name: String,
    what: &'static str,
    def: ItemInNs,
}

/// A path that leads through modules, with more than one name.
pub fn module_path(path: &Path) -> Option<&ModPath> {
    if path.type_anchor().is_some() {
        return None;
    }
    let path = path.mod_path()?;
    let is_long = match path.kind {
        PathKind::Plain => path.segments().len() > 1,
        PathKind::Super(_) | PathKind::Crate | PathKind::Abs => !path.segments().is_empty(),
        // What macros of other crates write is their business.
        PathKind::DollarCrate(_) => false,
    };
    is_long.then_some(path)
}

/// Follows `path` as the resolver's module sees it. Its last name is looked
/// up in the namespaces of `order`.
pub fn follow(cx: Cx<'_>, resolver: &Resolver<'_>, path: &ModPath, order: &[Namespace]) -> End {
    let names = path.segments();
    let start = match path.kind {
        PathKind::Plain | PathKind::Abs => 1.min(names.len()),
        PathKind::Super(_) | PathKind::Crate | PathKind::DollarCrate(_) => 0,
    };
    let first = ModPath::from_segments(path.kind, names[..start].iter().cloned());
    let first = resolver.resolve_module_path_in_items(cx.db, &first);
    let mut module = match first.types.map(|item| item.def) {
        Some(ModuleDefId::ModuleId(it)) => it,
        Some(_) => return End::Found,
        None if first.is_none() => return End::Missing(0),
        None => return End::Found,
    };
    for (i, name) in names.iter().enumerate().skip(start) {
        let found = module.def_map(cx.db)[module].scope.get(name);
        let is_last = i + 1 == names.len();
        let order = if is_last { order } else { &[Namespace::Types] };
        let candidates: Vec<(ItemInNs, Visibility)> = order
            .iter()
            .filter_map(|ns| candidate(&found, *ns))
            .collect();
        let Some((def, _)) = candidates.first() else {
            return if found.is_none() {
                End::Missing(i)
            } else {
                End::Found
            };
        };
        let mut visible = candidates
            .iter()
            .filter(|(_, vis)| resolver.is_visible(cx.db, *vis));
        match visible.next() {
            Some((ItemInNs::Types(ModuleDefId::ModuleId(it)), _)) => module = *it,
            Some(_) => return End::Found,
            None => {
                return End::Hidden(Hidden {
                    at: i,
                    name: name.as_str().to_owned(),
                    what: kind(*def),
                    def: *def,
                });
            }
        }
    }
    End::Found
}

fn candidate(found: &PerNs, ns: Namespace) -> Option<(ItemInNs, Visibility)> {
    match ns {
        Namespace::Types => {
            let item = found.types?;
            Some((ItemInNs::Types(item.def), item.vis))
        }
        Namespace::Values => {
            let item = found.values?;
            Some((ItemInNs::Values(item.def), item.vis))
        }
        Namespace::Macros => {
            let item = found.macros?;
            Some((ItemInNs::Macros(item.def), item.vis))
        }
    }
}

fn kind(def: ItemInNs) -> &'static str {
    use hir_def::AdtId;
    match def.as_module_def_id() {
        Some(ModuleDefId::ModuleId(_)) => "module",
        Some(ModuleDefId::FunctionId(_)) => "function",
        Some(ModuleDefId::AdtId(AdtId::StructId(_))) => match def {
            ItemInNs::Values(_) => "tuple struct constructor",
            _ => "struct",
        },
        Some(ModuleDefId::AdtId(AdtId::EnumId(_))) => "enum",
        Some(ModuleDefId::AdtId(AdtId::UnionId(_))) => "union",
        Some(ModuleDefId::EnumVariantId(_)) => "variant",
        Some(ModuleDefId::ConstId(_)) => "constant",
        Some(ModuleDefId::StaticId(_)) => "static",
        Some(ModuleDefId::TraitId(_)) => "trait",
        Some(ModuleDefId::TypeAliasId(_)) => "type alias",
        Some(ModuleDefId::BuiltinType(_)) => "builtin type",
        Some(ModuleDefId::MacroId(_)) | None => "macro",
    }
}

pub fn hidden(cx: Cx<'_>, found: &Hidden, span: Span) -> BridgeError {
    let Hidden {
        name, what, def, ..
    } = found;
    let error = BridgeError::new("E0603", span, format!("{what} `{name}` is private"))
        .with_label(format!("private {what}"));
    let place = def
        .as_module_def_id()
        .and_then(|def| super::defs::def_span(cx, def));
    match place {
        Some(place) if *what == "tuple struct constructor" => error
            .with_related(place, "a field is private, so it cannot be built here")
            .with_help("make its fields visible, or give it a function that builds it"),
        Some(place) if !cx.is_library_file(place.file) => error
            .with_related(place, format!("the {what} is defined here"))
            .with_help(format!(
                "make it visible there: `pub(crate)` or `pub` before {name}"
            )),
        _ => error,
    }
}
