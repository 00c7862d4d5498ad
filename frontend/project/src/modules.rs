//! Which files a crate consists of: `mod name;` followed from the root.
//!
//! Only the text is looked at, so that `mod` items inside macros, which name
//! resolution may or may not see, are tried too. Files that are missing are
//! left to name resolution, which knows whether they matter (`E0583`).
//!
//! | in | `mod x;` | `#[path = "p"] mod x;` |
//! |---|---|---|
//! | `d/main.rs`, `d/mod.rs` | `d/x.rs`, `d/x/mod.rs` | `d/p` |
//! | `d/a.rs` | `d/a/x.rs`, `d/a/x/mod.rs` | `d/p` |
//! | `mod b {}` of `d/a.rs` | `d/a/b/x.rs`, `d/a/b/x/mod.rs` | `d/a/b/p` |

use crate::workspace::{Files, Origin};
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use ra_ap_syntax::{
    AstNode, AstToken, NodeOrToken, SourceFile, SyntaxElement, SyntaxKind, SyntaxNode, SyntaxToken,
    ast::{self, HasAttrs, HasName},
};
use std::{io::ErrorKind, sync::Arc};
use wrc_base::{FileId, FxHashSet, Span};
use wrc_diagnostics::Diagnostic;

/// Modules nested deeper than this are a cycle through links.
const DEPTH: usize = 64;

/// Where the modules of a scope lie.
#[derive(Clone)]
struct Scope {
    /// Folder of `mod x;`.
    dir: Utf8PathBuf,
    /// Folder that `#[path]` starts from.
    attr_dir: Utf8PathBuf,
    /// Is the scope under a `cfg`, so that its files may not matter?
    conditional: bool,
}

/// A crate's root with the folder in which it was named, and how it is shown.
pub(crate) struct Loader<'a> {
    pub files: &'a mut Files,
    pub diagnostics: &'a mut Vec<Diagnostic>,
    /// Paths are read relative to this folder and shown without it.
    pub base: Utf8PathBuf,
    origin: Origin,
    /// Decides what is a keyword: `mod gen;` is a module before 2024.
    edition: Edition,
    /// Where the root's modules lie.
    root: Option<Scope>,
    seen: FxHashSet<(FileId, Utf8PathBuf)>,
}

impl<'a> Loader<'a> {
    pub(crate) fn new(
        files: &'a mut Files,
        diagnostics: &'a mut Vec<Diagnostic>,
        base: Utf8PathBuf,
        origin: Origin,
        edition: Edition,
    ) -> Loader<'a> {
        Loader {
            files,
            diagnostics,
            base,
            origin,
            edition,
            root: None,
            seen: FxHashSet::default(),
        }
    }

    /// Loads the root file and all it leads to. `None` when the root cannot
    /// be read, which is then reported.
    pub(crate) fn load_root(&mut self, path: &Utf8Path) -> Option<FileId> {
        let id = match self.read(path, true) {
            Ok(id) => id,
            Err(problem) => {
                self.diagnostics.push(problem.diagnostic(path));
                return None;
            }
        };
        let dir = path.parent().unwrap_or(Utf8Path::new("")).to_owned();
        let scope = Scope {
            attr_dir: dir.clone(),
            dir,
            conditional: false,
        };
        self.root = Some(scope.clone());
        self.scan(id, path, &scope, 0);
        Some(id)
    }

    /// Adds what a build script wrote. What is not text, or no longer there,
    /// is no source.
    pub(crate) fn load_folder(&mut self, dir: &Utf8Path) {
        let entries = dir.read_dir_utf8().into_iter().flatten().flatten();
        let mut paths: Vec<Utf8PathBuf> = entries.map(|it| it.into_path()).collect();
        paths.sort();
        for path in paths {
            match path.is_dir() {
                true => self.load_folder(&path),
                false => {
                    let _ = self.read(&path, path.extension() == Some("rs"));
                }
            }
        }
    }

    /// Adds the file. The text of included files is data and stays as it is.
    fn read(&mut self, path: &Utf8Path, is_source: bool) -> Result<FileId, Problem> {
        let full = self.base.join(path);
        let vfs_path = vfs_path(&full);
        if let Some(known) = self.files.at(&vfs_path) {
            return Ok(known);
        }
        let bytes = std::fs::read(&full).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Problem::Missing,
            _ => Problem::Unreadable(error.to_string()),
        })?;
        let mut text = String::from_utf8(bytes).map_err(|_| Problem::NotUtf8)?;
        if u32::try_from(text.len()).is_err() {
            return Err(Problem::Unreadable("the file is larger than 4 GB".into()));
        }
        if is_source && text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        // rustc reads `\r\n` as `\n`, in string literals too.
        if is_source && text.contains("\r\n") {
            text = text.replace("\r\n", "\n");
        }
        self.files.inputs.push(full);
        let shown = path.as_str().replace('\\', "/");
        Ok(self
            .files
            .add(shown, vfs_path, Arc::from(text), self.origin))
    }

    fn scan(&mut self, id: FileId, path: &Utf8Path, scope: &Scope, depth: usize) {
        if depth > DEPTH || !self.seen.insert((id, scope.dir.clone())) {
            return;
        }
        let text = self.files.get(id).expect("just added").text.clone();
        let tree = SourceFile::parse(&text, self.edition).tree();
        let mut cx = FileCx {
            id,
            dir: path.parent().unwrap_or(Utf8Path::new("")).to_owned(),
            depth,
        };
        self.descend(tree.syntax(), scope, &mut cx);
        self.includes(tree.syntax(), &cx);
    }

    fn descend(&mut self, node: &SyntaxNode, scope: &Scope, cx: &mut FileCx) {
        for child in node.children() {
            if let Some(module) = ast::Module::cast(child.clone()) {
                self.module(&module, scope, cx);
            } else if child.kind() == SyntaxKind::TOKEN_TREE {
                self.token_tree(&child, scope, cx);
            } else {
                self.descend(&child, scope, cx);
            }
        }
    }

    fn module(&mut self, module: &ast::Module, scope: &Scope, cx: &mut FileCx) {
        let Some(name) = module.name() else { return };
        let text = name.text();
        let name = text.trim_start_matches("r#").to_owned();
        let attrs = ModAttrs::of(module);
        let conditional = scope.conditional || attrs.conditional;
        if let Some(items) = module.item_list() {
            let dir = match &attrs.path {
                Some(path) => scope.attr_dir.join(path),
                None => scope.dir.join(&name),
            };
            let inner = Scope {
                attr_dir: dir.clone(),
                dir,
                conditional,
            };
            return self.descend(items.syntax(), &inner, cx);
        }
        for path in &attrs.conditional_paths {
            self.out_of_line(&name, Some(path), scope, None, cx.depth);
        }
        let range = module.syntax().text_range();
        let span = Span::new(cx.id, range.start().into(), range.end().into());
        let place = (!conditional).then_some(span);
        self.out_of_line(&name, attrs.path.as_deref(), scope, place, cx.depth);
    }

    /// Loads the file of `mod name;`. Problems are reported when `place` says
    /// where; a missing file is none.
    fn out_of_line(
        &mut self,
        name: &str,
        attr: Option<&Utf8Path>,
        scope: &Scope,
        place: Option<Span>,
        depth: usize,
    ) {
        let candidates = match attr {
            Some(attr) => vec![(scope.attr_dir.join(attr), true)],
            None => vec![
                (scope.dir.join(format!("{name}.rs")), false),
                (scope.dir.join(name).join("mod.rs"), true),
            ],
        };
        for (path, owns_folder) in candidates {
            let path = tidy(&path);
            match self.read(&path, true) {
                Ok(id) => {
                    let parent = path.parent().unwrap_or(Utf8Path::new("")).to_owned();
                    let dir = if owns_folder {
                        parent.clone()
                    } else {
                        parent.join(name)
                    };
                    let inner = Scope {
                        dir,
                        attr_dir: parent,
                        conditional: place.is_none(),
                    };
                    return self.scan(id, &path, &inner, depth + 1);
                }
                Err(Problem::Missing) => {}
                Err(problem) => {
                    if let Some(span) = place {
                        let error = problem.diagnostic(&path);
                        self.diagnostics.push(error.primary(span, "needed here"));
                    }
                    return;
                }
            }
        }
    }

    /// `mod name;` inside of a macro's tokens.
    fn token_tree(&mut self, tree: &SyntaxNode, scope: &Scope, cx: &mut FileCx) {
        let tokens = significant(tree);
        for window in tokens.windows(3) {
            let [keyword, name, end] = window else {
                continue;
            };
            if keyword.kind() == SyntaxKind::MOD_KW
                && name.kind() == SyntaxKind::IDENT
                && end.kind() == SyntaxKind::SEMICOLON
            {
                self.out_of_line(name.text(), None, scope, None, cx.depth);
                // The macro may be called elsewhere; mostly that is the root.
                if let Some(root) = self.root.clone() {
                    self.out_of_line(name.text(), None, &root, None, cx.depth);
                }
            }
        }
    }

    /// Files named by `include!("…")` and `include_str!("…")`.
    fn includes(&mut self, root: &SyntaxNode, cx: &FileCx) {
        let tokens = significant(root);
        for window in tokens.windows(4) {
            let [name, bang, open, literal] = window else {
                continue;
            };
            let is_include = matches!(name.text(), "include" | "include_str");
            if !is_include
                || bang.kind() != SyntaxKind::BANG
                || !open.text().starts_with(['(', '[', '{'])
            {
                continue;
            }
            let Some(literal) = ast::String::cast(literal.clone()) else {
                continue;
            };
            if let Ok(path) = literal.value() {
                // A problem here is reported by the macro's expansion.
                let is_source = name.text() == "include";
                let _ = self.read(&tidy(&cx.dir.join(path.as_ref())), is_source);
            }
        }
    }
}

struct FileCx {
    id: FileId,
    /// Folder of the file, as shown.
    dir: Utf8PathBuf,
    depth: usize,
}

/// Why a file is not there.
enum Problem {
    Missing,
    Unreadable(String),
    NotUtf8,
}

impl Problem {
    fn diagnostic(&self, path: &Utf8Path) -> Diagnostic {
        match self {
            Problem::Missing => Diagnostic::error("WRC5001", format!("`{path}` does not exist")),
            Problem::Unreadable(why) => {
                Diagnostic::error("WRC5001", format!("cannot read `{path}`")).with_note(why)
            }
            Problem::NotUtf8 => Diagnostic::error("WRC5002", format!("`{path}` is not UTF-8")),
        }
    }
}

/// The attributes of a `mod` item that decide about files.
struct ModAttrs {
    path: Option<Utf8PathBuf>,
    /// Those of `#[cfg_attr(…, path = "…")]`.
    conditional_paths: Vec<Utf8PathBuf>,
    conditional: bool,
}

impl ModAttrs {
    fn of(module: &ast::Module) -> ModAttrs {
        let mut found = ModAttrs {
            path: None,
            conditional_paths: Vec::new(),
            conditional: false,
        };
        for attr in module.attrs() {
            let tokens = significant(attr.syntax());
            let Some(name) = tokens.iter().position(|t| t.kind() == SyntaxKind::L_BRACK) else {
                continue;
            };
            let tokens = &tokens[name + 1..];
            found.path = found.path.or(path_value(tokens));
            if tokens
                .first()
                .is_some_and(|key| key.text().starts_with("cfg"))
            {
                found.conditional = true;
                let starts = 1..tokens.len();
                found
                    .conditional_paths
                    .extend(starts.filter_map(|at| path_value(&tokens[at..])));
            }
        }
        found
    }
}

/// The value when the tokens begin with `path = "…"`.
fn path_value(tokens: &[SyntaxToken]) -> Option<Utf8PathBuf> {
    let [key, eq, value, ..] = tokens else {
        return None;
    };
    if key.text() != "path" || eq.kind() != SyntaxKind::EQ {
        return None;
    }
    let value = ast::String::cast(value.clone())?;
    Some(Utf8PathBuf::from(value.value().ok()?.as_ref()))
}

fn significant(node: &SyntaxNode) -> Vec<SyntaxToken> {
    let tokens = node.descendants_with_tokens();
    tokens
        .filter_map(|element: SyntaxElement| match element {
            NodeOrToken::Token(token) if !token.kind().is_trivia() => Some(token),
            _ => None,
        })
        .collect()
}

/// The path without `.` and, where a folder precedes it, without `..`.
fn tidy(path: &Utf8Path) -> Utf8PathBuf {
    let mut out = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir
                if matches!(out.components().next_back(), Some(Utf8Component::Normal(_))) =>
            {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// A file's place in the virtual file system: below `/user`, so that no path
/// collides with the library's.
pub fn vfs_path(full: &Utf8Path) -> String {
    let parts = tidy(full);
    let parts = parts.components().filter_map(|part| match part {
        Utf8Component::Normal(name) => Some(name),
        Utf8Component::Prefix(prefix) => Some(prefix.as_str()),
        _ => None,
    });
    let mut out = String::from("/user");
    for part in parts {
        out.push('/');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_tidied() {
        assert_eq!(tidy(Utf8Path::new("./a/../b/./c.rs")), "b/c.rs");
        assert_eq!(tidy(Utf8Path::new("../x.rs")), "../x.rs");
        assert_eq!(vfs_path(Utf8Path::new("/a/b/../c.rs")), "/user/a/c.rs");
    }
}
