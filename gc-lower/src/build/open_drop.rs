//! What takes the place of one `Drop`, by what may still be in the place.

use super::{
    flow::State,
    moves::{PathId, Paths, array_len},
};
use crate::pir::{Block, Body, Local, Operand, Place, PlaceTy, Proj, Src, StmtKind, Tcx};
use wrc_base::FxIndexMap;
use wrc_thir::{AdtKind, FieldIdx, TyKind, VariantIdx};

/// Writes drops; notes the paths whose state has to be known at run time.
pub(super) struct Dropper<'c, 'a> {
    pub tcx: &'c Tcx<'a>,
    pub body: &'c mut Body,
    pub paths: &'c Paths,
    /// A `bool` for each path that needs one: does it hold a value?
    pub flags: FxIndexMap<PathId, Local>,
    pub src: Src,
}

impl Dropper<'_, '_> {
    /// The drop of `place` in a state.
    pub(super) fn drop(&mut self, place: &Place, state: &State) -> Block {
        match self.paths.find(place) {
            Some((path, true)) => self.path(path, state),
            // Only assignments drop parts that are never moved from; there
            // the whole holds a value.
            Some((_, false)) | None => vec![self.whole(place.clone())],
        }
    }

    fn whole(&self, place: Place) -> crate::pir::Stmt {
        StmtKind::Drop(place).at(self.src)
    }

    /// `code`, if the path itself holds a value.
    fn guarded(&mut self, path: PathId, state: &State, code: Block) -> Block {
        if code.is_empty() || !state.may_be_init(path) {
            return Vec::new();
        }
        if !state.may_be_uninit(path) {
            return code;
        }
        let flag = self.flag(path);
        let guard = StmtKind::If {
            cond: Operand::Copy(flag.into()),
            then: code,
            els: Vec::new(),
        };
        vec![guard.at(self.src)]
    }

    fn flag(&mut self, path: PathId) -> Local {
        let body = &mut *self.body;
        *self
            .flags
            .entry(path)
            .or_insert_with(|| body.new_local(wrc_thir::Ty::bool()))
    }

    fn path(&mut self, path: PathId, state: &State) -> Block {
        let (mut live, mut dead) = (false, false);
        self.paths.each_below(path, &mut |path| {
            live |= state.may_be_init(path);
            dead |= state.may_be_uninit(path);
        });
        let node = &self.paths.nodes[path];
        if !live || !self.tcx.needs_drop(node.at.ty) {
            return Vec::new();
        }
        let whole = vec![self.whole(node.place.clone())];
        if !dead {
            return whole;
        }
        if node.children.is_empty() || self.has_drop_impl(node.at) {
            return self.guarded(path, state, whole);
        }
        self.open(path, state)
    }

    /// A type whose `Drop::drop` sees the whole value.
    fn has_drop_impl(&self, at: PlaceTy) -> bool {
        match at.ty.as_adt() {
            Some((def, args)) => self.tcx.db.drop_impl(def, args).is_some(),
            None => false,
        }
    }

    /// The parts of a value that may have been moved from, each by itself.
    fn open(&mut self, path: PathId, state: &State) -> Block {
        let node = &self.paths.nodes[path];
        let (place, at) = (node.place.clone(), node.at);
        if self.tcx.box_content(at.ty).is_some() {
            return self.part(path, &Proj::Deref, state);
        }
        match at.ty.kind() {
            TyKind::Array(..) => {
                let len = array_len(at.ty).unwrap_or(0);
                self.parts(path, self.array_steps(path, len), state)
            }
            TyKind::Adt(def, _) if self.tcx.adt(*def).kind == AdtKind::Enum => {
                if at.variant.is_some() {
                    return self.fields(path, at, state);
                }
                let count = self.tcx.adt(*def).variants.len() as u32;
                let switch = self.open_enum(path, place, at, count, state);
                self.guarded(path, state, switch)
            }
            _ => self.fields(path, at, state),
        }
    }

    fn fields(&mut self, path: PathId, at: PlaceTy, state: &State) -> Block {
        let count = self.tcx.field_tys(at.ty, at.variant).len() as u32;
        let steps = (0..count).map(|i| Proj::Field(FieldIdx(i)));
        self.parts(path, steps.collect(), state)
    }

    fn parts(&mut self, path: PathId, steps: Vec<Proj>, state: &State) -> Block {
        steps
            .iter()
            .flat_map(|step| self.part(path, step, state))
            .collect()
    }

    /// The elements in the order in which rustc drops an array that has been
    /// moved from: runs of untouched elements, the last run first.
    fn array_steps(&self, path: PathId, len: u32) -> Vec<Proj> {
        let element = |n| Proj::ConstIndex { n, from_end: false };
        let children = &self.paths.nodes[path].children;
        let is_path = |n: u32| children.iter().any(|(step, _)| *step == element(n));
        let mut runs: Vec<Vec<Proj>> = Vec::new();
        let mut in_run = false;
        for n in 0..len {
            let own = is_path(n);
            match runs.last_mut() {
                Some(run) if in_run && !own => run.push(element(n)),
                _ => runs.push(vec![element(n)]),
            }
            in_run = !own;
        }
        runs.into_iter().rev().flatten().collect()
    }

    /// One part: by its own path, or with what is left of the whole.
    fn part(&mut self, path: PathId, step: &Proj, state: &State) -> Block {
        let node = &self.paths.nodes[path];
        if let Some((_, child)) = node.children.iter().find(|(s, _)| s == step) {
            return self.path(*child, state);
        }
        if !self.tcx.needs_drop(self.tcx.project_ty(node.at, step).ty) {
            return Vec::new();
        }
        let part = self.whole(node.place.project(step.clone()));
        self.guarded(path, state, vec![part])
    }

    fn open_enum(
        &mut self,
        path: PathId,
        place: Place,
        at: PlaceTy,
        count: u32,
        state: &State,
    ) -> Block {
        let mut arms = Vec::new();
        let mut others = Vec::new();
        for variant in (0..count).map(VariantIdx) {
            let step = Proj::Variant(variant);
            let children = &self.paths.nodes[path].children;
            match children.iter().find(|(s, _)| *s == step).map(|(_, c)| *c) {
                Some(child) => arms.push((vec![variant], self.path_of_variant(child, state))),
                None => others.push(variant),
            }
        }
        let tcx = self.tcx;
        let others_matter = others.iter().any(|variant| {
            let fields = tcx.field_tys(at.ty, Some(*variant));
            fields.iter().any(|ty| tcx.needs_drop(*ty))
        });
        let default = if others_matter {
            vec![self.whole(place.clone())]
        } else {
            Vec::new()
        };
        if default.is_empty() && arms.iter().all(|(_, block)| block.is_empty()) {
            return Vec::new();
        }
        let switch = StmtKind::SwitchVariant {
            place,
            arms,
            default: (!others.is_empty()).then_some(default),
        };
        vec![switch.at(self.src)]
    }

    /// The fields of a variant the enum is known to hold.
    fn path_of_variant(&mut self, path: PathId, state: &State) -> Block {
        let at = self.paths.nodes[path].at;
        self.fields(path, at, state)
    }
}
