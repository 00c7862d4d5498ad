//! The library without what callers do not see: most bodies, and comments.
//!
//! Whoever compiles a program needs the library's items; its bodies are known
//! from earlier compilations. A third of reading the library is reading bodies.
//!
//! ```text
//! /// Twice.                        ==>
//! fn twice(x: i32) -> i32 {             fn twice(x: i32) -> i32 {
//!     x + x                                 _
//! }                                     }
//! ```
//! Everything stays where it was, at the same byte. `_` is no expression, so
//! such a body is not taken for another one. Bodies stay that are needed to
//! know what callers see (`const fn`, `async fn`, `impl Trait` as a result), and
//! those with closures or items of their own, which nobody knows by name, and all
//! in macros, which may become the program's.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::ops::Range;

/// Words in bodies that stay.
const ITEMS: &[&str] = &[
    "async",
    "const",
    "enum",
    "extern",
    "fn",
    "impl",
    "macro_rules",
    "mod",
    "static",
    "struct",
    "trait",
    "type",
    "union",
    "use",
];

/// A token that is neither space nor comment.
struct Token<'a> {
    kind: TokenKind,
    text: &'a str,
    start: usize,
}

/// The outline of a file.
pub fn outline(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    let mut tokens = Vec::new();
    let mut start = 0;
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        match token.kind {
            TokenKind::Whitespace => {}
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {
                blank(&mut out[start..end]);
            }
            kind => tokens.push(Token {
                kind,
                text: &text[start..end],
                start,
            }),
        }
        start = end;
    }
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = macro_end(&tokens, at) {
            at = end;
            continue;
        }
        at = match body(&tokens, at) {
            Some(body) if can_go(&tokens, at, &body) => {
                let inside = tokens[body.start].start + 1..tokens[body.end].start;
                let first = tokens[body.start + 1].start;
                blank(&mut out[inside]);
                out[first] = b'_';
                body.end
            }
            // Functions inside of functions stay as they are.
            Some(body) => body.end,
            None => at + 1,
        };
    }
    String::from_utf8(out).expect("blanks replace whole characters")
}

/// The end of the macro's definition that begins here: what it makes may be
/// items of the program.
fn macro_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is_brace = tokens.get(at + 3)?.kind == TokenKind::OpenBrace;
    let is_macro = tokens[at].text == "macro_rules" && is_brace;
    is_macro.then(|| closing(tokens, at + 3))?
}

/// Lines stay lines.
fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|byte| **byte != b'\n') {
        *byte = b' ';
    }
}

/// The braces of the function whose `fn` this is.
fn body(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let name = tokens.get(at + 1)?;
    if tokens[at].text != "fn" || !matches!(name.kind, TokenKind::Ident | TokenKind::Dollar) {
        return None;
    }
    let mut depth = 0usize;
    for (open, token) in tokens.iter().enumerate().skip(at + 1) {
        match token.kind {
            TokenKind::OpenParen | TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseParen | TokenKind::CloseBracket => depth = depth.checked_sub(1)?,
            // A block as a const argument.
            TokenKind::OpenBrace if matches!(tokens[open - 1].text, "<" | ",") => return None,
            TokenKind::OpenBrace if depth == 0 => return Some(open..closing(tokens, open)?),
            TokenKind::Semi | TokenKind::CloseBrace if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            TokenKind::OpenBrace => depth += 1,
            TokenKind::CloseBrace => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Can the body of the function at `at` be left out?
fn can_go(tokens: &[Token<'_>], at: usize, body: &Range<usize>) -> bool {
    let before = tokens[..at].iter().rev();
    let mut qualifiers = before.take_while(|it| it.kind == TokenKind::Ident || it.text == "\"C\"");
    let is_const = qualifiers.any(|it| matches!(it.text, "const" | "async"));
    let header = &tokens[at..body.start];
    let result = header
        .windows(2)
        .position(|it| it[0].text == "-" && it[1].text == ">");
    let hides_type = result.is_some_and(|at| header[at..].iter().any(|it| it.text == "impl"));
    let inside = &tokens[body.start + 1..body.end];
    let is_plain = inside.iter().all(|it| {
        let stays = it.kind == TokenKind::Or || ITEMS.contains(&it.text);
        !stays && it.text.is_ascii()
    });
    !is_const && !hides_type && is_plain && !inside.is_empty()
}

#[cfg(test)]
mod tests {
    use super::outline;

    fn check(text: &str, expected: &str) {
        let found = outline(text);
        assert_eq!(found, expected);
        assert_eq!(found.len(), text.len());
    }

    #[test]
    fn bodies_and_comments_go() {
        check(
            "/// é\nfn f<T>(x: T) -> T where T: Copy { // c\n  x }\nstruct S { x: i32 }",
            "      \nfn f<T>(x: T) -> T where T: Copy {     \n  _ }\nstruct S { x: i32 }",
        );
        check(
            "impl S { fn g(&self) { self.h() } }",
            "impl S { fn g(&self) { _        } }",
        );
        check("m! { fn $name() { \"}\"; } }", "m! { fn $name() { _    } }");
    }

    #[test]
    fn others_stay() {
        for text in [
            "const fn f() -> i32 { 1 }",
            "pub const unsafe fn f() -> i32 { 1 }",
            "fn f() -> impl Iterator { g() }",
            "fn f() { g(|x| x) }",
            "fn f() { use a::b; b() }",
            "fn f() {}",
            "fn f();",
            "type F = fn(i32) -> i32; struct S { f: F }",
            "fn f() { fn g() { h() } }",
            "macro_rules! m { () => { fn f() { g() } } }",
        ] {
            check(text, text);
        }
    }
}
