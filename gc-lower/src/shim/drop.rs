//! Drop glue: the type's own `Drop::drop`, then its fields in order.
//!
//! Takes `*mut T`. What is nested is dropped by `Drop` statements, which the
//! lowering turns into calls of the parts' glue.

use super::builder::{Shim, behind, borrow, fields};
use crate::pir::display;
use crate::pir::{Body, Callee, Instance, Local, Operand, Place, Proj, Rvalue, Src, StmtKind, Tcx};
use crate::unwind::{Entry, Registry};
use wrc_base::Span;
use wrc_diagnostics::ErrorReported;
use wrc_thir::{AdtDef, AdtKind, Arg, BinOp, Const, Mutability, Ty, TyKind, VariantIdx};

pub(super) fn drop_glue(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    let name = format!("drop_in_place::<{}>", display::ty_text(tcx, ty));
    let params = [ty.pointer(Mutability::Mut)];
    let mut shim = Shim::new(tcx, inst, &name, Span::default(), &params, Ty::unit());
    let this = behind(shim.param(0));
    if tcx.needs_drop(ty) {
        drop_parts(&mut shim, &this, ty)?;
    }
    let ret = shim.ret();
    shim.assign(ret, Rvalue::Use(Operand::unit()));
    Ok(shim.finish())
}

fn drop_parts(shim: &mut Shim, this: &Place, ty: Ty) -> Result<(), ErrorReported> {
    match ty.kind() {
        TyKind::Adt(def, args) => drop_adt(shim, this, ty, *def, args),
        TyKind::Tuple(_) | TyKind::Closure(..) => {
            let fields = guard_fields(shim, this, ty, None)?;
            drop_fields(shim, fields);
            Ok(())
        }
        TyKind::Array(elem, Const::Value(len)) => {
            let _ = elem;
            drop_elements(shim, this, Operand::usize(*len as u32))
        }
        TyKind::Slice(_) => {
            let len = shim.local(Ty::usize());
            shim.assign(len, Rvalue::Len(this.clone()));
            drop_elements(shim, this, Operand::Copy(len.into()))
        }
        TyKind::Dyn(_) => {
            shim.push(StmtKind::Drop(this.clone()));
            Ok(())
        }
        _ => {
            let message = format!(
                "dropping `{}` is not supported",
                display::ty_text(shim.tcx, ty)
            );
            Err(shim.tcx.error("WRC2105", Span::default(), message))
        }
    }
}

fn drop_adt(
    shim: &mut Shim,
    this: &Place,
    ty: Ty,
    def: AdtDef,
    args: &[Arg],
) -> Result<(), ErrorReported> {
    if let Some(content) = shim.tcx.box_content(ty) {
        drop_place(shim, this.deref(), content);
        return Ok(());
    }
    let tcx = shim.tcx;
    let adt = tcx.adt(def);
    // What `Drop::drop` leaves alone is dropped even if it panics.
    let guarded = match adt.kind {
        AdtKind::Struct => Some(guard_fields(shim, this, ty, None)?),
        AdtKind::Enum | AdtKind::Union => None,
    };
    if let Some(user) = tcx.db.drop_impl(def, args) {
        let unit = shim.local(Ty::unit());
        let callee = Callee::Instance(Instance::Fn(user.def, user.args));
        let this = borrow(Mutability::Mut, this.clone());
        shim.call_callee(unit, callee, vec![this]);
    }
    match adt.kind {
        AdtKind::Union => {}
        AdtKind::Struct => drop_fields(shim, guarded.unwrap_or_default()),
        AdtKind::Enum => {
            let mut arms = Vec::new();
            for index in 0..adt.variants.len() {
                let variant = VariantIdx(index as u32);
                let (block, done) = shim.nested(|shim| {
                    let fields = guard_fields(shim, this, ty, Some(variant))?;
                    drop_fields(shim, fields);
                    Ok(())
                });
                done?;
                if !block.is_empty() {
                    arms.push((vec![variant], block));
                }
            }
            if !arms.is_empty() {
                let default = (arms.len() < adt.variants.len()).then(Vec::new);
                shim.push(StmtKind::SwitchVariant {
                    place: this.clone(),
                    arms,
                    default,
                });
            }
        }
    }
    Ok(())
}

/// Registers parts of a value, where panics unwind, so that each is dropped
/// even if the drop of one before it panics. What is dropped first has to be
/// registered last.
#[derive(Clone, Copy)]
struct Guard {
    registry: Registry,
    base: Local,
}

impl Guard {
    /// `None` where a panic ends the program.
    fn open(shim: &mut Shim) -> Result<Option<Guard>, ErrorReported> {
        if !shim.tcx.options.unwind {
            return Ok(None);
        }
        let registry = Registry::find(shim.tcx)?;
        let (base, find) = registry.base(&mut shim.body);
        shim.push_stmt(find);
        Ok(Some(Guard { registry, base }))
    }

    /// Registers the value in `place`; gives its handle.
    fn enter(self, shim: &mut Shim, place: &Place, ty: Ty) -> Local {
        let (handle, empty) = self.registry.handle(&mut shim.body);
        shim.push_stmt(empty);
        let entry = Entry {
            handle,
            place,
            ty,
            rank: 0,
            base: self.base,
        };
        for stmt in self.registry.enter(&mut shim.body, entry, Src(0)) {
            shim.push_stmt(stmt);
        }
        handle
    }
}

/// A field to be dropped, and its registration where panics unwind.
struct Field {
    place: Place,
    guard: Option<(Guard, Local)>,
}

/// The fields that have to be dropped, guarded.
fn guard_fields(
    shim: &mut Shim,
    this: &Place,
    ty: Ty,
    variant: Option<VariantIdx>,
) -> Result<Vec<Field>, ErrorReported> {
    let tcx = shim.tcx;
    let fields = fields(tcx, this, ty, variant).into_iter();
    let fields: Vec<(Place, Ty)> = fields.filter(|(_, ty)| tcx.needs_drop(*ty)).collect();
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let guard = Guard::open(shim)?;
    let guarded = |(place, ty): (Place, Ty)| {
        let guard = guard.map(|guard| (guard, guard.enter(shim, &place, ty)));
        Field { place, guard }
    };
    let mut guarded: Vec<Field> = fields.into_iter().rev().map(guarded).collect();
    guarded.reverse();
    Ok(guarded)
}

fn drop_fields(shim: &mut Shim, fields: Vec<Field>) {
    for Field { place, guard } in fields {
        if let Some((guard, handle)) = guard {
            let unit = shim.local(Ty::unit());
            shim.push_stmt(guard.registry.leave(unit, handle, Src(0)));
        }
        shim.push(StmtKind::Drop(place));
    }
}

fn drop_place(shim: &mut Shim, place: Place, ty: Ty) {
    if shim.tcx.needs_drop(ty) {
        shim.push(StmtKind::Drop(place));
    }
}

fn drop_elements(shim: &mut Shim, this: &Place, len: Operand) -> Result<(), ErrorReported> {
    let guard = Guard::open(shim)?;
    if let Some(guard) = guard {
        let last = len.clone();
        shim.for_each_index(len.clone(), |shim, index| {
            let (after, at) = (shim.local(Ty::usize()), shim.local(Ty::usize()));
            let index = Operand::Copy(index.into());
            shim.assign(after, Rvalue::Binary(BinOp::Sub, last, index));
            let after = Operand::Copy(after.into());
            shim.assign(at, Rvalue::Binary(BinOp::Sub, after, Operand::usize(1)));
            let element = this.project(Proj::Index(at));
            let ty = shim.place_ty(&element);
            guard.enter(shim, &element, ty);
            Ok(())
        })?;
    }
    shim.for_each_index(len, |shim, index| {
        if let Some(guard) = guard {
            let unit = shim.local(Ty::unit());
            shim.push_stmt(guard.registry.leave_top(unit, Src(0)));
        }
        shim.push(StmtKind::Drop(this.project(Proj::Index(index))));
        Ok(())
    })
}
