//! Errors found in a library's code are shown where the user's code leads to
//! them.
//!
//! The program is collected once more, without the passes that merge bodies,
//! so that each error belongs to one instance; from there the nearest caller
//! with a statement in the user's files is looked for.

use crate::{
    lower,
    mono::{self, Mono},
    passes::callgraph::callee,
    pir::{Callee, Constant, Instance, LowerError, Operand, StmtKind, Tcx, walk},
};
use std::collections::VecDeque;
use wrc_base::{FxHashMap, FxHashSet, Span};

/// A statement of the user's or of the library's that leads to an instance.
type Site<'m> = (&'m Instance, Span);

/// Gives errors in library code the place in the user's code.
pub(crate) fn blame(tcx: &Tcx, mut errors: Vec<LowerError>) -> Vec<LowerError> {
    let is_library = |span: Span| span != Span::default() && tcx.db.is_library(span.file);
    if !errors.iter().any(|error| is_library(error.span)) {
        return errors;
    }
    let mono = mono::collect(tcx);
    lower::lower(tcx, &mono);
    let found = tcx.take_errors();
    let callers = callers(tcx, &mono);
    for error in &mut errors {
        if !is_library(error.span) {
            continue;
        }
        let same = found.iter().find(|it| it.is_like(error));
        let Some(from) = same.unwrap_or(error).instance.clone() else {
            continue;
        };
        if let Some((span, through)) = users_site(&callers, &from, &is_library) {
            error.inside = Some((error.span, mono.bodies[through].name));
            error.span = span;
        }
    }
    // One statement of the user's, one error.
    let mut shown = FxHashSet::default();
    errors.retain(|error| error.inside.is_none() || shown.insert(error.span));
    errors
}

/// Breadth first: the nearest statement outside of the library, and the
/// instance that it runs.
fn users_site<'m>(
    callers: &FxHashMap<Instance, Vec<Site<'m>>>,
    from: &'m Instance,
    is_library: &dyn Fn(Span) -> bool,
) -> Option<(Span, &'m Instance)> {
    let mut seen: FxHashSet<&Instance> = FxHashSet::default();
    let mut queue = VecDeque::from([from]);
    while let Some(inst) = queue.pop_front() {
        if !seen.insert(inst) {
            continue;
        }
        for (caller, span) in callers.get(inst).into_iter().flatten() {
            if *span != Span::default() && !is_library(*span) {
                return Some((*span, inst));
            }
            queue.push_back(caller);
        }
    }
    None
}

fn callers<'m>(tcx: &Tcx, mono: &'m Mono) -> FxHashMap<Instance, Vec<Site<'m>>> {
    let mut callers: FxHashMap<Instance, Vec<Site>> = FxHashMap::default();
    for (inst, body) in &mono.bodies {
        walk::stmts(&body.block, &mut |stmt| {
            let own = body
                .sources
                .get(stmt.src)
                .filter(|span| **span != Span::default());
            let span = own
                .or(body.sources.values().nth(1))
                .copied()
                .unwrap_or_default();
            let mut add = |to: &Instance| callers.entry(to.clone()).or_default().push((inst, span));
            if let Some(to) = callee(tcx, body, &stmt.kind) {
                add(&to);
            }
            if let StmtKind::Call {
                callee: Callee::Dyn(method),
                ..
            } = &stmt.kind
            {
                let impls = mono.dyn_impls.iter().filter(|((_, it), _)| it == method);
                impls.for_each(|(_, to)| add(to));
            }
            walk::operands(&stmt.kind, &mut |operand| {
                if let Operand::Const(Constant::FnPtr(to, _)) = operand {
                    add(to);
                }
            });
        });
    }
    callers
}
