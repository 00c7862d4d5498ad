//! How a body uses its locals: which need a place that references can name.

use super::{
    abi::{FnAbi, Pass},
    cx::Cx,
    knobs::looks_through,
    layout::{Class, EnumShape, Shape},
};
use crate::{
    passes::walk,
    pir::{Body, Callee, Local, Operand, Place, PlaceBase, PlaceTy, Proj, Rvalue, StmtKind},
};
use wrc_base::SecondaryMap;
use wrc_thir::{Mutability, Ty};

/// What lowering must know of a local before its first statement.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct LocalUse {
    /// A reference to the local, or a slot in it, outlives a statement.
    pub has_address: bool,
    /// Statements that assign it as a whole.
    pub assigned: u32,
    /// Its value is used otherwise than by dereferencing it on the spot;
    /// asked of value-result parameters.
    pub escapes: bool,
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
    };
    walk::stmts(&body.block, &mut |stmt| scan.stmt(&stmt.kind));
    scan.uses
}

struct Scan<'s, 'a> {
    cx: &'s Cx<'a>,
    body: &'s Body,
    abi: &'s FnAbi,
    uses: Uses,
}

impl Scan<'_, '_> {
    fn stmt(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Assign(dest, rvalue) => {
                self.write(dest);
                match rvalue {
                    Rvalue::Ref(m, place) => self.borrow(*m, place),
                    Rvalue::RawPtr(_, place) => self.address(place),
                    _ => {}
                }
            }
            StmtKind::CheckedBinary { dest, overflow, .. } => {
                self.write(dest);
                self.write(overflow);
            }
            StmtKind::Call { dest, callee, args } => {
                self.write(dest);
                self.args(callee, args);
                if let Callee::Ptr(operand) = callee {
                    self.value(operand);
                }
                return;
            }
            _ => {}
        }
        walk::operands(kind, &mut |operand| self.value(operand));
    }

    fn write(&mut self, place: &Place) {
        if let Some(local) = place.as_local() {
            self.uses[local].assigned += 1;
        }
    }

    fn value(&mut self, operand: &Operand) {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => {
                if let Some(local) = place.as_local() {
                    self.uses[local].escapes = true;
                }
            }
            Operand::Borrow(m, place) => self.borrow(*m, place),
            Operand::Const(_) => {}
        }
    }

    fn args(&mut self, callee: &Callee, args: &[Operand]) {
        if let Callee::Intrinsic(intrinsic, _) = callee {
            let skip = usize::from(looks_through(*intrinsic));
            args.iter().skip(skip).for_each(|arg| self.value(arg));
            return;
        }
        let passes = self.cx.passes(self.body, callee, args);
        for (i, arg) in args.iter().enumerate() {
            if matches!(passes.get(i), None | Some(Pass::Value)) {
                self.value(arg);
            }
        }
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
            Root::Local(local) => self.uses[local].has_address = true,
            Root::Pointee(local) => self.uses[local].escapes = true,
            Root::Elsewhere => {}
        }
    }

    fn root(&self, place: &Place) -> Root {
        let PlaceBase::Local(local) = place.base else {
            return Root::Elsewhere;
        };
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
                Proj::Deref if self.stays(at.ty) => root,
                Proj::Field(_) if self.stays(at.ty) => root,
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

    /// Do the type's parts lie in its own slots?
    fn stays(&self, ty: Ty) -> bool {
        if self.cx.is_unsized(ty) {
            return false;
        }
        match &self.cx.layout(ty).shape {
            Shape::Fields(_) | Shape::BoxOf(_) | Shape::Union => true,
            Shape::Enum(shape) => !matches!(shape, EnumShape::Ref(_)),
            Shape::Void
            | Shape::Prim
            | Shape::Ptr(_)
            | Shape::Object(_)
            | Shape::Array { .. }
            | Shape::BoxSlice(_)
            | Shape::BoxDyn => false,
        }
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
