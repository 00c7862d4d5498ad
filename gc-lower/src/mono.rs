//! The program as monomorphic PIR: everything reachable from its entry points.

mod collect;
mod dispatch;
mod edges;
mod limit;
mod named;
mod statics;
mod unsize;

pub use collect::{build, collect, collect_with};

use crate::pir::{Body, DynMethod, Instance};
use wrc_base::{FxHashSet, FxIndexMap, FxIndexSet, Symbol};
use wrc_thir::{FnDef, StaticDef, Ty};

/// What collection finds and the later phases rewrite.
#[derive(Debug, Default)]
pub struct Mono {
    /// The code of every reachable instance, in order of discovery. Imports
    /// (`FnData::import`) and intrinsics are called but have no entry.
    pub bodies: FxIndexMap<Instance, Body>,
    /// What the host may call. `main` is exported as the instance
    /// `Instance::Start`, `() -> i32`, under the name `main`.
    pub exports: Vec<(Symbol, Instance)>,
    /// Reachable statics; `bodies` has `Instance::Static` of each. A static
    /// stands after those its initialiser reads.
    pub statics: Vec<StaticDef>,
    /// Functions the host provides, by declaration.
    pub imports: FxIndexSet<FnDef>,
    /// `(T, dyn Tr)` for each unsizing of a pointer to `T` into a pointer to `dyn Tr`.
    pub coerced: FxIndexSet<(Ty, Ty)>,
    /// For each type that is coerced and each method that is called
    /// dynamically on it: the instance that runs. The instance's parameters
    /// are those of the impl's method at this `Self`.
    pub dyn_impls: FxIndexMap<(Ty, DynMethod), Instance>,
    /// The types that the program, other than its library, has raw pointers
    /// to: such a place may be assigned while they are in use.
    pub named: FxHashSet<Ty>,
    /// Bodies are missing because of errors that were reported, to the
    /// context or to the front end.
    pub has_errors: bool,
}
