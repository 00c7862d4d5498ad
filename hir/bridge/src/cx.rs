//! What every function here needs: the database, attached to this thread.

use crate::tables::Tables;
use base_db::Crate;
use hir_def::GenericDefId;
use hir_ty::{
    ParamEnvAndCrate,
    db::HirDatabase,
    display::{DisplayTarget, HirDisplay},
    next_solver::{DbInterner, ParamEnv, Ty},
};

/// A borrowed database with a crate in whose view traits are solved.
///
/// Only valid inside `hir_ty::attach_db`.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'db> {
    pub db: &'db dyn HirDatabase,
    /// All impls this crate and its dependencies have are visible.
    pub krate: Crate,
    pub interner: DbInterner<'db>,
    pub tables: &'db Tables,
    /// The item whose parameters types may hold in questions.
    pub generic: Option<GenericDefId>,
}

impl<'db> Cx<'db> {
    pub fn new(db: &'db dyn HirDatabase, krate: Crate, tables: &'db Tables) -> Cx<'db> {
        Cx {
            db,
            krate,
            interner: DbInterner::new_with(db, krate),
            tables,
            generic: None,
        }
    }

    /// To ask about types in terms of an item's parameters.
    pub fn within(self, def: GenericDefId) -> Cx<'db> {
        Cx {
            generic: Some(def),
            ..self
        }
    }

    /// The environment of code without parameters.
    pub fn empty_env(&self) -> ParamEnvAndCrate<'db> {
        ParamEnvAndCrate {
            param_env: ParamEnv::empty(self.interner),
            krate: self.krate,
        }
    }

    /// The type as a user reads it.
    pub fn show(&self, ty: Ty<'db>) -> String {
        ty.display(self.db, self.target()).to_string()
    }

    pub fn target(&self) -> DisplayTarget {
        DisplayTarget::from_crate(self.db, self.krate)
    }
}
