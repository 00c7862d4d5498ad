//! Overwriting, and moving out of, whole objects through references.
//!
//! `(*r) = v` overwrites the content of the object that `r` names, while
//! `p = v` puts another object in `p`'s slot (representation.md §4.3). The
//! second is better, and the same to the program as long as no reference to
//! the old object is used afterwards. Those that may be are the references
//! `r` was reborrowed from: they are made anew behind the store. And a value
//! moved out of `(*r)` is a copy of the content, while one moved out of `p`
//! is the object itself; so all accesses through `r` and what it was made
//! from have to take the same form.
//!
//! `ptr_read` leaves the place usable, a move does not: it becomes a move only
//! if the place is written before anything else happens to it.

use crate::intrinsics::Intrinsic;
use crate::passes::paths;
use crate::pir::walk::{self, Use};
use crate::pir::{Body, Callee, Local, Place, Rvalue, StmtKind, Tcx};
use wrc_base::{FxHashMap, FxHashSet, SecondaryMap};
use wrc_thir::Arg;

/// Which references' whole accesses may be forwarded.
#[derive(Debug)]
pub(super) struct Whole {
    /// References made from one another, or from one place, have the same root.
    parents: SecondaryMap<Local, Option<Local>>,
    has_sites: bool,
    /// Roots of references some of which are made from a slot: the others
    /// name content wherever they go.
    owned: FxHashSet<Local>,
    excluded: FxHashSet<Local>,
    failed: FxHashSet<Local>,
    excludes_all: bool,
}

impl Whole {
    pub fn new(tcx: &Tcx, body: &Body) -> Whole {
        let mut whole = Whole {
            parents: SecondaryMap::new(),
            has_sites: false,
            owned: FxHashSet::default(),
            excluded: FxHashSet::default(),
            failed: FxHashSet::default(),
            excludes_all: false,
        };
        let mut by_place: FxHashMap<&Place, Local> = FxHashMap::default();
        let mut of_slots = Vec::new();
        walk::stmts(&body.block, &mut |stmt| {
            if let StmtKind::Assign(dest, rvalue) = &stmt.kind
                && let Some(to) = dest.as_local()
            {
                if let Some(from) = source(tcx, body, rvalue) {
                    whole.unite(to, from);
                }
                if let Rvalue::Ref(_, place) | Rvalue::RawPtr(_, place) = rvalue {
                    let first = *by_place.entry(place).or_insert(to);
                    whole.unite(to, first);
                    if paths::content_step(tcx, body, place).is_none() {
                        of_slots.push(to);
                    }
                }
            }
            whole.has_sites |= has_site(tcx, body, &stmt.kind);
        });
        whole.owned = of_slots.iter().map(|local| whole.root(*local)).collect();
        whole
    }

    /// Does the body access whole objects through references at all?
    pub fn is_needed(&self) -> bool {
        self.has_sites && !self.owned.is_empty()
    }

    pub fn is_allowed(&self, reference: Local) -> bool {
        let root = self.root(reference);
        !self.excludes_all && self.owned.contains(&root) && !self.excluded.contains(&root)
    }

    /// An access through the reference could not be forwarded.
    pub fn fail(&mut self, reference: Local) {
        let root = self.root(reference);
        if self.owned.contains(&root) && !self.excluded.contains(&root) {
            self.failed.insert(root);
        }
    }

    /// Excludes what failed since; was there anything?
    pub fn take_failures(&mut self) -> bool {
        let failed = std::mem::take(&mut self.failed);
        let any = !failed.is_empty();
        self.excluded.extend(failed);
        any
    }

    pub fn exclude_all(&mut self) {
        self.excludes_all = true;
    }

    fn root(&self, local: Local) -> Local {
        let mut local = local;
        while let Some(parent) = self.parents[local] {
            local = parent;
        }
        local
    }

    fn unite(&mut self, a: Local, b: Local) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parents[a.max(b)] = Some(a.min(b));
        }
    }
}

/// The local that a reference is made from.
fn source(tcx: &Tcx, body: &Body, rvalue: &Rvalue) -> Option<Local> {
    match rvalue {
        Rvalue::Use(operand) | Rvalue::Cast(_, operand, _) => operand.place()?.as_local(),
        Rvalue::Ref(_, place) | Rvalue::RawPtr(_, place)
            if paths::content_step(tcx, body, place) == Some(0) =>
        {
            place.base_local()
        }
        _ => None,
    }
}

fn has_site(tcx: &Tcx, body: &Body, kind: &StmtKind) -> bool {
    if let StmtKind::Call {
        callee: Callee::Intrinsic(Intrinsic::PtrRead | Intrinsic::PtrWrite, generics),
        ..
    } = kind
    {
        let ty = generics.first().and_then(Arg::as_ty);
        return ty.is_some_and(|ty| paths::maybe_object(tcx, ty) || !tcx.is_copy(ty));
    }
    let mut found = false;
    walk::places(kind, &mut |place, how| {
        found |= matches!(how, Use::Write | Use::Move) && is_site(tcx, body, place);
    });
    found
}

/// Is writing or moving this place an access of a whole object?
pub(super) fn is_site(tcx: &Tcx, body: &Body, place: &Place) -> bool {
    paths::content_step(tcx, body, place) == Some(0)
        && paths::maybe_object(tcx, tcx.place_ty(body, place).ty)
}
