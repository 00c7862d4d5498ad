//! Coroutines become state machines: `poll`, which enters the code where it
//! was left, and drop glue, which drops what is there at that place.
//!
//! ```text
//! a; loop x { if c { b; suspend 2; if dropped { D; return }; d } else { e } }
//! ==>
//! poll:  l9 = &mut *pin; at = copy (*l9).state
//!        switch at { 0: a }
//!        loop x {
//!            switch at { 0: go = c   2: go = true }
//!            if go { switch at { 0: b; (*l9).state = 2; return Pending   default: at = 0 }; d }
//!            else { e }
//!        }
//! drop:  switch (*l9).state { 0: drop the captures   2: D }
//! ```
//! States: 0 before the first poll, 1 when done, then one for each suspension.
//! `at` is 0 while code runs as usual. The code stays as nested as it was: on
//! the way in each statement around the place is entered, the others are
//! skipped.
//!
//! Captures and variables that live across a suspension (`live`) are fields of
//! the coroutine: references to them keep naming them.

mod live;
mod places;
mod resume;

use crate::{
    build::{self, suspend},
    pir::{
        Block, Body, Callee, CoroutineCode, Instance, Label, Local, Operand, Place, Rvalue, Src,
        StmtKind, Tcx, coroutines::state_ty,
    },
    shim::resolve,
};
use std::sync::Arc;
use wrc_base::{FxIndexMap, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{Arg, Args, ClosureDef, Mutability, Ty, TyKind, VariantIdx};

/// Before the first poll.
const START: u128 = 0;
/// After the last one.
const DONE: u128 = 1;
/// The first suspension.
const FIRST: u128 = 2;

/// `Future::poll` of a coroutine.
///
/// # Errors
/// When its body has errors; reported.
pub fn poll(tcx: &Tcx, def: ClosureDef, args: &Args) -> Result<Body, ErrorReported> {
    Ok(code(tcx, def, args)?.poll.clone())
}

/// The drop glue of a coroutine.
///
/// # Errors
/// When its body has errors; reported.
pub fn drop_glue(tcx: &Tcx, def: ClosureDef, args: &Args) -> Result<Body, ErrorReported> {
    Ok(code(tcx, def, args)?.drop.clone())
}

fn code(tcx: &Tcx, def: ClosureDef, args: &Args) -> Result<Arc<CoroutineCode>, ErrorReported> {
    let ty = Ty::new(TyKind::Coroutine(def, args.clone()));
    tcx.coroutine_code(ty, || {
        let body = build::build(tcx, &Instance::Poll(def, args.clone()))?;
        take_apart(tcx, def, ty, body)
    })
}

/// A coroutine's body being taken apart.
struct Cx<'t, 'a> {
    tcx: &'t Tcx<'a>,
    /// What `poll` and the drop glue have in common: locals and labels.
    body: Body,
    /// The coroutine as the builder sees it: a parameter by value.
    own: Local,
    /// `&mut` to the coroutine.
    this: Local,
    /// The suspension to go on from, or 0.
    at: Local,
    /// Where the builder leaves the output.
    output: Local,
    /// What `poll` returns.
    result: Local,
    captures: Vec<Ty>,
    /// Variables that live across suspensions, with their fields.
    saved: FxIndexMap<Local, u32>,
    /// What is dropped at each suspension.
    cancels: Vec<Block>,
}

fn take_apart(
    tcx: &Tcx,
    def: ClosureDef,
    ty: Ty,
    body: Body,
) -> Result<CoroutineCode, ErrorReported> {
    let saved = live::saved(tcx, &body);
    let mut captures = tcx.field_tys(ty, None);
    captures.truncate(tcx.closure(def).captures.len());
    let first = captures.len() as u32 + 1;
    let saved_tys = saved.iter().map(|local| body.locals[*local].ty).collect();
    let mut body = body;
    let output = body.ret;
    let result_ty = suspend::lang_ty(tcx, "Poll", [Arg::Ty(body.locals[output].ty)].into());
    let mut cx = Cx {
        tcx,
        own: body.params[0],
        this: body.new_local(ty.reference(Mutability::Mut)),
        at: body.new_local(state_ty()),
        output,
        result: body.new_local(result_ty),
        captures,
        saved: saved.into_iter().zip(first..).collect(),
        cancels: Vec::new(),
        body,
    };
    let poll = cx.poll(ty)?;
    Ok(CoroutineCode {
        poll,
        drop: cx.drop_glue(ty),
        saved: saved_tys,
    })
}

impl Cx<'_, '_> {
    /// The state, as a place.
    fn state(&self) -> Place {
        Place::local(self.this)
            .deref()
            .field(self.captures.len() as u32)
    }

    fn set_state(&self, state: u128) -> StmtKind {
        StmtKind::Assign(self.state(), Rvalue::Use(number(state)))
    }

    /// `poll`: the prologue, and the code made to be entered again.
    fn poll(&mut self, ty: Ty) -> Result<Body, ErrorReported> {
        let reference = ty.reference(Mutability::Mut);
        let pin_ty = suspend::lang_ty(self.tcx, "pin", [Arg::Ty(reference)].into());
        let pin = self.body.new_local(pin_ty);
        let entry = StmtKind::Assign(
            self.this.into(),
            Rvalue::Use(Operand::Move(Place::local(pin).field(0))),
        );
        let old = StmtKind::Assign(self.at.into(), Rvalue::Use(Operand::Copy(self.state())));
        let block = std::mem::take(&mut self.body.block);
        let resumed = self.resumable(block)?;
        let src = self.whole_src();
        let mut block = vec![entry.at(src), old.at(src), self.check_done(src)?];
        block.extend(resumed);
        let mut poll = self.body.clone();
        poll.params[0] = pin;
        poll.ret = self.result;
        poll.block = block;
        Ok(poll)
    }

    /// The source of the whole coroutine.
    fn whole_src(&mut self) -> Src {
        match self.body.instance {
            Instance::Poll(def, _) => self.body.sources.push(self.tcx.closure(def).span),
            _ => Src(0),
        }
    }

    /// A panic when the coroutine has completed before.
    fn check_done(&mut self, src: Src) -> Result<crate::pir::Stmt, ErrorReported> {
        let panic = resolve::lang_fn(self.tcx, "panic_const_async_fn_resumed")?;
        let never = self.body.new_local(Ty::never());
        let span = self.body.sources[src];
        let (file, line, column) = self.tcx.db.location(span);
        let location = crate::pir::Constant::Location { file, line, column };
        let call = StmtKind::Call {
            dest: never.into(),
            callee: Callee::Instance(Instance::Fn(panic, Args::default())),
            args: vec![Operand::Const(location)],
        };
        let done = vec![call.at(src)];
        Ok(self.switch_at(vec![(vec![DONE], done)], Vec::new()).at(src))
    }

    fn switch_at(&self, arms: Vec<(Vec<u128>, Block)>, default: Block) -> StmtKind {
        StmtKind::Switch {
            value: Operand::Copy(self.at.into()),
            arms,
            default,
        }
    }

    /// The end of `poll`: the output is there.
    fn complete(&self, src: Src) -> Block {
        let ty = self.body.locals[self.output].ty;
        if ty.is_never() {
            return vec![StmtKind::Unreachable.at(src)];
        }
        let output = match ty.is_unit() {
            true => Operand::unit(),
            false => Operand::Move(self.place(&self.output.into())),
        };
        self.leave(DONE, suspend::READY, vec![output], src)
    }

    /// Leaves `poll` in a state.
    fn leave(&self, state: u128, variant: VariantIdx, fields: Vec<Operand>, src: Src) -> Block {
        let result_ty = self.body.locals[self.result].ty;
        let value = suspend::lang_value(result_ty, variant, fields);
        vec![
            self.set_state(state).at(src),
            StmtKind::Assign(self.result.into(), value).at(src),
            StmtKind::Return.at(src),
        ]
    }

    /// The drop glue, once the suspensions are known.
    fn drop_glue(mut self, ty: Ty) -> Body {
        let pointer = self.body.new_local(ty.pointer(Mutability::Mut));
        let unit = self.body.new_local(Ty::unit());
        let this = Rvalue::Ref(Mutability::Mut, Place::local(pointer).deref());
        let src = Src(0);
        let captures = self.drop_captures(src);
        let mut arms = vec![(vec![START], captures)];
        let cancels = std::mem::take(&mut self.cancels);
        arms.extend((FIRST..).map(|state| vec![state]).zip(cancels));
        let done = vec![
            StmtKind::Assign(unit.into(), Rvalue::Use(Operand::unit())).at(src),
            StmtKind::Return.at(src),
        ];
        for (_, block) in &mut arms {
            replace_returns(block, &done);
        }
        let mut block = vec![StmtKind::Assign(self.this.into(), this).at(src)];
        let at = Rvalue::Use(Operand::Copy(self.state()));
        block.push(StmtKind::Assign(self.at.into(), at).at(src));
        block.push(self.switch_at(arms, Vec::new()).at(src));
        block.extend(done);
        let name = crate::pir::display::ty_text(self.tcx, ty);
        Body {
            instance: Instance::DropGlue(ty),
            name: Symbol::new(&format!("drop_in_place::<{name}>")),
            params: vec![pointer],
            ret: unit,
            block,
            ..self.body
        }
    }
}

/// A state, as an operand.
fn number(state: u128) -> Operand {
    Operand::Const(crate::pir::Constant::Scalar(state, state_ty()))
}

/// Puts `code` in the place of every `Return`.
fn replace_returns(block: &mut Block, code: &Block) {
    for stmt in block.iter_mut() {
        for child in crate::pir::walk::children_mut(&mut stmt.kind) {
            replace_returns(child, code);
        }
    }
    if let Some(at) = block
        .iter()
        .position(|stmt| matches!(stmt.kind, StmtKind::Return))
    {
        block.truncate(at);
        block.extend(code.iter().cloned());
    }
}

/// The labels and blocks of code that jumps forward to where it goes on.
fn skip_to(label: Label, code: Block, then: Block, src: Src) -> Block {
    let mut joined = vec![StmtKind::Block { label, body: code }.at(src)];
    joined.extend(then);
    joined
}
