//! Syntax errors, unresolved imports, modules and macros, macro errors.

use super::{Errors, duplicates, parsing, privacy};
use crate::{Cx, attrs::is_off, items::CrateItems};
use base_db::{Crate, EditionedFileId};
use hir_def::{
    GenericDefId, ModuleDefId,
    nameres::{
        ModuleOrigin,
        diagnostics::{DefDiagnostic, DefDiagnosticKind},
    },
    src::use_tree_to_ast,
};
use hir_expand::{ExpandErrorKind, HirFileId, InFile, MacroCallId};
use syntax::{
    AstNode, TextRange,
    ast::{self, HasName},
};
use wrc_base::Span;

pub fn check(cx: Cx<'_>, _krate: Crate, items: &CrateItems<'_>, out: &mut Errors) {
    for map in &items.maps {
        for (_, module) in map.modules() {
            match module.origin {
                ModuleOrigin::CrateRoot { definition } | ModuleOrigin::File { definition, .. } => {
                    syntax_errors(cx, definition, out);
                }
                ModuleOrigin::Inline { .. } | ModuleOrigin::BlockExpr { .. } => {}
            }
            for call in module.scope.all_macro_calls() {
                macro_errors(cx, call, out);
            }
            for def in module.scope.declarations() {
                if let ModuleDefId::TraitId(it) = def {
                    for (_, call) in it.trait_items(cx.db).macro_calls() {
                        macro_errors(cx, call, out);
                    }
                }
            }
        }
        for diagnostic in map.diagnostics() {
            def_error(cx, diagnostic, out);
        }
    }
    for it in &items.impls {
        for (_, call) in it.impl_items(cx.db).macro_calls() {
            macro_errors(cx, call, out);
        }
    }
    duplicates::check(cx, items, out);
}

fn syntax_errors(cx: Cx<'_>, file: EditionedFileId, out: &mut Errors) {
    parsing::check(cx, file, out);
    raw_representation(cx, file, out);
}

/// rust-analyzer does not know `#[r#repr(r#C)]`.
fn raw_representation(cx: Cx<'_>, file: EditionedFileId, out: &mut Errors) {
    let is_raw = |text: &str| text.contains("repr(r#") || text.contains("r#repr");
    if !is_raw(cx.db.file_text(file.file_id(cx.db)).text(cx.db)) {
        return;
    }
    let tree = file.parse(cx.db).tree();
    for attr in tree.syntax().descendants().filter_map(ast::Attr::cast) {
        if is_raw(&attr.syntax().text().to_string()) {
            let span = cx.span(InFile::new(file.into(), attr.syntax().text_range()));
            let message = "raw identifiers in `repr` are not supported";
            out.push("WRC1003", span, message.to_owned());
        }
    }
}

/// Errors in what a macro call expands to.
pub fn macro_errors(cx: Cx<'_>, call: MacroCallId, out: &mut Errors) {
    let Some(result) = call.parse_macro_expansion_error(cx.db) else {
        return;
    };
    let loc = call.loc(cx.db);
    let span = cx.file_span(loc.kind.original_call_range(cx.db, loc.krate));
    if let Some(error) = &result.err {
        let rendered = error.render_to_string(cx.db);
        if let ExpandErrorKind::ProcMacroPanic(text) = error.kind() {
            // What stands there instead is no code.
            return out.push("WRC1005", span, text.to_string());
        }
        if rendered.error {
            out.push("WRC1001", span, lower_first(&rendered.message));
        }
    }
    for error in result.value.iter() {
        out.push(
            "WRC1001",
            span,
            format!(
                "in this macro's expansion: {}",
                parsing::wording(&error.to_string())
            ),
        );
    }
}

fn def_error(cx: Cx<'_>, diagnostic: &DefDiagnostic, out: &mut Errors) {
    let span_of = |file: HirFileId, range: TextRange| cx.span(InFile::new(file, range));
    match &diagnostic.kind {
        DefDiagnosticKind::UnresolvedModule { ast, candidates } => {
            let node = ast.to_node(cx.db);
            let name = node
                .name()
                .map(|n| n.text().to_string())
                .unwrap_or_default();
            let span = span_of(ast.file_id, node.syntax().text_range());
            let help = match candidates.is_empty() {
                true => String::new(),
                false => format!(" (looked for {})", candidates.join(", ")),
            };
            out.push(
                "E0583",
                span,
                format!("file not found for module `{name}`{help}"),
            );
        }
        DefDiagnosticKind::UnresolvedExternCrate { ast } => {
            let node = ast.to_node(cx.db);
            let name = node
                .name_ref()
                .map(|n| n.text().to_string())
                .unwrap_or_default();
            let span = span_of(ast.file_id, node.syntax().text_range());
            out.push("E0463", span, format!("can't find crate for `{name}`"));
        }
        DefDiagnosticKind::UnresolvedImport { id, index } => {
            let tree = use_tree_to_ast(cx.db, *id, *index);
            let module = diagnostic.in_module;
            if let Some(error) = privacy::hidden_import(cx, module, id.file_id, &tree) {
                return out.add(error);
            }
            let span = span_of(id.file_id, tree.syntax().text_range());
            let path = tree.path().map(|p| p.to_string()).unwrap_or_default();
            out.push("E0432", span, format!("unresolved import `{path}`"));
        }
        DefDiagnosticKind::UnconfiguredCode { .. } => {}
        DefDiagnosticKind::UnresolvedMacroCall { ast, path } => {
            let krate = diagnostic.in_module.krate(cx.db);
            let span = cx.file_span(ast.original_call_range(cx.db, krate));
            let name = path.display(cx.db, krate.data(cx.db).edition).to_string();
            if name.starts_with("wrc::") || name.starts_with("wasm::") {
                return;
            }
            // rust-analyzer reads some of the library's attributes without
            // knowing them as such.
            if out.library && name.starts_with("rustc_") {
                return;
            }
            let kind = match ast {
                hir_expand::MacroCallKind::FnLike { ast_id, .. } => {
                    // The front end tries statements that are turned off, too.
                    let call = ast_id.to_node(cx.db);
                    let statement = call.syntax().parent().and_then(ast::MacroExpr::cast);
                    if is_off(cx, krate, &call)
                        || statement.is_some_and(|it| is_off(cx, krate, &ast::Expr::from(it)))
                    {
                        return;
                    }
                    "macro"
                }
                hir_expand::MacroCallKind::Derive { .. } => "derive macro",
                hir_expand::MacroCallKind::Attr { .. } => "attribute",
            };
            out.push(
                "E0433",
                span,
                format!("cannot find {kind} `{name}` in this scope"),
            );
        }
        DefDiagnosticKind::UnimplementedBuiltinMacro { ast } => {
            let span = span_of(ast.file_id, ast.to_range(cx.db));
            out.push("WRC1001", span, "this built-in macro is not supported");
        }
        DefDiagnosticKind::InvalidDeriveTarget { ast, .. } => {
            let span = span_of(ast.file_id, ast.to_range(cx.db));
            let message = "`derive` may only be applied to `struct`s, `enum`s and `union`s";
            out.push("E0774", span, message);
        }
        DefDiagnosticKind::MalformedDerive { ast, .. } => {
            let span = span_of(ast.file_id, ast.to_range(cx.db));
            out.push("E0777", span, "malformed `derive` attribute input");
        }
        DefDiagnosticKind::MacroDefError { ast, message } => {
            let span = span_of(ast.file_id, ast.to_range(cx.db));
            out.push("WRC1001", span, lower_first(message));
        }
        DefDiagnosticKind::MacroError { ast, path, err } => {
            let span = span_of(ast.file_id, ast.to_range(cx.db));
            let krate = diagnostic.in_module.krate(cx.db);
            let path = path.display(cx.db, krate.data(cx.db).edition).to_string();
            if let ExpandErrorKind::ProcMacroPanic(text) = err {
                out.push("WRC1005", span, text.to_string());
            } else if !matches!(err, ExpandErrorKind::MacroDisabled) {
                let error = err.render_to_string(cx.db).message;
                out.push("WRC1001", span, format!("in macro `{path}`: {error}"));
            }
        }
    }
}

pub fn def_span(cx: Cx<'_>, def: ModuleDefId) -> Option<Span> {
    let generic: GenericDefId = match def {
        ModuleDefId::FunctionId(it) => it.into(),
        ModuleDefId::AdtId(it) => it.into(),
        ModuleDefId::ConstId(it) => it.into(),
        ModuleDefId::StaticId(it) => it.into(),
        ModuleDefId::TraitId(it) => it.into(),
        ModuleDefId::TypeAliasId(it) => it.into(),
        ModuleDefId::ModuleId(_)
        | ModuleDefId::EnumVariantId(_)
        | ModuleDefId::BuiltinType(_)
        | ModuleDefId::MacroId(_) => return None,
    };
    Some(cx.item_span(generic))
}

/// rust-analyzer writes sentences; our messages start in lower case.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !chars.as_str().starts_with(|c: char| c.is_uppercase()) => {
            first.to_lowercase().collect::<String>() + chars.as_str()
        }
        _ => text.to_owned(),
    }
}

/// The part of an item that names it: up to its body or fields.
pub fn header(node: &ast::Item) -> TextRange {
    let whole = node.syntax().text_range();
    let end = node
        .syntax()
        .children()
        .find(|child| {
            ast::BlockExpr::can_cast(child.kind())
                || ast::AssocItemList::can_cast(child.kind())
                || ast::RecordFieldList::can_cast(child.kind())
                || ast::VariantList::can_cast(child.kind())
        })
        .map_or(whole.end(), |child| child.text_range().start());
    let start = node
        .syntax()
        .children_with_tokens()
        .find(|child| match child {
            syntax::NodeOrToken::Node(node) => !ast::Attr::can_cast(node.kind()),
            syntax::NodeOrToken::Token(token) => !token.kind().is_trivia(),
        })
        .map_or(whole.start(), |child| child.text_range().start());
    TextRange::new(start, end.max(start))
}
