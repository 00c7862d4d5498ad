//! Drops what inlining and devirtualisation left unreachable.

use crate::{
    mono::{self, Mono},
    pir::{Body, Instance, Tcx},
};
use std::sync::Mutex;
use wrc_base::FxHashMap;

/// Collects the program once more, from the bodies as they are now.
pub(super) fn prune(tcx: &Tcx, mono: &mut Mono) {
    let bodies: FxHashMap<Instance, Body> = std::mem::take(&mut mono.bodies).into_iter().collect();
    let bodies = Mutex::new(bodies);
    let named = std::mem::take(&mut mono.named);
    *mono = mono::collect_with(tcx, &|tcx, inst| {
        let known = bodies.lock().expect("no panic under the lock").remove(inst);
        match known {
            Some(body) => Ok(body),
            None => mono::build(tcx, inst),
        }
    });
    mono.named = named;
}
