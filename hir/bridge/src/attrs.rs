//! Attributes as written, `cfg_attr` applied.

use crate::Cx;
use base_db::{Crate, EditionedFileId};
use cfg::CfgExpr;
use hir_def::nameres::crate_def_map;
use hir_expand::attrs::expand_cfg_attr;
use std::ops::ControlFlow;
use syntax::{
    AstNode, AstToken, NodeOrToken,
    ast::{self, HasAttrs},
};
use wrc_base::Span;

/// One attribute: `path`, `path = "value"` or `path(tokens)`.
#[derive(Clone, Debug)]
pub struct Attr {
    /// `inline`, `wrc::flat`.
    pub path: String,
    /// The string after `=`, unescaped.
    pub value: Option<String>,
    /// What stands between the parentheses.
    pub tokens: Vec<AttrToken>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AttrToken {
    Word(String),
    Str(String),
    Other(String),
}

impl Attr {
    /// `word` of `path(word, …)`.
    pub fn has_word(&self, word: &str) -> bool {
        self.tokens
            .iter()
            .any(|token| matches!(token, AttrToken::Word(it) if it == word))
    }

    /// The string of `path(key = "string")`.
    pub fn string(&self, key: &str) -> Option<&str> {
        self.tokens.windows(3).find_map(|tokens| match tokens {
            [
                AttrToken::Word(word),
                AttrToken::Other(eq),
                AttrToken::Str(text),
            ] if word == key && eq == "=" => Some(text.as_str()),
            _ => None,
        })
    }

    /// The strings of `path("a", "b")`.
    pub fn strings(&self) -> Vec<&str> {
        self.tokens
            .iter()
            .filter_map(|token| match token {
                AttrToken::Str(text) => Some(text.as_str()),
                AttrToken::Word(_) | AttrToken::Other(_) => None,
            })
            .collect()
    }
}

/// The attributes of an item's syntax.
pub fn attrs(cx: Cx<'_>, krate: Crate, node: &impl HasAttrs) -> Vec<Attr> {
    let mut attrs = Vec::new();
    expand_cfg_attr::<()>(
        node.attrs(),
        || krate.cfg_options(cx.db),
        |meta, _| {
            attrs.extend(attr(meta));
            ControlFlow::Continue(())
        },
    );
    attrs
}

/// Is a lint that is an error by default allowed (or a warning) at a place?
pub fn allows(cx: Cx<'_>, place: Span, lint: &str) -> bool {
    let map = crate_def_map(cx.db, cx.krate);
    let root = map[map.root_module_id()].origin.file_id();
    let file = base_db::FileId::from_raw(place.file.0);
    let text = |file| cx.db.file_text(file).text(cx.db).contains(lint);
    if let Some(root) = root
        && root.file_id(cx.db) != file
        && text(root.file_id(cx.db))
        && has_level(&root.parse(cx.db).tree(), lint)
    {
        return true;
    }
    if !text(file) {
        return false;
    }
    let edition = cx.krate.data(cx.db).edition;
    let tree = EditionedFileId::new(cx.db, file, edition)
        .parse(cx.db)
        .tree();
    let at = tree
        .syntax()
        .token_at_offset(place.start.into())
        .right_biased();
    let nodes = at.into_iter().flat_map(|it| it.parent_ancestors());
    nodes
        .filter_map(ast::AnyHasAttrs::cast)
        .any(|it| has_level(&it, lint))
}

fn has_level(node: &impl HasAttrs, lint: &str) -> bool {
    node.attrs().any(|attr| {
        let text = attr.syntax().text().to_string();
        let level = text.trim_start_matches(['#', '!', '[', ' ']);
        (level.starts_with("allow") || level.starts_with("warn")) && level.contains(lint)
    })
}

/// Does a `#[cfg(…)]` turn the node off?
pub fn is_off(cx: Cx<'_>, krate: Crate, node: &impl HasAttrs) -> bool {
    let options = krate.cfg_options(cx.db);
    let off = expand_cfg_attr::<()>(
        node.attrs(),
        || options,
        |meta, _| match meta {
            ast::Meta::CfgMeta(meta) => match meta.cfg_predicate().map(CfgExpr::parse_from_ast) {
                Some(cfg) if options.check(&cfg) == Some(false) => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            },
            _ => ControlFlow::Continue(()),
        },
    );
    off.is_some()
}

fn attr(meta: ast::Meta) -> Option<Attr> {
    match meta {
        ast::Meta::PathMeta(it) => Some(Attr {
            path: path_text(it.path()?),
            value: None,
            tokens: Vec::new(),
        }),
        ast::Meta::KeyValueMeta(it) => Some(Attr {
            path: path_text(it.path()?),
            value: string_of(&it.expr()?),
            tokens: Vec::new(),
        }),
        ast::Meta::TokenTreeMeta(it) => Some(Attr {
            path: path_text(it.path()?),
            value: None,
            tokens: tokens_of(&it.token_tree()?),
        }),
        ast::Meta::UnsafeMeta(it) => attr(it.meta()?),
        ast::Meta::CfgMeta(_) | ast::Meta::CfgAttrMeta(_) => None,
    }
}

fn path_text(path: ast::Path) -> String {
    let text = path.syntax().text().to_string();
    let names: Vec<&str> = text.split("::").map(|it| unraw(it.trim())).collect();
    names.join("::")
}

/// The name a raw identifier stands for.
fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

fn string_of(expr: &ast::Expr) -> Option<String> {
    let ast::Expr::Literal(literal) = expr else {
        return None;
    };
    match literal.kind() {
        ast::LiteralKind::String(it) => Some(it.value().ok()?.into_owned()),
        _ => None,
    }
}

fn tokens_of(tree: &ast::TokenTree) -> Vec<AttrToken> {
    tree.syntax()
        .descendants_with_tokens()
        .filter_map(|element| match element {
            NodeOrToken::Token(token) if !token.kind().is_trivia() => Some(token),
            _ => None,
        })
        .filter(|token| !matches!(token.text(), "(" | ")"))
        .map(|token| {
            if let Some(string) = ast::String::cast(token.clone()) {
                return AttrToken::Str(
                    string.value().map(|it| it.into_owned()).unwrap_or_default(),
                );
            }
            match token.kind().is_any_identifier() {
                true => AttrToken::Word(unraw(token.text()).to_owned()),
                false => AttrToken::Other(token.text().to_owned()),
            }
        })
        .collect()
}
