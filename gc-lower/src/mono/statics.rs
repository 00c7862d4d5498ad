//! The order in which statics are initialised.

use crate::pir::walk;
use crate::pir::{Body, Callee, Constant, Instance, Operand, PlaceBase, StmtKind};
use wrc_base::{FxHashSet, FxIndexMap};
use wrc_thir::StaticDef;

/// The statics of `bodies`, each after those that its initialiser reads,
/// itself or through what it calls. References between statics may form
/// cycles; there the first one found comes last.
pub(super) fn in_order(bodies: &FxIndexMap<Instance, Body>) -> Vec<StaticDef> {
    let mut order = Order {
        bodies,
        entered: FxHashSet::default(),
        statics: Vec::new(),
    };
    for inst in bodies.keys() {
        if let Instance::Static(def) = inst {
            order.enter(*def);
        }
    }
    order.statics
}

struct Order<'a> {
    bodies: &'a FxIndexMap<Instance, Body>,
    entered: FxHashSet<StaticDef>,
    statics: Vec<StaticDef>,
}

impl Order<'_> {
    fn enter(&mut self, def: StaticDef) {
        if !self.entered.insert(def) {
            return;
        }
        for read in self.reads(Instance::Static(def)) {
            self.enter(read);
        }
        self.statics.push(def);
    }

    /// The statics that code reachable from `root` names.
    fn reads(&self, root: Instance) -> Vec<StaticDef> {
        let mut statics = Vec::new();
        let mut seen = FxHashSet::default();
        let mut open = vec![root];
        while let Some(inst) = open.pop() {
            let Some(body) = self.bodies.get(&inst) else {
                continue;
            };
            walk::stmts(&body.block, &mut |stmt| {
                walk::places(&stmt.kind, &mut |place, _| {
                    if let PlaceBase::Static(def) = place.base
                        && !statics.contains(&def)
                    {
                        statics.push(def);
                    }
                });
                let mut go_to = |inst: &Instance| {
                    if !matches!(inst, Instance::Static(_)) && seen.insert(inst.clone()) {
                        open.push(inst.clone());
                    }
                };
                walk::operands(&stmt.kind, &mut |operand| {
                    if let Operand::Const(Constant::FnPtr(inst, _)) = operand {
                        go_to(inst);
                    }
                });
                if let StmtKind::Call {
                    callee: Callee::Instance(inst),
                    ..
                } = &stmt.kind
                {
                    go_to(inst);
                }
            });
        }
        statics
    }
}
