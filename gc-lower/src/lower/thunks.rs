//! Functions between calling conventions: behind fn pointers, which know no
//! value-results, and behind `dyn` methods, whose receiver is a wrapper.

use super::{
    abi::{FnAbi, Param, Pass},
    code::Code,
    cx::Cx,
    dyns::{End, Measure, Wrap},
    layout::{Class, PtrKind, Shape, Slot},
    loc::Loc,
};
use crate::{
    pir::{DynMethod, Instance},
    wir::*,
};
use std::rc::Rc;
use wrc_object::*;
use wrc_thir::{Arg, FieldIdx, Mutability, Ty, TyKind, VariantIdx, map_ty};

/// A function in a selector's table.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct DynThunk {
    pub ty: Ty,
    pub wrap: Wrap,
    pub kind: ThunkKind,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum ThunkKind {
    Call(DynMethod),
    Drop,
    /// What is known of the layout.
    Measure(Measure),
    /// Where these fields lead: `(base, selector)` of slots, an object, or
    /// the wrapper of what is unsized, or an array and its length.
    Field(Vec<FieldIdx>, End),
}

pub(super) fn reified_abi(cx: &Cx, sig: Ty) -> FnAbi {
    match sig.kind() {
        TyKind::FnPtr(sig) => cx.pointer_abi(sig),
        _ => FnAbi {
            params: Vec::new(),
            ret: Ty::unit(),
        },
    }
}

pub(super) fn reified_body(code: &mut Code, inst: &Instance, sig: Ty) {
    let outer = reified_abi(code.cx, sig);
    let skip = usize::from(matches!(inst, Instance::Closure(..)));
    adapt(code, &outer, inst, skip, None);
}

/// The convention behind a selector and the instance it runs.
fn dyn_parts(cx: &Cx, thunk: &DynThunk) -> Option<(FnAbi, Instance, Rc<FnAbi>)> {
    let ThunkKind::Call(method) = &thunk.kind else {
        return None;
    };
    let key = (thunk.ty, method.clone());
    let inst = cx.mono.dyn_impls.get(&key)?.clone();
    let inner = cx.abi(&inst)?;
    let data = cx.tcx.db.func(method.method);
    let count = data.params.len() + usize::from(data.track_caller);
    let mut tys: Vec<Ty> = inner.params.iter().take(count).map(|p| p.ty).collect();
    let first = tys.first_mut()?;
    *first = dyn_receiver(cx, thunk.ty, *first)?;
    Some((cx.dyn_abi(method, &tys, inner.ret), inst, inner))
}

/// The receiver's type as the caller through `dyn` sees it.
fn dyn_receiver(cx: &Cx, ty: Ty, receiver: Ty) -> Option<Ty> {
    let (_, object) = cx.mono.coerced.iter().find(|(from, _)| *from == ty)?;
    if receiver == ty {
        let def = cx.tcx.db.lang_adt("owned_box")?;
        return Some(Ty::adt(def, [Arg::Ty(*object)]));
    }
    Some(map_ty(receiver, &mut |arg| {
        (*arg == Arg::Ty(ty)).then_some(Arg::Ty(*object))
    }))
}

pub(super) fn dyn_signature(cx: &Cx, thunk: &DynThunk) -> (Vec<WTy>, Vec<WTy>) {
    match thunk.kind {
        ThunkKind::Field(..) => return (vec![WTy::to(cx.dyn_base())], vec![WTy::EQ, WTy::I32]),
        ThunkKind::Measure(_) => return (vec![WTy::to(cx.dyn_base())], vec![WTy::I32]),
        ThunkKind::Call(_) | ThunkKind::Drop => {}
    }
    match dyn_parts(cx, thunk) {
        Some((outer, _, _)) => (outer.wasm_params(cx), outer.wasm_results(cx)),
        None => (vec![WTy::to(cx.dyn_base())], Vec::new()),
    }
}

pub(super) fn dyn_body(code: &mut Code, thunk: &DynThunk) {
    if let ThunkKind::Field(path, end) = &thunk.kind {
        let obj = code.param(0);
        let loc = code.wrapped(thunk.ty, thunk.wrap, obj);
        let values = super::paths::field_address(code, thunk.ty, loc, path, *end);
        code.emit(Ex::Return(values));
        return;
    }
    if let ThunkKind::Measure(what) = thunk.kind {
        let measured = code.cx.size_of(thunk.ty).measured(what);
        code.emit(Ex::Return(vec![Ex::I32(measured)]));
        return;
    }
    match dyn_parts(code.cx, thunk) {
        Some((outer, inst, _)) => adapt(code, &outer, &inst, 0, Some(thunk)),
        None => drop_body(code, thunk),
    }
}

fn drop_body(code: &mut Code, thunk: &DynThunk) {
    let glue = Instance::DropGlue(thunk.ty);
    let (Some(abi), Some(func)) = (code.cx.abi(&glue), code.cx.func(&glue)) else {
        return code.cx.bug("a drop without drop glue");
    };
    let obj = code.param(0);
    let args = pointer_to_wrapped(code, thunk, obj, abi.params[0]);
    code.emit(Ex::Call(func, args));
}

/// What to do after the call with a value-result of the inner function.
enum After {
    /// It is one of ours, too.
    GiveBack,
    /// Store it.
    Store(Loc),
}

/// Calls `inst` with our parameters, changing how they travel.
fn adapt(code: &mut Code, outer: &FnAbi, inst: &Instance, skip: usize, thunk: Option<&DynThunk>) {
    let cx = code.cx;
    let (Some(inner), Some(func)) = (cx.abi(inst), cx.func(inst)) else {
        return cx.bug("a thunk for an instance without a body");
    };
    let mut at = 0;
    let mut args: Vec<Ex> = Vec::new();
    let mut after: Vec<(After, Box<[Slot]>)> = Vec::new();
    // Our own value-results that the inner function changes through a cell.
    let mut cells: Vec<(Loc, Box<[Slot]>)> = Vec::new();
    let mut order: Vec<usize> = Vec::new();
    for (i, param) in outer.params.iter().enumerate() {
        let slots = cx.layout(param.passed()).slots.clone();
        let values: Vec<Ex> = (at..at + slots.len()).map(|i| code.param(i)).collect();
        at += slots.len();
        let Some(wanted) = inner.params.get(i + skip).copied() else {
            break;
        };
        if let (0, Some(thunk)) = (i, thunk) {
            args.extend(receiver(code, thunk, param.ty, values, wanted, &mut after));
            continue;
        }
        match (param.pass, wanted.pass) {
            (Pass::InOut(_), Pass::InOut(_)) => {
                args.extend(values);
                after.push((After::GiveBack, slots));
                order.push(usize::MAX);
            }
            (Pass::InOut(_), _) => {
                let (base, sel) = code.fresh_cell(values, &slots);
                let cell = cx.cell_type(&slots);
                let loc = Loc::Fields {
                    obj: base.clone(),
                    ty: cell,
                    first: 0,
                };
                order.push(cells.len());
                cells.push((loc, slots));
                args.extend([base, sel]);
            }
            (_, Pass::InOut(to) | Pass::Pointee(to)) => {
                let target = cx.layout(to).slots.clone();
                let loc = fat(&values);
                args.extend(code.load(&loc, &target));
                if let Pass::InOut(_) = wanted.pass {
                    after.push((After::Store(loc), target));
                }
            }
            (_, Pass::Value) => args.extend(values),
        }
    }
    if inner.params.len() == outer.params.len() + skip + 1 {
        args.extend(definition_location(code, inst));
    }
    let (_, results) = cx.func_signature(func);
    let results = code.results(Ex::Call(func, args), &results);
    if inner.ret.is_never() {
        return code.emit(Ex::Unreachable);
    }
    give_back(code, &inner, results, after, cells, order);
}

fn give_back(
    code: &mut Code,
    inner: &FnAbi,
    mut results: Vec<Ex>,
    after: Vec<(After, Box<[Slot]>)>,
    cells: Vec<(Loc, Box<[Slot]>)>,
    order: Vec<usize>,
) {
    let ret = code.cx.layout(inner.ret).slots.clone();
    if results.len() > ret.len() || !cells.is_empty() {
        results = results
            .into_iter()
            .map(|ex| match ex {
                Ex::Call(..) => {
                    let (_, tys) = match &ex {
                        Ex::Call(func, _) => code.cx.func_signature(*func),
                        _ => Default::default(),
                    };
                    code.save(ex, tys.first().copied().unwrap_or(WTy::I32))
                }
                _ => ex,
            })
            .collect();
    }
    let mut rest = results.split_off(ret.len().min(results.len()));
    let mut given: Vec<Vec<Ex>> = Vec::new();
    for (what, slots) in after {
        let next = rest.split_off(slots.len().min(rest.len()));
        let values = std::mem::replace(&mut rest, next);
        match what {
            After::GiveBack => given.push(values),
            After::Store(loc) => code.store(&loc, &slots, values),
        }
    }
    let mut given = given.into_iter();
    for index in order {
        match cells.get(index) {
            Some((loc, slots)) => results.extend(code.load(loc, slots)),
            None => results.extend(given.next().unwrap_or_default()),
        }
    }
    code.emit(Ex::Return(results));
}

fn fat(values: &[Ex]) -> Loc {
    match values {
        [base, sel] => Loc::Fat {
            base: base.clone(),
            sel: sel.clone(),
        },
        _ => Loc::None,
    }
}

/// The hidden argument of a `#[track_caller]` function called by pointer.
fn definition_location(code: &mut Code, inst: &Instance) -> Vec<Ex> {
    let tcx = code.cx.tcx;
    let span = match inst {
        Instance::Fn(def, _) => tcx.db.func(*def).span,
        _ => wrc_base::Span::default(),
    };
    let (file, line, column) = tcx.db.location(span);
    code.location(file, line, column)
}

/// The receiver as the implementation wants it.
fn receiver(
    code: &mut Code,
    thunk: &DynThunk,
    from: Ty,
    values: Vec<Ex>,
    wanted: Param,
    after: &mut Vec<(After, Box<[Slot]>)>,
) -> Vec<Ex> {
    if let Pass::InOut(to) = wanted.pass {
        let obj = values.into_iter().next().unwrap_or(Ex::Null(HeapTy::None));
        let slots = code.cx.layout(to).slots.clone();
        let loc = code.wrapped(thunk.ty, thunk.wrap, obj);
        let values = code.load(&loc, &slots);
        after.push((After::Store(loc), slots));
        return values;
    }
    unwrap(code, thunk, from, wanted.ty, values)
}

/// Undoes the unsizing of `to` into `from`.
fn unwrap(code: &mut Code, thunk: &DynThunk, from: Ty, to: Ty, values: Vec<Ex>) -> Vec<Ex> {
    if from == to {
        return values;
    }
    let cx = code.cx;
    let one = |values: Vec<Ex>| values.into_iter().next().unwrap_or(Ex::Null(HeapTy::None));
    if to == thunk.ty || cx.tcx.box_content(to) == Some(thunk.ty) {
        let slots = cx.layout(thunk.ty).slots.clone();
        let loc = code.wrapped(thunk.ty, thunk.wrap, one(values));
        return code.load(&loc, &slots);
    }
    if to.pointee().is_some_and(|(_, to)| to == thunk.ty) {
        let param = Param {
            ty: to,
            pass: Pass::Value,
        };
        return pointer_to_wrapped(code, thunk, one(values), param);
    }
    let (a, b) = (cx.layout(from), cx.layout(to));
    let (Shape::Fields(ranges), Shape::Fields(_)) = (&a.shape, &b.shape) else {
        cx.bug("a receiver that cannot be unwrapped");
        return super::code::zeros(&b.slots);
    };
    let (from_tys, to_tys) = (
        cx.tcx.field_tys(from, Some(VariantIdx(0))),
        cx.tcx.field_tys(to, Some(VariantIdx(0))),
    );
    let mut result = Vec::new();
    for ((range, from), to) in ranges.iter().zip(from_tys).zip(to_tys) {
        let part = values[range.start as usize..range.end as usize].to_vec();
        result.extend(unwrap(code, thunk, from, to, part));
    }
    result
}

/// A pointer to the value in a wrapper, passed as `param` says.
fn pointer_to_wrapped(code: &mut Code, thunk: &DynThunk, obj: Ex, param: Param) -> Vec<Ex> {
    let cx = code.cx;
    let slots = cx.layout(thunk.ty).slots.clone();
    let loc = code.wrapped(thunk.ty, thunk.wrap, obj);
    let is_value = match param.pass {
        Pass::Pointee(_) | Pass::InOut(_) => true,
        Pass::Value => match cx.class(thunk.ty) {
            Class::Void => return super::code::zeros(&cx.layout(param.ty).slots),
            Class::Object => true,
            Class::Slots => {
                matches!(param.ty.kind(), TyKind::Ref(Mutability::Not, _))
                    && !cx.is_addressed(thunk.ty)
            }
        },
    };
    if is_value {
        let mut values = code.load(&loc, &slots);
        let is_window = cx.layout(param.ty).shape == Shape::Ptr(PtrKind::Window);
        if is_window && param.pass == Pass::Value {
            values.push(Ex::I32(0));
        }
        return values;
    }
    let (base, sel) = code.address(&loc, &slots);
    vec![base, sel]
}
