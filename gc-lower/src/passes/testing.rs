//! Random programs run before and after the passes must observe the same.
//!
//! The programs obey the borrow rules by construction; the machine that runs
//! them models representation.md §4.3: structs are objects whose identity
//! their places have, `&` of other types is a snapshot, moving out of a
//! dereference copies the content, assigning through one overwrites it.

mod db;
mod generate;
mod machine;

use super::{Pass, coalesce, dce, forward, simplify, sroa, thread};
use crate::pir::{LowerOptions, Tcx, display, verify};
use db::TestDb;
use wrc_base::FxIndexMap;

pub(super) fn options() -> LowerOptions {
    LowerOptions {
        overflow_checks: false,
        optimize: true,
        force_fat: false,
        unwind: false,
        force_object: false,
        no_inline: false,
        verify: true,
        entries: wrc_thir::Entries::Program,
    }
}

#[track_caller]
fn check_seed(tcx: &Tcx, passes: &[Pass], seed: u64) {
    let body = generate::generate(seed, false);
    let complaints = verify::verify(tcx, &body);
    assert!(
        complaints.is_empty(),
        "seed {seed}: {complaints:?}\n{}",
        display::body(tcx, &body)
    );
    let before = machine::run(tcx, &body, None);
    if let Err(error) = &before {
        panic!("seed {seed}: {error}\n{}", display::body(tcx, &body));
    }
    let mut changed = body.clone();
    for pass in passes {
        let previous = changed.clone();
        (pass.run)(tcx, &mut changed);
        let complaints = verify::verify(tcx, &changed);
        let after = machine::run(tcx, &changed, None);
        if before != after || !complaints.is_empty() {
            panic!(
                "seed {seed}: pass {}: {complaints:?}\nexpected {before:?}\n     got {after:?}\n\
                 ---- before\n{}\n---- after\n{}",
                pass.name,
                display::body(tcx, &previous),
                display::body(tcx, &changed)
            );
        }
    }
}

fn count() -> u64 {
    let asked = std::env::var("WRC_FUZZ").ok();
    asked.and_then(|count| count.parse().ok()).unwrap_or(400)
}

fn seeds(passes: &[Pass]) {
    let db = TestDb;
    let tcx = Tcx::new(&db, options());
    for seed in 0..count() {
        check_seed(&tcx, passes, seed);
    }
}

#[test]
fn all_passes_keep_behaviour() {
    seeds(super::PASSES);
}

/// Inlines a generated function into a generated caller and runs the passes.
fn check_inlining(tcx: &Tcx, seed: u64) {
    let callee = generate::generate_callee(seed);
    let caller = generate::generate(seed, true);
    let before = machine::run(tcx, &caller, Some(&callee));
    if let Err(error) = &before {
        panic!("seed {seed}: {error}\n{}", display::body(tcx, &caller));
    }
    let mut bodies = FxIndexMap::default();
    bodies.insert(callee.instance.clone(), callee.clone());
    bodies.insert(caller.instance.clone(), caller.clone());
    if seed.is_multiple_of(2) {
        super::run_all(tcx, super::EARLY, &mut bodies[0]);
    }
    let graph = super::callgraph::call_graph(tcx, &bodies);
    let sizes = [0, 0];
    let program = super::inline::Program {
        bodies: &bodies,
        graph: &graph,
        sizes: &sizes,
    };
    let mut changed = caller.clone();
    super::inline::inline(tcx, &program, 1, &mut changed);
    let mut passes = vec![("inline", changed.clone())];
    for pass in super::PASSES.iter().chain(super::PASSES) {
        (pass.run)(tcx, &mut changed);
        passes.push((pass.name, changed.clone()));
    }
    for (name, body) in &passes {
        let after = machine::run(tcx, body, Some(&callee));
        let complaints = verify::verify(tcx, body);
        assert!(
            before == after && complaints.is_empty(),
            "seed {seed}: pass {name}: {complaints:?}\nexpected {before:?}\n     got {after:?}\n\
             {}\n---- before\n{}\n---- after\n{}",
            display::body(tcx, &callee),
            display::body(tcx, &caller),
            display::body(tcx, body)
        );
    }
}

#[test]
fn inlining_keeps_behaviour() {
    let db = TestDb;
    let tcx = Tcx::new(&db, options());
    for seed in 0..count() {
        check_inlining(&tcx, seed);
    }
}

#[test]
fn any_order_keeps_behaviour() {
    for order in 0..12u64 {
        let mut state = order.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let passes: Vec<Pass> = (0..14)
            .map(|_| {
                state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
                let pass = &super::PASSES[(state >> 33) as usize % super::PASSES.len()];
                Pass {
                    name: pass.name,
                    run: pass.run,
                }
            })
            .collect();
        seeds(&passes);
    }
}

#[test]
fn each_pass_keeps_behaviour() {
    seeds(&[Pass {
        name: "simplify",
        run: simplify::simplify,
    }]);
    seeds(&[Pass {
        name: "forward",
        run: forward::forward,
    }]);
    seeds(&[Pass {
        name: "dce",
        run: dce::dce,
    }]);
    seeds(&[Pass {
        name: "sroa",
        run: sroa::sroa,
    }]);
    seeds(&[Pass {
        name: "coalesce",
        run: coalesce::coalesce,
    }]);
    seeds(&[Pass {
        name: "thread",
        run: thread::thread,
    }]);
}
