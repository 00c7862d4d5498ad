//! Runs a body and records what it shows.

use super::db::{FUNCS, Func, GENERATED, NEST, PAIR};
use crate::intrinsics::Intrinsic;
use crate::passes::fold;
use crate::pir::{
    AggregateKind, Block, Body, Callee, Constant, Instance, Label, Operand, Place, PlaceBase, Proj,
    Rvalue, StmtKind, Tcx,
};
use wrc_base::EntityRef;
use wrc_thir::{CastKind, Mutability, Ty};

#[derive(Clone, PartialEq, Debug)]
enum Value {
    /// Not assigned, or moved.
    Nothing,
    Bits(u128),
    Unit,
    Object(usize),
    /// Tuples and `Copy` structs.
    Flat(Vec<Value>),
    Enum(u32, Vec<Value>),
    /// A box: what it holds is an object of its own.
    Boxed(usize),
    /// To an object.
    Thin(usize),
    /// To a slot.
    Fat(Box<Loc>),
    /// Of a slot, frozen.
    Snapshot(Box<Value>),
}

#[derive(Clone, PartialEq, Debug)]
enum Loc {
    /// Of a frame.
    Local(usize, usize),
    Field(usize, usize),
    /// The object itself, reached by a reference.
    Object(usize),
    Part(Box<Loc>, usize),
    Frozen(Box<Value>),
}

enum Flow {
    Next,
    Break(Label),
    Continue(Label),
    Return,
}

type Run<T> = Result<T, String>;

struct Machine<'t, 'a> {
    tcx: &'t Tcx<'a>,
    body: &'t Body,
    generated: Option<&'t Body>,
    frames: Vec<Vec<Value>>,
    frame: usize,
    objects: Vec<Vec<Value>>,
    trace: Vec<u128>,
    steps: usize,
}

/// The values observed, in order. `generated` is the function that may be called.
pub(super) fn run(tcx: &Tcx, body: &Body, generated: Option<&Body>) -> Run<Vec<u128>> {
    let mut machine = Machine {
        tcx,
        body,
        generated,
        frames: vec![vec![Value::Nothing; body.locals.len()]],
        frame: 0,
        objects: Vec::new(),
        trace: Vec::new(),
        steps: 0,
    };
    match machine.block(&body.block)? {
        Flow::Return => Ok(machine.trace),
        Flow::Next | Flow::Break(_) | Flow::Continue(_) => Err("runs off its end".to_owned()),
    }
}

fn is_object(ty: Ty) -> bool {
    matches!(ty.as_adt(), Some((PAIR | NEST, _)))
}

impl Machine<'_, '_> {
    fn block(&mut self, block: &Block) -> Run<Flow> {
        for stmt in block {
            match self.stmt(&stmt.kind)? {
                Flow::Next => {}
                flow => return Ok(flow),
            }
        }
        Ok(Flow::Next)
    }

    fn stmt(&mut self, kind: &StmtKind) -> Run<Flow> {
        self.steps += 1;
        if self.steps > 100_000 {
            return Err("does not end".to_owned());
        }
        match kind {
            StmtKind::Assign(dest, rvalue) => {
                let value = self.rvalue(dest, rvalue)?;
                self.assign(dest, value)?;
            }
            StmtKind::CheckedBinary {
                dest,
                overflow,
                op,
                lhs,
                rhs,
            } => {
                let lhs = (self.bits(lhs)?, super::db::int());
                let rhs = (self.bits(rhs)?, super::db::int());
                let (bits, wrapped) = fold::overflowing(*op, lhs, rhs).ok_or("checked")?;
                self.assign(dest, Value::Bits(bits))?;
                self.assign(overflow, Value::Bits(wrapped.into()))?;
            }
            StmtKind::Call { dest, callee, args } => {
                let values = args
                    .iter()
                    .map(|arg| self.operand(arg))
                    .collect::<Run<Vec<Value>>>()?;
                let result = self.call(callee, values)?;
                self.assign(dest, result)?;
            }
            StmtKind::Drop(_) => return Err("drop".to_owned()),
            StmtKind::If { cond, then, els } => {
                let taken = if self.bits(cond)? != 0 { then } else { els };
                return self.block(taken);
            }
            StmtKind::Switch {
                value,
                arms,
                default,
            } => {
                let bits = self.bits(value)?;
                let arm = arms.iter().find(|(values, _)| values.contains(&bits));
                return self.block(arm.map_or(default, |(_, arm)| arm));
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                let loc = self.place(place)?;
                let Value::Enum(variant, _) = self.read(&loc)? else {
                    return Err("switch on no enum".to_owned());
                };
                let arm = arms
                    .iter()
                    .find(|(variants, _)| variants.iter().any(|v| v.0 == variant));
                return match arm.map(|(_, arm)| arm).or(default.as_ref()) {
                    Some(arm) => self.block(arm),
                    None => Err("no arm".to_owned()),
                };
            }
            StmtKind::Loop { label, body } => loop {
                match self.block(body)? {
                    Flow::Next => {}
                    Flow::Continue(to) if to == *label => {}
                    Flow::Break(to) if to == *label => break,
                    flow => return Ok(flow),
                }
            },
            StmtKind::Block { label, body } => match self.block(body)? {
                Flow::Break(to) if to == *label => {}
                flow => return Ok(flow),
            },
            StmtKind::Break(label) => return Ok(Flow::Break(*label)),
            StmtKind::Continue(label) => return Ok(Flow::Continue(*label)),
            StmtKind::Return => return Ok(Flow::Return),
            StmtKind::Unreachable => return Err("unreachable reached".to_owned()),
        }
        Ok(Flow::Next)
    }

    fn call(&mut self, callee: &Callee, mut args: Vec<Value>) -> Run<Value> {
        match callee {
            Callee::Instance(Instance::Fn(GENERATED, _)) => self.enter(args),
            Callee::Instance(Instance::Fn(def, _)) => self.func(FUNCS[def.0 as usize], args),
            Callee::Intrinsic(Intrinsic::BoxNew, _) => {
                let content = args.pop().ok_or("no value")?;
                self.objects.push(vec![content]);
                Ok(Value::Boxed(self.objects.len() - 1))
            }
            Callee::Intrinsic(Intrinsic::PtrRead, _) => {
                let loc = self.target(&args[0])?;
                if let value @ Value::Boxed(_) = self.read(&loc)? {
                    // A box read is a second handle of what it holds.
                    return Ok(value);
                }
                if let Loc::Object(object) = loc {
                    // The content, in a new object.
                    let fields = self.objects[object].clone();
                    return Ok(self.object(fields));
                }
                self.take(&loc)
            }
            Callee::Intrinsic(Intrinsic::PtrWrite, _) => {
                let value = args.pop().ok_or("no value")?;
                let loc = self.target(&args[0])?;
                self.write(&loc, value)?;
                Ok(Value::Unit)
            }
            _ => Err(format!("call of {callee:?}")),
        }
    }

    fn enter(&mut self, args: Vec<Value>) -> Run<Value> {
        let body = self.generated.ok_or("no generated function")?;
        let mut locals = vec![Value::Nothing; body.locals.len()];
        for (param, arg) in body.params.iter().zip(args) {
            locals[param.index()] = arg;
        }
        self.frames.push(locals);
        let outer = (
            std::mem::replace(&mut self.body, body),
            std::mem::replace(&mut self.frame, self.frames.len() - 1),
        );
        let flow = self.block(&body.block)?;
        let result = self.frames[self.frame][body.ret.index()].clone();
        (self.body, self.frame) = outer;
        match flow {
            Flow::Return => Ok(result),
            Flow::Next | Flow::Break(_) | Flow::Continue(_) => Err("runs off its end".to_owned()),
        }
    }

    fn func(&mut self, func: Func, args: Vec<Value>) -> Run<Value> {
        let int = |value: &Value| match value {
            Value::Bits(bits) => Ok(*bits),
            other => Err(format!("not a number: {other:?}")),
        };
        match func {
            Func::Observe => {
                self.trace.push(int(&args[0])?);
                Ok(Value::Unit)
            }
            Func::Bump => {
                let loc = self.target(&args[0])?;
                let old = self.read(&loc)?;
                let new = (int(&old)? + int(&args[1])?) & 0xffff_ffff;
                self.write(&loc, Value::Bits(new))?;
                Ok(Value::Unit)
            }
            Func::SetPair => {
                let Loc::Object(object) = self.target(&args[0])? else {
                    return Err("no pair".to_owned());
                };
                let bits = int(&args[1])?;
                let next = (bits + 1) & 0xffff_ffff;
                self.objects[object] = vec![Value::Bits(bits), Value::Bits(next)];
                Ok(Value::Unit)
            }
            Func::SamePair | Func::SameInt => Ok(args[0].clone()),
            Func::MakePair => {
                let bits = int(&args[0])?;
                Ok(self.object(vec![Value::Bits(bits), Value::Bits(bits ^ 1)]))
            }
            Func::Even => {
                let bits = int(&args[0])?;
                Ok(if bits % 2 == 0 {
                    Value::Enum(1, vec![Value::Bits(bits)])
                } else {
                    Value::Enum(0, Vec::new())
                })
            }
            Func::Read => {
                let loc = self.target(&args[0])?;
                self.read(&loc)
            }
        }
    }

    fn object(&mut self, fields: Vec<Value>) -> Value {
        self.objects.push(fields);
        Value::Object(self.objects.len() - 1)
    }

    fn target(&self, reference: &Value) -> Run<Loc> {
        match reference {
            Value::Thin(object) => Ok(Loc::Object(*object)),
            Value::Fat(loc) => Ok((**loc).clone()),
            Value::Snapshot(value) => Ok(Loc::Frozen(value.clone())),
            other => Err(format!("not a reference: {other:?}")),
        }
    }

    fn place(&self, place: &Place) -> Run<Loc> {
        let PlaceBase::Local(local) = place.base else {
            return Err("a static".to_owned());
        };
        let mut loc = Loc::Local(self.frame, local.index());
        for step in &place.proj {
            let value = self.read(&loc)?;
            loc = match (step, value) {
                (Proj::Field(field), Value::Object(object)) => Loc::Field(object, field.0 as usize),
                (Proj::Field(field), Value::Flat(_) | Value::Enum(..)) => {
                    Loc::Part(Box::new(loc), field.0 as usize)
                }
                (Proj::Variant(variant), Value::Enum(own, _)) if own == variant.0 => loc,
                (Proj::Deref, Value::Boxed(object)) => Loc::Field(object, 0),
                (Proj::Deref, value) => self.target(&value)?,
                // A part of something not built yet.
                (Proj::Field(field), Value::Nothing) => Loc::Part(Box::new(loc), field.0 as usize),
                (step, value) => return Err(format!("{step:?} of {value:?} in {place:?}")),
            };
        }
        Ok(loc)
    }

    fn read(&self, loc: &Loc) -> Run<Value> {
        Ok(match loc {
            Loc::Local(frame, index) => self.frames[*frame][*index].clone(),
            Loc::Field(object, field) => self.objects[*object][*field].clone(),
            Loc::Object(object) => Value::Object(*object),
            Loc::Part(whole, index) => match self.read(whole)? {
                Value::Flat(parts) | Value::Enum(_, parts) => {
                    parts.get(*index).cloned().ok_or("no such part")?
                }
                other => return Err(format!("part of {other:?}")),
            },
            Loc::Frozen(value) => (**value).clone(),
        })
    }

    fn write(&mut self, loc: &Loc, value: Value) -> Run<()> {
        match loc {
            Loc::Local(frame, index) => self.frames[*frame][*index] = value,
            Loc::Field(object, field) => self.objects[*object][*field] = value,
            Loc::Object(object) => {
                let Value::Object(from) = value else {
                    return Err("content of no object".to_owned());
                };
                self.objects[*object] = self.objects[from].clone();
            }
            Loc::Part(whole, index) => {
                let mut parts = self.read(whole)?;
                match &mut parts {
                    Value::Flat(parts) | Value::Enum(_, parts) if *index < parts.len() => {
                        parts[*index] = value;
                    }
                    // The parts of a pair are written one by one.
                    Value::Nothing => {
                        let mut fields = vec![Value::Nothing; 2];
                        fields[*index] = value;
                        parts = Value::Flat(fields);
                    }
                    other => return Err(format!("part of {other:?}")),
                }
                self.write(whole, parts)?;
            }
            Loc::Frozen(_) => return Err("write through a shared reference".to_owned()),
        }
        Ok(())
    }

    /// Moves out of a slot.
    fn take(&mut self, loc: &Loc) -> Run<Value> {
        if let Loc::Object(object) = loc {
            return Ok(Value::Object(*object));
        }
        let value = self.read(loc)?;
        self.write(loc, Value::Nothing)?;
        Ok(value)
    }

    fn assign(&mut self, dest: &Place, value: Value) -> Run<()> {
        let loc = self.place(dest)?;
        self.write(&loc, value)
    }

    fn operand(&mut self, operand: &Operand) -> Run<Value> {
        let value = match operand {
            Operand::Copy(place) => {
                let loc = self.place(place)?;
                self.read(&loc)?
            }
            Operand::Move(place) => {
                let loc = self.place(place)?;
                self.take(&loc)?
            }
            Operand::Const(Constant::Scalar(bits, _)) => Value::Bits(*bits),
            Operand::Const(Constant::Zst(_)) => Value::Unit,
            Operand::Const(other) => return Err(format!("constant {other:?}")),
            Operand::Borrow(m, place) => self.borrow(*m, place)?,
        };
        if value == Value::Nothing {
            return Err(format!("{operand:?} has no value"));
        }
        Ok(value)
    }

    fn bits(&mut self, operand: &Operand) -> Run<u128> {
        match self.operand(operand)? {
            Value::Bits(bits) => Ok(bits),
            other => Err(format!("not a number: {other:?}")),
        }
    }

    fn borrow(&mut self, m: Mutability, place: &Place) -> Run<Value> {
        let loc = self.place(place)?;
        let ty = self.tcx.place_ty(self.body, place).ty;
        let value = self.read(&loc)?;
        if value == Value::Nothing {
            return Err(format!("borrow of {place:?}, which has no value"));
        }
        Ok(match value {
            Value::Object(object) if is_object(ty) => Value::Thin(object),
            value if m == Mutability::Not => Value::Snapshot(Box::new(value)),
            _ => Value::Fat(Box::new(loc)),
        })
    }

    fn rvalue(&mut self, dest: &Place, rvalue: &Rvalue) -> Run<Value> {
        let ty = self.tcx.place_ty(self.body, dest).ty;
        Ok(match rvalue {
            // Splitting an enum copies scalars that the variant did not set.
            Rvalue::Use(Operand::Copy(place))
                if place.as_local().is_some() && ty == super::db::int() =>
            {
                let loc = self.place(place)?;
                self.read(&loc)?
            }
            Rvalue::Use(operand) => self.operand(operand)?,
            Rvalue::Ref(m, place) => self.borrow(*m, place)?,
            Rvalue::RawPtr(_, place) => self.borrow(Mutability::Mut, place)?,
            Rvalue::Cast(CastKind::Pointer, operand, _) => self.operand(operand)?,
            Rvalue::Unary(..) | Rvalue::Binary(..) | Rvalue::Cast(..) => {
                let constant = self.constants(rvalue)?;
                match fold::fold(&constant) {
                    Some(Constant::Scalar(bits, _)) => Value::Bits(bits),
                    _ => return Err(format!("{rvalue:?}")),
                }
            }
            Rvalue::Aggregate(kind, operands) => {
                let values = operands
                    .iter()
                    .map(|operand| self.operand(operand))
                    .collect::<Run<Vec<Value>>>()?;
                match kind {
                    AggregateKind::Adt(_, variant, _)
                        if matches!(ty.as_adt(), Some((super::db::OPTION, _))) =>
                    {
                        Value::Enum(variant.0, values)
                    }
                    _ if is_object(ty) => self.object(values),
                    _ => Value::Flat(values),
                }
            }
            Rvalue::Discriminant(place) => {
                let loc = self.place(place)?;
                match self.read(&loc)? {
                    Value::Enum(variant, _) => Value::Bits(variant.into()),
                    other => return Err(format!("discriminant of {other:?}")),
                }
            }
            Rvalue::Repeat(..) | Rvalue::Len(_) => return Err("arrays".to_owned()),
        })
    }

    /// The operation on the operands' values.
    fn constants(&mut self, rvalue: &Rvalue) -> Run<Rvalue> {
        let mut constant = |operand: &Operand| -> Run<Operand> {
            let ty = self.tcx.operand_ty(self.body, operand);
            let bits = self.bits(operand)?;
            Ok(Operand::Const(Constant::Scalar(bits, ty)))
        };
        Ok(match rvalue {
            Rvalue::Unary(op, operand) => Rvalue::Unary(*op, constant(operand)?),
            Rvalue::Binary(op, lhs, rhs) => Rvalue::Binary(*op, constant(lhs)?, constant(rhs)?),
            Rvalue::Cast(kind, operand, to) => Rvalue::Cast(*kind, constant(operand)?, *to),
            other => return Err(format!("{other:?}")),
        })
    }
}
