//! The types of a module's JavaScript.

use super::{
    CALL,
    border::is_file,
    bytes::{Bytes, Export},
    member,
};
use std::fmt::Write;
use wasmparser::{RefType, ValType};
use wrc_base::{FxIndexMap, Symbol};
use wrc_object::{Interface, JsFunction, JsType};

const TYPES: &str = include_str!("types.d.ts");

/// Words that cannot be names of parameters.
const RESERVED: &[&str] = &[
    "arguments",
    "case",
    "catch",
    "class",
    "debugger",
    "default",
    "delete",
    "eval",
    "export",
    "finally",
    "function",
    "import",
    "instanceof",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "switch",
    "this",
    "throw",
    "typeof",
    "var",
    "void",
    "with",
];

/// The types of [`glue_js`](super::glue_js)'s module.
pub fn glue_dts(wasm: &[u8], interface: &Interface, stem: &str) -> String {
    let bytes = Bytes::read(wasm);
    let mut exports = String::new();
    let mut classes: FxIndexMap<&str, Vec<&JsFunction>> = FxIndexMap::default();
    for class in interface.classes.keys() {
        classes.entry(class.as_str()).or_default();
    }
    for export in bytes.exports.iter().filter(|export| export.name != CALL) {
        let name = export.name.as_str();
        let function = interface.exports.iter().find(|it| it.name.as_str() == name);
        match (function, function.and_then(member)) {
            (Some(function), Some((class, ..))) => {
                classes.entry(class).or_default().push(function);
            }
            (Some(function), None) => {
                docs(&mut exports, function, "  ");
                let (params, ret) = signature(function, 0, Way::Export);
                let _ = writeln!(exports, "  {}: ({params}) => {ret};", key(name));
            }
            (None, _) => exports.push_str(&plain(export)),
        }
    }
    let mut before = String::new();
    for (class, functions) in &classes {
        let (object, statics) = members(class, functions);
        if let Some(docs) = interface.classes.get(&Symbol::new(class)) {
            comment(&mut before, docs.lines().collect(), "");
        }
        let _ = write!(before, "export interface {class} {{\n{object}}}\n\n");
        let _ = write!(exports, "  {class}: {{\n{statics}  }};\n");
    }
    let imports = imports(interface);
    let given = match imports.is_empty() {
        true => "WebAssembly.Imports",
        false => "Imports",
    };
    TYPES
        .replace("STEM", stem)
        .replace("CLASSES\n", &before)
        .replace("EXPORTS\n", &exports)
        .replace("IMPORTS\n", &imports)
        .replace("GIVEN", given)
}

/// The members of a class: of its objects, and its own.
fn members(class: &str, functions: &[&JsFunction]) -> (String, String) {
    let (mut object, mut statics) = (String::new(), String::new());
    for function in functions {
        let Some((_, has_self, name)) = member(function) else {
            continue;
        };
        let (params, ret) = signature(function, has_self.into(), Way::Export);
        if !has_self {
            docs(&mut statics, function, "    ");
            let _ = match name {
                "new" => writeln!(statics, "    new ({params}): {class};"),
                _ => writeln!(statics, "    {}({params}): {ret};", key(name)),
            };
            continue;
        }
        docs(&mut object, function, "  ");
        let _ = match name.split_once(' ') {
            Some(("get", name)) => writeln!(object, "  get {}(): {ret};", key(name)),
            Some((_, name)) => writeln!(object, "  set {}({params});", key(name)),
            None => writeln!(object, "  {}({params}): {ret};", key(name)),
        };
    }
    (object, statics)
}

/// What `options.imports` may give. Members of values and classes come from
/// the values, and modules of JavaScript are loaded.
fn imports(interface: &Interface) -> String {
    let mut modules: FxIndexMap<&str, String> = FxIndexMap::default();
    for import in &interface.imports {
        let (module, function) = (import.module.as_str(), &import.function);
        let name = import.target.as_str();
        // Another declaration of the same function has a name of its own.
        if name.contains(' ') || is_file(module) || function.name != import.target {
            continue;
        }
        let text = modules.entry(module).or_default();
        docs(text, function, "    ");
        let (params, ret) = signature(function, 0, Way::Import);
        let _ = writeln!(text, "    {}: ({params}) => {ret};", key(name));
    }
    if modules.is_empty() {
        return String::new();
    }
    let mut text = "/** Functions that the program calls; those of the global object need not be \
                    given. */\nexport interface Imports {\n"
        .to_owned();
    for (module, functions) in modules {
        let _ = write!(text, "  {}?: {{\n{functions}  }};\n", key(module));
    }
    text.push_str("}\n\n");
    text
}

/// An export that nobody described.
fn plain(export: &Export) -> String {
    let params: Vec<String> = (export.params.iter().enumerate())
        .map(|(at, ty)| format!("p{at}: {}", wasm_type(*ty)))
        .collect();
    let results: Vec<&str> = export.results.iter().map(|ty| wasm_type(*ty)).collect();
    let result = match results.as_slice() {
        [] => "void".to_owned(),
        [one] => (*one).to_owned(),
        many => format!("[{}]", many.join(", ")),
    };
    let (name, params) = (key(&export.name), params.join(", "));
    format!("  {name}: ({params}) => {result};\n")
}

fn wasm_type(ty: ValType) -> &'static str {
    match ty {
        ValType::I32 | ValType::F32 | ValType::F64 => "number",
        ValType::I64 => "bigint",
        ValType::Ref(RefType::EXTERNREF) => "unknown",
        ValType::Ref(_) => "object | null",
        ValType::V128 => "never",
    }
}

/// The comment, with what may be thrown.
fn docs(out: &mut String, function: &JsFunction, by: &str) {
    let mut lines: Vec<&str> = function.docs.lines().collect();
    if let JsType::Fallible(_) = function.ret {
        lines.push("@throws What the program gives as its error.");
    }
    comment(out, lines, by);
}

fn comment(out: &mut String, lines: Vec<&str>, by: &str) {
    match lines.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{by}/** {} */", line.trim().replace("*/", "*\\/"));
        }
        lines => {
            let _ = writeln!(out, "{by}/**");
            for line in lines {
                let line = format!("{by} * {}", line.replace("*/", "*\\/"));
                let _ = writeln!(out, "{}", line.trim_end());
            }
            let _ = writeln!(out, "{by} */");
        }
    }
}

/// Who calls whom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// JavaScript calls: it gives arguments and gets the result.
    Export,
    /// JavaScript is called.
    Import,
}

fn signature(function: &JsFunction, skip: usize, way: Way) -> (String, String) {
    let params = &function.params[skip..];
    let is_optional = |(_, ty): &&(Symbol, JsType)| matches!(ty, JsType::Option(_));
    let optional = params.iter().rev().take_while(is_optional).count();
    let mut shown = Vec::new();
    for (i, (name, ty)) in params.iter().enumerate() {
        let name = match name.as_str() {
            "_" => format!("p{i}"),
            name if RESERVED.contains(&name) => format!("{name}_"),
            name => name.trim_start_matches("r#").to_owned(),
        };
        let ty = ts(ty, way == Way::Export);
        shown.push(match way == Way::Export && i + optional >= params.len() {
            true => format!("{name}?: {}", ty.replace(" | undefined | null", " | null")),
            false => format!("{name}: {ty}"),
        });
    }
    let ret = match &function.ret {
        JsType::Undefined => "void".to_owned(),
        ret => ts(ret, way == Way::Import),
    };
    (shown.join(", "), ret)
}

/// The type of a value that JavaScript gives or gets.
fn ts(ty: &JsType, gives: bool) -> String {
    match ty {
        JsType::Undefined => "void".to_owned(),
        JsType::Never => "never".to_owned(),
        JsType::Any => "any".to_owned(),
        JsType::Bool => "boolean".to_owned(),
        JsType::Number | JsType::Unsigned => "number".to_owned(),
        JsType::BigInt | JsType::UnsignedBigInt => "bigint".to_owned(),
        JsType::Char | JsType::String => "string".to_owned(),
        JsType::Opaque => "unknown".to_owned(),
        JsType::Class(name) => name.to_string(),
        JsType::Fallible(ty) => match **ty {
            JsType::Undefined => "void".to_owned(),
            _ => ts(ty, gives),
        },
        JsType::Option(ty) if gives => format!("{} | undefined | null", single(ty, gives)),
        JsType::Option(ty) => format!("{} | undefined", single(ty, gives)),
        JsType::TypedArray(name) if gives && name.starts_with("Big") => "ArrayLike<bigint>".into(),
        JsType::TypedArray(_) if gives => "ArrayLike<number>".to_owned(),
        JsType::TypedArray(name) => (*name).to_owned(),
        JsType::Array(ty) => format!("{}[]", single(ty, gives)),
        JsType::Function(params, ret) => {
            let params = params.iter().enumerate();
            let params: Vec<String> = params
                .map(|(i, ty)| format!("p{i}: {}", ts(ty, !gives)))
                .collect();
            format!("({}) => {}", params.join(", "), ts(ret, gives))
        }
    }
}

/// A name of a member, quoted where it must be.
fn key(name: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let is_plain = name.chars().all(is_word) && !name.starts_with(|c: char| c.is_ascii_digit());
    match is_plain && !name.is_empty() && name != "constructor" && name != "new" {
        true => name.to_owned(),
        false => format!("{name:?}"),
    }
}

/// In parentheses where it would run into what follows.
fn single(ty: &JsType, gives: bool) -> String {
    match ty {
        JsType::Option(_) | JsType::Function(..) => format!("({})", ts(ty, gives)),
        _ => ts(ty, gives),
    }
}
