//! The texts of `stringify!`, spaced as rustc spaces them.
//!
//! rust-analyzer separates all tokens by a space. rustc remembers which
//! tokens of the source touched each other, and asks a table about the rest;
//! tokens that a macro's definition wrote count as not touching.

use crate::Cx;
use hir_expand::{HirFileId, InFile, MacroCallId, MacroCallKind, span_map::SpanMap};
use syntax::{
    AstNode, AstToken, NodeOrToken, SyntaxKind, SyntaxNode, SyntaxToken, T, TextRange, TextSize,
    ast,
};

/// Columns of a line, as in rustc's pretty printer.
const MARGIN: usize = 78;

/// A token tree.
enum Tree {
    Token(Token),
    Group {
        open: Token,
        content: Vec<Tree>,
        close: Token,
    },
}

struct Token {
    text: String,
    kind: SyntaxKind,
    first: span::Span,
    last: span::Span,
    /// The definition of the macro that the text is in wrote it.
    is_written_by_macro: bool,
}

impl Cx<'_> {
    /// The text of a call of `stringify!`.
    pub fn stringify(&self, call: MacroCallId) -> Option<String> {
        let call = self.call_node(call)?;
        let tree = call.value.token_tree()?;
        Some(self.text_of(call.file_id, tree.syntax()))
    }

    /// The text of a call of `concat!` with `stringify!` among its arguments;
    /// `Err` if another argument is not a literal.
    pub fn concat(&self, call: MacroCallId) -> Option<Result<String, ()>> {
        let call = self.call_node(call)?;
        let tree = call.value.token_tree()?;
        if !tree.syntax().text().to_string().contains("stringify") {
            return None;
        }
        let mut text = String::new();
        let done = self.concat_tree(call.file_id, &tree, &mut text);
        Some(done.map(|()| text))
    }

    fn call_node(&self, call: MacroCallId) -> Option<InFile<ast::MacroCall>> {
        match &call.loc(self.db).kind {
            MacroCallKind::FnLike { ast_id, .. } => Some(ast_id.to_in_file_node(self.db)),
            _ => None,
        }
    }

    fn concat_tree(
        &self,
        file: HirFileId,
        tree: &ast::TokenTree,
        out: &mut String,
    ) -> Result<(), ()> {
        let parts: Vec<_> = inside(tree.syntax())
            .filter(|part| !is_space(part))
            .collect();
        for arg in parts.split(|part| part.kind() == T![,]) {
            match arg {
                [NodeOrToken::Token(token)] => out.push_str(&literal_text(token).ok_or(())?),
                [NodeOrToken::Token(minus), NodeOrToken::Token(token)]
                    if minus.kind() == T![-] && token.kind() != SyntaxKind::STRING =>
                {
                    out.push('-');
                    out.push_str(&literal_text(token).ok_or(())?);
                }
                [
                    ..,
                    NodeOrToken::Token(name),
                    NodeOrToken::Token(bang),
                    NodeOrToken::Node(node),
                ] if bang.kind() == T![!] => {
                    let tree = ast::TokenTree::cast(node.clone()).ok_or(())?;
                    match name.text() {
                        "stringify" => out.push_str(&self.text_of(file, tree.syntax())),
                        "concat" => self.concat_tree(file, &tree, out)?,
                        _ => return Err(()),
                    }
                }
                [] => {}
                _ => return Err(()),
            }
        }
        Ok(())
    }

    /// The tokens between a token tree's delimiters.
    fn text_of(&self, file: HirFileId, node: &SyntaxNode) -> String {
        let map = file.span_map(self.db);
        let trees = self.trees(file, &map, node);
        let mut line = Line::default();
        print_all(&trees, &mut line);
        line.finish()
    }

    fn trees(&self, file: HirFileId, map: &SpanMap<'_>, node: &SyntaxNode) -> Vec<Tree> {
        let mut trees = Vec::new();
        for part in inside(node) {
            match part {
                NodeOrToken::Token(token) => match token.kind() {
                    SyntaxKind::WHITESPACE => {}
                    SyntaxKind::COMMENT => {
                        let doc = ast::Comment::cast(token.clone()).and_then(|it| doc_text(&it));
                        trees.extend(doc.map(|text| {
                            Tree::Token(Token {
                                text,
                                ..self.token(file, map, &token)
                            })
                        }));
                    }
                    _ => push_token(&mut trees, self.token(file, map, &token)),
                },
                NodeOrToken::Node(node) => self.push_group(file, map, &node, &mut trees),
            }
        }
        trees
    }

    fn push_group(
        &self,
        file: HirFileId,
        map: &SpanMap<'_>,
        node: &SyntaxNode,
        trees: &mut Vec<Tree>,
    ) {
        let content = self.trees(file, map, node);
        let (Some(open), Some(close)) = (node.first_token(), node.last_token()) else {
            return;
        };
        let (open, close) = (self.token(file, map, &open), self.token(file, map, &close));
        if open.kind == T!['('] && open.first == close.first {
            // Made by rust-analyzer around what an `$e:expr` stands for.
            trees.extend(content);
        } else {
            trees.push(Tree::Group {
                open,
                content,
                close,
            });
        }
    }

    fn token(&self, file: HirFileId, map: &SpanMap<'_>, token: &SyntaxToken) -> Token {
        let range = token.text_range();
        let one = TextSize::from(1);
        let first = map.span_for_range(TextRange::at(range.start(), one));
        let last = map.span_for_range(TextRange::at(range.end() - one, one));
        let writer = first.ctx.outer_expn(self.db).map(MacroCallId::from);
        Token {
            text: token.text().to_owned(),
            kind: token.kind(),
            first,
            last,
            is_written_by_macro: writer.is_some() && writer == file.macro_file(),
        }
    }
}

/// Operators of several characters.
const OPERATORS: &[&str] = &[
    "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..", "...", "..=", "<<", ">>", "+=",
    "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<=", ">>=",
];

/// Adds a token, to the operator before it if it is a part of that.
fn push_token(trees: &mut Vec<Tree>, token: Token) {
    if let Some(Tree::Token(last)) = trees.last_mut()
        && is_near(last, &token)
        && OPERATORS.contains(&&*format!("{}{}", last.text, token.text))
    {
        last.text.push_str(&token.text);
        last.last = token.last;
        return;
    }
    trees.push(Tree::Token(token));
}

/// What is between the delimiters of a token tree.
fn inside(node: &SyntaxNode) -> impl Iterator<Item = NodeOrToken<SyntaxNode, SyntaxToken>> {
    let (first, last) = (node.first_token(), node.last_token());
    node.children_with_tokens().filter(move |part| {
        let token = part.as_token();
        token.is_none() || (token != first.as_ref() && token != last.as_ref())
    })
}

fn is_space(part: &NodeOrToken<SyntaxNode, SyntaxToken>) -> bool {
    part.kind().is_trivia()
}

/// What a literal adds to a `concat!`.
fn literal_text(token: &SyntaxToken) -> Option<String> {
    match token.kind() {
        SyntaxKind::STRING => Some(ast::String::cast(token.clone())?.value().ok()?.into_owned()),
        SyntaxKind::CHAR => Some(ast::Char::cast(token.clone())?.value().ok()?.to_string()),
        SyntaxKind::INT_NUMBER => Some(
            ast::IntNumber::cast(token.clone())?
                .value()
                .ok()?
                .to_string(),
        ),
        SyntaxKind::FLOAT_NUMBER | T![true] | T![false] => Some(token.text().to_owned()),
        _ => None,
    }
}

/// A doc comment as the attribute it stands for.
fn doc_text(comment: &ast::Comment) -> Option<String> {
    let (text, _) = comment.doc_comment()?;
    let bang = if comment.is_inner() { "!" } else { "" };
    Some(format!("#{bang}[doc = r\"{text}\"]"))
}

impl Tree {
    fn first(&self) -> &Token {
        match self {
            Tree::Token(token) | Tree::Group { open: token, .. } => token,
        }
    }

    fn last(&self) -> &Token {
        match self {
            Tree::Token(token) | Tree::Group { close: token, .. } => token,
        }
    }

    fn punct(&self) -> Option<&str> {
        match self {
            Tree::Token(token) if token.kind.is_punct() => Some(&token.text),
            _ => None,
        }
    }

    fn group(&self) -> Option<SyntaxKind> {
        match self {
            Tree::Group { open, .. } => Some(open.kind),
            Tree::Token(_) => None,
        }
    }
}

fn print_all(trees: &[Tree], line: &mut Line) {
    for (i, tree) in trees.iter().enumerate() {
        if i > 0 && !touch(trees[i - 1].last(), tree.first()) && space_between(&trees[i - 1], tree)
        {
            line.space();
        }
        match tree {
            Tree::Token(token) => line.word(&token.text),
            Tree::Group {
                open,
                content,
                close,
            } => {
                let inner = content.first().filter(|_| open.kind == T!['{']);
                let is_wide = inner.is_some_and(|inner| !touch(open, inner.first()));
                line.word(&open.text);
                if is_wide {
                    line.space();
                }
                print_all(content, line);
                if is_wide {
                    line.space();
                }
                line.word(&close.text);
            }
        }
    }
}

/// Was there nothing between the two in the source?
fn touch(a: &Token, b: &Token) -> bool {
    // Of what a macro's definition wrote only delimiters know their neighbours.
    let is_known = |token: &Token| !token.is_written_by_macro || is_delimiter(token.kind);
    is_near(a, b) && is_known(a)
}

fn is_near(a: &Token, b: &Token) -> bool {
    a.last.anchor == b.first.anchor
        && a.last.ctx == b.first.ctx
        && a.last.range.end() == b.first.range.start()
}

fn is_delimiter(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        T!['('] | T![')'] | T!['['] | T![']'] | T!['{'] | T!['}']
    )
}

/// Is there a space between tokens that did not touch?
fn space_between(a: &Tree, b: &Tree) -> bool {
    let name = match a {
        Tree::Token(token) => Some(token).filter(|token| is_free_name(token, b)),
        Tree::Group { .. } => None,
    };
    !match (a.punct(), b.punct()) {
        (Some("."), None) => true,
        (Some("$"), None) => matches!(b, Tree::Token(_)),
        (Some("#"), None) => b.group() == Some(T!['[']),
        (None, Some("," | ";" | ".")) => true,
        (None, Some("!")) => name.is_some(),
        (None, None) => b.group() == Some(T!['(']) && name.is_some(),
        _ => false,
    }
}

/// A name that may be called, as it is no keyword. What came through an
/// `$x:ident` into a definition's text is not looked at.
fn is_free_name(token: &Token, next: &Tree) -> bool {
    let is_pasted = !token.is_written_by_macro && next.first().is_written_by_macro;
    let is_callable = matches!(token.text.as_str(), "fn" | "Self" | "pub");
    !is_pasted && (token.kind == SyntaxKind::IDENT || is_callable)
}

/// Words and breakable spaces, filled into lines.
#[derive(Default)]
struct Line {
    text: String,
    column: usize,
    word: String,
    is_after_space: bool,
}

impl Line {
    fn word(&mut self, text: &str) {
        self.word.push_str(text);
    }

    fn space(&mut self) {
        self.flush();
        self.is_after_space = true;
    }

    fn flush(&mut self) {
        let width = self.word.chars().count();
        if self.is_after_space {
            let is_full = self.column + 1 + width > MARGIN;
            self.text.push(if is_full { '\n' } else { ' ' });
            self.column = if is_full { 0 } else { self.column + 1 };
        }
        self.is_after_space = false;
        self.column += width;
        self.text.push_str(&self.word);
        self.word.clear();
    }

    fn finish(mut self) -> String {
        self.flush();
        self.text
    }
}
