//! `dyn` values: every pointer to one is a reference to a wrapper
//! `{vt, slots}` that names the Rust type it was made of
//! (representation.md §6).

use super::{
    code::{Code, cast, get_field, num2},
    cx::Cx,
    helpers::Helper,
    layout::{Class, Shape, Slot},
    loc::Loc,
    pointers::Tail,
    thunks::{DynThunk, ThunkKind},
};
use crate::{
    pir::{DynMethod, Instance},
    wir::*,
};
use wrc_base::{FxHashMap, FxIndexMap};
use wrc_object::*;
use wrc_thir::{AdtDef, FieldIdx, Ty, TyKind};

/// How a wrapper holds its value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Wrap {
    /// Its slots, or the reference to the object.
    Own,
    /// A fat reference to it: `&mut T as &mut dyn Tr` of a slot type.
    Forward,
}

#[derive(Debug, Default)]
pub(super) struct DynTables {
    /// Type numbers.
    numbers: FxIndexMap<(Ty, Wrap), ()>,
    selectors: FxIndexMap<Selector, SelectorId>,
    /// Implementations by method.
    impls: Option<FxHashMap<DynMethod, Vec<Ty>>>,
}

/// What is done to a value behind `dyn`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Selector {
    Call(DynMethod),
    Drop,
    /// Its type's size or alignment.
    Measure(Measure),
    /// The address of a field of a struct whose last field is unsized.
    Field(AdtDef, Vec<FieldIdx>, End),
}

/// What a program can ask of a value's layout.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Measure {
    Size,
    Align,
}

/// What the fields of a struct with an unsized tail lead to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum End {
    Sized,
    /// A `dyn`, or a struct that ends in something unsized: a wrapper.
    Wrapped,
    /// A slice: an array here, and its length.
    Elements,
}

/// What a dynamic call jumps to.
pub(super) enum DynTarget {
    /// No type has the method: the call is never reached.
    None,
    One(FuncId),
    Table(SelectorId),
}

impl Cx<'_> {
    pub fn dyn_number(&self, ty: Ty, wrap: Wrap) -> i32 {
        let mut tables = self.dyns.borrow_mut();
        let entry = tables.numbers.entry((ty, wrap));
        let index = entry.index();
        entry.or_insert(());
        index as i32
    }

    /// The slots a wrapper holds.
    pub fn wrapped_slots(&self, ty: Ty, wrap: Wrap) -> Vec<Slot> {
        match wrap {
            Wrap::Own => {
                let layout = self.layout(ty);
                match layout.class {
                    Class::Object => vec![Slot::val(WTy::EQ)],
                    Class::Slots | Class::Void => layout.slots.to_vec(),
                }
            }
            Wrap::Forward => vec![Slot::val(WTy::EQ), Slot::val(WTy::I32)],
        }
    }

    /// The wrapper of all objects.
    pub fn object_wrapper(&self) -> TypeId {
        self.wrapper_type(&[Slot::val(WTy::EQ)])
    }

    pub fn type_number(&self, obj: Ex) -> Ex {
        get_field(self.dyn_base(), 0, false, obj)
    }

    pub fn dyn_target(&self, method: &DynMethod) -> DynTarget {
        let impls = self.implementors(method);
        match impls[..] {
            [] => DynTarget::None,
            [ty] if self.class(ty) != Class::Slots => {
                let thunk = DynThunk {
                    ty,
                    wrap: Wrap::Own,
                    kind: ThunkKind::Call(method.clone()),
                };
                DynTarget::One(self.helper(Helper::Dyn(thunk)))
            }
            _ => DynTarget::Table(self.selector(Selector::Call(method.clone()))),
        }
    }

    pub fn implementors(&self, method: &DynMethod) -> Vec<Ty> {
        let mut tables = self.dyns.borrow_mut();
        let impls = tables.impls.get_or_insert_with(|| {
            let mut impls: FxHashMap<DynMethod, Vec<Ty>> = FxHashMap::default();
            for (ty, method) in self.mono.dyn_impls.keys() {
                impls.entry(method.clone()).or_default().push(*ty);
            }
            impls
        });
        impls.get(method).cloned().unwrap_or_default()
    }

    pub fn selector(&self, selector: Selector) -> SelectorId {
        if let Some(known) = self.dyns.borrow().selectors.get(&selector) {
            return *known;
        }
        let id = self.program.borrow_mut().selectors.push(Vec::new());
        self.dyns.borrow_mut().selectors.insert(selector, id);
        id
    }

    /// Fills the selectors' tables. Entries may make new type numbers and
    /// selectors: true if there was something to do.
    pub fn define_selectors(&self) -> bool {
        let (types, selectors) = {
            let tables = self.dyns.borrow();
            let types: Vec<(Ty, Wrap)> = tables.numbers.keys().copied().collect();
            let selectors: Vec<(Selector, SelectorId)> = tables
                .selectors
                .iter()
                .map(|(selector, id)| (selector.clone(), *id))
                .collect();
            (types, selectors)
        };
        let mut changed = false;
        for (selector, id) in selectors {
            let done = self.program.borrow().selectors[id].len();
            for (ty, wrap) in &types[done..] {
                let entry = self.entry(&selector, *ty, *wrap);
                self.program.borrow_mut().selectors[id].push(entry);
                changed = true;
            }
        }
        changed
    }

    fn entry(&self, selector: &Selector, ty: Ty, wrap: Wrap) -> Option<FuncId> {
        let kind = match selector {
            Selector::Drop => return Some(self.drop_entry(ty, wrap)),
            Selector::Call(method) => {
                self.mono.dyn_impls.get(&(ty, method.clone()))?;
                ThunkKind::Call(method.clone())
            }
            // A future's size is ours: asking for it traps.
            Selector::Measure(_) if self.holds_future(ty) => return None,
            Selector::Measure(what) => ThunkKind::Measure(*what),
            Selector::Field(def, path, end) => {
                let is_root = ty.as_adt().is_some_and(|(it, _)| it == *def);
                if !is_root || !self.has_path(ty, path, *end) {
                    return None;
                }
                ThunkKind::Field(path.clone(), *end)
            }
        };
        Some(self.helper(Helper::Dyn(DynThunk { ty, wrap, kind })))
    }

    /// Another type of the same struct may end before: `S<[i32; 2]>` has no
    /// field of a field that `S<S<[i32]>>` has.
    fn has_path(&self, ty: Ty, path: &[FieldIdx], end: End) -> bool {
        let step = |at: Ty, field: &FieldIdx| {
            let data = self.tcx.adt(at.as_adt()?.0);
            let fields = &data.variants.first()?.fields;
            ((field.0 as usize) < fields.len()).then(|| self.tcx.field_ty(at, None, *field))
        };
        let last = path.iter().try_fold(ty, step);
        last.is_some_and(|ty| end != End::Elements || matches!(ty.kind(), TyKind::Array(..)))
    }

    fn drop_entry(&self, ty: Ty, wrap: Wrap) -> FuncId {
        let has_glue = self.mono.bodies.contains_key(&Instance::DropGlue(ty));
        if !has_glue || !self.tcx.needs_drop(ty) {
            return self.helper(Helper::DropNothing);
        }
        let kind = ThunkKind::Drop;
        self.helper(Helper::Dyn(DynThunk { ty, wrap, kind }))
    }

    /// Which slot of a receiver is the reference to the wrapper.
    pub fn dyn_slot(&self, ty: Ty) -> Option<usize> {
        if let Some((_, to)) = ty.pointee() {
            return (self.tail(to) == Tail::Dyn).then_some(0);
        }
        if let Some(content) = self.tcx.box_content(ty) {
            return match self.tail(content) {
                Tail::Dyn => Some(0),
                Tail::Sized => self.dyn_slot(content),
                Tail::Slice(_) | Tail::Struct => None,
            };
        }
        let layout = self.layout(ty);
        let Shape::Fields(ranges) = &layout.shape else {
            return None;
        };
        let fields = self.tcx.field_tys(ty, Some(wrc_thir::VariantIdx(0)));
        fields.iter().zip(ranges).find_map(|(ty, range)| {
            if range.is_empty() {
                return None;
            }
            Some(range.start as usize + self.dyn_slot(*ty)?)
        })
    }
}

impl Code<'_, '_> {
    /// A new wrapper.
    pub fn wrap(&mut self, ty: Ty, wrap: Wrap, values: Vec<Ex>) -> Ex {
        let slots = self.cx.wrapped_slots(ty, wrap);
        let id = self.cx.wrapper_type(&slots);
        let mut all = vec![Ex::I32(self.cx.dyn_number(ty, wrap))];
        all.extend(values);
        Ex::StructNew(id, all)
    }

    /// Where the value in a wrapper of this kind is; an object is a value.
    pub fn wrapped(&mut self, ty: Ty, wrap: Wrap, obj: Ex) -> Loc {
        let slots = self.cx.wrapped_slots(ty, wrap);
        if slots.is_empty() {
            return Loc::None;
        }
        let id = self.cx.wrapper_type(&slots);
        let obj = self.save(cast(id, obj), WTy::to(id));
        match wrap {
            Wrap::Own if self.cx.class(ty) == Class::Object => {
                let value = get_field(id, 1, false, obj);
                let value = match self.cx.layout(ty).slots[0].ty() {
                    WTy::Ref(heap) => Ex::Cast(heap, Box::new(value)),
                    _ => value,
                };
                Loc::Values(vec![value])
            }
            Wrap::Own => Loc::Fields {
                obj,
                ty: id,
                first: 1,
            },
            Wrap::Forward => {
                let base = self.save(get_field(id, 1, false, obj.clone()), WTy::EQ);
                let sel = self.save(get_field(id, 2, false, obj), WTy::I32);
                Loc::Fat { base, sel }
            }
        }
    }

    /// A fat reference to the value of type `ty` in a wrapper of either kind.
    pub fn unwrapped_address(&mut self, ty: Ty, obj: Ex) -> Vec<Ex> {
        let slots = self.cx.layout(ty).slots.clone();
        let base_ty = WTy::to(self.cx.dyn_base());
        let obj = self.dup(obj, base_ty);
        let forward = self.cx.dyn_number(ty, Wrap::Forward);
        let is_forward = num2(
            NumOp::I32Eq,
            self.cx.type_number(obj.clone()),
            Ex::I32(forward),
        );
        let own = obj.clone();
        self.if_values(
            is_forward,
            &[WTy::EQ, WTy::I32],
            |code| {
                let loc = code.wrapped(ty, Wrap::Forward, obj);
                let (base, sel) = code.address(&loc, &slots);
                vec![base, sel]
            },
            |code| {
                let loc = code.wrapped(ty, Wrap::Own, own);
                let (base, sel) = code.address(&loc, &slots);
                vec![base, sel]
            },
        )
    }
}
