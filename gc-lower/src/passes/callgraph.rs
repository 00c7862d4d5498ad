//! Who calls whom: strongly connected components and the order bottom-up.

use crate::pir::walk;
use crate::pir::{Body, Callee, Constant, Instance, Operand, StmtKind, Tcx};
use wrc_base::{FxHashSet, FxIndexMap};

/// The static calls of a program; bodies by index.
#[derive(Debug)]
pub struct CallGraph {
    /// Per body: the component. Components are numbered callees first.
    pub component: Vec<usize>,
    /// Bodies that can be worked on at the same time, callees first.
    pub levels: Vec<Vec<usize>>,
    pub level: Vec<usize>,
    /// Per body: how many call sites there are.
    pub sites: Vec<u32>,
    /// Bodies that are reached otherwise than by a direct call.
    pub escapes: Vec<bool>,
    /// Bodies that can call themselves.
    pub recursive: Vec<bool>,
}

/// Finds all direct calls.
pub fn call_graph(tcx: &Tcx, bodies: &FxIndexMap<Instance, Body>) -> CallGraph {
    let count = bodies.len();
    let mut sites = vec![0; count];
    let mut escapes = vec![false; count];
    let mut callees: Vec<Vec<usize>> = Vec::with_capacity(count);
    for body in bodies.values() {
        let mut own = Vec::new();
        walk::stmts(&body.block, &mut |stmt| {
            walk::operands(&stmt.kind, &mut |operand| {
                if let Operand::Const(Constant::FnPtr(inst, _)) = operand
                    && let Some(index) = bodies.get_index_of(inst)
                {
                    escapes[index] = true;
                }
            });
            if let Some(index) =
                callee(tcx, body, &stmt.kind).and_then(|inst| bodies.get_index_of(&inst))
            {
                sites[index] += 1;
                own.push(index);
            }
        });
        own.sort_unstable();
        own.dedup();
        callees.push(own);
    }
    let component = components(&callees);
    let (levels, level) = levels(&callees, &component);
    let recursive = recursive(&callees, &component);
    CallGraph {
        component,
        levels,
        level,
        sites,
        escapes,
        recursive,
    }
}

/// The instance that a statement calls directly.
pub fn callee(tcx: &Tcx, body: &Body, kind: &StmtKind) -> Option<Instance> {
    match kind {
        StmtKind::Call {
            callee: Callee::Instance(inst),
            ..
        } => Some(inst.clone()),
        StmtKind::Drop(place) => Some(Instance::DropGlue(tcx.place_ty(body, place).ty)),
        _ => None,
    }
}

fn recursive(callees: &[Vec<usize>], component: &[usize]) -> Vec<bool> {
    let mut sizes = vec![0u32; component.len()];
    for component in component {
        sizes[*component] += 1;
    }
    (0..callees.len())
        .map(|index| sizes[component[index]] > 1 || callees[index].contains(&index))
        .collect()
}

/// Tarjan's algorithm with an explicit stack.
fn components(callees: &[Vec<usize>]) -> Vec<usize> {
    const NONE: usize = usize::MAX;
    let count = callees.len();
    let mut order = vec![NONE; count];
    let mut low = vec![0; count];
    let mut component = vec![NONE; count];
    let mut stack = Vec::new();
    let mut next = 0;
    let mut found = 0;
    for root in 0..count {
        if order[root] != NONE {
            continue;
        }
        let mut open = vec![(root, 0)];
        while let Some((node, edge)) = open.last_mut() {
            let node = *node;
            if *edge == 0 {
                order[node] = next;
                low[node] = next;
                next += 1;
                stack.push(node);
            }
            if let Some(callee) = callees[node].get(*edge).copied() {
                *edge += 1;
                if order[callee] == NONE {
                    open.push((callee, 0));
                } else if component[callee] == NONE {
                    low[node] = low[node].min(order[callee]);
                }
                continue;
            }
            open.pop();
            if let Some((parent, _)) = open.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = stack.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

/// A component's level is above those of all components it calls.
fn levels(callees: &[Vec<usize>], component: &[usize]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let count = component.iter().map(|c| c + 1).max().unwrap_or(0);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (index, component) in component.iter().enumerate() {
        members[*component].push(index);
    }
    let mut of_component = vec![0; count];
    // Components are numbered callees first.
    for (number, members) in members.iter().enumerate() {
        let below: FxHashSet<usize> = members
            .iter()
            .flat_map(|member| callees[*member].iter().map(|callee| component[*callee]))
            .filter(|callee| *callee != number)
            .collect();
        of_component[number] = below
            .iter()
            .map(|callee| of_component[*callee] + 1)
            .max()
            .unwrap_or(0);
    }
    let level: Vec<usize> = component.iter().map(|c| of_component[*c]).collect();
    let mut levels = vec![Vec::new(); level.iter().map(|l| l + 1).max().unwrap_or(0)];
    for (index, level) in level.iter().enumerate() {
        levels[*level].push(index);
    }
    (levels, level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_share_a_component_and_levels_rise() {
        let callees = vec![vec![1, 3], vec![2], vec![1], vec![], vec![0]];
        let component = components(&callees);
        assert_eq!(component[1], component[2]);
        let (levels, level) = levels(&callees, &component);
        assert_eq!(level, [1, 0, 0, 0, 2]);
        assert_eq!(levels, [vec![1, 2, 3], vec![0], vec![4]]);
        assert_eq!(
            recursive(&callees, &component),
            [false, true, true, false, false]
        );
    }
}
