//! The class of each type (representation.md §4.1), memoised.
//!
//! Recursion: while a type is being decided it is on a stack; asking for it
//! again makes it an object (or a reference enum), which needs no parts.

use super::{
    cx::Cx,
    layout::{Class, Elem, Layout, Niche, Shape, Slot},
};
use std::{ops::Range, rc::Rc};
use wrc_base::{FxHashMap, FxHashSet, FxIndexMap, Symbol};
use wrc_object::*;
use wrc_thir::{AdtData, AdtKind, Arg, Const, FloatTy, IntTy, ReprHint, Ty, TyKind, VariantIdx};

/// Copy structs and tuples of up to this many slots are flat.
const FLAT_SLOTS: usize = 4;

#[derive(Debug, Default)]
pub(super) struct ClassTables {
    layouts: FxHashMap<Ty, Rc<Layout>>,
    voids: FxHashMap<Ty, bool>,
    deciding: Vec<Ty>,
    forced: FxHashSet<Ty>,
    /// Struct types reserved for objects.
    objects: FxIndexMap<Ty, TypeId>,
    fields: FxHashMap<Ty, Rc<ObjectFields>>,
}

/// The fields of an object's wasm struct.
#[derive(Debug)]
pub(super) struct ObjectFields {
    pub ty: TypeId,
    /// All wasm fields.
    pub slots: Vec<Slot>,
    /// Rust field `i` is a range of them.
    pub ranges: Vec<Range<u32>>,
}

/// May a struct-like type be flat?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flat {
    Never,
    Small,
    Always,
}

impl Cx<'_> {
    /// The representation of a sized type.
    pub(super) fn layout(&self, ty: Ty) -> Rc<Layout> {
        if let Some(known) = self.classes.borrow().layouts.get(&ty) {
            return known.clone();
        }
        if self.classes.borrow().deciding.contains(&ty) {
            self.classes.borrow_mut().forced.insert(ty);
            return self.boxed_layout(ty);
        }
        let layout = self.decide(ty);
        self.classes.borrow_mut().layouts.insert(ty, layout.clone());
        layout
    }

    pub(super) fn class(&self, ty: Ty) -> Class {
        self.layout(ty).class
    }

    /// How elements of the type lie in arrays.
    pub(super) fn elem(&self, ty: Ty) -> Elem {
        self.elem_of(&self.layout(ty).slots)
    }

    /// Runs `f` while `ty` is being decided; true if `ty` was asked for.
    pub(super) fn deciding<R>(&self, ty: Ty, f: impl FnOnce() -> R) -> (R, bool) {
        self.classes.borrow_mut().deciding.push(ty);
        let result = f();
        self.classes.borrow_mut().deciding.pop();
        (result, self.classes.borrow().forced.contains(&ty))
    }

    /// The layout of a type that contains itself.
    fn boxed_layout(&self, ty: Ty) -> Rc<Layout> {
        match ty.as_adt().map(|(def, _)| self.tcx.adt(def)) {
            Some(data) if data.kind == AdtKind::Enum && data.variants.len() > 1 => {
                self.ref_enum(ty, &data)
            }
            _ => self.object(ty),
        }
    }

    fn decide(&self, ty: Ty) -> Rc<Layout> {
        match ty.kind() {
            TyKind::Bool => Layout::prim(packed(Storage::I8, false), Niche::Below(0, 0)),
            TyKind::Char => Layout::prim(Slot::val(WTy::I32), Niche::Below(0, 0)),
            TyKind::Int(int) => int_layout(*int),
            TyKind::Float(FloatTy::F32) => Layout::prim(Slot::val(WTy::F32), Niche::None),
            TyKind::Float(FloatTy::F64) => Layout::prim(Slot::val(WTy::F64), Niche::None),
            TyKind::FnPtr(_) => Layout::prim(Slot::val(WTy::I32), Niche::NonZero(0)),
            TyKind::Never | TyKind::FnDef(..) => Layout::void(),
            TyKind::Ref(..) | TyKind::RawPtr(..) => self.pointer_layout(ty),
            TyKind::Tuple(_) | TyKind::Closure(..) => {
                self.struct_like(ty, Flat::Small, Niche::None)
            }
            // Its place has to stay the same while it runs.
            TyKind::Coroutine(..) => self.object(ty),
            TyKind::Array(elem, Const::Value(len)) => self.array_layout(*elem, *len as u32),
            TyKind::Adt(def, args) => {
                let data = self.tcx.adt(*def);
                self.adt_layout(ty, &data, args)
            }
            TyKind::Str
            | TyKind::Slice(_)
            | TyKind::Dyn(_)
            | TyKind::Array(..)
            | TyKind::Param(..)
            | TyKind::Assoc(..)
            | TyKind::Opaque(..)
            | TyKind::Error => {
                self.unsupported_type(ty);
                Layout::void()
            }
        }
    }

    fn array_layout(&self, elem: Ty, len: u32) -> Rc<Layout> {
        let Some(array) = self.elem(elem).array() else {
            return Layout::void();
        };
        Layout::object(array, Shape::Array { elem, len })
    }

    fn adt_layout(&self, ty: Ty, data: &AdtData, args: &[Arg]) -> Rc<Layout> {
        let content = || args.first().and_then(Arg::as_ty).unwrap_or_else(Ty::error);
        match data.lang.map_or("", Symbol::as_str) {
            "owned_box" => return self.box_layout(content()),
            "wrc_array" => {
                let slot = self.raw_array_slot(content());
                let niche = self.array_niche(content());
                return Layout::prim(slot, niche);
            }
            "wrc_externref" => return Layout::prim(Slot::val(WTy::EXTERN), Niche::Null(0)),
            "unsafe_cell" => return self.unsafe_cell(ty, content()),
            _ => {}
        }
        match data.kind {
            AdtKind::Union => self.union_layout(ty),
            AdtKind::Enum => match data.variants.len() {
                0 => Layout::void(),
                1 => self.struct_like(ty, Flat::Small, Niche::None),
                _ => self.enum_layout(ty, data),
            },
            AdtKind::Struct => {
                let flat = match data.repr {
                    ReprHint::Flat => Flat::Always,
                    ReprHint::Object => return self.object_or_void(ty),
                    ReprHint::None if self.tcx.is_copy(ty) => Flat::Small,
                    ReprHint::None => Flat::Never,
                };
                self.struct_like(ty, flat, struct_niche(data))
            }
        }
    }

    fn object_or_void(&self, ty: Ty) -> Rc<Layout> {
        if self.is_void(ty) {
            return Layout::void();
        }
        self.object(ty)
    }

    /// A type whose place must have an identity, as its content may change
    /// behind a shared reference.
    fn unsafe_cell(&self, ty: Ty, content: Ty) -> Rc<Layout> {
        if self.is_void(content) {
            return Layout::void();
        }
        let (inner, forced) = self.deciding(ty, || self.layout(content));
        if forced || !inner.is_object() {
            return self.object(ty);
        }
        Rc::new(Layout {
            class: Class::Object,
            slots: inner.slots.clone(),
            shape: Shape::Fields(std::iter::once(0..1).collect()),
            niche: inner.niche,
        })
    }

    /// Structs, tuples, closures, enums of one variant.
    fn struct_like(&self, ty: Ty, flat: Flat, niche: Niche) -> Rc<Layout> {
        let fields = self.tcx.field_tys(ty, Some(VariantIdx(0)));
        let values = fields.iter().filter(|ty| !self.is_void(**ty)).count();
        let is_newtype = values == 1;
        if values == 0 {
            return Layout::void();
        }
        let may_be_flat = match flat {
            Flat::Never => false,
            Flat::Small => !self.tcx.options.force_object,
            Flat::Always => true,
        };
        if !is_newtype && !may_be_flat {
            return self.object(ty);
        }
        let (parts, forced) = self.deciding(ty, || {
            let layouts: Vec<Rc<Layout>> = fields.iter().map(|ty| self.layout(*ty)).collect();
            layouts
        });
        let total: usize = parts.iter().map(|layout| layout.slots.len()).sum();
        if forced || (!is_newtype && flat == Flat::Small && total > FLAT_SLOTS) {
            return self.object(ty);
        }
        let (slots, ranges, found) = concat(&parts);
        let class = match parts.iter().find(|layout| layout.class != Class::Void) {
            Some(layout) if is_newtype => layout.class,
            _ => Class::Slots,
        };
        Rc::new(Layout {
            class,
            slots: slots.into(),
            shape: Shape::Fields(ranges.into()),
            niche: niche.or(found),
        })
    }

    /// Reserves a struct type for an object; its fields are decided later.
    pub(super) fn object(&self, ty: Ty) -> Rc<Layout> {
        let known = self.classes.borrow().objects.get(&ty).copied();
        let id = known.unwrap_or_else(|| {
            let id = self.reserve_struct(Symbol::new(&self.type_name(ty)));
            self.classes.borrow_mut().objects.insert(ty, id);
            id
        });
        Layout::object(id, Shape::Object(id))
    }

    /// The fields of a type with `Shape::Object`.
    pub(super) fn object_fields(&self, ty: Ty) -> Rc<ObjectFields> {
        if let Some(known) = self.classes.borrow().fields.get(&ty) {
            return known.clone();
        }
        let Shape::Object(id) = self.object(ty).shape else {
            unreachable!("`object` always gives that shape")
        };
        let fields = self.tcx.field_tys(ty, Some(VariantIdx(0)));
        let parts: Vec<Rc<Layout>> = fields.iter().map(|ty| self.layout(*ty)).collect();
        let (slots, ranges, _) = concat(&parts);
        let names = super::types::numbered(slots.len());
        self.define_struct(id, &slots, names, None, true);
        let fields = Rc::new(ObjectFields {
            ty: id,
            slots,
            ranges,
        });
        self.classes.borrow_mut().fields.insert(ty, fields.clone());
        fields
    }

    /// Defines the structs of all objects, also those nobody looked into.
    pub(super) fn define_objects(&self) {
        let mut next = 0;
        loop {
            let ty = match self.classes.borrow().objects.get_index(next) {
                Some((ty, _)) => *ty,
                None => return,
            };
            self.object_fields(ty);
            next += 1;
        }
    }

    /// A union: one field with values, or scalars.
    fn union_layout(&self, ty: Ty) -> Rc<Layout> {
        let fields = self.tcx.field_tys(ty, None);
        let (parts, _) = self.deciding(ty, || {
            let parts: Vec<Rc<Layout>> = fields.iter().map(|ty| self.layout(*ty)).collect();
            parts
        });
        let mut values = parts.iter().filter(|layout| layout.class != Class::Void);
        let Some(first) = values.next() else {
            return Layout::void();
        };
        if values.clone().all(|layout| layout.slots == first.slots) {
            let ranges = parts.iter().map(|l| 0..l.slots.len() as u32).collect();
            return Layout::slots(first.slots.to_vec(), Shape::Fields(ranges), Niche::None);
        }
        let is_scalar = |layout: &Layout| {
            layout.slots.len() == 1 && !matches!(layout.slots[0].ty(), WTy::Ref(_))
        };
        if !is_scalar(first) || !values.all(|layout| is_scalar(layout)) {
            self.unsupported_type(ty);
        }
        let is_wide = parts
            .iter()
            .any(|l| l.tys().any(|ty| matches!(ty, WTy::I64 | WTy::F64)));
        let bits = if is_wide { WTy::I64 } else { WTy::I32 };
        Layout::slots(vec![Slot::val(bits)], Shape::Union, Niche::None)
    }

    /// Does the type have no values at all? Decided without classes, so that
    /// recursive types can ask.
    pub(super) fn is_void(&self, ty: Ty) -> bool {
        if let Some(known) = self.classes.borrow().voids.get(&ty) {
            return *known;
        }
        // A type met again inside itself has values: it has a variant or
        // pointer that ends the recursion.
        self.classes.borrow_mut().voids.insert(ty, false);
        let result = self.has_no_values(ty);
        self.classes.borrow_mut().voids.insert(ty, result);
        result
    }

    fn has_no_values(&self, ty: Ty) -> bool {
        let all_void = |variant| {
            let fields = self.tcx.field_tys(ty, variant);
            fields.into_iter().all(|ty| self.is_void(ty))
        };
        match ty.kind() {
            TyKind::Never | TyKind::FnDef(..) | TyKind::Error => true,
            TyKind::Tuple(_) | TyKind::Closure(..) => all_void(None),
            TyKind::Array(elem, _) => self.is_void(*elem),
            TyKind::Ref(_, to) => !self.is_unsized(*to) && self.is_void(*to),
            TyKind::Adt(def, args) => {
                let data = self.tcx.adt(*def);
                let content = args.first().and_then(Arg::as_ty);
                match data.lang.map_or("", Symbol::as_str) {
                    "wrc_array" | "wrc_externref" => return false,
                    "owned_box" => {
                        return content.is_some_and(|ty| !self.is_unsized(ty) && self.is_void(ty));
                    }
                    _ => {}
                }
                match data.kind {
                    AdtKind::Struct | AdtKind::Union => all_void(None),
                    AdtKind::Enum => match data.variants.len() {
                        0 => true,
                        1 => all_void(Some(VariantIdx(0))),
                        _ => false,
                    },
                }
            }
            _ => false,
        }
    }
}

/// Field after field.
pub(super) fn concat(parts: &[Rc<Layout>]) -> (Vec<Slot>, Vec<Range<u32>>, Niche) {
    let mut slots = Vec::new();
    let mut ranges = Vec::new();
    let mut niche = Niche::None;
    for layout in parts {
        let start = slots.len() as u32;
        niche = niche.or(layout.niche.shifted(start));
        slots.extend_from_slice(&layout.slots);
        ranges.push(start..slots.len() as u32);
    }
    (slots, ranges, niche)
}

pub(super) fn packed(storage: Storage, signed: bool) -> Slot {
    Slot { storage, signed }
}

fn int_layout(int: IntTy) -> Rc<Layout> {
    use IntTy::*;
    let (slot, niche) = match int {
        I8 => (packed(Storage::I8, true), Niche::Below(0, i8::MIN.into())),
        U8 => (packed(Storage::I8, false), Niche::Below(0, 0)),
        I16 => (packed(Storage::I16, true), Niche::Below(0, i16::MIN.into())),
        U16 => (packed(Storage::I16, false), Niche::Below(0, 0)),
        I32 | U32 | Isize | Usize => (Slot::val(WTy::I32), Niche::None),
        I64 | U64 => (Slot::val(WTy::I64), Niche::None),
        I128 | U128 => {
            let half = Slot::val(WTy::I64);
            return Layout::slots(vec![half, half], Shape::Prim, Niche::None);
        }
    };
    Layout::prim(slot, niche)
}

/// `NonNull` is a pointer that is never null.
fn struct_niche(data: &AdtData) -> Niche {
    let path = data.path.as_str();
    if path.starts_with("core::ptr::") && data.name.as_str() == "NonNull" {
        Niche::Null(0)
    } else {
        Niche::None
    }
}
