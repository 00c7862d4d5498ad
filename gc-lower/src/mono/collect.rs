//! Collection: everything reachable from the entry points, breadth first.
//!
//! Bodies of one wave are built in parallel; what they find is merged in the
//! order of discovery, so that the result does not depend on timing.

use super::{
    Mono,
    dispatch::{self, Dispatch},
    edges::{Edges, edges},
    limit::Limits,
    statics,
};
use crate::{
    border::{self, Direction},
    pir::{Body, Instance, Tcx},
    shim,
};
use rayon::prelude::*;
use wrc_base::{FxIndexSet, Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Entries, FnData, FnDef, Ty};

/// How an instance's body is made.
pub type Build<'b> = &'b (dyn Fn(&Tcx, &Instance) -> Result<Body, ErrorReported> + Sync);

/// The program as PIR. Errors go to `tcx`; the result is then incomplete.
pub fn collect(tcx: &Tcx) -> Mono {
    let mut mono = collect_with(tcx, &build);
    mono.named = super::named::named(tcx, &mono);
    mono
}

/// The body of an instance, from source or as a shim.
///
/// # Errors
/// As the builders report them.
pub fn build(tcx: &Tcx, inst: &Instance) -> Result<Body, ErrorReported> {
    match inst {
        Instance::Fn(..) | Instance::Closure(..) | Instance::Const(..) | Instance::Static(_) => {
            crate::build::build(tcx, inst)
        }
        Instance::CallShim(..)
        | Instance::Derive(..)
        | Instance::CloneShim(_)
        | Instance::DropGlue(_)
        | Instance::DynShim(..)
        | Instance::Ctor(..)
        | Instance::FormatRun(_)
        | Instance::Poll(..)
        | Instance::Start(_) => shim::build(tcx, inst),
    }
}

/// [`collect`] with the builder of bodies given.
pub fn collect_with(tcx: &Tcx, build: Build) -> Mono {
    let mut collector = Collector::default();
    for def in tcx.db.entry_points() {
        collector.add_entry(tcx, def);
    }
    loop {
        collector.build_reachable(tcx, build);
        let found = dispatch::extend(tcx, &mut collector.mono, &mut collector.dispatch);
        for inst in found {
            collector.add(tcx, inst);
        }
        if collector.wave.is_empty() {
            break;
        }
    }
    let mut mono = collector.mono;
    mono.statics = statics::in_order(&mono.bodies);
    mono
}

#[derive(Default)]
struct Collector {
    mono: Mono,
    dispatch: Dispatch,
    limits: Limits,
    seen: FxIndexSet<Instance>,
    /// Found and not yet built.
    wave: Vec<Instance>,
    /// Was a limit error reported?
    gave_up: bool,
}

impl Collector {
    fn add_entry(&mut self, tcx: &Tcx, def: FnDef) {
        let data = tcx.db.func(def);
        let (name, inst) = match data.export {
            _ if tcx.options.entries == Entries::Tests => (data.path, Instance::Start(def)),
            _ if tcx.options.entries == Entries::Functions => {
                return self.add(tcx, Instance::Fn(def, Box::new([])));
            }
            Some(name) => (name, Instance::Fn(def, Box::new([]))),
            None => (Symbol::new("main"), Instance::Start(def)),
        };
        self.mono.exports.push((name, inst.clone()));
        self.add(tcx, inst);
        if data.export.is_some() {
            self.add_conversions(tcx, &data, Direction::FromJs);
        }
    }

    /// What the border of an import or export calls.
    fn add_conversions(&mut self, tcx: &Tcx, data: &FnData, arguments: Direction) {
        let at = |ty: Ty| tcx.instantiate(ty, &[]);
        let params = data.params.iter().map(|ty| at(*ty));
        for inst in border::conversions(tcx, params, at(data.ret), arguments) {
            self.add(tcx, inst);
        }
    }

    fn build_reachable(&mut self, tcx: &Tcx, build: Build) {
        while !self.wave.is_empty() {
            let wave = std::mem::take(&mut self.wave);
            let built: Vec<Option<(Body, Edges)>> = wave
                .par_iter()
                .map(|inst| {
                    let body = build(tcx, inst).ok()?;
                    let edges = edges(tcx, &body);
                    Some((body, edges))
                })
                .collect();
            for (inst, built) in wave.into_iter().zip(built) {
                match built {
                    Some((body, edges)) => {
                        self.mono.bodies.insert(inst, body);
                        self.merge(tcx, edges);
                    }
                    None => self.mono.has_errors = true,
                }
            }
        }
    }

    fn merge(&mut self, tcx: &Tcx, edges: Edges) {
        self.mono.coerced.extend(edges.coerced);
        self.dispatch.calls.extend(edges.dyn_calls);
        self.dispatch.upcasts.extend(edges.upcasts);
        self.dispatch.drops |= edges.dyn_drop;
        for inst in edges.instances {
            self.add(tcx, inst);
        }
    }

    /// Queues an instance that was not met before.
    fn add(&mut self, tcx: &Tcx, inst: Instance) {
        if self.gave_up || !self.seen.insert(inst.clone()) {
            return;
        }
        if let Instance::Fn(def, _) = &inst {
            let data = tcx.db.func(*def);
            if let Some(import) = &data.import {
                self.mono.imports.insert(*def);
                self.add_conversions(tcx, &data, Direction::IntoJs);
                if let Some((name, def)) = border::called_back(tcx, import) {
                    let inst = Instance::Fn(def, Box::new([]));
                    self.mono.exports.push((name, inst.clone()));
                    self.add(tcx, inst);
                }
                return;
            }
            if data.is_intrinsic {
                let message = format!("the intrinsic `{}` can only be called", data.path);
                tcx.error("WRC2107", data.span, message);
                return;
            }
            if !data.has_body {
                let message = format!("`{}` is called but has no body", data.path);
                tcx.error("WRC2108", data.span, message);
                return;
            }
        }
        if self.limits.exceeded(&inst) {
            self.gave_up = true;
            let (span, name) = item(tcx, &inst);
            let message = format!("reached the recursion limit while instantiating {name}");
            tcx.error("WRC2109", span, message);
            return;
        }
        self.wave.push(inst);
    }
}

/// Where an instance's item is, and what to call it.
fn item(tcx: &Tcx, inst: &Instance) -> (Span, String) {
    match inst {
        Instance::Fn(def, _) | Instance::DynShim(def, _) | Instance::Start(def) => {
            let data = tcx.db.func(*def);
            (data.span, format!("`{}`", data.path))
        }
        Instance::Closure(def, _) | Instance::Poll(def, _) | Instance::FormatRun(def) => {
            let data = tcx.closure(*def);
            (data.span, format!("`{}`", data.path))
        }
        Instance::Static(def) => {
            let data = tcx.db.static_data(*def);
            (data.span, format!("`{}`", data.path))
        }
        Instance::Ctor(def, ..) => {
            let data = tcx.adt(*def);
            (data.span, format!("`{}`", data.path))
        }
        Instance::Derive(_, ty, _)
        | Instance::CallShim(_, ty)
        | Instance::CloneShim(ty)
        | Instance::DropGlue(ty) => match ty.as_adt() {
            Some((def, _)) => {
                let data = tcx.adt(def);
                (data.span, format!("a method of `{}`", data.path))
            }
            None => (Span::default(), "a built-in method".to_owned()),
        },
        Instance::Const(..) => (Span::default(), "a constant".to_owned()),
    }
}
