//! The name section.

use wasmparser::{Name, NameMap, NameSectionReader};
use wrc_base::{EntityRef, Symbol};
use wrc_object::*;

/// Names functions and globals. A broken name section only loses names.
pub(super) fn give(program: &mut Program, sections: &[NameSectionReader<'_>]) {
    for name in sections.iter().cloned().flatten().flatten() {
        match name {
            Name::Function(map) => each(map, |index, name| {
                if let Some(func) = program.funcs.get_mut(FuncId::new(index)) {
                    func.name = name;
                }
            }),
            Name::Global(map) => each(map, |index, name| {
                if let Some(global) = program.globals.get_mut(GlobalId::new(index)) {
                    global.name = name;
                }
            }),
            _ => {}
        }
    }
}

fn each(map: NameMap<'_>, mut give: impl FnMut(usize, Symbol)) {
    for naming in map.into_iter().flatten() {
        give(naming.index as usize, Symbol::new(naming.name));
    }
}
