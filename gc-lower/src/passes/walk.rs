//! Walking PIR: the child blocks, places and operands of a statement. Every
//! analysis and rewrite of the passes goes through these.

use crate::pir::{Block, Callee, Operand, Place, Rvalue, Stmt, StmtKind};
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

/// The blocks nested in a statement.
pub fn children(kind: &StmtKind) -> SmallVec<[&Block; 4]> {
    let mut blocks = SmallVec::new();
    match kind {
        StmtKind::If { then, els, .. } => {
            blocks.push(then);
            blocks.push(els);
        }
        StmtKind::Switch { arms, default, .. } => {
            blocks.extend(arms.iter().map(|(_, block)| block));
            blocks.push(default);
        }
        StmtKind::SwitchVariant { arms, default, .. } => {
            blocks.extend(arms.iter().map(|(_, block)| block));
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

/// [`children`], to change them.
pub fn children_mut(kind: &mut StmtKind) -> SmallVec<[&mut Block; 4]> {
    let mut blocks = SmallVec::new();
    match kind {
        StmtKind::If { then, els, .. } => {
            blocks.push(then);
            blocks.push(els);
        }
        StmtKind::Switch { arms, default, .. } => {
            blocks.extend(arms.iter_mut().map(|(_, block)| block));
            blocks.push(default);
        }
        StmtKind::SwitchVariant { arms, default, .. } => {
            blocks.extend(arms.iter_mut().map(|(_, block)| block));
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
pub fn stmts<'a>(block: &'a Block, f: &mut dyn FnMut(&'a Stmt)) {
    for stmt in block {
        f(stmt);
        for child in children(&stmt.kind) {
            stmts(child, f);
        }
    }
}

/// Every statement, outer before inner, to change them.
pub fn stmts_mut(block: &mut Block, f: &mut dyn FnMut(&mut Stmt)) {
    for stmt in block {
        f(stmt);
        for child in children_mut(&mut stmt.kind) {
            stmts_mut(child, f);
        }
    }
}

/// The places a statement names itself (not those of nested blocks), reads
/// before writes.
pub fn places<'a>(kind: &'a StmtKind, f: &mut dyn FnMut(&'a Place, Use)) {
    operands(kind, &mut |operand| operand_place(operand, f));
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
pub fn operand_place<'a>(operand: &'a Operand, f: &mut dyn FnMut(&'a Place, Use)) {
    match operand {
        Operand::Copy(place) => f(place, Use::Copy),
        Operand::Move(place) => f(place, Use::Move),
        Operand::Borrow(m, place) => f(place, Use::Borrow(*m)),
        Operand::Const(_) => {}
    }
}

/// [`places`], to change them.
pub fn places_mut(kind: &mut StmtKind, f: &mut dyn FnMut(&mut Place, Use)) {
    operands_mut(kind, &mut |operand| match operand {
        Operand::Copy(place) => f(place, Use::Copy),
        Operand::Move(place) => f(place, Use::Move),
        Operand::Borrow(m, place) => f(place, Use::Borrow(*m)),
        Operand::Const(_) => {}
    });
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

/// The operands of a statement itself, in evaluation order.
pub fn operands<'a>(kind: &'a StmtKind, f: &mut dyn FnMut(&'a Operand)) {
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
            Rvalue::Aggregate(_, fields) => fields.iter().for_each(f),
            Rvalue::Ref(..) | Rvalue::RawPtr(..) | Rvalue::Discriminant(_) | Rvalue::Len(_) => {}
        },
        StmtKind::CheckedBinary { lhs, rhs, .. } => {
            f(lhs);
            f(rhs);
        }
        StmtKind::Call { callee, args, .. } => {
            if let Callee::Ptr(operand) = callee {
                f(operand);
            }
            args.iter().for_each(f);
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

/// [`operands`], to change them.
pub fn operands_mut(kind: &mut StmtKind, f: &mut dyn FnMut(&mut Operand)) {
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
            Rvalue::Aggregate(_, fields) => fields.iter_mut().for_each(f),
            Rvalue::Ref(..) | Rvalue::RawPtr(..) | Rvalue::Discriminant(_) | Rvalue::Len(_) => {}
        },
        StmtKind::CheckedBinary { lhs, rhs, .. } => {
            f(lhs);
            f(rhs);
        }
        StmtKind::Call { callee, args, .. } => {
            if let Callee::Ptr(operand) = callee {
                f(operand);
            }
            args.iter_mut().for_each(f);
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
