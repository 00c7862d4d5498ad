//! What a module's bytes say about its imports and exports.

use wasmparser::{CompositeInnerType, ExternalKind, Parser, Payload, TypeRef, ValType};

/// An exported function.
pub(super) struct Export {
    pub name: String,
    pub params: Vec<ValType>,
    pub results: Vec<ValType>,
}

/// What a module asks of its host and offers it.
#[derive(Default)]
pub(super) struct Bytes {
    pub imports: Vec<(String, String)>,
    pub exports: Vec<Export>,
}

impl Bytes {
    /// Of a module that was written here; others may give less.
    pub fn read(wasm: &[u8]) -> Bytes {
        let mut bytes = Bytes::default();
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
                        bytes
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
                            bytes.exports.push(Export {
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
        bytes
    }

    pub fn imported(&self, module: &str) -> Vec<&str> {
        let imports = self.imports.iter().filter(|(from, _)| from == module);
        imports.map(|(_, name)| name.as_str()).collect()
    }
}
