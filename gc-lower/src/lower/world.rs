//! What only the whole program shows, on WIR: fields and parameters that are
//! always one constant, `dyn` calls that reach one function, functions that
//! nothing reaches, parameters that nobody reads.
//!
//! ```text
//! formatter = struct.new Formatter(out, 0, 0)      ;; the only ones
//! if (struct.get Formatter.1 formatter) { pad }    ==>  if 0 { pad }
//! ```
//!
//! Nothing is proven about one function alone; the local optimiser runs
//! again on those that changed, and what it removes may show more.

mod calls;
mod dead_fields;
mod fields;
mod inline;
mod params;
mod reach;
mod results;
mod split_statics;
mod statics;
#[cfg(test)]
mod tests;
mod unset;

use crate::wir::{WFunc, opt};
use rayon::prelude::*;
use wrc_object::{FuncId, Program};

/// Rounds find less and less.
const ROUNDS: usize = 8;

/// Improves an optimised program; what is not reachable is left out.
pub fn improve(program: &mut Program, funcs: &mut Vec<(FuncId, WFunc)>) {
    for _ in 0..ROUNDS {
        let reach = reach::reach(program, funcs);
        funcs.retain(|(id, _)| reach.funcs.contains(id));
        reach.prune_selectors(program);
        let mut changed = vec![false; funcs.len()];
        unset::fold_unset_locals(funcs, &mut changed);
        fields::fold_constant_fields(program, funcs, &mut changed);
        calls::call_directly(program, funcs, &mut changed);
        results::fold_constant_results(program, funcs, &mut changed);
        params::drop_parameters(program, funcs, &reach, &mut changed);
        statics::fold_statics(program, funcs, &mut changed);
        split_statics::split_statics(program, funcs, &mut changed);
        dead_fields::drop_dead_fields(program, funcs, &mut changed);
        inline::inline_single_calls(funcs, &reach, &mut changed);
        if !changed.contains(&true) {
            break;
        }
        let program = &*program;
        funcs
            .par_iter_mut()
            .zip(changed)
            .filter(|(_, changed)| *changed)
            .for_each(|((_, func), _)| opt::run(func, program));
    }
    let reach = reach::reach(program, funcs);
    funcs.retain(|(id, _)| reach.funcs.contains(id));
    reach.prune_selectors(program);
}
