//! What evaluating an expression reads, changes and may do to control.
//!
//! Traps are not effects: checks of Rust's semantics are explicit control
//! flow, and an expression that would trap may be delayed or left out, but
//! never be evaluated where it was not before.

use wrc_base::SmallVec;
use wrc_object::*;

use super::{ir::*, local_set::LocalSet, ty, walk::walk_children};

/// The effects of an expression, or of several in a row.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    pub reads: LocalSet,
    pub writes: LocalSet,
    heap_reads: u8,
    heap_writes: u8,
    /// Calls may do anything outside of this function's locals.
    calls: bool,
    /// Labels outside that may be branched to.
    targets: SmallVec<[WLabel; 2]>,
    /// May leave the function or never come back.
    leaves: bool,
}

const GLOBALS: u8 = 1;
const STRUCTS: u8 = 2;
const ARRAYS: u8 = 4;
const ALL: u8 = 7;

impl Effects {
    pub fn of(ex: &Ex, program: &Program) -> Effects {
        let mut effects = Effects::default();
        effects.add(ex, program);
        effects
    }

    /// Adds those of an expression with all inside it.
    pub fn add(&mut self, ex: &Ex, program: &Program) {
        walk_children(ex, &mut |child| self.add(child, program));
        self.add_node(ex, program);
    }

    /// Adds those of the node itself.
    pub fn add_node(&mut self, ex: &Ex, program: &Program) {
        match ex {
            Ex::Get(local) => {
                self.reads.insert(*local);
            }
            Ex::Set(local, _) | Ex::Tee(local, _) => {
                self.writes.insert(*local);
            }
            Ex::SetMulti(locals, _) => locals.iter().flatten().for_each(|local| {
                self.writes.insert(*local);
            }),
            Ex::GlobalGet(global) if program.globals[*global].mutable => {
                self.heap_reads |= GLOBALS;
            }
            Ex::GlobalSet(..) => self.heap_writes |= GLOBALS,
            Ex::StructGet { ty, field, .. } => {
                if ty::struct_field(program, *ty, *field).is_none_or(|field| field.mutable) {
                    self.heap_reads |= STRUCTS;
                }
            }
            Ex::StructSet { .. } => self.heap_writes |= STRUCTS,
            Ex::ArrayGet { ty, .. } => {
                if ty::element(program, *ty).is_none_or(|element| element.mutable) {
                    self.heap_reads |= ARRAYS;
                }
            }
            Ex::ArraySet { .. } | Ex::ArrayFill { .. } => self.heap_writes |= ARRAYS,
            Ex::ArrayCopy { .. } => {
                self.heap_reads |= ARRAYS;
                self.heap_writes |= ARRAYS;
            }
            Ex::Call(..) | Ex::CallIndirect { .. } => {
                self.heap_reads = ALL;
                self.heap_writes = ALL;
                self.calls = true;
            }
            Ex::Br(label) | Ex::BrIf(label, _) => self.targets.push(*label),
            Ex::BrTable {
                labels, default, ..
            } => {
                self.targets.extend(labels.iter().copied());
                self.targets.push(*default);
            }
            Ex::Return(_) | Ex::Unreachable => self.leaves = true,
            Ex::Block { label, .. } => self.targets.retain(|target| target != label),
            Ex::Loop { label, .. } => {
                self.targets.retain(|target| target != label);
                self.leaves = true;
            }
            Ex::I32(_)
            | Ex::I64(_)
            | Ex::F32(_)
            | Ex::F64(_)
            | Ex::Null(_)
            | Ex::Sym(_)
            | Ex::GlobalGet(_)
            | Ex::Num(..)
            | Ex::StructNew(..)
            | Ex::StructNewDefault(_)
            | Ex::ArrayNew { .. }
            | Ex::ArrayNewDefault { .. }
            | Ex::ArrayNewFixed(..)
            | Ex::ArrayNewData { .. }
            | Ex::ArrayLen(_)
            | Ex::IsNull(_)
            | Ex::RefEq(..)
            | Ex::Cast(..)
            | Ex::Test(..)
            | Ex::FromExtern(_)
            | Ex::ToExtern(_)
            | Ex::If { .. }
            | Ex::Drop(_)
            | Ex::Select { .. }
            | Ex::Nop => {}
        }
    }

    pub fn merge(&mut self, other: &Effects) {
        self.reads.union(&other.reads);
        self.writes.union(&other.writes);
        self.heap_reads |= other.heap_reads;
        self.heap_writes |= other.heap_writes;
        self.calls |= other.calls;
        self.targets.extend(other.targets.iter().copied());
        self.leaves |= other.leaves;
    }

    /// Control may not reach what follows.
    pub fn has_control(&self) -> bool {
        self.leaves || !self.targets.is_empty()
    }

    /// Leaving the expression out would change something besides its value.
    pub fn must_happen(&self) -> bool {
        self.heap_writes != 0 || self.calls || self.has_control() || !self.writes.is_empty()
    }

    /// Evaluating it later, after `past`, changes nothing.
    pub fn may_move_past(&self, past: &Effects) -> bool {
        !(self.has_control()
            || past.has_control() && self.must_happen()
            || self.heap_reads & past.heap_writes != 0
            || self.heap_writes & (past.heap_reads | past.heap_writes) != 0
            || self.reads.intersects(&past.writes)
            || self.writes.intersects(&past.reads)
            || self.writes.intersects(&past.writes))
    }
}

/// Evaluation can neither trap nor be noticed: fit for `select`.
pub fn is_speculable(ex: &Ex) -> bool {
    let is_node = match ex {
        Ex::I32(_) | Ex::I64(_) | Ex::F32(_) | Ex::F64(_) | Ex::Null(_) | Ex::Sym(_) => true,
        Ex::Get(_) | Ex::GlobalGet(_) | Ex::IsNull(_) | Ex::RefEq(..) | Ex::Test(..) => true,
        Ex::Num(op, _) => op.info().3,
        Ex::FromExtern(_) | Ex::ToExtern(_) | Ex::Select { .. } => true,
        _ => false,
    };
    let mut all = is_node;
    walk_children(ex, &mut |child| all = all && is_speculable(child));
    all
}
