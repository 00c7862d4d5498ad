//! What the program itself has raw pointers to.
//!
//! Before any pass: later a pointer that the program makes may stand in what
//! was a statement of the library.

use super::Mono;
use crate::pir::{Body, StmtKind, Tcx, walk};
use wrc_base::FxHashSet;
use wrc_thir::{Arg, Ty, TyKind};

/// The types of places that raw pointers in code outside of the library point
/// to. What registers values for panics that unwind has no source.
pub(super) fn named(tcx: &Tcx, mono: &Mono) -> FxHashSet<Ty> {
    let mut cx = Cx {
        tcx,
        seen: FxHashSet::default(),
        named: FxHashSet::default(),
    };
    for body in mono.bodies.values() {
        cx.body(body);
    }
    let mut named = cx.named;
    let hidden = mono.coerced.iter();
    let hidden: Vec<Ty> = hidden
        .filter(|(_, by)| named.contains(by))
        .map(|(ty, _)| *ty)
        .collect();
    named.extend(hidden);
    named
}

struct Cx<'c, 'a> {
    tcx: &'c Tcx<'a>,
    seen: FxHashSet<Ty>,
    named: FxHashSet<Ty>,
}

impl Cx<'_, '_> {
    fn body(&mut self, body: &Body) {
        let outside: FxHashSet<_> = body
            .sources
            .iter()
            .filter(|(_, span)| **span != Default::default() && !self.tcx.db.is_std(span.file))
            .map(|(src, _)| src)
            .collect();
        if outside.is_empty() {
            return;
        }
        for param in &body.params {
            self.ty(body.locals[*param].ty);
        }
        walk::stmts(&body.block, &mut |stmt| {
            let (StmtKind::Assign(dest, _) | StmtKind::Call { dest, .. }) = &stmt.kind else {
                return;
            };
            if outside.contains(&stmt.src) {
                let ty = self.tcx.place_ty(body, dest).ty;
                self.ty(ty);
            }
        });
    }

    fn ty(&mut self, ty: Ty) {
        if !self.seen.insert(ty) {
            return;
        }
        match ty.kind() {
            TyKind::RawPtr(_, to) => self.pointee(*to),
            TyKind::Ref(_, to) | TyKind::Array(to, _) | TyKind::Slice(to) => self.ty(*to),
            TyKind::Tuple(tys) => tys.iter().for_each(|ty| self.ty(*ty)),
            TyKind::Adt(_, args) => {
                let is_pointer = self.tcx.is_lang(ty, "NonNull");
                for arg in args.iter() {
                    match arg {
                        Arg::Ty(arg) if is_pointer => self.pointee(*arg),
                        Arg::Ty(arg) => self.ty(*arg),
                        Arg::Const(_) => {}
                    }
                }
            }
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Never
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_)
            | TyKind::Closure(..)
            | TyKind::Coroutine(..)
            | TyKind::Dyn(_)
            | TyKind::Param(..)
            | TyKind::Assoc(..)
            | TyKind::Opaque(..)
            | TyKind::Error => {}
        }
    }

    fn pointee(&mut self, ty: Ty) {
        self.ty(ty);
        self.named.insert(match ty.kind() {
            TyKind::Slice(elem) => *elem,
            _ => ty,
        });
    }
}
