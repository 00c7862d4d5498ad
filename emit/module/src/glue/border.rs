//! What happens to values on their way: adapters for functions whose wasm
//! types are not what JavaScript expects, and classes.

use super::{CALL, bytes::Bytes, member};
use std::fmt::Write;
use wrc_base::FxIndexMap;
use wrc_object::{Interface, JsFunction, JsImport, JsType};

/// Parts of the loader.
#[derive(Default)]
pub(super) struct Border {
    /// `import` declarations for modules of JavaScript.
    pub modules: String,
    /// Members of the object of imports.
    pub imports: String,
    /// Classes of exported structs.
    pub classes: String,
    /// The end of `instantiate`.
    pub exports: String,
    /// Sections of the host that all this needs.
    pub needs: Vec<&'static str>,
}

pub(super) fn js(bytes: &Bytes, interface: &Interface) -> Border {
    let mut border = Border::default();
    border.add_imports(bytes, interface);
    border.add_exports(bytes, interface);
    border
}

impl Border {
    fn add_imports(&mut self, bytes: &Bytes, interface: &Interface) {
        let mut modules: FxIndexMap<&str, Vec<&JsImport>> = FxIndexMap::default();
        for import in &interface.imports {
            let module = import.module.as_str();
            let functions = modules.entry(module).or_default();
            if bytes
                .imported(module)
                .contains(&import.function.name.as_str())
            {
                functions.push(import);
            }
        }
        modules.retain(|_, functions| !functions.is_empty());
        let files = modules.keys().filter(|module| is_file(module));
        let files: Vec<&str> = files.copied().collect();
        for (i, file) in files.iter().enumerate() {
            let _ = writeln!(self.modules, "import * as module{i} from {file:?};");
        }
        let given = files.iter().enumerate();
        let given = given.map(|(i, file)| format!("{file:?}: module{i}"));
        let given = given.collect::<Vec<_>>().join(", ");
        if !modules.is_empty() {
            let given = match files.is_empty() {
                true => "{}".to_owned(),
                false => format!("{{ {given} }}"),
            };
            let _ = writeln!(self.modules, "const modules = {given};");
        }
        for (module, functions) in modules {
            let _ = writeln!(self.imports, "{module:?}: {{");
            for import in functions {
                let name = import.function.name.as_str();
                let value = self.import(import);
                let _ = writeln!(self.imports, "  {name:?}: {value},");
            }
            self.imports.push_str("},\n");
        }
    }

    /// The function that the module gets.
    fn import(&mut self, import: &JsImport) -> String {
        let (module, function) = (import.module.as_str(), &import.function);
        let params = function.params.iter().enumerate();
        let args: Vec<String> = params
            .map(|(i, (_, ty))| to_js(ty, format!("a{i}")))
            .collect();
        let params: Vec<String> = (0..args.len()).map(|i| format!("a{i}")).collect();
        let (params, all) = (params.join(", "), args.join(", "));
        let name = import.target.as_str();
        let receiver = args.first().map_or("undefined", String::as_str);
        let rest = args.get(1..).unwrap_or_default().join(", ");
        let is_plain = params == all && !matches!(function.ret, JsType::Char);
        let mut found = |name: &str| {
            self.needs.push("find");
            format!("find({module:?}, {name:?})")
        };
        let mut value = match name.split_once(' ') {
            Some(("call", name)) => {
                let call = format!("{receiver}[{name:?}]({rest})");
                format!("({params}) => {}", self.given(&function.ret, call))
            }
            Some(("get", name)) => {
                let get = format!("{receiver}[{name:?}]");
                format!("({params}) => {}", self.given(&function.ret, get))
            }
            Some(("set", name)) => format!("({params}) => void ({receiver}[{name:?}] = {rest})"),
            Some(("new", name)) => {
                let class = found(name);
                format!("((of) => ({params}) => new of({all}))({class})")
            }
            _ if is_plain => found(name),
            _ => {
                let of = found(name);
                let call = self.given(&function.ret, format!("of({all})"));
                format!("((of) => ({params}) => {call})({of})")
            }
        };
        if let JsType::Fallible(_) = function.ret {
            self.needs.push("caught");
            value = format!("caught({value})");
        }
        value
    }

    fn add_exports(&mut self, bytes: &Bytes, interface: &Interface) {
        let mut classes: FxIndexMap<&str, Vec<&JsFunction>> = FxIndexMap::default();
        let mut members = String::new();
        let mut is_plain = true;
        for export in &bytes.exports {
            let name = export.name.as_str();
            let function = interface.exports.iter().find(|it| it.name.as_str() == name);
            if let Some(function) = function
                && let Some((class, ..)) = member(function)
            {
                classes.entry(class).or_default().push(function);
                continue;
            }
            if name == CALL {
                is_plain = false;
                continue;
            }
            let value = function.and_then(|function| self.export(function, 0, "rust"));
            is_plain &= value.is_none();
            let _ = match value {
                Some(value) => writeln!(members, "  {name:?}: {value},"),
                None => writeln!(members, "  {name:?}: rust[{name:?}],"),
            };
        }
        for class in interface.classes.keys() {
            classes.entry(class.as_str()).or_default();
        }
        if is_plain && classes.is_empty() {
            self.exports.push_str("return rust;\n");
            return;
        }
        if !classes.is_empty() {
            self.needs.push("own");
            members.push_str("  ...classes,\n");
        }
        for (class, functions) in &classes {
            self.class(class, functions);
        }
        let _ = write!(self.exports, "return {{\n{members}}};\n");
    }

    /// `(a0) => rust["name"](a0) >>> 0` if the export cannot be taken as it is.
    fn export(&mut self, function: &JsFunction, skip: usize, object: &str) -> Option<String> {
        let params: Vec<String> = (skip..function.params.len())
            .map(|i| format!("a{i}"))
            .collect();
        let mut args = params.clone();
        for (arg, (_, ty)) in args.iter_mut().zip(&function.params[skip..]) {
            *arg = self.given(ty, std::mem::take(arg));
        }
        let name = function.name.as_str();
        let plain = format!("{object}[{name:?}]({})", params.join(", "));
        let call = format!("{object}[{name:?}]({})", args.join(", "));
        let value = to_js(&function.ret, call);
        (value != plain).then(|| format!("({}) => {value}", params.join(", ")))
    }

    /// Objects hold the module's object; the engine's collector sees both.
    fn class(&mut self, class: &str, functions: &[&JsFunction]) {
        let mut text = String::new();
        let mut has_constructor = false;
        for function in functions {
            let Some((_, has_self, name)) = member(function) else {
                continue;
            };
            let skip = usize::from(has_self);
            let params: Vec<String> = (skip..function.params.len())
                .map(|i| format!("a{i}"))
                .collect();
            let mut args = Vec::new();
            if has_self {
                args.push("this.#self".to_owned());
            }
            for (param, (_, ty)) in params.iter().zip(&function.params[skip..]) {
                args.push(self.given(ty, param.clone()));
            }
            let (params, args) = (params.join(", "), args.join(", "));
            let call = to_js(
                &function.ret,
                format!("rust[{:?}]({args})", function.name.as_str()),
            );
            let constructs = !has_self && name == "new";
            has_constructor |= constructs;
            let _ = match (has_self, name.split_once(' ')) {
                _ if constructs => writeln!(
                    text,
                    "  constructor({params}) {{\n    this.#self = arguments[0] === own ? \
                     arguments[1] : {call}.#self;\n  }}"
                ),
                (_, Some((kind, name))) => {
                    writeln!(text, "  {kind} [{name:?}]({params}) {{ return {call}; }}")
                }
                (true, None) => writeln!(text, "  [{name:?}]({params}) {{ return {call}; }}"),
                (false, None) => {
                    writeln!(text, "  static [{name:?}]({params}) {{ return {call}; }}")
                }
            };
        }
        if !has_constructor {
            text.push_str(
                "  constructor(key, self) {\n    if (key !== own) throw new \
                 TypeError(\"Illegal constructor\");\n    this.#self = self;\n  }\n",
            );
        }
        let _ = write!(
            self.classes,
            "Object.assign(classes, {{ {class:?}: class {{\n  #self;\n{text}  static [own](value) {{\n    \
             return Object(value) === value && #self in value ? value.#self : null;\n  }}\n}} }});\n"
        );
    }

    /// A value of JavaScript as the module's function takes it.
    fn given(&mut self, ty: &JsType, value: String) -> String {
        match ty {
            JsType::Char => {
                self.needs.push("char");
                format!("char({value})")
            }
            _ => value,
        }
    }
}

/// A value of the module as JavaScript sees it.
fn to_js(ty: &JsType, value: String) -> String {
    match ty {
        JsType::Bool => format!("!!{value}"),
        JsType::Unsigned => format!("{value} >>> 0"),
        JsType::UnsignedBigInt => format!("BigInt.asUintN(64, {value})"),
        JsType::Char => format!("String.fromCodePoint({value})"),
        _ => value,
    }
}

/// The files of JavaScript that a program imports, relative to its source.
pub fn module_files(interface: &Interface) -> Vec<&str> {
    let modules = interface
        .imports
        .iter()
        .map(|import| import.module.as_str());
    modules.filter(|module| module.starts_with('.')).collect()
}

/// Is the module of an import one of JavaScript's, which is loaded?
pub(super) fn is_file(module: &str) -> bool {
    module.starts_with(['.', '/']) || module.contains(':')
}
