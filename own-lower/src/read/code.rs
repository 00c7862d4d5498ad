//! Function bodies.

use wasm_encoder::Encode;
use wasmparser::{BinaryReader, BlockType, FunctionBody, Operator};
use wrc_base::EntityRef;
use wrc_object::*;

use super::{ReadError, unsupported, value};

/// The opcodes of plain loads and stores: an alignment and an offset follow.
const MEMORY_OPS: std::ops::RangeInclusive<u8> = 0x28..=0x3e;
/// In an alignment: the memory's index follows.
const HAS_MEMORY: u32 = 0x40;

/// A body as a unit. `data` has the passive segments by index.
pub(super) fn unit(body: &FunctionBody<'_>, data: &[Option<DataId>]) -> Result<Unit, ReadError> {
    let mut unit = Unit::default();
    for locals in body.get_locals_reader()? {
        let (count, ty) = locals?;
        let ty = value(ty)?;
        match unit.locals.last_mut() {
            Some((before, last)) if *last == ty => *before += count,
            _ => unit.locals.push((count, ty)),
        }
    }
    let mut ops = body.get_operators_reader()?;
    let (bytes, first) = (body.as_bytes(), body.range().start);
    while !ops.eof() {
        let start = ops.original_position() - first;
        let op = ops.read()?;
        let raw = &bytes[start..ops.original_position() - first];
        operator(&mut unit, &op, raw, data)?;
    }
    Ok(unit)
}

fn operator(
    unit: &mut Unit,
    op: &Operator<'_>,
    raw: &[u8],
    data: &[Option<DataId>],
) -> Result<(), ReadError> {
    match *op {
        Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
            unit.code.push(raw[0]);
            relocate(
                unit,
                RelocTarget::Func(FuncId::new(function_index as usize)),
            );
        }
        Operator::CallIndirect {
            type_index,
            table_index,
        }
        | Operator::ReturnCallIndirect {
            type_index,
            table_index,
        } => {
            unit.code.push(raw[0]);
            relocate(unit, RelocTarget::Type(TypeId::new(type_index as usize)));
            table_index.encode(&mut unit.code);
        }
        Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
            unit.code.push(raw[0]);
            let global = GlobalId::new(global_index as usize);
            relocate(unit, RelocTarget::Global(global));
        }
        Operator::Block {
            blockty: BlockType::FuncType(ty),
        }
        | Operator::Loop {
            blockty: BlockType::FuncType(ty),
        }
        | Operator::If {
            blockty: BlockType::FuncType(ty),
        } => {
            unit.code.push(raw[0]);
            let ty = HeapTy::Type(TypeId::new(ty as usize));
            relocate(unit, RelocTarget::HeapType(ty));
        }
        Operator::I32Const { value } => {
            unit.code.push(raw[0]);
            value.encode(&mut unit.code);
        }
        Operator::I64Const { value } => {
            unit.code.push(raw[0]);
            value.encode(&mut unit.code);
        }
        Operator::MemoryInit { data_index, mem } => {
            unit.code.extend([0xfc, 8]);
            relocate(unit, passive(data, data_index)?);
            mem.encode(&mut unit.code);
        }
        Operator::DataDrop { data_index } => {
            unit.code.extend([0xfc, 9]);
            relocate(unit, passive(data, data_index)?);
        }
        Operator::RefFunc { .. } | Operator::TableInit { .. } | Operator::ElemDrop { .. } => {
            return Err(unsupported("references to functions"));
        }
        _ if MEMORY_OPS.contains(&raw[0]) => memory_op(unit, raw)?,
        _ => unit.code.extend_from_slice(raw),
    }
    Ok(())
}

fn relocate(unit: &mut Unit, target: RelocTarget) {
    let at = unit.code.len() as u32;
    unit.relocs.push(Reloc { at, target });
}

fn passive(data: &[Option<DataId>], index: u32) -> Result<RelocTarget, ReadError> {
    let data = data.get(index as usize).copied().flatten();
    data.map(RelocTarget::Data)
        .ok_or_else(|| unsupported("uses of active data"))
}

/// The offset may hold an address that the linker filled in.
fn memory_op(unit: &mut Unit, raw: &[u8]) -> Result<(), ReadError> {
    let mut reader = BinaryReader::new(&raw[1..], 0);
    unit.code.push(raw[0]);
    let align = reader.read_var_u32()?;
    align.encode(&mut unit.code);
    if align & HAS_MEMORY != 0 {
        reader.read_var_u32()?.encode(&mut unit.code);
    }
    reader.read_var_u64()?.encode(&mut unit.code);
    Ok(())
}
