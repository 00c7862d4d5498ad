//! A function with one caller becomes part of it.

use super::reach::Reach;
use crate::wir::{
    Ex, WFunc, WLabel, WLocal,
    walk::{walk_children, walk_children_mut},
};
use wrc_base::{EntityRef, FxHashMap};
use wrc_object::*;

/// Larger functions stay: engines compile huge ones badly.
const NODES: usize = 400;
const CALLER_NODES: usize = 4000;

pub(super) fn inline_single_calls(
    funcs: &mut [(FuncId, WFunc)],
    reach: &Reach,
    changed: &mut [bool],
) {
    let at: FxHashMap<FuncId, usize> = funcs
        .iter()
        .enumerate()
        .map(|(i, (id, _))| (*id, i))
        .collect();
    // Who calls it, if only one does, once.
    let mut callers: FxHashMap<FuncId, Option<usize>> = FxHashMap::default();
    for (i, (_, func)) in funcs.iter().enumerate() {
        for ex in &func.body {
            note_calls(ex, i, &mut callers);
        }
    }
    for callee in 0..funcs.len() {
        let id = funcs[callee].0;
        let Some(Some(caller)) = callers.get(&id).copied() else {
            continue;
        };
        if caller == callee
            || reach.fixed.contains(&id)
            || !at.contains_key(&id)
            || nodes(&funcs[callee].1.body) > NODES
            || nodes(&funcs[caller].1.body) > CALLER_NODES
            || calls(&funcs[callee].1.body, funcs[caller].0)
            || !returns_in_lists(&funcs[callee].1.body)
        {
            continue;
        }
        let body = funcs[callee].1.clone();
        let into = &mut funcs[caller].1;
        let mut splice = Splice {
            id,
            callee: &body,
            locals: into.locals.clone(),
            labels: into.labels,
            is_done: false,
        };
        let mut out = std::mem::take(&mut into.body);
        splice.list(&mut out, false);
        into.body = out;
        if splice.is_done {
            into.locals = splice.locals;
            into.labels = splice.labels;
            changed[caller] = true;
            // What it called is called from its caller now.
            for ex in &body.body {
                move_calls(ex, callee, caller, &mut callers);
            }
            callers.remove(&id);
            funcs[callee].1.body = vec![Ex::Unreachable];
        }
    }
}

fn note_calls(ex: &Ex, caller: usize, callers: &mut FxHashMap<FuncId, Option<usize>>) {
    if let Ex::Call(func, _) = ex {
        callers
            .entry(*func)
            .and_modify(|known| *known = None)
            .or_insert(Some(caller));
    }
    walk_children(ex, &mut |child| note_calls(child, caller, callers));
}

fn move_calls(ex: &Ex, from: usize, to: usize, callers: &mut FxHashMap<FuncId, Option<usize>>) {
    if let Ex::Call(func, _) = ex
        && callers.get(func) == Some(&Some(from))
    {
        callers.insert(*func, Some(to));
    }
    walk_children(ex, &mut |child| move_calls(child, from, to, callers));
}

fn nodes(body: &[Ex]) -> usize {
    let mut count = 0;
    for ex in body {
        count += 1;
        walk_children(ex, &mut |child| count += nodes(std::slice::from_ref(child)));
    }
    count
}

fn calls(body: &[Ex], func: FuncId) -> bool {
    body.iter().any(|ex| {
        let mut found = matches!(ex, Ex::Call(called, _) if *called == func);
        walk_children(ex, &mut |child| {
            found = found || calls(std::slice::from_ref(child), func);
        });
        found
    })
}

/// Are all returns statements? Others could not become jumps.
fn returns_in_lists(body: &[Ex]) -> bool {
    fn has_return(ex: &Ex) -> bool {
        let mut found = matches!(ex, Ex::Return(_));
        walk_children(ex, &mut |child| found = found || has_return(child));
        found
    }
    body.iter().all(|ex| match ex {
        Ex::Block { body, .. } | Ex::Loop { body, .. } => returns_in_lists(body),
        Ex::If {
            cond, then, els, ..
        } => !has_return(cond) && returns_in_lists(then) && returns_in_lists(els),
        _ => {
            let mut is_fine = true;
            walk_children(ex, &mut |child| is_fine = is_fine && !has_return(child));
            is_fine
        }
    })
}

struct Splice<'f> {
    id: FuncId,
    callee: &'f WFunc,
    locals: wrc_base::PrimaryMap<WLocal, WTy>,
    labels: u32,
    is_done: bool,
}

impl Splice<'_> {
    /// Looks for the call among statements and what they are made of.
    fn list(&mut self, body: &mut Vec<Ex>, in_loop: bool) {
        let mut out = Vec::with_capacity(body.len());
        for mut ex in std::mem::take(body) {
            if self.is_done {
                out.push(ex);
                continue;
            }
            match &mut ex {
                Ex::Block {
                    body, result: None, ..
                } => self.list(body, in_loop),
                Ex::Loop { body, .. } => self.list(body, true),
                Ex::If {
                    then,
                    els,
                    result: None,
                    ..
                } => {
                    self.list(then, in_loop);
                    self.list(els, in_loop);
                }
                _ => {}
            }
            self.statement(ex, in_loop, &mut out);
        }
        *body = out;
    }

    fn statement(&mut self, mut ex: Ex, in_loop: bool, out: &mut Vec<Ex>) {
        let is_it = |ex: &Ex| matches!(ex, Ex::Call(func, _) if *func == self.id);
        if self.is_done {
            return out.push(ex);
        }
        match &mut ex {
            call if is_it(call) => {
                let call = std::mem::replace(call, Ex::Nop);
                self.paste(call, in_loop, out);
            }
            Ex::Drop(call) if is_it(call) => {
                let call = std::mem::replace(&mut **call, Ex::Nop);
                self.paste(call, in_loop, out);
            }
            Ex::Set(local, call) if is_it(call) => {
                let local = *local;
                let call = std::mem::replace(&mut **call, Ex::Nop);
                let results = self.paste(call, in_loop, out);
                if let Some(result) = results.first() {
                    out.push(Ex::Set(local, Box::new(Ex::Get(*result))));
                }
            }
            Ex::SetMulti(locals, call) if is_it(call) => {
                let locals = std::mem::take(locals);
                let call = std::mem::replace(&mut **call, Ex::Nop);
                let results = self.paste(call, in_loop, out);
                for (local, result) in locals.into_iter().zip(results) {
                    if let Some(local) = local {
                        out.push(Ex::Set(local, Box::new(Ex::Get(result))));
                    }
                }
            }
            Ex::Return(values) if matches!(&values[..], [call] if is_it(call)) => {
                let call = std::mem::replace(&mut values[0], Ex::Nop);
                let results = self.paste(call, in_loop, out);
                out.push(Ex::Return(results.into_iter().map(Ex::Get).collect()));
            }
            _ => out.push(ex),
        }
    }

    /// The callee's body in place of the call; the locals with its results.
    fn paste(&mut self, call: Ex, in_loop: bool, out: &mut Vec<Ex>) -> Vec<WLocal> {
        let Ex::Call(_, args) = call else {
            return Vec::new();
        };
        self.is_done = true;
        let renamed: Vec<WLocal> = self
            .callee
            .locals
            .values()
            .map(|ty| self.locals.push(*ty))
            .collect();
        let results: Vec<WLocal> = self
            .callee
            .results
            .iter()
            .map(|ty| self.locals.push(*ty))
            .collect();
        for (local, arg) in renamed.iter().zip(args) {
            out.push(Ex::Set(*local, Box::new(arg)));
        }
        if in_loop {
            for (local, ty) in renamed
                .iter()
                .zip(self.callee.locals.values())
                .skip(self.callee.params.len())
            {
                let zero = super::super::code::zero(*ty);
                out.push(Ex::Set(*local, Box::new(zero)));
            }
        }
        let exit = WLabel::new(self.labels as usize);
        let labels = self.labels + 1;
        self.labels = labels + self.callee.labels;
        let mut body = self.callee.body.clone();
        let rename = Rename {
            locals: &renamed,
            labels,
            results: &results,
            exit,
        };
        rename.list(&mut body);
        out.push(Ex::Block {
            label: exit,
            result: None,
            body,
        });
        results
    }
}

struct Rename<'r> {
    locals: &'r [WLocal],
    labels: u32,
    results: &'r [WLocal],
    exit: WLabel,
}

impl Rename<'_> {
    fn label(&self, label: &mut WLabel) {
        *label = WLabel::new(label.index() + self.labels as usize);
    }

    fn list(&self, body: &mut Vec<Ex>) {
        let mut out = Vec::with_capacity(body.len());
        for mut ex in std::mem::take(body) {
            self.ex(&mut ex);
            match ex {
                Ex::Return(values) => self.leave(values, &mut out),
                ex => out.push(ex),
            }
        }
        *body = out;
    }

    /// A return becomes a jump behind the body.
    fn leave(&self, mut values: Vec<Ex>, out: &mut Vec<Ex>) {
        match (self.results, values.len()) {
            ([_, _, ..], 1) => {
                let call = values.remove(0);
                let targets = self.results.iter().map(|local| Some(*local)).collect();
                out.push(Ex::SetMulti(targets, Box::new(call)));
            }
            _ => {
                for (local, value) in self.results.iter().zip(values) {
                    out.push(Ex::Set(*local, Box::new(value)));
                }
            }
        }
        out.push(Ex::Br(self.exit));
    }

    fn ex(&self, ex: &mut Ex) {
        match ex {
            Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => {
                *local = self.locals[local.index()];
            }
            Ex::SetMulti(locals, _) => {
                for local in locals.iter_mut().flatten() {
                    *local = self.locals[local.index()];
                }
            }
            Ex::Br(label) | Ex::BrIf(label, _) => self.label(label),
            Ex::BrTable {
                labels, default, ..
            } => {
                labels.iter_mut().for_each(|label| self.label(label));
                self.label(default);
            }
            _ => {}
        }
        match ex {
            Ex::Block { label, body, .. } | Ex::Loop { label, body } => {
                self.label(label);
                self.list(body);
            }
            Ex::If {
                cond, then, els, ..
            } => {
                self.ex(cond);
                self.list(then);
                self.list(els);
            }
            _ => walk_children_mut(ex, &mut |child| self.ex(child)),
        }
    }
}
