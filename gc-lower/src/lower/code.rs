//! A function under construction, and small expressions.

use super::{cx::Cx, layout::Slot};
use crate::wir::*;
use wrc_base::{EntityRef, PrimaryMap, Symbol};
use wrc_object::*;

pub(super) struct Code<'c, 'a> {
    pub cx: &'c Cx<'a>,
    pub locals: PrimaryMap<WLocal, WTy>,
    pub labels: u32,
    /// The block being filled.
    pub out: Vec<Ex>,
    params: usize,
}

impl<'c, 'a> Code<'c, 'a> {
    pub fn new(cx: &'c Cx<'a>, params: &[WTy]) -> Code<'c, 'a> {
        let mut locals = PrimaryMap::new();
        for ty in params {
            locals.push(*ty);
        }
        Code {
            cx,
            locals,
            labels: 0,
            out: Vec::new(),
            params: params.len(),
        }
    }

    pub fn finish(self, name: Symbol, results: Vec<WTy>) -> WFunc {
        WFunc {
            name,
            params: self.locals.values().copied().take(self.params).collect(),
            results,
            locals: self.locals,
            labels: self.labels,
            body: self.out,
        }
    }

    /// The value of parameter `i`.
    pub fn param(&self, i: usize) -> Ex {
        Ex::Get(WLocal::new(i))
    }

    pub fn temp(&mut self, ty: WTy) -> WLocal {
        self.locals.push(ty)
    }

    pub fn label(&mut self) -> WLabel {
        self.labels += 1;
        WLabel::new(self.labels as usize - 1)
    }

    pub fn emit(&mut self, ex: Ex) {
        self.out.push(ex);
    }

    /// The statements `f` emits.
    pub fn nested<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> (Vec<Ex>, R) {
        let outer = std::mem::take(&mut self.out);
        let result = f(self);
        (std::mem::replace(&mut self.out, outer), result)
    }

    /// An expression that may be evaluated many times.
    pub fn dup(&mut self, ex: Ex, ty: WTy) -> Ex {
        match ex {
            Ex::Get(_)
            | Ex::I32(_)
            | Ex::I64(_)
            | Ex::F32(_)
            | Ex::F64(_)
            | Ex::Null(_)
            | Ex::Sym(_) => ex,
            _ => self.save(ex, ty),
        }
    }

    /// The value in a new local.
    pub fn save(&mut self, ex: Ex, ty: WTy) -> Ex {
        let temp = self.temp(ty);
        self.emit(Ex::Set(temp, Box::new(ex)));
        Ex::Get(temp)
    }

    /// The values in new locals.
    pub fn save_all(&mut self, values: Vec<Ex>, slots: &[Slot]) -> Vec<Ex> {
        values
            .into_iter()
            .zip(slots)
            .map(|(ex, slot)| self.save(ex, slot.ty()))
            .collect()
    }

    pub fn dup_all(&mut self, values: Vec<Ex>, slots: &[Slot]) -> Vec<Ex> {
        values
            .into_iter()
            .zip(slots)
            .map(|(ex, slot)| self.dup(ex, slot.ty()))
            .collect()
    }

    /// Calls a function and gives its results.
    pub fn call(&mut self, func: FuncId, args: Vec<Ex>) -> Vec<Ex> {
        let (_, results) = self.cx.func_signature(func);
        self.results(Ex::Call(func, args), &results)
    }

    /// The results of a call expression, as expressions to be used once.
    pub fn results(&mut self, call: Ex, results: &[WTy]) -> Vec<Ex> {
        match results {
            [] => {
                self.emit(call);
                Vec::new()
            }
            [_] => vec![call],
            _ => {
                let temps: Vec<WLocal> = results.iter().map(|ty| self.temp(*ty)).collect();
                let targets = temps.iter().map(|temp| Some(*temp)).collect();
                self.emit(Ex::SetMulti(targets, Box::new(call)));
                temps.into_iter().map(Ex::Get).collect()
            }
        }
    }

    /// `if cond { then } else { els }` leaving values in locals.
    pub fn if_values(
        &mut self,
        cond: Ex,
        tys: &[WTy],
        then: impl FnOnce(&mut Self) -> Vec<Ex>,
        els: impl FnOnce(&mut Self) -> Vec<Ex>,
    ) -> Vec<Ex> {
        let temps: Vec<WLocal> = tys.iter().map(|ty| self.temp(*ty)).collect();
        let (then, ()) = self.nested(|code| {
            let values = then(code);
            code.set_all(&temps, values);
        });
        let (els, ()) = self.nested(|code| {
            let values = els(code);
            code.set_all(&temps, values);
        });
        self.emit(if_else(cond, then, els));
        temps.into_iter().map(Ex::Get).collect()
    }

    /// Sets locals that the values do not read.
    pub fn set_all(&mut self, locals: &[WLocal], values: Vec<Ex>) {
        for (local, value) in locals.iter().zip(values) {
            self.emit(Ex::Set(*local, Box::new(value)));
        }
    }

    /// `for index in 0..count`, upwards; `count` must be reusable.
    pub fn for_up(&mut self, count: Ex, body: impl FnOnce(&mut Self, WLocal)) {
        let index = self.temp(WTy::I32);
        self.emit(Ex::Set(index, Box::new(Ex::I32(0))));
        let (exit, again) = (self.label(), self.label());
        let (mut inner, ()) = self.nested(|code| {
            let done = num2(NumOp::I32GeU, Ex::Get(index), count);
            code.emit(Ex::BrIf(exit, Box::new(done)));
            body(code, index);
            code.emit(Ex::Set(index, Box::new(add(Ex::Get(index), 1))));
        });
        inner.push(Ex::Br(again));
        self.emit(block(
            exit,
            vec![Ex::Loop {
                label: again,
                body: inner,
            }],
        ));
    }

    /// `for index in (0..count).rev()`.
    pub fn for_down(&mut self, count: Ex, body: impl FnOnce(&mut Self, WLocal)) {
        let index = self.temp(WTy::I32);
        self.emit(Ex::Set(index, Box::new(count)));
        let (exit, again) = (self.label(), self.label());
        let (mut inner, ()) = self.nested(|code| {
            let done = num1(NumOp::I32Eqz, Ex::Get(index));
            code.emit(Ex::BrIf(exit, Box::new(done)));
            code.emit(Ex::Set(index, Box::new(add(Ex::Get(index), -1))));
            body(code, index);
        });
        inner.push(Ex::Br(again));
        self.emit(block(
            exit,
            vec![Ex::Loop {
                label: again,
                body: inner,
            }],
        ));
    }
}

pub(super) fn num1(op: NumOp, a: Ex) -> Ex {
    Ex::Num(op, vec![a])
}

pub(super) fn num2(op: NumOp, a: Ex, b: Ex) -> Ex {
    Ex::Num(op, vec![a, b])
}

/// `ex + n`, folded.
pub(super) fn add(ex: Ex, n: i32) -> Ex {
    match ex {
        _ if n == 0 => ex,
        Ex::I32(value) => Ex::I32(value.wrapping_add(n)),
        _ => num2(NumOp::I32Add, ex, Ex::I32(n)),
    }
}

/// `a + b`, folded.
pub(super) fn sum(a: Ex, b: Ex) -> Ex {
    match (a, b) {
        (a, Ex::I32(n)) => add(a, n),
        (Ex::I32(n), b) => add(b, n),
        (a, b) => num2(NumOp::I32Add, a, b),
    }
}

/// `ex * k`, folded.
pub(super) fn scaled(ex: Ex, k: u32) -> Ex {
    match ex {
        _ if k == 1 => ex,
        Ex::I32(value) => Ex::I32(value.wrapping_mul(k as i32)),
        _ => num2(NumOp::I32Mul, ex, Ex::I32(k as i32)),
    }
}

pub(super) fn block(label: WLabel, body: Vec<Ex>) -> Ex {
    Ex::Block {
        label,
        result: None,
        body,
    }
}

pub(super) fn if_else(cond: Ex, then: Vec<Ex>, els: Vec<Ex>) -> Ex {
    Ex::If {
        cond: Box::new(cond),
        result: None,
        then,
        els,
    }
}

pub(super) fn select(ty: WTy, cond: Ex, then: Ex, els: Ex) -> Ex {
    Ex::Select {
        ty,
        then: Box::new(then),
        els: Box::new(els),
        cond: Box::new(cond),
    }
}

pub(super) fn get_field(ty: TypeId, field: u32, signed: bool, obj: Ex) -> Ex {
    Ex::StructGet {
        ty,
        field,
        signed,
        obj: Box::new(obj),
    }
}

pub(super) fn set_field(ty: TypeId, field: u32, obj: Ex, value: Ex) -> Ex {
    Ex::StructSet {
        ty,
        field,
        obj: Box::new(obj),
        value: Box::new(value),
    }
}

pub(super) fn cast(ty: TypeId, ex: Ex) -> Ex {
    Ex::Cast(HeapTy::Type(ty), Box::new(ex))
}

/// Zero or null.
pub(super) fn zero(ty: WTy) -> Ex {
    match ty {
        WTy::I32 => Ex::I32(0),
        WTy::I64 => Ex::I64(0),
        WTy::F32 => Ex::F32(0),
        WTy::F64 => Ex::F64(0),
        WTy::Ref(HeapTy::Extern) => Ex::Null(HeapTy::NoExtern),
        WTy::Ref(HeapTy::Type(ty)) => Ex::Null(HeapTy::Type(ty)),
        WTy::Ref(heap) => Ex::Null(match heap {
            HeapTy::NoExtern => HeapTy::NoExtern,
            _ => HeapTy::None,
        }),
    }
}

pub(super) fn zeros(slots: &[Slot]) -> Vec<Ex> {
    slots.iter().map(|slot| zero(slot.ty())).collect()
}
