//! Passes over PIR: inlining, and what it enables.
//!
//! Bodies are worked on callees first; bodies that do not call one another
//! in parallel. Each pass is one function in one file.

pub mod callgraph;
pub mod coalesce;
pub mod compact;
pub mod cost;
pub mod dce;
pub mod fold;
pub mod forward;
pub mod inline;
pub mod paths;
mod prune;
pub mod simplify;
pub mod sroa;
#[cfg(test)]
mod testing;
pub mod thread;
pub mod uses;

use crate::{
    mono::Mono,
    pir::{Body, Tcx},
};
use rayon::prelude::*;

/// A pass over one body.
struct Pass {
    name: &'static str,
    run: fn(&Tcx, &mut Body),
}

const fn pass(name: &'static str, run: fn(&Tcx, &mut Body)) -> Pass {
    Pass { name, run }
}

/// What runs on each body after inlining into it, in order.
const PASSES: &[Pass] = &[
    // Splices what was inlined, so that code runs on in one block.
    pass("simplify", simplify::simplify),
    // Before scalar replacement: it needs places, not references to them.
    pass("forward", forward::forward),
    // Removes the references that were forwarded; they would count as uses.
    pass("dce", dce::dce),
    pass("sroa", sroa::sroa),
    // Before threading: it looks at the local that is tested itself.
    pass("coalesce", coalesce::coalesce),
    // Everything behind is the faster for it.
    pass("compact", compact::compact),
    pass("thread", thread::thread),
    // The parts of split values and what threading made straight.
    pass("simplify", simplify::simplify),
    pass("forward", forward::forward),
    pass("sroa", sroa::sroa),
    // Splitting leaves copies of copies.
    pass("forward", forward::forward),
    pass("dce", dce::dce),
    pass("coalesce", coalesce::coalesce),
    pass("simplify", simplify::simplify),
    pass("compact", compact::compact),
];

/// What runs on every body before anything is inlined, so that sizes mean something.
const EARLY: &[Pass] = &[
    pass("simplify", simplify::simplify),
    pass("forward", forward::forward),
    pass("dce", dce::dce),
    pass("simplify", simplify::simplify),
    pass("compact", compact::compact),
];

/// What runs without optimisation: constants that guard code which must not
/// be there.
const BASIC: &[Pass] = &[pass("simplify", simplify::simplify)];

/// Inlining and the passes behind it run at most this often on a body.
const ROUNDS: usize = 2;

/// Optimises the program as the options say.
pub fn run(tcx: &Tcx, mono: &mut Mono) {
    let early = if tcx.options.optimize { EARLY } else { BASIC };
    let bodies: Vec<&mut Body> = mono.bodies.values_mut().collect();
    bodies
        .into_par_iter()
        .for_each(|body| run_all(tcx, early, body));
    if !tcx.options.optimize {
        return;
    }
    let graph = callgraph::call_graph(tcx, &mono.bodies);
    let mut sizes: Vec<usize> = mono
        .bodies
        .values()
        .map(|body| cost::size(&body.block))
        .collect();
    for level in &graph.levels {
        let mut taken: Vec<(usize, Body)> = level
            .iter()
            .map(|index| (*index, take(&mut mono.bodies[*index])))
            .collect();
        let program = inline::Program {
            bodies: &mono.bodies,
            graph: &graph,
            sizes: &sizes,
        };
        taken
            .par_iter_mut()
            .for_each(|(index, body)| optimise(tcx, &program, *index, body));
        for (index, body) in taken {
            sizes[index] = cost::size(&body.block);
            mono.bodies[index] = body;
        }
    }
    prune::prune(tcx, mono);
}

fn optimise(tcx: &Tcx, program: &inline::Program, index: usize, body: &mut Body) {
    let mut changed = false;
    for round in 0..ROUNDS {
        let inlined = !tcx.options.no_inline && inline::inline(tcx, program, index, body);
        if inlined {
            verify(tcx, "inline", body);
        }
        // What was not inlined into gains nothing from a second round.
        if round > 0 && !inlined && !changed {
            break;
        }
        changed = inlined;
        run_all(tcx, PASSES, body);
    }
}

fn run_all(tcx: &Tcx, passes: &[Pass], body: &mut Body) {
    for pass in passes {
        (pass.run)(tcx, body);
        verify(tcx, pass.name, body);
    }
}

/// The body, leaving an empty one.
fn take(body: &mut Body) -> Body {
    let empty = Body::new(
        body.instance.clone(),
        body.name,
        &[],
        body.locals[body.ret].ty,
    );
    std::mem::replace(body, empty)
}

fn verify(tcx: &Tcx, pass: &str, body: &Body) {
    if !tcx.options.verify {
        return;
    }
    for violation in crate::pir::verify::verify(tcx, body) {
        let span = body.sources.values().nth(1).copied().unwrap_or_default();
        let message = format!(
            "internal error: after `{pass}` in `{}`: {violation}",
            body.name
        );
        tcx.error("WRC9003", span, message);
    }
}
