//! Types, as far as code generation needs them: no lifetimes, no inference
//! variables. Interned for the life of the process; equal types are equal
//! pointers.

use crate::def::{
    AdtDef, AssocTyDef, ClosureDef, ConstDef, FnDef, OpaqueDef, TraitDef, VariantIdx,
};
use std::{
    collections::HashSet,
    fmt,
    hash::{Hash, Hasher},
    sync::{LazyLock, RwLock},
};
use wrc_base::{FxBuildHasher, Symbol};

/// An interned type.
#[derive(Clone, Copy)]
pub struct Ty(&'static TyKind);

/// What a type is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TyKind {
    Bool,
    Char,
    Int(IntTy),
    Float(FloatTy),
    Str,
    Never,
    /// A struct, enum or union, with its type and const arguments.
    Adt(AdtDef, Args),
    Tuple(Tys),
    Array(Ty, Const),
    Slice(Ty),
    Ref(Mutability, Ty),
    RawPtr(Mutability, Ty),
    /// The zero-sized type of one function or constructor.
    FnDef(Callable, Args),
    FnPtr(FnSig),
    /// The arguments are those of the enclosing item.
    Closure(ClosureDef, Args),
    /// An async block, async fn body or generator; arguments as for closures.
    Coroutine(ClosureDef, Args),
    Dyn(DynTy),
    /// A generic parameter: index into the arguments of the item
    /// (parents first, lifetimes left out, `Self` of a trait is 0).
    Param(u32, Symbol),
    /// `<A0 as Trait<A1..>>::Name<..>`, before normalisation.
    Assoc(AssocTyDef, Args),
    /// `impl Trait` in return position, before it is revealed.
    Opaque(OpaqueDef, Args),
    /// Something the front end could not type; never reaches lowering
    /// without a reported error.
    Error,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum IntTy {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
}

impl IntTy {
    /// Width in bits on this target: pointers are 32 bits wide.
    pub fn bits(self) -> u32 {
        match self {
            IntTy::I8 | IntTy::U8 => 8,
            IntTy::I16 | IntTy::U16 => 16,
            IntTy::I32 | IntTy::U32 | IntTy::Isize | IntTy::Usize => 32,
            IntTy::I64 | IntTy::U64 => 64,
            IntTy::I128 | IntTy::U128 => 128,
        }
    }

    pub fn is_signed(self) -> bool {
        use IntTy::*;
        matches!(self, I8 | I16 | I32 | I64 | I128 | Isize)
    }

    /// The name in source.
    pub fn name(self) -> &'static str {
        match self {
            IntTy::I8 => "i8",
            IntTy::I16 => "i16",
            IntTy::I32 => "i32",
            IntTy::I64 => "i64",
            IntTy::I128 => "i128",
            IntTy::Isize => "isize",
            IntTy::U8 => "u8",
            IntTy::U16 => "u16",
            IntTy::U32 => "u32",
            IntTy::U64 => "u64",
            IntTy::U128 => "u128",
            IntTy::Usize => "usize",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum FloatTy {
    F32,
    F64,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Mutability {
    Not,
    Mut,
}

/// What a `FnDef` type names.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Callable {
    Fn(FnDef),
    /// A tuple struct's or tuple variant's constructor.
    Ctor(AdtDef, VariantIdx),
}

/// A function signature.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FnSig {
    pub params: Tys,
    pub ret: Ty,
}

/// `dyn Principal<args, Assoc = ty> + Auto`. Auto traits are dropped: they
/// do not change behaviour.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DynTy {
    /// The principal trait and its arguments without `Self`.
    pub principal: Option<(TraitDef, Args)>,
    /// Bound associated types, in the order of their ids.
    pub assoc: Box<[(AssocTyDef, Ty)]>,
}

/// The value of a const argument or array length.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Const {
    /// The bits, truncated to the type's width (bool, char, integers).
    Value(u128),
    Param(u32, Symbol),
    /// A constant that depends on parameters; `Db::normalize_const` evaluates it.
    Unevaluated(ConstDef, Args),
    Error,
}

/// A type or const argument. Lifetimes are erased.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Arg {
    Ty(Ty),
    Const(Const),
}

/// Generic arguments: those of parents first. Lifetimes are left out.
pub type Args = Box<[Arg]>;
/// A list of types.
pub type Tys = Box<[Ty]>;

static TYPES: LazyLock<RwLock<HashSet<&'static TyKind, FxBuildHasher>>> =
    LazyLock::new(Default::default);

impl Ty {
    /// The interned type of `kind`.
    pub fn new(kind: TyKind) -> Ty {
        if let Some(known) = TYPES.read().expect("no panic under the lock").get(&kind) {
            return Ty(known);
        }
        let mut types = TYPES.write().expect("no panic under the lock");
        if let Some(known) = types.get(&kind) {
            return Ty(known);
        }
        let kept: &'static TyKind = Box::leak(Box::new(kind));
        types.insert(kept);
        Ty(kept)
    }

    /// What the type is.
    pub fn kind(self) -> &'static TyKind {
        self.0
    }

    pub fn unit() -> Ty {
        Ty::new(TyKind::Tuple(Box::new([])))
    }
    pub fn bool() -> Ty {
        Ty::new(TyKind::Bool)
    }
    pub fn never() -> Ty {
        Ty::new(TyKind::Never)
    }
    pub fn error() -> Ty {
        Ty::new(TyKind::Error)
    }
    pub fn usize() -> Ty {
        Ty::int(IntTy::Usize)
    }
    pub fn int(int: IntTy) -> Ty {
        Ty::new(TyKind::Int(int))
    }
    pub fn adt(def: AdtDef, args: impl Into<Args>) -> Ty {
        Ty::new(TyKind::Adt(def, args.into()))
    }
    pub fn tuple(elems: impl Into<Tys>) -> Ty {
        Ty::new(TyKind::Tuple(elems.into()))
    }
    /// `&self` or `&mut self`.
    pub fn reference(self, mutability: Mutability) -> Ty {
        Ty::new(TyKind::Ref(mutability, self))
    }
    /// `*const self` or `*mut self`.
    pub fn pointer(self, mutability: Mutability) -> Ty {
        Ty::new(TyKind::RawPtr(mutability, self))
    }
    /// `[self]`.
    pub fn slice(self) -> Ty {
        Ty::new(TyKind::Slice(self))
    }

    pub fn is_unit(self) -> bool {
        matches!(self.0, TyKind::Tuple(elems) if elems.is_empty())
    }
    pub fn is_never(self) -> bool {
        matches!(self.0, TyKind::Never)
    }
    pub fn is_error(self) -> bool {
        matches!(self.0, TyKind::Error)
    }
    /// Integers, floats, `bool`, `char`: types whose operators are built in.
    pub fn is_primitive_scalar(self) -> bool {
        matches!(
            self.0,
            TyKind::Bool | TyKind::Char | TyKind::Int(_) | TyKind::Float(_)
        )
    }
    pub fn as_adt(self) -> Option<(AdtDef, &'static [Arg])> {
        match self.0 {
            TyKind::Adt(def, args) => Some((*def, args)),
            _ => None,
        }
    }
    /// The pointee of `&T`, `&mut T`, `*const T`, `*mut T`.
    pub fn pointee(self) -> Option<(Mutability, Ty)> {
        match self.0 {
            TyKind::Ref(m, t) | TyKind::RawPtr(m, t) => Some((*m, *t)),
            _ => None,
        }
    }
}

impl PartialEq for Ty {
    fn eq(&self, other: &Ty) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
impl Eq for Ty {}
impl Hash for Ty {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.0, state);
    }
}
impl fmt::Debug for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Arg {
    /// The type, if it is one.
    pub fn as_ty(&self) -> Option<Ty> {
        match self {
            Arg::Ty(ty) => Some(*ty),
            Arg::Const(_) => None,
        }
    }
}

impl From<Ty> for Arg {
    fn from(ty: Ty) -> Arg {
        Arg::Ty(ty)
    }
}
