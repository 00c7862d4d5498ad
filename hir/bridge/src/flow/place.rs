//! Places: a variable or a temporary, and steps into it.

use super::{Flow, Node};
use crate::ids;
use wrc_thir::{
    AdtKind, Const, ExprId, ExprKind, FieldIdx, LocalId, StaticDef, Ty, TyKind, VariantIdx,
};

/// Where a place begins.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Root {
    Local(LocalId),
    Upvar(FieldIdx),
    Static(StaticDef),
    /// A value that was just computed.
    Temporary,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepKind {
    Deref,
    Field(Option<VariantIdx>, FieldIdx),
    /// An element chosen at run time.
    Index,
    /// An element a pattern names, counted from the start or the end.
    Element(u64, bool),
    /// The rest of a slice pattern.
    Rest,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub kind: StepKind,
    /// The type of the place after the step.
    pub ty: Ty,
}

#[derive(Clone, Debug)]
pub struct Place {
    pub root: Root,
    pub root_ty: Ty,
    pub steps: Vec<Step>,
}

impl Place {
    pub fn new(root: Root, root_ty: Ty) -> Place {
        Place {
            root,
            root_ty,
            steps: Vec::new(),
        }
    }

    pub fn ty(&self) -> Ty {
        self.steps.last().map_or(self.root_ty, |step| step.ty)
    }

    /// The type that step `i` is taken in.
    pub fn ty_before(&self, i: usize) -> Ty {
        match i {
            0 => self.root_ty,
            _ => self.steps[i - 1].ty,
        }
    }

    pub fn step(&self, kind: StepKind, ty: Ty) -> Place {
        let mut place = self.clone();
        place.steps.push(Step { kind, ty });
        place
    }

    /// The first `len` steps.
    pub fn prefix(&self, len: usize) -> Place {
        Place {
            root: self.root,
            root_ty: self.root_ty,
            steps: self.steps[..len].to_vec(),
        }
    }
}

impl Flow<'_, '_> {
    /// Evaluates what a place expression computes on the way.
    pub(super) fn place(&mut self, id: ExprId) -> Place {
        let body = self.body;
        let ty = body.exprs[id].ty;
        match &body.exprs[id].kind {
            ExprKind::Local(local) => Place::new(Root::Local(*local), ty),
            ExprKind::Upvar(field) => Place::new(Root::Upvar(*field), ty),
            ExprKind::Static(def) => Place::new(Root::Static(*def), ty),
            ExprKind::Field(base, field) => {
                let base = self.place(*base);
                base.step(StepKind::Field(None, *field), ty)
            }
            ExprKind::Index(base, index) => {
                let place = self.place(*base);
                self.operand(*index);
                self.inspect(&place, Node::Expr(*base));
                place.step(StepKind::Index, ty)
            }
            ExprKind::Deref(base) => {
                let base = self.place(*base);
                base.step(StepKind::Deref, ty)
            }
            _ => {
                self.value(id);
                Place::new(Root::Temporary, ty)
            }
        }
    }

    /// How many steps go through what the root owns: fields, boxes, elements
    /// of arrays. What lies further belongs to something else, or is not
    /// known apart.
    pub(super) fn owned_steps(&self, place: &Place) -> usize {
        (0..place.steps.len())
            .find(|i| !self.is_owned_step(place, *i))
            .unwrap_or(place.steps.len())
    }

    fn is_owned_step(&self, place: &Place, i: usize) -> bool {
        let base = place.ty_before(i);
        match place.steps[i].kind {
            StepKind::Deref => self.is_box(base),
            StepKind::Field(..) => self.adt_kind(base) != Some(AdtKind::Union),
            // The rest of an array is not taken apart: it is a part of its own.
            StepKind::Element(..) | StepKind::Rest => matches!(base.kind(), TyKind::Array(..)),
            StepKind::Index => false,
        }
    }

    /// An element of a pattern, from the start if the length is known.
    pub(super) fn element(&self, array: Ty, n: u64, from_end: bool) -> StepKind {
        match (array.kind(), from_end) {
            (TyKind::Array(_, Const::Value(len)), true) => match u64::try_from(*len) {
                Ok(len) => StepKind::Element(len.saturating_sub(n), false),
                Err(_) => StepKind::Element(n, true),
            },
            _ => StepKind::Element(n, from_end),
        }
    }

    /// The place as the user would write it; `None` for temporaries.
    pub(super) fn describe(&self, place: &Place) -> Option<String> {
        let mut text = match place.root {
            Root::Local(local) => {
                let name = self.body.locals[local].name.to_string();
                if name == "tmp" || name == "assigned" {
                    return None;
                }
                name
            }
            Root::Upvar(field) => self.upvars.get(field.0 as usize)?.name.clone(),
            Root::Static(def) => self.cx.static_name(def),
            Root::Temporary => return None,
        };
        let is_captured_by_ref = match place.root {
            Root::Upvar(field) => self.upvars[field.0 as usize].by_ref,
            _ => false,
        };
        // A field reached through a reference is written without `*`.
        let mut derefs = 0;
        for (i, step) in place.steps.iter().enumerate() {
            match step.kind {
                StepKind::Deref if i == 0 && is_captured_by_ref => {}
                StepKind::Deref => derefs += 1,
                StepKind::Field(None, field) => {
                    derefs = 0;
                    text = format!("{text}.{}", self.cx.field_name(place.ty_before(i), field));
                }
                StepKind::Field(Some(_), field) => {
                    derefs = 0;
                    text = format!("{text}.{}", field.0);
                }
                StepKind::Index | StepKind::Element(..) | StepKind::Rest => {
                    derefs = 0;
                    text = format!("{text}[..]");
                }
            }
        }
        Some(format!("{}{text}", "*".repeat(derefs)))
    }

    fn adt_kind(&self, ty: Ty) -> Option<AdtKind> {
        let (def, _) = ty.as_adt()?;
        Some(self.cx.adt_cached(def).kind)
    }

    pub(super) fn is_box(&self, ty: Ty) -> bool {
        ty.as_adt()
            .is_some_and(|(def, _)| Some(ids::adt_id(def)) == self.cx.box_id())
    }
}
