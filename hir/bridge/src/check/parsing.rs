//! Syntax errors, each of them once, in words of the language.
//!
//! rust-analyzer goes on after an error and finds others that follow from it:
//! of errors a few lines apart only the first is shown.

use super::{Errors, defs::lower_first};
use crate::Cx;
use base_db::EditionedFileId;
use wrc_base::{FileId, Span};

pub fn check(cx: Cx<'_>, file: EditionedFileId, out: &mut Errors) {
    let errors = file.parse_errors(cx.db).unwrap_or_default();
    let id = file.file_id(cx.db);
    let text = cx.db.file_text(id).text(cx.db);
    let mut places: Vec<(u32, u32, String)> = errors
        .iter()
        .map(|it| {
            (
                it.range().start().into(),
                it.range().end().into(),
                it.to_string(),
            )
        })
        .collect();
    places.sort_by_key(|(start, ..)| *start);
    let mut last: Option<usize> = None;
    for (start, end, message) in places {
        out.is_unparsed = true;
        let follows = last.is_some_and(|last| {
            // Where they overlap there is nothing in between.
            let between = text.get(last..start as usize).unwrap_or_default();
            between.matches('\n').count() < 4
        });
        last = Some(end.max(start) as usize);
        if follows {
            continue;
        }
        let span = Span::new(FileId(id.index()), start, end);
        let error = crate::BridgeError::new("WRC1001", span, wording(&message));
        out.add(error.with_some_help(hint(text, start as usize)));
    }
}

/// The names of tokens as they are written.
pub fn wording(message: &str) -> String {
    let mut words = Vec::new();
    for word in message.split(' ') {
        let token = TOKENS.iter().find(|(name, _)| *name == word);
        words.push(match token {
            Some((_, written)) => format!("`{written}`"),
            None => word.to_owned(),
        });
    }
    lower_first(&words.join(" "))
}

const TOKENS: &[(&str, &str)] = &[
    ("AMP", "&"),
    ("BANG", "!"),
    ("COLON", ":"),
    ("COMMA", ","),
    ("DOT", "."),
    ("EQ", "="),
    ("FAT_ARROW", "=>"),
    ("IN_KW", "in"),
    ("L_ANGLE", "<"),
    ("L_BRACK", "["),
    ("L_CURLY", "{"),
    ("L_PAREN", "("),
    ("PIPE", "|"),
    ("R_ANGLE", ">"),
    ("R_BRACK", "]"),
    ("R_CURLY", "}"),
    ("R_PAREN", ")"),
    ("SEMICOLON", ";"),
    ("THIN_ARROW", "->"),
];

/// What people write who know another language.
const HABITS: &[(&str, &str)] = &[
    ("===", "two values are compared with `==`"),
    ("!==", "two values are compared with `!=`"),
    ("++", "there is no `++`: write `+= 1`"),
    ("--", "there is no `--`: write `-= 1`"),
    (" and ", "write `&&`"),
    (" or ", "write `||`"),
    ("elseif", "write `else if`"),
    ("elif", "write `else if`"),
    (" ? ", "there is no `? :`: write `if … { … } else { … }`"),
];

fn hint(text: &str, at: usize) -> Option<String> {
    let line = text.get(..at)?.rfind('\n').map_or(0, |it| it + 1);
    let from = text
        .get(..at)?
        .char_indices()
        .rev()
        .take(8)
        .last()
        .map_or(at, |(it, _)| it);
    let to = text
        .get(at..)?
        .char_indices()
        .take(6)
        .last()
        .map_or(at, |(it, _)| at + it);
    let around = text.get(from.max(line)..to)?;
    let found = HABITS.iter().find(|(form, _)| around.contains(form));
    found.map(|(_, help)| (*help).to_owned())
}
