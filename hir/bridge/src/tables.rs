//! Answers given before, shared by all threads.

use crate::{error::Sink, kept::Kept};
use hir_def::GenericDefId;
use rustc_hash::FxHashMap;
use std::{
    hash::Hash,
    sync::{Arc, OnceLock, RwLock, atomic::AtomicBool},
};
use wrc_base::Symbol;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    AdtData, AdtDef, Args, BodyOwner, ClosureData, ClosureDef, Const, ConstDef, FnData, FnDef,
    FnInst, Resolved, StaticData, StaticDef, TraitDef, Ty,
};

/// A map from questions to answers.
///
/// Two threads may compute the same answer; the first one stays.
pub(crate) struct Memo<K, V>(RwLock<FxHashMap<K, V>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    pub fn get(&self, key: &K) -> Option<V> {
        self.0
            .read()
            .expect("no panic under the lock")
            .get(key)
            .cloned()
    }

    pub fn insert(&self, key: K, value: V) -> V {
        self.0
            .write()
            .expect("no panic under the lock")
            .entry(key)
            .or_insert(value)
            .clone()
    }

    pub fn get_or(&self, key: K, compute: impl FnOnce() -> V) -> V {
        match self.get(&key) {
            Some(value) => value,
            None => self.insert(key, compute()),
        }
    }
}

/// A lowered body with everything found on the way.
#[derive(Debug, Default)]
pub(crate) struct LoweredBody {
    /// `None` when there are errors.
    pub body: Option<Arc<wrc_thir::Body>>,
    pub map: Arc<wrc_thir::SourceMap>,
    pub errors: Vec<crate::BridgeError>,
    /// The closures whose expressions the body holds.
    pub closures: Vec<ClosureDef>,
    /// A closure's captures as fields.
    pub captures: Vec<crate::body::Capture>,
}

#[derive(Default)]
pub(crate) struct Tables {
    pub sink: Sink,
    pub adts: Memo<AdtDef, Arc<AdtData>>,
    pub fns: Memo<FnDef, Arc<FnData>>,
    pub closures: Memo<ClosureDef, Arc<ClosureData>>,
    pub statics: Memo<StaticDef, Arc<StaticData>>,
    pub bodies: Memo<BodyOwner, Arc<LoweredBody>>,
    /// Is some function pointer or `dyn` written with lifetimes?
    pub spells_lifetimes: OnceLock<bool>,
    pub normalized: Memo<Ty, Ty>,
    pub consts: Memo<Const, Const>,
    pub resolved: Memo<(FnDef, Args), Result<Resolved, ErrorReported>>,
    pub resolved_consts: Memo<(ConstDef, Args), (ConstDef, Args)>,
    pub copies: Memo<Ty, bool>,
    /// The same of types in terms of an item's parameters.
    pub generic_copies: Memo<(GenericDefId, Ty), bool>,
    pub drops: Memo<(AdtDef, Args), Option<FnInst>>,
    pub implements: Memo<(Ty, TraitDef, Args), bool>,
    pub dyn_methods: Memo<TraitDef, Arc<[FnDef]>>,
    /// Why a function of the library may not be called.
    pub refusals: Memo<FnDef, Option<Symbol>>,
    pub lang_fns: Memo<Symbol, Option<FnDef>>,
    pub lang_adts: OnceLock<FxHashMap<Symbol, AdtDef>>,
    pub lang_traits: OnceLock<FxHashMap<Symbol, TraitDef>>,
    /// For each argument of an item: its place when lifetimes are left out.
    pub param_ranks: Memo<GenericDefId, Arc<[u32]>>,
    pub lines: Memo<u32, Arc<[u32]>>,
    /// Bodies of earlier compilations; `None` when nothing is kept.
    pub kept: Option<Kept>,
    /// Was a body asked for that was left out of the library's sources?
    pub lacks_body: AtomicBool,
}
