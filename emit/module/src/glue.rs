//! The JavaScript beside a module: `STEM.js` loads `STEM.wasm` in node and
//! in browsers and provides what it imports; `STEM.d.ts` types it.
//!
//! Only the host functions that the module imports are in it. The texts are
//! in `glue/*.js`; lines `//# name needs…` cut them into sections.

use wasm_encoder as enc;
use wasmparser::{CompositeInnerType, ExternalKind, Parser, Payload, RefType, TypeRef, ValType};

const LOADER: &str = include_str!("glue/loader.js");
const MAIN: &str = include_str!("glue/main.js");
const HOST: &str = include_str!("glue/host.js");
const STRINGS: &str = include_str!("glue/strings.js");
const TYPES: &str = include_str!("glue/types.d.ts");

/// The loader for the module `STEM.wasm`.
pub fn glue_js(wasm: &[u8], stem: &str) -> String {
    let interface = Interface::read(wasm);
    let host = sections(HOST, &interface.imported("wrc"));
    let host = host.replace("NAME", &format!("{stem:?}"));
    let strings = sections(STRINGS, &interface.imported("wasm:js-string"));
    let mut strings = format!("{{\n{}    }}", indent(&strings, "      "));
    let mut js = String::new();
    if strings.contains("trap()") {
        js.push_str(
            "const trap = () => {\n  throw new WebAssembly.RuntimeError(\"illegal cast\");\n};\n",
        );
    }
    if strings.contains("units()") {
        js.push_str(&array_access());
    }
    if !strings.contains(':') {
        strings = "{}".to_owned();
    }
    let loader = LOADER
        .replace("./STEM.wasm", &format!("./{stem}.wasm"))
        .replace("HOST\n", &indent(&host, "  "))
        .replace("STRINGS", &strings);
    js.insert_str(0, &format!("// Made by wrc. Runs {stem}.wasm.\n"));
    js.push_str(&loader);
    if interface.exports.iter().any(|export| export.name == "main") {
        js.push_str(MAIN);
    }
    js
}

/// The types of [`glue_js`]'s module.
pub fn glue_dts(wasm: &[u8], stem: &str) -> String {
    let interface = Interface::read(wasm);
    let mut exports = String::new();
    for export in &interface.exports {
        let params: Vec<String> = (export.params.iter().enumerate())
            .map(|(at, ty)| format!("p{at}: {}", js_type(*ty)))
            .collect();
        let results: Vec<&str> = export.results.iter().map(|ty| js_type(*ty)).collect();
        let result = match results.as_slice() {
            [] => "void".to_owned(),
            [one] => (*one).to_owned(),
            many => format!("[{}]", many.join(", ")),
        };
        exports.push_str(&format!(
            "  {:?}: ({}) => {result};\n",
            export.name,
            params.join(", ")
        ));
    }
    TYPES.replace("STEM", stem).replace("EXPORTS\n", &exports)
}

struct Export {
    name: String,
    params: Vec<ValType>,
    results: Vec<ValType>,
}

/// What a module asks of its host and offers it.
#[derive(Default)]
struct Interface {
    imports: Vec<(String, String)>,
    exports: Vec<Export>,
}

impl Interface {
    /// Of a module that was written here; others may give less.
    fn read(wasm: &[u8]) -> Interface {
        let mut interface = Interface::default();
        let mut types = Vec::new();
        let mut funcs = Vec::new();
        for payload in Parser::new(0).parse_all(wasm).map_while(Result::ok) {
            match payload {
                Payload::TypeSection(section) => {
                    for sub in section.into_iter().flatten().flat_map(|g| g.into_types()) {
                        types.push(match sub.composite_type.inner {
                            CompositeInnerType::Func(func) => Some(func),
                            _ => None,
                        });
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports().flatten() {
                        interface
                            .imports
                            .push((import.module.into(), import.name.into()));
                        if let TypeRef::Func(ty) = import.ty {
                            funcs.push(ty);
                        }
                    }
                }
                Payload::FunctionSection(section) => funcs.extend(section.into_iter().flatten()),
                Payload::ExportSection(section) => {
                    for export in section.into_iter().flatten() {
                        let ty = funcs.get(export.index as usize);
                        let ty = ty.and_then(|ty| types.get(*ty as usize)).cloned().flatten();
                        if let (ExternalKind::Func, Some(ty)) = (export.kind, ty) {
                            interface.exports.push(Export {
                                name: export.name.to_owned(),
                                params: ty.params().to_vec(),
                                results: ty.results().to_vec(),
                            });
                        }
                    }
                }
                _ => {}
            }
        }
        interface
    }

    fn imported(&self, module: &str) -> Vec<&str> {
        let imports = self.imports.iter().filter(|(from, _)| from == module);
        imports.map(|(_, name)| name.as_str()).collect()
    }
}

/// The named sections of a text and those they need, in the text's order.
fn sections(text: &str, names: &[&str]) -> String {
    let sections: Vec<(Vec<&str>, &str)> = text
        .split("//# ")
        .skip(1)
        .filter_map(|section| section.split_once('\n'))
        .map(|(head, body)| (head.split(' ').collect(), body))
        .collect();
    let is_asked = |name: &str| names.contains(&name);
    let needs = |name: &str| {
        sections
            .iter()
            .any(|(head, _)| is_asked(head[0]) && head[1..].contains(&name))
    };
    let chosen = sections
        .iter()
        .filter(|(head, _)| is_asked(head[0]) || needs(head[0]));
    chosen.map(|(_, body)| *body).collect()
}

fn indent(text: &str, by: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("{by}{line}\n")
            }
        })
        .collect()
}

fn js_type(ty: ValType) -> &'static str {
    match ty {
        ValType::I32 | ValType::F32 | ValType::F64 => "number",
        ValType::I64 => "bigint",
        ValType::Ref(RefType::EXTERNREF) => "unknown",
        ValType::Ref(_) => "object | null",
        ValType::V128 => "never",
    }
}

/// JavaScript cannot look into arrays of a module; another module can.
fn array_access() -> String {
    let bytes = access_module()
        .iter()
        .map(u8::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "/** `get` and `set` for arrays of code units, where the engine has no string builtins. */\n\
         const units = () => (units.exports ??= new WebAssembly.Instance(\n  \
         new WebAssembly.Module(Uint8Array.of({bytes})),\n).exports);\n"
    )
}

fn access_module() -> Vec<u8> {
    let array = enc::ValType::Ref(enc::RefType {
        nullable: true,
        heap_type: enc::HeapType::Concrete(0),
    });
    let i32 = enc::ValType::I32;
    let mut types = enc::TypeSection::new();
    types.ty().array(&enc::StorageType::I16, true);
    types.ty().function([array, i32], [i32]);
    types.ty().function([array, i32, i32], []);
    let mut funcs = enc::FunctionSection::new();
    funcs.function(1).function(2);
    let mut exports = enc::ExportSection::new();
    exports
        .export("get", enc::ExportKind::Func, 0)
        .export("set", enc::ExportKind::Func, 1);
    let mut get = enc::Function::new([]);
    get.instructions()
        .local_get(0)
        .local_get(1)
        .array_get_u(0)
        .end();
    let mut set = enc::Function::new([]);
    set.instructions()
        .local_get(0)
        .local_get(1)
        .local_get(2)
        .array_set(0)
        .end();
    let mut code = enc::CodeSection::new();
    code.function(&get).function(&set);
    let mut module = enc::Module::new();
    module
        .section(&types)
        .section(&funcs)
        .section(&exports)
        .section(&code);
    module.finish()
}
