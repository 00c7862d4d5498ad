//! A linked module as a program: rustc's functions become units.
//!
//! ```text
//! call 0x85 0x80 0x80 0x80 0x00     =>   10  + reloc 1: Func(fn5)
//! i32.const 0xa0 0x80 0xc0 0x80 0   =>   41 a0 80 c0 00
//! ```
//!
//! Linkers leave room in operands that they patch; here operands get their
//! shortest form. What is unreachable or equal is removed by the writer.
//! Custom sections are dropped, names are read.

mod code;
pub mod component;
pub mod custom;
mod names;

use std::fmt;

use wasmparser::{
    BinaryReaderError, CompositeInnerType, ConstExpr, DataKind, ElementItems, ElementKind,
    ExternalKind, Operator, Parser, Payload, RefType, TypeRef, ValType, Validator, WasmFeatures,
};
use wrc_base::{EntityRef, Symbol};
use wrc_object::*;

/// The module cannot become a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadError(pub String);

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<BinaryReaderError> for ReadError {
    fn from(error: BinaryReaderError) -> ReadError {
        ReadError(error.to_string())
    }
}

/// What rustc's wasm32 targets can make, less vectors and exceptions.
fn features() -> WasmFeatures {
    WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::TAIL_CALL
        | WasmFeatures::EXTENDED_CONST
        | WasmFeatures::MULTI_MEMORY
        | WasmFeatures::THREADS
        | WasmFeatures::FLOATS
        | WasmFeatures::GC_TYPES
}

/// Reads a module. Functions keep their order, and types, functions, globals
/// and data their numbers.
///
/// # Errors
/// When it is not valid, or uses features that programs do not have.
pub fn read(wasm: &[u8]) -> Result<Program, ReadError> {
    Validator::new_with_features(features()).validate_all(wasm)?;
    let mut cx = Cx::default();
    for payload in Parser::new(0).parse_all(wasm) {
        section(&mut cx, payload?)?;
    }
    names::give(&mut cx.program, &cx.names);
    Ok(cx.program)
}

#[derive(Default)]
struct Cx<'a> {
    program: Program,
    /// The function whose body comes next.
    next_body: usize,
    /// By data index: the active segments are not in `Program::data`.
    data: Vec<Option<DataId>>,
    /// Bodies are read last: they name data that comes after them.
    bodies: Vec<wasmparser::FunctionBody<'a>>,
    names: Vec<wasmparser::NameSectionReader<'a>>,
}

fn section<'a>(cx: &mut Cx<'a>, payload: Payload<'a>) -> Result<(), ReadError> {
    let program = &mut cx.program;
    match payload {
        Payload::TypeSection(reader) => {
            for group in reader {
                for ty in group?.into_types() {
                    let kind = func_type(&ty.composite_type.inner)?;
                    let name = Symbol::new("");
                    program.types.push(TypeDef { name, kind });
                }
            }
        }
        Payload::ImportSection(reader) => {
            for import in reader.into_imports() {
                read_import(program, import?)?;
            }
            cx.next_body = program.funcs.len();
        }
        Payload::FunctionSection(reader) => {
            for ty in reader {
                let kind = FuncKind::Unit(Unit::default());
                add_func(program, ty?, kind);
            }
        }
        Payload::TableSection(reader) => {
            for table in reader {
                let table = read_table(&table?.ty, None)?;
                program.linear.tables.push(table);
            }
        }
        Payload::MemorySection(reader) => {
            for memory in reader {
                program.linear.memories.push(read_memory(&memory?, None));
            }
        }
        Payload::GlobalSection(reader) => {
            for global in reader {
                let global = global?;
                let init = const_expr(&global.init_expr)?;
                add_global(program, &global.ty, init)?;
            }
        }
        Payload::ExportSection(reader) => {
            for export in reader {
                read_export(program, &export?)?;
            }
        }
        Payload::StartSection { func, .. } => program.start.push(FuncId::new(func as usize)),
        Payload::ElementSection(reader) => {
            for element in reader {
                let elements = read_elements(element?)?;
                program.linear.elements.push(elements);
            }
        }
        Payload::CodeSectionEntry(body) => cx.bodies.push(body),
        Payload::DataSection(reader) => {
            for data in reader {
                read_data(cx, data?)?;
            }
        }
        Payload::CustomSection(custom) => {
            if let wasmparser::KnownCustom::Name(names) = custom.as_known() {
                cx.names.push(names);
            }
        }
        Payload::End(_) => {
            for (at, body) in cx.bodies.iter().enumerate() {
                let unit = code::unit(body, &cx.data)?;
                cx.program.funcs[FuncId::new(cx.next_body + at)].kind = FuncKind::Unit(unit);
            }
        }
        _ => {}
    }
    Ok(())
}

fn func_type(ty: &CompositeInnerType) -> Result<TypeDefKind, ReadError> {
    let CompositeInnerType::Func(func) = ty else {
        return Err(unsupported("types of the engine's heap"));
    };
    let values = |types: &[ValType]| {
        let values = types.iter().copied().map(value);
        values.collect::<Result<Vec<WTy>, ReadError>>()
    };
    Ok(TypeDefKind::Func {
        params: values(func.params())?,
        results: values(func.results())?,
    })
}

fn value(ty: ValType) -> Result<WTy, ReadError> {
    Ok(match ty {
        ValType::I32 => WTy::I32,
        ValType::I64 => WTy::I64,
        ValType::F32 => WTy::F32,
        ValType::F64 => WTy::F64,
        ValType::Ref(ty) => WTy::Ref(heap(ty)?),
        ValType::V128 => return Err(unsupported("vectors")),
    })
}

fn heap(ty: RefType) -> Result<HeapTy, ReadError> {
    match ty {
        RefType::FUNCREF => Ok(HeapTy::Func),
        RefType::EXTERNREF => Ok(HeapTy::Extern),
        _ => Err(unsupported("references to the engine's heap")),
    }
}

fn unsupported(what: &str) -> ReadError {
    ReadError(format!("{what} are not supported"))
}

fn read_import(program: &mut Program, import: wasmparser::Import<'_>) -> Result<(), ReadError> {
    let (module, name) = (Symbol::new(import.module), Symbol::new(import.name));
    let linear = &mut program.linear;
    match import.ty {
        TypeRef::Func(ty) => add_func(program, ty, FuncKind::Import { module, name }),
        TypeRef::Global(ty) => add_global(program, &ty, GlobalInit::Import { module, name })?,
        TypeRef::Memory(ty) => linear.memories.push(read_memory(&ty, Some((module, name)))),
        TypeRef::Table(ty) => linear.tables.push(read_table(&ty, Some((module, name)))?),
        TypeRef::Tag(_) | TypeRef::FuncExact(_) => return Err(unsupported("exceptions")),
    }
    Ok(())
}

fn add_func(program: &mut Program, ty: u32, kind: FuncKind) {
    program.funcs.push(Func {
        name: Symbol::new(""),
        ty: TypeId::new(ty as usize),
        kind,
    });
}

fn add_global(
    program: &mut Program,
    ty: &wasmparser::GlobalType,
    init: GlobalInit,
) -> Result<(), ReadError> {
    program.globals.push(Global {
        name: Symbol::new(""),
        ty: value(ty.content_type)?,
        mutable: ty.mutable,
        init,
    });
    Ok(())
}

fn read_memory(ty: &wasmparser::MemoryType, import: Option<ImportName>) -> Memory {
    let limits = Limits {
        minimum: ty.initial,
        maximum: ty.maximum,
        is_64: ty.memory64,
        is_shared: ty.shared,
    };
    Memory { import, limits }
}

fn read_table(ty: &wasmparser::TableType, import: Option<ImportName>) -> Result<Table, ReadError> {
    let limits = Limits {
        minimum: ty.initial,
        maximum: ty.maximum,
        is_64: ty.table64,
        is_shared: ty.shared,
    };
    let element = heap(ty.element_type)?;
    Ok(Table {
        import,
        element,
        limits,
    })
}

fn read_export(program: &mut Program, export: &wasmparser::Export<'_>) -> Result<(), ReadError> {
    let (name, index) = (Symbol::new(export.name), export.index);
    let item = match export.kind {
        ExternalKind::Func => {
            let func = FuncId::new(index as usize);
            program.exports.push(Export { name, func });
            return Ok(());
        }
        ExternalKind::Memory => LinearExport::Memory(index),
        ExternalKind::Table => LinearExport::Table(index),
        ExternalKind::Global => LinearExport::Global(GlobalId::new(index as usize)),
        ExternalKind::Tag | ExternalKind::FuncExact => return Err(unsupported("exceptions")),
    };
    program.linear.exports.push((name, item));
    Ok(())
}

fn read_elements(element: wasmparser::Element<'_>) -> Result<Elements, ReadError> {
    let ElementKind::Active {
        table_index,
        offset_expr,
    } = element.kind
    else {
        return Err(unsupported("passive elements"));
    };
    let ElementItems::Functions(items) = element.items else {
        return Err(unsupported("elements that are expressions"));
    };
    let funcs = items
        .into_iter()
        .map(|func| Ok(FuncId::new(func? as usize)));
    Ok(Elements {
        table: table_index.unwrap_or(0),
        offset: const_expr(&offset_expr)?,
        funcs: funcs.collect::<Result<_, ReadError>>()?,
    })
}

fn read_data(cx: &mut Cx<'_>, data: wasmparser::Data<'_>) -> Result<(), ReadError> {
    let bytes = data.data.to_vec();
    match data.kind {
        DataKind::Passive => cx.data.push(Some(cx.program.data.push(bytes))),
        DataKind::Active {
            memory_index,
            offset_expr,
        } => {
            cx.data.push(None);
            cx.program.linear.data.push(ActiveData {
                memory: memory_index,
                offset: const_expr(&offset_expr)?,
                bytes,
            });
        }
    }
    Ok(())
}

fn const_expr(expr: &ConstExpr<'_>) -> Result<GlobalInit, ReadError> {
    let mut ops = expr.get_operators_reader();
    let init = match ops.read()? {
        Operator::I32Const { value } => GlobalInit::I32(value),
        Operator::I64Const { value } => GlobalInit::I64(value),
        Operator::F32Const { value } => GlobalInit::F32(value.bits()),
        Operator::F64Const { value } => GlobalInit::F64(value.bits()),
        Operator::GlobalGet { global_index } => {
            GlobalInit::Global(GlobalId::new(global_index as usize))
        }
        _ => return Err(unsupported("computed constants")),
    };
    match ops.read()? {
        Operator::End => Ok(init),
        _ => Err(unsupported("computed constants")),
    }
}
