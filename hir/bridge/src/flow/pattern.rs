//! Patterns: what their bindings take of the matched place.

use super::{
    Flow, Node, is_mut,
    place::{Place, Root, StepKind},
    state::join,
};
use wrc_thir::{BindingMode, LocalId, PatId, PatKind, Ty};

impl Flow<'_, '_> {
    pub(super) fn bind_temporary(&mut self, pat: PatId, ty: Ty) {
        self.bind(pat, &Place::new(Root::Temporary, ty));
    }

    /// The pattern has matched: its variables get their values.
    pub(super) fn bind(&mut self, pat: PatId, place: &Place) {
        let body = self.body;
        match &body.pats[pat].kind {
            PatKind::Wild | PatKind::Const(_) | PatKind::Range { .. } | PatKind::Never => {}
            PatKind::Binding { local, mode, sub } => {
                // What is inside is copied before the whole is moved.
                if let Some(sub) = sub {
                    self.bind(*sub, place);
                }
                self.bind_local(*local, *mode, place, Node::Pat(pat));
            }
            PatKind::Variant {
                variant, fields, ..
            } => {
                for (field, sub) in fields {
                    let step = StepKind::Field(Some(*variant), *field);
                    self.bind_part(*sub, place, step);
                }
            }
            PatKind::Leaf { fields } => {
                for (field, sub) in fields {
                    self.bind_part(*sub, place, StepKind::Field(None, *field));
                }
            }
            PatKind::Deref(sub) => self.bind_part(*sub, place, StepKind::Deref),
            PatKind::Slice {
                prefix,
                slice,
                suffix,
                ..
            } => {
                for (n, sub) in prefix.iter().enumerate() {
                    let step = self.element(place.ty(), n as u64, false);
                    self.bind_part(*sub, place, step);
                }
                if let Some(sub) = slice {
                    self.bind_part(*sub, place, StepKind::Rest);
                }
                for (n, sub) in suffix.iter().rev().enumerate() {
                    let step = self.element(place.ty(), n as u64 + 1, true);
                    self.bind_part(*sub, place, step);
                }
            }
            PatKind::Or(alternatives) => {
                let before = self.state.clone();
                let mut after = None;
                for alternative in alternatives {
                    self.state = before.clone();
                    self.bind(*alternative, place);
                    after = join(after, self.state.take());
                }
                self.state = after;
            }
        }
    }

    fn bind_part(&mut self, pat: PatId, place: &Place, step: StepKind) {
        let ty = self.body.pats[pat].ty;
        self.bind(pat, &place.step(step, ty));
    }

    fn bind_local(&mut self, local: LocalId, mode: BindingMode, place: &Place, node: Node) {
        match mode {
            BindingMode::Value => {
                let mut place = place.clone();
                match place.steps.last_mut() {
                    Some(last) => last.ty = self.body.locals[local].ty,
                    None => place.root_ty = self.body.locals[local].ty,
                }
                self.consume(&place, node);
            }
            BindingMode::Ref(m) if is_mut(m) => self.borrow_mut(place, node),
            BindingMode::Ref(_) => self.borrow(place, node),
        }
        self.declare(local);
    }

    /// The variables of a pattern, each once.
    pub(super) fn bound_locals(&self, pat: PatId) -> Vec<LocalId> {
        let mut found = Vec::new();
        self.collect_locals(pat, &mut found);
        found
    }

    fn collect_locals(&self, pat: PatId, found: &mut Vec<LocalId>) {
        match &self.body.pats[pat].kind {
            PatKind::Wild | PatKind::Const(_) | PatKind::Range { .. } | PatKind::Never => {}
            PatKind::Binding { local, sub, .. } => {
                if !found.contains(local) {
                    found.push(*local);
                }
                if let Some(sub) = sub {
                    self.collect_locals(*sub, found);
                }
            }
            PatKind::Variant { fields, .. } | PatKind::Leaf { fields } => {
                for (_, sub) in fields {
                    self.collect_locals(*sub, found);
                }
            }
            PatKind::Deref(sub) => self.collect_locals(*sub, found),
            PatKind::Slice {
                prefix,
                slice,
                suffix,
                ..
            } => {
                for sub in prefix.iter().chain(slice).chain(suffix) {
                    self.collect_locals(*sub, found);
                }
            }
            PatKind::Or(alternatives) => {
                for alternative in alternatives {
                    self.collect_locals(*alternative, found);
                }
            }
        }
    }
}
