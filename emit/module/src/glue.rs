//! The JavaScript beside a module: `STEM.js` loads `STEM.wasm` in node and
//! in browsers and provides what it imports; `STEM.d.ts` types it.
//!
//! Only what the module needs is in it. The texts are in `glue/*.js`; lines
//! `//# name needs…` cut them into sections.
//!
//! * `bytes`: what the module's bytes say. `border`: values and classes that
//!   change on their way. `types`: the types for TypeScript.

mod access;
mod border;
mod bytes;
mod types;

pub use border::module_files;
pub use types::glue_dts;

use bytes::Bytes;
use wrc_object::{Interface, JsFunction};

const LOADER: &str = include_str!("glue/loader.js");
const MAIN: &str = include_str!("glue/main.js");
const HOST: &str = include_str!("glue/host.js");
const STRINGS: &str = include_str!("glue/strings.js");
const TRAP: &str = "\
const trap = () => {
  throw new WebAssembly.RuntimeError(\"illegal cast\");
};
";

/// The export through which functions of JavaScript call closures.
const CALL: &str = "wasm_call";

/// The loader for the module `STEM.wasm`.
pub fn glue_js(wasm: &[u8], interface: &Interface, stem: &str) -> String {
    let bytes = Bytes::read(wasm);
    let border = border::js(&bytes, interface);
    let mut asked = bytes.imported("wrc");
    asked.extend(&border.needs);
    let host = sections(HOST, &asked) + &border.classes;
    let host = host.replace("NAME", &format!("{stem:?}"));
    let strings = sections(STRINGS, &bytes.imported("wasm:js-string"));
    let mut strings = format!("{{\n{}    }}", indent(&strings, "      "));
    let mut js = format!("// Made by wrc. Runs {stem}.wasm.\n{}", border.modules);
    if strings.contains("trap()") {
        js.push_str(TRAP);
    }
    if strings.contains("units()") {
        js.push_str(&access::array_access());
    }
    if !strings.contains(':') {
        strings = "{}".to_owned();
    }
    let loader = LOADER
        .replace("./STEM.wasm", &format!("./{stem}.wasm"))
        .replace("HOST\n", &indent(&host, "  "))
        .replace("STRINGS", &strings)
        .replace("IMPORTS\n", &indent(&border.imports, "    "))
        .replace("EXPORTS\n", &indent(&border.exports, "  "));
    js.push_str(&loader);
    if bytes.exports.iter().any(|export| export.name == "main") {
        js.push_str(MAIN);
    }
    js
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

/// A member of an exported struct: the class, whether there is a receiver,
/// and the name.
fn member(function: &JsFunction) -> Option<(&str, bool, &str)> {
    let name = function.name.as_str();
    let at = name.find(['.', '#']).filter(|_| function.is_member)?;
    let (class, rest) = name.split_at(at);
    Some((class, rest.starts_with('#'), &rest[1..]))
}
