//! An encoded function body.

use crate::{program::*, types::*};

/// A function body: the bytes of its expression and what must be patched.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unit {
    /// Local declarations after the parameters, in order, run-length encoded.
    pub locals: Vec<(u32, WTy)>,
    /// The instructions, with the final `end`. Relocated operands are left
    /// out: their encodings differ in length, so the writer inserts them.
    pub code: Vec<u8>,
    /// In order of `at`.
    pub relocs: Vec<Reloc>,
}

/// "Insert the encoding of `target` before byte `at` of the code."
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reloc {
    pub at: u32,
    pub target: RelocTarget,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RelocTarget {
    /// A function index, unsigned LEB.
    Func(FuncId),
    /// A type index, unsigned LEB (`struct.new`, `call_indirect`, …).
    Type(TypeId),
    /// A heap type, signed LEB (`ref.null`, `ref.cast`, block types of one result).
    HeapType(HeapTy),
    /// A value type as block result.
    BlockType(WTy),
    /// A global index, unsigned LEB.
    Global(GlobalId),
    /// A passive data segment's index, unsigned LEB.
    Data(DataId),
    /// The index of the selectors' function table, unsigned LEB.
    Table,
    /// The operand of an `i32.const`, signed LEB: a number known at layout.
    Const(ConstSym),
}
