//! Whether dropping a value does something.

use super::tcx::Tcx;
use wrc_base::FxHashSet;
use wrc_thir::{AdtData, AdtKind, Arg, Const, Ty, TyKind, VariantIdx};

/// A question along recursive types: the first type that has to be dropped
/// decides, so a type met again adds nothing.
pub(super) struct Drops<'t, 'a> {
    tcx: &'t Tcx<'a>,
    visited: FxHashSet<Ty>,
    /// Does memory count, which a collector gives back?
    memory: bool,
}

impl<'t, 'a> Drops<'t, 'a> {
    pub fn new(tcx: &'t Tcx<'a>, memory: bool) -> Drops<'t, 'a> {
        Drops {
            tcx,
            visited: FxHashSet::default(),
            memory,
        }
    }

    pub fn in_type(&mut self, ty: Ty) -> bool {
        match ty.kind() {
            TyKind::Tuple(elems) => self.in_any(elems),
            TyKind::Array(_, Const::Value(0)) => false,
            TyKind::Array(elem, _) | TyKind::Slice(elem) => self.in_type(*elem),
            // What a coroutine holds is known only when its code is.
            TyKind::Dyn(_) | TyKind::Coroutine(..) => true,
            TyKind::Closure(..) => {
                self.visited.insert(ty) && self.in_any(&self.tcx.field_tys(ty, None))
            }
            TyKind::Adt(def, args) => {
                self.visited.insert(ty) && {
                    let data = self.tcx.adt(*def);
                    self.in_adt(ty, &data, args)
                }
            }
            _ => false,
        }
    }

    fn in_any(&mut self, tys: &[Ty]) -> bool {
        tys.iter().any(|ty| self.in_type(*ty))
    }

    fn in_adt(&mut self, ty: Ty, data: &AdtData, args: &[Arg]) -> bool {
        let contents = || args.iter().filter_map(Arg::as_ty).collect::<Vec<Ty>>();
        match data.lang.map_or("", |lang| lang.as_str()) {
            "manually_drop" | "wrc_array" | "phantom_data" => return false,
            "owned_box" => return self.memory || self.in_any(&contents()[..1]),
            _ => {}
        }
        if data.kind == AdtKind::Union {
            return false;
        }
        if data.drop_elements {
            return self.memory || self.in_any(&contents());
        }
        let TyKind::Adt(def, _) = ty.kind() else {
            return false;
        };
        if self.tcx.db.drop_impl(*def, args).is_some() {
            return true;
        }
        (0..data.variants.len() as u32)
            .any(|v| self.in_any(&self.tcx.field_tys(ty, Some(VariantIdx(v)))))
    }
}
