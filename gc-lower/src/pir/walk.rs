//! Walking PIR: the child blocks, places and operands of a statement. Every
//! analysis and rewrite goes through these.

use super::ir::{Block, Callee, Operand, Place, Rvalue, Stmt, StmtKind};
use wrc_base::SmallVec;
use wrc_thir::Mutability;

/// How a statement uses a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    Copy,
    Move,
    /// `&place`, `&mut place`, as a value or as an argument.
    Borrow(Mutability),
    /// `&raw const place`, `&raw mut place`.
    Raw(Mutability),
    /// Overwritten as a whole.
    Write,
    Drop,
    /// Only its variant, discriminant or length is read.
    Inspect,
}

/// The walkers of shared or, with `mut`, of exclusive references; what the
/// former find can be kept for as long as the code (`'a`).
macro_rules! walkers {
    (
        [$($mutable:tt)?] [$($life:lifetime)?] $iter:ident,
        $children:ident, $stmts:ident, $places:ident, $operand_place:ident, $operands:ident
    ) => {
        /// The blocks nested in a statement.
        pub fn $children(kind: &$($mutable)? StmtKind) -> SmallVec<[&$($mutable)? Block; 4]> {
            let mut blocks = SmallVec::new();
            match kind {
                StmtKind::If { then, els, .. } => {
                    blocks.push(then);
                    blocks.push(els);
                }
                StmtKind::Switch { arms, default, .. } => {
                    blocks.extend(arms.$iter().map(|(_, block)| block));
                    blocks.push(default);
                }
                StmtKind::SwitchVariant { arms, default, .. } => {
                    blocks.extend(arms.$iter().map(|(_, block)| block));
                    blocks.extend(default);
                }
                StmtKind::Loop { body, .. } | StmtKind::Block { body, .. } => blocks.push(body),
                StmtKind::Assign(..)
                | StmtKind::CheckedBinary { .. }
                | StmtKind::Call { .. }
                | StmtKind::Drop(_)
                | StmtKind::Break(_)
                | StmtKind::Continue(_)
                | StmtKind::Return
                | StmtKind::Unreachable => {}
            }
            blocks
        }

        /// Every statement, outer before inner.
        pub fn $stmts<$($life)?>(
            block: &$($life)? $($mutable)? Block,
            f: &mut dyn FnMut(&$($life)? $($mutable)? Stmt),
        ) {
            for stmt in block {
                f(stmt);
                for child in $children(&$($mutable)? stmt.kind) {
                    $stmts(child, f);
                }
            }
        }

        /// The places a statement names itself (not those of nested blocks),
        /// reads before writes.
        pub fn $places<$($life)?>(
            kind: &$($life)? $($mutable)? StmtKind,
            f: &mut dyn FnMut(&$($life)? $($mutable)? Place, Use),
        ) {
            $operands(kind, &mut |operand| $operand_place(operand, f));
            match kind {
                StmtKind::Assign(dest, rvalue) => {
                    match rvalue {
                        Rvalue::Ref(m, place) => f(place, Use::Borrow(*m)),
                        Rvalue::RawPtr(m, place) => f(place, Use::Raw(*m)),
                        Rvalue::Discriminant(place) | Rvalue::Len(place) => f(place, Use::Inspect),
                        Rvalue::Use(_)
                        | Rvalue::Unary(..)
                        | Rvalue::Binary(..)
                        | Rvalue::Cast(..)
                        | Rvalue::Aggregate(..)
                        | Rvalue::Repeat(..) => {}
                    }
                    f(dest, Use::Write);
                }
                StmtKind::CheckedBinary { dest, overflow, .. } => {
                    f(dest, Use::Write);
                    f(overflow, Use::Write);
                }
                StmtKind::Call { dest, .. } => f(dest, Use::Write),
                StmtKind::Drop(place) => f(place, Use::Drop),
                StmtKind::SwitchVariant { place, .. } => f(place, Use::Inspect),
                StmtKind::If { .. }
                | StmtKind::Switch { .. }
                | StmtKind::Loop { .. }
                | StmtKind::Block { .. }
                | StmtKind::Break(_)
                | StmtKind::Continue(_)
                | StmtKind::Return
                | StmtKind::Unreachable => {}
            }
        }

        /// The place an operand names.
        pub fn $operand_place<$($life)?>(
            operand: &$($life)? $($mutable)? Operand,
            f: &mut dyn FnMut(&$($life)? $($mutable)? Place, Use),
        ) {
            match operand {
                Operand::Copy(place) => f(place, Use::Copy),
                Operand::Move(place) => f(place, Use::Move),
                Operand::Borrow(m, place) => f(place, Use::Borrow(*m)),
                Operand::Const(_) => {}
            }
        }

        /// The operands of a statement itself, in evaluation order.
        pub fn $operands<$($life)?>(
            kind: &$($life)? $($mutable)? StmtKind,
            f: &mut dyn FnMut(&$($life)? $($mutable)? Operand),
        ) {
            match kind {
                StmtKind::Assign(_, rvalue) => match rvalue {
                    Rvalue::Use(operand)
                    | Rvalue::Unary(_, operand)
                    | Rvalue::Cast(_, operand, _)
                    | Rvalue::Repeat(operand, _) => f(operand),
                    Rvalue::Binary(_, lhs, rhs) => {
                        f(lhs);
                        f(rhs);
                    }
                    Rvalue::Aggregate(_, fields) => fields.$iter().for_each(f),
                    Rvalue::Ref(..)
                    | Rvalue::RawPtr(..)
                    | Rvalue::Discriminant(_)
                    | Rvalue::Len(_) => {}
                },
                StmtKind::CheckedBinary { lhs, rhs, .. } => {
                    f(lhs);
                    f(rhs);
                }
                StmtKind::Call { callee, args, .. } => {
                    if let Callee::Ptr(operand) = callee {
                        f(operand);
                    }
                    args.$iter().for_each(f);
                }
                StmtKind::If { cond, .. } => f(cond),
                StmtKind::Switch { value, .. } => f(value),
                StmtKind::Drop(_)
                | StmtKind::SwitchVariant { .. }
                | StmtKind::Loop { .. }
                | StmtKind::Block { .. }
                | StmtKind::Break(_)
                | StmtKind::Continue(_)
                | StmtKind::Return
                | StmtKind::Unreachable => {}
            }
        }
    };
}

walkers!([] ['a] iter, children, stmts, places, operand_place, operands);
walkers!([mut] [] iter_mut, children_mut, stmts_mut, places_mut, operand_place_mut, operands_mut);
