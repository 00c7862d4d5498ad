//! Which variables live across a suspension.
//!
//! A variable does if its value may be read after one, or if a reference to
//! it, made before, may still be there. The former is liveness; for the latter
//! it is enough that control may come from the borrow to a suspension.

use super::resume::is_suspend;
use crate::passes::paths;
use crate::pir::{
    Block, Body, Callee, Label, Local, Operand, Stmt, StmtKind, Tcx,
    walk::{self, Use},
};
use wrc_base::{EntityRef, FxHashMap};
use wrc_thir::{AdtKind, Ty, TyKind, VariantIdx};

/// The variables that live across a suspension, in order. The coroutine and
/// the context, which are parameters, are none.
pub(super) fn saved(tcx: &Tcx, body: &Body) -> Vec<Local> {
    let words = body.locals.len().div_ceil(64);
    let mut live = Live {
        body,
        breaks: FxHashMap::default(),
        heads: FxHashMap::default(),
        result: Set::new(words),
        empty: Set::new(words),
        saved: Set::new(words),
    };
    live.result.insert(body.ret);
    live.block(&body.block, live.empty.clone());
    let mut saved = live.saved;
    let mut borrows = Borrows {
        tcx,
        body,
        first: FxHashMap::default(),
        next: 0,
        last: None,
    };
    borrows.block(&body.block, false);
    for (local, at) in borrows.first {
        if borrows.last.is_some_and(|last| at < last) {
            saved.insert(local);
        }
    }
    let is_param = |local: &Local| body.params.contains(local);
    let locals = body.locals.keys().filter(|local| saved.contains(*local));
    locals.filter(|local| !is_param(local)).collect()
}

/// A set of locals.
#[derive(Clone, PartialEq)]
struct Set(Vec<u64>);

impl Set {
    fn new(words: usize) -> Set {
        Set(vec![0; words])
    }
    fn insert(&mut self, local: Local) {
        self.0[local.index() / 64] |= 1 << (local.index() % 64);
    }
    fn remove(&mut self, local: Local) {
        self.0[local.index() / 64] &= !(1 << (local.index() % 64));
    }
    fn contains(&self, local: Local) -> bool {
        self.0[local.index() / 64] >> (local.index() % 64) & 1 != 0
    }
    fn join(mut self, other: &Set) -> Set {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
        self
    }
}

/// Backwards over the statements: what may still be read.
struct Live<'c> {
    body: &'c Body,
    breaks: FxHashMap<Label, Set>,
    heads: FxHashMap<Label, Set>,
    /// What a `Return` reads; nothing where the coroutine is dropped.
    result: Set,
    empty: Set,
    saved: Set,
}

impl Live<'_> {
    fn block(&mut self, block: &Block, after: Set) -> Set {
        let mut live = after;
        for (i, stmt) in block.iter().enumerate().rev() {
            let is_dropped = i > 0 && is_suspend(&block[i - 1]).is_some();
            live = match &stmt.kind {
                StmtKind::If { then, .. } if is_dropped => {
                    let result = std::mem::replace(&mut self.result, self.empty.clone());
                    let dropped = self.block(then, live.clone());
                    self.result = result;
                    live.join(&dropped)
                }
                _ => self.stmt(stmt, live),
            };
            if is_suspend(stmt).is_some() {
                self.saved = std::mem::replace(&mut self.saved, Set(Vec::new())).join(&live);
            }
        }
        live
    }

    fn stmt(&mut self, stmt: &Stmt, after: Set) -> Set {
        let mut live = match &stmt.kind {
            StmtKind::Assign(..) | StmtKind::CheckedBinary { .. } | StmtKind::Drop(_) => after,
            StmtKind::Call { dest, .. } => match dest.as_local() {
                Some(local) if self.body.locals[local].ty.is_never() => self.empty.clone(),
                _ => after,
            },
            StmtKind::If { then, els, .. } => {
                let then = self.block(then, after.clone());
                self.block(els, after).join(&then)
            }
            StmtKind::Switch { arms, default, .. } => {
                let mut live = self.block(default, after.clone());
                for (_, arm) in arms {
                    live = live.join(&self.block(arm, after.clone()));
                }
                live
            }
            StmtKind::SwitchVariant { arms, default, .. } => {
                let mut live = match default {
                    Some(default) => self.block(default, after.clone()),
                    None => self.empty.clone(),
                };
                for (_, arm) in arms {
                    live = live.join(&self.block(arm, after.clone()));
                }
                live
            }
            StmtKind::Loop { label, body } => self.run_loop(*label, body, after),
            StmtKind::Block { label, body } => {
                self.breaks.insert(*label, after.clone());
                self.block(body, after)
            }
            StmtKind::Break(label) => self.breaks[label].clone(),
            StmtKind::Continue(label) => self.heads[label].clone(),
            StmtKind::Return => self.result.clone(),
            StmtKind::Unreachable => self.empty.clone(),
        };
        walk::places(&stmt.kind, &mut |place, how| {
            if let (Use::Write, Some(local)) = (how, place.as_local()) {
                live.remove(local);
            }
        });
        walk::places(&stmt.kind, &mut |place, how| {
            for index in paths::indices(place) {
                live.insert(index);
            }
            if let Some(local) = place.base_local()
                && !(how == Use::Write && place.proj.is_empty())
            {
                live.insert(local);
            }
        });
        live
    }

    fn run_loop(&mut self, label: Label, body: &Block, after: Set) -> Set {
        self.breaks.insert(label, after);
        let mut head = self.empty.clone();
        loop {
            self.heads.insert(label, head.clone());
            let live = self.block(body, head.clone());
            let grown = live.join(&head);
            if grown == head {
                return head;
            }
            head = grown;
        }
    }
}

/// Forwards: where each local is borrowed first, and the last place from
/// which control may come to a suspension.
struct Borrows<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c Body,
    first: FxHashMap<Local, u32>,
    next: u32,
    last: Option<u32>,
}

impl Borrows<'_, '_> {
    /// Is there a suspension in the block?
    fn block(&mut self, block: &Block, in_loop: bool) -> bool {
        let mut found = false;
        for stmt in block {
            self.next += 1;
            if is_suspend(stmt).is_some() {
                found = true;
                self.last = Some(self.next);
            }
            self.stmt(&stmt.kind);
            let is_loop = matches!(stmt.kind, StmtKind::Loop { .. });
            let mut inside = false;
            for child in walk::children(&stmt.kind) {
                inside |= self.block(child, in_loop || is_loop);
            }
            if inside && is_loop && !in_loop {
                self.next += 1;
                self.last = Some(self.next);
            }
            found |= inside;
        }
        found
    }

    fn stmt(&mut self, kind: &StmtKind) {
        let mut borrowed = Vec::new();
        let ends = self.ends_with_call(kind);
        walk::places(kind, &mut |place, how| {
            if let Use::Borrow(_) | Use::Raw(_) = how
                && !ends
            {
                borrowed.extend(paths::own_local(self.tcx, self.body, place));
            }
        });
        for local in borrowed {
            self.first.entry(local).or_insert(self.next);
        }
    }

    /// A call of which only one argument holds pointers, and whose result
    /// holds none, keeps no reference beyond its end.
    fn ends_with_call(&self, kind: &StmtKind) -> bool {
        let StmtKind::Call {
            dest,
            callee: Callee::Instance(_),
            args,
        } = kind
        else {
            return false;
        };
        let holds = |operand: &&Operand| {
            let ty = self.tcx.operand_ty(self.body, operand);
            self.may_refer(ty, &mut Vec::new())
        };
        let dest_ty = self.tcx.place_ty(self.body, dest).ty;
        args.iter().filter(holds).count() <= 1 && !self.may_refer(dest_ty, &mut Vec::new())
    }

    /// May a value of the type hold a reference or pointer to a variable?
    fn may_refer(&self, ty: Ty, seen: &mut Vec<Ty>) -> bool {
        match ty.kind() {
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Never
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_) => false,
            TyKind::Tuple(elems) => elems.iter().any(|ty| self.may_refer(*ty, seen)),
            TyKind::Array(elem, _) | TyKind::Slice(elem) => self.may_refer(*elem, seen),
            TyKind::Adt(def, _) if seen.len() < 16 => {
                if seen.contains(&ty) {
                    return false;
                }
                seen.push(ty);
                let data = self.tcx.adt(*def);
                data.kind == AdtKind::Union
                    || (0..data.variants.len()).any(|variant| {
                        let variant = Some(VariantIdx(variant as u32));
                        let fields = self.tcx.field_tys(ty, variant);
                        fields.into_iter().any(|ty| self.may_refer(ty, seen))
                    })
            }
            _ => true,
        }
    }
}
