//! Casts.

use super::{
    abi::FnAbi,
    code::{Code, num1, num2, select, zeros},
    dyns::Wrap,
    func::Fx,
    helpers::Helper,
    int128::WideOp,
    layout::{Class, EnumShape, PtrKind, Shape, Slot},
    numbers::{Num, normalized},
};
use crate::{
    pir::{Constant, Instance, Operand},
    wir::*,
};
use wrc_object::*;
use wrc_thir::{Args, Callable, CastKind, Mutability, Ty, TyKind};

impl Fx<'_, '_> {
    pub fn cast(&mut self, kind: CastKind, operand: &Operand, to: Ty) -> Vec<Ex> {
        let from = self.operand_ty(operand);
        match kind {
            CastKind::Numeric => {
                let values = self.operand(operand);
                self.numeric(from, to, values)
            }
            CastKind::Unsize => {
                let values = self.operand(operand);
                self.unsize(from, to, values)
            }
            CastKind::ReifyFn => match from.kind() {
                TyKind::FnDef(Callable::Fn(def), args) => {
                    let inst = self.resolved(*def, args);
                    vec![self.fn_pointer(&inst, to)]
                }
                TyKind::FnDef(Callable::Ctor(def, variant), args) => {
                    let inst = Instance::Ctor(*def, *variant, args.clone());
                    vec![self.fn_pointer(&inst, to)]
                }
                _ => self.unsupported_cast(from, to),
            },
            CastKind::ClosureFn => match from.kind() {
                TyKind::Closure(def, args) => {
                    let inst = Instance::Closure(*def, args.clone());
                    vec![self.fn_pointer(&inst, to)]
                }
                _ => self.unsupported_cast(from, to),
            },
            CastKind::Pointer => {
                let values = self.operand(operand);
                self.pointer_cast(from, to, values)
            }
            CastKind::PointerToInt => {
                let values = self.operand(operand);
                match (from.kind(), &values[..]) {
                    (TyKind::FnPtr(_), [index]) => {
                        let index = index.clone();
                        self.numeric(Ty::usize(), to, vec![index])
                    }
                    _ => {
                        let message = "the address of a pointer as a number is not supported";
                        self.unsupported("WRC2330", message);
                        self.zeros_of(to)
                    }
                }
            }
            CastKind::IntToPointer => {
                if let Operand::Const(Constant::Scalar(0, _)) = operand {
                    return self.zeros_of(to);
                }
                let message = "a pointer made from a number is not supported";
                self.unsupported("WRC2331", message);
                self.zeros_of(to)
            }
            CastKind::Same => {
                let values = self.operand(operand);
                self.same(from, to, values)
            }
        }
    }

    fn resolved(&mut self, def: wrc_thir::FnDef, args: &Args) -> Instance {
        let resolved = crate::shim::resolve::instance(self.cx().tcx, def, args);
        match resolved {
            Ok(Some(inst)) => inst,
            Ok(None) | Err(_) => Instance::Fn(def, args.clone()),
        }
    }

    fn unsupported_cast(&mut self, from: Ty, to: Ty) -> Vec<Ex> {
        let cx = self.cx();
        let (a, b) = (cx.type_name(from), cx.type_name(to));
        let message = format!("a conversion from `{a}` to `{b}` is not supported");
        self.unsupported("WRC2332", message);
        self.zeros_of(to)
    }

    /// Values of types with one representation.
    pub fn same(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let (a, b) = (self.slots(from), self.slots(to));
        let tys = |slots: &[Slot]| slots.iter().map(|slot| slot.ty()).collect::<Vec<_>>();
        if tys(&a) == tys(&b) {
            return values;
        }
        self.unsupported_cast(from, to)
    }

    fn numeric(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let Some(to_num) = Num::of(to) else {
            return self.same(from, to, values);
        };
        if let Some(from_num) = Num::of(from) {
            return self.code.convert(from_num, to_num, values);
        }
        let layout = self.cx().layout(from);
        match &layout.shape {
            Shape::Enum(EnumShape::CLike { .. }) | Shape::Void | Shape::Enum(_) => {
                let pl = super::places::Pl {
                    ty: from,
                    variant: None,
                    loc: super::loc::Loc::Values(values),
                    via: super::places::Via::Slot,
                };
                let discr = self.discriminant_i64(&pl);
                let long = Num::Long { signed: true };
                match (discr, to_num) {
                    (Ex::Num(NumOp::I64ExtendI32S, mut args), Num::Small { bits, signed }) => {
                        let value = args.pop().unwrap_or(Ex::I32(0));
                        vec![normalized(bits, signed, value)]
                    }
                    (discr, _) => self.code.convert(long, to_num, vec![discr]),
                }
            }
            _ => self.unsupported_cast(from, to),
        }
    }

    /// Between pointers; the target may be seen as another type of the same
    /// representation.
    pub fn pointer_cast(&mut self, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let (a, b) = (self.cx().layout(from), self.cx().layout(to));
        let (Shape::Ptr(a_kind), Shape::Ptr(b_kind)) = (&a.shape, &b.shape) else {
            if b.slots.is_empty() {
                return Vec::new();
            }
            if a.slots.is_empty() && matches!(b.shape, Shape::Ptr(PtrKind::Opaque)) {
                return vec![self.opaque()];
            }
            return self.unsupported_cast(from, to);
        };
        match (a_kind, b_kind) {
            (PtrKind::Snapshot, PtrKind::Fat) => {
                let target = from.pointee().map_or(from, |(_, to)| to);
                let slots = self.slots(target);
                if Some(target) != to.pointee().map(|(_, to)| to) && !self.same_target(from, to) {
                    return self.unsupported_cast(from, to);
                }
                let (base, sel) = self.code.fresh_cell(values, &slots);
                vec![base, sel]
            }
            (PtrKind::Fat, PtrKind::Snapshot) => {
                let slots = self.slots(to.pointee().map_or(to, |(_, to)| to));
                let values = self.code.dup_all(values, &a.slots);
                match &values[..] {
                    [base, sel] => {
                        let (base, sel) = (base.clone(), sel.clone());
                        self.code.load(&super::loc::Loc::Fat { base, sel }, &slots)
                    }
                    _ => zeros(&b.slots),
                }
            }
            (PtrKind::Fat, PtrKind::Fat)
            | (PtrKind::Snapshot, PtrKind::Snapshot)
            | (PtrKind::Window, PtrKind::Window) => {
                if self.same_target(from, to) {
                    values
                } else {
                    self.unsupported_cast(from, to)
                }
            }
            (PtrKind::Slice(a_elem), PtrKind::Fat | PtrKind::Thin) => {
                self.first_element(*a_elem, from, to, values)
            }
            (PtrKind::Thin | PtrKind::Window, PtrKind::Fat | PtrKind::Thin)
                if self.element_of(from, to).is_some() =>
            {
                let elem = self.element_of(from, to).unwrap_or(to);
                let mut values = values.into_iter();
                let array = values.next().unwrap_or(Ex::Null(HeapTy::None));
                let off = values.next().unwrap_or(Ex::I32(0));
                let slice = vec![array, off, Ex::I32(0)];
                self.first_element(elem, elem.slice().pointer(Mutability::Mut), to, slice)
            }
            (PtrKind::Slice(_), PtrKind::Window) => values.into_iter().take(2).collect(),
            (PtrKind::Fat, PtrKind::Window) => self.as_window(to, values),
            (PtrKind::Thin, PtrKind::Window) => values.into_iter().chain([Ex::I32(0)]).collect(),
            (PtrKind::Thin | PtrKind::Window, PtrKind::Opaque) => {
                values.into_iter().take(1).collect()
            }
            (PtrKind::Slice(elem), PtrKind::Opaque) if self.cx().is_void(*elem) => {
                vec![self.opaque()]
            }
            (PtrKind::Dyn, PtrKind::Fat | PtrKind::Thin | PtrKind::Opaque) => {
                self.downcast(to, values)
            }
            (PtrKind::Opaque, PtrKind::Thin) => match b.slots[0].ty() {
                WTy::Ref(heap) => values
                    .into_iter()
                    .map(|value| Ex::Cast(heap, Box::new(value)))
                    .collect(),
                _ => values,
            },
            _ => self.same(from, to, values),
        }
    }

    /// `*mut T` into an array as `*mut [T; N]`.
    fn as_window(&mut self, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let slots = self.slots(to);
        let elem = match to.pointee().map(|(_, to)| to.kind()) {
            Some(TyKind::Array(elem, _)) => self.cx().elem(*elem),
            _ => return zeros(&slots),
        };
        let mut values = values.into_iter();
        let (Some(array), Some(base), Some(sel)) = (elem.array(), values.next(), values.next())
        else {
            return zeros(&slots);
        };
        let off = match elem.stride() {
            0 | 1 => sel,
            k => num2(NumOp::I32DivS, sel, Ex::I32(k as i32)),
        };
        vec![super::code::cast(array, base), off]
    }

    /// `*const dyn Tr` as `*const T`, of the `T` that it was made of.
    fn downcast(&mut self, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let target = to.pointee().map_or(to, |(_, to)| to);
        let obj = values.into_iter().next().unwrap_or(Ex::Null(HeapTy::None));
        match self.cx().class(target) {
            Class::Void => vec![self.dyn_address(obj)],
            Class::Object => {
                let slots = self.slots(target);
                let loc = self.code.wrapped(target, Wrap::Own, obj);
                self.code.load(&loc, &slots)
            }
            Class::Slots => self.code.unwrapped_address(target, obj),
        }
    }

    /// The element type, if a pointer to an array becomes one to elements.
    fn element_of(&self, from: Ty, to: Ty) -> Option<Ty> {
        let ((_, from), (_, to)) = (from.pointee()?, to.pointee()?);
        match from.kind() {
            TyKind::Array(elem, _) if *elem == to => Some(*elem),
            _ => None,
        }
    }

    /// `*const [T]` as `*const T`.
    fn first_element(&mut self, elem_ty: Ty, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
        let target = to.pointee().map_or(to, |(_, to)| to);
        let elem = self.cx().elem(elem_ty);
        let slots = self.slots(target);
        if *self.slots(elem_ty) != *slots {
            return self.unsupported_cast(from, to);
        }
        let pointer_slots = self.slots(from);
        let values = self.code.dup_all(values, &pointer_slots);
        let [array, off, _] = &values[..] else {
            return zeros(&slots);
        };
        let loc = self.code.element(elem, array.clone(), off.clone());
        let pl = super::places::Pl {
            ty: target,
            variant: None,
            loc,
            via: super::places::Via::Slot,
        };
        self.pointer_to(&pl, to)
    }

    fn same_target(&mut self, from: Ty, to: Ty) -> bool {
        match (from.pointee(), to.pointee()) {
            (Some((_, a)), Some((_, b))) => *self.slots(a) == *self.slots(b),
            _ => false,
        }
    }

    /// The index of the instance in the function table.
    pub fn fn_pointer(&mut self, inst: &Instance, ty: Ty) -> Ex {
        let TyKind::FnPtr(sig) = ty.kind() else {
            self.bug("a fn pointer of a type that is none");
            return Ex::I32(0);
        };
        let cx = self.cx();
        let wanted: FnAbi = cx.pointer_abi(sig);
        let plain = cx.abi(inst).filter(|abi| {
            abi.is_plain()
                && abi.wasm_params(cx) == wanted.wasm_params(cx)
                && abi.wasm_results(cx) == wanted.wasm_results(cx)
        });
        let func = match (plain, cx.func(inst)) {
            (Some(_), Some(func)) => func,
            _ => cx.helper(Helper::Reified(inst.clone(), ty)),
        };
        Ex::Sym(ConstSym::TableIndex(func))
    }
}

impl Code<'_, '_> {
    /// `as` between numbers.
    pub fn convert(&mut self, from: Num, to: Num, values: Vec<Ex>) -> Vec<Ex> {
        let mut values = values.into_iter();
        let first = values.next().unwrap_or(Ex::I32(0));
        let second = values.next();
        match (from, to) {
            (Num::F32, Num::F32) | (Num::F64, Num::F64) => vec![first],
            (Num::F32, Num::F64) => vec![num1(NumOp::F64PromoteF32, first)],
            (Num::F64, Num::F32) => vec![num1(NumOp::F32DemoteF64, first)],
            (Num::F32 | Num::F64, _) => self.float_to_int(from, to, first),
            (_, Num::F32 | Num::F64) => self.int_to_float(from, to, first, second),
            _ => self.int_to_int(from, to, first, second),
        }
    }

    fn int_to_int(&mut self, from: Num, to: Num, low: Ex, high: Option<Ex>) -> Vec<Ex> {
        let signed = from.is_signed();
        match (from, to) {
            (
                Num::Small { bits: a, .. },
                Num::Small {
                    bits,
                    signed: to_signed,
                },
            ) => {
                let fits = a < bits && (!signed || to_signed || bits == 32)
                    || a == bits && signed == to_signed
                    || a <= 32 && bits == 32;
                vec![if fits {
                    low
                } else {
                    normalized(bits, to_signed, low)
                }]
            }
            (_, Num::Small { bits, signed }) => {
                vec![normalized(bits, signed, num1(NumOp::I32WrapI64, low))]
            }
            (Num::Small { .. }, Num::Long { .. }) => vec![extended(low, signed)],
            (_, Num::Long { .. }) => vec![low],
            (Num::Wide { .. }, _) => vec![low, high.unwrap_or(Ex::I64(0))],
            (Num::Small { .. }, _) => self.widened(extended(low, signed), signed),
            _ => self.widened(low, signed),
        }
    }

    fn widened(&mut self, low: Ex, signed: bool) -> Vec<Ex> {
        if !signed {
            return vec![low, Ex::I64(0)];
        }
        let low = self.dup(low, WTy::I64);
        let high = num2(NumOp::I64ShrS, low.clone(), Ex::I64(63));
        vec![low, high]
    }

    fn int_to_float(&mut self, from: Num, to: Num, low: Ex, high: Option<Ex>) -> Vec<Ex> {
        use NumOp::*;
        let is_f64 = to == Num::F64;
        let pick = |f64_op, f32_op| if is_f64 { f64_op } else { f32_op };
        let op = match (from, from.is_signed()) {
            (Num::Small { .. }, true) => pick(F64ConvertI32S, F32ConvertI32S),
            (Num::Small { .. }, false) => pick(F64ConvertI32U, F32ConvertI32U),
            (Num::Long { .. }, true) => pick(F64ConvertI64S, F32ConvertI64S),
            (Num::Long { .. }, false) => pick(F64ConvertI64U, F32ConvertI64U),
            (_, signed) => {
                let helper = match (is_f64, signed) {
                    (true, true) => WideOp::ToF64S,
                    (true, false) => WideOp::ToF64U,
                    (false, true) => WideOp::ToF32S,
                    (false, false) => WideOp::ToF32U,
                };
                let helper = self.cx.helper(Helper::Wide(helper));
                return self.call(helper, vec![low, high.unwrap_or(Ex::I64(0))]);
            }
        };
        vec![num1(op, low)]
    }

    fn float_to_int(&mut self, from: Num, to: Num, value: Ex) -> Vec<Ex> {
        use NumOp::*;
        let is_f64 = from == Num::F64;
        let pick = |f64_op, f32_op| if is_f64 { f64_op } else { f32_op };
        match to {
            Num::Small { bits, signed } => {
                let op = if signed {
                    pick(I32TruncSatF64S, I32TruncSatF32S)
                } else {
                    pick(I32TruncSatF64U, I32TruncSatF32U)
                };
                let value = num1(op, value);
                if bits == 32 {
                    return vec![value];
                }
                let (low, high) = if signed {
                    (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
                } else {
                    (0, (1 << bits) - 1)
                };
                let value = self.save(value, WTy::I32);
                let (less, greater) = if signed {
                    (I32LtS, I32GtS)
                } else {
                    (I32LtU, I32GtU)
                };
                let capped = select(
                    WTy::I32,
                    num2(greater, value.clone(), Ex::I32(high)),
                    Ex::I32(high),
                    value.clone(),
                );
                if !signed {
                    return vec![capped];
                }
                vec![select(
                    WTy::I32,
                    num2(less, value, Ex::I32(low)),
                    Ex::I32(low),
                    capped,
                )]
            }
            Num::Long { signed } => {
                let op = if signed {
                    pick(I64TruncSatF64S, I64TruncSatF32S)
                } else {
                    pick(I64TruncSatF64U, I64TruncSatF32U)
                };
                vec![num1(op, value)]
            }
            Num::Wide { signed } => {
                let value = if is_f64 {
                    value
                } else {
                    num1(F64PromoteF32, value)
                };
                let helper = if signed {
                    WideOp::FromF64S
                } else {
                    WideOp::FromF64U
                };
                let helper = self.cx.helper(Helper::Wide(helper));
                self.call(helper, vec![value])
            }
            Num::F32 | Num::F64 => vec![value],
        }
    }
}

fn extended(value: Ex, signed: bool) -> Ex {
    let op = if signed {
        NumOp::I64ExtendI32S
    } else {
        NumOp::I64ExtendI32U
    };
    num1(op, value)
}

/// The low bits of a union's scalar as a field's value.
pub(super) fn from_bits(bits: Ex, ty: WTy, slot: Slot) -> Ex {
    let narrow = |bits: Ex| match ty {
        WTy::I64 => num1(NumOp::I32WrapI64, bits),
        _ => bits,
    };
    match slot.ty() {
        WTy::I32 => {
            let width = match slot.storage {
                Storage::I8 => 8,
                Storage::I16 => 16,
                Storage::Val(_) => 32,
            };
            normalized(width, slot.signed, narrow(bits))
        }
        WTy::F32 => num1(NumOp::F32ReinterpretI32, narrow(bits)),
        WTy::F64 => num1(NumOp::F64ReinterpretI64, bits),
        WTy::I64 | WTy::Ref(_) => bits,
    }
}

/// A union's scalar with its low bits, as many as the field has, replaced.
pub(super) fn with_low_bits(old: Ex, bits: Ex, slot: Slot, ty: WTy) -> Ex {
    let width = match slot.storage {
        Storage::I8 => 8,
        Storage::I16 => 16,
        Storage::Val(WTy::I32 | WTy::F32) => 32,
        Storage::Val(_) => 64,
    };
    let (and, or, mask) = match ty {
        WTy::I64 if width < 64 => (NumOp::I64And, NumOp::I64Or, Ex::I64((1 << width) - 1)),
        WTy::I32 if width < 32 => (NumOp::I32And, NumOp::I32Or, Ex::I32((1 << width) - 1)),
        _ => return bits,
    };
    let rest = match &mask {
        Ex::I64(mask) => Ex::I64(!mask),
        Ex::I32(mask) => Ex::I32(!mask),
        _ => return bits,
    };
    num2(or, num2(and, old, rest), num2(and, bits, mask))
}

/// A field's value as the low bits of a union's scalar.
pub(super) fn to_bits(value: Ex, slot: Slot, ty: WTy) -> Ex {
    let widen = |value: Ex| match ty {
        WTy::I64 => num1(NumOp::I64ExtendI32U, value),
        _ => value,
    };
    match slot.ty() {
        WTy::I32 => widen(value),
        WTy::F32 => widen(num1(NumOp::I32ReinterpretF32, value)),
        WTy::F64 => num1(NumOp::I64ReinterpretF64, value),
        WTy::I64 | WTy::Ref(_) => value,
    }
}
