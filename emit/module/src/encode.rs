//! Units with their operands filled in, and constant expressions.

use wasm_encoder::{ConstExpr, Encode, Ieee32, Ieee64, Instruction};
use wrc_object::*;

use crate::{
    layout::Layout,
    types::{heap_type, val_type},
};

/// A code section entry without its size.
pub(crate) fn body(unit: &Unit, layout: &Layout) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(unit.code.len() + 2 * unit.relocs.len() + 8);
    unit.locals.len().encode(&mut bytes);
    for (count, ty) in &unit.locals {
        count.encode(&mut bytes);
        val_type(*ty, layout).encode(&mut bytes);
    }
    let mut from = 0;
    for reloc in &unit.relocs {
        let at = reloc.at as usize;
        bytes.extend_from_slice(&unit.code[from..at]);
        operand(reloc.target, layout, &mut bytes);
        from = at;
    }
    bytes.extend_from_slice(&unit.code[from..]);
    bytes
}

fn operand(target: RelocTarget, layout: &Layout, bytes: &mut Vec<u8>) {
    match target {
        RelocTarget::Func(func) => layout.funcs[func].encode(bytes),
        RelocTarget::Type(ty) => layout.types[ty].encode(bytes),
        RelocTarget::HeapType(heap) => heap_type(heap, layout).encode(bytes),
        RelocTarget::BlockType(ty) => val_type(ty, layout).encode(bytes),
        RelocTarget::Global(global) => layout.globals[global].encode(bytes),
        RelocTarget::Data(data) => layout.data[data].encode(bytes),
        RelocTarget::Table => layout.table_index.encode(bytes),
        RelocTarget::Const(sym) => constant(sym, layout).encode(bytes),
    }
}

fn constant(sym: ConstSym, layout: &Layout) -> i32 {
    match sym {
        ConstSym::TableIndex(func) => layout.table.addresses[&func] as i32,
        ConstSym::SelectorBase(selector) => layout.table.bases[selector],
        ConstSym::LiteralOffset(literal) => layout.literals[literal] as i32,
    }
}

pub(crate) fn const_expr(init: &GlobalInit, layout: &Layout) -> ConstExpr {
    let mut instructions = Vec::new();
    const_instructions(init, layout, &mut instructions);
    ConstExpr::extended(instructions)
}

fn const_instructions(init: &GlobalInit, layout: &Layout, out: &mut Vec<Instruction<'_>>) {
    match init {
        GlobalInit::Import { .. } => unreachable!("imports are not in the global section"),
        GlobalInit::I32(value) => out.push(Instruction::I32Const(*value)),
        GlobalInit::I64(value) => out.push(Instruction::I64Const(*value)),
        GlobalInit::F32(bits) => out.push(Instruction::F32Const(Ieee32::new(*bits))),
        GlobalInit::F64(bits) => out.push(Instruction::F64Const(Ieee64::new(*bits))),
        GlobalInit::Null(heap) => out.push(Instruction::RefNull(heap_type(*heap, layout))),
        GlobalInit::Sym(sym) => out.push(Instruction::I32Const(constant(*sym, layout))),
        GlobalInit::Struct(ty, items) => {
            items
                .iter()
                .for_each(|item| const_instructions(item, layout, out));
            out.push(Instruction::StructNew(layout.types[*ty]));
        }
        GlobalInit::Array(ty, items) => {
            items
                .iter()
                .for_each(|item| const_instructions(item, layout, out));
            let array_size = items.len() as u32;
            let array_type_index = layout.types[*ty];
            out.push(Instruction::ArrayNewFixed {
                array_type_index,
                array_size,
            });
        }
        GlobalInit::ArrayDefault(ty, len) => {
            out.push(Instruction::I32Const(*len as i32));
            out.push(Instruction::ArrayNewDefault(layout.types[*ty]));
        }
        GlobalInit::Global(global) => {
            out.push(Instruction::GlobalGet(layout.globals[*global]));
        }
    }
}
