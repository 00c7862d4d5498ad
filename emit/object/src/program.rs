//! A program before layout: functions, types, globals, data, exports.

use crate::{interface::Interface, linear::Linear, types::*, unit::Unit};
use wrc_base::{PrimaryMap, Symbol, entity_impl};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FuncId(u32);
entity_impl!(FuncId, "fn");
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GlobalId(u32);
entity_impl!(GlobalId, "global");
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DataId(u32);
entity_impl!(DataId, "data");
/// A row selector of the function table: one dynamically called method.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SelectorId(u32);
entity_impl!(SelectorId, "sel");

/// An `i32` that layout decides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum ConstSym {
    /// The index of a function in the function table (never 0).
    TableIndex(FuncId),
    /// Where the selector's entries start: the entry of type number `t` is
    /// at `SelectorBase(s) + t`.
    SelectorBase(SelectorId),
    /// Offset of a string literal in the shared literal array.
    LiteralOffset(LiteralId),
}

/// A literal in the shared byte array of string literals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LiteralId(u32);
entity_impl!(LiteralId, "lit");

/// Everything the module writer needs. What is not reachable from exports
/// (and the start function) is left out of the module.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub types: PrimaryMap<TypeId, TypeDef>,
    pub funcs: PrimaryMap<FuncId, Func>,
    pub globals: PrimaryMap<GlobalId, Global>,
    pub data: PrimaryMap<DataId, Vec<u8>>,
    /// String and byte-string literals. They lie in one immutable-content
    /// `(array (mut i8))` held by `literal_array`; the writer packs them
    /// (suffix and substring sharing allowed) into one passive segment.
    pub literals: PrimaryMap<LiteralId, Vec<u8>>,
    /// The global that holds the literal array, and its array type; set when
    /// there are literals. The writer initialises it in the start function.
    pub literal_array: Option<(GlobalId, TypeId)>,
    /// The function table: for each selector its entries by type number
    /// (`None`: no such method is ever called on that type).
    pub selectors: PrimaryMap<SelectorId, Vec<Option<FuncId>>>,
    /// Functions run at instantiation, in order.
    pub start: Vec<FuncId>,
    pub exports: Vec<Export>,
    /// The type of the only exception tag, number 0; a function type.
    pub tag: Option<TypeId>,
    /// What JavaScript should know of exports and imports.
    pub interface: Interface,
    pub linear: Linear,
}

#[derive(Clone, Debug)]
pub struct Func {
    pub name: Symbol,
    /// A `TypeDefKind::Func`.
    pub ty: TypeId,
    pub kind: FuncKind,
}

#[derive(Clone, Debug)]
pub enum FuncKind {
    Import { module: Symbol, name: Symbol },
    Unit(Unit),
}

#[derive(Clone, Debug)]
pub struct Global {
    pub name: Symbol,
    pub ty: WTy,
    pub mutable: bool,
    pub init: GlobalInit,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GlobalInit {
    /// Imported; string constants come from module `'`, named by their text.
    Import {
        module: Symbol,
        name: Symbol,
    },
    I32(i32),
    I64(i64),
    F32(u32),
    F64(u64),
    Null(HeapTy),
    Sym(ConstSym),
    /// `struct.new` with constant operands.
    Struct(TypeId, Vec<GlobalInit>),
    /// `array.new_fixed` with constant operands.
    Array(TypeId, Vec<GlobalInit>),
    /// `array.new_default` of this length.
    ArrayDefault(TypeId, u32),
    /// The value of an earlier immutable global.
    Global(GlobalId),
}

#[derive(Clone, Debug)]
pub struct Export {
    pub name: Symbol,
    pub func: FuncId,
}
