//! Place expressions, and values put into temporaries.

use super::{Cx, R, arith, walk};
use crate::pir::{Constant, Local, Operand, Place, PlaceBase, Proj, Rvalue, StmtKind};
use wrc_base::{SmallVec, Span};
use wrc_thir::{BinOp, Const, ExprId, ExprKind, FieldIdx, IntTy, Ty, TyKind};

impl Cx<'_, '_> {
    /// The place `expr` names; a value gets a temporary.
    pub(super) fn place(&mut self, expr: ExprId) -> R<Place> {
        match &self.thir.exprs[expr].kind {
            ExprKind::Local(var) => match self.vars.get(var) {
                Some(place) => Ok(place.clone()),
                None => Err(self.internal(self.span(expr), "a variable is used before its `let`")),
            },
            ExprKind::Upvar(field) => {
                let Some(closure) = self.closure.clone() else {
                    return Err(self.internal(self.span(expr), "a capture outside of a closure"));
                };
                self.field(closure, *field, self.span(expr))
            }
            ExprKind::Static(def) => Ok(Place {
                base: PlaceBase::Static(*def),
                proj: SmallVec::new(),
            }),
            ExprKind::Field(base, field) => {
                let base = self.place(*base)?;
                self.field(base, *field, self.span(expr))
            }
            ExprKind::Deref(inner) => match &self.thir.exprs[*inner].kind {
                ExprKind::Borrow(_, place) => self.place(*place),
                _ => self.deref(*inner),
            },
            ExprKind::Index(base, index) => {
                let before = self.enter(expr);
                let place = self.index(*base, *index)?;
                self.src = before;
                Ok(place)
            }
            _ => Ok(Place::local(self.temp(expr)?)),
        }
    }

    /// A field of a struct, tuple, closure, or of the variant `base` ends with.
    pub(super) fn field(&self, base: Place, field: FieldIdx, span: Span) -> R<Place> {
        let at = self.tcx.place_ty(&self.body, &base);
        let variant = at.variant.map_or(0, |variant| variant.0);
        let count = match at.ty.kind() {
            TyKind::Adt(def, _) => self
                .tcx
                .adt(*def)
                .variants
                .get(variant as usize)
                .map_or(0, |variant| variant.fields.len()),
            TyKind::Tuple(elems) => elems.len(),
            TyKind::Closure(def, _) | TyKind::Coroutine(def, _) => {
                self.tcx.closure(*def).captures.len()
            }
            _ => 0,
        };
        if field.0 as usize >= count {
            return Err(self.internal(span, "no such field"));
        }
        Ok(base.project(Proj::Field(field)))
    }

    fn deref(&mut self, pointer: ExprId) -> R<Place> {
        let ty = self.ty(pointer);
        if ty.pointee().is_none() && self.tcx.box_content(ty).is_none() {
            return Err(self.internal(self.span(pointer), "dereference of what is no pointer"));
        }
        Ok(self.place(pointer)?.deref())
    }

    /// `base[index]`, checked.
    fn index(&mut self, base: ExprId, index: ExprId) -> R<Place> {
        let span = self.span(base);
        let base = self.place(base)?;
        let known = match self.place_ty(&base).kind() {
            TyKind::Array(_, Const::Value(len)) => Some(*len as u32),
            TyKind::Slice(_) => None,
            _ => return Err(self.internal(span, "indexing of what is no array")),
        };
        if let (Some(len), ExprKind::Scalar(bits)) = (known, &self.thir.exprs[index].kind)
            && *bits < u128::from(len)
        {
            return Ok(base.project(Proj::ConstIndex {
                n: *bits as u32,
                from_end: false,
            }));
        }
        let index = self.own_local(index)?;
        let len = match known {
            Some(len) => Operand::usize(len),
            None => {
                let len = self.fresh(Ty::usize(), Rvalue::Len(base.clone()));
                Operand::Copy(len.into())
            }
        };
        self.check_bounds(index, len)?;
        Ok(base.project(Proj::Index(index)))
    }

    fn check_bounds(&mut self, index: Local, len: Operand) -> R<()> {
        let index = Operand::Copy(index.into());
        let in_range = self.fresh(
            Ty::bool(),
            Rvalue::Binary(BinOp::Lt, index.clone(), len.clone()),
        );
        let (els, ()) = self.nested(|cx| cx.call_panic("panic_bounds_check", vec![index, len]))?;
        self.emit(StmtKind::If {
            cond: Operand::Move(in_range.into()),
            then: Vec::new(),
            els,
        });
        Ok(())
    }

    /// The value of `expr` in a local that nobody else writes.
    pub(super) fn own_local(&mut self, expr: ExprId) -> R<Local> {
        let operand = self.operand(expr)?;
        match &operand {
            Operand::Move(place) if !walk::is_place(&self.thir.exprs[expr]) => {
                if let Some(local) = place.as_local() {
                    return Ok(local);
                }
            }
            _ => {}
        }
        Ok(self.fresh(self.ty(expr), Rvalue::Use(operand)))
    }

    /// Evaluates `expr` into a temporary that is used as a place: it lives to
    /// the end of the statement, or longer.
    pub(super) fn temp(&mut self, expr: ExprId) -> R<Local> {
        let ty = self.ty(expr);
        let local = self.body.new_local(ty);
        self.lower_into(&Place::local(local), expr)?;
        self.schedule(local, self.temp_depth(expr));
        Ok(local)
    }

    /// Puts an operand that was read from a place into a temporary, so that
    /// what comes next does not change it.
    pub(super) fn spill(&mut self, operand: Operand) -> Operand {
        let ty = self.operand_ty(&operand);
        let local = self.fresh(ty, Rvalue::Use(operand));
        self.schedule(local, self.scopes.len() - 1);
        Operand::Move(local.into())
    }

    /// Reads a place: copies or moves, by the type.
    pub(super) fn consume(&self, place: Place) -> Operand {
        if self.tcx.is_copy(self.place_ty(&place)) {
            Operand::Copy(place)
        } else {
            Operand::Move(place)
        }
    }

    /// The integer `value` of type `ty`.
    pub(super) fn int(value: u128, int: IntTy) -> Operand {
        Operand::Const(Constant::Scalar(arith::truncate(value, int), Ty::int(int)))
    }
}
