//! What THIR is made of, field by field.
//!
//! The numbers of variants are only read by the compiler that wrote them.

use super::{
    codec::{Keep, Reader, Writer},
    names::Item,
};
use crate::ids;
use wrc_thir::{
    AdtDef, Arg, Arm, AssocTyDef, BinOp, BindingMode, Block, Body, BodyOwner, BorrowKind, Callable,
    Callee, CastKind, ClosureDef, ClosureKind, Const, ConstDef, DynTy, Edition, Expr, ExprId,
    ExprKind, FieldIdx, FloatTy, FnDef, FnSig, FormatAlign, FormatArgs, FormatCount, FormatPiece,
    FormatSpec, IntTy, LabelId, LocalDecl, LocalId, Mutability, OpaqueDef, Param, Pat, PatId,
    PatKind, StaticDef, Stmt, TraitDef, TyKind, UnOp, VariantIdx,
};

pub(super) fn put_body(out: &mut Writer<'_, '_>, body: &Body) -> Option<()> {
    body.params.put(out)?;
    body.ret.put(out)?;
    body.exprs.put(out)?;
    body.pats.put(out)?;
    body.locals.put(out)?;
    body.labels.put(out)?;
    body.root.put(out)?;
    body.edition.put(out)
}

pub(super) fn take_body(from: &mut Reader<'_, '_>, owner: BodyOwner) -> Option<Body> {
    Some(Body {
        owner,
        params: Keep::take(from)?,
        ret: Keep::take(from)?,
        exprs: Keep::take(from)?,
        pats: Keep::take(from)?,
        locals: Keep::take(from)?,
        labels: Keep::take(from)?,
        root: Keep::take(from)?,
        edition: Keep::take(from)?,
    })
}

macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Keep for $name {
            fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
                let $name { $($field),* } = self;
                $($field.put(out)?;)*
                Some(())
            }

            fn take(from: &mut Reader<'_, '_>) -> Option<$name> {
                Some($name { $($field: Keep::take(from)?),* })
            }
        }
    )*};
}

macro_rules! enums {
    ($($name:ident {
        $($number:literal $variant:ident $(($($place:ident),*))? $({$($field:ident),*})?;)*
    })*) => {$(
        impl Keep for $name {
            fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
                match self {
                    $($name::$variant $(($($place),*))? $({$($field),*})? => {
                        out.put_number($number);
                        $($($place.put(out)?;)*)?
                        $($($field.put(out)?;)*)?
                    })*
                }
                Some(())
            }

            fn take(from: &mut Reader<'_, '_>) -> Option<$name> {
                Some(match from.number()? {
                    $($number => {
                        $($(let $place = Keep::take(from)?;)*)?
                        $($(let $field = Keep::take(from)?;)*)?
                        $name::$variant $(($($place),*))? $({$($field),*})?
                    })*
                    _ => return None,
                })
            }
        }
    )*};
}

macro_rules! entities {
    ($($name:ident),*) => {$(
        impl Keep for $name {
            fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
                self.as_u32().put(out)
            }

            fn take(from: &mut Reader<'_, '_>) -> Option<$name> {
                u32::take(from).map($name::from_u32)
            }
        }
    )*};
}

macro_rules! items {
    ($($name:ident = $variant:ident, $to:expr, $of:expr;)*) => {$(
        impl Keep for $name {
            fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
                let number = out.number(Item::$variant($to(*self)))?;
                number.put(out)
            }

            fn take(from: &mut Reader<'_, '_>) -> Option<$name> {
                match from.item()? {
                    Item::$variant(it) => Some($of(it)),
                    _ => None,
                }
            }
        }
    )*};
}

/// Known by expressions of bodies, which have no lasting names.
macro_rules! nameless {
    ($($name:ident),*) => {$(
        impl Keep for $name {
            fn put(&self, _: &mut Writer<'_, '_>) -> Option<()> {
                None
            }

            fn take(_: &mut Reader<'_, '_>) -> Option<$name> {
                None
            }
        }
    )*};
}

entities!(ExprId, PatId, LocalId, LabelId, FieldIdx, VariantIdx);
items! {
    FnDef = Fn, ids::function_id, ids::fn_def;
    AdtDef = Adt, ids::adt_id, ids::adt_def;
    TraitDef = Trait, ids::trait_id, ids::trait_def;
    AssocTyDef = Alias, ids::type_alias_id, ids::assoc_ty_def;
    StaticDef = Static, ids::static_id, ids::static_def;
}
nameless!(ClosureDef, OpaqueDef);

impl Keep for ConstDef {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        match ids::any_const(*self) {
            ids::AnyConst::Item(it) => out.number(Item::Const(it))?.put(out),
            ids::AnyConst::Anon(_) | ids::AnyConst::Discriminant(_) => None,
        }
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<ConstDef> {
        match from.item()? {
            Item::Const(it) => Some(ids::const_def(ids::AnyConst::Item(it))),
            _ => None,
        }
    }
}

impl Keep for DynTy {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        self.principal.put(out)?;
        self.assoc.put(out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<DynTy> {
        let principal = Keep::take(from)?;
        // The order is that of ids, which are others now.
        let mut assoc: Vec<(AssocTyDef, wrc_thir::Ty)> = Keep::take(from)?;
        assoc.sort_by_key(|(def, _)| *def);
        Some(DynTy {
            principal,
            assoc: assoc.into(),
        })
    }
}

structs! {
    Param { ty, pat }
    LocalDecl { name, ty, mutable }
    Expr { ty, kind }
    Arm { pat, guard, body }
    Block { label, stmts, tail }
    Pat { ty, kind }
    FormatArgs { pieces, args }
    FormatSpec {
        fill, align, sign_plus, sign_minus, alternate, zero_pad, debug_lower_hex,
        debug_upper_hex, width, precision
    }
    FnSig { params, ret }
}

enums! {
    Edition {
        0 E2015;
        1 E2018;
        2 E2021;
        3 E2024;
    }
    ExprKind {
        0 Scalar(bits);
        1 Float(bits);
        2 Str(text);
        3 ByteStr(bytes);
        4 CStr(bytes);
        5 Local(local);
        6 Upvar(field);
        7 Static(def);
        8 Const(def, args);
        9 ConstArg(value);
        10 FnItem;
        11 Call { callee, args };
        12 Adt { def, variant, args, fields, base };
        13 Tuple(elems);
        14 Array(elems);
        15 Repeat(value, len);
        16 Field(base, field);
        17 Index(base, index);
        18 Deref(base);
        19 Borrow(kind, place);
        20 RawBorrow(mutability, place);
        21 Unary(op, operand);
        22 Binary(op, left, right);
        23 LogicalAnd(left, right);
        24 LogicalOr(left, right);
        25 Assign(place, value);
        26 AssignOp(op, place, value);
        27 Cast(kind, value);
        28 If { cond, then, els };
        29 Let(pat, value);
        30 Match { scrutinee, arms };
        31 Loop { label, body };
        32 Block(block);
        33 Break(label, value);
        34 Continue(label);
        35 Return(value);
        36 Closure { def, captures };
        37 FormatArgs(args);
        38 Await(future);
        39 NeverToAny(value);
        40 Unsupported(reason);
    }
    Callee {
        0 Fn(def, args);
        1 Ptr(value);
        2 Value(kind, value);
        3 Ctor(def, variant, args);
    }
    Stmt {
        0 Let { pat, init, els };
        1 Expr(value);
    }
    BorrowKind {
        0 Shared;
        1 Mut;
        2 TwoPhaseMut;
    }
    UnOp {
        0 Not;
        1 Neg;
    }
    BinOp {
        0 Add;
        1 Sub;
        2 Mul;
        3 Div;
        4 Rem;
        5 BitAnd;
        6 BitOr;
        7 BitXor;
        8 Shl;
        9 Shr;
        10 Eq;
        11 Ne;
        12 Lt;
        13 Le;
        14 Gt;
        15 Ge;
    }
    CastKind {
        0 Numeric;
        1 Unsize;
        2 ReifyFn;
        3 ClosureFn;
        4 Pointer;
        5 PointerToInt;
        6 IntToPointer;
        7 Same;
    }
    FormatPiece {
        0 Lit(text);
        1 Arg { arg, method, spec };
    }
    FormatAlign {
        0 Left;
        1 Right;
        2 Center;
    }
    FormatCount {
        0 None;
        1 Literal(count);
        2 Arg(index);
    }
    PatKind {
        0 Wild;
        1 Binding { local, mode, sub };
        2 Variant { def, variant, fields };
        3 Leaf { fields };
        4 Deref(inner);
        5 Const(value);
        6 Range { lo, hi, inclusive };
        7 Slice { prefix, slice, has_rest, suffix };
        8 Or(pats);
        9 Never;
    }
    BindingMode {
        0 Value;
        1 Ref(mutability);
    }
    ClosureKind {
        0 Fn;
        1 FnMut;
        2 FnOnce;
    }
    TyKind {
        0 Bool;
        1 Char;
        2 Int(int);
        3 Float(float);
        4 Str;
        5 Never;
        6 Adt(def, args);
        7 Tuple(elems);
        8 Array(elem, len);
        9 Slice(elem);
        10 Ref(mutability, pointee);
        11 RawPtr(mutability, pointee);
        12 FnDef(callable, args);
        13 FnPtr(sig);
        14 Closure(def, args);
        15 Coroutine(def, args);
        16 Dyn(dyn_ty);
        17 Param(index, name);
        18 Assoc(def, args);
        19 Opaque(def, args);
        20 Error;
    }
    IntTy {
        0 I8;
        1 I16;
        2 I32;
        3 I64;
        4 I128;
        5 Isize;
        6 U8;
        7 U16;
        8 U32;
        9 U64;
        10 U128;
        11 Usize;
    }
    FloatTy {
        0 F32;
        1 F64;
    }
    Mutability {
        0 Not;
        1 Mut;
    }
    Callable {
        0 Fn(def);
        1 Ctor(def, variant);
    }
    Const {
        0 Value(bits);
        1 Param(index, name);
        2 Unevaluated(def, args);
        3 Error;
    }
    Arg {
        0 Ty(ty);
        1 Const(value);
    }
}
