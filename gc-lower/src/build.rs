//! THIR becomes PIR: one body per instance, monomorphic.
//!
//! Does: fixes evaluation order, makes temporaries, drops, checks and pattern
//! tests explicit, and resolves callees. Does not: choose representations or
//! optimise, beyond not writing what would be thrown away at once.
//!
//! ```text
//! fn twice(s: String) -> usize { s.len() * 2 }
//! ==>
//! fn app::twice(l1: String) -> usize {
//!     l2 = call String::len(&l1)
//!     l3, l4 = checked mul move l2, 2_usize
//!     if move l4 { call panic_const_mul_overflow(..) }
//!     l0 = move l3
//!     return
//! }
//! ```
//!
//! Drops are written at every scope exit for everything that may be there;
//! `elaborate` then removes, splits or guards them by what has been moved.

mod arith;
mod call;
mod callable;
mod cleanup;
mod compare;
mod constant;
mod control;
mod elaborate;
mod extend;
mod flow;
mod format;
mod jump;
mod matches;
mod moves;
mod open_drop;
mod operand;
mod pattern;
mod place;
mod registered;
mod repeat;
mod rvalue;
mod scope;
mod stmt;
pub mod suspend;
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

use crate::pir::{
    Body, Callee, Instance, Label, Local, Operand, Place, Rvalue, Src, StmtKind, Tcx,
};
pub use registered::register_values;
use scope::Scope;
use wrc_base::{FxHashMap, PrimaryMap, Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    self as thir, Arg, Args, BodyOwner, ClosureKind, Const, Edition, ExprId, LabelId, LocalId,
    Mutability, PatId, PatKind, SourceMap, Ty, TyKind, subst_const,
};

type R<T> = Result<T, ErrorReported>;

/// The code of a function, closure, constant or static, from its source; of a
/// coroutine, code that suspends, which `coroutine` takes apart.
///
/// # Errors
/// When the body has errors or uses what we do not lower; reported.
pub fn build(tcx: &Tcx, inst: &Instance) -> Result<Body, ErrorReported> {
    let (owner, args) = match inst {
        Instance::Fn(def, args) => (BodyOwner::Fn(*def), args.clone()),
        Instance::Closure(def, args) | Instance::Poll(def, args) => {
            (BodyOwner::Closure(*def), args.clone())
        }
        Instance::Const(def, args) => (BodyOwner::Const(*def), args.clone()),
        Instance::Static(def) => (BodyOwner::Static(*def), Args::default()),
        Instance::CallShim(..)
        | Instance::Derive(..)
        | Instance::CloneShim(_)
        | Instance::DropGlue(_)
        | Instance::DynShim(..)
        | Instance::Ctor(..)
        | Instance::FormatRun(_)
        | Instance::Start(_) => {
            let message = format!("internal error: {inst:?} has no source");
            return Err(tcx.error("WRC9001", Span::default(), message));
        }
    };
    let thir = tcx.db.body(owner)?;
    let map = tcx.db.source_map(owner);
    let mut cx = Cx::new(tcx, inst, owner, &thir, &map, args)?;
    cx.root()?;
    let mut body = cx.body;
    body.block = cx.out;
    cleanup::run(&mut body);
    if tcx.options.unwind {
        registered::run(tcx, &mut body, &cx.scheduled)?;
    }
    if elaborate::run(tcx, &mut body) {
        cleanup::run(&mut body);
    }
    Ok(body)
}

/// Where a `break` or `continue` goes.
#[derive(Clone)]
struct Target {
    label: Label,
    /// Scopes from here on are left.
    depth: usize,
    /// Where a `break`'s value goes.
    dest: Place,
}

/// A jump out of scopes: `Break(label)` after the drops of the scopes from
/// `depth` on.
#[derive(Clone, Copy)]
struct Exit {
    label: Label,
    depth: usize,
}

/// One body under construction.
struct Cx<'t, 'a> {
    tcx: &'t Tcx<'a>,
    thir: &'t thir::Body,
    map: &'t SourceMap,
    args: Args,
    expr_tys: PrimaryMap<ExprId, Ty>,
    pat_tys: PrimaryMap<PatId, Ty>,
    body: Body,
    /// The block being written.
    out: Vec<crate::pir::Stmt>,
    /// Variables; in a guard, a variable that is moved later is the place it
    /// will be moved from.
    vars: FxHashMap<LocalId, Place>,
    targets: FxHashMap<LabelId, Target>,
    scopes: Vec<Scope>,
    /// Every local that some scope drops.
    scheduled: Vec<scope::Scheduled>,
    /// Expressions whose temporary lives longer than its statement: the depth
    /// of the scope that drops it.
    extended: FxHashMap<ExprId, usize>,
    src: Src,
    srcs: FxHashMap<Span, Src>,
    /// The closure, as a place.
    closure: Option<Place>,
    /// The hidden parameter of a `#[track_caller]` function.
    caller: Option<Local>,
    unit: Option<Local>,
    never: Option<Local>,
}

impl<'t, 'a> Cx<'t, 'a> {
    fn new(
        tcx: &'t Tcx<'a>,
        inst: &Instance,
        owner: BodyOwner,
        thir: &'t thir::Body,
        map: &'t SourceMap,
        args: Args,
    ) -> R<Cx<'t, 'a>> {
        let mut params = Vec::new();
        let mut track_caller = false;
        let mut name = match owner {
            BodyOwner::Fn(def) => {
                let data = tcx.db.func(def);
                track_caller = data.track_caller;
                data.path
            }
            BodyOwner::Closure(def) => {
                let data = tcx.closure(def);
                let own = tcx.closure_ty(def, &args);
                params.push(match data.kind {
                    ClosureKind::Fn => own.reference(Mutability::Not),
                    ClosureKind::FnMut => own.reference(Mutability::Mut),
                    ClosureKind::FnOnce => own,
                });
                if data.is_coroutine {
                    params.push(suspend::context_ty(tcx));
                }
                data.path
            }
            BodyOwner::Const(def) => Symbol::new(&format!("const#{}", def.0)),
            BodyOwner::Static(def) => tcx.db.static_data(def).path,
        };
        if !args.is_empty() {
            let args = crate::pir::display::args_text(tcx, &args);
            name = Symbol::new(&format!("{name}{args}"));
        }
        params.extend(thir.params.iter().map(|p| tcx.instantiate(p.ty, &args)));
        if track_caller {
            params.push(tcx.location_ty());
        }
        let ret = tcx.instantiate(thir.ret, &args);
        let body = Body::new(inst.clone(), name, &params, ret);
        let caller = track_caller.then(|| *body.params.last().expect("pushed above"));
        let mut cx = Cx {
            tcx,
            thir,
            map,
            args,
            expr_tys: PrimaryMap::new(),
            pat_tys: PrimaryMap::new(),
            body,
            out: Vec::new(),
            vars: FxHashMap::default(),
            targets: FxHashMap::default(),
            scopes: Vec::new(),
            scheduled: Vec::new(),
            extended: FxHashMap::default(),
            src: Src(0),
            srcs: FxHashMap::default(),
            closure: None,
            caller,
            unit: None,
            never: None,
        };
        cx.instantiate_types()?;
        Ok(cx)
    }

    /// Instantiates the types of all nodes, so that asking for one is cheap.
    fn instantiate_types(&mut self) -> R<()> {
        for (id, expr) in self.thir.exprs.iter() {
            let ty = self.tcx.instantiate(expr.ty, &self.args);
            if has_error(ty) && !matches!(expr.kind, thir::ExprKind::Unsupported(_)) {
                return Err(self.internal(self.map.exprs[id], "an expression has no type"));
            }
            self.expr_tys.push(ty);
        }
        for (id, pat) in self.thir.pats.iter() {
            let ty = self.tcx.instantiate(pat.ty, &self.args);
            if has_error(ty) {
                return Err(self.internal(self.map.pats[id], "a pattern has no type"));
            }
            self.pat_tys.push(ty);
        }
        Ok(())
    }

    /// The whole body: parameters, the root expression, the return.
    fn root(&mut self) -> R<()> {
        self.push_scope(false);
        let mut params = self.body.params.clone();
        if let Instance::Closure(def, _) | Instance::Poll(def, _) = self.body.instance {
            let own = params.remove(0);
            self.schedule(own, 0);
            let place = Place::local(own);
            self.closure = Some(match self.tcx.closure(def).kind {
                ClosureKind::FnOnce => place,
                ClosureKind::Fn | ClosureKind::FnMut => place.deref(),
            });
        }
        let thir = self.thir;
        for (param, local) in thir.params.iter().zip(params) {
            self.bind_param(local, param.pat)?;
        }
        let ret = Place::local(self.body.ret);
        self.push_scope(true);
        if matches!(
            self.body.instance,
            Instance::Const(..) | Instance::Static(_)
        ) {
            self.extend_initializer(thir.root, scope::FOREVER);
        }
        self.lower_into(&ret, thir.root)?;
        self.pop_scope();
        self.pop_scope();
        self.emit(StmtKind::Return);
        Ok(())
    }

    /// Parameters are dropped after everything else, the last one first; the
    /// bindings of a pattern before what is left of its parameter.
    fn bind_param(&mut self, local: Local, pat: PatId) -> R<()> {
        self.schedule(local, 0);
        if let PatKind::Binding {
            local: var,
            mode: thir::BindingMode::Value,
            sub: None,
        } = self.thir.pats[pat].kind
        {
            self.body.locals[local].name = Some(self.thir.locals[var].name);
            self.vars.insert(var, Place::local(local));
            return Ok(());
        }
        self.declare_bindings(pat)?;
        self.bind_irrefutable(Place::local(local), pat)?;
        self.schedule_bindings(pat, 0);
        Ok(())
    }

    fn emit(&mut self, kind: StmtKind) {
        self.out.push(kind.at(self.src));
    }

    fn assign(&mut self, dest: impl Into<Place>, rvalue: Rvalue) {
        self.emit(StmtKind::Assign(dest.into(), rvalue));
    }

    fn call(&mut self, dest: &Place, callee: Callee, args: Vec<Operand>) {
        self.emit(StmtKind::Call {
            dest: dest.clone(),
            callee,
            args,
        });
    }

    /// What `f` writes, as a block of its own.
    fn nested<T>(&mut self, f: impl FnOnce(&mut Self) -> R<T>) -> R<(Vec<crate::pir::Stmt>, T)> {
        let outer = std::mem::take(&mut self.out);
        let result = f(self)?;
        Ok((std::mem::replace(&mut self.out, outer), result))
    }

    /// A new local that holds `rvalue`.
    fn fresh(&mut self, ty: Ty, rvalue: Rvalue) -> Local {
        let local = self.body.new_local(ty);
        self.assign(local, rvalue);
        local
    }

    /// A place for a result of this type that nobody reads by name.
    fn result_place(&mut self, ty: Ty) -> Place {
        let shared = if ty.is_unit() {
            &mut self.unit
        } else if ty.is_never() {
            &mut self.never
        } else {
            return Place::local(self.body.new_local(ty));
        };
        Place::local(*shared.get_or_insert_with(|| self.body.new_local(ty)))
    }

    fn ty(&self, expr: ExprId) -> Ty {
        self.expr_tys[expr]
    }

    fn place_ty(&self, place: &Place) -> Ty {
        self.tcx.place_ty(&self.body, place).ty
    }

    fn operand_ty(&self, operand: &Operand) -> Ty {
        self.tcx.operand_ty(&self.body, operand)
    }

    fn span(&self, expr: ExprId) -> Span {
        self.map.exprs[expr]
    }

    /// Statements written from now on come from `expr`; gives the source before.
    fn enter(&mut self, expr: ExprId) -> Src {
        let span = self.span(expr);
        let sources = &mut self.body.sources;
        let src = *self.srcs.entry(span).or_insert_with(|| sources.push(span));
        std::mem::replace(&mut self.src, src)
    }

    /// `args` of this body's item at this instance's arguments.
    fn args_at(&self, args: &[Arg]) -> Args {
        args.iter()
            .map(|arg| match arg {
                Arg::Ty(ty) => Arg::Ty(self.tcx.instantiate(*ty, &self.args)),
                Arg::Const(c) => Arg::Const(self.const_at(c)),
            })
            .collect()
    }

    fn const_at(&self, c: &Const) -> Const {
        match subst_const(c, &self.args) {
            Const::Value(bits) => Const::Value(bits),
            c => self.tcx.db.normalize_const(&c),
        }
    }

    fn before_2024(&self) -> bool {
        self.thir.edition < Edition::E2024
    }

    fn unsupported(&self, expr: ExprId, what: &str) -> ErrorReported {
        let message = format!("{what} not supported");
        self.tcx.error("WRC2001", self.span(expr), message)
    }

    fn internal(&self, span: Span, what: &str) -> ErrorReported {
        let message = format!("internal error: {what} (in `{}`)", self.body.name);
        self.tcx.error("WRC9001", span, message)
    }
}

/// Does the type contain the error type?
fn has_error(ty: Ty) -> bool {
    let any = |args: &[Arg]| {
        args.iter().any(|arg| match arg {
            Arg::Ty(ty) => has_error(*ty),
            Arg::Const(c) => matches!(c, Const::Error),
        })
    };
    match ty.kind() {
        TyKind::Error => true,
        TyKind::Adt(_, args)
        | TyKind::FnDef(_, args)
        | TyKind::Closure(_, args)
        | TyKind::Coroutine(_, args)
        | TyKind::Assoc(_, args)
        | TyKind::Opaque(_, args) => any(args),
        TyKind::Tuple(elems) => elems.iter().any(|ty| has_error(*ty)),
        TyKind::Array(elem, len) => has_error(*elem) || matches!(len, Const::Error),
        TyKind::Slice(to) | TyKind::Ref(_, to) | TyKind::RawPtr(_, to) => has_error(*to),
        TyKind::FnPtr(sig) => sig.params.iter().any(|ty| has_error(*ty)) || has_error(sig.ret),
        TyKind::Dyn(dyn_ty) => {
            dyn_ty.principal.as_ref().is_some_and(|(_, args)| any(args))
                || dyn_ty.assoc.iter().any(|(_, ty)| has_error(*ty))
        }
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Str
        | TyKind::Never
        | TyKind::Param(..) => false,
    }
}
