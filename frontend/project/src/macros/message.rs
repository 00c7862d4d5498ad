//! What is said to the server and what it says: a line of JSON each.

use serde::{Deserialize, Serialize};

/// The version of the protocol that this is.
pub(super) const VERSION: u32 = 6;

#[derive(Serialize)]
pub(super) enum Request<'a> {
    ApiVersionCheck {},
    ListMacros { dylib_path: &'a str },
    ExpandMacro(Box<Expand<'a>>),
    SetConfig(Config),
}

#[derive(Deserialize)]
pub(super) enum Response {
    ApiVersionCheck(u32),
    ListMacros(Result<Vec<(String, Kind)>, String>),
    SetConfig(Config),
    /// The error is what the macro said when it panicked.
    ExpandMacroExtended(Result<Extended, String>),
}

/// Spans are our own, not numbers that mean nothing to the server.
#[derive(Serialize, Deserialize)]
pub(super) struct Config {
    pub span_mode: SpanMode,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
pub(super) enum SpanMode {
    Id,
    RustAnalyzer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Kind {
    CustomDerive,
    Attr,
    #[serde(rename = "FuncLike", alias = "Bang")]
    Bang,
}

/// A call of a macro.
#[derive(Serialize)]
pub(super) struct Expand<'a> {
    pub lib: &'a str,
    pub env: Vec<(String, String)>,
    pub current_dir: Option<String>,
    pub macro_name: &'a str,
    /// What stands in parentheses behind the macro's name, the item that is
    /// derived for, or the item below the attribute.
    pub macro_body: FlatTree,
    /// What stands in an attribute behind its name.
    pub attributes: Option<FlatTree>,
    pub has_global_spans: Sites,
    pub span_data_table: Vec<u32>,
}

/// Spans by their place in the table.
#[derive(Serialize)]
pub(super) struct Sites {
    pub def_site: u32,
    pub call_site: u32,
    pub mixed_site: u32,
}

#[derive(Deserialize)]
pub(super) struct Extended {
    pub tree: FlatTree,
    pub span_data_table: Vec<u32>,
}

/// Token trees as numbers; [`super::tree`] says which.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct FlatTree {
    pub subtree: Vec<u32>,
    pub literal: Vec<u32>,
    pub punct: Vec<u32>,
    pub ident: Vec<u32>,
    pub token_tree: Vec<u32>,
    pub text: Vec<String>,
}
