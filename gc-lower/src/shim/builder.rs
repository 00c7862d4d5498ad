//! Writing bodies statement by statement.

use super::resolve;
use crate::pir::display;
use crate::pir::{
    AggregateKind, Block, Body, Callee, Constant, Instance, Local, Operand, Place, PlaceBase,
    Rvalue, Src, Stmt, StmtKind, Tcx,
};
use std::sync::Arc;
use wrc_base::{Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, BinOp, FnData, FnDef, Mutability, Ty, VariantIdx};

/// A body under construction; statements go to the innermost open block.
pub(super) struct Shim<'t, 'a> {
    pub tcx: &'t Tcx<'a>,
    pub body: Body,
    open: Vec<Block>,
    src: Src,
}

impl<'t, 'a> Shim<'t, 'a> {
    pub fn new(
        tcx: &'t Tcx<'a>,
        inst: &Instance,
        name: &str,
        span: Span,
        params: &[Ty],
        ret: Ty,
    ) -> Shim<'t, 'a> {
        let mut body = Body::new(inst.clone(), Symbol::new(name), params, ret);
        let src = body.sources.push(span);
        Shim {
            tcx,
            body,
            open: vec![Vec::new()],
            src,
        }
    }

    pub fn param(&self, index: usize) -> Local {
        self.body.params[index]
    }

    pub fn ret(&self) -> Place {
        Place::local(self.body.ret)
    }

    pub fn local(&mut self, ty: Ty) -> Local {
        self.body.new_local(ty)
    }

    pub fn push(&mut self, kind: StmtKind) {
        let stmt = kind.at(self.src);
        self.open.last_mut().expect("a block is open").push(stmt);
    }

    /// A statement made elsewhere.
    pub fn push_stmt(&mut self, stmt: Stmt) {
        self.open.last_mut().expect("a block is open").push(stmt);
    }

    pub fn assign(&mut self, dest: impl Into<Place>, rvalue: Rvalue) {
        self.push(StmtKind::Assign(dest.into(), rvalue));
    }

    /// Opens a block that the next statements go to.
    pub fn open_block(&mut self) {
        self.open.push(Vec::new());
    }

    /// Closes the innermost block opened.
    pub fn close_block(&mut self) -> Block {
        self.open.pop().expect("a block was opened")
    }

    /// What `f` writes, as a block of its own.
    pub fn nested<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> (Block, R) {
        self.open.push(Vec::new());
        let result = f(self);
        (self.open.pop().expect("opened above"), result)
    }

    /// Closes the body with a return.
    pub fn finish(mut self) -> Body {
        self.push(StmtKind::Return);
        self.body.block = self.open.pop().expect("the outermost block");
        self.body
    }

    pub fn place_ty(&self, place: &Place) -> Ty {
        self.tcx.place_ty(&self.body, place).ty
    }

    /// `dest = def::<args>(operands)`.
    pub fn call(
        &mut self,
        dest: impl Into<Place>,
        def: FnDef,
        args: &[Arg],
        operands: Vec<Operand>,
    ) -> Result<(), ErrorReported> {
        let callee = resolve::callee(self.tcx, def, args)?;
        self.call_callee(dest, callee, operands);
        Ok(())
    }

    /// A call of something already resolved; adds the location that a
    /// `#[track_caller]` function wants.
    pub fn call_callee(
        &mut self,
        dest: impl Into<Place>,
        callee: Callee,
        mut operands: Vec<Operand>,
    ) {
        if let Callee::Instance(Instance::Fn(def, _)) = &callee {
            let data = self.tcx.db.func(*def);
            if data.track_caller {
                operands.push(self.location(data.span));
            }
        }
        self.push(StmtKind::Call {
            dest: dest.into(),
            callee,
            args: operands,
        });
    }

    fn location(&self, fallback: Span) -> Operand {
        let own = self.body.sources[self.src];
        let span = if own == Span::default() {
            fallback
        } else {
            own
        };
        let (file, line, column) = self.tcx.db.location(span);
        Operand::Const(Constant::Location { file, line, column })
    }

    /// A call of a lang function whose generic arguments are given, into a
    /// new local.
    pub fn call_lang(
        &mut self,
        name: &str,
        args: &[Arg],
        operands: Vec<Operand>,
    ) -> Result<Local, ErrorReported> {
        let def = resolve::lang_fn(self.tcx, name)?;
        let data = self.tcx.db.func(def);
        let dest = self.local(self.tcx.instantiate(data.ret, args));
        self.call(dest, def, args, operands)?;
        Ok(dest)
    }

    /// Reads a place for the last time, or copies it.
    pub fn take(&self, place: Place) -> Operand {
        if self.tcx.is_copy(self.place_ty(&place)) {
            Operand::Copy(place)
        } else {
            Operand::Move(place)
        }
    }

    /// `for index in 0..len { f(index) }`; the index is new in each round.
    pub fn for_each_index(
        &mut self,
        len: Operand,
        f: impl FnOnce(&mut Self, Local) -> Result<(), ErrorReported>,
    ) -> Result<(), ErrorReported> {
        let counter = self.local(Ty::usize());
        let index = self.local(Ty::usize());
        let more = self.local(Ty::bool());
        let exit = self.body.new_label();
        let again = self.body.new_label();
        self.assign(counter, Rvalue::Use(Operand::usize(0)));
        let (round, result) = self.nested(|shim| {
            let at = Operand::Copy(counter.into());
            shim.assign(more, Rvalue::Binary(BinOp::Lt, at, len));
            shim.if_else(
                Operand::Copy(more.into()),
                |_| {},
                |shim| {
                    shim.push(StmtKind::Break(exit));
                },
            );
            shim.assign(index, Rvalue::Use(Operand::Copy(counter.into())));
            let result = f(shim, index);
            let next = Rvalue::Binary(BinOp::Add, Operand::Copy(index.into()), Operand::usize(1));
            shim.assign(counter, next);
            result
        });
        result?;
        let lop = StmtKind::Loop {
            label: again,
            body: round,
        };
        let body = vec![lop.at(self.src)];
        self.push(StmtKind::Block { label: exit, body });
        Ok(())
    }

    pub fn if_else(
        &mut self,
        cond: Operand,
        then: impl FnOnce(&mut Self),
        els: impl FnOnce(&mut Self),
    ) {
        let (then, ()) = self.nested(then);
        let (els, ()) = self.nested(els);
        self.push(StmtKind::If { cond, then, els });
    }

    /// `dest = Variant(operands)` of the enum type `ty`.
    pub fn enum_value(
        &mut self,
        dest: impl Into<Place>,
        ty: Ty,
        variant: VariantIdx,
        operands: Vec<Operand>,
    ) {
        if let Some((def, args)) = ty.as_adt() {
            let kind = AggregateKind::Adt(def, variant, args.into());
            self.assign(dest, Rvalue::Aggregate(kind, operands));
        }
    }
}

/// The fields of a place whose type is an aggregate, with their types.
pub(super) fn fields(
    tcx: &Tcx,
    place: &Place,
    ty: Ty,
    variant: Option<VariantIdx>,
) -> Vec<(Place, Ty)> {
    let base = match variant {
        Some(variant) => place.project(crate::pir::Proj::Variant(variant)),
        None => place.clone(),
    };
    tcx.field_tys(ty, variant)
        .into_iter()
        .enumerate()
        .map(|(i, ty)| (base.field(i as u32), ty))
        .collect()
}

/// A variant of a library enum by name.
///
/// # Errors
/// When there is none; reported.
pub(super) fn variant_named(tcx: &Tcx, ty: Ty, name: &str) -> Result<VariantIdx, ErrorReported> {
    let found = ty.as_adt().and_then(|(def, _)| {
        let data = tcx.adt(def);
        let index = data.variants.iter().position(|v| v.name.as_str() == name)?;
        Some(VariantIdx(index as u32))
    });
    found.ok_or_else(|| {
        tcx.error(
            "WRC2102",
            Span::default(),
            format!(
                "the library lacks the variant `{name}` of `{}`",
                display::ty_text(tcx, ty)
            ),
        )
    })
}

/// The declaration and generic arguments' types of a trait method at a type.
pub(super) fn signature(tcx: &Tcx, def: FnDef, args: &[Arg]) -> (Arc<FnData>, Vec<Ty>, Ty) {
    let data = tcx.db.func(def);
    let params = data
        .params
        .iter()
        .map(|ty| tcx.instantiate(*ty, args))
        .collect();
    let ret = tcx.instantiate(data.ret, args);
    (data, params, ret)
}

pub(super) fn static_str(text: &str) -> Operand {
    Operand::Const(Constant::Str(text.into()))
}

pub(super) fn borrow(m: Mutability, place: impl Into<Place>) -> Operand {
    Operand::Borrow(m, place.into())
}

/// The place behind a parameter that is a reference or pointer.
pub(super) fn behind(local: Local) -> Place {
    Place {
        base: PlaceBase::Local(local),
        proj: [crate::pir::Proj::Deref].into_iter().collect(),
    }
}
