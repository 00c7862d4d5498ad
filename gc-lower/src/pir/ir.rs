//! PIR's data types.
//!
//! ```text
//! fn app::area(l1: &Rect) -> f64 {       // l0 is the result
//!     l2 = copy (*l1).f0
//!     l3 = copy (*l1).f1
//!     l0 = mul copy l2, copy l3
//!     return
//! }
//! ```
//!
//! Invariants (checked by `verify`):
//! * PIR-1: types are concrete and normalised: no parameters, projections,
//!   opaque types or errors.
//! * PIR-2: every statement's operands have the types its form demands.
//! * PIR-3: `Break`/`Continue` name an enclosing label of the right kind.
//! * PIR-4: a local of a type that needs to be dropped is moved at most once on
//!   each path between two initialisations.
//! * PIR-5: evaluation order is statement order; operands have no effects.

use std::sync::Arc;
use wrc_base::{PrimaryMap, SmallVec, Span, Symbol, entity_impl};
use wrc_thir::{
    AdtDef, Args, BinOp, CastKind, ClosureDef, ClosureKind, DeriveMethod, FieldIdx, FnDef,
    Mutability, StaticDef, Ty, UnOp, VariantIdx,
};

use crate::intrinsics::Intrinsic;

/// A local variable or temporary. Locals are mutable; passes look for those
/// assigned once.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Local(u32);
entity_impl!(Local, "l");

/// A `Block` or `Loop` that `Break`/`Continue` names. Unique in a body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(u32);
entity_impl!(Label, "label");

/// Where a statement comes from: an index into `Body::sources`, for
/// diagnostics and panic locations. 0 is "nowhere".
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Src(pub u32);
entity_impl!(Src, "src");

/// One instance's code.
#[derive(Clone, Debug)]
pub struct Body {
    pub instance: Instance,
    /// For dumps and the name section.
    pub name: Symbol,
    /// Incoming values, in order. A `#[track_caller]` function has one more
    /// than declared: the caller's `&'static Location`.
    pub params: Vec<Local>,
    /// Where the result is left before `Return`.
    pub ret: Local,
    pub locals: PrimaryMap<Local, LocalDecl>,
    /// Labels are numbered densely below this.
    pub labels: u32,
    pub block: Block,
    /// Entry 0 is a dummy.
    pub sources: PrimaryMap<Src, Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LocalDecl {
    pub ty: Ty,
    pub name: Option<Symbol>,
}

/// Statements in order. Control falls off the end into what follows.
pub type Block = Vec<Stmt>;

#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    pub src: Src,
    pub kind: StmtKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// Overwrites the place without dropping what was there. When the place
    /// goes through a `Deref` of a reference and its type is an object, this
    /// overwrites the object's content (representation.md §4.3).
    Assign(Place, Rvalue),
    /// `dest = a op b` in wrapping arithmetic, `overflow = did it wrap`;
    /// integer `Add`, `Sub`, `Mul` only.
    CheckedBinary {
        dest: Place,
        overflow: Place,
        op: BinOp,
        lhs: Operand,
        rhs: Operand,
    },
    /// A call. When the result type is `!`, control does not come back.
    Call {
        dest: Place,
        callee: Callee,
        args: Vec<Operand>,
    },
    /// Runs the drop glue of the value in the place, which is then dead.
    /// Only written for types where `Tcx::needs_drop` holds.
    Drop(Place),
    If {
        cond: Operand,
        then: Block,
        els: Block,
    },
    /// On integers, `bool` and `char`, by bits truncated to the type.
    Switch {
        value: Operand,
        arms: Vec<(Vec<u128>, Block)>,
        default: Block,
    },
    /// On the variant of the enum in `place`. Without `default` the arms
    /// cover every inhabited variant.
    SwitchVariant {
        place: Place,
        arms: Vec<(Vec<VariantIdx>, Block)>,
        default: Option<Block>,
    },
    /// Runs forever; `Break` leaves it, `Continue` starts it over.
    Loop {
        label: Label,
        body: Block,
    },
    /// `Break` leaves it.
    Block {
        label: Label,
        body: Block,
    },
    Break(Label),
    Continue(Label),
    /// Returns the value in `Body::ret`.
    Return,
    /// Control cannot come here.
    Unreachable,
}

/// A path to a value: a local or static, then steps.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Place {
    pub base: PlaceBase,
    pub proj: SmallVec<[Proj; 2]>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PlaceBase {
    Local(Local),
    /// The static itself (not a pointer to it).
    Static(StaticDef),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Proj {
    /// Of a struct, union, tuple, closure, or (after `Variant`) of an enum.
    Field(FieldIdx),
    /// The enum is known to hold this variant; always followed by `Field`.
    Variant(VariantIdx),
    /// Through `&T`, `&mut T`, `*T`, or a `Box<T>` (which owns its content).
    Deref,
    /// Element of an array or slice; the local is a `usize`, already checked.
    /// It is not assigned while a place with it is live.
    Index(Local),
    /// Element `n` from the start, or `n` from the end (1 is the last).
    ConstIndex { n: u32, from_end: bool },
    /// Elements `from .. len - to` of an array or slice.
    Subslice { from: u32, to: u32 },
}

#[derive(Clone, PartialEq, Debug)]
pub enum Operand {
    /// Reads the place, which stays usable: a `Copy` type.
    Copy(Place),
    /// Reads the place for the last time.
    Move(Place),
    Const(Constant),
    /// In call arguments only: the reference is made when the call happens
    /// (after every argument was evaluated). Made by place forwarding so that
    /// value-result parameters see the place itself.
    Borrow(Mutability, Place),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Constant {
    /// bool, char, integers: bits truncated to the type; also `*const T` null (0).
    Scalar(u128, Ty),
    /// The bits of an `f64` or, zero-extended, `f32`.
    Float(u64, Ty),
    /// `&'static str`.
    Str(Arc<str>),
    /// `&'static [u8; N]`.
    Bytes(Arc<[u8]>),
    /// The only value of a zero-sized type (`()`, fn items, unit structs).
    Zst(Ty),
    /// A fn pointer to the instance.
    FnPtr(Instance, Ty),
    /// `&'static core::panic::Location`.
    Location {
        file: Symbol,
        line: u32,
        column: u32,
    },
}

#[derive(Clone, PartialEq, Debug)]
pub enum Rvalue {
    Use(Operand),
    /// `&place`, `&mut place`.
    Ref(Mutability, Place),
    /// `&raw const place`, `&raw mut place`.
    RawPtr(Mutability, Place),
    Unary(UnOp, Operand),
    /// Never panics: integer arithmetic wraps, shift counts are masked, and
    /// the checks for division by zero and overflow have been written before.
    Binary(BinOp, Operand, Operand),
    Cast(CastKind, Operand, Ty),
    /// All fields in declaration order. Unions: the one field's index in `AggregateKind`.
    Aggregate(AggregateKind, Vec<Operand>),
    /// `[operand; n]`; the element type is `Copy` or `n <= 1`.
    Repeat(Operand, u32),
    /// The discriminant of the enum in the place, as its declared integer type.
    Discriminant(Place),
    /// Number of elements of an array or slice place, `usize`.
    Len(Place),
}

#[derive(Clone, PartialEq, Debug)]
pub enum AggregateKind {
    Adt(AdtDef, VariantIdx, Args),
    /// A union with this field set.
    Union(AdtDef, FieldIdx, Args),
    Tuple,
    /// Element type.
    Array(Ty),
    Closure(ClosureDef, Args),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Callee {
    Instance(Instance),
    /// Through a fn pointer.
    Ptr(Operand),
    /// A trait method through the vtable of argument 0, whose type is
    /// `&dyn Tr`, `&mut dyn Tr`, `Box<dyn Tr>`, `Rc<dyn Tr>`, `Pin<&mut dyn Tr>` ….
    Dyn(DynMethod),
    Intrinsic(Intrinsic, Args),
}

/// A trait method with the trait's (and method's) arguments without `Self`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DynMethod {
    pub method: FnDef,
    pub args: Args,
}

/// A piece of code that can be called: the key of monomorphisation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Instance {
    /// A function with concrete arguments.
    Fn(FnDef, Args),
    /// A closure's body. Parameter 0 is the closure: `&self`, `&mut self` or
    /// `self` by its own kind; then its parameters, not tupled.
    Closure(ClosureDef, Args),
    /// `Fn*::call*` of this kind on a callable type (closure, fn item, fn
    /// pointer): parameters (self as the kind wants it, tuple of arguments).
    CallShim(ClosureKind, Ty),
    /// A builtin derive's method on the type, with the trait method's signature
    /// and the method's own arguments (`Hash::hash`: the hasher; else none).
    Derive(DeriveMethod, Ty, Args),
    /// `Clone::clone` built in: arrays, tuples, closures, fn items/pointers.
    CloneShim(Ty),
    /// Drop glue: takes `*mut T`, runs `Drop::drop`, then drops the fields.
    DropGlue(Ty),
    /// A trait's method through the vtable of its receiver, as a function; the
    /// arguments begin with the `dyn` type.
    DynShim(FnDef, Args),
    /// A constructor as a function.
    Ctor(AdtDef, VariantIdx, Args),
    /// Evaluates a constant item's initialiser: no parameters.
    Const(wrc_thir::ConstDef, Args),
    /// Evaluates a static's initialiser: no parameters.
    Static(StaticDef),
    /// `FormatFn::run` of a format site: parameters (&closure, &mut Formatter).
    FormatRun(ClosureDef),
    /// `Future::poll` of a coroutine.
    Poll(ClosureDef, Args),
    /// The program's entry: calls the library's `lang_start` with `main`; returns the exit code.
    Start(FnDef),
}

impl Place {
    pub fn local(local: Local) -> Place {
        Place {
            base: PlaceBase::Local(local),
            proj: SmallVec::new(),
        }
    }

    /// This place with one more step.
    pub fn project(&self, step: Proj) -> Place {
        let mut place = self.clone();
        place.proj.push(step);
        place
    }

    /// This place followed by `steps`.
    pub fn extend(&self, steps: &[Proj]) -> Place {
        let mut place = self.clone();
        place.proj.extend(steps.iter().cloned());
        place
    }

    pub fn field(&self, index: u32) -> Place {
        self.project(Proj::Field(FieldIdx(index)))
    }
    pub fn deref(&self) -> Place {
        self.project(Proj::Deref)
    }

    /// The local, if the place is a bare one.
    pub fn as_local(&self) -> Option<Local> {
        match self.base {
            PlaceBase::Local(local) if self.proj.is_empty() => Some(local),
            _ => None,
        }
    }

    /// The local the place starts from.
    pub fn base_local(&self) -> Option<Local> {
        match self.base {
            PlaceBase::Local(local) => Some(local),
            PlaceBase::Static(_) => None,
        }
    }

    /// Does the path go through a pointer or box?
    pub fn has_deref(&self) -> bool {
        self.proj.contains(&Proj::Deref)
    }
}

impl From<Local> for Place {
    fn from(local: Local) -> Place {
        Place::local(local)
    }
}

impl Operand {
    /// The place read, for `Copy` and `Move`.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Operand::Copy(place) | Operand::Move(place) => Some(place),
            Operand::Const(_) | Operand::Borrow(..) => None,
        }
    }
    pub fn unit() -> Operand {
        Operand::Const(Constant::Zst(Ty::unit()))
    }
    pub fn usize(value: u32) -> Operand {
        Operand::Const(Constant::Scalar(value.into(), Ty::usize()))
    }
    pub fn bool(value: bool) -> Operand {
        Operand::Const(Constant::Scalar(value.into(), Ty::bool()))
    }
}

impl StmtKind {
    /// The statement at a source.
    pub fn at(self, src: Src) -> Stmt {
        Stmt { src, kind: self }
    }
}

impl Body {
    /// A body without statements; `params` become the first locals after the result.
    pub fn new(instance: Instance, name: Symbol, params: &[Ty], ret: Ty) -> Body {
        let mut locals = PrimaryMap::new();
        let ret = locals.push(LocalDecl {
            ty: ret,
            name: None,
        });
        let params = params
            .iter()
            .map(|ty| {
                locals.push(LocalDecl {
                    ty: *ty,
                    name: None,
                })
            })
            .collect();
        let mut sources = PrimaryMap::new();
        sources.push(Span::default());
        Body {
            instance,
            name,
            params,
            ret,
            locals,
            labels: 0,
            block: Vec::new(),
            sources,
        }
    }

    pub fn new_local(&mut self, ty: Ty) -> Local {
        self.locals.push(LocalDecl { ty, name: None })
    }

    pub fn new_label(&mut self) -> Label {
        self.labels += 1;
        Label(self.labels - 1)
    }
}
