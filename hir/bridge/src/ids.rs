//! rust-analyzer's interned ids as the opaque numbers of THIR, and back.
//!
//! An interned id is 64 bits wide with a small upper half; bits 60 to 62 tell
//! kinds apart where one THIR number stands for several. Bit 63 stays free:
//! lowering marks its own closures with it.

use hir_def::{
    AdtId, ConstId, EnumId, EnumVariantId, FunctionId, StaticId, StructId, TraitId, TypeAliasId,
    UnionId,
};
use hir_ty::db::{
    AnonConstId, InternedClosureId, InternedCoroutineClosureId, InternedCoroutineId,
    InternedOpaqueTyId,
};
use salsa::plumbing::{AsId, FromId};
use wrc_thir::{AdtDef, AssocTyDef, ClosureDef, ConstDef, FnDef, OpaqueDef, StaticDef, TraitDef};

const TAG_SHIFT: u32 = 60;
const BITS: u64 = (1 << TAG_SHIFT) - 1;

fn pack(id: impl AsId, tag: u64) -> u64 {
    let bits = id.as_id().as_bits();
    debug_assert_eq!(bits & !BITS, 0);
    bits | tag << TAG_SHIFT
}

fn unpack<T: FromId>(packed: u64) -> T {
    T::from_id(salsa::Id::from_bits(packed & BITS))
}

fn tag(packed: u64) -> u64 {
    packed >> TAG_SHIFT & 7
}

pub fn fn_def(id: FunctionId) -> FnDef {
    FnDef(pack(id, 0))
}
pub fn function_id(def: FnDef) -> FunctionId {
    unpack(def.0)
}

pub fn adt_def(id: AdtId) -> AdtDef {
    AdtDef(match id {
        AdtId::StructId(it) => pack(it, 0),
        AdtId::UnionId(it) => pack(it, 1),
        AdtId::EnumId(it) => pack(it, 2),
    })
}
pub fn adt_id(def: AdtDef) -> AdtId {
    match tag(def.0) {
        0 => unpack::<StructId>(def.0).into(),
        1 => unpack::<UnionId>(def.0).into(),
        _ => unpack::<EnumId>(def.0).into(),
    }
}

pub fn trait_def(id: TraitId) -> TraitDef {
    TraitDef(pack(id, 0))
}
pub fn trait_id(def: TraitDef) -> TraitId {
    unpack(def.0)
}

pub fn assoc_ty_def(id: TypeAliasId) -> AssocTyDef {
    AssocTyDef(pack(id, 0))
}
pub fn type_alias_id(def: AssocTyDef) -> TypeAliasId {
    unpack(def.0)
}

pub fn static_def(id: StaticId) -> StaticDef {
    StaticDef(pack(id, 0))
}
pub fn static_id(def: StaticDef) -> StaticId {
    unpack(def.0)
}

/// What a `ConstDef` stands for.
#[derive(Clone, Copy)]
pub enum AnyConst<'db> {
    Item(ConstId),
    /// An expression in a type: an array length, a const argument.
    Anon(AnonConstId<'db>),
    /// The discriminant of an enum variant.
    Discriminant(EnumVariantId),
}

pub fn const_def(id: AnyConst<'_>) -> ConstDef {
    ConstDef(match id {
        AnyConst::Item(it) => pack(it, 0),
        AnyConst::Anon(it) => pack(it, 1),
        AnyConst::Discriminant(it) => pack(it, 2),
    })
}
pub fn any_const<'db>(def: ConstDef) -> AnyConst<'db> {
    match tag(def.0) {
        0 => AnyConst::Item(unpack(def.0)),
        1 => AnyConst::Anon(unpack(def.0)),
        _ => AnyConst::Discriminant(unpack(def.0)),
    }
}

/// What a `ClosureDef` stands for.
#[derive(Clone, Copy)]
pub enum AnyClosure<'db> {
    Closure(InternedClosureId<'db>),
    Coroutine(InternedCoroutineId<'db>),
    CoroutineClosure(InternedCoroutineClosureId<'db>),
}

pub fn closure_def(id: AnyClosure<'_>) -> ClosureDef {
    ClosureDef(match id {
        AnyClosure::Closure(it) => pack(it, 0),
        AnyClosure::Coroutine(it) => pack(it, 1),
        AnyClosure::CoroutineClosure(it) => pack(it, 2),
    })
}
pub fn any_closure<'db>(def: ClosureDef) -> AnyClosure<'db> {
    match tag(def.0) {
        0 => AnyClosure::Closure(unpack(def.0)),
        1 => AnyClosure::Coroutine(unpack(def.0)),
        _ => AnyClosure::CoroutineClosure(unpack(def.0)),
    }
}

pub fn opaque_def(id: InternedOpaqueTyId<'_>) -> OpaqueDef {
    OpaqueDef(pack(id, 0))
}
pub fn opaque_id<'db>(def: OpaqueDef) -> InternedOpaqueTyId<'db> {
    unpack(def.0)
}
