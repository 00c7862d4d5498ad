//! The attributes of the crate `wasm` as rustc sees them.
//!
//! `wrc` reads them from the source. Under rustc an item means what it says
//! without them, so that the same source can be checked and tested. Only two
//! things are added: an exported struct is a `wasm::js::Class`, and functions
//! that JavaScript has get a body, which panics.

mod import;

use proc_macro::{TokenStream, TokenTree};

/// The item is compiled for the engine's heap.
#[proc_macro_attribute]
pub fn gc(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    item
}

/// The item is compiled by rustc, for linear memory.
#[proc_macro_attribute]
pub fn own(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    item
}

/// JavaScript can call the function, and has a class for the struct or enum
/// with the methods of its exported `impl`s.
#[proc_macro_attribute]
pub fn export(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut result = item.clone();
    if let Some(name) = type_name(item) {
        let class =
            format!("impl ::wasm::js::Class for {name} {{ const NAME: &'static str = {name:?}; }}");
        let class: Result<TokenStream, _> = class.parse();
        result.extend(class.unwrap_or_default());
    }
    result
}

/// JavaScript has the function, or those of the `extern` block.
#[proc_macro_attribute]
pub fn import(_arguments: TokenStream, item: TokenStream) -> TokenStream {
    import::with_bodies(item)
}

/// The name of a struct or enum.
fn type_name(item: TokenStream) -> Option<String> {
    let mut words = item.into_iter().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    });
    match words.find(|word| word != "pub")?.as_str() {
        "struct" | "enum" => words.next(),
        _ => None,
    }
}
