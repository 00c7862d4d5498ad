//! PIR to WIR: representations are chosen here (representation.md).
//!
//! ```text
//! struct P { x: f64, y: f64 }                  ty0 = struct P { f64, f64 }
//! fn f(l1: &P) -> f64 {                        wir fn f(l0: (ref ty0)) -> f64 {
//!     l0 = copy (*l1).f0              ==>          l1 = (field ty0.0 l0)
//!     return                                       return l1
//! }                                            }
//! ```
//!
//! * `classes`, `enums`, `pointers`: what values of a type are.
//! * `abi`: how they are passed. `knobs`: what the program observes.
//! * `loc`, `places`: where a value lies. `accessors`: fat references.
//! * `func`, `stmts`, …: bodies. `helpers`: functions nobody wrote.
//!
//! Serial and in order of discovery: the same input gives the same ids.

mod abi;
mod accessors;
mod arrays;
mod bits;
mod calls;
mod casts;
mod classes;
mod clones;
mod code;
mod cx;
mod div128;
mod drops;
mod dyns;
mod enums;
mod exports;
mod floats;
mod freeze;
mod func;
mod helpers;
mod int128;
mod intrinsics;
mod js;
mod knobs;
mod layout;
mod literals;
mod loc;
mod locations;
mod measure;
mod numbers;
mod operands;
mod paths;
mod places;
mod pointers;
mod rawptrs;
mod replace;
mod size;
mod statics;
mod stmts;
mod switch;
mod tables;
mod thunks;
mod transmute;
mod types;
mod unsize;
pub mod unwind;
mod uses;
mod variants;
pub mod world;

use crate::{mono::Mono, pir::Tcx, wir::WFunc};
use wrc_object::{FuncId, Program};

/// The program and the code of its functions, which codegen encodes.
#[derive(Debug)]
pub struct Lowered {
    pub program: Program,
    pub funcs: Vec<(FuncId, WFunc)>,
    pub unwind: unwind::Functions,
}

/// Lowers the program. Errors go to `tcx`; the result is then not usable.
pub fn lower(tcx: &Tcx, mono: &Mono) -> Lowered {
    let cx = cx::Cx::new(tcx, mono, knobs::scan(tcx, mono));
    cx.declare_funcs();
    for (inst, body) in &mono.bodies {
        if let Some(id) = cx.func(inst) {
            tcx.enter(Some(inst));
            func::lower_body(&cx, body, id);
        }
    }
    tcx.enter(None);
    cx.define_exports();
    cx.define_start();
    cx.finish_helpers();
    cx.define_objects();
    cx.define_variants();
    cx.freeze_fields();
    Lowered {
        program: cx.program.into_inner(),
        funcs: cx.done.into_inner(),
        unwind: cx.unwind.get(),
    }
}
