//! Copying a callee's body into a caller.

use crate::passes::{paths, uses::LocalUse};
use crate::pir::walk::{self, stmts_mut};
use crate::pir::{
    Block, Body, Label, Local, Operand, Place, PlaceBase, Proj, Rvalue, Src, StmtKind, Tcx,
};
use wrc_base::{EntityRef, FxHashMap, SecondaryMap};
use wrc_thir::{Mutability, TyKind};

/// A call to be replaced.
pub(super) struct Call {
    pub src: Src,
    pub dest: Place,
    pub args: Vec<Operand>,
}

/// Appends the callee's code with the arguments bound to its parameters.
pub(super) fn call(
    tcx: &Tcx,
    body: &mut Body,
    callee: &Body,
    call: Call,
    uses: &SecondaryMap<Local, LocalUse>,
    out: &mut Block,
) {
    let mut map = Map::new(body, callee);
    let result = direct_result(body, callee, &call, uses);
    if let Some(dest) = result {
        map.locals.insert(callee.ret, dest);
    }
    for (param, arg) in callee.params.iter().zip(call.args) {
        let local = map.local(body, callee, *param);
        let rvalue = match arg {
            Operand::Borrow(m, place) => Rvalue::Ref(m, place),
            arg => Rvalue::Use(arg),
        };
        out.push(StmtKind::Assign(local.into(), rvalue).at(call.src));
    }
    let ret = map.local(body, callee, callee.ret);
    map.code(body, callee, call.src, out);
    let ty = body.locals[ret].ty;
    if result.is_none() && !matches!(ty.kind(), TyKind::Never) {
        let value = if tcx.is_copy(ty) {
            Operand::Copy(ret.into())
        } else {
            Operand::Move(ret.into())
        };
        out.push(StmtKind::Assign(call.dest, Rvalue::Use(value)).at(call.src));
    }
}

/// The caller's local that can stand for the callee's result: nobody sees it
/// while the callee runs.
fn direct_result(
    body: &Body,
    callee: &Body,
    call: &Call,
    uses: &SecondaryMap<Local, LocalUse>,
) -> Option<Local> {
    let dest = call.dest.as_local()?;
    let mut is_free = !uses[dest].exposed && body.locals[dest].ty == callee.locals[callee.ret].ty;
    for arg in &call.args {
        walk::operand_place(arg, &mut |place, _| {
            is_free &= place.base_local() != Some(dest)
                && paths::indices(place).all(|index| index != dest);
        });
    }
    is_free.then_some(dest)
}

/// Is the glue's pointer only used to reach the value?
pub(super) fn is_simple_glue(callee: &Body) -> bool {
    let [param] = callee.params.as_slice() else {
        return false;
    };
    let mut is_simple = true;
    walk::stmts(&callee.block, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, _| {
            if place.base_local() == Some(*param) {
                is_simple &= place.proj.first() == Some(&Proj::Deref);
            }
        });
    });
    is_simple
}

/// Appends drop glue for the value in `place`. The pointer becomes a
/// reference, which propagation can see through.
pub(super) fn glue(body: &mut Body, callee: &Body, place: Place, src: Src, out: &mut Block) {
    let mut map = Map::new(body, callee);
    for param in &callee.params {
        let Some((_, to)) = callee.locals[*param].ty.pointee() else {
            return;
        };
        let local = body.new_local(to.reference(Mutability::Mut));
        map.locals.insert(*param, local);
        let rvalue = Rvalue::Ref(Mutability::Mut, place.clone());
        out.push(StmtKind::Assign(local.into(), rvalue).at(src));
    }
    map.code(body, callee, src, out);
}

/// Names of the callee in the caller.
struct Map {
    locals: FxHashMap<Local, Local>,
    sources: FxHashMap<Src, Src>,
    /// Added to the callee's labels.
    labels: u32,
    exit: Label,
}

impl Map {
    fn new(body: &mut Body, callee: &Body) -> Map {
        let exit = body.new_label();
        let labels = body.labels;
        body.labels += callee.labels;
        Map {
            locals: FxHashMap::default(),
            sources: FxHashMap::default(),
            labels,
            exit,
        }
    }

    fn local(&mut self, body: &mut Body, callee: &Body, local: Local) -> Local {
        *self
            .locals
            .entry(local)
            .or_insert_with(|| body.locals.push(callee.locals[local].clone()))
    }

    fn source(&mut self, body: &mut Body, callee: &Body, src: Src, at: Src) -> Src {
        if src.0 == 0 {
            return at;
        }
        *self
            .sources
            .entry(src)
            .or_insert_with(|| match callee.sources.get(src) {
                Some(span) => body.sources.push(*span),
                None => at,
            })
    }

    fn label(&self, label: Label) -> Label {
        Label::new(label.index() + self.labels as usize)
    }

    fn code(&mut self, body: &mut Body, callee: &Body, src: Src, out: &mut Block) {
        let mut code = callee.block.clone();
        stmts_mut(&mut code, &mut |stmt| {
            stmt.src = self.source(body, callee, stmt.src, src);
            match &mut stmt.kind {
                StmtKind::Return => stmt.kind = StmtKind::Break(self.exit),
                StmtKind::Break(label)
                | StmtKind::Continue(label)
                | StmtKind::Loop { label, .. }
                | StmtKind::Block { label, .. } => *label = self.label(*label),
                _ => {}
            }
            walk::places_mut(&mut stmt.kind, &mut |place, _| {
                if let PlaceBase::Local(local) = &mut place.base {
                    *local = self.local(body, callee, *local);
                }
                for step in &mut place.proj {
                    if let Proj::Index(local) = step {
                        *local = self.local(body, callee, *local);
                    }
                }
            });
        });
        let kind = StmtKind::Block {
            label: self.exit,
            body: code,
        };
        out.push(kind.at(src));
    }
}
