//! Test functions: those with `#[test]`, as rustc's harness finds them.

use crate::{Cx, attrs, ids, items};
use base_db::Crate;
use hir_def::{DefWithBodyId, HasModule, ItemContainerId, Lookup, src::HasSource};
use syntax::{AstNode, ast::HasName};
use wrc_base::Span;
use wrc_thir::FnDef;

/// A function with `#[test]`.
#[derive(Clone, Debug)]
pub struct TestFn {
    pub def: FnDef,
    /// Its path in the crate, as the harness shows it.
    pub name: String,
    /// Of the function's name.
    pub span: Span,
    /// `#[ignore = "why"]`; the reason may be empty.
    pub ignore: Option<String>,
    /// `#[should_panic(expected = "…")]`; what is expected may be empty.
    pub should_panic: Option<String>,
}

/// The tests of a crate, by name.
pub(crate) fn test_fns(cx: Cx<'_>, krate: Crate) -> Vec<TestFn> {
    let mut tests = Vec::new();
    for def in items::crate_items(cx, krate).bodies {
        let DefWithBodyId::FunctionId(id) = def else {
            continue;
        };
        // The harness cannot name what is inside of functions.
        let loc = id.lookup(cx.db);
        if !matches!(loc.container, ItemContainerId::ModuleId(_))
            || id.module(cx.db).block(cx.db).is_some()
        {
            continue;
        }
        let source = loc.source(cx.db);
        let attrs = attrs::attrs(cx, krate, &source.value);
        if !attrs.iter().any(|attr| attr.path == "test") {
            continue;
        }
        let find = |path: &str| attrs.iter().find(|attr| attr.path == path);
        let path = cx.fn_path(id);
        let name = source.value.name();
        let range = name.map_or(source.value.syntax().text_range(), |it| {
            it.syntax().text_range()
        });
        tests.push(TestFn {
            def: ids::fn_def(id),
            name: path
                .split_once("::")
                .map_or(path.clone(), |(_, rest)| rest.to_owned()),
            span: cx.span(source.with_value(range)),
            ignore: find("ignore").map(|attr| attr.value.clone().unwrap_or_default()),
            should_panic: find("should_panic").map(|attr| {
                let list = attr.string("expected").map(str::to_owned);
                list.or_else(|| attr.value.clone()).unwrap_or_default()
            }),
        });
    }
    tests.sort_by(|a, b| a.name.cmp(&b.name));
    tests
}
