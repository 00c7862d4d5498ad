//! Rules for structured control.
//!
//! ```text
//! block label0 {                       if (i32.eqz l0) {
//!     br_if label0 l0            =>        (call f)
//!     (call f)                         }
//! }
//! if l0 { l1 = 1 } else { l1 = 2 }   =>   l1 = (select i32 1 2 l0)
//! ```

use std::mem::take;

use wrc_object::*;

use super::{
    bits,
    simplify::{Cx, negate, negates_freely, truth},
};
use crate::wir::{effects::is_speculable, ir::*, ty, walk::walk_children};

/// Adds a block without result whose body is simplified.
pub(super) fn block(cx: &mut Cx<'_>, label: WLabel, mut body: Vec<Ex>, out: &mut Vec<Ex>) {
    branches_become_else(cx, label, &mut body);
    strip_tail(cx, label, &mut body);
    if !ty::branches_to(&body, label) {
        for ex in body {
            cx.statement(ex, out);
        }
        return;
    }
    if let Some(at) = only_branch(label, &body) {
        let rest = body.split_off(at + 1);
        let exit = body.pop();
        for ex in body {
            cx.statement(ex, out);
        }
        if let Some(Ex::BrIf(_, cond)) = exit {
            branch(cx, negate(*cond), rest, Vec::new(), out);
        }
        return;
    }
    if let [Ex::Loop { body: inner, .. }] = &mut body[..]
        && let [Ex::BrIf(to, _), rest @ ..] = &inner[..]
        && *to == label
        && !ty::branches_to(rest, label)
        && inner.last().is_some_and(ty::diverges)
    {
        // The loop is left by falling out of it.
        let rest = inner.split_off(1);
        if let Some(Ex::BrIf(_, cond)) = inner.pop() {
            branch(cx, negate(*cond), rest, Vec::new(), inner);
        }
        out.append(&mut body);
        return;
    }
    out.push(Ex::Block {
        label,
        result: None,
        body,
    });
}

/// Adds a loop whose body is simplified.
pub(super) fn repeat(label: WLabel, body: Vec<Ex>, out: &mut Vec<Ex>) {
    if ty::branches_to(&body, label) {
        out.push(Ex::Loop { label, body });
    } else {
        out.extend(body);
    }
}

/// Adds an `if` without result whose parts are simplified.
pub(super) fn branch(
    cx: &mut Cx<'_>,
    mut cond: Ex,
    mut then: Vec<Ex>,
    mut els: Vec<Ex>,
    out: &mut Vec<Ex>,
) {
    while truth(&mut cond, cx.program) {}
    if let Ex::I32(value) = cond {
        for ex in if value != 0 { then } else { els } {
            cx.statement(ex, out);
        }
        return;
    }
    let mut after = common_tail(&mut then, &mut els);
    if then.is_empty() && els.is_empty() {
        cx.discard(cond, out);
    } else if then.is_empty() {
        branch(cx, negate(cond), els, then, out);
    } else if let (Ex::Num(NumOp::I32Eqz, args), false) = (&mut cond, els.is_empty()) {
        let inner = args.pop().unwrap_or(Ex::Nop);
        branch(cx, inner, els, then, out);
    } else if let ([Ex::Br(label)], true) = (&then[..], els.is_empty()) {
        out.push(Ex::BrIf(*label, Box::new(cond)));
    } else if then.iter().any(ty::diverges) && !els.is_empty() {
        els.append(&mut after);
        branch(cx, cond, then, Vec::new(), out);
        after = els;
    } else if !els.is_empty() && els.iter().any(ty::diverges) && negates_freely(&cond) {
        then.append(&mut after);
        branch(cx, negate(cond), els, Vec::new(), out);
        after = then;
    } else if let (Some(Ex::Set(a, _)), Some(Ex::Set(b, _))) = (then.last(), els.last())
        && a == b
    {
        let local = *a;
        for arm in [&mut then, &mut els] {
            if let Some(Ex::Set(_, value)) = arm.pop() {
                arm.push(*value);
            }
        }
        let result = Some(cx.func.locals[local]);
        let mut value = Ex::If {
            cond: Box::new(cond),
            result,
            then,
            els,
        };
        self::value(cx, &mut value);
        cx.statement(Ex::Set(local, Box::new(value)), out);
    } else {
        out.push(Ex::If {
            cond: Box::new(cond),
            result: None,
            then,
            els,
        });
    }
    for ex in after {
        cx.statement(ex, out);
    }
}

/// Simplifies an `if` with a result; true if it changed.
pub(super) fn value(cx: &mut Cx<'_>, ex: &mut Ex) -> bool {
    let program = cx.program;
    let Ex::If {
        cond,
        result: Some(ty),
        then,
        els,
    } = ex
    else {
        return false;
    };
    let ty = *ty;
    if truth(cond, program) {
        return true;
    }
    if let Ex::I32(value) = **cond {
        let body = take(if value != 0 { then } else { els });
        *ex = Ex::Block {
            label: cx.fresh_label(),
            result: Some(ty),
            body,
        };
        return true;
    }
    if let Ex::Num(NumOp::I32Eqz, args) = &mut **cond {
        let inner = args.pop().unwrap_or(Ex::Nop);
        **cond = inner;
        std::mem::swap(then, els);
        return true;
    }
    let ([a], [b]) = (&mut then[..], &mut els[..]) else {
        return false;
    };
    let take_cond = |cond: &mut Ex| std::mem::replace(cond, Ex::Nop);
    let new = match (&mut *a, &mut *b) {
        (Ex::I32(1), Ex::I32(0)) if bits::is_bool(cond, program) => take_cond(cond),
        (Ex::I32(0), Ex::I32(1)) => negate(take_cond(cond)),
        (a, Ex::I32(0)) if both_bools(cond, a, program) => {
            Ex::Num(NumOp::I32And, vec![take_cond(cond), take_cond(a)])
        }
        (Ex::I32(1), b) if both_bools(cond, b, program) => {
            Ex::Num(NumOp::I32Or, vec![take_cond(cond), take_cond(b)])
        }
        (a, b) if is_cheap(a) && is_cheap(b) => {
            // `select` evaluates its condition last.
            if !is_unaffected(a, cond) || !is_unaffected(b, cond) {
                return false;
            }
            let [then, els] = [take_cond(a), take_cond(b)].map(Box::new);
            Ex::Select {
                ty,
                then,
                els,
                cond: Box::new(take_cond(cond)),
            }
        }
        _ => return false,
    };
    *ex = new;
    true
}

fn both_bools(cond: &Ex, value: &Ex, program: &Program) -> bool {
    bits::is_bool(cond, program) && bits::is_bool(value, program) && is_cheap(value)
}

/// Cheaper to evaluate in vain than to jump over.
fn is_cheap(ex: &Ex) -> bool {
    fn weight(ex: &Ex) -> usize {
        let mut sum = 1;
        walk_children(ex, &mut |child| sum += weight(child));
        sum
    }
    is_speculable(ex) && weight(ex) <= 3
}

/// The value is the same before the condition is evaluated: it reads
/// nothing that changes, or the condition changes nothing.
fn is_unaffected(value: &Ex, cond: &Ex) -> bool {
    fn reads(ex: &Ex) -> bool {
        let mut any = matches!(ex, Ex::Get(_) | Ex::GlobalGet(_));
        walk_children(ex, &mut |child| any = any || reads(child));
        any
    }
    fn changes(ex: &Ex) -> bool {
        let mut any = !matches!(
            ex,
            Ex::I32(_)
                | Ex::I64(_)
                | Ex::F32(_)
                | Ex::F64(_)
                | Ex::Null(_)
                | Ex::Sym(_)
                | Ex::Get(_)
                | Ex::GlobalGet(_)
                | Ex::Num(..)
                | Ex::StructGet { .. }
                | Ex::ArrayGet { .. }
                | Ex::ArrayLen(_)
                | Ex::IsNull(_)
                | Ex::RefEq(..)
                | Ex::Cast(..)
                | Ex::Test(..)
                | Ex::Select { .. }
        );
        walk_children(ex, &mut |child| any = any || changes(child));
        any
    }
    !reads(value) || !changes(cond)
}

/// Statements both arms end with, taken off.
fn common_tail(then: &mut Vec<Ex>, els: &mut Vec<Ex>) -> Vec<Ex> {
    let mut tail = Vec::new();
    while let (Some(a), Some(b)) = (then.last(), els.last())
        && a == b
    {
        els.pop();
        tail.extend(then.pop());
    }
    tail.reverse();
    tail
}

/// `if c { …; br label }  rest` at the end of the block `label` is
/// `if c { … } else { rest }`.
fn branches_become_else(cx: &mut Cx<'_>, label: WLabel, body: &mut Vec<Ex>) {
    let leaves = |ex: &Ex| match ex {
        Ex::If {
            result: None,
            then,
            els,
            ..
        } => els.is_empty() && then.last() == Some(&Ex::Br(label)) && then.len() > 1,
        _ => false,
    };
    while let Some(at) = body.iter().rposition(leaves) {
        let rest = body.split_off(at + 1);
        if let Some(Ex::If { cond, mut then, .. }) = body.pop() {
            then.pop();
            branch(cx, *cond, then, rest, body);
        }
    }
}

/// A branch to the end of the block at its end is left out.
fn strip_tail(cx: &mut Cx<'_>, label: WLabel, body: &mut Vec<Ex>) {
    match body.last_mut() {
        Some(Ex::Br(to)) if *to == label => {
            body.pop();
            strip_tail(cx, label, body);
        }
        Some(Ex::BrIf(to, _)) if *to == label => {
            if let Some(Ex::BrIf(_, cond)) = body.pop() {
                cx.discard(*cond, body);
            }
            strip_tail(cx, label, body);
        }
        Some(Ex::If {
            result: None,
            then,
            els,
            ..
        }) => {
            if !ty::branches_to(then, label) && !ty::branches_to(els, label) {
                return;
            }
            strip_tail(cx, label, then);
            strip_tail(cx, label, els);
            if let Some(Ex::If {
                cond, then, els, ..
            }) = body.pop()
            {
                branch(cx, *cond, then, els, body);
            }
        }
        Some(Ex::Block {
            result: None, body, ..
        }) => strip_tail(cx, label, body),
        _ => {}
    }
}

/// Where the only branch to the label is, when it is a `br_if` among the
/// block's own statements.
fn only_branch(label: WLabel, body: &[Ex]) -> Option<usize> {
    let is_exit = |ex: &Ex| matches!(ex, Ex::BrIf(to, _) if *to == label);
    let at = body.iter().position(is_exit)?;
    let (Ex::BrIf(_, cond), rest) = (&body[at], &body[at + 1..]) else {
        return None;
    };
    let is_only = !ty::branches_to(&body[..at], label)
        && !ty::branches_to(rest, label)
        && !ty::branches_to(std::slice::from_ref(cond), label);
    is_only.then_some(at)
}
