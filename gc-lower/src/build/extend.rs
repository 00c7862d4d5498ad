//! Temporaries that live as long as the `let` they initialise (Rust
//! reference, "temporary lifetime extension").
//!
//! ```text
//! let x = &temp();            // extended: operand of an extending borrow
//! let x = Some(&temp());      // extended: argument of a constructor
//! let ref x = temp().field;   // extended: the pattern borrows
//! let x = f(&temp());         // not: ends with the statement
//! ```

use super::Cx;
use wrc_thir::{BindingMode, Callee, ExprId, ExprKind, FnContainer, FnDef, PatId, PatKind};

impl Cx<'_, '_> {
    /// Marks the temporaries that the extending expression `expr` extends to
    /// the scope at `depth`.
    pub(super) fn extend_initializer(&mut self, expr: ExprId, depth: usize) {
        match &self.thir.exprs[expr].kind {
            ExprKind::Borrow(_, operand) | ExprKind::RawBorrow(_, operand) => {
                self.extend_initializer(self.without_reborrow(*operand), depth);
                self.extend_operand(*operand, depth);
            }
            ExprKind::Adt { fields, .. } => {
                for (_, field) in fields {
                    self.extend_initializer(*field, depth);
                }
            }
            ExprKind::Tuple(list) | ExprKind::Array(list) => {
                for element in list {
                    self.extend_initializer(*element, depth);
                }
            }
            ExprKind::Call {
                callee: Callee::Ctor(..),
                args,
            } => {
                for arg in args {
                    self.extend_initializer(*arg, depth);
                }
            }
            ExprKind::Cast(_, inner) => self.extend_initializer(*inner, depth),
            ExprKind::Block(block) => {
                if let Some(tail) = block.tail {
                    self.extend_initializer(tail, depth);
                }
            }
            ExprKind::If { then, els, .. } => {
                self.extend_initializer(*then, depth);
                if let Some(els) = els {
                    self.extend_initializer(*els, depth);
                }
            }
            ExprKind::Match { arms, .. } => {
                for arm in arms {
                    self.extend_initializer(arm.body, depth);
                }
            }
            ExprKind::FormatArgs(format) => {
                for arg in &format.args {
                    self.extend_initializer(*arg, depth);
                    self.extend_operand(*arg, depth);
                }
            }
            _ => {}
        }
    }

    /// `x` for the `*x` in the `&*x` that an adjustment of `x` leaves.
    fn without_reborrow(&self, expr: ExprId) -> ExprId {
        match &self.thir.exprs[expr].kind {
            ExprKind::Deref(inner) => match &self.thir.exprs[*inner].kind {
                ExprKind::Borrow(..)
                | ExprKind::Block(_)
                | ExprKind::If { .. }
                | ExprKind::Match { .. } => *inner,
                _ => expr,
            },
            _ => expr,
        }
    }

    /// Marks the temporary that `expr` is held in, and those its place goes through.
    pub(super) fn extend_operand(&mut self, mut expr: ExprId, depth: usize) {
        loop {
            self.extended.insert(expr, depth);
            expr = match &self.thir.exprs[expr].kind {
                ExprKind::Deref(inner) => self.operator_operand(*inner).unwrap_or(*inner),
                ExprKind::Borrow(_, inner)
                | ExprKind::Field(inner, _)
                | ExprKind::Index(inner, _) => *inner,
                _ => return,
            };
        }
    }

    /// The operand of an overloaded `*x` or `x[i]`: `x` in `deref(&x)`.
    fn operator_operand(&self, call: ExprId) -> Option<ExprId> {
        let ExprKind::Call {
            callee: Callee::Fn(def, _),
            args,
        } = &self.thir.exprs[call].kind
        else {
            return None;
        };
        let first = *args.first()?;
        if !self.is_place_operator(*def) {
            return None;
        }
        match &self.thir.exprs[first].kind {
            ExprKind::Borrow(_, place) => Some(*place),
            _ => None,
        }
    }

    fn is_place_operator(&self, def: FnDef) -> bool {
        let data = self.tcx.db.func(def);
        let FnContainer::Trait(owner) = data.container else {
            return false;
        };
        let name = self.tcx.db.trait_name(owner);
        matches!(
            (name.as_str(), data.name.as_str()),
            ("Deref", "deref")
                | ("DerefMut", "deref_mut")
                | ("Index", "index")
                | ("IndexMut", "index_mut")
        )
    }

    /// Does the pattern borrow from the value itself, by `ref`?
    pub(super) fn borrows(&self, pat: PatId) -> bool {
        match &self.thir.pats[pat].kind {
            PatKind::Binding { mode, sub, .. } => {
                matches!(mode, BindingMode::Ref(_)) || sub.is_some_and(|sub| self.borrows(sub))
            }
            PatKind::Variant { fields, .. } | PatKind::Leaf { fields } => {
                fields.iter().any(|(_, pat)| self.borrows(*pat))
            }
            PatKind::Slice {
                prefix,
                slice,
                suffix,
                ..
            } => prefix
                .iter()
                .chain(slice)
                .chain(suffix)
                .any(|pat| self.borrows(*pat)),
            PatKind::Or(list) => list.iter().any(|pat| self.borrows(*pat)),
            PatKind::Wild
            | PatKind::Deref(_)
            | PatKind::Const(_)
            | PatKind::Range { .. }
            | PatKind::Never => false,
        }
    }
}
