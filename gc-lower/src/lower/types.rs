//! Wasm types of the program, interned.

use super::{
    cx::Cx,
    layout::{Elem, Slot},
};
use wrc_base::{FxHashMap, Symbol};
use wrc_object::*;

/// The name of the supertype of `dyn` wrappers.
pub(super) const DYN_BASE: &str = "dyn";

#[derive(Debug, Default)]
pub(super) struct TypeTables {
    arrays: FxHashMap<Storage, TypeId>,
    funcs: FxHashMap<(Vec<WTy>, Vec<WTy>), TypeId>,
    cells: FxHashMap<Vec<Slot>, TypeId>,
    wrappers: FxHashMap<Vec<Slot>, TypeId>,
    dyn_base: Option<TypeId>,
}

impl Cx<'_> {
    /// A new struct type whose fields are set later by [`Cx::define_struct`].
    pub(super) fn reserve_struct(&self, name: Symbol) -> TypeId {
        self.program.borrow_mut().types.push(TypeDef {
            name,
            kind: TypeDefKind::Struct {
                fields: Vec::new(),
                field_names: Vec::new(),
                parent: None,
                is_final: true,
            },
        })
    }

    pub(super) fn define_struct(
        &self,
        id: TypeId,
        slots: &[Slot],
        names: Vec<Symbol>,
        parent: Option<TypeId>,
        is_final: bool,
    ) {
        self.program.borrow_mut().types[id].kind = TypeDefKind::Struct {
            fields: slots.iter().map(|slot| field(slot.storage)).collect(),
            field_names: names,
            parent,
            is_final,
        };
    }

    pub(super) fn array_type(&self, storage: Storage) -> TypeId {
        if let Some(known) = self.types.borrow().arrays.get(&storage) {
            return *known;
        }
        let name = match storage {
            Storage::I8 => "array.i8",
            Storage::I16 => "array.i16",
            Storage::Val(WTy::I32) => "array.i32",
            Storage::Val(WTy::I64) => "array.i64",
            Storage::Val(WTy::F32) => "array.f32",
            Storage::Val(WTy::F64) => "array.f64",
            Storage::Val(WTy::Ref(HeapTy::Extern)) => "array.extern",
            Storage::Val(WTy::Ref(_)) => "array.ref",
        };
        let id = self.program.borrow_mut().types.push(TypeDef {
            name: Symbol::new(name),
            kind: TypeDefKind::Array(field(storage)),
        });
        self.types.borrow_mut().arrays.insert(storage, id);
        id
    }

    /// The array all references share.
    pub(super) fn erased_array(&self) -> TypeId {
        self.array_type(Storage::Val(WTy::EQ))
    }

    pub(super) fn func_type(&self, params: &[WTy], results: &[WTy]) -> TypeId {
        let key = (params.to_vec(), results.to_vec());
        if let Some(known) = self.types.borrow().funcs.get(&key) {
            return *known;
        }
        let id = self.program.borrow_mut().types.push(TypeDef {
            name: Symbol::new("sig"),
            kind: TypeDefKind::Func {
                params: key.0.clone(),
                results: key.1.clone(),
            },
        });
        self.types.borrow_mut().funcs.insert(key, id);
        id
    }

    /// `B(T)`: a mutable struct of these slots.
    pub(super) fn cell_type(&self, slots: &[Slot]) -> TypeId {
        if let Some(known) = self.types.borrow().cells.get(slots) {
            return *known;
        }
        let id = self.reserve_struct(Symbol::new("cell"));
        self.define_struct(id, slots, numbered(slots.len()), None, true);
        self.types.borrow_mut().cells.insert(slots.to_vec(), id);
        id
    }

    /// The supertype of everything behind a `dyn` pointer: field 0 is the
    /// number of the type.
    pub(super) fn dyn_base(&self) -> TypeId {
        if let Some(known) = self.types.borrow().dyn_base {
            return known;
        }
        let id = self.reserve_struct(Symbol::new(DYN_BASE));
        let vt = [Slot::val(WTy::I32)];
        self.define_struct(id, &vt, vec![Symbol::new("vt")], None, false);
        self.types.borrow_mut().dyn_base = Some(id);
        id
    }

    /// A `dyn` wrapper around these slots, which start at field 1.
    pub(super) fn wrapper_type(&self, slots: &[Slot]) -> TypeId {
        if let Some(known) = self.types.borrow().wrappers.get(slots) {
            return *known;
        }
        let parent = self.dyn_base();
        let id = self.reserve_struct(Symbol::new("dyn.of"));
        let mut all = vec![Slot::val(WTy::I32)];
        all.extend_from_slice(slots);
        let mut names = vec![Symbol::new("vt")];
        names.extend(numbered(slots.len()));
        self.define_struct(id, &all, names, Some(parent), true);
        self.types.borrow_mut().wrappers.insert(slots.to_vec(), id);
        id
    }

    /// How values of these slots lie in arrays.
    pub(super) fn elem_of(&self, slots: &[Slot]) -> Elem {
        let Some(first) = slots.first() else {
            return Elem::Void;
        };
        let lanes = |storage| Elem::Lanes {
            ty: self.array_type(storage),
            k: slots.len() as u32,
        };
        if slots.iter().all(|slot| slot.is_eq_ref()) {
            return lanes(Storage::Val(WTy::EQ));
        }
        if slots.iter().all(|slot| slot.storage == first.storage) {
            return lanes(first.storage);
        }
        Elem::Boxed {
            array: self.erased_array(),
            cell: self.cell_type(slots),
        }
    }
}

fn field(storage: Storage) -> Field {
    Field {
        storage,
        mutable: true,
    }
}

pub(super) fn numbered(count: usize) -> Vec<Symbol> {
    (0..count).map(|i| Symbol::new(&i.to_string())).collect()
}
