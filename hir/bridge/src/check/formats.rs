//! Format strings against their arguments. rustc has no codes for these
//! errors: they are `WRC1001`.
//!
//! ```text
//! println!("{} {}", 1);     2 positional arguments in format string, but there is 1 argument
//! println!("{}", 1, 2);     argument never used
//! println!(text);           format argument must be a string literal
//! ```
//!
//! Strings made by other macros (`concat!`) are left to the front end, which
//! knows what they are.

use super::{Errors, defs::lower_first};
use crate::{BridgeError, Cx};
use hir_expand::{HirFileId, InFile, MacroCallId, MacroDefKind};
use parse_format::{Argument, Count, ParseError, ParseMode, Parser, Piece, Position, Suggestion};
use ra_ap_rustc_parse_format as parse_format;
use std::ops::Range;
use syntax::{
    AstNode, AstToken, TextRange,
    ast::{self, HasName, IsString},
};
use wrc_base::Span;

const CODE: &str = "WRC1001";

/// The errors of one call of a macro, if it is `format_args!` or the like.
pub fn check(cx: Cx<'_>, call: MacroCallId, out: &mut Errors) {
    if out.library || !matches!(call.loc(cx.db).def.kind, MacroDefKind::BuiltIn(..)) {
        return;
    }
    let root = HirFileId::from(call).parse_or_expand(cx.db);
    let Some(node) = root.descendants().find_map(ast::FormatArgsExpr::cast) else {
        return;
    };
    let site = Site {
        cx,
        file: call.into(),
    };
    match node.template() {
        Some(ast::Expr::Literal(literal)) => match literal.kind() {
            ast::LiteralKind::String(text) => check_string(site, &node, &text, out),
            _ => out.add(no_string(site, literal.syntax().text_range())),
        },
        Some(ast::Expr::MacroExpr(_)) | None => {}
        Some(other) => out.add(no_string(site, other.syntax().text_range())),
    }
}

/// Where ranges of the expansion lie.
#[derive(Clone, Copy)]
struct Site<'db> {
    cx: Cx<'db>,
    file: HirFileId,
}

impl Site<'_> {
    fn span(self, range: TextRange) -> Span {
        self.cx.span(InFile::new(self.file, range))
    }
}

fn no_string(site: Site<'_>, range: TextRange) -> BridgeError {
    let message = "format argument must be a string literal";
    BridgeError::new(CODE, site.span(range), message)
        .with_help("write `\"{}\"` before it to print it as it is")
}

/// The string as the user wrote it.
struct Text {
    whole: Span,
    /// Do places in it correspond to places in the file?
    is_source: bool,
}

impl Text {
    fn new(site: Site<'_>, token: &ast::String, is_source: bool) -> Text {
        let whole = site.span(token.syntax().text_range());
        let file = vfs::FileId::from_raw(whole.file.0);
        let text = site.cx.db.file_text(file).text(site.cx.db);
        let written = text.get(whole.start as usize..whole.end as usize);
        // `println!` adds a line feed before the closing quote.
        let is_same = written.is_some_and(|written| {
            let written = written.trim_end_matches(['"', '#']);
            token.text().starts_with(written)
        });
        Text {
            whole,
            is_source: is_source && is_same,
        }
    }

    fn span(&self, inner: Range<usize>) -> Span {
        let at = |offset: usize| (self.whole.start + offset as u32).min(self.whole.end);
        match self.is_source {
            true => Span::new(self.whole.file, at(inner.start), at(inner.end)),
            false => self.whole,
        }
    }
}

fn check_string(site: Site<'_>, node: &ast::FormatArgsExpr, token: &ast::String, out: &mut Errors) {
    let Ok(value) = token.value() else {
        return;
    };
    let hashes = match token.quote_offsets() {
        // `r#"` is two more than its hashes.
        Some(offsets) => usize::from(offsets.quotes.0.len()).checked_sub(2),
        None => None,
    };
    let snippet = Some(token.text().to_owned());
    let mut parser = Parser::new(&value, hashes, snippet, false, ParseMode::Format);
    let mut pieces = Vec::new();
    while parser.errors.is_empty()
        && let Some(piece) = parser.next()
    {
        pieces.push(piece);
    }
    let text = Text::new(site, token, parser.is_source_literal);
    if let Some(error) = parser.errors.first() {
        return out.add(parse_error(&text, error));
    }
    let before = out.errors.len();
    let mut arguments = arguments(site, node, out);
    if out.errors.len() > before {
        return;
    }
    let mut missing = Missing::default();
    let mut places = parser.arg_places.iter();
    for piece in &pieces {
        if let Piece::NextArgument(argument) = piece {
            let place = places.next().cloned().unwrap_or_default();
            use_argument(&text, argument, place, &mut arguments, &mut missing, out);
        }
    }
    missing.report(&text, &arguments, out);
    // One that is missing may be one that is unused.
    if missing.implicit.is_empty() && missing.explicit.is_empty() {
        unused(&text, &arguments, out);
    }
}

fn parse_error(text: &Text, error: &ParseError) -> BridgeError {
    let message = format!("invalid format string: {}", lower_first(&error.description));
    let mut found = BridgeError::new(CODE, text.span(error.span.clone()), message)
        .with_label(error.label.clone());
    if let Some((label, place)) = &error.secondary_label
        && text.is_source
    {
        found = found.with_related(text.span(place.clone()), label.clone());
    }
    found.notes.extend(error.note.clone());
    match &error.suggestion {
        Suggestion::None => found,
        Suggestion::UsePositional => {
            found.with_help("write `{}` and give the expression as an argument")
        }
        Suggestion::RemoveRawIdent(_) => found.with_help("remove the `r#`"),
        Suggestion::ReorderFormatParameter(_, right) => found.with_help(format!("write `{right}`")),
        Suggestion::AddMissingColon(_) => found.with_help("write a colon: `:?`"),
        Suggestion::UseRustDebugPrintingMacro => {
            found.with_help("use the macro `dbg!` to print a value with its expression")
        }
    }
}

/// An argument that is given.
struct Given {
    name: Option<String>,
    span: Span,
    is_used: bool,
}

fn arguments(site: Site<'_>, node: &ast::FormatArgsExpr, out: &mut Errors) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    for argument in node.args() {
        let name = argument.name().map(|it| it.text().to_string());
        let span = site.span(argument.syntax().text_range());
        let named = given.iter().any(|it| it.name.is_some());
        if let Some(name) = &name
            && given.iter().any(|it| it.name.as_ref() == Some(name))
        {
            let message = format!("duplicate argument named `{name}`");
            out.push(CODE, span, message);
        }
        if name.is_none() && named {
            let message = "positional arguments cannot follow named arguments";
            out.push(CODE, span, message);
        }
        given.push(Given {
            name,
            span,
            is_used: false,
        });
    }
    given
}

/// References to positions that have no argument.
#[derive(Default)]
struct Missing {
    /// `{}`: where they are.
    implicit: Vec<Span>,
    /// `{2}`: which, and where.
    explicit: Vec<(usize, Span)>,
    /// How many `{}` there are.
    wanted: usize,
}

fn use_argument(
    text: &Text,
    argument: &Argument<'_>,
    place: Range<usize>,
    given: &mut [Given],
    missing: &mut Missing,
    out: &mut Errors,
) {
    let mut take = |index: usize| match given.get_mut(index) {
        Some(it) => {
            it.is_used = true;
            true
        }
        None => false,
    };
    match argument.position {
        Position::ArgumentImplicitlyIs(index) => {
            missing.wanted += 1;
            if !take(index) {
                missing.implicit.push(text.span(place));
            }
        }
        Position::ArgumentIs(index) => {
            if !take(index) {
                let place = text.span(argument.position_span.clone());
                missing.explicit.push((index, place));
            }
        }
        Position::ArgumentNamed(name) => use_name(name, given),
    }
    let format = &argument.format;
    for (count, place) in [
        (&format.width, &format.width_span),
        (&format.precision, &format.precision_span),
    ] {
        match count {
            Count::CountIsName(name, _) => use_name(name, given),
            Count::CountIsParam(index) | Count::CountIsStar(index) => match given.get_mut(*index) {
                Some(it) => it.is_used = true,
                None => {
                    let place = text.span(place.clone().unwrap_or_default());
                    missing.explicit.push((*index, place));
                }
            },
            Count::CountIs(_) | Count::CountImplied => {}
        }
    }
    const TRAITS: &[&str] = &["", "?", "e", "E", "o", "p", "b", "x", "X"];
    if !TRAITS.contains(&format.ty) {
        let place = text.span(format.ty_span.clone().unwrap_or_default());
        let message = format!("unknown format trait `{}`", format.ty);
        let error = BridgeError::new(CODE, place, message);
        out.add(error.with_help(
            "there are `?` for Debug, `x`, `X`, `o`, `b` for numbers, `e`, `E` for exponents \
             and `p` for pointers; without one it is Display",
        ));
    }
}

/// A name that is no argument's is a variable's: inference looks it up.
fn use_name(name: &str, given: &mut [Given]) {
    if let Some(it) = given.iter_mut().find(|it| it.name.as_deref() == Some(name)) {
        it.is_used = true;
    }
}

impl Missing {
    fn report(&self, text: &Text, given: &[Given], out: &mut Errors) {
        let there_are = match given.len() {
            0 => "no arguments were given".to_owned(),
            1 => "there is 1 argument".to_owned(),
            n => format!("there are {n} arguments"),
        };
        if let Some(first) = self.implicit.first() {
            let noun = match self.wanted {
                1 => "argument",
                _ => "arguments",
            };
            let wanted = self.wanted;
            let message = format!("{wanted} positional {noun} in format string, but {there_are}");
            let mut error = BridgeError::new(CODE, *first, message);
            for other in &self.implicit[1..] {
                error = error.with_related(*other, "this one, too");
            }
            out.add(match text.is_source {
                true => error.with_label("no argument for this"),
                false => error,
            });
        }
        for (index, place) in &self.explicit {
            let message = format!("invalid reference to positional argument {index} ({there_are})");
            let error = BridgeError::new(CODE, *place, message);
            out.add(match given.len() {
                0 => error,
                _ => error.with_help("positional arguments are counted from 0"),
            });
        }
    }
}

fn unused(text: &Text, given: &[Given], out: &mut Errors) {
    let unused: Vec<&Given> = given.iter().filter(|it| !it.is_used).collect();
    let Some(first) = unused.first() else {
        return;
    };
    let message = match (unused.len(), &first.name) {
        (1, None) => "argument never used",
        (1, Some(_)) => "named argument never used",
        _ => "multiple unused formatting arguments",
    };
    let mut error = BridgeError::new(CODE, first.span, message)
        .with_label("argument never used")
        .with_related(text.whole, "the format string has no place for it");
    for other in &unused[1..] {
        error = error.with_related(other.span, "argument never used");
    }
    out.add(match &first.name {
        Some(name) => error.with_help(format!("write `{{{name}}}` where it shall be")),
        None => error.with_help("write `{}` where it shall be"),
    });
}
