//! WIR: wasm-shaped trees with locals. Structured like the source and like
//! wasm; typed with wasm types; casts and checks explicit.
//!
//! ```text
//! wir fn app::area(l0: (ref ty0)) -> f64 {
//!     return (f64.mul (field ty0.w l0) (field ty0.h l0))
//! }
//! ```

use wrc_base::{PrimaryMap, Symbol, entity_impl};
use wrc_object::*;

/// A wasm local; parameters come first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WLocal(u32);
entity_impl!(WLocal, "l");

/// A branch target: a `Block` (branch to its end) or a `Loop` (to its start).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WLabel(u32);
entity_impl!(WLabel, "label");

/// A function in WIR.
#[derive(Clone, Debug)]
pub struct WFunc {
    pub name: Symbol,
    pub params: Vec<WTy>,
    pub results: Vec<WTy>,
    /// Parameters first, then the others; uninitialised ones are zero or null.
    pub locals: PrimaryMap<WLocal, WTy>,
    /// Number of labels used.
    pub labels: u32,
    /// Statements; control falls off the end only if there are no results.
    pub body: Vec<Ex>,
}

/// An expression or statement (one that leaves no value).
///
/// Operands are evaluated in the order they are listed. Boxes, not an arena:
/// trees are built once, rewritten in place and thrown away.
#[derive(Clone, PartialEq, Debug)]
pub enum Ex {
    I32(i32),
    I64(i64),
    /// Bits.
    F32(u32),
    F64(u64),
    Null(HeapTy),
    /// An `i32.const` whose value layout decides.
    Sym(ConstSym),
    Get(WLocal),
    Set(WLocal, Box<Ex>),
    Tee(WLocal, Box<Ex>),
    GlobalGet(GlobalId),
    GlobalSet(GlobalId, Box<Ex>),
    /// A numeric instruction; see [`NumOp`] for arity and types.
    Num(NumOp, Vec<Ex>),
    StructNew(TypeId, Vec<Ex>),
    StructNewDefault(TypeId),
    /// `signed` only matters for packed fields.
    StructGet {
        ty: TypeId,
        field: u32,
        signed: bool,
        obj: Box<Ex>,
    },
    StructSet {
        ty: TypeId,
        field: u32,
        obj: Box<Ex>,
        value: Box<Ex>,
    },
    ArrayNew {
        ty: TypeId,
        init: Box<Ex>,
        len: Box<Ex>,
    },
    ArrayNewDefault {
        ty: TypeId,
        len: Box<Ex>,
    },
    ArrayNewFixed(TypeId, Vec<Ex>),
    ArrayNewData {
        ty: TypeId,
        data: DataId,
        offset: Box<Ex>,
        len: Box<Ex>,
    },
    ArrayGet {
        ty: TypeId,
        signed: bool,
        array: Box<Ex>,
        index: Box<Ex>,
    },
    ArraySet {
        ty: TypeId,
        array: Box<Ex>,
        index: Box<Ex>,
        value: Box<Ex>,
    },
    ArrayLen(Box<Ex>),
    /// Operands: dst, dst index, src, src index, count.
    ArrayCopy {
        dst_ty: TypeId,
        src_ty: TypeId,
        args: Box<[Ex; 5]>,
    },
    /// Operands: array, index, value, count.
    ArrayFill {
        ty: TypeId,
        args: Box<[Ex; 4]>,
    },
    IsNull(Box<Ex>),
    RefEq(Box<Ex>, Box<Ex>),
    /// Traps when the value is not of the type; null passes.
    Cast(HeapTy, Box<Ex>),
    /// 1 iff the value is non-null and of the type.
    Test(HeapTy, Box<Ex>),
    /// `any.convert_extern`, `extern.convert_any`.
    FromExtern(Box<Ex>),
    ToExtern(Box<Ex>),
    Call(FuncId, Vec<Ex>),
    /// Arguments first, then the table index.
    CallIndirect {
        ty: TypeId,
        args: Vec<Ex>,
        index: Box<Ex>,
    },
    /// A call whose several results go to locals (`None`: dropped).
    SetMulti(Vec<Option<WLocal>>, Box<Ex>),
    /// With `result`, the last expression is its value and branches to it
    /// are not allowed (use a local); without, it leaves nothing.
    Block {
        label: WLabel,
        result: Option<WTy>,
        body: Vec<Ex>,
    },
    /// Leaves nothing; falls out at the end unless branched to.
    Loop {
        label: WLabel,
        body: Vec<Ex>,
    },
    If {
        cond: Box<Ex>,
        result: Option<WTy>,
        then: Vec<Ex>,
        els: Vec<Ex>,
    },
    Br(WLabel),
    BrIf(WLabel, Box<Ex>),
    /// `br_table`.
    BrTable {
        index: Box<Ex>,
        labels: Vec<WLabel>,
        default: WLabel,
    },
    Return(Vec<Ex>),
    Unreachable,
    /// Evaluates and drops the value.
    Drop(Box<Ex>),
    /// `select`: both values are evaluated; `cond != 0` picks the first.
    Select {
        ty: WTy,
        then: Box<Ex>,
        els: Box<Ex>,
        cond: Box<Ex>,
    },
    Nop,
}

/// Numeric instructions: one row each in [`NumOp::info`].
macro_rules! num_ops {
    ($($name:ident: $text:literal, ($($arg:ident),+) -> $ret:ident, $pure:literal;)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum NumOp { $($name,)* }

        impl NumOp {
            /// Text name, operand types, result type, and whether it can never trap.
            pub fn info(self) -> (&'static str, &'static [WTy], WTy, bool) {
                match self {
                    $(NumOp::$name => ($text, &[$(WTy::$arg),+], WTy::$ret, $pure),)*
                }
            }
        }
    };
}

num_ops! {
    I32Eqz: "i32.eqz", (I32) -> I32, true;
    I32Eq: "i32.eq", (I32, I32) -> I32, true;
    I32Ne: "i32.ne", (I32, I32) -> I32, true;
    I32LtS: "i32.lt_s", (I32, I32) -> I32, true;
    I32LtU: "i32.lt_u", (I32, I32) -> I32, true;
    I32GtS: "i32.gt_s", (I32, I32) -> I32, true;
    I32GtU: "i32.gt_u", (I32, I32) -> I32, true;
    I32LeS: "i32.le_s", (I32, I32) -> I32, true;
    I32LeU: "i32.le_u", (I32, I32) -> I32, true;
    I32GeS: "i32.ge_s", (I32, I32) -> I32, true;
    I32GeU: "i32.ge_u", (I32, I32) -> I32, true;
    I64Eqz: "i64.eqz", (I64) -> I32, true;
    I64Eq: "i64.eq", (I64, I64) -> I32, true;
    I64Ne: "i64.ne", (I64, I64) -> I32, true;
    I64LtS: "i64.lt_s", (I64, I64) -> I32, true;
    I64LtU: "i64.lt_u", (I64, I64) -> I32, true;
    I64GtS: "i64.gt_s", (I64, I64) -> I32, true;
    I64GtU: "i64.gt_u", (I64, I64) -> I32, true;
    I64LeS: "i64.le_s", (I64, I64) -> I32, true;
    I64LeU: "i64.le_u", (I64, I64) -> I32, true;
    I64GeS: "i64.ge_s", (I64, I64) -> I32, true;
    I64GeU: "i64.ge_u", (I64, I64) -> I32, true;
    F32Eq: "f32.eq", (F32, F32) -> I32, true;
    F32Ne: "f32.ne", (F32, F32) -> I32, true;
    F32Lt: "f32.lt", (F32, F32) -> I32, true;
    F32Gt: "f32.gt", (F32, F32) -> I32, true;
    F32Le: "f32.le", (F32, F32) -> I32, true;
    F32Ge: "f32.ge", (F32, F32) -> I32, true;
    F64Eq: "f64.eq", (F64, F64) -> I32, true;
    F64Ne: "f64.ne", (F64, F64) -> I32, true;
    F64Lt: "f64.lt", (F64, F64) -> I32, true;
    F64Gt: "f64.gt", (F64, F64) -> I32, true;
    F64Le: "f64.le", (F64, F64) -> I32, true;
    F64Ge: "f64.ge", (F64, F64) -> I32, true;
    I32Clz: "i32.clz", (I32) -> I32, true;
    I32Ctz: "i32.ctz", (I32) -> I32, true;
    I32Popcnt: "i32.popcnt", (I32) -> I32, true;
    I32Add: "i32.add", (I32, I32) -> I32, true;
    I32Sub: "i32.sub", (I32, I32) -> I32, true;
    I32Mul: "i32.mul", (I32, I32) -> I32, true;
    I32DivS: "i32.div_s", (I32, I32) -> I32, false;
    I32DivU: "i32.div_u", (I32, I32) -> I32, false;
    I32RemS: "i32.rem_s", (I32, I32) -> I32, false;
    I32RemU: "i32.rem_u", (I32, I32) -> I32, false;
    I32And: "i32.and", (I32, I32) -> I32, true;
    I32Or: "i32.or", (I32, I32) -> I32, true;
    I32Xor: "i32.xor", (I32, I32) -> I32, true;
    I32Shl: "i32.shl", (I32, I32) -> I32, true;
    I32ShrS: "i32.shr_s", (I32, I32) -> I32, true;
    I32ShrU: "i32.shr_u", (I32, I32) -> I32, true;
    I32Rotl: "i32.rotl", (I32, I32) -> I32, true;
    I32Rotr: "i32.rotr", (I32, I32) -> I32, true;
    I64Clz: "i64.clz", (I64) -> I64, true;
    I64Ctz: "i64.ctz", (I64) -> I64, true;
    I64Popcnt: "i64.popcnt", (I64) -> I64, true;
    I64Add: "i64.add", (I64, I64) -> I64, true;
    I64Sub: "i64.sub", (I64, I64) -> I64, true;
    I64Mul: "i64.mul", (I64, I64) -> I64, true;
    I64DivS: "i64.div_s", (I64, I64) -> I64, false;
    I64DivU: "i64.div_u", (I64, I64) -> I64, false;
    I64RemS: "i64.rem_s", (I64, I64) -> I64, false;
    I64RemU: "i64.rem_u", (I64, I64) -> I64, false;
    I64And: "i64.and", (I64, I64) -> I64, true;
    I64Or: "i64.or", (I64, I64) -> I64, true;
    I64Xor: "i64.xor", (I64, I64) -> I64, true;
    I64Shl: "i64.shl", (I64, I64) -> I64, true;
    I64ShrS: "i64.shr_s", (I64, I64) -> I64, true;
    I64ShrU: "i64.shr_u", (I64, I64) -> I64, true;
    I64Rotl: "i64.rotl", (I64, I64) -> I64, true;
    I64Rotr: "i64.rotr", (I64, I64) -> I64, true;
    F32Abs: "f32.abs", (F32) -> F32, true;
    F32Neg: "f32.neg", (F32) -> F32, true;
    F32Ceil: "f32.ceil", (F32) -> F32, true;
    F32Floor: "f32.floor", (F32) -> F32, true;
    F32Trunc: "f32.trunc", (F32) -> F32, true;
    F32Nearest: "f32.nearest", (F32) -> F32, true;
    F32Sqrt: "f32.sqrt", (F32) -> F32, true;
    F32Add: "f32.add", (F32, F32) -> F32, true;
    F32Sub: "f32.sub", (F32, F32) -> F32, true;
    F32Mul: "f32.mul", (F32, F32) -> F32, true;
    F32Div: "f32.div", (F32, F32) -> F32, true;
    F32Min: "f32.min", (F32, F32) -> F32, true;
    F32Max: "f32.max", (F32, F32) -> F32, true;
    F32Copysign: "f32.copysign", (F32, F32) -> F32, true;
    F64Abs: "f64.abs", (F64) -> F64, true;
    F64Neg: "f64.neg", (F64) -> F64, true;
    F64Ceil: "f64.ceil", (F64) -> F64, true;
    F64Floor: "f64.floor", (F64) -> F64, true;
    F64Trunc: "f64.trunc", (F64) -> F64, true;
    F64Nearest: "f64.nearest", (F64) -> F64, true;
    F64Sqrt: "f64.sqrt", (F64) -> F64, true;
    F64Add: "f64.add", (F64, F64) -> F64, true;
    F64Sub: "f64.sub", (F64, F64) -> F64, true;
    F64Mul: "f64.mul", (F64, F64) -> F64, true;
    F64Div: "f64.div", (F64, F64) -> F64, true;
    F64Min: "f64.min", (F64, F64) -> F64, true;
    F64Max: "f64.max", (F64, F64) -> F64, true;
    F64Copysign: "f64.copysign", (F64, F64) -> F64, true;
    I32WrapI64: "i32.wrap_i64", (I64) -> I32, true;
    I64ExtendI32S: "i64.extend_i32_s", (I32) -> I64, true;
    I64ExtendI32U: "i64.extend_i32_u", (I32) -> I64, true;
    I32Extend8S: "i32.extend8_s", (I32) -> I32, true;
    I32Extend16S: "i32.extend16_s", (I32) -> I32, true;
    I64Extend8S: "i64.extend8_s", (I64) -> I64, true;
    I64Extend16S: "i64.extend16_s", (I64) -> I64, true;
    I64Extend32S: "i64.extend32_s", (I64) -> I64, true;
    I32TruncSatF32S: "i32.trunc_sat_f32_s", (F32) -> I32, true;
    I32TruncSatF32U: "i32.trunc_sat_f32_u", (F32) -> I32, true;
    I32TruncSatF64S: "i32.trunc_sat_f64_s", (F64) -> I32, true;
    I32TruncSatF64U: "i32.trunc_sat_f64_u", (F64) -> I32, true;
    I64TruncSatF32S: "i64.trunc_sat_f32_s", (F32) -> I64, true;
    I64TruncSatF32U: "i64.trunc_sat_f32_u", (F32) -> I64, true;
    I64TruncSatF64S: "i64.trunc_sat_f64_s", (F64) -> I64, true;
    I64TruncSatF64U: "i64.trunc_sat_f64_u", (F64) -> I64, true;
    F32ConvertI32S: "f32.convert_i32_s", (I32) -> F32, true;
    F32ConvertI32U: "f32.convert_i32_u", (I32) -> F32, true;
    F32ConvertI64S: "f32.convert_i64_s", (I64) -> F32, true;
    F32ConvertI64U: "f32.convert_i64_u", (I64) -> F32, true;
    F32DemoteF64: "f32.demote_f64", (F64) -> F32, true;
    F64ConvertI32S: "f64.convert_i32_s", (I32) -> F64, true;
    F64ConvertI32U: "f64.convert_i32_u", (I32) -> F64, true;
    F64ConvertI64S: "f64.convert_i64_s", (I64) -> F64, true;
    F64ConvertI64U: "f64.convert_i64_u", (I64) -> F64, true;
    F64PromoteF32: "f64.promote_f32", (F32) -> F64, true;
    I32ReinterpretF32: "i32.reinterpret_f32", (F32) -> I32, true;
    I64ReinterpretF64: "i64.reinterpret_f64", (F64) -> I64, true;
    F32ReinterpretI32: "f32.reinterpret_i32", (I32) -> F32, true;
    F64ReinterpretI64: "f64.reinterpret_i64", (I64) -> F64, true;
}
