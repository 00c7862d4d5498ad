//! What one body makes reachable.

use super::unsize;
use crate::pir::walk;
use crate::{
    intrinsics::Intrinsic,
    pir::{Body, Callee, Constant, DynMethod, Instance, Operand, PlaceBase, Rvalue, StmtKind, Tcx},
    shim::resolve,
};
use wrc_base::FxIndexSet;
use wrc_thir::{CastKind, StaticDef, Ty, TyKind};

/// The outgoing edges of a body, in order of appearance.
#[derive(Debug, Default)]
pub(super) struct Edges {
    pub instances: FxIndexSet<Instance>,
    pub statics: FxIndexSet<StaticDef>,
    /// `(T, dyn Tr)`: unsizing coercions.
    pub coerced: FxIndexSet<(Ty, Ty)>,
    /// `(dyn Sub, dyn Super)`.
    pub upcasts: FxIndexSet<(Ty, Ty)>,
    pub dyn_calls: FxIndexSet<DynMethod>,
    /// Is a value behind a `dyn` dropped?
    pub dyn_drop: bool,
}

pub(super) fn edges(tcx: &Tcx, body: &Body) -> Edges {
    let mut edges = Edges::default();
    walk::stmts(&body.block, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, _| {
            if let PlaceBase::Static(def) = place.base {
                edges.add_static(def);
            }
        });
        walk::operands(&stmt.kind, &mut |operand| {
            if let Operand::Const(Constant::FnPtr(inst, _)) = operand {
                edges.instances.insert(inst.clone());
            }
        });
        match &stmt.kind {
            StmtKind::Call { callee, .. } => edges.add_callee(tcx, callee),
            StmtKind::Drop(place) => edges.add_drop(tcx, tcx.place_ty(body, place).ty),
            StmtKind::Assign(_, Rvalue::Cast(kind, operand, to)) => {
                edges.add_cast(tcx, *kind, tcx.operand_ty(body, operand), *to);
            }
            _ => {}
        }
    });
    edges
}

impl Edges {
    fn add_static(&mut self, def: StaticDef) {
        self.statics.insert(def);
        self.instances.insert(Instance::Static(def));
    }

    fn add_callee(&mut self, tcx: &Tcx, callee: &Callee) {
        match callee {
            Callee::Instance(inst) => {
                self.instances.insert(inst.clone());
            }
            Callee::Dyn(method) => {
                self.dyn_calls.insert(method.clone());
            }
            Callee::Intrinsic(Intrinsic::DropInPlace, args) => {
                if let Some(ty) = args.first().and_then(wrc_thir::Arg::as_ty)
                    && tcx.needs_drop(ty)
                {
                    self.add_drop(tcx, ty);
                }
            }
            Callee::Ptr(_) | Callee::Intrinsic(..) => {}
        }
    }

    fn add_drop(&mut self, tcx: &Tcx, ty: Ty) {
        match ty.kind() {
            TyKind::Dyn(_) => self.dyn_drop = true,
            _ => {
                if let Some(content) = tcx.box_content(ty)
                    && matches!(content.kind(), TyKind::Dyn(_))
                {
                    self.dyn_drop = true;
                }
                self.instances.insert(Instance::DropGlue(ty));
            }
        }
    }

    fn add_cast(&mut self, tcx: &Tcx, kind: CastKind, from: Ty, to: Ty) {
        match kind {
            CastKind::Unsize => unsize::coercions(tcx, from, to, &mut |from, to| {
                if matches!(from.kind(), TyKind::Dyn(_)) {
                    self.upcasts.insert((from, to));
                } else {
                    self.coerced.insert((from, to));
                }
            }),
            CastKind::ReifyFn | CastKind::ClosureFn => {
                if let Ok(Some(inst)) = resolve::reified(tcx, from) {
                    self.instances.insert(inst);
                }
            }
            CastKind::Numeric
            | CastKind::Pointer
            | CastKind::PointerToInt
            | CastKind::IntToPointer
            | CastKind::Same => {}
        }
    }
}
