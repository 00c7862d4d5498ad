//! Trees and control become smaller where it shows locally.
//!
//! ```text
//! (i32.eqz (i32.lt_s l0 l1))            =>  (i32.ge_s l0 l1)
//! (cast ty1 (struct.new ty1 l0))        =>  (struct.new ty1 l0)
//! drop (i32.add (call f) 1)             =>  drop (call f)
//! ```
//!
//! Every rule is a local equality; values only disappear when their
//! evaluation has no effect.

mod num;

pub(super) use num::{negate, negates_freely, truth};

use std::mem::{replace, take};

use wrc_object::*;

use super::{bits, control};
use crate::wir::{effects::is_speculable, ir::*, ty, walk::walk_children_mut};

/// Simplifies everything once, from the leaves up.
pub(super) fn run(func: &mut WFunc, program: &Program) {
    let mut body = take(&mut func.body);
    let mut cx = Cx {
        func,
        program,
        labels: func.labels,
    };
    cx.list(&mut body, false);
    let labels = cx.labels;
    func.body = body;
    func.labels = labels;
}

pub(super) struct Cx<'a> {
    pub func: &'a WFunc,
    pub program: &'a Program,
    labels: u32,
}

impl Cx<'_> {
    /// A list of statements; with `has_value` the last one is a value.
    pub fn list(&mut self, body: &mut Vec<Ex>, has_value: bool) {
        let old = take(body);
        let count = old.len();
        for (at, mut ex) in old.into_iter().enumerate() {
            self.ex(&mut ex);
            if has_value && at + 1 == count {
                self.hoist(&mut ex, body);
                body.push(ex);
            } else {
                self.statement(ex, body);
            }
            // What follows is dead.
            if body.last().is_some_and(ty::diverges) {
                break;
            }
        }
    }

    /// Adds a simplified statement.
    pub fn statement(&mut self, mut ex: Ex, out: &mut Vec<Ex>) {
        if out.last().is_some_and(ty::diverges) {
            return;
        }
        self.hoist(&mut ex, out);
        match ex {
            Ex::Nop => {}
            Ex::Drop(value) => self.discard(*value, out),
            Ex::Set(local, value) => match *value {
                Ex::Get(from) if from == local => {}
                Ex::Tee(same, value) if same == local => out.push(Ex::Set(local, value)),
                value if self.never_returns(&value) => self.statement(value, out),
                value => out.push(Ex::Set(local, Box::new(value))),
            },
            Ex::Block {
                label,
                result: None,
                body,
            } => control::block(self, label, body, out),
            Ex::Loop { label, body } => control::repeat(label, body, out),
            Ex::If {
                cond,
                result: None,
                then,
                els,
            } => {
                control::branch(self, *cond, then, els, out);
            }
            Ex::BrIf(label, cond) => match *cond {
                Ex::I32(0) => {}
                Ex::I32(_) => out.push(Ex::Br(label)),
                cond => out.push(Ex::BrIf(label, Box::new(cond))),
            },
            Ex::Br(label) => {
                if let Some(Ex::BrIf(same, _)) = out.last()
                    && *same == label
                    && let Some(Ex::BrIf(_, cond)) = out.pop()
                {
                    self.discard(*cond, out);
                }
                out.push(Ex::Br(label));
            }
            other => out.push(other),
        }
    }

    /// Statements at the start of the first value to be evaluated come first.
    fn hoist(&mut self, ex: &mut Ex, out: &mut Vec<Ex>) {
        let Some(first) = leftmost_block(ex) else {
            return;
        };
        if let Ex::Block { body, .. } = replace(first, Ex::Nop) {
            let mut body = body;
            let Some(value) = body.pop() else { return };
            *first = value;
            for ex in body {
                self.statement(ex, out);
            }
            self.hoist(ex, out);
        }
    }

    pub fn fresh_label(&mut self) -> WLabel {
        self.labels += 1;
        WLabel::from_u32(self.labels - 1)
    }

    fn never_returns(&self, value: &Ex) -> bool {
        ty::values(value, self.func, self.program).is_empty() && ty::diverges(value)
    }

    /// Only the effects of a value.
    pub fn discard(&mut self, value: Ex, out: &mut Vec<Ex>) {
        match value {
            Ex::Tee(local, value) => self.statement(Ex::Set(local, value), out),
            Ex::Call(..) | Ex::CallIndirect { .. } => {
                if ty::values(&value, self.func, self.program).is_empty() {
                    out.push(value);
                } else {
                    out.push(Ex::Drop(Box::new(value)));
                }
            }
            Ex::Block {
                result: Some(_),
                mut body,
                ..
            } => {
                let last = body.pop();
                for ex in body {
                    self.statement(ex, out);
                }
                if let Some(last) = last {
                    self.discard(last, out);
                }
            }
            Ex::If {
                cond,
                result: Some(_),
                then,
                els,
            } => {
                let [then, els] = [then, els].map(|mut arm| {
                    if let Some(last) = arm.pop() {
                        self.discard(last, &mut arm);
                    }
                    arm
                });
                self.statement(
                    Ex::If {
                        cond,
                        result: None,
                        then,
                        els,
                    },
                    out,
                );
            }
            Ex::I32(_)
            | Ex::I64(_)
            | Ex::F32(_)
            | Ex::F64(_)
            | Ex::Null(_)
            | Ex::Sym(_)
            | Ex::Get(_)
            | Ex::GlobalGet(_)
            | Ex::Num(..)
            | Ex::StructNew(..)
            | Ex::StructNewDefault(_)
            | Ex::StructGet { .. }
            | Ex::ArrayNew { .. }
            | Ex::ArrayNewDefault { .. }
            | Ex::ArrayNewFixed(..)
            | Ex::ArrayNewData { .. }
            | Ex::ArrayGet { .. }
            | Ex::ArrayLen(_)
            | Ex::IsNull(_)
            | Ex::RefEq(..)
            | Ex::Cast(..)
            | Ex::Test(..)
            | Ex::FromExtern(_)
            | Ex::ToExtern(_)
            | Ex::Select { .. } => {
                let mut value = value;
                let mut operands = Vec::new();
                walk_children_mut(&mut value, &mut |child| {
                    operands.push(replace(child, Ex::Nop));
                });
                for operand in operands {
                    self.discard(operand, out);
                }
            }
            // Statements: they never return.
            Ex::Set(..)
            | Ex::GlobalSet(..)
            | Ex::StructSet { .. }
            | Ex::ArraySet { .. }
            | Ex::ArrayCopy { .. }
            | Ex::ArrayFill { .. }
            | Ex::SetMulti(..)
            | Ex::Block { result: None, .. }
            | Ex::Loop { .. }
            | Ex::If { result: None, .. }
            | Ex::Br(_)
            | Ex::BrIf(..)
            | Ex::BrTable { .. }
            | Ex::Return(_)
            | Ex::Unreachable
            | Ex::Drop(_)
            | Ex::Nop => self.statement(value, out),
        }
    }

    fn ex(&mut self, ex: &mut Ex) {
        match ex {
            Ex::Block { result, body, .. } => self.list(body, result.is_some()),
            Ex::Loop { body, .. } => self.list(body, false),
            Ex::If {
                cond,
                result,
                then,
                els,
            } => {
                let has_value = result.is_some();
                self.ex(cond);
                self.list(then, has_value);
                self.list(els, has_value);
            }
            _ => walk_children_mut(ex, &mut |child| self.ex(child)),
        }
        // Each rule makes the tree smaller or more canonical.
        while self.rule(ex) {}
    }

    /// Applies one rule at the root of a value; true if one applied.
    fn rule(&mut self, ex: &mut Ex) -> bool {
        let program = self.program;
        let new = match ex {
            Ex::Num(op, args) => {
                return num::rule(*op, args, program).is_some_and(|new| set(ex, new));
            }
            Ex::Null(heap) => match heap {
                HeapTy::None | HeapTy::NoExtern | HeapTy::Func | HeapTy::Extern => return false,
                HeapTy::Type(ty) if matches!(program.types[*ty].kind, TypeDefKind::Func { .. }) => {
                    return false;
                }
                HeapTy::Eq | HeapTy::Any | HeapTy::Struct | HeapTy::Array | HeapTy::Type(_) => {
                    Ex::Null(HeapTy::None)
                }
            },
            Ex::StructNew(ty, args) => {
                let fields = ty::struct_fields(program, *ty).unwrap_or_default();
                if !args.is_empty() && args.iter().all(is_default) {
                    Ex::StructNewDefault(*ty)
                } else {
                    for (arg, field) in args.iter_mut().zip(fields) {
                        demand_stored(arg, Some(*field));
                    }
                    return false;
                }
            }
            Ex::StructSet {
                ty, field, value, ..
            } => {
                demand_stored(value, ty::struct_field(program, *ty, *field));
                return false;
            }
            Ex::ArraySet { ty, value, .. } => {
                demand_stored(value, ty::element(program, *ty));
                return false;
            }
            Ex::ArrayFill { ty, args } => {
                demand_stored(&mut args[2], ty::element(program, *ty));
                return false;
            }
            Ex::ArrayNewFixed(ty, args) => {
                args.iter_mut()
                    .for_each(|arg| demand_stored(arg, ty::element(program, *ty)));
                return false;
            }
            Ex::ArrayNew { ty, init, len } => {
                if is_default(init) {
                    Ex::ArrayNewDefault {
                        ty: *ty,
                        len: Box::new(replace(len, Ex::Nop)),
                    }
                } else {
                    demand_stored(init, ty::element(program, *ty));
                    return false;
                }
            }
            Ex::Cast(heap, value) => match &mut **value {
                Ex::Null(_) => Ex::Null(HeapTy::None),
                // The outer cast fails whenever the inner one does.
                Ex::Cast(wider, inner) if ty::is_heap_subtype(program, *heap, *wider) => {
                    Ex::Cast(*heap, Box::new(replace(&mut **inner, Ex::Nop)))
                }
                value if self.is_a(value, *heap) => replace(value, Ex::Nop),
                _ => return false,
            },
            Ex::Test(heap, value) => {
                if let Ex::Cast(wider, inner) = &mut **value
                    && ty::is_heap_subtype(program, *heap, *wider)
                {
                    Ex::Test(*heap, Box::new(replace(&mut **inner, Ex::Nop)))
                } else if self.is_a(value, *heap) {
                    let is_null = Ex::IsNull(Box::new(replace(&mut **value, Ex::Nop)));
                    Ex::Num(NumOp::I32Eqz, vec![is_null])
                } else {
                    return false;
                }
            }
            Ex::IsNull(value) => match &mut **value {
                Ex::Null(_) => Ex::I32(1),
                Ex::Cast(_, inner) => Ex::IsNull(Box::new(replace(&mut **inner, Ex::Nop))),
                _ => return false,
            },
            Ex::RefEq(a, b) => match (&mut **a, &mut **b) {
                (Ex::Null(_), other) | (other, Ex::Null(_)) => {
                    Ex::IsNull(Box::new(replace(other, Ex::Nop)))
                }
                _ => return false,
            },
            Ex::ToExtern(value) | Ex::FromExtern(value) => match &mut **value {
                // Only inverse conversions type-check here.
                Ex::FromExtern(inner) | Ex::ToExtern(inner) => replace(&mut **inner, Ex::Nop),
                _ => return false,
            },
            Ex::Tee(local, value) if matches!(**value, Ex::Get(from) if from == *local) => {
                Ex::Get(*local)
            }
            Ex::Select {
                then, els, cond, ..
            } => {
                if num::truth(cond, program) {
                    return true;
                }
                match (&mut **then, &mut **els, &mut **cond) {
                    (then, els, Ex::I32(value)) if is_speculable(then) && is_speculable(els) => {
                        replace(if *value != 0 { then } else { els }, Ex::Nop)
                    }
                    (Ex::I32(1), Ex::I32(0), cond) if bits::is_bool(cond, program) => {
                        replace(cond, Ex::Nop)
                    }
                    (Ex::I32(0), Ex::I32(1), cond) => num::negate(replace(cond, Ex::Nop)),
                    (then, els, Ex::Num(NumOp::I32Eqz, args))
                        if is_speculable(then) && is_speculable(els) =>
                    {
                        std::mem::swap(then, els);
                        let inner = args.pop().unwrap_or(Ex::Nop);
                        **cond = inner;
                        return true;
                    }
                    _ => return false,
                }
            }
            Ex::If {
                result: Some(_), ..
            } => return control::value(self, ex),
            Ex::If {
                cond, result: None, ..
            }
            | Ex::BrIf(_, cond) => {
                return num::truth(cond, program);
            }
            Ex::Block {
                result: Some(_),
                body,
                ..
            } if body.len() == 1 => match body.pop() {
                Some(value) => value,
                None => return false,
            },
            _ => return false,
        };
        set(ex, new)
    }

    /// The value is statically of the type (or null).
    fn is_a(&self, value: &Ex, heap: HeapTy) -> bool {
        let values = ty::values(value, self.func, self.program);
        matches!(values[..], [got] if ty::is_subtype(self.program, got, WTy::Ref(heap)))
    }
}

fn set(ex: &mut Ex, new: Ex) -> bool {
    *ex = new;
    true
}

/// The value of an uninitialised slot.
pub(super) fn is_default(ex: &Ex) -> bool {
    matches!(
        ex,
        Ex::I32(0) | Ex::I64(0) | Ex::F32(0) | Ex::F64(0) | Ex::Null(_)
    )
}

fn demand_stored(value: &mut Ex, slot: Option<Field>) {
    match slot.map(|slot| slot.storage) {
        Some(Storage::I8) => bits::demand(value, 8),
        Some(Storage::I16) => bits::demand(value, 16),
        Some(Storage::Val(_)) | None => {}
    }
}

/// A block with a value that is evaluated before anything else.
fn leftmost_block(ex: &mut Ex) -> Option<&mut Ex> {
    match ex {
        Ex::Block {
            result: Some(_), ..
        } => Some(ex),
        Ex::Block { .. } | Ex::Loop { .. } => None,
        Ex::If { cond, .. } => leftmost_block(cond),
        _ => {
            let mut first = None;
            walk_children_mut(ex, &mut |child| {
                if first.is_none() {
                    first = Some(child);
                }
            });
            leftmost_block(first?)
        }
    }
}
