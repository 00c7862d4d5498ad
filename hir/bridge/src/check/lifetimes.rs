//! Lifetimes that are not declared (E0261), or declared with a name that
//! means something (E0262).

use super::Errors;
use crate::{BridgeError, Cx, attrs::is_off, items::CrateItems};
use base_db::Crate;
use hir_def::nameres::ModuleOrigin;
use hir_expand::{HirFileId, InFile};
use syntax::{AstNode, SyntaxKind, SyntaxNode, ast};

/// Whole files are looked at: items that macros make are not.
pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for map in &items.maps {
        for (_, module) in map.modules() {
            let (ModuleOrigin::CrateRoot { definition } | ModuleOrigin::File { definition, .. }) =
                module.origin
            else {
                continue;
            };
            let file = HirFileId::from(definition);
            let root = file.parse_or_expand(cx.db);
            for lifetime in root.descendants().filter_map(ast::Lifetime::cast) {
                check_lifetime(cx, map.krate(), file, &lifetime, out);
            }
        }
    }
}

fn check_lifetime(
    cx: Cx<'_>,
    krate: Crate,
    file: HirFileId,
    lifetime: &ast::Lifetime,
    out: &mut Errors,
) {
    let text = lifetime.text().to_string();
    let Some(parent) = lifetime.syntax().parent() else {
        return;
    };
    let span = || cx.span(InFile::new(file, lifetime.syntax().text_range()));
    if ast::LifetimeParam::can_cast(parent.kind()) && is_declaration(&parent, lifetime) {
        if text == "'static" || text == "'_" {
            let message = format!("invalid lifetime parameter name: `{text}`");
            out.push("E0262", span(), message);
        }
        return;
    }
    let is_label = matches!(
        parent.kind(),
        SyntaxKind::LABEL | SyntaxKind::BREAK_EXPR | SyntaxKind::CONTINUE_EXPR
    );
    if is_label || text == "'static" || text == "'_" || is_declared(cx, krate, &parent, &text) {
        return;
    }
    let message = format!("use of undeclared lifetime name `{text}`");
    let error = BridgeError::new("E0261", span(), message).with_label("undeclared lifetime");
    out.add(error.with_help(format!(
        "declare it: `<{text}>` after the name of the function or type, or after `impl`"
    )));
}

/// `'a` itself in `'a: 'b`.
fn is_declaration(param: &SyntaxNode, lifetime: &ast::Lifetime) -> bool {
    let param = ast::LifetimeParam::cast(param.clone());
    param.and_then(|it| it.lifetime()).as_ref() == Some(lifetime)
}

/// Does an item or a `for<…>` around the node declare the lifetime? Inside
/// of a macro's arguments, and of what is turned off, nothing is known.
fn is_declared(cx: Cx<'_>, krate: Crate, node: &SyntaxNode, text: &str) -> bool {
    for around in node.ancestors() {
        if ast::TokenTree::can_cast(around.kind()) || ast::Attr::can_cast(around.kind()) {
            return true;
        }
        if ast::AnyHasAttrs::cast(around.clone()).is_some_and(|it| is_off(cx, krate, &it)) {
            return true;
        }
        let own = around.children().find_map(|child| match child.kind() {
            SyntaxKind::GENERIC_PARAM_LIST => ast::GenericParamList::cast(child),
            SyntaxKind::FOR_BINDER => ast::ForBinder::cast(child)?.generic_param_list(),
            _ => None,
        });
        let declares = |list: ast::GenericParamList| {
            let mut params = list.lifetime_params().filter_map(|it| it.lifetime());
            params.any(|it| it.text() == text)
        };
        if own.is_some_and(declares) {
            return true;
        }
        // Items inside of others see nothing of them, except for those of
        // impls and traits.
        if is_closed(&around) {
            let mut outer = around
                .ancestors()
                .skip(1)
                .filter_map(ast::AnyHasAttrs::cast);
            return outer.any(|it| is_off(cx, krate, &it));
        }
    }
    false
}

fn is_closed(node: &SyntaxNode) -> bool {
    let Some(item) = ast::Item::cast(node.clone()) else {
        return false;
    };
    let is_assoc = node
        .parent()
        .is_some_and(|it| ast::AssocItemList::can_cast(it.kind()));
    // Extern blocks hold items without being one with parameters.
    !is_assoc && !matches!(item, ast::Item::MacroCall(_))
}
