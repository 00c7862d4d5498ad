//! Which locals can be split.

use super::Shape;
use crate::passes::paths;
use crate::pir::walk::{self, Use};
use crate::pir::{AggregateKind, Body, Local, Operand, Place, Proj, Rvalue, StmtKind, Tcx};
use wrc_base::{FxHashMap, FxIndexMap, SecondaryMap};
use wrc_thir::{AdtKind, Ty, TyKind, VariantIdx};

/// Fields of a product beyond which splitting costs more than it gains.
const PRODUCT_FIELDS: usize = 16;
/// Fields of all variants of an enum together.
const ENUM_FIELDS: usize = 24;
/// Places where a split product may be built whole.
const BUILDS: u32 = 2;

/// The locals to split in this round.
pub(super) fn candidates(tcx: &Tcx, body: &Body) -> FxIndexMap<Local, Shape> {
    let mut groups = Groups::new(tcx, body);
    if groups.shapes.is_empty() {
        return FxIndexMap::default();
    }
    walk::stmts(&body.block, &mut |stmt| groups.scan(&stmt.kind));
    groups.result()
}

/// What is known about one local, or about all locals moved into one another.
#[derive(Clone, Copy, Debug, Default)]
struct Facts {
    is_bad: bool,
    /// Whole values read from places that are not split.
    reads_whole: u32,
    /// Whole values stored to places that are not split.
    builds: u32,
    /// Accesses of parts, and values built from parts.
    gains: u32,
}

struct Groups<'t, 'a> {
    tcx: &'t Tcx<'a>,
    body: &'t Body,
    shapes: FxIndexMap<Local, Shape>,
    parents: SecondaryMap<Local, Option<Local>>,
    facts: SecondaryMap<Local, Facts>,
}

impl<'t, 'a> Groups<'t, 'a> {
    fn new(tcx: &'t Tcx<'a>, body: &'t Body) -> Groups<'t, 'a> {
        let mut known: FxHashMap<Ty, Option<Shape>> = FxHashMap::default();
        let shapes = body
            .locals
            .iter()
            .filter(|(local, _)| *local != body.ret && !body.params.contains(local))
            .filter_map(|(local, decl)| {
                let shape = *known.entry(decl.ty).or_insert_with(|| shape(tcx, decl.ty));
                Some((local, shape?))
            })
            .collect();
        Groups {
            tcx,
            body,
            shapes,
            parents: SecondaryMap::new(),
            facts: SecondaryMap::new(),
        }
    }

    fn result(&self) -> FxIndexMap<Local, Shape> {
        let mut totals: SecondaryMap<Local, Facts> = SecondaryMap::new();
        for local in self.shapes.keys() {
            let own = self.facts[*local];
            let total = &mut totals[self.root(*local)];
            total.is_bad |= own.is_bad;
            total.reads_whole += own.reads_whole;
            total.builds += own.builds;
            total.gains += own.gains;
        }
        self.shapes
            .iter()
            .filter(|(local, shape)| {
                let total = totals[self.root(**local)];
                let is_legal = match shape {
                    Shape::Product => {
                        total.builds <= BUILDS && (total.builds == 0 || total.reads_whole == 0)
                    }
                    Shape::Enum => total.builds == 0 && total.reads_whole == 0,
                };
                !total.is_bad && is_legal && total.gains > 0
            })
            .map(|(local, shape)| (*local, *shape))
            .collect()
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

    /// The local, if the place is the whole of a possible candidate.
    fn whole(&self, place: &Place) -> Option<Local> {
        let local = place.as_local()?;
        self.shapes.contains_key(&local).then_some(local)
    }

    fn ty(&self, local: Local) -> Ty {
        self.body.locals[local].ty
    }

    fn scan(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Assign(dest, rvalue) => self.assign(dest, rvalue),
            StmtKind::SwitchVariant { place, .. } => self.inspect(place),
            StmtKind::Drop(place) => match self.whole(place) {
                Some(local) if !drops_by_parts(self.tcx, self.ty(local)) => {
                    self.facts[local].is_bad = true;
                }
                Some(_) => {}
                None => self.part(place),
            },
            _ => walk::places(kind, &mut |place, _| self.use_of(place)),
        }
    }

    fn assign(&mut self, dest: &Place, rvalue: &Rvalue) {
        let to = self.whole(dest);
        match rvalue {
            Rvalue::Use(Operand::Copy(place) | Operand::Move(place)) => {
                match (to, self.whole(place)) {
                    (Some(to), Some(from)) if self.ty(to) == self.ty(from) => {
                        self.unite(to, from);
                    }
                    (Some(to), Some(from)) => {
                        self.facts[to].is_bad = true;
                        self.facts[from].is_bad = true;
                    }
                    (Some(to), None) => {
                        self.facts[to].reads_whole += 1;
                        self.part(place);
                    }
                    (None, Some(from)) => {
                        self.facts[from].builds += 1;
                        self.part(dest);
                    }
                    (None, None) => {
                        self.part(place);
                        self.part(dest);
                    }
                }
                return;
            }
            Rvalue::Aggregate(kind, operands) => {
                for operand in operands {
                    match operand.place() {
                        Some(place) => match self.whole(place) {
                            Some(local) => self.facts[local].builds += 1,
                            None => self.part(place),
                        },
                        None => walk::operand_place(operand, &mut |place, _| self.use_of(place)),
                    }
                }
                match to {
                    Some(to) if builds(kind, self.ty(to)) => self.facts[to].gains += 1,
                    Some(to) => self.facts[to].is_bad = true,
                    None => self.part(dest),
                }
                return;
            }
            Rvalue::Discriminant(place) => self.inspect(place),
            Rvalue::Use(_)
            | Rvalue::Ref(..)
            | Rvalue::RawPtr(..)
            | Rvalue::Unary(..)
            | Rvalue::Binary(..)
            | Rvalue::Cast(..)
            | Rvalue::Repeat(..)
            | Rvalue::Len(_) => {
                let kind = StmtKind::Assign(dest.clone(), rvalue.clone());
                walk::places(&kind, &mut |place, how| {
                    if how != Use::Write {
                        self.use_of(place);
                    }
                });
            }
        }
        self.use_of(dest);
    }

    fn inspect(&mut self, place: &Place) {
        match self.whole(place) {
            Some(local) if self.shapes[&local] == Shape::Enum => self.facts[local].gains += 1,
            Some(local) => self.facts[local].is_bad = true,
            None => self.part(place),
        }
    }

    /// A use in which a whole candidate cannot be split.
    fn use_of(&mut self, place: &Place) {
        match self.whole(place) {
            Some(local) => self.facts[local].is_bad = true,
            None => self.part(place),
        }
    }

    /// A use of a part of a candidate.
    fn part(&mut self, place: &Place) {
        for index in paths::indices(place) {
            if self.shapes.contains_key(&index) {
                self.facts[index].is_bad = true;
            }
        }
        let Some(local) = place.base_local() else {
            return;
        };
        let Some(shape) = self.shapes.get(&local) else {
            return;
        };
        let fits = match (shape, place.proj.as_slice()) {
            (_, []) => true,
            (Shape::Product, [Proj::Field(_), ..])
            | (Shape::Enum, [Proj::Variant(_), Proj::Field(_), ..]) => true,
            (Shape::Product | Shape::Enum, _) => false,
        };
        let facts = &mut self.facts[local];
        facts.is_bad |= !fits;
        facts.gains += 1;
    }
}

/// Does the aggregate make a value of the type, field by field?
fn builds(kind: &AggregateKind, ty: Ty) -> bool {
    match (kind, ty.kind()) {
        (AggregateKind::Adt(def, ..), TyKind::Adt(own, _)) => def == own,
        (AggregateKind::Tuple, TyKind::Tuple(_)) => true,
        (AggregateKind::Closure(def, _), TyKind::Closure(own, _)) => def == own,
        _ => false,
    }
}

/// How a type is split, if it can be.
fn shape(tcx: &Tcx, ty: Ty) -> Option<Shape> {
    match ty.kind() {
        TyKind::Tuple(elems) => {
            (!elems.is_empty() && elems.len() <= PRODUCT_FIELDS).then_some(Shape::Product)
        }
        TyKind::Closure(..) => {
            let count = tcx.field_tys(ty, None).len();
            (count > 0 && count <= PRODUCT_FIELDS).then_some(Shape::Product)
        }
        TyKind::Adt(def, _) => {
            let adt = tcx.adt(*def);
            let is_opaque = adt.lang.is_some_and(|lang| {
                [
                    "owned_box",
                    "wrc_array",
                    "wrc_externref",
                    "unsafe_cell",
                    "maybe_uninit",
                    "phantom_data",
                ]
                .contains(&lang.as_str())
            });
            if is_opaque {
                return None;
            }
            let count: usize = adt.variants.iter().map(|v| v.fields.len()).sum();
            match adt.kind {
                AdtKind::Struct if count > 0 && count <= PRODUCT_FIELDS => Some(Shape::Product),
                AdtKind::Enum if count > 0 && count <= ENUM_FIELDS => Some(Shape::Enum),
                AdtKind::Struct | AdtKind::Enum | AdtKind::Union => None,
            }
        }
        _ => None,
    }
}

/// Is dropping the value dropping its fields, and nothing else?
fn drops_by_parts(tcx: &Tcx, ty: Ty) -> bool {
    match ty.as_adt() {
        Some((def, args)) => {
            let adt = tcx.adt(def);
            !adt.drop_elements
                && adt.lang.is_none_or(|lang| lang.as_str() != "manually_drop")
                && tcx.db.drop_impl(def, args).is_none()
        }
        None => true,
    }
}

/// The first variant, for products.
pub(super) const ONLY: VariantIdx = VariantIdx(0);
