//! `.await`: asks the future, and suspends for as long as it is not done.
//!
//! ```text
//! l5 = call g()
//! loop a {
//!     l6 = call <g as Future>::poll(Pin { &mut l5 }, &mut *cx)
//!     switch_variant l6 { Ready: l0 = move (l6 as Ready).0; break a   Pending: }
//!     l7 = call suspend()
//!     if l7 { drops of all that is there; return }
//! }
//! drop l5
//! ```
//! `suspend` leaves `poll`, and goes on with the next one, or, with `true`,
//! when the coroutine is dropped. What is dropped then is what a `return`
//! would drop.

use super::{Cx, R};
use crate::{
    intrinsics::Intrinsic,
    pir::{AggregateKind, Callee, Operand, Place, Proj, Rvalue, StmtKind, Tcx},
    shim::resolve,
};
use wrc_thir::{Arg, Args, ExprId, Mutability, Ty, VariantIdx};

/// `Poll::Ready` and `Poll::Pending`.
pub const READY: VariantIdx = VariantIdx(0);
pub const PENDING: VariantIdx = VariantIdx(1);

/// `&mut Context`.
pub fn context_ty(tcx: &Tcx) -> Ty {
    lang_ty(tcx, "Context", Args::default()).reference(Mutability::Mut)
}

/// The type at these arguments of a type that the library has.
pub fn lang_ty(tcx: &Tcx, name: &str, args: Args) -> Ty {
    match tcx.db.lang_adt(name) {
        Some(def) => Ty::adt(def, args),
        None => Ty::error(),
    }
}

/// A value of a type that the library has.
pub fn lang_value(ty: Ty, variant: VariantIdx, fields: Vec<Operand>) -> Rvalue {
    let kind = match ty.as_adt() {
        Some((def, args)) => AggregateKind::Adt(def, variant, args.into()),
        None => AggregateKind::Tuple,
    };
    Rvalue::Aggregate(kind, fields)
}

impl Cx<'_, '_> {
    /// The value of `future.await`, whose `into_future` was called already.
    pub(super) fn await_into(&mut self, dest: &Place, expr: ExprId, future: ExprId) -> R<()> {
        let ty = self.ty(future);
        let local = self.body.new_local(ty);
        self.lower_into(&local.into(), future)?;
        self.in_scope(false, |cx| {
            cx.schedule(local, cx.scopes.len() - 1);
            let label = cx.body.new_label();
            let (body, ()) = cx.nested(|cx| {
                let result = cx.poll(ty, &local.into(), cx.ty(expr))?;
                cx.take_result(dest, &result, label);
                cx.suspend();
                Ok(())
            })?;
            cx.emit(StmtKind::Loop { label, body });
            Ok(())
        })
    }

    /// `Future::poll(Pin { &mut future }, &mut *context)`.
    fn poll(&mut self, ty: Ty, future: &Place, output: Ty) -> R<Place> {
        let Some(context) = self.body.params.get(1).copied() else {
            return Err(self.internal(self.here(), "`.await` outside of a coroutine"));
        };
        let reference = ty.reference(Mutability::Mut);
        let borrow = self.fresh(reference, Rvalue::Ref(Mutability::Mut, future.clone()));
        let pin_ty = lang_ty(self.tcx, "pin", [Arg::Ty(reference)].into());
        let pin = lang_value(pin_ty, VariantIdx(0), vec![Operand::Move(borrow.into())]);
        let pin = self.fresh(pin_ty, pin);
        let result_ty = lang_ty(self.tcx, "Poll", [Arg::Ty(output)].into());
        let result = Place::local(self.body.new_local(result_ty));
        let method = resolve::lang_fn(self.tcx, "poll_fn")?;
        let context = Place::local(context).deref();
        let operands = vec![
            Operand::Move(pin.into()),
            Operand::Borrow(Mutability::Mut, context),
        ];
        self.call_def(&result, method, &[Arg::Ty(ty)], operands)?;
        Ok(result)
    }

    /// Leaves the loop with the value, if it is there.
    fn take_result(&mut self, dest: &Place, result: &Place, label: crate::pir::Label) {
        let value = result.project(Proj::Variant(READY)).field(0);
        let ty = self.place_ty(&value);
        let outer = std::mem::take(&mut self.out);
        if ty.is_never() {
            self.emit(StmtKind::Unreachable);
        } else if !ty.is_unit() {
            let value = self.consume(value);
            self.assign(dest.clone(), Rvalue::Use(value));
        }
        self.emit(StmtKind::Break(label));
        let ready = std::mem::replace(&mut self.out, outer);
        self.emit(StmtKind::SwitchVariant {
            place: result.clone(),
            arms: vec![(vec![READY], ready), (vec![PENDING], Vec::new())],
            default: None,
        });
    }

    fn suspend(&mut self) {
        let dropped = self.body.new_local(Ty::bool());
        let callee = Callee::Intrinsic(Intrinsic::Suspend, Args::default());
        self.call(&dropped.into(), callee, Vec::new());
        let outer = std::mem::take(&mut self.out);
        self.drop_from(0);
        self.emit(StmtKind::Return);
        let then = std::mem::replace(&mut self.out, outer);
        self.emit(StmtKind::If {
            cond: Operand::Move(dropped.into()),
            then,
            els: Vec::new(),
        });
    }
}
