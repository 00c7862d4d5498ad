//! Names that are no values: what is of that name instead, and what was
//! meant; and values where others are wanted.

use super::{Errors, similar, stores::Store};
use crate::{BridgeError, Cx, spans::NodeSpans};
use hir_def::{
    ExpressionStoreOwnerId, ModuleDefId,
    expr_store::path::Path,
    hir::{Array, Expr, ExprId, ExprOrPatId, Pat},
    resolver::{HasResolver, TypeNs, ValueNs},
};
use hir_expand::{
    mod_path::{ModPath, PathKind},
    name::Name,
};
use rustc_hash::FxHashSet;
use syntax::{
    AstNode, SyntaxNode,
    ast::{self, HasName},
};

/// E0423, E0424, E0434; `None`: nothing is known of the name.
pub fn explain(
    cx: Cx<'_>,
    name: &str,
    id: ExprOrPatId,
    spans: &NodeSpans<'_>,
) -> Option<BridgeError> {
    let span = spans.node(id);
    if name == "self" {
        let message = "expected value, found `self`";
        return Some(
            BridgeError::new("E0424", span, message)
                .with_label("`self` is only available in methods with a `self` parameter")
                .with_help("add a `self` parameter: `&self`, `&mut self` or `self`"),
        );
    }
    if name.contains("::") {
        return None;
    }
    if let Some(what) = type_named(cx, name, spans) {
        let message = format!("expected value, found {what} `{name}`");
        let help = match what {
            "struct" => format!("build one: `{name} {{ … }}`, or call a function of it"),
            _ => format!("`{name}` is no value"),
        };
        return Some(BridgeError::new("E0423", span, message).with_help(help));
    }
    let node = spans.syntax(cx, id)?.value;
    if is_variable_around(&node, name) {
        let message = "can't capture dynamic environment in a fn item";
        return Some(
            BridgeError::new("E0434", span, message)
                .with_label(format!("`{name}` is a variable of the function around"))
                .with_help("use the closure form instead, `|…| { … }`, or add a parameter"),
        );
    }
    super::names::import(name).map(|help| {
        let message = format!("cannot find value `{name}` in this scope");
        BridgeError::new("E0425", span, message).with_help(help)
    })
}

/// The help for `Type::name` that is not there.
pub fn meant_item(cx: Cx<'_>, path: &str, spans: &NodeSpans<'_>) -> Option<String> {
    let (ty, name) = path.rsplit_once("::")?;
    let segments = ty.split("::").map(|it| Name::new_root(it.trim()));
    let path = ModPath::from_segments(PathKind::Plain, segments);
    let resolver = spans.owner()?.resolver(cx.db);
    let found = resolver.resolve_module_path_in_items(cx.db, &path).types?;
    let ModuleDefId::AdtId(adt) = found.def else {
        return None;
    };
    let ty = cx.db.ty(adt.into()).instantiate_identity().skip_norm_wip();
    let names = similar::variants(cx, adt).into_iter();
    similar::help(name, names.chain(similar::methods(cx, ty)))
}

/// Functions as patterns (E0532) and as what is assigned to (E0070), variables
/// as lengths of arrays (E0435).
pub fn check_places(store: &mut Store<'_>, out: &mut Errors) {
    let (cx, all) = (store.cx, store.store);
    if !matches!(store.owner, ExpressionStoreOwnerId::Body(_)) {
        return;
    }
    let mut targets = FxHashSet::default();
    for (id, expr) in all.exprs() {
        match expr {
            Expr::Assignment { target, .. } => all.walk_pats(*target, &mut |pat| {
                targets.insert(pat);
            }),
            Expr::Array(Array::Repeat { repeat, .. }) => {
                if let Expr::Path(path) = &all[*repeat]
                    && let Some(ValueNs::LocalBinding(_)) = value_at(store, id, path)
                {
                    let span = store.spans.expr(*repeat);
                    let message = "attempt to use a non-constant value in a constant";
                    let error = BridgeError::new("E0435", span, message);
                    out.add(error.with_label("non-constant value").with_help(
                        "use a `const` for the length, or a `Vec`: `vec![value; length]`",
                    ));
                }
            }
            _ => {}
        }
    }
    for (id, pat) in all.pats() {
        let (Pat::TupleStruct { path, .. } | Pat::Path(path)) = pat else {
            continue;
        };
        let found = store.find(|resolver| {
            resolver.resolve_path_in_value_ns_fully(cx.db, path, all.pat_path_hygiene(id))
        });
        let what = match found {
            Some(ValueNs::FunctionId(_)) => "function",
            Some(ValueNs::StaticId(_)) => "static",
            _ => continue,
        };
        let span = store.spans.pat(id);
        out.add(match targets.contains(&id) {
            true if what == "static" => continue,
            true => BridgeError::new("E0070", span, "invalid left-hand side of assignment")
                .with_label("cannot assign to this expression")
                .with_help("to compare, write `==`"),
            false => {
                let name = store.spans.path_text(cx, id.into());
                let message = format!(
                    "expected tuple struct, unit struct, variant or constant, found {what} `{name}`"
                );
                BridgeError::new("E0532", span, message)
            }
        });
    }
}

/// What a path means at an expression.
fn value_at(store: &mut Store<'_>, at: ExprId, path: &Path) -> Option<ValueNs> {
    let (db, hygiene) = (store.cx.db, store.store.expr_path_hygiene(at));
    let guard = store.resolver.update_to_inner_scope(db, store.owner, at);
    let found = store
        .resolver
        .resolve_path_in_value_ns_fully(db, path, hygiene);
    store.resolver.reset_to_guard(guard);
    found
}

/// What the name means as a type.
fn type_named(cx: Cx<'_>, name: &str, spans: &NodeSpans<'_>) -> Option<&'static str> {
    let resolver = spans.owner()?.resolver(cx.db);
    let name = Name::new_symbol_root(intern::Symbol::intern(name));
    let path = ModPath::from_segments(PathKind::Plain, [name]);
    let path = Path::from_known_path_with_no_generic(path);
    Some(
        match resolver.resolve_path_in_type_ns_fully(cx.db, &path)? {
            TypeNs::ModuleId(_) => return None,
            other => super::names::kind(other),
        },
    )
}

/// Is there such a variable in a function around the one the node is in?
fn is_variable_around(node: &SyntaxNode, name: &str) -> bool {
    let mut functions = node.ancestors().filter_map(ast::Fn::cast);
    let Some(own) = functions.next() else {
        return false;
    };
    let own = own.syntax().text_range();
    functions.any(|outer| {
        let names = outer.syntax().descendants().filter_map(ast::IdentPat::cast);
        let mut names = names.filter(|it| !own.contains_range(it.syntax().text_range()));
        names.any(|it| it.name().is_some_and(|it| it.text() == name))
    })
}
