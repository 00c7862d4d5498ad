//! Wasm types, named by program-wide ids.

use wrc_base::{Symbol, entity_impl};

/// A struct, array or function type of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(u32);
entity_impl!(TypeId, "ty");

/// A value type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum WTy {
    I32,
    I64,
    F32,
    F64,
    /// Always nullable: engines check null for free, and locals need defaults.
    Ref(HeapTy),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum HeapTy {
    Eq,
    Any,
    Extern,
    Func,
    Struct,
    Array,
    None,
    NoExtern,
    Type(TypeId),
}

/// What a field or element is stored as.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Storage {
    I8,
    I16,
    Val(WTy),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Field {
    pub storage: Storage,
    pub mutable: bool,
}

/// A type's definition. Struct types are nominal: two with equal fields stay
/// two. Arrays and functions are interned by their content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeDef {
    /// For the name section and dumps.
    pub name: Symbol,
    pub kind: TypeDefKind,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TypeDefKind {
    Struct {
        fields: Vec<Field>,
        field_names: Vec<Symbol>,
        /// The supertype; its fields come first.
        parent: Option<TypeId>,
        /// `sub final`: everything but enum bases.
        is_final: bool,
    },
    Array(Field),
    Func {
        params: Vec<WTy>,
        results: Vec<WTy>,
    },
}

impl WTy {
    /// A nullable reference to a defined type.
    pub fn to(ty: TypeId) -> WTy {
        WTy::Ref(HeapTy::Type(ty))
    }
    pub const EQ: WTy = WTy::Ref(HeapTy::Eq);
    pub const EXTERN: WTy = WTy::Ref(HeapTy::Extern);
}

impl Storage {
    /// The type of the value read from or written to such a field.
    pub fn value(self) -> WTy {
        match self {
            Storage::I8 | Storage::I16 => WTy::I32,
            Storage::Val(ty) => ty,
        }
    }
}
