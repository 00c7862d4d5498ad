//! The attributes of the crate `wasm` as rustc sees them.
//!
//! `wrc` reads them from the source. Under rustc an item means what it says
//! without them, so that the same source can be checked and tested.

use proc_macro::TokenStream;

macro_rules! attributes {
    ($($(#[$meta:meta])* $name:ident;)*) => {
        $(
            $(#[$meta])*
            #[proc_macro_attribute]
            pub fn $name(_arguments: TokenStream, item: TokenStream) -> TokenStream {
                item
            }
        )*
    };
}

attributes! {
    /// The item is compiled for the engine's heap.
    gc;
    /// The item is compiled by rustc, for linear memory.
    own;
    /// JavaScript can call the function.
    export;
    /// The function of a block is one of JavaScript's.
    import;
}
