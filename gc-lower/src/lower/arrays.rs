//! Intrinsics of engine arrays and slices.

use super::{
    clones::lane_count,
    code::{num1, num2},
    func::Fx,
    helpers::Helper,
    layout::Elem,
    loc::Loc,
    places::{Pl, Via},
};
use crate::{intrinsics::Intrinsic, pir::Operand, wir::*};
use wrc_object::*;
use wrc_thir::{Arg, Const, Mutability, Ty, TyKind};

impl Fx<'_, '_> {
    pub fn array_intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        ty: Ty,
        targs: &[Arg],
        args: &[Operand],
    ) -> Vec<Ex> {
        let elem = self.cx().elem(ty);
        match intrinsic {
            Intrinsic::ArrayNew => {
                let len = self.arg(args, 0);
                vec![self.new_array(elem, len)]
            }
            Intrinsic::ArrayLen => {
                let array = self.arg(args, 0);
                vec![self.array_len(ty, array)]
            }
            Intrinsic::ArrayRead => {
                let pl = self.array_place(ty, args);
                self.read_out(&pl)
            }
            Intrinsic::ArrayWrite => {
                let pl = self.array_place(ty, args);
                let values = args.get(2).map_or(Vec::new(), |arg| self.operand(arg));
                self.store_place(&pl, values);
                Vec::new()
            }
            Intrinsic::ArrayRef => {
                let pl = self.array_place(ty, args);
                self.pointer_to(&pl, ty.reference(Mutability::Not))
            }
            Intrinsic::ArrayMut => {
                let pl = self.array_place(ty, args);
                self.mutable_pointer(&pl)
            }
            Intrinsic::ArrayCopy if self.cx().keeps_places(ty) => {
                self.each_copied(Helper::MoveElements(ty), args)
            }
            Intrinsic::ArrayCopyVal
                if matches!(elem, Elem::Boxed { .. }) || self.cx().needs_copy(ty) =>
            {
                self.each_copied(Helper::CopyElements(ty), args)
            }
            Intrinsic::ArrayCopy | Intrinsic::ArrayCopyVal => self.copy_range(elem, args),
            Intrinsic::ArrayFill => self.fill(ty, args),
            Intrinsic::SliceArray => self.slice_part(args, 0),
            Intrinsic::SliceOffset => self.slice_part(args, 1),
            Intrinsic::SliceLen => self.slice_part(args, 2),
            Intrinsic::SliceFrom | Intrinsic::SliceFromMut => {
                args.iter().flat_map(|arg| self.operand(arg)).collect()
            }
            Intrinsic::FixedFrom => {
                let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
                if elem == Elem::Void {
                    Vec::new()
                } else {
                    values
                }
            }
            Intrinsic::FixedArray => {
                if elem == Elem::Void {
                    let len = match targs.get(1) {
                        Some(Arg::Const(Const::Value(len))) => *len as i32,
                        _ => 0,
                    };
                    return vec![Ex::I32(len)];
                }
                let pl = self.target(args);
                match (&pl.loc, elem.array()) {
                    (Loc::Slice { array, off, len }, Some(ty)) => {
                        // Only a whole array can be had as one.
                        let count = lane_count(elem, len.clone());
                        let is_whole = num2(
                            NumOp::I32And,
                            num1(NumOp::I32Eqz, off.clone()),
                            num2(NumOp::I32Eq, Ex::ArrayLen(Box::new(array.clone())), count),
                        );
                        vec![Ex::If {
                            cond: Box::new(is_whole),
                            result: Some(WTy::to(ty)),
                            then: vec![array.clone()],
                            els: vec![Ex::Unreachable],
                        }]
                    }
                    // The array goes on as something else, its place stays.
                    _ => {
                        let values = self.value_of(&pl);
                        self.code.part_from(pl.ty, values)
                    }
                }
            }
            _ => {
                self.bug("an intrinsic that is not of arrays");
                Vec::new()
            }
        }
    }

    fn new_array(&mut self, elem: Elem, len: Ex) -> Ex {
        let Some(array) = elem.array() else {
            return len;
        };
        if let Ex::I32(0) = len {
            return Ex::GlobalGet(self.cx().empty_array(array));
        }
        Ex::ArrayNewDefault {
            ty: array,
            len: Box::new(lane_count(elem, len)),
        }
    }

    /// The element that arguments 0 and 1 name.
    pub fn array_place(&mut self, ty: Ty, args: &[Operand]) -> Pl {
        let array = self.arg(args, 0);
        let index = self.arg(args, 1);
        let elem = self.cx().elem(ty);
        let loc = self.code.element(elem, array, index);
        Pl {
            ty,
            variant: None,
            loc,
            via: Via::Slot,
        }
    }

    /// A range of elements, one by one.
    fn each_copied(&mut self, helper: Helper, args: &[Operand]) -> Vec<Ex> {
        let values: Vec<Ex> = args.iter().flat_map(|arg| self.operand(arg)).collect();
        let helper = self.cx().helper(helper);
        self.code.emit(Ex::Call(helper, values));
        Vec::new()
    }

    fn copy_range(&mut self, elem: Elem, args: &[Operand]) -> Vec<Ex> {
        let mut at = |i| self.arg(args, i);
        let (dst, dst_at, src, src_at, count) = (at(0), at(1), at(2), at(3), at(4));
        if let Some(array) = elem.array() {
            let scaled = |ex| lane_count(elem, ex);
            self.code.emit(Ex::ArrayCopy {
                dst_ty: array,
                src_ty: array,
                args: Box::new([dst, scaled(dst_at), src, scaled(src_at), scaled(count)]),
            });
        }
        Vec::new()
    }

    fn fill(&mut self, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let elem = self.cx().elem(ty);
        match elem {
            Elem::Void => {}
            Elem::Lanes { ty: array, k: 1 } if !self.cx().needs_copy(ty) => {
                let mut at = |i| self.arg(args, i);
                let args = [at(0), at(1), at(2), at(3)];
                self.code.emit(Ex::ArrayFill {
                    ty: array,
                    args: Box::new(args),
                });
            }
            Elem::Lanes { .. } | Elem::Boxed { .. } => {
                let values: Vec<Ex> = args.iter().flat_map(|arg| self.operand(arg)).collect();
                let helper = self.cx().helper(Helper::Fill(ty));
                self.code.emit(Ex::Call(helper, values));
            }
        }
        Vec::new()
    }

    fn slice_part(&mut self, args: &[Operand], part: usize) -> Vec<Ex> {
        let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
        match values.into_iter().nth(part) {
            Some(value) => vec![value],
            None => {
                self.bug("a part of something that is no slice");
                vec![Ex::I32(0)]
            }
        }
    }

    /// `[operand; n]`.
    pub fn repeat(&mut self, operand: &Operand, n: u32, array_ty: Ty) -> Vec<Ex> {
        let TyKind::Array(ty, _) = array_ty.kind() else {
            self.bug("a repeated value that is no array");
            return Vec::new();
        };
        let elem = self.cx().elem(*ty);
        let Some(array) = elem.array() else {
            return Vec::new();
        };
        if n == 0 {
            return vec![Ex::GlobalGet(self.cx().empty_array(array))];
        }
        let slots = self.slots(*ty);
        let values = self.operand(operand);
        let len = Box::new(Ex::I32((n * elem.stride()) as i32));
        let is_plain = !self.cx().needs_copy(*ty);
        if let (Elem::Lanes { .. }, true) = (elem, is_plain) {
            if values.iter().all(is_zero) {
                return vec![Ex::ArrayNewDefault { ty: array, len }];
            }
            if let [value] = &values[..] {
                let init = Box::new(value.clone());
                return vec![Ex::ArrayNew {
                    ty: array,
                    init,
                    len,
                }];
            }
        }
        let values = self.code.dup_all(values, &slots);
        let new = Ex::ArrayNewDefault { ty: array, len };
        let new = self.code.save(new, WTy::to(array));
        // The first element is the value itself.
        let zero = Ex::I32(0);
        super::clones::store_element(&mut self.code, *ty, new.clone(), zero, values.clone());
        if n > 1 {
            let helper = self.cx().helper(Helper::Fill(*ty));
            let mut args = vec![new.clone(), Ex::I32(1)];
            args.extend(values);
            args.push(Ex::I32(n as i32 - 1));
            self.code.emit(Ex::Call(helper, args));
        }
        vec![new]
    }
}

/// What arrays hold before anything is written.
fn is_zero(ex: &Ex) -> bool {
    matches!(
        ex,
        Ex::I32(0) | Ex::I64(0) | Ex::F32(0) | Ex::F64(0) | Ex::Null(_)
    )
}
