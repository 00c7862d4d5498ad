//! Where a value lies: locations, and reading and writing them.

use super::{
    casts::{from_bits, to_bits, with_low_bits},
    code::{Code, add, cast, get_field, scaled, set_field, sum},
    layout::{Elem, Slot},
};
use crate::wir::*;
use std::ops::Range;
use wrc_object::*;
use wrc_thir::{FieldIdx, Ty};

/// The location of a value's slots. Expressions inside may be evaluated any
/// number of times.
#[derive(Clone, Debug)]
pub(super) enum Loc {
    /// There are no values.
    None,
    Locals(Vec<WLocal>),
    Globals(Vec<GlobalId>),
    /// Consecutive fields.
    Fields {
        obj: Ex,
        ty: TypeId,
        first: u32,
    },
    /// Consecutive lanes.
    Lanes {
        array: Ex,
        ty: TypeId,
        index: Ex,
    },
    /// A box in an array of references.
    Elem {
        array: Ex,
        array_ty: TypeId,
        index: Ex,
        cell: TypeId,
    },
    /// What a fat reference points to.
    Fat {
        base: Ex,
        sel: Ex,
    },
    /// Values that have no place: snapshots, and objects reached through
    /// references.
    Values(Vec<Ex>),
    /// A field of a union of scalars: low bits of a number.
    Bits {
        whole: Box<Loc>,
        ty: WTy,
    },
    /// Inside a struct whose last field is a `dyn`: the wrapper of the whole
    /// struct, its type, and the fields to follow.
    Path {
        obj: Ex,
        root: Ty,
        path: Vec<FieldIdx>,
    },
    /// An unsized run of elements; offset and length count elements.
    Slice {
        array: Ex,
        off: Ex,
        len: Ex,
    },
}

impl Code<'_, '_> {
    pub fn load(&mut self, loc: &Loc, slots: &[Slot]) -> Vec<Ex> {
        let indexed = || slots.iter().enumerate().map(|(i, slot)| (i as u32, slot));
        match loc {
            _ if slots.is_empty() => Vec::new(),
            Loc::None | Loc::Slice { .. } | Loc::Path { .. } => {
                self.cx.bug("a value is read where there is none");
                super::code::zeros(slots)
            }
            Loc::Locals(locals) => locals.iter().map(|local| Ex::Get(*local)).collect(),
            Loc::Globals(globals) => globals.iter().map(|id| Ex::GlobalGet(*id)).collect(),
            Loc::Fields { obj, ty, first } => indexed()
                .map(|(i, slot)| get_field(*ty, first + i, slot.signed, obj.clone()))
                .collect(),
            Loc::Lanes { array, ty, index } => indexed()
                .map(|(i, slot)| self.lane(*ty, array.clone(), add(index.clone(), i as i32), *slot))
                .collect(),
            Loc::Elem {
                array,
                array_ty,
                index,
                cell,
            } => {
                let obj = self.element_box(*array_ty, array.clone(), index.clone(), *cell);
                let fields = Loc::Fields {
                    obj,
                    ty: *cell,
                    first: 0,
                };
                self.load(&fields, slots)
            }
            Loc::Fat { base, sel } => {
                let getter = self.cx.getter(slots);
                self.call(getter, vec![base.clone(), sel.clone()])
            }
            Loc::Values(values) => values.clone(),
            Loc::Bits { whole, ty } => {
                let bits = self.load(whole, &[Slot::val(*ty)]).pop();
                let bits = bits.unwrap_or(super::code::zero(*ty));
                vec![from_bits(bits, *ty, slots[0])]
            }
        }
    }

    /// Overwrites the slots. Values that read the location itself must have
    /// been saved.
    pub fn store(&mut self, loc: &Loc, slots: &[Slot], values: Vec<Ex>) {
        let indexed = values.into_iter().enumerate().map(|(i, v)| (i as u32, v));
        match loc {
            Loc::None => {}
            Loc::Slice { .. } | Loc::Path { .. } | Loc::Values(_) => {
                if !slots.is_empty() {
                    self.cx.bug("a value is written where there is no place");
                }
            }
            Loc::Locals(locals) => {
                for (local, (_, value)) in locals.iter().zip(indexed) {
                    self.emit(Ex::Set(*local, Box::new(value)));
                }
            }
            Loc::Globals(globals) => {
                for (id, (_, value)) in globals.iter().zip(indexed) {
                    self.emit(Ex::GlobalSet(*id, Box::new(value)));
                }
            }
            Loc::Fields { obj, ty, first } => {
                for (i, value) in indexed {
                    self.emit(set_field(*ty, first + i, obj.clone(), value));
                }
            }
            Loc::Lanes { array, ty, index } => {
                for (i, value) in indexed {
                    self.emit(Ex::ArraySet {
                        ty: *ty,
                        array: Box::new(array.clone()),
                        index: Box::new(add(index.clone(), i as i32)),
                        value: Box::new(value),
                    });
                }
            }
            Loc::Elem {
                array,
                array_ty,
                index,
                cell,
            } => {
                let values = indexed.map(|(_, value)| value).collect();
                self.emit(Ex::ArraySet {
                    ty: *array_ty,
                    array: Box::new(array.clone()),
                    index: Box::new(index.clone()),
                    value: Box::new(Ex::StructNew(*cell, values)),
                });
            }
            Loc::Fat { base, sel } => {
                if slots.is_empty() {
                    return;
                }
                let setter = self.cx.setter(slots);
                let mut args = vec![base.clone(), sel.clone()];
                args.extend(indexed.map(|(_, value)| value));
                self.emit(Ex::Call(setter, args));
            }
            Loc::Bits { whole, ty } => {
                for ((_, value), slot) in indexed.zip(slots) {
                    let old = self.load(whole, &[Slot::val(*ty)]).pop();
                    let old = old.unwrap_or(super::code::zero(*ty));
                    let new = with_low_bits(old, to_bits(value, *slot, *ty), *slot, *ty);
                    self.store(whole, &[Slot::val(*ty)], vec![new]);
                }
            }
        }
    }

    /// Part of a location that has the slots `whole`.
    pub fn part(&mut self, loc: &Loc, whole: &[Slot], range: Range<u32>, slots: &[Slot]) -> Loc {
        if range.is_empty() {
            return Loc::None;
        }
        let (start, end) = (range.start as usize, range.end as usize);
        match loc {
            Loc::None => Loc::None,
            Loc::Locals(locals) => Loc::Locals(locals[start..end].to_vec()),
            Loc::Globals(globals) => Loc::Globals(globals[start..end].to_vec()),
            Loc::Fields { obj, ty, first } => Loc::Fields {
                obj: obj.clone(),
                ty: *ty,
                first: first + range.start,
            },
            Loc::Lanes { array, ty, index } => Loc::Lanes {
                array: array.clone(),
                ty: *ty,
                index: add(index.clone(), start as i32),
            },
            Loc::Elem {
                array,
                array_ty,
                index,
                cell,
            } => Loc::Fields {
                obj: self.element_box(*array_ty, array.clone(), index.clone(), *cell),
                ty: *cell,
                first: range.start,
            },
            Loc::Fat { base, sel } => {
                if whole == slots {
                    return loc.clone();
                }
                let (base, sel) = self.normal(whole, base.clone(), sel.clone());
                self.cx.pointer_part(whole, range.start, slots);
                let sel = self.dup(add(sel, start as i32), WTy::I32);
                Loc::Fat { base, sel }
            }
            Loc::Values(values) => Loc::Values(values[start..end].to_vec()),
            Loc::Slice { .. } | Loc::Path { .. } | Loc::Bits { .. } => loc.clone(),
        }
    }

    /// A fat reference to the location: `(base, selector)`.
    pub fn address(&mut self, loc: &Loc, slots: &[Slot]) -> (Ex, Ex) {
        match loc {
            Loc::Fields { obj, ty, first } => {
                let sel = self.cx.field_selector(slots, *ty, *first);
                (obj.clone(), Ex::I32(sel))
            }
            Loc::Lanes { array, ty, index } => {
                self.cx.array_origin(slots, *ty);
                (array.clone(), index.clone())
            }
            Loc::Elem { array, index, .. } => {
                self.cx.boxed_origin(slots);
                (array.clone(), index.clone())
            }
            Loc::Fat { base, sel } => (base.clone(), sel.clone()),
            Loc::Values(values) => self.fresh_cell(values.clone(), slots),
            // An immutable static: a copy is as good.
            Loc::Globals(_) => {
                let values = self.load(loc, slots);
                self.fresh_cell(values, slots)
            }
            Loc::Bits { .. } => {
                let message = "a reference to a field of a union is not supported";
                let span = *self.cx.span.borrow();
                self.cx.tcx.error("WRC2314", span, message);
                (Ex::Null(HeapTy::None), Ex::I32(0))
            }
            Loc::None | Loc::Locals(_) | Loc::Slice { .. } | Loc::Path { .. } => {
                self.cx.bug("the address of something that has none");
                (Ex::Null(HeapTy::None), Ex::I32(0))
            }
        }
    }

    /// A reference to a new cell with these values.
    pub fn fresh_cell(&mut self, values: Vec<Ex>, slots: &[Slot]) -> (Ex, Ex) {
        let cell = self.cx.cell_type(slots);
        let sel = self.cx.field_selector(slots, cell, 0);
        let obj = self.save(Ex::StructNew(cell, values), WTy::to(cell));
        (obj, Ex::I32(sel))
    }

    fn lane(&self, ty: TypeId, array: Ex, index: Ex, slot: Slot) -> Ex {
        let value = Ex::ArrayGet {
            ty,
            signed: slot.signed,
            array: Box::new(array),
            index: Box::new(index),
        };
        match slot.ty() {
            WTy::Ref(heap) if slot.is_eq_ref() && heap != HeapTy::Eq => {
                Ex::Cast(heap, Box::new(value))
            }
            _ => value,
        }
    }

    pub fn element_box(&mut self, array_ty: TypeId, array: Ex, index: Ex, cell: TypeId) -> Ex {
        let value = Ex::ArrayGet {
            ty: array_ty,
            signed: false,
            array: Box::new(array),
            index: Box::new(index),
        };
        self.save(cast(cell, value), WTy::to(cell))
    }

    /// The location of element `index` of an array.
    pub fn element(&mut self, elem: Elem, array: Ex, index: Ex) -> Loc {
        match elem {
            Elem::Void => Loc::None,
            Elem::Lanes { ty, k } => {
                let array = self.dup(array, WTy::to(ty));
                let index = self.dup(scaled(index, k), WTy::I32);
                Loc::Lanes { array, ty, index }
            }
            Elem::Boxed {
                array: array_ty,
                cell,
            } => {
                let array = self.dup(array, WTy::to(array_ty));
                let index = self.dup(index, WTy::I32);
                Loc::Elem {
                    array,
                    array_ty,
                    index,
                    cell,
                }
            }
        }
    }

    /// Element `index` of a run that starts at `off`.
    pub fn slice_element(&mut self, elem: Elem, array: Ex, off: Ex, index: Ex) -> Loc {
        self.element(elem, array, sum(off, index))
    }
}
