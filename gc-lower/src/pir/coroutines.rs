//! The code of coroutines, made once per type: what a coroutine remembers
//! between two polls is known only when its body is.

use super::{Body, tcx::Tcx};
use std::sync::{Arc, OnceLock, RwLock};
use wrc_base::FxHashMap;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{IntTy, Ty, TyKind};

/// What a coroutine consists of.
#[derive(Debug)]
pub struct CoroutineCode {
    /// `Future::poll`.
    pub poll: Body,
    /// Its drop glue.
    pub drop: Body,
    /// The variables that live across a suspension: the fields behind the
    /// captures and the state.
    pub saved: Vec<Ty>,
}

type Cell = Arc<OnceLock<Result<Arc<CoroutineCode>, ErrorReported>>>;

/// The coroutines met so far.
#[derive(Debug, Default)]
pub(super) struct Coroutines(RwLock<FxHashMap<Ty, Cell>>);

impl Coroutines {
    fn cell(&self, ty: Ty) -> Cell {
        let mut cells = self.0.write().expect("no panic under the lock");
        cells.entry(ty).or_default().clone()
    }

    fn known(&self, ty: Ty) -> Option<Arc<CoroutineCode>> {
        let cells = self.0.read().expect("no panic under the lock");
        cells.get(&ty)?.get()?.clone().ok()
    }
}

/// The type of a coroutine's state: 0 before the first poll.
pub fn state_ty() -> Ty {
    Ty::int(IntTy::U32)
}

impl Tcx<'_> {
    /// The code of the coroutine, from `build` when it is asked for first.
    ///
    /// # Errors
    /// As `build` reported.
    pub fn coroutine_code(
        &self,
        ty: Ty,
        build: impl FnOnce() -> Result<CoroutineCode, ErrorReported>,
    ) -> Result<Arc<CoroutineCode>, ErrorReported> {
        let cell = self.coroutines.cell(ty);
        cell.get_or_init(|| build().map(Arc::new)).clone()
    }

    /// The types of a coroutine's fields: the captures, the state, and, once
    /// its code is known, what it remembers.
    pub(super) fn coroutine_fields(&self, ty: Ty) -> Vec<Ty> {
        let TyKind::Coroutine(def, args) = ty.kind() else {
            return Vec::new();
        };
        let captures = self.db.closure(*def);
        let mut fields: Vec<Ty> = captures
            .captures
            .iter()
            .map(|ty| self.instantiate(*ty, args))
            .collect();
        fields.push(state_ty());
        if let Some(code) = self.coroutines.known(ty) {
            fields.extend(&code.saved);
        }
        fields
    }
}
