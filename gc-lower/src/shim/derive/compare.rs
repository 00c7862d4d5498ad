//! `PartialEq`, `PartialOrd` and `Ord`: variants first, then fields in order.

use super::{Derive, start, variant_place};
use crate::pir::{Body, Instance, Local, Operand, Place, Rvalue, StmtKind, Tcx};
use crate::shim::builder::{behind, borrow, variant_named};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{BinOp, Mutability, Ty, VariantIdx};

/// `PartialEq::eq`.
pub(in crate::shim) fn partial_eq(
    tcx: &Tcx,
    inst: &Instance,
    ty: Ty,
) -> Result<Body, ErrorReported> {
    let mut derive = start(tcx, inst, ty, "eq_fn", &[ty.into(), ty.into()])?;
    let (this, other) = (behind(derive.shim.param(0)), behind(derive.shim.param(1)));
    if derive.is_enum() {
        if derive.adt.variants.len() > 1 {
            let (a, b) = (derive.discriminant(&this), derive.discriminant(&other));
            let same = derive.shim.local(Ty::bool());
            let test = Rvalue::Binary(BinOp::Eq, Operand::Copy(a), Operand::Copy(b));
            derive.shim.assign(same, test);
            unless_return_false(&mut derive, same);
        }
        derive.by_variant(&this.clone(), |derive, variant| {
            eq_fields(derive, &this, &other, Some(variant))
        })?;
    } else {
        eq_fields(&mut derive, &this, &other, None)?;
    }
    derive.result(Operand::bool(true));
    Ok(derive.shim.finish())
}

/// Returns false at the first field that differs.
fn eq_fields(
    derive: &mut Derive,
    this: &Place,
    other: &Place,
    variant: Option<VariantIdx>,
) -> Result<(), ErrorReported> {
    let (this, other) = (derive.fields(this, variant), derive.fields(other, variant));
    for ((a, ty), (b, _)) in this.into_iter().zip(other) {
        let same = derive.shim.local(Ty::bool());
        if ty.is_primitive_scalar() {
            let test = Rvalue::Binary(BinOp::Eq, Operand::Copy(a), Operand::Copy(b));
            derive.shim.assign(same, test);
        } else {
            let def = crate::shim::resolve::lang_fn(derive.shim.tcx, "eq_fn")?;
            let operands = vec![borrow(Mutability::Not, a), borrow(Mutability::Not, b)];
            derive
                .shim
                .call(same, def, &[ty.into(), ty.into()], operands)?;
        }
        unless_return_false(derive, same);
    }
    Ok(())
}

fn unless_return_false(derive: &mut Derive, test: Local) {
    let ret = derive.shim.ret();
    derive.shim.if_else(
        Operand::Copy(test.into()),
        |_| {},
        |shim| {
            shim.assign(ret, Rvalue::Use(Operand::bool(false)));
            shim.push(StmtKind::Return);
        },
    );
}

/// `PartialOrd::partial_cmp`: the first comparison that is not `Some(Equal)`.
pub(in crate::shim) fn partial_ord(
    tcx: &Tcx,
    inst: &Instance,
    ty: Ty,
) -> Result<Body, ErrorReported> {
    ordering(tcx, inst, ty, "partial_cmp_fn", 2)
}

/// `Ord::cmp`: the first comparison that is not `Equal`.
pub(in crate::shim) fn ord(tcx: &Tcx, inst: &Instance, ty: Ty) -> Result<Body, ErrorReported> {
    ordering(tcx, inst, ty, "cmp_fn", 1)
}

/// `arity`: number of generic arguments of the trait.
fn ordering(
    tcx: &Tcx,
    inst: &Instance,
    ty: Ty,
    lang: &str,
    arity: usize,
) -> Result<Body, ErrorReported> {
    let args = vec![ty.into(); arity];
    let mut derive = start(tcx, inst, ty, lang, &args)?;
    let cmp = Comparison::new(&derive, lang, arity)?;
    let (this, other) = (behind(derive.shim.param(0)), behind(derive.shim.param(1)));
    if !derive.is_enum() {
        cmp.fields(&mut derive, &this, &other, None)?;
        return Ok(derive.shim.finish());
    }
    if derive.adt.variants.len() > 1 {
        let (a, b) = (derive.discriminant(&this), derive.discriminant(&other));
        let same = derive.shim.local(Ty::bool());
        let discr_ty = derive.adt.discr_ty;
        let test = Rvalue::Binary(
            BinOp::Eq,
            Operand::Copy(a.clone()),
            Operand::Copy(b.clone()),
        );
        derive.shim.assign(same, test);
        let ret = derive.shim.ret();
        let differ = derive.nested(|derive| {
            cmp.call(derive, ret, a, b, discr_ty)?;
            derive.return_now();
            Ok(())
        })?;
        derive.shim.push(StmtKind::If {
            cond: Operand::Copy(same.into()),
            then: Vec::new(),
            els: differ,
        });
    }
    derive.by_variant(&this.clone(), |derive, variant| {
        cmp.fields(derive, &this, &other, Some(variant))
    })?;
    Ok(derive.shim.finish())
}

/// One of the two comparison methods.
struct Comparison {
    def: wrc_thir::FnDef,
    arity: usize,
    /// `Ordering`, and the variant `Equal`.
    ordering: Ty,
    equal: VariantIdx,
    /// `Option<Ordering>` and its variant `Some`, for `partial_cmp`.
    partial: Option<(Ty, VariantIdx)>,
}

impl Comparison {
    fn new(derive: &Derive, lang: &str, arity: usize) -> Result<Comparison, ErrorReported> {
        let tcx = derive.shim.tcx;
        let def = crate::shim::resolve::lang_fn(tcx, lang)?;
        let ret = derive.shim.body.locals[derive.shim.body.ret].ty;
        let is_partial = arity == 2;
        let ordering = match ret.as_adt() {
            Some((_, [first, ..])) if is_partial => first.as_ty().unwrap_or(ret),
            _ => ret,
        };
        let partial = if is_partial {
            Some((ret, variant_named(tcx, ret, "Some")?))
        } else {
            None
        };
        Ok(Comparison {
            def,
            arity,
            ordering,
            equal: variant_named(tcx, ordering, "Equal")?,
            partial,
        })
    }

    /// `dest = a.cmp(&b)`.
    fn call(
        &self,
        derive: &mut Derive,
        dest: Place,
        a: Place,
        b: Place,
        ty: Ty,
    ) -> Result<(), ErrorReported> {
        let operands = vec![borrow(Mutability::Not, a), borrow(Mutability::Not, b)];
        let args = vec![ty.into(); self.arity];
        derive.shim.call(dest, self.def, &args, operands)
    }

    /// Compares field by field; leaves the result. The last comparison's
    /// result is the result.
    fn fields(
        &self,
        derive: &mut Derive,
        this: &Place,
        other: &Place,
        variant: Option<VariantIdx>,
    ) -> Result<(), ErrorReported> {
        let (this, other) = (derive.fields(this, variant), derive.fields(other, variant));
        let count = this.len();
        if count == 0 {
            self.set_equal(derive);
        }
        for (i, ((a, ty), (b, _))) in this.into_iter().zip(other).enumerate() {
            let ret = derive.shim.ret();
            self.call(derive, ret, a, b, ty)?;
            if i + 1 < count {
                self.return_unless_equal(derive);
            }
        }
        Ok(())
    }

    fn set_equal(&self, derive: &mut Derive) {
        let ret = derive.shim.ret();
        match self.partial {
            None => derive
                .shim
                .enum_value(ret, self.ordering, self.equal, Vec::new()),
            Some((ty, some)) => {
                let equal = derive.shim.local(self.ordering);
                derive
                    .shim
                    .enum_value(equal, self.ordering, self.equal, Vec::new());
                let operands = vec![Operand::Copy(equal.into())];
                derive.shim.enum_value(ret, ty, some, operands);
            }
        }
    }

    /// Returns when the result so far is not `Equal` or `Some(Equal)`.
    fn return_unless_equal(&self, derive: &mut Derive) {
        let ret = derive.shim.ret();
        let (equal, tail) = match self.partial {
            None => (ret.clone(), None),
            Some((_, some)) => (
                variant_place(&ret, Some(some)).field(0),
                Some((ret.clone(), some)),
            ),
        };
        let (leave, ()) = derive.shim.nested(|shim| shim.push(StmtKind::Return));
        let test = StmtKind::SwitchVariant {
            place: equal,
            arms: vec![(vec![self.equal], Vec::new())],
            default: Some(leave.clone()),
        };
        match tail {
            None => derive.shim.push(test),
            Some((place, some)) => {
                let (test, ()) = derive.shim.nested(|shim| shim.push(test));
                derive.shim.push(StmtKind::SwitchVariant {
                    place,
                    arms: vec![(vec![some], test)],
                    default: Some(leave),
                });
            }
        }
    }
}
