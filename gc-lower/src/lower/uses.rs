//! How a body uses its locals: which need a place that references can name.

use super::{
    abi::{FnAbi, Pass},
    cx::Cx,
    knobs::looks_through,
    layout::{Class, PtrKind, Shape},
};
use crate::pir::walk;
use crate::{
    intrinsics::Intrinsic,
    pir::{Body, Callee, Local, Operand, Place, PlaceBase, PlaceTy, Proj, Rvalue, StmtKind},
};
use wrc_base::{FxHashMap, SecondaryMap};
use wrc_thir::{Mutability, Ty};

/// What lowering must know of a local before its first statement.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct LocalUse {
    /// A reference to the local, or a slot in it, outlives a statement.
    pub has_address: bool,
    /// A raw pointer to it may live longer than the local: every assignment
    /// makes a new place.
    pub may_leak: bool,
    /// Statements that assign it as a whole.
    pub assigned: u32,
    /// A part of it is assigned.
    pub assigned_in_part: bool,
    /// Its value is used otherwise than by dereferencing it on the spot;
    /// asked of references.
    pub escapes: bool,
    /// The local itself, not a part of it or what it points to, is borrowed.
    pub is_borrowed: bool,
    /// A reference made once: it stands for the place it was made of.
    pub is_alias: bool,
}

pub(super) type Uses = SecondaryMap<Local, LocalUse>;

/// What a place's slots belong to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Root {
    Local(Local),
    /// What the parameter points to.
    Pointee(Local),
    Elsewhere,
}

pub(super) fn uses(cx: &Cx, body: &Body, abi: &FnAbi) -> Uses {
    let mut scan = Scan {
        cx,
        body,
        abi,
        uses: SecondaryMap::with_capacity(body.locals.len()),
        aliased: FxHashMap::default(),
    };
    walk::stmts(&body.block, &mut |stmt| scan.values(&stmt.kind));
    walk::stmts(&body.block, &mut |stmt| scan.find_alias(&stmt.kind));
    walk::stmts(&body.block, &mut |stmt| scan.addresses(&stmt.kind));
    scan.uses
}

struct Scan<'s, 'a> {
    cx: &'s Cx<'a>,
    body: &'s Body,
    abi: &'s FnAbi,
    uses: Uses,
    /// What aliases stand for.
    aliased: FxHashMap<Local, Place>,
}

impl Scan<'_, '_> {
    /// Assignments, and uses of locals' values.
    fn values(&mut self, kind: &StmtKind) {
        walk::places(kind, &mut |place, how| match (how, place.as_local()) {
            (walk::Use::Write, _) => self.write(place),
            (walk::Use::Borrow(Mutability::Mut) | walk::Use::Raw(_), Some(local)) => {
                self.uses[local].is_borrowed = true;
            }
            (walk::Use::Borrow(Mutability::Not) | walk::Use::Inspect, Some(local)) => {
                self.uses[local].escapes = true;
            }
            _ => {}
        });
        if let StmtKind::Call { callee, args, .. } = kind {
            for (arg, is_value) in self.args(callee, args) {
                if is_value {
                    self.value(arg);
                }
            }
            if let Callee::Ptr(operand) = callee {
                self.value(operand);
            }
            return;
        }
        walk::operands(kind, &mut |operand| self.value(operand));
    }

    fn find_alias(&mut self, kind: &StmtKind) {
        let (dest, place) = match kind {
            StmtKind::Assign(dest, Rvalue::Ref(_, place) | Rvalue::RawPtr(_, place)) => {
                (dest, Some(place))
            }
            StmtKind::Call {
                dest,
                callee:
                    Callee::Intrinsic(Intrinsic::ArrayMut | Intrinsic::ArrayRef | Intrinsic::PtrInto, _),
                ..
            } => (dest, None),
            _ => return,
        };
        let Some(local) = dest.as_local() else { return };
        let how = self.uses[local];
        if how.assigned != 1 || how.is_borrowed || self.body.params.contains(&local) {
            return;
        }
        if local == self.body.ret {
            return;
        }
        let ty = self.body.locals[local].ty;
        let is_fat =
            ty.pointee().is_some() && matches!(self.cx.layout(ty).shape, Shape::Ptr(PtrKind::Fat));
        self.uses[local].is_alias = is_fat;
        if let (true, Some(place)) = (is_fat, place) {
            self.aliased.insert(local, place.clone());
        }
    }

    /// References to slots of locals.
    fn addresses(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Assign(dest, Rvalue::Ref(..)) if self.only_stands_for(dest) => {}
            StmtKind::Assign(_, Rvalue::Ref(m, place)) => self.borrow(*m, place),
            StmtKind::Assign(dest, Rvalue::RawPtr(_, place)) => {
                if self.only_stands_for(dest) {
                    return;
                }
                self.address(place);
                if let Root::Local(local) = self.root(place) {
                    self.uses[local].may_leak = true;
                }
            }
            StmtKind::Call { callee, args, .. } => {
                for (arg, is_value) in self.args(callee, args) {
                    if let (Operand::Borrow(m, place), true) = (arg, is_value) {
                        self.borrow(*m, place);
                    }
                }
            }
            _ => {}
        }
    }

    /// Is the reference's own value never needed?
    fn only_stands_for(&self, dest: &Place) -> bool {
        dest.as_local().is_some_and(|local| {
            let how = self.uses[local];
            how.is_alias && !how.escapes
        })
    }

    fn write(&mut self, place: &Place) {
        if let Some(local) = place.as_local() {
            self.uses[local].assigned += 1;
        } else if let Root::Local(local) = self.root(place) {
            self.uses[local].assigned_in_part = true;
        }
    }

    fn value(&mut self, operand: &Operand) {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => {
                if let Some(local) = place.as_local() {
                    self.uses[local].escapes = true;
                }
            }
            Operand::Borrow(..) | Operand::Const(_) => {}
        }
    }

    /// The arguments, and whether the call needs their values (or only what
    /// they point to).
    fn args<'o>(&self, callee: &Callee, args: &'o [Operand]) -> Vec<(&'o Operand, bool)> {
        if let Callee::Intrinsic(intrinsic, _) = callee {
            let skip = usize::from(looks_through(*intrinsic));
            let is_value = |i: usize| i >= skip;
            let args = args.iter().enumerate();
            return args.map(|(i, arg)| (arg, is_value(i))).collect();
        }
        let passes = self.cx.passes(self.body, callee, args);
        let is_value = |i: usize| matches!(passes.get(i), None | Some(Pass::Value));
        let args = args.iter().enumerate();
        args.map(|(i, arg)| (arg, is_value(i))).collect()
    }

    fn borrow(&mut self, m: Mutability, place: &Place) {
        let ty = self.cx.tcx.place_ty(self.body, place).ty;
        if m == Mutability::Mut || self.cx.is_addressed(ty) {
            self.address(place);
        }
    }

    fn address(&mut self, place: &Place) {
        let ty = self.cx.tcx.place_ty(self.body, place).ty;
        if self.cx.is_unsized(ty) || self.cx.class(ty) != Class::Slots {
            return;
        }
        match self.root(place) {
            Root::Local(local) => {
                self.uses[local].has_address = true;
                self.uses[local].may_leak |= self.cx.is_raw(ty);
            }
            Root::Pointee(local) => self.uses[local].escapes = true,
            Root::Elsewhere => {}
        }
    }

    fn root(&self, place: &Place) -> Root {
        let PlaceBase::Local(local) = place.base else {
            return Root::Elsewhere;
        };
        if let ([Proj::Deref, rest @ ..], Some(aliased)) =
            (&place.proj[..], self.aliased.get(&local))
        {
            return self.root(&aliased.extend(rest));
        }
        let mut root = Root::Local(local);
        let mut at = PlaceTy {
            ty: self.body.locals[local].ty,
            variant: None,
        };
        for (i, step) in place.proj.iter().enumerate() {
            root = match step {
                Proj::Variant(_) => root,
                Proj::Deref if at.ty.pointee().is_some() => {
                    if i == 0 && self.is_pointee_param(local) {
                        Root::Pointee(local)
                    } else {
                        Root::Elsewhere
                    }
                }
                Proj::Deref if self.cx.holds_parts(at.ty) => root,
                Proj::Field(_) if self.cx.holds_parts(at.ty) => root,
                Proj::Deref
                | Proj::Field(_)
                | Proj::Index(_)
                | Proj::ConstIndex { .. }
                | Proj::Subslice { .. } => Root::Elsewhere,
            };
            at = self.cx.tcx.project_ty(at, step);
        }
        root
    }

    fn is_pointee_param(&self, local: Local) -> bool {
        let index = self.body.params.iter().position(|param| *param == local);
        index.is_some_and(|i| self.abi.params[i].pass != Pass::Value)
    }
}

impl Cx<'_> {
    /// How a call's arguments travel.
    pub fn passes(&self, body: &Body, callee: &Callee, args: &[Operand]) -> Vec<Pass> {
        let abi = match callee {
            Callee::Instance(inst) => match self.abi(inst) {
                Some(abi) => return abi.params.iter().map(|param| param.pass).collect(),
                None => return Vec::new(),
            },
            Callee::Dyn(method) => {
                let tys: Vec<Ty> = args
                    .iter()
                    .map(|arg| self.tcx.operand_ty(body, arg))
                    .collect();
                self.dyn_abi(method, &tys, Ty::unit())
            }
            Callee::Ptr(_) | Callee::Intrinsic(..) => return Vec::new(),
        };
        abi.params.iter().map(|param| param.pass).collect()
    }
}
