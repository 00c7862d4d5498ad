//! Checks PIR's invariants. Each violation names its rule.
//!
//! * PIR-1: types are concrete and normalised.
//! * PIR-2: operands have the types their form demands.
//! * PIR-3: jumps name an enclosing label of the right kind, once defined.
//! * PIR-4: nothing that needs to be dropped is read after it has been moved
//!   on every way there. Of other types programs may use what they moved: it
//!   is a warning, and both names reach the value.
//! * PIR-5: `Operand::Borrow` stands in call arguments only.
//! * PIR-6: `Drop` is written for types that need it only.
//! * PIR-7: steps of a place fit the type they are taken on.
//! * PIR-8: calls pass what the callee's declaration takes.

use super::ir::*;
use super::tcx::{PlaceTy, Tcx};
use std::fmt::Display;
use wrc_base::{FxHashMap, FxHashSet};
use wrc_thir::{AdtKind, BinOp, Const, Ty, TyKind};

/// All violations in `body`.
pub fn verify(tcx: &Tcx, body: &Body) -> Vec<String> {
    let mut cx = Verifier {
        tcx,
        body,
        labels: Vec::new(),
        defined: FxHashSet::default(),
        exits: FxHashMap::default(),
        found: Vec::new(),
    };
    for (local, decl) in body.locals.iter() {
        if !is_concrete(decl.ty) {
            cx.report("PIR-1", local, "its type is not concrete");
        }
    }
    cx.block(&body.block, Some(Moved::default()));
    cx.found
}

/// Locals without a value.
type Moved = FxHashSet<Local>;

struct Verifier<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c Body,
    /// Enclosing labels; is it a loop's?
    labels: Vec<(Label, bool)>,
    defined: FxHashSet<Label>,
    /// What has been moved wherever a label is broken to.
    exits: FxHashMap<Label, Moved>,
    found: Vec<String>,
}

impl Verifier<'_, '_> {
    fn report(&mut self, rule: &str, entity: impl Display, what: &str) {
        self.found.push(format!("{rule}: {entity}: {what}"));
    }

    /// `None`: control does not come there.
    fn block(&mut self, block: &Block, moved: Option<Moved>) -> Option<Moved> {
        block
            .iter()
            .fold(moved, |moved, stmt| self.stmt(&stmt.kind, moved))
    }

    fn stmt(&mut self, kind: &StmtKind, moved: Option<Moved>) -> Option<Moved> {
        let mut moved = moved;
        match kind {
            StmtKind::Assign(place, rvalue) => {
                self.rvalue(rvalue, &mut moved);
                let ty = self.rvalue_ty(rvalue);
                self.dest(place, ty, &mut moved);
            }
            StmtKind::CheckedBinary {
                dest,
                overflow,
                op,
                lhs,
                rhs,
            } => {
                self.operand(lhs, &mut moved);
                self.operand(rhs, &mut moved);
                if !matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul) {
                    self.report("PIR-2", format!("{op:?}"), "no checked operation");
                }
                let ty = self.tcx.operand_ty(self.body, lhs);
                self.dest(dest, ty, &mut moved);
                self.dest(overflow, Ty::bool(), &mut moved);
            }
            StmtKind::Call { dest, callee, args } => return self.call(dest, callee, args, moved),
            StmtKind::Drop(place) => {
                self.place(place, &mut moved);
                let ty = self.place_ty(place);
                if !self.tcx.needs_drop(ty) {
                    self.report("PIR-6", format!("{place:?}"), "needs no drop");
                }
                mark_moved(place, &mut moved);
            }
            StmtKind::If { cond, then, els } => {
                self.operand(cond, &mut moved);
                self.expect(
                    Ty::bool(),
                    self.tcx.operand_ty(self.body, cond),
                    "condition",
                );
                let mut inside = moved.clone();
                if let Some(inside) = &mut inside {
                    // A drop flag knows more than the ways that are left.
                    flagged_drops(then).for_each(|local| {
                        inside.remove(&local);
                    });
                }
                let taken = self.block(then, inside);
                let other = self.block(els, moved);
                return join(taken, other);
            }
            StmtKind::Switch {
                value,
                arms,
                default,
            } => {
                self.operand(value, &mut moved);
                let ty = self.tcx.operand_ty(self.body, value);
                if !matches!(ty.kind(), TyKind::Int(_) | TyKind::Bool | TyKind::Char) {
                    self.report("PIR-2", "switch", "on a type without bits");
                }
                let mut out = None;
                for (_, arm) in arms {
                    out = join(out, self.block(arm, moved.clone()));
                }
                return join(out, self.block(default, moved));
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                self.place(place, &mut moved);
                self.variants(place, arms);
                let mut out = None;
                for (_, arm) in arms {
                    out = join(out, self.block(arm, moved.clone()));
                }
                return match default {
                    Some(default) => join(out, self.block(default, moved)),
                    None => out,
                };
            }
            StmtKind::Loop { label, body } => {
                self.enter(*label, true);
                // What is moved in the first round may be moved in the next;
                // only what precedes the loop is certain at its head, unless
                // the body assigns it.
                self.block(body, moved.map(|_| Moved::default()));
                self.labels.pop();
                return self.exits.remove(label);
            }
            StmtKind::Block { label, body } => {
                self.enter(*label, false);
                let out = self.block(body, moved);
                self.labels.pop();
                let exit = self.exits.remove(label);
                return join(out, exit);
            }
            StmtKind::Break(label) => {
                if !self.labels.iter().any(|(known, _)| known == label) {
                    self.report("PIR-3", label, "broken to from outside");
                }
                let exit = join(self.exits.remove(label), moved);
                if let Some(exit) = exit {
                    self.exits.insert(*label, exit);
                }
                return None;
            }
            StmtKind::Continue(label) => {
                if !self.labels.contains(&(*label, true)) {
                    self.report("PIR-3", label, "no enclosing loop");
                }
                return None;
            }
            StmtKind::Return | StmtKind::Unreachable => return None,
        }
        moved
    }

    fn enter(&mut self, label: Label, is_loop: bool) {
        if !self.defined.insert(label) {
            self.report("PIR-3", label, "defined twice");
        }
        self.labels.push((label, is_loop));
    }

    fn variants(&mut self, place: &Place, arms: &[(Vec<wrc_thir::VariantIdx>, Block)]) {
        let ty = self.place_ty(place);
        let count = match ty.as_adt() {
            Some((def, _)) if self.tcx.adt(def).kind == AdtKind::Enum => {
                self.tcx.adt(def).variants.len()
            }
            _ => {
                self.report("PIR-2", format!("{place:?}"), "a variant switch on no enum");
                return;
            }
        };
        let mut seen = FxHashSet::default();
        for variant in arms.iter().flat_map(|(variants, _)| variants) {
            if variant.0 as usize >= count || !seen.insert(*variant) {
                self.report("PIR-2", variant, "no variant, or twice");
            }
        }
    }

    fn call(
        &mut self,
        dest: &Place,
        callee: &Callee,
        args: &[Operand],
        moved: Option<Moved>,
    ) -> Option<Moved> {
        let mut moved = moved;
        if let Callee::Ptr(pointer) = callee {
            self.operand(pointer, &mut moved);
        }
        for arg in args {
            match arg {
                Operand::Borrow(_, place) => self.place(place, &mut moved),
                _ => self.operand(arg, &mut moved),
            }
        }
        let tys: Vec<Ty> = args
            .iter()
            .map(|arg| self.tcx.operand_ty(self.body, arg))
            .collect();
        let ret = self.signature(callee, &tys);
        self.dest(dest, ret.unwrap_or_else(|| self.place_ty(dest)), &mut moved);
        if self.place_ty(dest).is_never() {
            return None;
        }
        moved
    }

    /// Compares arguments with the callee's declaration; gives its result type.
    fn signature(&mut self, callee: &Callee, args: &[Ty]) -> Option<Ty> {
        let (params, ret) = match callee {
            Callee::Instance(Instance::Fn(def, generic)) => {
                let data = self.tcx.db.func(*def);
                let mut params: Vec<Ty> = data
                    .params
                    .iter()
                    .map(|ty| self.tcx.instantiate(*ty, generic))
                    .collect();
                if data.track_caller {
                    params.push(self.tcx.location_ty());
                }
                (params, self.tcx.instantiate(data.ret, generic))
            }
            Callee::Instance(Instance::Closure(def, generic)) => {
                let data = self.tcx.closure(*def);
                let mut params = args.get(..1).unwrap_or_default().to_vec();
                let declared = data.params.iter();
                params.extend(declared.map(|ty| self.tcx.instantiate(*ty, generic)));
                (params, self.tcx.instantiate(data.ret, generic))
            }
            Callee::Ptr(pointer) => match self.tcx.operand_ty(self.body, pointer).kind() {
                TyKind::FnPtr(sig) => (sig.params.to_vec(), sig.ret),
                _ => {
                    self.report("PIR-8", "call", "through what is no fn pointer");
                    return None;
                }
            },
            Callee::Instance(_) | Callee::Dyn(_) | Callee::Intrinsic(..) => return None,
        };
        let name = match callee {
            Callee::Instance(inst) => super::display::instance_text(self.tcx, inst),
            _ => "fn pointer".to_owned(),
        };
        if params.len() != args.len() {
            let what = format!("takes {} arguments, got {}", params.len(), args.len());
            self.report("PIR-8", &name, &what);
        }
        for (i, (param, arg)) in params.iter().zip(args).enumerate() {
            self.expect(*param, *arg, &format!("argument {i} of {name}"));
        }
        Some(ret)
    }

    fn dest(&mut self, place: &Place, ty: Ty, moved: &mut Option<Moved>) {
        if let (Some(local), Some(moved)) = (place.as_local(), moved.as_mut()) {
            moved.remove(&local);
        } else {
            self.place(place, moved);
        }
        self.expect(
            self.place_ty(place),
            ty,
            &format!("assignment to {place:?}"),
        );
    }

    fn expect(&mut self, expected: Ty, got: Ty, what: &str) {
        if expected != got && !got.is_never() && !expected.is_never() {
            let expected = super::display::ty_text(self.tcx, expected);
            let got = super::display::ty_text(self.tcx, got);
            self.report(
                "PIR-2",
                what,
                &format!("expected `{expected}`, got `{got}`"),
            );
        }
    }

    fn rvalue(&mut self, rvalue: &Rvalue, moved: &mut Option<Moved>) {
        match rvalue {
            Rvalue::Use(o) | Rvalue::Unary(_, o) | Rvalue::Cast(_, o, _) | Rvalue::Repeat(o, _) => {
                self.operand(o, moved);
            }
            Rvalue::Binary(_, a, b) => {
                self.operand(a, moved);
                self.operand(b, moved);
            }
            Rvalue::Aggregate(kind, fields) => {
                for field in fields {
                    self.operand(field, moved);
                }
                self.aggregate(kind, fields);
            }
            Rvalue::Ref(_, place)
            | Rvalue::RawPtr(_, place)
            | Rvalue::Discriminant(place)
            | Rvalue::Len(place) => self.place(place, moved),
        }
    }

    fn aggregate(&mut self, kind: &AggregateKind, fields: &[Operand]) {
        let tys = match kind {
            AggregateKind::Adt(def, variant, args) => {
                let ty = Ty::adt(*def, args.clone());
                self.tcx.field_tys(ty, Some(*variant))
            }
            AggregateKind::Closure(def, args) => {
                let mut tys = self.tcx.field_tys(self.tcx.closure_ty(*def, args), None);
                // What a coroutine remembers is not there yet.
                tys.truncate(self.tcx.closure(*def).captures.len());
                tys
            }
            AggregateKind::Array(elem) => vec![*elem; fields.len()],
            AggregateKind::Union(..) | AggregateKind::Tuple => return,
        };
        if tys.len() != fields.len() {
            self.report("PIR-2", format!("{kind:?}"), "wrong number of fields");
        }
        for (i, (ty, field)) in tys.iter().zip(fields).enumerate() {
            let got = self.tcx.operand_ty(self.body, field);
            self.expect(*ty, got, &format!("field {i} of {kind:?}"));
        }
    }

    fn rvalue_ty(&self, rvalue: &Rvalue) -> Ty {
        let operand = |o: &Operand| self.tcx.operand_ty(self.body, o);
        match rvalue {
            Rvalue::Use(o) | Rvalue::Unary(_, o) => operand(o),
            Rvalue::Ref(m, place) => self.place_ty(place).reference(*m),
            Rvalue::RawPtr(m, place) => self.place_ty(place).pointer(*m),
            Rvalue::Binary(op, lhs, _) => match op {
                BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => Ty::bool(),
                _ => operand(lhs),
            },
            Rvalue::Cast(_, _, ty) => *ty,
            Rvalue::Aggregate(kind, fields) => match kind {
                AggregateKind::Adt(def, _, args) | AggregateKind::Union(def, _, args) => {
                    Ty::adt(*def, args.clone())
                }
                AggregateKind::Tuple => Ty::tuple(fields.iter().map(operand).collect::<Vec<_>>()),
                AggregateKind::Array(elem) => array(*elem, fields.len() as u128),
                AggregateKind::Closure(def, args) => self.tcx.closure_ty(*def, args),
            },
            Rvalue::Repeat(o, len) => array(operand(o), (*len).into()),
            Rvalue::Discriminant(place) => match self.place_ty(place).as_adt() {
                Some((def, _)) => self.tcx.adt(def).discr_ty,
                None => Ty::error(),
            },
            Rvalue::Len(_) => Ty::usize(),
        }
    }

    fn operand(&mut self, operand: &Operand, moved: &mut Option<Moved>) {
        match operand {
            Operand::Copy(place) => {
                self.place(place, moved);
                let ty = self.place_ty(place);
                if !self.tcx.is_copy(ty) {
                    self.report("PIR-2", format!("{place:?}"), "is copied, but not `Copy`");
                }
            }
            Operand::Move(place) => {
                self.place(place, moved);
                if self.tcx.needs_drop(self.place_ty(place)) {
                    mark_moved(place, moved);
                }
            }
            Operand::Const(c) => {
                if !is_concrete(self.tcx.constant_ty(c)) {
                    self.report("PIR-1", format!("{c:?}"), "its type is not concrete");
                }
            }
            Operand::Borrow(_, place) => {
                self.report("PIR-5", format!("{place:?}"), "borrowed outside of a call");
            }
        }
    }

    /// A place that is read, or written in part.
    fn place(&mut self, place: &Place, moved: &mut Option<Moved>) {
        if let (Some(local), Some(moved)) = (place.base_local(), moved.as_ref())
            && moved.contains(&local)
        {
            self.report("PIR-4", local, "used after it was moved");
        }
        self.steps(place);
    }

    fn place_ty(&self, place: &Place) -> Ty {
        self.tcx.place_ty(self.body, place).ty
    }

    fn steps(&mut self, place: &Place) {
        let ty = match place.base {
            PlaceBase::Local(local) => self.body.locals[local].ty,
            PlaceBase::Static(_) => self.place_ty(&Place {
                base: place.base,
                proj: Default::default(),
            }),
        };
        let mut at = PlaceTy { ty, variant: None };
        for step in &place.proj {
            let fits = match step {
                Proj::Field(field) => {
                    let count = self.tcx.field_tys(at.ty, at.variant).len();
                    (field.0 as usize) < count
                }
                Proj::Variant(_) => at.ty.as_adt().is_some(),
                Proj::Deref => at.ty.pointee().is_some() || self.tcx.box_content(at.ty).is_some(),
                Proj::Index(local) => {
                    self.body.locals[*local].ty == Ty::usize() && is_sequence(at.ty)
                }
                Proj::ConstIndex { .. } | Proj::Subslice { .. } => is_sequence(at.ty),
            };
            if !fits {
                self.report("PIR-7", format!("{place:?}"), "a step that does not fit");
                return;
            }
            at = self.tcx.project_ty(at, step);
        }
    }
}

/// The locals that a block drops, if it does nothing else.
fn flagged_drops(block: &Block) -> impl Iterator<Item = Local> {
    let is_drop = |stmt: &Stmt| matches!(stmt.kind, StmtKind::Drop(_));
    let only_drops = block.iter().all(is_drop);
    block.iter().filter_map(move |stmt| match &stmt.kind {
        StmtKind::Drop(place) if only_drops => place.base_local(),
        _ => None,
    })
}

fn mark_moved(place: &Place, moved: &mut Option<Moved>) {
    if let (Some(local), Some(moved)) = (place.as_local(), moved.as_mut()) {
        moved.insert(local);
    }
}

/// Moved on both ways.
fn join(a: Option<Moved>, b: Option<Moved>) -> Option<Moved> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(&b).copied().collect()),
        (a, b) => a.or(b),
    }
}

fn is_sequence(ty: Ty) -> bool {
    matches!(ty.kind(), TyKind::Array(..) | TyKind::Slice(_))
}

fn array(elem: Ty, len: u128) -> Ty {
    Ty::new(TyKind::Array(elem, Const::Value(len)))
}

/// Without parameters, projections, opaque types or errors.
fn is_concrete(ty: Ty) -> bool {
    let mut concrete = true;
    wrc_thir::map_ty(ty, &mut |arg| {
        concrete &= match arg {
            wrc_thir::Arg::Ty(ty) => !matches!(
                ty.kind(),
                TyKind::Param(..) | TyKind::Assoc(..) | TyKind::Opaque(..) | TyKind::Error
            ),
            wrc_thir::Arg::Const(c) => matches!(c, Const::Value(_)),
        };
        None
    });
    concrete
}
