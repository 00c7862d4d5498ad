//! Procedural macros: programs of the host, which the toolchain's server runs.
//!
//! ```text
//! lib*.so ─load─► MacroLibrary ─providers─► rust-analyzer ─expand─► Server ─► lib*.so
//! ```
//!
//! cargo built the libraries ([`crate::scripts`]); the server loads them in a
//! process of its own, so what a macro does there, ending it included, is an
//! error at the macro's call. rust-analyzer keeps what a macro made, so each
//! call is expanded once.

mod message;
mod server;
mod tree;

use crate::workspace::Workspace;
use camino::{Utf8Path, Utf8PathBuf};
use message::{Expand, Extended, Request, Response, Sites};
use ra_ap_base_db::{CrateBuilderId, Env, SourceDatabase};
use ra_ap_hir_expand::{
    change::ChangeWithProcMacros,
    proc_macro::{
        ProcMacro, ProcMacroExpander, ProcMacroExpansionError, ProcMacroKind, ProcMacrosBuilder,
    },
    tt::TopSubtree,
};
use ra_ap_intern::Symbol;
use ra_ap_span::Span;
pub(crate) use server::Server;
use std::{any::Any, sync::Arc};
use wrc_base::EntityRef;
use wrc_diagnostics::Diagnostic;

/// The macros of a crate.
#[derive(Clone, Debug)]
pub struct MacroLibrary {
    server: Arc<Server>,
    path: Utf8PathBuf,
    macros: Vec<(String, message::Kind)>,
}

/// The server of the toolchain that cargo uses in this folder.
pub(crate) fn server(folder: &Utf8Path) -> Result<Arc<Server>, Diagnostic> {
    Server::of_toolchain(folder)
        .map(Arc::new)
        .map_err(|text| refused(text).with_help(SERVER_HELP))
}

const SERVER_HELP: &str = "the server is part of rustc: install a toolchain with `rustup`, or your \
    distribution's package that has `libexec/rust-analyzer-proc-macro-srv`";

/// Asks the server which macros a library has.
pub(crate) fn load(server: &Arc<Server>, path: &Utf8Path) -> Result<MacroLibrary, Diagnostic> {
    let request = Request::ListMacros {
        dylib_path: path.as_str(),
    };
    let answer = server.ask(&request).map_err(refused)?;
    let Response::ListMacros(listed) = answer else {
        return Err(refused(NOT_UNDERSTOOD.to_owned()));
    };
    let macros = listed.map_err(|error| {
        refused(format!("the macros of `{path}` cannot be loaded")).with_note(error)
    })?;
    Ok(MacroLibrary {
        server: Arc::clone(server),
        path: path.to_owned(),
        macros,
    })
}

const NOT_UNDERSTOOD: &str = "the answer of the server of procedural macros is not understood";

fn refused(text: String) -> Diagnostic {
    Diagnostic::error("WRC5014", text)
}

/// Gives rust-analyzer the workspace's macros; `None` when there are none.
/// The numbers are those of the crates in a graph, which is to be set with it.
pub(crate) fn providers(ws: &Workspace, ids: &[CrateBuilderId]) -> Option<ChangeWithProcMacros> {
    let libraries = ws
        .crates
        .iter()
        .filter_map(|(idx, krate)| Some((ids.get(idx.index())?, krate.macros.as_ref()?)));
    let libraries: ProcMacrosBuilder = libraries
        .map(|(id, library)| (*id, Ok(library.providers())))
        .collect();
    let has_some = ws.crates.values().any(|krate| krate.macros.is_some());
    has_some.then(|| ChangeWithProcMacros {
        proc_macros: Some(libraries),
        ..ChangeWithProcMacros::default()
    })
}

impl MacroLibrary {
    fn providers(&self) -> Vec<ProcMacro> {
        let provider = |(name, kind): &(String, message::Kind)| ProcMacro {
            name: Symbol::intern(name),
            kind: match kind {
                message::Kind::CustomDerive => ProcMacroKind::CustomDerive,
                message::Kind::Attr => ProcMacroKind::Attr,
                message::Kind::Bang => ProcMacroKind::Bang,
            },
            expander: Arc::new(Expander {
                server: Arc::clone(&self.server),
                library: self.path.clone(),
                name: name.clone(),
            }),
            disabled: false,
        };
        self.macros.iter().map(provider).collect()
    }
}

/// One macro.
#[derive(Debug)]
struct Expander {
    server: Arc<Server>,
    library: Utf8PathBuf,
    name: String,
}

impl ProcMacroExpander for Expander {
    /// All failures are panics to rust-analyzer: it makes nothing of the call,
    /// and the text is the error there.
    fn expand(
        &self,
        _db: &dyn SourceDatabase,
        subtree: &TopSubtree,
        attrs: Option<&TopSubtree>,
        env: &Env,
        def_site: Span,
        call_site: Span,
        mixed_site: Span,
        current_dir: String,
    ) -> Result<TopSubtree, ProcMacroExpansionError> {
        let mut spans = tree::Spans::default();
        let request = Request::ExpandMacro(Box::new(Expand {
            lib: self.library.as_str(),
            env: differing(env),
            current_dir: Some(current_dir),
            macro_name: &self.name,
            has_global_spans: Sites {
                def_site: spans.number(def_site),
                call_site: spans.number(call_site),
                mixed_site: spans.number(mixed_site),
            },
            macro_body: tree::encode(subtree, &mut spans),
            attributes: attrs.map(|tree| tree::encode(tree, &mut spans)),
            span_data_table: spans.encode(),
        }));
        self.expanded(&request, &spans)
            .map_err(ProcMacroExpansionError::Panic)
    }

    fn eq_dyn(&self, other: &dyn ProcMacroExpander) -> bool {
        let other = (other as &dyn Any).downcast_ref::<Expander>();
        other.is_some_and(|other| {
            Arc::ptr_eq(&self.server, &other.server)
                && (&self.library, &self.name) == (&other.library, &other.name)
        })
    }
}

impl Expander {
    fn expanded(&self, request: &Request<'_>, spans: &tree::Spans) -> Result<TopSubtree, String> {
        let name = &self.name;
        let failed = |what: &str| format!("the procedural macro `{name}` cannot be run: {what}");
        let answer = self.server.ask(request).map_err(|text| failed(&text))?;
        let Response::ExpandMacroExtended(made) = answer else {
            return Err(failed(NOT_UNDERSTOOD));
        };
        let Extended {
            tree,
            span_data_table,
        } = made.map_err(|message| match message.trim() {
            "" => format!("the procedural macro `{name}` panicked"),
            message => format!("the procedural macro `{name}` panicked: {message}"),
        })?;
        let spans = spans.decode(&span_data_table);
        spans
            .and_then(|spans| tree::decode(&tree, &spans))
            .ok_or_else(|| failed(NOT_UNDERSTOOD))
    }
}

/// What the server, whose environment is ours, has not yet.
fn differing(env: &Env) -> Vec<(String, String)> {
    let all: Vec<(String, String)> = env.clone().into();
    let differs = |(key, value): &(String, String)| std::env::var(key).as_ref() != Ok(value);
    all.into_iter().filter(differs).collect()
}
