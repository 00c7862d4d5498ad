//! Memories, tables and what fills them, as the program has them.

use wasm_encoder as enc;
use wrc_object::*;

use crate::{encode, layout::Layout, types};

/// Adds the imported memories and tables, behind functions and globals.
pub(crate) fn imports(program: &Program, layout: &Layout, imports: &mut enc::ImportSection) {
    for table in &program.linear.tables {
        if let Some((module, name)) = table.import {
            imports.import(module.as_str(), name.as_str(), table_type(table, layout));
        }
    }
    for memory in &program.linear.memories {
        if let Some((module, name)) = memory.import {
            imports.import(module.as_str(), name.as_str(), memory_type(memory));
        }
    }
}

pub(crate) fn tables(program: &Program, layout: &Layout) -> enc::TableSection {
    let mut section = enc::TableSection::new();
    let tables = &program.linear.tables;
    for table in tables.iter().filter(|table| table.import.is_none()) {
        section.table(table_type(table, layout));
    }
    section
}

pub(crate) fn memories(program: &Program) -> enc::MemorySection {
    let mut section = enc::MemorySection::new();
    let memories = &program.linear.memories;
    for memory in memories.iter().filter(|memory| memory.import.is_none()) {
        section.memory(memory_type(memory));
    }
    section
}

pub(crate) fn exports(program: &Program, layout: &Layout, exports: &mut enc::ExportSection) {
    for (name, export) in &program.linear.exports {
        let (kind, index) = match *export {
            LinearExport::Memory(index) => (enc::ExportKind::Memory, index),
            LinearExport::Table(index) => (enc::ExportKind::Table, index),
            LinearExport::Global(global) => (enc::ExportKind::Global, layout.globals[global]),
        };
        exports.export(name.as_str(), kind, index);
    }
}

pub(crate) fn elements(program: &Program, layout: &Layout) -> enc::ElementSection {
    let mut section = enc::ElementSection::new();
    for elements in &program.linear.elements {
        let funcs: Vec<u32> = (elements.funcs.iter())
            .map(|func| layout.funcs[*func])
            .collect();
        section.active(
            Some(elements.table).filter(|table| *table != 0),
            &encode::const_expr(&elements.offset, layout),
            enc::Elements::Functions(funcs.into()),
        );
    }
    section
}

/// Adds the active segments, behind the passive ones.
pub(crate) fn data(program: &Program, layout: &Layout, section: &mut enc::DataSection) {
    for data in &program.linear.data {
        section.active(
            data.memory,
            &encode::const_expr(&data.offset, layout),
            data.bytes.iter().copied(),
        );
    }
}

fn memory_type(memory: &Memory) -> enc::MemoryType {
    enc::MemoryType {
        minimum: memory.limits.minimum,
        maximum: memory.limits.maximum,
        memory64: memory.limits.is_64,
        shared: memory.limits.is_shared,
        page_size_log2: None,
    }
}

fn table_type(table: &Table, layout: &Layout) -> enc::TableType {
    enc::TableType {
        element_type: enc::RefType {
            nullable: true,
            heap_type: types::heap_type(table.element, layout),
        },
        table64: table.limits.is_64,
        minimum: table.limits.minimum,
        maximum: table.limits.maximum,
        shared: table.limits.is_shared,
    }
}
