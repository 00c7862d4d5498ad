//! May a place be written? `E0594` when it is assigned, `E0596` when it is
//! borrowed mutably.

use super::{
    Flow, Node, is_mut,
    place::{Place, Root, StepKind},
    report::Written,
};
use wrc_thir::{ClosureKind, FieldIdx, LocalId, TyKind};

/// Why a place may not be written.
#[derive(Clone, Debug)]
pub enum Immutable {
    /// The variable is not declared `mut`.
    Local(LocalId),
    /// The captured variable is not.
    Upvar(FieldIdx),
    /// It is captured by a closure that implements `Fn`.
    FnUpvar,
    /// Behind `&` or `*const`: the pointer.
    Behind(Place),
    Static,
}

impl Flow<'_, '_> {
    /// A mutable borrow or an assignment of a part of `place`.
    pub(super) fn check_mutable(&mut self, place: &Place, node: Node, how: Written) {
        if self.state.is_some()
            && let Err(why) = self.mutable(place, place.steps.len(), false)
        {
            self.report_immutable(place, node, how, &why);
        }
    }

    /// A closure's capture: a variable that is not `mut` may be captured
    /// uniquely to reach what it points to.
    pub(super) fn check_mutable_capture(&mut self, place: &Place, node: Node) {
        if self.state.is_some()
            && let Err(why) = self.mutable(place, place.steps.len(), true)
        {
            self.report_immutable(place, node, Written::Borrowed, &why);
        }
    }

    /// `any_local`: the variables themselves need not be mutable.
    fn mutable(&self, place: &Place, len: usize, any_local: bool) -> Result<(), Immutable> {
        let Some(last) = len.checked_sub(1) else {
            return self.root_mutable(place.root, any_local);
        };
        match place.steps[last].kind {
            StepKind::Deref => match place.ty_before(last).kind() {
                TyKind::Ref(m, _) if is_mut(*m) => {
                    let is_capture = last == 0 && self.is_captured_by_ref(place.root);
                    self.mutable(place, last, !is_capture || any_local)
                }
                TyKind::RawPtr(m, _) if is_mut(*m) => Ok(()),
                TyKind::Ref(..) | TyKind::RawPtr(..) => Err(Immutable::Behind(place.prefix(last))),
                _ => self.mutable(place, last, any_local),
            },
            StepKind::Field(..) | StepKind::Index | StepKind::Element(..) | StepKind::Rest => {
                self.mutable(place, last, any_local)
            }
        }
    }

    fn is_captured_by_ref(&self, root: Root) -> bool {
        match root {
            Root::Upvar(field) => self
                .upvars
                .get(field.0 as usize)
                .is_some_and(|it| it.by_ref),
            Root::Local(_) | Root::Static(_) | Root::Temporary => false,
        }
    }

    fn root_mutable(&self, root: Root, any_local: bool) -> Result<(), Immutable> {
        match root {
            Root::Local(local) if any_local || self.body.locals[local].mutable => Ok(()),
            Root::Local(local) => Err(Immutable::Local(local)),
            Root::Upvar(field) => {
                let mutable = self
                    .upvars
                    .get(field.0 as usize)
                    .is_none_or(|it| it.mutable);
                if !any_local && !mutable {
                    return Err(Immutable::Upvar(field));
                }
                match self.closure {
                    Some(ClosureKind::Fn) => Err(Immutable::FnUpvar),
                    Some(ClosureKind::FnMut | ClosureKind::FnOnce) | None => Ok(()),
                }
            }
            Root::Static(def) if self.cx.static_is_mut(def) => Ok(()),
            Root::Static(_) => Err(Immutable::Static),
            Root::Temporary => Ok(()),
        }
    }
}
