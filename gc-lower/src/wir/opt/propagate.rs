//! Copies and small constants reach their uses; zeros are not stored to
//! locals that are zero.
//!
//! ```text
//! l2 = l0                        l2 = l0
//! drop (i32.add l2 l2)     =>    drop (i32.add l0 l0)
//! ```
//!
//! What a local holds is known along straight code, into constructs, and
//! after them as far as nothing inside wrote to it.

use wrc_base::SmallVec;
use wrc_object::*;

use super::simplify::is_default;
use crate::wir::{effects::Effects, ir::*, local_set::LocalSet, walk::walk_children_mut};

pub(super) fn run(func: &mut WFunc, program: &Program) {
    let mut body = std::mem::take(&mut func.body);
    let mut known = Known {
        fresh: LocalSet::range(func.params.len()..func.locals.len()),
        values: SmallVec::new(),
    };
    Cx { func, program }.list(&mut body, &mut known);
    func.body = body;
}

struct Cx<'a> {
    func: &'a WFunc,
    program: &'a Program,
}

/// What locals hold.
#[derive(Clone)]
struct Known {
    /// Never written so far.
    fresh: LocalSet,
    values: SmallVec<[(WLocal, Value); 8]>,
}

#[derive(Clone, PartialEq)]
enum Value {
    Copy(WLocal),
    /// A cast of another local to a type.
    Cast(HeapTy, WLocal),
    Const(Ex),
}

impl Known {
    fn get(&self, local: WLocal) -> Option<&Value> {
        self.values
            .iter()
            .find(|(known, _)| *known == local)
            .map(|(_, value)| value)
    }

    fn forget(&mut self, local: WLocal) {
        self.fresh.remove(local);
        self.values.retain(|(known, value)| {
            let depends = match value {
                Value::Copy(from) | Value::Cast(_, from) => *from == local,
                Value::Const(_) => false,
            };
            *known != local && !depends
        });
    }

    fn forget_all(&mut self, locals: &LocalSet) {
        locals.iter().for_each(|local| self.forget(local));
    }

    fn learn(&mut self, local: WLocal, value: Value) {
        const LIMIT: usize = 64;
        if self.values.len() == LIMIT {
            self.values.remove(0);
        }
        self.values.push((local, value));
    }
}

impl Cx<'_> {
    fn list(&mut self, body: &mut [Ex], known: &mut Known) {
        body.iter_mut().for_each(|ex| self.ex(ex, known));
    }

    fn ex(&mut self, ex: &mut Ex, known: &mut Known) {
        match ex {
            Ex::Get(local) => match known.get(*local) {
                Some(Value::Copy(from)) => *local = *from,
                Some(Value::Const(value)) => *ex = value.clone(),
                Some(Value::Cast(..)) | None => {}
            },
            Ex::Set(local, value) => {
                let local = *local;
                self.ex(value, known);
                if is_default(value) && known.fresh.contains(local) || holds(known, local, value) {
                    *ex = Ex::Nop;
                    return;
                }
                self.write(local, value, known);
            }
            Ex::Tee(local, value) => {
                self.ex(value, known);
                self.write(*local, value, known);
            }
            Ex::SetMulti(locals, call) => {
                self.ex(call, known);
                locals
                    .iter()
                    .flatten()
                    .for_each(|local| known.forget(*local));
            }
            Ex::Cast(heap, value) => {
                self.ex(value, known);
                if let Ex::Get(from) = **value {
                    let cast = Value::Cast(*heap, from);
                    if let Some((same, _)) = known.values.iter().find(|(_, value)| *value == cast) {
                        *ex = Ex::Get(*same);
                    }
                }
            }
            Ex::Block { body, .. } => {
                let mut after = known.clone();
                let writes = writes(body, self.program);
                self.list(body, known);
                after.forget_all(&writes);
                *known = after;
            }
            Ex::Loop { body, .. } => {
                known.forget_all(&writes(body, self.program));
                let after = known.clone();
                self.list(body, known);
                *known = after;
            }
            Ex::If {
                cond, then, els, ..
            } => {
                self.ex(cond, known);
                let mut after = known.clone();
                for arm in [then, els] {
                    let writes = writes(arm, self.program);
                    self.list(arm, &mut known.clone());
                    after.forget_all(&writes);
                }
                *known = after;
            }
            _ => walk_children_mut(ex, &mut |child| self.ex(child, known)),
        }
    }

    fn write(&mut self, local: WLocal, value: &Ex, known: &mut Known) {
        known.forget(local);
        match value {
            Ex::Get(from) => known.learn(local, Value::Copy(*from)),
            Ex::Cast(heap, inner) => {
                if let Ex::Get(from) = **inner
                    && from != local
                    && self.func.locals[local] == WTy::Ref(*heap)
                {
                    known.learn(local, Value::Cast(*heap, from));
                }
            }
            value if is_small(value) => known.learn(local, Value::Const(value.clone())),
            _ => {}
        }
    }
}

/// Storing the value again changes nothing.
fn holds(known: &Known, local: WLocal, value: &Ex) -> bool {
    match (known.get(local), value) {
        (Some(Value::Copy(from)), Ex::Get(to)) => from == to,
        (Some(Value::Const(constant)), value) => constant == value,
        _ => false,
    }
}

/// As short as reading a local.
fn is_small(ex: &Ex) -> bool {
    match ex {
        Ex::I32(value) => (-64..64).contains(value),
        Ex::I64(value) => (-64..64).contains(value),
        Ex::Null(HeapTy::None) => true,
        _ => false,
    }
}

fn writes(body: &[Ex], program: &Program) -> LocalSet {
    let mut effects = Effects::default();
    body.iter().for_each(|ex| effects.add(ex, program));
    effects.writes
}
