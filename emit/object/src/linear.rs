//! What a program with linear memory has besides: memories, tables, and what
//! fills them. It is kept as it is, since code and data name addresses and
//! table slots by number; the functions in it are numbered by the writer.

use crate::{program::*, types::*};
use wrc_base::Symbol;

/// Memories and tables by index; empty in a program of the engine's heap.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    /// The imported ones first.
    pub memories: Vec<Memory>,
    /// The imported ones first. The function table of [`Program::selectors`]
    /// comes after all of them.
    pub tables: Vec<Table>,
    pub elements: Vec<Elements>,
    pub data: Vec<ActiveData>,
    pub exports: Vec<(Symbol, LinearExport)>,
}

/// Module and name of an import.
pub type ImportName = (Symbol, Symbol);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    pub minimum: u64,
    pub maximum: Option<u64>,
    pub is_64: bool,
    pub is_shared: bool,
}

/// A memory; the limits count pages.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    pub import: Option<ImportName>,
    pub limits: Limits,
}

/// A table of nullable references.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub import: Option<ImportName>,
    pub element: HeapTy,
    pub limits: Limits,
}

/// Functions put into a table at instantiation.
#[derive(Clone, Debug)]
pub struct Elements {
    pub table: u32,
    pub offset: GlobalInit,
    pub funcs: Vec<FuncId>,
}

/// Bytes put into a memory at instantiation.
#[derive(Clone, Debug)]
pub struct ActiveData {
    pub memory: u32,
    pub offset: GlobalInit,
    pub bytes: Vec<u8>,
}

/// An export that is not a function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinearExport {
    Memory(u32),
    Table(u32),
    Global(GlobalId),
}
