//! Fat references: `(base, selector)` with closed-world selectors
//! (representation.md §5.4).
//!
//! A selector `>= 0` is a lane of the array `base`. Of the negative ones,
//! every struct type that contains a referenced place owns a run, one per
//! field: the selector of a part is that of the whole plus its offset, for
//! lanes and fields alike.
//!
//! For each kind of target (its slots) `get`, `set` and `normal` functions
//! are made at the end, when all origins are known.

use super::{
    code::{Code, cast, if_else, num2},
    cx::Cx,
    helpers::Helper,
    layout::{Elem, Slot},
    loc::Loc,
};
use crate::wir::*;
use wrc_base::{FxHashMap, FxIndexMap, FxIndexSet};
use wrc_object::*;

#[derive(Debug, Default)]
pub(super) struct PointerTables {
    origins: FxIndexMap<Vec<Slot>, Origins>,
    /// `(whole, offset, part)`.
    parts: FxIndexSet<(Vec<Slot>, u32, Vec<Slot>)>,
    /// The selector of a struct's field 0.
    numbers: FxHashMap<TypeId, i32>,
    /// Selectors below this one are free.
    lowest: i32,
}

/// Where targets of one kind lie.
#[derive(Clone, Debug, Default, PartialEq)]
struct Origins {
    arrays: FxIndexSet<TypeId>,
    /// As boxes in erased arrays.
    boxed: bool,
    fields: FxIndexSet<(TypeId, u32)>,
}

impl Cx<'_> {
    pub fn getter(&self, slots: &[Slot]) -> FuncId {
        self.helper(Helper::Get(slots.into()))
    }

    pub fn setter(&self, slots: &[Slot]) -> FuncId {
        self.helper(Helper::Set(slots.into()))
    }

    /// The selector of a target whose first slot is this field.
    pub fn field_selector(&self, slots: &[Slot], ty: TypeId, field: u32) -> i32 {
        let number = self.struct_number(ty);
        let mut tables = self.pointers.borrow_mut();
        let origins = tables.origins.entry(slots.to_vec()).or_default();
        origins.fields.insert((ty, field));
        number + field as i32
    }

    fn struct_number(&self, ty: TypeId) -> i32 {
        if let Some(known) = self.pointers.borrow().numbers.get(&ty) {
            return *known;
        }
        let fields = match &self.program.borrow().types[ty].kind {
            TypeDefKind::Struct { fields, .. } => fields.len() as i32,
            TypeDefKind::Array(_) | TypeDefKind::Func { .. } => 0,
        };
        let mut tables = self.pointers.borrow_mut();
        let number = tables.lowest - fields;
        tables.lowest = number;
        tables.numbers.insert(ty, number);
        number
    }

    pub fn array_origin(&self, slots: &[Slot], array: TypeId) {
        let mut tables = self.pointers.borrow_mut();
        let origins = tables.origins.entry(slots.to_vec()).or_default();
        origins.arrays.insert(array);
    }

    pub fn boxed_origin(&self, slots: &[Slot]) {
        let mut tables = self.pointers.borrow_mut();
        tables.origins.entry(slots.to_vec()).or_default().boxed = true;
    }

    /// References to `part` are made from references to `whole`.
    pub fn pointer_part(&self, whole: &[Slot], offset: u32, part: &[Slot]) {
        let key = (whole.to_vec(), offset, part.to_vec());
        self.pointers.borrow_mut().parts.insert(key);
    }

    /// Lets parts have the origins that follow from those of their wholes.
    pub fn close_origins(&self) {
        loop {
            let mut changed = false;
            let parts: Vec<_> = self.pointers.borrow().parts.iter().cloned().collect();
            for (whole, offset, part) in parts {
                let whole_origins = {
                    let tables = self.pointers.borrow();
                    tables.origins.get(&whole).cloned().unwrap_or_default()
                };
                let cell = matches!(self.elem_of(&whole), Elem::Boxed { .. })
                    .then(|| self.cell_type(&whole));
                let mut tables = self.pointers.borrow_mut();
                let origins = tables.origins.entry(part).or_default();
                for array in &whole_origins.arrays {
                    changed |= origins.arrays.insert(*array);
                }
                for (ty, field) in &whole_origins.fields {
                    changed |= origins.fields.insert((*ty, field + offset));
                }
                if let (true, Some(cell)) = (whole_origins.boxed, cell) {
                    changed |= origins.fields.insert((cell, offset));
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn origins(&self, slots: &[Slot]) -> Origins {
        let tables = self.pointers.borrow();
        tables.origins.get(slots).cloned().unwrap_or_default()
    }

    fn number_of(&self, ty: TypeId, field: u32) -> i32 {
        self.struct_number(ty) + field as i32
    }
}

impl Code<'_, '_> {
    /// A reference whose parts can be referred to: one to a box in an array
    /// becomes one to the box's fields.
    pub fn normal(&mut self, slots: &[Slot], base: Ex, sel: Ex) -> (Ex, Ex) {
        let Elem::Boxed { .. } = self.cx.elem_of(slots) else {
            return (base, sel);
        };
        let helper = self.cx.helper(Helper::Normal(slots.into()));
        let mut results = self.call(helper, vec![base, sel]).into_iter();
        match (results.next(), results.next()) {
            (Some(base), Some(sel)) => (base, sel),
            _ => (Ex::Null(HeapTy::None), Ex::I32(0)),
        }
    }
}

pub(super) fn getter_body(code: &mut Code, slots: &[Slot]) {
    dispatch(code, slots, |code, loc| {
        let values = code.load(&loc, slots);
        code.emit(Ex::Return(values));
    });
}

pub(super) fn setter_body(code: &mut Code, slots: &[Slot]) {
    dispatch(code, slots, |code, loc| {
        let values = (0..slots.len()).map(|i| code.param(2 + i)).collect();
        code.store(&loc, slots, values);
        code.emit(Ex::Return(Vec::new()));
    });
}

pub(super) fn normal_body(code: &mut Code, slots: &[Slot]) {
    if let Elem::Boxed { array, cell } = code.cx.elem_of(slots) {
        let (then, ()) = code.nested(|code| {
            let obj = code.element_box(array, cast(array, code.param(0)), code.param(1), cell);
            let sel = code.cx.number_of(cell, 0);
            code.emit(Ex::Return(vec![obj, Ex::I32(sel)]));
        });
        let is_element = num2(NumOp::I32GeS, code.param(1), Ex::I32(0));
        code.emit(if_else(is_element, then, Vec::new()));
    }
    code.emit(Ex::Return(vec![code.param(0), code.param(1)]));
}

/// Finds the location that `(param 0, param 1)` refers to.
fn dispatch(code: &mut Code, slots: &[Slot], then: impl Fn(&mut Code, Loc)) {
    let origins = code.cx.origins(slots);
    let mut cases: Vec<(i32, TypeId, u32)> = origins
        .fields
        .iter()
        .map(|(ty, field)| (code.cx.number_of(*ty, *field), *ty, *field))
        .collect();
    cases.sort();
    let has_elements = origins.boxed || !origins.arrays.is_empty();
    if has_elements {
        let (elements, ()) = code.nested(|code| elements(code, slots, &origins, &then));
        if cases.is_empty() {
            elements.into_iter().for_each(|ex| code.emit(ex));
            return;
        }
        let is_element = num2(NumOp::I32GeS, code.param(1), Ex::I32(0));
        code.emit(if_else(is_element, elements, Vec::new()));
    }
    fields(code, &cases, &then);
}

fn elements(code: &mut Code, slots: &[Slot], origins: &Origins, then: &impl Fn(&mut Code, Loc)) {
    if origins.boxed
        && let Elem::Boxed { array, cell } = code.cx.elem_of(slots)
    {
        let base = code.save(cast(array, code.param(0)), WTy::to(array));
        let loc = Loc::Elem {
            array: base,
            array_ty: array,
            index: code.param(1),
            cell,
        };
        return then(code, loc);
    }
    for (i, array) in origins.arrays.iter().enumerate() {
        let (body, ()) = code.nested(|code| {
            let base = code.save(cast(*array, code.param(0)), WTy::to(*array));
            let loc = Loc::Lanes {
                array: base,
                ty: *array,
                index: code.param(1),
            };
            then(code, loc);
        });
        if i + 1 == origins.arrays.len() {
            body.into_iter().for_each(|ex| code.emit(ex));
        } else {
            let test = Ex::Test(HeapTy::Type(*array), Box::new(code.param(0)));
            code.emit(if_else(test, body, Vec::new()));
        }
    }
}

/// A chain of comparisons for a few fields, otherwise binary search.
fn fields(code: &mut Code, cases: &[(i32, TypeId, u32)], then: &impl Fn(&mut Code, Loc)) {
    match cases {
        [] => code.emit(Ex::Unreachable),
        [case] => field_case(code, case, then),
        [first, rest @ ..] if cases.len() <= 4 => {
            let (body, ()) = code.nested(|code| field_case(code, first, then));
            let is_it = num2(NumOp::I32Eq, code.param(1), Ex::I32(first.0));
            code.emit(if_else(is_it, body, Vec::new()));
            fields(code, rest, then);
        }
        _ => {
            let (low, high) = cases.split_at(cases.len() / 2);
            let (body, ()) = code.nested(|code| fields(code, low, then));
            let bound = high.first().map_or(0, |case| case.0);
            let is_low = num2(NumOp::I32LtS, code.param(1), Ex::I32(bound));
            code.emit(if_else(is_low, body, Vec::new()));
            fields(code, high, then);
        }
    }
}

fn field_case(code: &mut Code, case: &(i32, TypeId, u32), then: &impl Fn(&mut Code, Loc)) {
    let (_, ty, field) = *case;
    let obj = code.save(cast(ty, code.param(0)), WTy::to(ty));
    let loc = Loc::Fields {
        obj,
        ty,
        first: field,
    };
    then(code, loc);
}
