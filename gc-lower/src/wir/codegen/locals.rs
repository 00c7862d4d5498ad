//! Numbers of locals: parameters, then the used ones grouped by type.

use std::cmp::Reverse;

use wrc_base::{EntityRef, FxIndexMap, PrimaryMap, SecondaryMap};
use wrc_object::WTy;

use crate::wir::{ir::*, local_set::LocalSet, walk::walk_children};

pub(super) struct Locals {
    pub declarations: Vec<(u32, WTy)>,
    indices: SecondaryMap<WLocal, u32>,
}

impl Locals {
    /// Types whose locals are used most come first, and so do the most used
    /// locals of a type: indices below 128 are one byte.
    pub fn new(func: &WFunc, kept: &LocalSet) -> Locals {
        let uses = uses(func);
        let params = func.params.len();
        let mut groups: FxIndexMap<WTy, (u32, Vec<WLocal>)> = FxIndexMap::default();
        for (local, ty) in func.locals.iter().skip(params) {
            if uses[local] > 0 && !kept.contains(local) {
                let (total, members) = groups.entry(*ty).or_default();
                *total += uses[local];
                members.push(local);
            }
        }
        groups.sort_by(|a, x, b, y| (Reverse(x.0), a).cmp(&(Reverse(y.0), b)));
        let mut indices = SecondaryMap::with_default(u32::MAX);
        for at in 0..params {
            indices[WLocal::new(at)] = at as u32;
        }
        let mut next = params as u32;
        let mut declarations = Vec::new();
        for (ty, (_, mut members)) in groups {
            members.sort_by_key(|local| (Reverse(uses[*local]), *local));
            declarations.push((members.len() as u32, ty));
            for local in members {
                indices[local] = next;
                next += 1;
            }
        }
        Locals {
            declarations,
            indices,
        }
    }

    pub fn index(&self, local: WLocal) -> u32 {
        self.indices[local]
    }
}

fn uses(func: &WFunc) -> PrimaryMap<WLocal, u32> {
    fn visit(ex: &Ex, uses: &mut PrimaryMap<WLocal, u32>) {
        match ex {
            Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => uses[*local] += 1,
            Ex::SetMulti(locals, _) => locals.iter().flatten().for_each(|l| uses[*l] += 1),
            _ => {}
        }
        walk_children(ex, &mut |child| visit(child, uses));
    }
    let mut uses: PrimaryMap<WLocal, u32> = func.locals.values().map(|_| 0).collect();
    func.body.iter().for_each(|ex| visit(ex, &mut uses));
    uses
}
