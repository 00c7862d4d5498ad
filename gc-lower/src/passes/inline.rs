//! Inlining, callees before callers.
//!
//! ```text
//! l1 = call g(copy l2, borrow mut l3)
//! ==> l4 = copy l2
//!     l5 = &mut l3
//!     b: { (body of g, its result in l1, `return` as `break b`) }
//! ```
//!
//! Forward propagation then replaces `(*l5)` by `l3`. Calls within a
//! strongly connected component stay.

mod splice;

use super::{
    callgraph::CallGraph,
    cost,
    uses::{LocalUse, local_uses},
};
use crate::pir::walk::children_mut;
use crate::pir::{Block, Body, Callee, Instance, Local, Operand, Stmt, StmtKind, Tcx};
use wrc_base::{FxIndexMap, SecondaryMap};
use wrc_thir::{InlineHint, Mutability, TyKind};

/// Bodies at most this large are always inlined, besides one node per argument.
const TINY: usize = 4;
/// A function that is called once.
const SINGLE: usize = 400;
/// A closure that is called once, and functions that say `#[inline(always)]`.
const ALWAYS: usize = 2000;
/// Everything else.
const THRESHOLD: usize = 40;

/// The program while it is being inlined.
pub struct Program<'a> {
    pub bodies: &'a FxIndexMap<Instance, Body>,
    pub graph: &'a CallGraph,
    /// Size of each body that is finished.
    pub sizes: &'a [usize],
}

/// Inlines into the body number `index`, which is not in `program` meanwhile.
/// Returns whether anything was inlined.
pub fn inline(tcx: &Tcx, program: &Program, index: usize, body: &mut Body) -> bool {
    let uses = local_uses(tcx, body);
    let start = cost::size(&body.block);
    let mut cx = Cx {
        tcx,
        program,
        index,
        uses,
        size: start,
        limit: start * 4 + 200,
        changed: false,
    };
    let block = std::mem::take(&mut body.block);
    body.block = cx.block(body, block);
    cx.changed
}

struct Cx<'t, 'a, 'p> {
    tcx: &'t Tcx<'a>,
    program: &'p Program<'p>,
    index: usize,
    uses: SecondaryMap<Local, LocalUse>,
    size: usize,
    limit: usize,
    changed: bool,
}

impl<'p> Cx<'_, '_, 'p> {
    fn block(&mut self, body: &mut Body, block: Block) -> Block {
        let mut out = Vec::with_capacity(block.len());
        for mut stmt in block {
            for child in children_mut(&mut stmt.kind) {
                *child = self.block(body, std::mem::take(child));
            }
            self.stmt(body, stmt, &mut out);
        }
        out
    }

    fn stmt(&mut self, body: &mut Body, stmt: Stmt, out: &mut Block) {
        match stmt.kind {
            StmtKind::Call {
                dest,
                callee: Callee::Instance(inst),
                args,
            } => {
                if let Some(callee) = self.chosen(body, &inst, &args) {
                    self.changed = true;
                    let call = splice::Call {
                        src: stmt.src,
                        dest,
                        args,
                    };
                    splice::call(self.tcx, body, callee, call, &self.uses, out);
                } else {
                    let callee = Callee::Instance(inst);
                    out.push(StmtKind::Call { dest, callee, args }.at(stmt.src));
                }
            }
            StmtKind::Drop(place) => {
                let glue = Instance::DropGlue(self.tcx.place_ty(body, &place).ty);
                let callee = self
                    .lookup(&glue)
                    .filter(|(callee, size)| *size <= 12 && splice::is_simple_glue(callee));
                if let Some((callee, size)) = callee
                    && self.size + size <= self.limit
                {
                    self.size += size;
                    self.changed = true;
                    splice::glue(body, callee, place, stmt.src, out);
                } else {
                    out.push(StmtKind::Drop(place).at(stmt.src));
                }
            }
            kind => out.push(kind.at(stmt.src)),
        }
    }

    /// The finished body of an instance below this one, and its size.
    fn lookup(&self, inst: &Instance) -> Option<(&'p Body, usize)> {
        let program = self.program;
        let (index, _, callee) = program.bodies.get_full(inst)?;
        let graph = program.graph;
        let is_below = graph.level[index] < graph.level[self.index];
        if !is_below || graph.recursive[index] || callee.block.is_empty() {
            return None;
        }
        Some((callee, program.sizes[index]))
    }

    /// The callee's body, if the call should be inlined.
    fn chosen(&mut self, body: &Body, inst: &Instance, args: &[Operand]) -> Option<&'p Body> {
        let (callee, size) = self.lookup(inst)?;
        if callee.params.len() != args.len() {
            return None;
        }
        let index = self.program.bodies.get_index_of(inst)?;
        let hint = hint(self.tcx, inst);
        let diverges = matches!(callee.locals[callee.ret].ty.kind(), TyKind::Never);
        if hint == InlineHint::Never || (diverges && hint != InlineHint::Always) {
            return None;
        }
        let is_single = self.program.graph.sites[index] == 1 && !self.program.graph.escapes[index];
        let is_closure = matches!(inst, Instance::Closure(..));
        let is_forced = size <= TINY + args.len()
            || (hint == InlineHint::Always && size <= ALWAYS)
            || (is_closure && is_single && size <= ALWAYS);
        if !is_forced {
            let fits = self.size + size <= self.limit;
            let bonus: usize = args.iter().map(|arg| self.bonus(body, arg)).sum();
            let threshold = match hint {
                InlineHint::Hint | InlineHint::Always => 2 * THRESHOLD,
                InlineHint::None | InlineHint::Never => THRESHOLD,
            };
            let is_cheap = size <= threshold + bonus;
            if !(fits && (is_cheap || (is_single && size <= SINGLE))) {
                return None;
            }
        }
        self.size += size;
        Some(callee)
    }

    /// What inlining saves through this argument.
    fn bonus(&self, body: &Body, arg: &Operand) -> usize {
        match arg {
            Operand::Const(_) => 4,
            Operand::Borrow(Mutability::Mut, _) => 8,
            Operand::Borrow(Mutability::Not, _) => 2,
            Operand::Copy(place) | Operand::Move(place) => {
                match self.tcx.place_ty(body, place).ty.kind() {
                    TyKind::Closure(..) => 20,
                    TyKind::FnDef(..) => 10,
                    TyKind::Tuple(_) | TyKind::Adt(..) => 3,
                    _ => 0,
                }
            }
        }
    }
}

/// What the source says about inlining an instance.
fn hint(tcx: &Tcx, inst: &Instance) -> InlineHint {
    match inst {
        Instance::Fn(def, _) => tcx.db.func(*def).inline,
        Instance::CallShim(..) | Instance::DynShim(..) | Instance::Ctor(..) => InlineHint::Always,
        Instance::Closure(..) | Instance::Derive(..) | Instance::CloneShim(_) => InlineHint::Hint,
        Instance::Const(..) | Instance::DropGlue(_) | Instance::FormatRun(_) => InlineHint::None,
        Instance::Static(_) | Instance::Start(_) | Instance::Poll(..) => InlineHint::Never,
    }
}
