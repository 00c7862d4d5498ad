//! Moves, initialisation and mutability: what rustc's borrow checker finds
//! without looking at lifetimes.
//!
//! ```text
//! let v = Vec::new();
//! v.push(1);            E0596: `v` is not declared as mutable
//! drop(v);
//! v.len()               E0382: `v` was moved
//! ```
//!
//! Every body is walked once, generic as it is, in the order of its
//! evaluation; loops are repeated until nothing new comes around. What holds
//! at a point is kept as the few places that may hold no value ([`State`]).
//! The rules are those of `rustc_borrowck` for the same questions, on trees
//! instead of MIR. Lifetimes and conflicts of borrows are not looked at.
//!
//! When in doubt nothing is reported: an error here is final.

mod access;
mod mutability;
mod pattern;
mod place;
mod report;
mod state;
mod types;
mod walk;

use crate::{
    BridgeError, Cx,
    body::{Capture, ProjKind},
    tables::LoweredBody,
};
use hir_def::{DefWithBodyId, GenericDefId, Lookup, expr_store::ExpressionStore, hir};
use hir_ty::{InferBodyId, InferenceResult};
use rustc_hash::{FxHashMap, FxHashSet};
use state::{Moves, Paths, State};
use wrc_base::Span;
use wrc_thir::{
    Body, BodyOwner, ClosureKind, ExprId, FieldIdx, LabelId, LocalId, Mutability, PatId, PatKind,
    SourceMap, TyKind,
};

/// The errors of one body; its closures are bodies of their own.
pub(crate) fn check(cx: Cx<'_>, owner: BodyOwner, lowered: &LoweredBody) -> Vec<BridgeError> {
    let (Some(body), Some(generic)) = (&lowered.body, generic_def(cx, owner)) else {
        return Vec::new();
    };
    let mut flow = Flow {
        cx: cx.within(generic),
        generic,
        body,
        map: &lowered.map,
        upvars: upvars(cx, owner, &lowered.captures),
        closure: closure_kind(cx, owner),
        declarations: declarations(body),
        paths: Paths::default(),
        moves: Moves::default(),
        state: Some(State::default()),
        targets: FxHashMap::default(),
        declared: Vec::new(),
        deferred: FxHashSet::default(),
        guarded: Vec::new(),
        reported: FxHashSet::default(),
        errors: Vec::new(),
    };
    flow.run();
    flow.errors
}

/// A variable that a closure captured, as its body sees it.
struct Upvar {
    name: String,
    /// The field holds a reference to the captured place.
    by_ref: bool,
    /// May the captured place be written?
    mutable: bool,
}

/// Where jumps to a label go.
struct Target {
    /// How many locals were declared at the label.
    depth: usize,
    breaks: Option<State>,
    continues: Option<State>,
}

/// A node an error may be about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Node {
    Expr(ExprId),
    Pat(PatId),
}

struct Flow<'a, 'db> {
    /// Types are asked about in the item's own terms.
    cx: Cx<'db>,
    generic: GenericDefId,
    body: &'a Body,
    map: &'a SourceMap,
    upvars: Vec<Upvar>,
    /// The closure's kind when the body is a closure's.
    closure: Option<ClosureKind>,
    declarations: FxHashMap<LocalId, PatId>,
    paths: Paths,
    moves: Moves,
    /// `None` where control does not come: nothing is wrong there.
    state: Option<State>,
    targets: FxHashMap<LabelId, Target>,
    /// Locals in scope, in order.
    declared: Vec<LocalId>,
    /// Locals declared without a value.
    deferred: FxHashSet<LocalId>,
    /// Variables bound by the pattern whose guard is being evaluated.
    guarded: Vec<LocalId>,
    reported: FxHashSet<report::Key>,
    errors: Vec<BridgeError>,
}

impl Flow<'_, '_> {
    fn run(&mut self) {
        for param in &self.body.params {
            self.bind_temporary(param.pat, param.ty);
        }
        self.value(self.body.root);
    }

    fn span(&self, node: Node) -> Span {
        match node {
            Node::Expr(expr) => self.map.exprs[expr],
            Node::Pat(pat) => self.map.pats[pat],
        }
    }
}

/// The item whose parameters the body's types are in terms of.
fn generic_def(cx: Cx<'_>, owner: BodyOwner) -> Option<GenericDefId> {
    let def = match owner {
        BodyOwner::Closure(def) => match cx.closure_loc(def).owner {
            InferBodyId::DefWithBodyId(def) => def,
            InferBodyId::AnonConstId(_) => return None,
        },
        BodyOwner::Fn(_) | BodyOwner::Const(_) | BodyOwner::Static(_) => {
            crate::check::owner_def(cx, owner)?
        }
    };
    Some(match def {
        DefWithBodyId::FunctionId(it) => it.into(),
        DefWithBodyId::StaticId(it) => it.into(),
        DefWithBodyId::ConstId(it) => it.into(),
        DefWithBodyId::VariantId(it) => GenericDefId::AdtId(it.lookup(cx.db).parent.into()),
    })
}

fn closure_kind(cx: Cx<'_>, owner: BodyOwner) -> Option<ClosureKind> {
    let BodyOwner::Closure(def) = owner else {
        return None;
    };
    let loc = cx.closure_loc(def);
    let infer = InferenceResult::of(cx.db, loc.owner);
    Some(crate::solve::closure_kind(infer.expr_ty(loc.expr)))
}

fn upvars(cx: Cx<'_>, owner: BodyOwner, captures: &[Capture]) -> Vec<Upvar> {
    let BodyOwner::Closure(def) = owner else {
        return Vec::new();
    };
    let store_owner = cx.closure_loc(def).owner.expression_store_owner(cx.db);
    let store = ExpressionStore::of(cx.db, store_owner);
    captures.iter().map(|it| upvar(cx, store, it)).collect()
}

/// A captured place is mutable if the variable is, or if it lies behind a
/// reference: that it is not a shared one is checked where it is captured.
fn upvar(cx: Cx<'_>, store: &ExpressionStore, capture: &Capture) -> Upvar {
    let data = &store[capture.binding];
    let mut mutable = data.mode == hir::BindingAnnotation::Mutable;
    let mut name = data.name.as_str().to_owned();
    let mut ty = capture.base_ty;
    for step in &capture.projections {
        match step.kind {
            ProjKind::Deref => {
                mutable |= matches!(ty.kind(), TyKind::Ref(..) | TyKind::RawPtr(..));
            }
            ProjKind::Field(field) => {
                name = format!("{name}.{}", cx.field_name(ty, FieldIdx(field)));
            }
        }
        ty = step.ty;
    }
    Upvar {
        name,
        by_ref: capture.borrow.is_some(),
        mutable,
    }
}

/// The pattern that declares each local.
fn declarations(body: &Body) -> FxHashMap<LocalId, PatId> {
    let mut found = FxHashMap::default();
    for (id, pat) in body.pats.iter() {
        if let PatKind::Binding { local, .. } = pat.kind {
            found.entry(local).or_insert(id);
        }
    }
    found
}

/// Is it `&mut`?
fn is_mut(mutability: Mutability) -> bool {
    mutability == Mutability::Mut
}
