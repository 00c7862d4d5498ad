//! Optimisation of WIR trees: what only shows once representations are
//! chosen.
//!
//! ```text
//! l2 = (call f l0)            =>   drop (call g (tee l1 (call f l0)) 8)
//! l1 = l2                          ...
//! drop (call g l1 (i32.add 3 5))
//! ```
//!
//! Everything is local to one function. Values move only forward, never
//! past what they depend on or what depends on them (see [`Effects`]).
//!
//! [`Effects`]: super::effects::Effects

mod bits;
mod coalesce;
mod control;
mod fold;
mod forward;
mod liveness;
mod propagate;
mod simplify;
mod tail;

use wrc_object::Program;

use super::ir::*;

/// Optimises the function. The order:
///
/// 1. simplify: trees and control become canonical, which exposes copies;
/// 2. propagate: copies and small constants reach their uses;
/// 3. forward: values move into the trees that use them;
/// 4. liveness: stores that nobody reads go; may expose more of 1–3;
/// 5. tail and coalesce at the end: they make the code less regular.
pub fn run(func: &mut WFunc, program: &Program) {
    for _ in 0..ROUNDS {
        let before = func.body.clone();
        simplify::run(func, program);
        propagate::run(func, program);
        forward::run(func, program);
        liveness::run(func);
        if func.body == before {
            break;
        }
    }
    tail::run(func);
    simplify::run(func, program);
    coalesce::run(func);
    simplify::run(func, program);
}

/// Further rounds find next to nothing.
const ROUNDS: usize = 4;

#[cfg(test)]
mod tests;
