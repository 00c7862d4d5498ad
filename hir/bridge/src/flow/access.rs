//! What a use, a move, a borrow and an assignment ask of a place, and what
//! they do to it.

use super::{
    Flow, Node,
    place::{Place, Root, StepKind},
    report::{Use, Written},
    state::{Gone, PathId},
};
use wrc_thir::{AdtKind, ClosureKind, LocalId, Ty, TyKind};

/// Why a value cannot be moved out of a place.
#[derive(Clone, Debug)]
pub enum Fixed {
    /// Behind a reference or raw pointer; the pointer.
    Behind(Place),
    /// An element of an array or slice; its type.
    Element(Ty),
    /// A field of a type that implements `Drop`.
    DropField(Ty),
    Static,
    /// The closure may be called again.
    Upvar(ClosureKind),
    /// A guard may run, and fail, before the pattern's moves.
    Guard,
}

impl Flow<'_, '_> {
    /// A value is taken: copied or moved, by its type.
    pub(super) fn consume(&mut self, place: &Place, node: Node) {
        if place.root == Root::Temporary && place.steps.is_empty() {
            return;
        }
        match self.is_copy(place.ty()) {
            true => self.inspect(place, node),
            false => self.move_out(place, node),
        }
    }

    /// The place is looked at.
    pub(super) fn inspect(&mut self, place: &Place, node: Node) {
        self.read(place, node, Use::Read);
    }

    pub(super) fn borrow(&mut self, place: &Place, node: Node) {
        self.read(place, node, Use::Borrow);
    }

    pub(super) fn borrow_mut(&mut self, place: &Place, node: Node) {
        if self.read(place, node, Use::Borrow) {
            self.check_mutable(place, node, Written::Borrowed);
        }
    }

    /// Is all of it there?
    fn read(&mut self, place: &Place, node: Node, how: Use) -> bool {
        let missing = self.missing(place);
        if let Some((gone, is_part)) = &missing {
            self.report_gone(place, node, how, gone, *is_part);
        }
        missing.is_none()
    }

    fn move_out(&mut self, place: &Place, node: Node) {
        if self.state.is_none() {
            return;
        }
        if let Some((gone, is_part)) = self.missing(place) {
            self.report_gone(place, node, Use::Move, &gone, is_part);
        }
        if let Some(why) = self.fixed(place) {
            return self.report_fixed(place, node, &why);
        }
        if place.root == Root::Temporary {
            return;
        }
        let path = self.paths.intern(place, self.owned_steps(place));
        let id = self.moves.id(node, place.ty());
        self.clear(path);
        if let Some(state) = &mut self.state {
            state.gone.entry(path).or_default().moves.insert(id);
        }
    }

    /// Forgets that a place and what is below it may hold no value.
    pub(super) fn clear(&mut self, path: PathId) {
        let Some(state) = &mut self.state else {
            return;
        };
        if !state.gone.is_empty() {
            state.gone.remove(&path);
            self.paths.each_below(path, &mut |below| {
                state.gone.remove(&below);
            });
        }
    }

    /// Why `place` may hold no value, and whether only a part of it is gone.
    fn missing(&self, place: &Place) -> Option<(Gone, bool)> {
        let state = self.state.as_ref()?;
        if state.gone.is_empty() {
            return None;
        }
        let len = self.owned_steps(place);
        let (way, exact) = self.paths.on_the_way(place, len);
        if let Some(gone) = way.iter().find_map(|path| state.gone.get(path)) {
            return Some((gone.clone(), false));
        }
        let mut found = None;
        if exact && let Some(path) = way.last() {
            self.paths.each_below(*path, &mut |below| {
                if found.is_none() {
                    found = state.gone.get(&below).cloned();
                }
            });
        }
        found.map(|gone| (gone, true))
    }

    fn fixed(&self, place: &Place) -> Option<Fixed> {
        for (i, step) in place.steps.iter().enumerate().rev() {
            let base = place.ty_before(i);
            match (step.kind, base.kind()) {
                (StepKind::Deref, TyKind::Ref(..) | TyKind::RawPtr(..)) => {
                    return Some(Fixed::Behind(place.prefix(i)));
                }
                (StepKind::Index, _)
                | (StepKind::Element(..) | StepKind::Rest, TyKind::Slice(_)) => {
                    return Some(Fixed::Element(base));
                }
                (StepKind::Field(..), TyKind::Adt(def, _)) if self.cx.has_destructor(*def) => {
                    return Some(Fixed::DropField(base));
                }
                _ => {}
            }
        }
        match (place.root, self.closure) {
            (Root::Static(_), _) => Some(Fixed::Static),
            (Root::Upvar(_), Some(kind @ (ClosureKind::Fn | ClosureKind::FnMut))) => {
                Some(Fixed::Upvar(kind))
            }
            (Root::Local(local), _) if self.guarded.contains(&local) => Some(Fixed::Guard),
            _ => None,
        }
    }

    /// `place = …`, the value having been computed.
    pub(super) fn write(&mut self, place: &Place, node: Node) {
        if self.state.is_none() {
            return;
        }
        match place.root {
            Root::Local(local) if place.steps.is_empty() => self.write_local(local, node),
            _ => {
                // What holds no value is wrong in that respect first.
                if self.check_whole(place, node) {
                    self.check_mutable(place, node, Written::Assigned);
                }
            }
        }
        let len = self.owned_steps(place);
        let is_union_part = len < place.steps.len()
            && place
                .ty_before(len)
                .as_adt()
                .is_some_and(|(def, _)| self.cx.adt_cached(def).kind == AdtKind::Union);
        if len == place.steps.len() || is_union_part {
            let (way, exact) = self.paths.on_the_way(place, len);
            if exact && let Some(path) = way.last() {
                self.clear(*path);
            }
        }
    }

    fn write_local(&mut self, local: LocalId, node: Node) {
        if self.body.locals[local].mutable {
            return;
        }
        let Some(state) = &mut self.state else {
            return;
        };
        let again = !self.deferred.contains(&local) || !state.written.insert(local);
        if again {
            self.report_assigned_twice(local, node);
        }
    }

    /// A part can be assigned only while the whole holds a value.
    fn check_whole(&mut self, place: &Place, node: Node) -> bool {
        let len = self.owned_steps(place);
        if len < place.steps.len() {
            return self.read(&place.prefix(len), node, Use::Assign);
        }
        let (Some(len), Some(state)) = (len.checked_sub(1), &self.state) else {
            return true;
        };
        let (way, _) = self.paths.on_the_way(place, len);
        let gone = way.iter().find_map(|path| state.gone.get(path)).cloned();
        if let Some(gone) = &gone {
            self.report_gone(&place.prefix(len), node, Use::Assign, gone, false);
        }
        gone.is_none()
    }

    /// A local that comes into scope with a value.
    pub(super) fn declare(&mut self, local: LocalId) {
        self.declared.push(local);
        self.forget(local);
    }

    /// A local that comes into scope without one.
    pub(super) fn declare_unset(&mut self, local: LocalId) {
        self.declare(local);
        self.deferred.insert(local);
        let place = Place::new(Root::Local(local), self.body.locals[local].ty);
        let path = self.paths.intern(&place, 0);
        if let Some(state) = &mut self.state {
            state.gone.entry(path).or_default().unset = true;
        }
    }

    /// Nothing is known of a local any more.
    pub(super) fn forget(&mut self, local: LocalId) {
        if let Some(path) = self.paths.root(Root::Local(local)) {
            self.clear(path);
        }
        if let Some(state) = &mut self.state {
            state.written.remove(&local);
        }
    }
}
