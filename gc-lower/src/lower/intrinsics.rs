//! Intrinsics; those of arrays are in `arrays`, of bits in `bits`.

use super::{
    code::{num1, num2, zeros},
    dyns::Measure,
    func::Fx,
    layout::{Class, Shape},
    numbers::Num,
    places::{Pl, Via},
    pointers::Tail,
};
use crate::{
    intrinsics::Intrinsic,
    pir::{Instance, Operand, Place},
    wir::*,
};
use wrc_base::Symbol;
use wrc_object::*;
use wrc_thir::{Arg, BinOp, Mutability, Ty, TyKind, VariantIdx, map_ty};

impl Fx<'_, '_> {
    /// The result's values, or none when control does not come back.
    #[expect(clippy::too_many_lines, reason = "one arm per intrinsic")]
    pub fn intrinsic(
        &mut self,
        intrinsic: Intrinsic,
        targs: &[Arg],
        args: &[Operand],
        dest: &Place,
    ) -> Option<Vec<Ex>> {
        use Intrinsic::*;
        let ty = targs.first().and_then(Arg::as_ty).unwrap_or_else(Ty::unit);
        let float1 = |fx: &mut Self, op| vec![num1(op, fx.arg(args, 0))];
        let float2 = |fx: &mut Self, op| {
            let a = fx.arg(args, 0);
            let b = fx.arg(args, 1);
            vec![num2(op, a, b)]
        };
        Some(match intrinsic {
            ArrayNew | ArrayLen | ArrayRead | ArrayWrite | ArrayRef | ArrayMut | ArrayCopy
            | ArrayCopyVal | ArrayFill | SliceArray | SliceOffset | SliceLen | SliceFrom
            | SliceFromMut | FixedFrom | FixedArray => {
                self.array_intrinsic(intrinsic, ty, targs, args)
            }
            StrFromBytes | StrFromBytesMut | StrBytes | StrBytesMut | BoxSliceFrom
            | BoxSliceArray | BoxStrFrom | BoxStrInto | BoxNew | BoxIntoInner | BlackBox => {
                let values: Vec<Ex> = args.iter().flat_map(|arg| self.operand(arg)).collect();
                self.fitting(values, dest)
            }
            BoxFromRaw => self.box_from_raw(ty, args, dest),
            PtrRead => {
                let pl = self.target(args);
                self.read_out(&pl)
            }
            PtrWrite => {
                let pl = self.target(args);
                let values = args.get(1).map_or(Vec::new(), |arg| self.operand(arg));
                self.store_place(&pl, values);
                Vec::new()
            }
            PtrInto | PtrArray | PtrIndex | PtrAddrEq | PtrPlace | PtrExtra => {
                self.pointer_intrinsic(intrinsic, ty, targs, args)
            }
            Transmute => {
                let to = targs.get(1).and_then(Arg::as_ty).unwrap_or(ty);
                let from = args.first().map_or(ty, |arg| self.operand_ty(arg));
                let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
                self.transmute(from, to, values)
            }
            SizeOf => vec![Ex::I32(self.shown_size(ty).size as i32)],
            AlignOf => vec![Ex::I32(self.shown_size(ty).align as i32)],
            SizeHint => vec![Ex::I32(self.cx().size_of(ty).size as i32)],
            SizeOfVal => vec![self.measure_val(ty, Measure::Size, args)],
            OffsetOf => vec![self.offset_of(ty)],
            AlignOfVal => vec![self.measure_val(ty, Measure::Align, args)],
            NeedsDrop => vec![Ex::I32(self.cx().tcx.needs_drop(ty).into())],
            OwnsSomething => vec![Ex::I32(self.cx().tcx.owns_something(ty).into())],
            IsCopy => vec![Ex::I32(self.cx().tcx.is_copy(ty).into())],
            TypeId => vec![Ex::I64(self.type_id(ty) as i64)],
            TypeName => {
                let name = self.cx().type_name(ty);
                self.literal(name.as_bytes())
            }
            DiscriminantOf => {
                let pl = self.target(args);
                vec![self.discriminant_i64(&pl)]
            }
            DropInPlace => {
                let pl = self.target(args);
                self.drop_place(&pl);
                Vec::new()
            }
            Forget => Vec::new(),
            Suspend => {
                self.bug("a suspension that was not taken apart");
                return None;
            }
            Uninit => self.uninit(ty),
            CatchUnwind => return Some(vec![self.catch_unwind(args)]),
            Throw => {
                let throw = self.cx().thrower();
                self.code.emit(Ex::Call(throw, Vec::new()));
                self.code.emit(Ex::Unreachable);
                return None;
            }
            ObjectUninit => {
                if self.cx().class(ty) != Class::Object {
                    let name = self.cx().type_name(ty);
                    let message = format!(
                        "`new_cyclic` with `{name}`, which has no object of its own, is not supported"
                    );
                    self.unsupported("WRC2361", message);
                }
                self.uninit(ty)
            }
            Refuse => {
                let text = args.first().and_then(|arg| self.literal_text(arg));
                let message = text.unwrap_or_else(|| "this is not supported".into());
                self.unsupported("WRC1006", &*message);
                self.code.emit(Ex::Unreachable);
                return None;
            }
            Abort | Unreachable => {
                self.code.emit(Ex::Unreachable);
                return None;
            }
            CallerLocation => self.caller_location(),
            WrappingAdd | UncheckedAdd => self.arithmetic(BinOp::Add, ty, args),
            WrappingSub | UncheckedSub => self.arithmetic(BinOp::Sub, ty, args),
            WrappingMul | UncheckedMul => self.arithmetic(BinOp::Mul, ty, args),
            UncheckedDiv => self.arithmetic(BinOp::Div, ty, args),
            UncheckedRem => self.arithmetic(BinOp::Rem, ty, args),
            UncheckedShl => self.arithmetic(BinOp::Shl, ty, args),
            UncheckedShr => self.arithmetic(BinOp::Shr, ty, args),
            AddWithOverflow => self.overflowing(BinOp::Add, ty, args, dest),
            SubWithOverflow => self.overflowing(BinOp::Sub, ty, args, dest),
            MulWithOverflow => self.overflowing(BinOp::Mul, ty, args, dest),
            SaturatingAdd => self.saturating(BinOp::Add, ty, args),
            SaturatingSub => self.saturating(BinOp::Sub, ty, args),
            Ctpop | Ctlz | Cttz | Bswap | Bitreverse | RotateLeft | RotateRight => {
                let Some(num) = Num::of(ty) else {
                    self.bug("bits of something that is no integer");
                    return Some(self.zeros_of(ty));
                };
                let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
                let count = args.get(1).map(|arg| self.scalar(arg));
                self.code.bits(intrinsic, num, values, count)
            }
            F32Sqrt => float1(self, NumOp::F32Sqrt),
            F32Floor => float1(self, NumOp::F32Floor),
            F32Ceil => float1(self, NumOp::F32Ceil),
            F32Trunc => float1(self, NumOp::F32Trunc),
            F32Nearest => float1(self, NumOp::F32Nearest),
            F32Abs => float1(self, NumOp::F32Abs),
            F32Copysign => float2(self, NumOp::F32Copysign),
            F32Min => float2(self, NumOp::F32Min),
            F32Max => float2(self, NumOp::F32Max),
            F64Sqrt => float1(self, NumOp::F64Sqrt),
            F64Floor => float1(self, NumOp::F64Floor),
            F64Ceil => float1(self, NumOp::F64Ceil),
            F64Trunc => float1(self, NumOp::F64Trunc),
            F64Nearest => float1(self, NumOp::F64Nearest),
            F64Abs => float1(self, NumOp::F64Abs),
            F64Copysign => float2(self, NumOp::F64Copysign),
            F64Min => float2(self, NumOp::F64Min),
            F64Max => float2(self, NumOp::F64Max),
            IsLiteral => {
                let is_literal = args.first().and_then(|arg| self.literal_text(arg));
                let answer = i32::from(is_literal.is_some());
                if let Some(local) = dest.as_local() {
                    self.note_number(local, answer);
                }
                vec![Ex::I32(answer)]
            }
            LiteralExtern => match args.first().and_then(|arg| self.literal_text(arg)) {
                Some(text) => vec![Ex::GlobalGet(self.cx().literal_extern(&text))],
                // Dead: guarded by `is_literal`.
                _ => vec![Ex::Null(HeapTy::NoExtern)],
            },
            ExternFrom => vec![Ex::ToExtern(Box::new(self.arg(args, 0)))],
            ExternInto => {
                let value = Ex::FromExtern(Box::new(self.arg(args, 0)));
                let layout = self.cx().layout(ty.reference(Mutability::Not));
                match layout.slots.first().map(|slot| slot.ty()) {
                    Some(WTy::Ref(heap)) => vec![Ex::Cast(heap, Box::new(value))],
                    _ => {
                        self.bug("a value of the host as something that is no object");
                        vec![Ex::Null(HeapTy::None)]
                    }
                }
            }
        })
    }

    /// The scalar argument `i`.
    pub fn arg(&mut self, args: &[Operand], i: usize) -> Ex {
        match args.get(i) {
            Some(operand) => self.scalar(operand),
            None => {
                self.bug("an intrinsic without its argument");
                Ex::I32(0)
            }
        }
    }

    /// What the pointer in argument 0 points to.
    pub fn target(&mut self, args: &[Operand]) -> Pl {
        match args.first() {
            Some(Operand::Copy(place) | Operand::Move(place)) => {
                let place = place.deref();
                self.place(&place)
            }
            Some(Operand::Borrow(_, place)) => self.place(place),
            Some(Operand::Const(_)) | None => {
                self.bug("a constant as a pointer");
                Pl {
                    ty: Ty::unit(),
                    variant: None,
                    loc: super::loc::Loc::None,
                    via: Via::Slot,
                }
            }
        }
    }

    /// Moves the value out of a place that is only forgotten afterwards: an
    /// object behind a pointer gets a new identity, as its place may be
    /// overwritten.
    pub fn read_out(&mut self, pl: &Pl) -> Vec<Ex> {
        if self.cx().class(pl.ty) == Class::Object && pl.via == Via::Reference {
            let obj = self.object(pl);
            return vec![self.code.moved_out(pl.ty, obj)];
        }
        let values = self.value_of(pl);
        match self.keeps_place(pl) {
            true => self.code.part_from(pl.ty, values),
            false => values,
        }
    }

    fn box_from_raw(&mut self, ty: Ty, args: &[Operand], dest: &Place) -> Vec<Ex> {
        let values = match self.cx().tail(ty) {
            Tail::Sized => {
                let pl = self.target(args);
                self.value_of(&pl)
            }
            Tail::Slice(_) => {
                let values = args.first().map_or(Vec::new(), |arg| self.operand(arg));
                values.into_iter().take(1).collect()
            }
            Tail::Dyn | Tail::Struct => args.first().map_or(Vec::new(), |arg| self.operand(arg)),
        };
        self.fitting(values, dest)
    }

    /// Values that are the destination's already.
    pub fn fitting(&mut self, values: Vec<Ex>, dest: &Place) -> Vec<Ex> {
        let slots = self.slots(self.place_ty(dest));
        if values.len() != slots.len() {
            self.bug("an intrinsic between different representations");
            return zeros(&slots);
        }
        values
    }

    /// The number of a type. Refused for types that may differ from others in
    /// lifetimes only: here they are one type, but their `TypeId`s are not equal.
    fn type_id(&mut self, ty: Ty) -> u64 {
        let db = self.cx().tcx.db;
        let mut many = false;
        map_ty(ty, &mut |part| {
            many |= part.as_ty().is_some_and(|ty| db.has_many_forms(ty));
            None
        });
        if many {
            let name = self.cx().type_name(ty);
            let message = format!("the `TypeId` of `{name}`, which differs by lifetimes");
            self.unsupported("WRC2352", message);
        }
        let mut tables = self.cx().statics.borrow_mut();
        let next = tables.type_ids.len() as u64 + 1;
        *tables.type_ids.entry(ty).or_insert(next)
    }

    /// Zeros and nulls; objects are there, so that they can be written to.
    pub fn uninit(&mut self, ty: Ty) -> Vec<Ex> {
        if let Some(array) = self.unset_array(ty) {
            return self.uninit(array);
        }
        let layout = self.cx().layout(ty);
        match &layout.shape {
            Shape::Object(id) => {
                self.cx().object_fields(ty);
                vec![Ex::StructNewDefault(*id)]
            }
            Shape::Array { elem, len } => {
                let elem = self.cx().elem(*elem);
                match elem.array() {
                    Some(array) => vec![Ex::ArrayNewDefault {
                        ty: array,
                        len: Box::new(Ex::I32((*len * elem.stride()) as i32)),
                    }],
                    None => Vec::new(),
                }
            }
            Shape::Fields(_) if layout.class == Class::Object => {
                let fields = self.cx().tcx.field_tys(ty, Some(VariantIdx(0)));
                fields.into_iter().flat_map(|ty| self.uninit(ty)).collect()
            }
            _ => zeros(&layout.slots),
        }
    }

    /// The array in a `MaybeUninit`, if its elements need not be there: then
    /// `assume_init` may follow at once.
    fn unset_array(&mut self, ty: Ty) -> Option<Ty> {
        let content = |ty: Ty| match ty.as_adt() {
            Some((_, args)) if self.cx().tcx.is_lang(ty, "maybe_uninit") => args.first()?.as_ty(),
            _ => None,
        };
        let array = content(ty)?;
        let TyKind::Array(elem, _) = array.kind() else {
            return None;
        };
        (content(*elem).is_some() && *self.slots(ty) == *self.slots(array)).then_some(array)
    }

    fn caller_location(&mut self) -> Vec<Ex> {
        let is_tracked = match &self.body.instance {
            Instance::Fn(def, _) => self.cx().tcx.db.func(*def).track_caller,
            _ => false,
        };
        if is_tracked && let Some(last) = self.body.params.last() {
            return self.operand(&Operand::Copy(Place::local(*last)));
        }
        let (file, line, column) = self.cx().tcx.db.location(self.span);
        self.location(file, line, column)
    }

    fn arithmetic(&mut self, op: BinOp, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let [a, b] = args else {
            self.bug("an intrinsic without its arguments");
            return self.zeros_of(ty);
        };
        let count_ty = self.operand_ty(b);
        let a = self.operand(a);
        let b = self.operand(b);
        self.binary_values(op, ty, count_ty, a, b)
    }

    fn both(&mut self, ty: Ty, args: &[Operand]) -> (Vec<Ex>, Vec<Ex>) {
        let slots = self.slots(ty);
        let mut value = |i: usize| {
            let values = match args.get(i) {
                Some(arg) => self.operand(arg),
                None => zeros(&slots),
            };
            self.code.dup_all(values, &slots)
        };
        (value(0), value(1))
    }

    fn overflowing(&mut self, op: BinOp, ty: Ty, args: &[Operand], dest: &Place) -> Vec<Ex> {
        let slots = self.slots(ty);
        let (a, b) = self.both(ty, args);
        let (values, flag) = self.code.with_overflow(op, ty, a, b);
        let values = self.code.save_all(values, &slots);
        let flag = self.code.save(flag, WTy::I32);
        let pair = self.place_ty(dest);
        let layout = self.cx().layout(pair);
        self.variant_of(pair, &layout, VariantIdx(0), vec![values, vec![flag]])
    }

    fn saturating(&mut self, op: BinOp, ty: Ty, args: &[Operand]) -> Vec<Ex> {
        let (a, b) = self.both(ty, args);
        self.code.saturating(op, ty, a, b)
    }
}

impl super::cx::Cx<'_> {
    /// A string of the host with this text.
    pub fn literal_extern(&self, text: &str) -> GlobalId {
        if let Some(known) = self.statics.borrow().host_strings.get(text) {
            return *known;
        }
        let name = Symbol::new(text);
        let init = GlobalInit::Import {
            module: Symbol::new("'"),
            name,
        };
        let id = self.new_global(name, WTy::EXTERN, false, init);
        let mut tables = self.statics.borrow_mut();
        tables.host_strings.insert(text.to_owned(), id);
        id
    }
}
