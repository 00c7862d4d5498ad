//! Expressions too deep for the front end, whose time for a chain of binary
//! operators grows with the square of its length.

use ra_ap_syntax::{AstNode, SourceFile, SyntaxKind, SyntaxNode, WalkEvent};
use wrc_base::Span;
use wrc_diagnostics::Diagnostic;
use wrc_project::{Edition, Files, Origin};

/// So many operators may be nested in each other.
const BINARY: u32 = 1000;

/// One error per chain in the user's files.
pub(crate) fn errors(files: &Files) -> Vec<Diagnostic> {
    let mut errors = Vec::new();
    for (id, file) in files.iter() {
        // Fewer bytes hold no such chain.
        let is_code = matches!(file.origin, Origin::User | Origin::Dependency(_));
        if !is_code || file.text.len() < 2 * BINARY as usize {
            continue;
        }
        let tree = SourceFile::parse(&file.text, Edition::CURRENT).tree();
        for range in chains(tree.syntax()) {
            let span = Span::new(id, range.start().into(), range.end().into());
            let message = format!("an expression with more than {BINARY} nested operators");
            errors.push(
                Diagnostic::error("WRC1003", message)
                    .primary(span, "")
                    .with_help("compute it in several steps, or in a loop"),
            );
        }
    }
    errors
}

/// The outermost expressions of chains that are too deep.
fn chains(root: &SyntaxNode) -> Vec<ra_ap_syntax::TextRange> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut reported = false;
    for event in root.preorder() {
        match event {
            WalkEvent::Enter(node) if node.kind() == SyntaxKind::BIN_EXPR => {
                if open.is_empty() {
                    reported = false;
                }
                open.push(node.text_range());
                if open.len() as u32 > BINARY && !reported {
                    reported = true;
                    found.push(open[0]);
                }
            }
            WalkEvent::Leave(node) if node.kind() == SyntaxKind::BIN_EXPR => {
                open.pop();
            }
            WalkEvent::Enter(_) | WalkEvent::Leave(_) => {}
        }
    }
    found
}
