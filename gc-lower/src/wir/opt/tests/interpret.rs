//! WIR as a program: enough of it for random functions.

use std::{cell::RefCell, rc::Rc};

use wrc_base::{FxHashMap, PrimaryMap};
use wrc_object::*;

use super::super::fold::fold;
use crate::wir::{ir::*, ty};

/// What a run did: calls of the host with their arguments, in order, the
/// globals at the end, and the result; `None` when it trapped.
#[derive(Debug, PartialEq)]
pub(super) struct Trace {
    calls: Vec<(FuncId, Vec<i32>)>,
    globals: Vec<i32>,
    result: Option<i32>,
}

#[derive(Clone, Debug)]
enum Value {
    Num(Ex),
    Ref(Option<Rc<Object>>),
}

#[derive(Debug)]
struct Object {
    ty: TypeId,
    slots: RefCell<Vec<Value>>,
}

enum Exit {
    Br(WLabel),
    Return(Vec<Value>),
    Trap,
}

type Eval<T> = Result<T, Exit>;

pub(super) fn run(func: &WFunc, program: &Program, args: [i32; 2]) -> Trace {
    let mut cx = Cx {
        func,
        program,
        locals: func.locals.values().map(|ty| default(*ty)).collect(),
        globals: FxHashMap::default(),
        calls: Vec::new(),
    };
    for (at, arg) in args.into_iter().enumerate() {
        cx.locals[super::local(at)] = Value::Num(Ex::I32(arg));
    }
    for (id, global) in &program.globals {
        let value = cx.initial(&global.init);
        cx.globals.insert(id, value);
    }
    let result = match cx.list(&func.body) {
        Err(Exit::Return(values)) => values.first().and_then(number),
        Ok(_) | Err(Exit::Br(_) | Exit::Trap) => None,
    };
    let globals = program
        .globals
        .keys()
        .filter_map(|id| number(&cx.globals[&id]));
    Trace {
        globals: globals.collect(),
        calls: cx.calls,
        result,
    }
}

fn number(value: &Value) -> Option<i32> {
    match value {
        Value::Num(Ex::I32(value)) => Some(*value),
        _ => None,
    }
}

fn default(ty: WTy) -> Value {
    match ty {
        WTy::I32 => Value::Num(Ex::I32(0)),
        WTy::I64 => Value::Num(Ex::I64(0)),
        WTy::F32 => Value::Num(Ex::F32(0)),
        WTy::F64 => Value::Num(Ex::F64(0)),
        WTy::Ref(_) => Value::Ref(None),
    }
}

struct Cx<'a> {
    func: &'a WFunc,
    program: &'a Program,
    locals: PrimaryMap<WLocal, Value>,
    globals: FxHashMap<GlobalId, Value>,
    calls: Vec<(FuncId, Vec<i32>)>,
}

impl Cx<'_> {
    fn initial(&self, init: &GlobalInit) -> Value {
        match init {
            GlobalInit::I32(value) => Value::Num(Ex::I32(*value)),
            GlobalInit::Struct(ty, items) => {
                let items = items.iter().map(|item| self.initial(item)).collect();
                new_object(*ty, items)
            }
            GlobalInit::ArrayDefault(ty, len) => {
                new_object(*ty, vec![Value::Num(Ex::I32(0)); *len as usize])
            }
            _ => Value::Ref(None),
        }
    }

    /// The value of the last one.
    fn list(&mut self, body: &[Ex]) -> Eval<Option<Value>> {
        let mut last = None;
        for ex in body {
            last = self.ex(ex)?;
        }
        Ok(last)
    }

    fn value(&mut self, ex: &Ex) -> Eval<Value> {
        self.ex(ex)?.ok_or(Exit::Trap)
    }

    fn i32(&mut self, ex: &Ex) -> Eval<i32> {
        number(&self.value(ex)?).ok_or(Exit::Trap)
    }

    fn object(&mut self, ex: &Ex) -> Eval<Option<Rc<Object>>> {
        match self.value(ex)? {
            Value::Ref(object) => Ok(object),
            Value::Num(_) => Err(Exit::Trap),
        }
    }

    fn values(&mut self, args: &[Ex]) -> Eval<Vec<Value>> {
        args.iter().map(|arg| self.value(arg)).collect()
    }

    fn call(&mut self, callee: FuncId, args: &[Ex]) -> Eval<Vec<Value>> {
        let args: Vec<i32> = self.values(args)?.iter().filter_map(number).collect();
        let results = ty::signature(self.program, self.program.funcs[callee].ty)
            .1
            .len();
        let sum = args
            .iter()
            .fold(results as i32, |sum, arg| sum.wrapping_mul(7) ^ arg);
        self.calls.push((callee, args));
        Ok((0..results as i32)
            .map(|at| Value::Num(Ex::I32(sum.wrapping_add(at))))
            .collect())
    }

    fn is_a(&self, object: &Object, heap: HeapTy) -> bool {
        ty::is_heap_subtype(self.program, HeapTy::Type(object.ty), heap)
    }

    fn ex(&mut self, ex: &Ex) -> Eval<Option<Value>> {
        let bool = |value: bool| Ok(Some(Value::Num(Ex::I32(i32::from(value)))));
        Ok(Some(match ex {
            Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_) => Value::Num(ex.clone()),
            Ex::Null(_) => Value::Ref(None),
            Ex::Get(local) => self.locals[*local].clone(),
            Ex::Set(local, value) | Ex::Tee(local, value) => {
                let value = self.value(value)?;
                self.locals[*local] = value.clone();
                return Ok(matches!(ex, Ex::Tee(..)).then_some(value));
            }
            Ex::GlobalGet(global) => self.globals[global].clone(),
            Ex::GlobalSet(global, value) => {
                let value = self.value(value)?;
                self.globals.insert(*global, value);
                return Ok(None);
            }
            Ex::Num(op, args) => {
                let args = self.values(args)?.into_iter().map(|value| match value {
                    Value::Num(ex) => Ok(ex),
                    Value::Ref(_) => Err(Exit::Trap),
                });
                let args: Vec<Ex> = args.collect::<Eval<_>>()?;
                Value::Num(fold(*op, &args).ok_or(Exit::Trap)?)
            }
            Ex::StructNew(ty, args) => {
                let fields = ty::struct_fields(self.program, *ty).unwrap_or_default();
                let values = self.values(args)?.into_iter().zip(fields);
                new_object(
                    *ty,
                    values
                        .map(|(value, field)| stored(value, field.storage))
                        .collect(),
                )
            }
            Ex::StructNewDefault(ty) => {
                let fields = ty::struct_fields(self.program, *ty).unwrap_or_default();
                new_object(
                    *ty,
                    fields.iter().map(|f| default(f.storage.value())).collect(),
                )
            }
            Ex::StructGet {
                ty,
                field,
                signed,
                obj,
            } => {
                let object = self.object(obj)?.ok_or(Exit::Trap)?;
                let slot = ty::struct_field(self.program, *ty, *field).ok_or(Exit::Trap)?;
                loaded(
                    &object.slots.borrow()[*field as usize],
                    slot.storage,
                    *signed,
                )
            }
            Ex::StructSet {
                ty,
                field,
                obj,
                value,
            } => {
                let object = self.object(obj)?;
                let value = self.value(value)?;
                let slot = ty::struct_field(self.program, *ty, *field).ok_or(Exit::Trap)?;
                let object = object.ok_or(Exit::Trap)?;
                object.slots.borrow_mut()[*field as usize] = stored(value, slot.storage);
                return Ok(None);
            }
            Ex::ArrayGet {
                ty,
                signed,
                array,
                index,
            } => {
                let object = self.object(array)?;
                let index = self.i32(index)? as usize;
                let slot = ty::element(self.program, *ty).ok_or(Exit::Trap)?;
                let slots = object.ok_or(Exit::Trap)?;
                let slots = slots.slots.borrow();
                loaded(slots.get(index).ok_or(Exit::Trap)?, slot.storage, *signed)
            }
            Ex::ArraySet {
                ty,
                array,
                index,
                value,
            } => {
                let object = self.object(array)?;
                let index = self.i32(index)? as usize;
                let value = self.value(value)?;
                let slot = ty::element(self.program, *ty).ok_or(Exit::Trap)?;
                let object = object.ok_or(Exit::Trap)?;
                let mut slots = object.slots.borrow_mut();
                *slots.get_mut(index).ok_or(Exit::Trap)? = stored(value, slot.storage);
                return Ok(None);
            }
            Ex::ArrayLen(array) => {
                let object = self.object(array)?.ok_or(Exit::Trap)?;
                let len = object.slots.borrow().len() as i32;
                Value::Num(Ex::I32(len))
            }
            Ex::IsNull(value) => return bool(self.object(value)?.is_none()),
            Ex::RefEq(a, b) => {
                let (a, b) = (self.object(a)?, self.object(b)?);
                return bool(match (a, b) {
                    (Some(a), Some(b)) => Rc::ptr_eq(&a, &b),
                    (a, b) => a.is_none() && b.is_none(),
                });
            }
            Ex::Cast(heap, value) => match self.object(value)? {
                Some(object) if !self.is_a(&object, *heap) => return Err(Exit::Trap),
                object => Value::Ref(object),
            },
            Ex::Test(heap, value) => {
                let object = self.object(value)?;
                return bool(object.is_some_and(|object| self.is_a(&object, *heap)));
            }
            Ex::Call(callee, args) => return Ok(self.call(*callee, args)?.into_iter().next()),
            Ex::SetMulti(locals, call) => {
                let Ex::Call(callee, args) = &**call else {
                    return Err(Exit::Trap);
                };
                let values = self.call(*callee, args)?;
                for (local, value) in locals.iter().zip(values) {
                    if let Some(local) = local {
                        self.locals[*local] = value;
                    }
                }
                return Ok(None);
            }
            Ex::Block {
                label,
                result,
                body,
            } => {
                let value = match self.list(body) {
                    Err(Exit::Br(to)) if to == *label => None,
                    other => other?,
                };
                return Ok(value.filter(|_| result.is_some()));
            }
            Ex::Loop { label, body } => loop {
                match self.list(body) {
                    Err(Exit::Br(to)) if to == *label => {}
                    other => return other.map(|_| None),
                }
            },
            Ex::If {
                cond,
                result,
                then,
                els,
            } => {
                let arm = if self.i32(cond)? != 0 { then } else { els };
                let value = self.list(arm)?;
                return Ok(value.filter(|_| result.is_some()));
            }
            Ex::Br(label) => return Err(Exit::Br(*label)),
            Ex::BrIf(label, cond) => match self.i32(cond)? {
                0 => return Ok(None),
                _ => return Err(Exit::Br(*label)),
            },
            Ex::BrTable {
                index,
                labels,
                default,
            } => {
                let index = self.i32(index)? as u32 as usize;
                return Err(Exit::Br(*labels.get(index).unwrap_or(default)));
            }
            Ex::Return(values) => {
                let values = self.values(values)?;
                return Err(Exit::Return(values));
            }
            Ex::Drop(value) => {
                self.value(value)?;
                return Ok(None);
            }
            Ex::Select {
                then, els, cond, ..
            } => {
                let (then, els) = (self.value(then)?, self.value(els)?);
                if self.i32(cond)? != 0 { then } else { els }
            }
            Ex::Nop => return Ok(None),
            Ex::Sym(_)
            | Ex::ArrayNew { .. }
            | Ex::ArrayNewDefault { .. }
            | Ex::ArrayNewFixed(..)
            | Ex::ArrayNewData { .. }
            | Ex::ArrayCopy { .. }
            | Ex::ArrayFill { .. }
            | Ex::FromExtern(_)
            | Ex::ToExtern(_)
            | Ex::CallIndirect { .. }
            | Ex::Unreachable => {
                debug_assert!(
                    matches!(ex, Ex::Unreachable),
                    "not generated in {}",
                    self.func.name
                );
                return Err(Exit::Trap);
            }
        }))
    }
}

fn new_object(ty: TypeId, slots: Vec<Value>) -> Value {
    Value::Ref(Some(Rc::new(Object {
        ty,
        slots: RefCell::new(slots),
    })))
}

fn stored(value: Value, storage: Storage) -> Value {
    match (storage, value) {
        (Storage::I8, Value::Num(Ex::I32(value))) => Value::Num(Ex::I32(value & 0xff)),
        (Storage::I16, Value::Num(Ex::I32(value))) => Value::Num(Ex::I32(value & 0xffff)),
        (_, value) => value,
    }
}

fn loaded(value: &Value, storage: Storage, signed: bool) -> Value {
    match (storage, value) {
        (Storage::I8, Value::Num(Ex::I32(value))) if signed => {
            Value::Num(Ex::I32(i32::from(*value as i8)))
        }
        (Storage::I16, Value::Num(Ex::I32(value))) if signed => {
            Value::Num(Ex::I32(i32::from(*value as i16)))
        }
        (_, value) => value.clone(),
    }
}
