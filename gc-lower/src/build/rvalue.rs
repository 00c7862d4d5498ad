//! Values: into a destination, as an rvalue, or for their effects only.

use super::{Cx, R, operand::mutability, walk};
use crate::pir::{AggregateKind, Callee, Constant, Instance, Operand, Place, Rvalue, StmtKind};
use std::sync::Arc;
use wrc_thir::{
    AdtDef, AdtKind, Args, CastKind, Const, ExprId, ExprKind, FieldIdx, IntTy, Mutability, Ty,
    TyKind, VariantIdx,
};

impl Cx<'_, '_> {
    /// Evaluates `expr` and leaves its value in `dest`, which nothing in
    /// `expr` can see.
    ///
    /// The operands' temporaries end with `expr` itself: on an exit from its
    /// middle they are dropped before the temporaries of the statement.
    pub(super) fn lower_into(&mut self, dest: &Place, expr: ExprId) -> R<()> {
        let before = self.enter(expr);
        self.in_scope(false, |cx| cx.lower_kind_into(dest, expr))?;
        self.src = before;
        Ok(())
    }

    fn lower_kind_into(&mut self, dest: &Place, expr: ExprId) -> R<()> {
        let thir = self.thir;
        match &thir.exprs[expr].kind {
            ExprKind::Block(block) => self.block_into(dest, block)?,
            ExprKind::If { cond, then, els } => self.if_into(dest, *cond, *then, *els)?,
            ExprKind::Match { scrutinee, arms } => self.match_into(dest, *scrutinee, arms)?,
            ExprKind::Loop { label, body } => self.loop_into(dest, *label, *body)?,
            ExprKind::Let(..) | ExprKind::LogicalAnd(..) | ExprKind::LogicalOr(..) => {
                self.condition_into(dest, expr)?;
            }
            ExprKind::Call { callee, args } => self.call_into(dest, expr, callee, args)?,
            ExprKind::Const(def, args) => {
                if let Some(constant) = self.constant(expr)? {
                    self.assign(dest.clone(), Rvalue::Use(Operand::Const(constant)));
                } else {
                    let args = self.args_at(args);
                    let (def, args) = self.tcx.db.resolve_const(*def, &args);
                    self.call(
                        dest,
                        Callee::Instance(Instance::Const(def, args)),
                        Vec::new(),
                    );
                }
            }
            ExprKind::FormatArgs(format) => self.format_into(dest, expr, format)?,
            ExprKind::Repeat(element, len) => self.repeat_into(dest, expr, *element, len)?,
            ExprKind::NeverToAny(inner) => {
                self.effect(*inner)?;
                self.emit(StmtKind::Unreachable);
            }
            ExprKind::Break(label, value) => self.break_to(expr, *label, *value)?,
            ExprKind::Continue(label) => self.continue_to(expr, *label)?,
            ExprKind::Return(value) => self.return_value(*value)?,
            ExprKind::Assign(place, value) => self.assign_expr(*place, *value)?,
            ExprKind::AssignOp(op, place, value) => self.assign_op(expr, *op, *place, *value)?,
            ExprKind::Await(future) => self.await_into(dest, expr, *future)?,
            ExprKind::Unsupported(what) => {
                return Err(self.unsupported(expr, &format!("{what} is")));
            }
            ExprKind::Array(rows) if self.table_into(dest, expr, rows)? => {}
            _ => {
                let rvalue = self.rvalue(expr)?;
                if !self.ty(expr).is_unit() {
                    self.assign(dest.clone(), rvalue);
                }
            }
        }
        Ok(())
    }

    /// Evaluates `expr`; its value is dropped with the temporaries around it.
    pub(super) fn effect(&mut self, expr: ExprId) -> R<()> {
        let ty = self.ty(expr);
        if walk::is_place(&self.thir.exprs[expr]) && self.tcx.is_copy(ty) {
            self.place(expr)?;
        } else if ty.is_unit() || ty.is_never() {
            let dest = self.result_place(ty);
            self.lower_into(&dest, expr)?;
        } else if self.constant(expr)?.is_none() {
            self.temp(expr)?;
        }
        Ok(())
    }

    /// `&*(bytes as &[u8] as *const [u8] as *const CStr)`, of type `ty`.
    fn c_str(&mut self, bytes: Arc<[u8]>, ty: Ty) -> Rvalue {
        let bytes = Operand::Const(Constant::Bytes(bytes));
        let slice_ty = Ty::int(IntTy::U8).slice();
        let text_ty = ty.pointee().map_or(ty, |(_, to)| to);
        let steps = [
            (CastKind::Unsize, slice_ty.reference(Mutability::Not)),
            (CastKind::Pointer, slice_ty.pointer(Mutability::Not)),
            (CastKind::Pointer, text_ty.pointer(Mutability::Not)),
        ];
        let mut value = bytes;
        for (kind, ty) in steps {
            let local = self.fresh(ty, Rvalue::Cast(kind, value, ty));
            value = Operand::Move(local.into());
        }
        let place = value.place().cloned().expect("a cast's result is a local");
        Rvalue::Ref(Mutability::Not, place.deref())
    }

    /// The value of `expr`, for a consumer that follows at once.
    pub(super) fn rvalue(&mut self, expr: ExprId) -> R<Rvalue> {
        let before = self.enter(expr);
        let thir = self.thir;
        let ty = self.ty(expr);
        let rvalue = match &thir.exprs[expr].kind {
            ExprKind::Adt {
                def,
                variant,
                args,
                fields,
                base,
            } => self.adt(*def, *variant, args, fields, *base)?,
            ExprKind::Tuple(list) => {
                let fields = self.operands(list)?;
                Rvalue::Aggregate(AggregateKind::Tuple, fields)
            }
            ExprKind::Array(list) => {
                let TyKind::Array(element, _) = ty.kind() else {
                    return Err(self.internal(self.span(expr), "an array of another type"));
                };
                let elements = self.operands(list)?;
                Rvalue::Aggregate(AggregateKind::Array(*element), elements)
            }
            ExprKind::Closure { def, captures } => {
                let (TyKind::Closure(_, args) | TyKind::Coroutine(_, args)) = ty.kind() else {
                    return Err(self.internal(self.span(expr), "a closure of another type"));
                };
                let captures = self.operands(captures)?;
                Rvalue::Aggregate(AggregateKind::Closure(*def, args.clone()), captures)
            }
            ExprKind::Borrow(kind, place) => Rvalue::Ref(mutability(*kind), self.place(*place)?),
            ExprKind::RawBorrow(mutability, place) => {
                Rvalue::RawPtr(*mutability, self.place(*place)?)
            }
            ExprKind::Unary(op, operand) => self.unary(expr, *op, *operand)?,
            ExprKind::Binary(op, lhs, rhs) => self.binary(expr, *op, *lhs, *rhs)?,
            ExprKind::Cast(kind, operand) => self.cast(expr, *kind, *operand)?,
            ExprKind::CStr(bytes) => self.c_str(bytes.clone(), ty),
            _ => Rvalue::Use(self.operand(expr)?),
        };
        self.src = before;
        Ok(rvalue)
    }

    fn adt(
        &mut self,
        def: AdtDef,
        variant: VariantIdx,
        args: &Args,
        fields: &[(FieldIdx, ExprId)],
        base: Option<ExprId>,
    ) -> R<Rvalue> {
        let args = self.args_at(args);
        let data = self.tcx.adt(def);
        let mut exprs: Vec<ExprId> = fields.iter().map(|(_, expr)| *expr).collect();
        if data.kind == AdtKind::Union {
            let operands = self.operands(&exprs)?;
            let field = fields.first().map_or(FieldIdx(0), |(field, _)| *field);
            return Ok(Rvalue::Aggregate(
                AggregateKind::Union(def, field, args),
                operands,
            ));
        }
        // The base is evaluated last, as a place; it counts for what may
        // change fields read before.
        let given = exprs.len();
        exprs.extend(base);
        let mut values: Vec<Option<Operand>> = Vec::new();
        let declared = data.variants.get(variant.0 as usize);
        values.resize(declared.map_or(0, |variant| variant.fields.len()), None);
        for (i, (field, expr)) in fields.iter().enumerate() {
            let rest = &exprs[i + 1..];
            let operand = self.operand(*expr)?;
            let keep = !walk::is_place(&self.thir.exprs[*expr]) || self.is_inert(rest);
            let operand = if keep { operand } else { self.spill(operand) };
            match values.get_mut(field.0 as usize) {
                Some(value) => *value = Some(operand),
                None => return Err(self.internal(self.span(*expr), "no such field")),
            }
        }
        let base = match exprs.get(given) {
            Some(base) => Some(self.place(*base)?),
            None => None,
        };
        let mut operands = Vec::with_capacity(values.len());
        for (i, value) in values.into_iter().enumerate() {
            operands.push(match (value, &base) {
                (Some(value), _) => value,
                (None, Some(base)) => self.consume(base.field(i as u32)),
                (None, None) => {
                    let span = exprs.first().map_or(data.span, |e| self.span(*e));
                    return Err(self.internal(span, "a field has no value"));
                }
            });
        }
        Ok(Rvalue::Aggregate(
            AggregateKind::Adt(def, variant, args),
            operands,
        ))
    }

    fn cast(&mut self, expr: ExprId, kind: CastKind, inner: ExprId) -> R<Rvalue> {
        let (from, to) = (self.ty(inner), self.ty(expr));
        match kind {
            CastKind::Numeric if from.as_adt().is_some() => {
                let place = if walk::is_place(&self.thir.exprs[inner]) {
                    self.place(inner)?
                } else {
                    self.temp(inner)?.into()
                };
                let discr_ty = self.discr_ty(from);
                let discr = self.fresh(discr_ty, Rvalue::Discriminant(place));
                let discr = Operand::Move(discr.into());
                Ok(if discr_ty == to {
                    Rvalue::Use(discr)
                } else {
                    Rvalue::Cast(CastKind::Numeric, discr, to)
                })
            }
            CastKind::ReifyFn | CastKind::ClosureFn => {
                self.effect(inner)?;
                let pointer = self.reify(expr, from, to)?;
                Ok(Rvalue::Use(Operand::Const(pointer)))
            }
            CastKind::Numeric
            | CastKind::Unsize
            | CastKind::Pointer
            | CastKind::PointerToInt
            | CastKind::IntToPointer
            | CastKind::Same => {
                let operand = self.operand(inner)?;
                Ok(if from == to {
                    Rvalue::Use(operand)
                } else {
                    Rvalue::Cast(kind, operand, to)
                })
            }
        }
    }

    /// The declared type of an enum's discriminants.
    fn discr_ty(&self, ty: Ty) -> Ty {
        match ty.as_adt() {
            Some((def, _)) => self.tcx.adt(def).discr_ty,
            None => Ty::error(),
        }
    }

    /// The value of an array length or const argument.
    pub(super) fn known_len(&self, expr: ExprId, len: &Const) -> R<u32> {
        match self.const_at(len) {
            Const::Value(len) => match u32::try_from(len) {
                Ok(len) => Ok(len),
                Err(_) => Err(self.unsupported(expr, "an array of this length is")),
            },
            _ => Err(self.internal(self.span(expr), "an array without a known length")),
        }
    }
}
