//! What the module's functions are for JavaScript: names, documentation and
//! types, which WebAssembly's own types do not tell.
//!
//! ```text
//! /// Adds.
//! #[wasm::export] fn add(a: u32, b: char) -> bool
//! ==> JsFunction { name: "add", docs: "Adds.", params: [a: Unsigned, b: Char], ret: Bool, … }
//! ```

use wrc_base::{FxIndexMap, Symbol};

/// The functions that cross the border to the host.
#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Exported structs whose objects functions take or give, with their
    /// documentation.
    pub classes: FxIndexMap<Symbol, String>,
    pub exports: Vec<JsFunction>,
    pub imports: Vec<JsImport>,
}

/// A function as JavaScript sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JsFunction {
    /// The module's name for it. Members of a class: `Class.name`, with
    /// `Class#name` for those that have a receiver, which comes first.
    pub name: Symbol,
    pub is_member: bool,
    /// The comment's lines, if there is one.
    pub docs: String,
    pub params: Vec<(Symbol, JsType)>,
    pub ret: JsType,
}

impl JsFunction {
    /// Do the values of both cross in the same ways?
    pub fn has_types_of(&self, other: &JsFunction) -> bool {
        let types = |function: &JsFunction| -> Vec<JsType> {
            let params = function.params.iter().map(|(_, ty)| ty.clone());
            params.chain([function.ret.clone()]).collect()
        };
        types(self) == types(other)
    }
}

/// A function that the program wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JsImport {
    pub module: Symbol,
    /// The name in JavaScript. The module's own is different when the program
    /// declares the function with several types.
    pub target: Symbol,
    pub function: JsFunction,
}

/// How a value looks in JavaScript.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JsType {
    Undefined,
    /// There is no value: the function does not come back.
    Never,
    /// Whatever the program makes of it.
    Any,
    Bool,
    Number,
    /// A number that the module has as an `i32` without a sign.
    Unsigned,
    BigInt,
    /// A bigint that the module has as an `i64` without a sign.
    UnsignedBigInt,
    /// A string of one character; the module has its code.
    Char,
    String,
    /// The type, or `undefined` or `null`.
    Option(Box<JsType>),
    /// A typed array, by its name in JavaScript.
    TypedArray(&'static str),
    Array(Box<JsType>),
    /// An object of an exported struct.
    Class(Symbol),
    Function(Vec<JsType>, Box<JsType>),
    /// The type, unless something is thrown.
    Fallible(Box<JsType>),
    /// A reference of the module.
    Opaque,
}
