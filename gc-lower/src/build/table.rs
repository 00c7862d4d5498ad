//! `[(1, 'a'), (2, 'b'), …]`: long tables of constants.
//!
//! Each column becomes an array of constants, and a loop puts the rows
//! together. Otherwise a table of thousands of rows would be a function with
//! as many locals.
//!
//! ```text
//! c0 = [1, 2, …]; c1 = ['a', 'b', …]
//! loop { if i < n {} else { break }; table[i] = (c0[i], c1[i]); i = i + 1 }
//! ```

use super::{Cx, R};
use crate::{
    intrinsics::Intrinsic,
    pir::{AggregateKind, Callee, Operand, Place, Proj, Rvalue, StmtKind},
};
use wrc_thir::{AdtKind, Arg, BinOp, BorrowKind, Const, ExprId, ExprKind, Ty, TyKind};

/// Tables with fewer rows are smaller as expressions.
const ROWS: usize = 128;

impl Cx<'_, '_> {
    /// Builds the array so, if it is a long table of constants.
    pub(super) fn table_into(&mut self, dest: &Place, expr: ExprId, rows: &[ExprId]) -> R<bool> {
        let Some((kind, columns)) = self.columns(rows)? else {
            return Ok(false);
        };
        let columns: Vec<Place> = columns
            .into_iter()
            .map(|(ty, values)| self.column(ty, values))
            .collect();
        let array = Place::local(self.body.new_local(self.ty(expr)));
        let uninit = Callee::Intrinsic(Intrinsic::Uninit, [Arg::Ty(self.ty(expr))].into());
        self.call(&array, uninit, Vec::new());
        let index = self.fresh(Ty::usize(), Rvalue::Use(Operand::usize(0)));
        let label = self.body.new_label();
        let (body, ()) = self.nested(|cx| {
            let at = Operand::Copy(index.into());
            let more = cx.compare(BinOp::Lt, at.clone(), Operand::usize(rows.len() as u32));
            cx.emit(StmtKind::If {
                cond: more,
                then: Vec::new(),
                els: vec![StmtKind::Break(label).at(cx.src)],
            });
            let slot = cx.fresh(Ty::usize(), Rvalue::Use(at.clone()));
            let field = |column: &Place| Operand::Copy(column.project(Proj::Index(slot)));
            let fields = columns.iter().map(field).collect();
            cx.assign(
                array.project(Proj::Index(slot)),
                Rvalue::Aggregate(kind, fields),
            );
            cx.assign(index, Rvalue::Binary(BinOp::Add, at, Operand::usize(1)));
            Ok(())
        })?;
        self.emit(StmtKind::Loop { label, body });
        self.assign(dest.clone(), Rvalue::Use(Operand::Move(array)));
        Ok(true)
    }

    /// An array of constants.
    fn column(&mut self, ty: Ty, values: Vec<Operand>) -> Place {
        let array = Ty::new(TyKind::Array(ty, Const::Value(values.len() as u128)));
        let values = Rvalue::Aggregate(AggregateKind::Array(ty), values);
        self.fresh(array, values).into()
    }

    /// How rows are built, and the columns with their types.
    fn columns(&self, rows: &[ExprId]) -> R<Option<Table>> {
        let (Some(first), true) = (rows.first(), rows.len() >= ROWS) else {
            return Ok(None);
        };
        let Some((kind, fields)) = self.row(*first) else {
            return Ok(None);
        };
        let mut columns: Vec<(Ty, Vec<Operand>)> = Vec::new();
        columns.extend(fields.iter().map(|field| (self.ty(*field), Vec::new())));
        for row in rows {
            let Some((_, fields)) = self.row(*row).filter(|(_, it)| it.len() == columns.len())
            else {
                return Ok(None);
            };
            for (field, (_, column)) in fields.into_iter().zip(&mut columns) {
                match self.constant(self.literal_of(field))? {
                    Some(constant) => column.push(Operand::Const(constant)),
                    None => return Ok(None),
                }
            }
        }
        Ok((!columns.is_empty()).then_some((kind, columns)))
    }

    /// The text that `&*"text"` is; coercions put it so.
    fn literal_of(&self, expr: ExprId) -> ExprId {
        let kind = |expr: ExprId| &self.thir.exprs[expr].kind;
        if let ExprKind::Borrow(BorrowKind::Shared, place) = kind(expr)
            && let ExprKind::Deref(inner) = kind(*place)
            && let ExprKind::Str(_) = kind(*inner)
        {
            return *inner;
        }
        expr
    }

    /// The fields of a tuple or struct in the order of their declaration.
    fn row(&self, expr: ExprId) -> Option<(AggregateKind, Vec<ExprId>)> {
        match &self.thir.exprs[expr].kind {
            ExprKind::Tuple(fields) => Some((AggregateKind::Tuple, fields.clone())),
            ExprKind::Adt {
                def,
                variant,
                args,
                fields,
                base: None,
            } if self.tcx.adt(*def).kind == AdtKind::Struct => {
                let mut fields = fields.clone();
                fields.sort_by_key(|(field, _)| field.0);
                let fields = fields.into_iter().map(|(_, expr)| expr).collect();
                Some((
                    AggregateKind::Adt(*def, *variant, self.args_at(args)),
                    fields,
                ))
            }
            _ => None,
        }
    }
}

/// How rows are built, and the columns with their types.
type Table = (AggregateKind, Vec<(Ty, Vec<Operand>)>);
