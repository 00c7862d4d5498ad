//! Locals of one type whose values are never needed at the same time become
//! one; copies between them disappear.
//!
//! ```text
//! l1 = (call f)   (call g l1)   l2 = (call f)   (call g l2)     =>   l1 for both
//! ```

use wrc_base::{EntityRef, PrimaryMap};
use wrc_object::WTy;

use super::liveness::{self, AtStore};
use crate::wir::{ir::*, local_set::LocalSet, stack, walk::walk_children_mut};

/// Beyond this the table of conflicts is not worth its size.
const LIMIT: usize = 2000;

pub(super) fn run(func: &mut WFunc) {
    if func.locals.len() > LIMIT {
        return;
    }
    let mut conflicts = Conflicts {
        types: func.locals.clone(),
        rows: func.locals.values().map(|_| LocalSet::default()).collect(),
        copies: Vec::new(),
    };
    let mut live = liveness::walk(func, &mut conflicts);
    live.union(&LocalSet::range(0..func.params.len()));
    for local in live.iter().collect::<Vec<_>>() {
        conflicts.add(local, &live, None);
    }
    let merged = merge(func, &conflicts, &stack::kept_results(func));
    func.body.iter_mut().for_each(|ex| rename(ex, &merged));
}

struct Conflicts {
    types: PrimaryMap<WLocal, WTy>,
    /// Locals that hold another value while this one is needed.
    rows: PrimaryMap<WLocal, LocalSet>,
    copies: Vec<(WLocal, WLocal)>,
}

impl Conflicts {
    fn add(&mut self, local: WLocal, live: &LocalSet, except: Option<WLocal>) {
        for other in live.iter() {
            if other != local && Some(other) != except && self.types[other] == self.types[local] {
                self.rows[local].insert(other);
                self.rows[other].insert(local);
            }
        }
    }
}

impl AtStore for Conflicts {
    fn store(&mut self, ex: &mut Ex, live: &LocalSet) {
        match ex {
            Ex::Set(local, value) | Ex::Tee(local, value) => {
                let source = match **value {
                    Ex::Get(source) => Some(source),
                    _ => None,
                };
                self.copies.extend(source.map(|source| (*local, source)));
                self.add(*local, live, source);
            }
            Ex::SetMulti(locals, _) => {
                let mut live = live.clone();
                locals.iter().flatten().for_each(|local| {
                    live.insert(*local);
                });
                for local in locals.iter().flatten() {
                    self.add(*local, &live, None);
                }
            }
            _ => {}
        }
    }
}

/// The local that stands for each one. Copies choose first; results that
/// stay on the stack have none.
fn merge(func: &WFunc, conflicts: &Conflicts, kept: &LocalSet) -> PrimaryMap<WLocal, WLocal> {
    let params = func.params.len();
    let mut chosen: PrimaryMap<WLocal, WLocal> = func.locals.keys().collect();
    let mut rows = conflicts.rows.clone();
    let mut leaders: Vec<WLocal> = (0..params).map(WLocal::new).collect();
    for local in func.locals.keys().skip(params) {
        if kept.contains(local) {
            continue;
        }
        let partners = conflicts.copies.iter().filter_map(|(a, b)| {
            let other = if *a == local { *b } else { *a };
            ((*a == local || *b == local) && other < local).then(|| chosen[other])
        });
        let partners: Vec<WLocal> = partners.collect();
        let fits = |leader: &WLocal| {
            func.locals[*leader] == func.locals[local] && !rows[*leader].contains(local)
        };
        let leader = partners
            .iter()
            .chain(&leaders)
            .copied()
            .find(|leader| fits(leader));
        match leader {
            Some(leader) => {
                chosen[local] = leader;
                let row = rows[local].clone();
                rows[leader].union(&row);
            }
            None => leaders.push(local),
        }
    }
    chosen
}

fn rename(ex: &mut Ex, merged: &PrimaryMap<WLocal, WLocal>) {
    match ex {
        Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => *local = merged[*local],
        Ex::SetMulti(locals, _) => {
            locals
                .iter_mut()
                .flatten()
                .for_each(|local| *local = merged[*local]);
        }
        _ => {}
    }
    walk_children_mut(ex, &mut |child| rename(child, merged));
}
