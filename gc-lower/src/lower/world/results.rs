//! Functions that always give the same constant: callers need not look.
//!
//! ```text
//! if (call write_str out text) { fail }   ==>   drop (call write_str …)
//! ```

use super::calls::selector;
use crate::wir::{
    Ex, WFunc, WLabel, WLocal,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{EntityRef, FxHashMap};
use wrc_object::*;

/// What a result is, over all returns: nothing known yet, one constant, or
/// several values.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    Unknown,
    Constant(Ex),
    Values,
}

struct Results<'p> {
    program: &'p Program,
    funcs: FxHashMap<FuncId, Vec<Known>>,
}

impl Results<'_> {
    /// What a call gives, if anything is known.
    fn of(&self, call: &Ex) -> Option<Vec<Known>> {
        match call {
            Ex::Call(func, _) => self.funcs.get(func).cloned(),
            Ex::CallIndirect { index, .. } => {
                let selector = selector(index)?;
                let mut all: Option<Vec<Known>> = None;
                for func in self.program.selectors[selector].iter().flatten() {
                    let known = self.funcs.get(func)?;
                    all = Some(match all {
                        None => known.clone(),
                        Some(all) => all.iter().zip(known).map(|(a, b)| met(a, b)).collect(),
                    });
                }
                all
            }
            _ => None,
        }
    }
}

pub(super) fn fold_constant_results(
    program: &Program,
    funcs: &mut [(FuncId, WFunc)],
    changed: &mut [bool],
) {
    let unknown = funcs
        .iter()
        .map(|(id, func)| (*id, vec![Known::Unknown; func.results.len()]));
    let mut results = Results {
        program,
        funcs: unknown.collect(),
    };
    // Optimistic: a function that only returns what it calls itself for
    // returns nothing else.
    loop {
        let mut is_stable = true;
        for (id, func) in funcs.iter() {
            let mut now = vec![Known::Unknown; func.results.len()];
            for ex in &func.body {
                returned(ex, &results, &mut now);
            }
            if results.funcs.get(id) != Some(&now) {
                results.funcs.insert(*id, now);
                is_stable = false;
            }
        }
        if is_stable {
            break;
        }
    }
    let is_constant = |known: &Vec<Known>| known.iter().any(|k| matches!(k, Known::Constant(_)));
    if !results.funcs.values().any(is_constant) {
        return;
    }
    for ((_, func), changed) in funcs.iter_mut().zip(changed) {
        let mut labels = func.labels;
        statements(&mut func.body, &results, &mut labels, changed);
        func.labels = labels;
    }
}

fn returned(ex: &Ex, results: &Results, now: &mut [Known]) {
    if let Ex::Return(values) = ex {
        let single = match &values[..] {
            [call @ (Ex::Call(..) | Ex::CallIndirect { .. })] => results.of(call),
            _ => None,
        };
        for (i, now) in now.iter_mut().enumerate() {
            let value = match (&single, values.get(i)) {
                (Some(known), _) => known.get(i).cloned().unwrap_or(Known::Values),
                (None, Some(value)) if is_constant(value) => Known::Constant(value.clone()),
                (None, Some(call)) => match results.of(call).as_deref() {
                    Some([known]) => known.clone(),
                    _ => Known::Values,
                },
                (None, None) => Known::Values,
            };
            *now = met(now, &value);
        }
    }
    walk_children(ex, &mut |child| returned(child, results, now));
}

fn met(a: &Known, b: &Known) -> Known {
    match (a, b) {
        (Known::Unknown, other) | (other, Known::Unknown) => other.clone(),
        (Known::Constant(a), Known::Constant(b)) if a == b => Known::Constant(a.clone()),
        _ => Known::Values,
    }
}

fn is_call(ex: &Ex) -> bool {
    matches!(ex, Ex::Call(..) | Ex::CallIndirect { .. })
}

fn is_constant(ex: &Ex) -> bool {
    matches!(ex, Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_))
}

/// Calls whose value is used, in statements and below.
fn statements(body: &mut Vec<Ex>, results: &Results, labels: &mut u32, changed: &mut bool) {
    let mut out = Vec::with_capacity(body.len());
    for mut ex in std::mem::take(body) {
        let after = match &mut ex {
            Ex::SetMulti(locals, call) => constants_of(locals, call, results),
            _ => Vec::new(),
        };
        inside(&mut ex, results, labels, changed);
        out.push(ex);
        *changed |= !after.is_empty();
        out.extend(after);
    }
    *body = out;
}

/// Sets of the results that are constant; the call itself drops them.
fn constants_of(locals: &mut [Option<WLocal>], call: &Ex, results: &Results) -> Vec<Ex> {
    let Some(known) = results.of(call) else {
        return Vec::new();
    };
    let mut sets = Vec::new();
    for (local, known) in locals.iter_mut().zip(known) {
        if let (Some(target), Known::Constant(value)) = (*local, known) {
            sets.push(Ex::Set(target, Box::new(value.clone())));
            *local = None;
        }
    }
    sets
}

fn inside(ex: &mut Ex, results: &Results, labels: &mut u32, changed: &mut bool) {
    match ex {
        Ex::Block { body, result, .. } if result.is_none() => {
            return statements(body, results, labels, changed);
        }
        Ex::Loop { body, .. } => return statements(body, results, labels, changed),
        Ex::If {
            cond,
            result: None,
            then,
            els,
        } => {
            value(cond, results, labels, changed);
            statements(then, results, labels, changed);
            statements(els, results, labels, changed);
            return;
        }
        // What is dropped already, or passed on.
        Ex::Drop(call) | Ex::SetMulti(_, call) if is_call(call) => {
            walk_children_mut(call, &mut |arg| value(arg, results, labels, changed));
            return;
        }
        Ex::Return(values) if matches!(&values[..], [call] if is_call(call)) => {
            walk_children_mut(&mut values[0], &mut |arg| {
                value(arg, results, labels, changed);
            });
            return;
        }
        _ => {}
    }
    walk_children_mut(ex, &mut |child| value(child, results, labels, changed));
}

/// An expression whose value is used.
fn value(ex: &mut Ex, results: &Results, labels: &mut u32, changed: &mut bool) {
    match ex {
        Ex::Block { .. } | Ex::If { .. } | Ex::Loop { .. } => {
            walk_children_mut(ex, &mut |child| {
                value_or_statement(child, results, labels, changed)
            });
        }
        _ => walk_children_mut(ex, &mut |child| value(child, results, labels, changed)),
    }
    let known = results.of(ex).unwrap_or_default();
    let [Known::Constant(constant)] = &known[..] else {
        return;
    };
    let constant = constant.clone();
    let ty = match constant {
        Ex::I64(_) => WTy::I64,
        Ex::F32(_) => WTy::F32,
        Ex::F64(_) => WTy::F64,
        _ => WTy::I32,
    };
    let call = std::mem::replace(ex, Ex::Nop);
    *labels += 1;
    *ex = Ex::Block {
        label: WLabel::new(*labels as usize - 1),
        result: Some(ty),
        body: vec![Ex::Drop(Box::new(call)), constant],
    };
    *changed = true;
}

/// Inside a construct with a value the last expression is one, the others
/// are statements; a call without results is not in the table.
fn value_or_statement(ex: &mut Ex, results: &Results, labels: &mut u32, changed: &mut bool) {
    match ex {
        Ex::Drop(_) | Ex::SetMulti(..) | Ex::Return(_) => inside(ex, results, labels, changed),
        _ => value(ex, results, labels, changed),
    }
}
