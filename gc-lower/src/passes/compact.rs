//! Forgets locals that nothing names any more, and numbers the rest anew.
//!
//! ```text
//! let l1, l2, l3; l3 = copy l1     ==>  let l1, l2; l2 = copy l1
//! ```

use crate::pir::walk;
use crate::pir::{Body, Local, PlaceBase, Proj, Tcx};
use wrc_base::{PrimaryMap, SecondaryMap};

/// Keeps the result, the parameters and the locals that are named.
pub fn compact(_: &Tcx, body: &mut Body) {
    let mut used: SecondaryMap<Local, bool> = SecondaryMap::with_capacity(body.locals.len());
    used[body.ret] = true;
    for param in &body.params {
        used[*param] = true;
    }
    walk::stmts(&body.block, &mut |stmt| {
        walk::places(&stmt.kind, &mut |place, _| {
            if let PlaceBase::Local(local) = place.base {
                used[local] = true;
            }
            for step in &place.proj {
                if let Proj::Index(local) = step {
                    used[*local] = true;
                }
            }
        });
    });
    if body.locals.keys().all(|local| used[local]) {
        return;
    }
    let mut names: SecondaryMap<Local, Local> = SecondaryMap::with_default(body.ret);
    let mut kept = PrimaryMap::new();
    for (local, decl) in body.locals.iter() {
        if used[local] {
            names[local] = kept.push(decl.clone());
        }
    }
    body.locals = kept;
    body.ret = names[body.ret];
    for param in &mut body.params {
        *param = names[*param];
    }
    walk::stmts_mut(&mut body.block, &mut |stmt| {
        walk::places_mut(&mut stmt.kind, &mut |place, _| {
            if let PlaceBase::Local(local) = &mut place.base {
                *local = names[*local];
            }
            for step in &mut place.proj {
                if let Proj::Index(local) = step {
                    *local = names[*local];
                }
            }
        });
    });
}
