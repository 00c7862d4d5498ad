//! Polymorphic recursion: instances whose types grow without end.

use crate::pir::Instance;
use wrc_base::FxHashMap;
use wrc_thir::{Arg, Ty, TyKind};

/// Nesting depth at which monomorphisation gives up.
const DEPTH: u32 = 256;
/// Size of a type, written out, at which it gives up.
const SIZE: u64 = 1 << 20;

/// Remembers how deep and large types are.
#[derive(Debug, Default)]
pub(super) struct Limits {
    known: FxHashMap<Ty, Extent>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    depth: u32,
    size: u64,
}

impl Limits {
    /// Is some type of the instance beyond the limits?
    pub fn exceeded(&mut self, inst: &Instance) -> bool {
        let extent = match inst {
            Instance::Fn(_, args)
            | Instance::Closure(_, args)
            | Instance::DynShim(_, args)
            | Instance::Ctor(_, _, args)
            | Instance::Const(_, args)
            | Instance::Poll(_, args) => self.of_args(args),
            Instance::CallShim(_, ty) | Instance::CloneShim(ty) | Instance::DropGlue(ty) => {
                self.of(*ty)
            }
            Instance::Derive(_, ty, args) => join(self.of(*ty), self.of_args(args)),
            Instance::Static(_) | Instance::FormatRun(_) | Instance::Start(_) => Extent::default(),
        };
        extent.depth > DEPTH || extent.size > SIZE
    }

    fn of_args(&mut self, args: &[Arg]) -> Extent {
        args.iter()
            .filter_map(Arg::as_ty)
            .fold(Extent::default(), |extent, ty| join(extent, self.of(ty)))
    }

    fn of_tys(&mut self, tys: &[Ty]) -> Extent {
        tys.iter()
            .fold(Extent::default(), |extent, ty| join(extent, self.of(*ty)))
    }

    fn of(&mut self, ty: Ty) -> Extent {
        if let Some(known) = self.known.get(&ty) {
            return *known;
        }
        let parts = match ty.kind() {
            TyKind::Adt(_, args)
            | TyKind::FnDef(_, args)
            | TyKind::Closure(_, args)
            | TyKind::Coroutine(_, args)
            | TyKind::Assoc(_, args)
            | TyKind::Opaque(_, args) => self.of_args(args),
            TyKind::Tuple(tys) => self.of_tys(tys),
            TyKind::Array(ty, _)
            | TyKind::Slice(ty)
            | TyKind::Ref(_, ty)
            | TyKind::RawPtr(_, ty) => self.of(*ty),
            TyKind::FnPtr(sig) => join(self.of_tys(&sig.params), self.of(sig.ret)),
            TyKind::Dyn(object) => object
                .principal
                .as_ref()
                .map_or(Extent::default(), |(_, args)| self.of_args(args)),
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Never
            | TyKind::Param(..)
            | TyKind::Error => Extent::default(),
        };
        let extent = Extent {
            depth: parts.depth.saturating_add(1),
            size: parts.size.saturating_add(1),
        };
        self.known.insert(ty, extent);
        extent
    }
}

fn join(a: Extent, b: Extent) -> Extent {
    Extent {
        depth: a.depth.max(b.depth),
        size: a.size.saturating_add(b.size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wrc_thir::FnDef;

    #[test]
    fn doubling_types_end() {
        let mut limits = Limits::default();
        let mut ty = Ty::usize();
        let mut rounds = 0;
        while !limits.exceeded(&Instance::Fn(FnDef(0), [Arg::Ty(ty)].into())) {
            ty = Ty::tuple([ty, ty]);
            rounds += 1;
        }
        assert_eq!(rounds, 20);
    }
}
