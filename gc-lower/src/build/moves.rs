//! Move paths: the places that are moved from as a unit, below the locals
//! that are dropped.
//!
//! ```text
//! let (a, b) = pair;  drop(a);      // paths: pair, pair.f0, pair.f1, a, b
//! ```
//! Paths go through fields, variants, elements of arrays and boxes; never
//! through references.

use crate::pir::{
    Block, Body, Local, Operand, Place, PlaceTy, Proj, StmtKind, Tcx,
    walk::{children, operands},
};
use wrc_base::FxHashMap;
use wrc_thir::{Const, Ty, TyKind};

/// Index of a path.
pub(super) type PathId = usize;

pub(super) struct Node {
    pub place: Place,
    pub at: PlaceTy,
    pub children: Vec<(Proj, PathId)>,
}

/// The paths of one body.
pub(super) struct Paths {
    pub nodes: Vec<Node>,
    pub roots: FxHashMap<Local, PathId>,
}

impl Paths {
    /// The paths for what `body` drops and moves.
    pub(super) fn collect(tcx: &Tcx, body: &Body) -> Paths {
        Paths::below(tcx, body, &[])
    }

    /// Also the paths below these locals.
    pub(super) fn below(tcx: &Tcx, body: &Body, locals: &[Local]) -> Paths {
        let mut paths = Paths {
            nodes: Vec::new(),
            roots: FxHashMap::default(),
        };
        for local in locals {
            paths.add_root(tcx, body, *local);
        }
        paths.add_roots(tcx, body, &body.block);
        if !paths.roots.is_empty() {
            paths.add_moves(tcx, body, &body.block);
        }
        paths
    }

    fn add_roots(&mut self, tcx: &Tcx, body: &Body, block: &Block) {
        for stmt in block {
            if let StmtKind::Drop(place) = &stmt.kind
                && let Some(local) = place.base_local()
            {
                self.add_root(tcx, body, local);
            }
            for child in children(&stmt.kind) {
                self.add_roots(tcx, body, child);
            }
        }
    }

    fn add_root(&mut self, tcx: &Tcx, body: &Body, local: Local) {
        let ty = body.locals[local].ty;
        if !self.roots.contains_key(&local) && tcx.needs_drop(ty) {
            let id = self.push(Place::local(local), PlaceTy { ty, variant: None });
            self.roots.insert(local, id);
        }
    }

    fn push(&mut self, place: Place, at: PlaceTy) -> PathId {
        self.nodes.push(Node {
            place,
            at,
            children: Vec::new(),
        });
        self.nodes.len() - 1
    }

    fn add_moves(&mut self, tcx: &Tcx, body: &Body, block: &Block) {
        for stmt in block {
            each_move(&stmt.kind, &mut |place| {
                if tcx.needs_drop(tcx.place_ty(body, place).ty) {
                    for place in elements(tcx, body, place) {
                        self.add(tcx, &place);
                    }
                }
            });
            for child in children(&stmt.kind) {
                self.add_moves(tcx, body, child);
            }
        }
    }

    fn add(&mut self, tcx: &Tcx, place: &Place) {
        let Some(mut id) = place.base_local().and_then(|l| self.roots.get(&l).copied()) else {
            return;
        };
        if !is_trackable(tcx, self.nodes[id].at, place) {
            return;
        }
        for step in &place.proj {
            id = match self.child(id, step) {
                Some(child) => child,
                None => {
                    let step = self.normal(id, step);
                    let at = tcx.project_ty(self.nodes[id].at, &step);
                    let child = self.push(self.nodes[id].place.project(step.clone()), at);
                    self.nodes[id].children.push((step, child));
                    child
                }
            };
        }
    }

    fn child(&self, id: PathId, step: &Proj) -> Option<PathId> {
        let step = self.normal(id, step);
        let children = &self.nodes[id].children;
        children.iter().find(|(s, _)| *s == step).map(|(_, c)| *c)
    }

    /// Elements of arrays are counted from the start.
    fn normal(&self, id: PathId, step: &Proj) -> Proj {
        match (step, array_len(self.nodes[id].at.ty)) {
            (Proj::ConstIndex { n, from_end: true }, Some(len)) => Proj::ConstIndex {
                n: len.saturating_sub(*n),
                from_end: false,
            },
            _ => step.clone(),
        }
    }

    /// The deepest path on the way to `place`, and whether it is `place` itself.
    pub(super) fn find(&self, place: &Place) -> Option<(PathId, bool)> {
        let mut id = *self.roots.get(&place.base_local()?)?;
        for step in &place.proj {
            match self.child(id, step) {
                Some(child) => id = child,
                None => return Some((id, false)),
            }
        }
        Some((id, true))
    }

    /// Calls `f` with the path and all below it.
    pub(super) fn each_below(&self, id: PathId, f: &mut dyn FnMut(PathId)) {
        f(id);
        for (_, child) in &self.nodes[id].children {
            self.each_below(*child, f);
        }
    }

    /// The local the path belongs to.
    pub(super) fn root(&self, id: PathId) -> Option<Local> {
        self.nodes[id].place.base_local()
    }
}

/// Only owners on the way: no references, no slices.
fn is_trackable(tcx: &Tcx, root: PlaceTy, place: &Place) -> bool {
    let mut at = root;
    for step in &place.proj {
        let owned = match step {
            Proj::Field(_) | Proj::Variant(_) => true,
            Proj::Deref => tcx.box_content(at.ty).is_some(),
            Proj::ConstIndex { .. } => matches!(at.ty.kind(), TyKind::Array(..)),
            Proj::Index(_) | Proj::Subslice { .. } => false,
        };
        if !owned {
            return false;
        }
        at = tcx.project_ty(at, step);
    }
    true
}

/// A moved part of an array, as its elements; other places as they are.
pub(super) fn elements(tcx: &Tcx, body: &Body, place: &Place) -> Vec<Place> {
    let Some(Proj::Subslice { from, to }) = place.proj.last() else {
        return vec![place.clone()];
    };
    let mut array = place.clone();
    array.proj.pop();
    let Some(len) = array_len(tcx.place_ty(body, &array).ty) else {
        return vec![place.clone()];
    };
    (*from..len.saturating_sub(*to))
        .map(|n| array.project(Proj::ConstIndex { n, from_end: false }))
        .collect()
}

pub(super) fn array_len(ty: Ty) -> Option<u32> {
    match ty.kind() {
        TyKind::Array(_, Const::Value(len)) => u32::try_from(*len).ok(),
        _ => None,
    }
}

/// Calls `f` with each place the statement itself moves from.
pub(super) fn each_move(kind: &StmtKind, f: &mut dyn FnMut(&Place)) {
    operands(kind, &mut |operand| {
        if let Operand::Move(place) = operand {
            f(place);
        }
    });
}
