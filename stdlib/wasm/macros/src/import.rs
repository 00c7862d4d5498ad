//! Functions of JavaScript for rustc: they have a body that panics.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// The function, or those of the block, with bodies.
pub(super) fn with_bodies(item: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = item.into_iter().collect();
    let is_extern = tokens.iter().any(|token| is_word(token, "extern"));
    match tokens.last() {
        Some(TokenTree::Group(block)) if is_extern && block.delimiter() == Delimiter::Brace => {
            let mut functions = TokenStream::new();
            let mut function = Vec::new();
            for token in block.stream() {
                let is_end = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
                function.push(token);
                if is_end {
                    functions.extend(with_body(std::mem::take(&mut function), true));
                }
            }
            functions
        }
        _ => with_body(tokens, false).collect(),
    }
}

/// One declaration: its `;` becomes a body.
fn with_body(tokens: Vec<TokenTree>, is_foreign: bool) -> impl Iterator<Item = TokenTree> {
    let is_marked = |word: &str| tokens.iter().any(|token| is_word(token, word));
    let is_safe = !is_foreign || is_marked("safe") || is_marked("unsafe");
    let name = tokens
        .iter()
        .skip_while(|token| !is_word(token, "fn"))
        .nth(1);
    let name = name.map_or_else(String::new, ToString::to_string);
    let mut result: Vec<TokenTree> = Vec::new();
    result.extend(parsed(
        "#[allow(unused_variables, clippy::too_many_arguments)]",
    ));
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_attribute = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#')
            && matches!(tokens.peek(), Some(TokenTree::Group(group)) if is_import(group));
        if is_attribute {
            tokens.next();
            continue;
        }
        if is_word(&token, "fn") && !is_safe {
            result.push(TokenTree::Ident(Ident::new("unsafe", Span::call_site())));
        }
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                let message = format!("`{name}` is a function of JavaScript");
                result.extend(parsed(&format!("{{ panic!({message:?}) }}")));
            }
            token if is_word(token, "safe") => {}
            _ => result.push(token),
        }
    }
    result.into_iter()
}

/// `[wasm::import…]`: what says which function it is.
fn is_import(group: &Group) -> bool {
    let text: String = group.stream().to_string().split_whitespace().collect();
    text.starts_with("wasm::import") || text.starts_with("link_name")
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(it) if it.to_string() == word)
}

fn parsed(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
