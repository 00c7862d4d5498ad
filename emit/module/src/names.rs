//! The name section.

use wasm_encoder::{IndirectNameMap, NameMap, NameSection};
use wrc_object::*;

use crate::layout::Layout;

pub(crate) fn section(program: &Program, layout: &Layout) -> NameSection {
    let mut section = NameSection::new();
    let funcs = layout.imported_funcs.iter().chain(&layout.defined_funcs);
    section.functions(&names(funcs.map(|id| program.funcs[*id].name.as_str())));
    let types = || layout.rec_groups.iter().flatten();
    section.types(&names(types().map(|id| program.types[*id].name.as_str())));
    let globals = layout
        .imported_globals
        .iter()
        .chain(&layout.defined_globals);
    section.globals(&names(globals.map(|id| program.globals[*id].name.as_str())));
    let mut fields = IndirectNameMap::new();
    for (index, id) in types().enumerate() {
        if let TypeDefKind::Struct { field_names, .. } = &program.types[*id].kind {
            fields.append(
                index as u32,
                &names(field_names.iter().map(|name| name.as_str())),
            );
        }
    }
    section.fields(&fields);
    section
}

/// Entities without a name are left out.
fn names<'a>(texts: impl Iterator<Item = &'a str>) -> NameMap {
    let mut map = NameMap::new();
    for (index, text) in texts.enumerate() {
        if !text.is_empty() {
            map.append(index as u32, text);
        }
    }
    map
}
