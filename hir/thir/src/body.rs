//! Bodies: typed expression trees.
//!
//! An expression is a *place expression* (local, upvar, static, field, index,
//! deref) or a value expression. Reading a place as a value is implicit: the
//! consumer copies or moves by the type. Evaluation order is Rust's: operands
//! left to right, then the operation.

use crate::{def::*, ty::*};
use std::sync::Arc;
use wrc_base::{PrimaryMap, SecondaryMap, Span, Symbol, entity_impl};

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExprId(u32);
entity_impl!(ExprId, "e");
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PatId(u32);
entity_impl!(PatId, "p");
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalId(u32);
entity_impl!(LocalId, "l");
/// A loop or labelled block that `break` and `continue` name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelId(u32);
entity_impl!(LabelId, "label");

/// One body.
#[derive(Clone, PartialEq, Debug)]
pub struct Body {
    pub owner: BodyOwner,
    /// Parameters in order (the receiver first); empty for constants. For
    /// closures: without the captures, which are `ExprKind::Upvar`s.
    pub params: Vec<Param>,
    pub ret: Ty,
    pub exprs: PrimaryMap<ExprId, Expr>,
    pub pats: PrimaryMap<PatId, Pat>,
    pub locals: PrimaryMap<LocalId, LocalDecl>,
    /// Number of labels; they are numbered densely.
    pub labels: u32,
    pub root: ExprId,
    /// Decides drop order of tail temporaries and `if let` scrutinees.
    pub edition: Edition,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Edition {
    E2015,
    E2018,
    E2021,
    E2024,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Param {
    pub ty: Ty,
    pub pat: PatId,
}

#[derive(Clone, PartialEq, Debug)]
pub struct LocalDecl {
    pub name: Symbol,
    pub ty: Ty,
    pub mutable: bool,
}

/// Spans of a body's nodes; kept apart so that moving code re-lowers nothing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SourceMap {
    pub exprs: SecondaryMap<ExprId, Span>,
    pub pats: SecondaryMap<PatId, Span>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Expr {
    /// The type after adjustments made explicit as nodes of their own.
    pub ty: Ty,
    pub kind: ExprKind,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ExprKind {
    /// bool, char, integers: the bits, truncated to the type's width.
    Scalar(u128),
    /// The bits of an `f64` or, zero-extended, of an `f32`.
    Float(u64),
    /// `&'static str`.
    Str(Arc<str>),
    /// `&'static [u8; N]`.
    ByteStr(Arc<[u8]>),
    /// `&'static CStr`; the bytes end with the NUL.
    CStr(Arc<[u8]>),
    /// A place.
    Local(LocalId),
    /// The closure's captured value, as stored in its field (a place; when
    /// captured by reference the bridge wraps it in `Deref`).
    Upvar(FieldIdx),
    /// A place.
    Static(StaticDef),
    /// An item constant, evaluated anew at each use.
    Const(ConstDef, Args),
    /// A const generic parameter or a constant the front end evaluated.
    ConstArg(Const),
    /// A function item or constructor as a value (zero-sized; see the type).
    FnItem,
    Call {
        callee: Callee,
        args: Vec<ExprId>,
    },
    /// A struct, tuple struct or variant built whole. Fields appear in the
    /// order they are evaluated; `base` gives the rest (`..base`, evaluated last).
    Adt {
        def: AdtDef,
        variant: VariantIdx,
        args: Args,
        fields: Vec<(FieldIdx, ExprId)>,
        base: Option<ExprId>,
    },
    Tuple(Vec<ExprId>),
    Array(Vec<ExprId>),
    /// `[value; len]`.
    Repeat(ExprId, Const),
    /// A place. The base is a struct, union, tuple; never a reference.
    Field(ExprId, FieldIdx),
    /// A place. The base is an array or slice place, the index a `usize`.
    Index(ExprId, ExprId),
    /// A place. Built-in: `&T`, `&mut T`, `*T`, `Box<T>`.
    Deref(ExprId),
    Borrow(BorrowKind, ExprId),
    /// `&raw const`, `&raw mut`.
    RawBorrow(Mutability, ExprId),
    /// Built in on scalars.
    Unary(UnOp, ExprId),
    /// Built in on scalars (and comparison of `()`, fn pointers, raw pointers).
    Binary(BinOp, ExprId, ExprId),
    /// `&&`, `||`: the right side is evaluated only when needed.
    LogicalAnd(ExprId, ExprId),
    LogicalOr(ExprId, ExprId),
    /// `place = value`: the value is evaluated first, the old one dropped.
    Assign(ExprId, ExprId),
    /// Built in on scalars: the right side is evaluated first, then the place.
    AssignOp(BinOp, ExprId, ExprId),
    Cast(CastKind, ExprId),
    If {
        cond: ExprId,
        then: ExprId,
        els: Option<ExprId>,
    },
    /// `let pat = expr` inside a condition; of type bool. Bindings are in
    /// scope in the rest of the condition and in `then`, or in a match guard's arm.
    Let(PatId, ExprId),
    Match {
        scrutinee: ExprId,
        arms: Vec<Arm>,
    },
    /// Endless; left by `break`. `while` and `for` arrive as this.
    Loop {
        label: LabelId,
        body: ExprId,
    },
    Block(Block),
    Break(LabelId, Option<ExprId>),
    Continue(LabelId),
    Return(Option<ExprId>),
    /// Builds the closure (or coroutine) value; captures are in field order.
    /// Each is the captured place (or its borrow, made explicit as `Borrow`).
    Closure {
        def: ClosureDef,
        captures: Vec<ExprId>,
    },
    /// `format_args!(…)`, of type `core::fmt::Arguments`.
    FormatArgs(FormatArgs),
    /// `future.await` inside a coroutine; the operand is already `IntoFuture::into_future`d.
    Await(ExprId),
    /// The value is of type `!`; the node's own type is anything.
    NeverToAny(ExprId),
    /// `core::hint::must_use`-like wrappers do not exist here; a parenthesised
    /// or otherwise transparent node is never kept.
    ///
    /// Forms we do not lower carry the reason; the subset check reports them.
    Unsupported(Symbol),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Callee {
    /// A path or method call. Trait methods are resolved when the types are
    /// concrete (`Db::resolve`). Overloaded operators, `?`, `for`, indexing
    /// and deref arrive as this.
    Fn(FnDef, Args),
    /// A value of type fn pointer.
    Ptr(ExprId),
    /// A closure, or anything callable: the trait method is `Fn*` of this
    /// kind, the expression its receiver (borrowed as the kind needs), and
    /// `args` are not tupled.
    Value(ClosureKind, ExprId),
    /// A tuple constructor called directly arrives as `ExprKind::Adt`.
    Ctor(AdtDef, VariantIdx, Args),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Arm {
    pub pat: PatId,
    /// May contain `Let`s joined by `LogicalAnd`.
    pub guard: Option<ExprId>,
    pub body: ExprId,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Block {
    /// Set when a `break` may name the block.
    pub label: Option<LabelId>,
    pub stmts: Vec<Stmt>,
    pub tail: Option<ExprId>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Stmt {
    Let {
        pat: PatId,
        init: Option<ExprId>,
        /// `let … else { … }`; diverges.
        els: Option<ExprId>,
    },
    /// The value is dropped at the end of the statement.
    Expr(ExprId),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BorrowKind {
    Shared,
    Mut,
    /// An autoref of a method receiver or of an operator's place: activated
    /// when the call happens, after the other arguments are evaluated.
    TwoPhaseMut,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnOp {
    Not,
    Neg,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CastKind {
    /// Between integers, floats, bool, char; field-less enum to integer.
    Numeric,
    /// Unsizing: `&[T; N]` to `&[T]`, `Box<T>` to `Box<dyn Tr>`, `Rc<T>` …,
    /// `dyn` upcasts.
    Unsize,
    /// Fn item to fn pointer.
    ReifyFn,
    /// Capture-less closure to fn pointer.
    ClosureFn,
    /// `*mut T` to `*const T`, `&T` to `*const T`, `*const T` to `*const U`.
    Pointer,
    /// A pointer or fn pointer to an integer.
    PointerToInt,
    /// An integer to a pointer.
    IntToPointer,
    /// Same representation: `!` never appears here; lifetimes and auto traits only.
    Same,
}

/// `format_args!`, taken apart.
#[derive(Clone, PartialEq, Debug)]
pub struct FormatArgs {
    pub pieces: Vec<FormatPiece>,
    /// The arguments, each once, as written (places, not borrowed), in
    /// evaluation order.
    pub args: Vec<ExprId>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum FormatPiece {
    Lit(Arc<str>),
    Arg {
        /// Index into `FormatArgs::args`.
        arg: u32,
        /// The method called: `fmt` of this trait at the argument's type.
        method: FnDef,
        spec: FormatSpec,
    },
}

/// What stands behind the `:`. The default is `{}`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormatSpec {
    pub fill: Option<char>,
    pub align: Option<FormatAlign>,
    /// The bits of `core::fmt::rt::Placeholder::flags` are not used; these are.
    pub sign_plus: bool,
    pub sign_minus: bool,
    pub alternate: bool,
    pub zero_pad: bool,
    pub debug_lower_hex: bool,
    pub debug_upper_hex: bool,
    pub width: FormatCount,
    pub precision: FormatCount,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormatAlign {
    Left,
    Right,
    Center,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum FormatCount {
    #[default]
    None,
    Literal(u32),
    /// Index into `FormatArgs::args`, of type `usize`.
    Arg(u32),
}

impl FormatCount {
    /// The index of the argument that gives it.
    pub fn arg(self) -> Option<u32> {
        match self {
            FormatCount::Arg(index) => Some(index),
            FormatCount::None | FormatCount::Literal(_) => None,
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Pat {
    pub ty: Ty,
    pub kind: PatKind,
}

/// Patterns with default binding modes made explicit: matching through a
/// reference is `Deref`, and bindings say how they bind.
#[derive(Clone, PartialEq, Debug)]
pub enum PatKind {
    Wild,
    Binding {
        local: LocalId,
        mode: BindingMode,
        sub: Option<PatId>,
    },
    /// An enum variant.
    Variant {
        def: AdtDef,
        variant: VariantIdx,
        fields: Vec<(FieldIdx, PatId)>,
    },
    /// A struct, tuple or tuple struct.
    Leaf {
        fields: Vec<(FieldIdx, PatId)>,
    },
    /// `&p`, `&mut p`, box patterns, and implicit derefs.
    Deref(PatId),
    /// Compared with `==` on scalars, `str`, byte strings: an expression of
    /// kind `Scalar`, `Float`, `Str`, `ByteStr`, `Const` or `ConstArg`.
    /// Named constants of ADT type are taken apart by the lowering.
    Const(ExprId),
    /// Bounds are like `Const`'s; `None` is open.
    Range {
        lo: Option<ExprId>,
        hi: Option<ExprId>,
        inclusive: bool,
    },
    /// On arrays and slices: `[prefix.., slice @ .., suffix..]`.
    Slice {
        prefix: Vec<PatId>,
        slice: Option<PatId>,
        /// Is there a `..` (with or without a pattern)?
        has_rest: bool,
        suffix: Vec<PatId>,
    },
    Or(Vec<PatId>),
    /// `!`.
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BindingMode {
    /// Copies or moves, by the type.
    Value,
    Ref(Mutability),
}
