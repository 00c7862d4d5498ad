//! HIR and inference results as THIR bodies.
//!
//! ```text
//! x.len()      x: Box<Vec<u8>>
//! ==> call Vec::<u8>::len(borrow(deref(deref(local x)))))   Box: built in
//! ```
//!
//! rust-analyzer's HIR has `for`, `while`, `?`, macros and `async fn` taken
//! apart already. Adjustments become nodes, operators on other than scalars
//! become calls, captured variables become [`ExprKind::Upvar`]s.
//!
//! What has no type or no meaning when all is done, and was not reported by
//! rust-analyzer, is reported here: nothing wrong gets past this crate.

mod call;
mod capture;
mod coroutine;
mod expr;
mod format;
mod literal;
mod op;
mod pat;
mod stmt;
mod stringify;

pub(crate) use capture::{Capture, ProjKind};

use crate::{BridgeError, Cx, ids, kept, spans::NodeSpans, tables::LoweredBody};
use capture::Pending;
use hir_def::{
    DefWithBodyId, ExpressionStoreOwnerId, HasModule,
    expr_store::{Body as HirBody, ExpressionStore},
    hir,
    resolver::{HasResolver, Resolver},
    signatures::{FnFlags, FunctionSignature},
};
use hir_ty::{InferBodyId, InferenceResult, next_solver::Ty as RaTy};
use rustc_hash::FxHashMap;
use std::sync::{Arc, atomic::Ordering};
use wrc_base::{EntityRef, PrimaryMap, Span, Symbol};
use wrc_thir::{
    Arg, Body, BodyOwner, Callable, Callee, ClosureDef, Const, Edition, Expr, ExprId, ExprKind,
    FnDef, LabelId, LocalDecl, LocalId, Param, Pat, PatId, PatKind, SourceMap, Ty, TyKind, map_ty,
};

impl<'db> Cx<'db> {
    /// The body, lowered once.
    pub fn lowered(&self, owner: BodyOwner) -> Arc<LoweredBody> {
        if let Some(known) = self.tables.bodies.get(&owner) {
            return known;
        }
        let kept = self.tables.kept.as_ref();
        let lowered = match kept.and_then(|kept| kept.body(*self, owner)) {
            Some(lowered) => lowered,
            None if kept::is_left_out(*self, owner) => {
                self.tables.lacks_body.store(true, Ordering::Relaxed);
                LoweredBody::default()
            }
            None => {
                let lowered = lower(*self, owner);
                if let Some(kept) = kept {
                    kept.note(*self, owner, &lowered);
                }
                lowered
            }
        };
        self.tables.bodies.insert(owner, Arc::new(lowered))
    }
}

/// A constant in a type inside of a body, by itself. `None` when it has errors.
pub(crate) fn lower_const(
    cx: Cx<'_>,
    owner: DefWithBodyId,
    root: hir::ExprId,
) -> Option<(Body, SourceMap)> {
    let source = Source {
        owner: owner.into(),
        store_owner: owner.into(),
        root,
        closure: None,
    };
    let mut body_cx = BodyCx::new(cx, source, Vec::new());
    body_cx.binding_owners = vec![Some(root)];
    let root = body_cx.expr(root);
    let is_known = body_cx.errors.is_empty() && body_cx.untyped.is_empty();
    let body = body_cx.body_of(crate::db::body_owner(owner)?, Vec::new(), root);
    is_known.then_some((body, body_cx.map))
}

/// Where a body stands in rust-analyzer's terms.
struct Source<'db> {
    owner: InferBodyId<'db>,
    store_owner: ExpressionStoreOwnerId,
    root: hir::ExprId,
    /// The closure expression when the body is a closure's.
    closure: Option<hir::ExprId>,
}

struct BodyCx<'db> {
    cx: Cx<'db>,
    store: &'db ExpressionStore,
    infer: &'db InferenceResult<'db>,
    spans: NodeSpans<'db>,
    resolver: Resolver<'db>,
    source: Source<'db>,
    /// The expression whose scope names are looked up in.
    scope: hir::ExprId,

    exprs: PrimaryMap<ExprId, Expr>,
    pats: PrimaryMap<PatId, Pat>,
    locals: PrimaryMap<LocalId, LocalDecl>,
    map: SourceMap,
    bindings: FxHashMap<hir::BindingId, LocalId>,
    /// Whose bindings are locals here: the closure's (`None`: the item's) and
    /// those of inline constants.
    binding_owners: Vec<Option<hir::ExprId>>,
    labels: u32,
    named_labels: FxHashMap<hir::LabelId, LabelId>,
    /// Innermost last.
    loops: Vec<LabelId>,
    /// Pairs that a destructuring assignment assigns after matching.
    assignments: Vec<(LocalId, hir::ExprId)>,

    /// Is it a body of our own library?
    is_library: bool,
    captures: Vec<Capture>,
    pending: FxHashMap<ExprId, Pending>,
    closures: Vec<ClosureDef>,
    errors: Vec<BridgeError>,
    /// Nodes without a type; the first is the innermost.
    untyped: Vec<(Span, String)>,
}

fn lower(cx: Cx<'_>, owner: BodyOwner) -> LoweredBody {
    let Some(source) = source_of(cx, owner) else {
        return LoweredBody::default();
    };
    let mut captures = capture::captures_of(cx, &source);
    loop {
        let mut body_cx = BodyCx::new(cx, source_of(cx, owner).expect("it was there"), captures);
        let body = body_cx.lower_body(owner);
        if let Some(wider) = body_cx.widened_captures() {
            captures = wider;
            continue;
        }
        return body_cx.finish(body);
    }
}

fn source_of<'db>(cx: Cx<'db>, owner: BodyOwner) -> Option<Source<'db>> {
    let def = match owner {
        BodyOwner::Fn(def) => DefWithBodyId::FunctionId(ids::function_id(def)),
        BodyOwner::Static(def) => DefWithBodyId::StaticId(ids::static_id(def)),
        BodyOwner::Const(def) => match ids::any_const(def) {
            ids::AnyConst::Item(it) => DefWithBodyId::ConstId(it),
            ids::AnyConst::Discriminant(it) => DefWithBodyId::VariantId(it),
            ids::AnyConst::Anon(it) => {
                let loc = it.loc(cx.db);
                return Some(Source {
                    owner: InferBodyId::AnonConstId(it),
                    store_owner: loc.owner,
                    root: loc.expr,
                    closure: None,
                });
            }
        },
        BodyOwner::Closure(def) => {
            let loc = cx.closure_loc(def);
            let store_owner = loc.owner.expression_store_owner(cx.db);
            let store = ExpressionStore::of(cx.db, store_owner);
            let hir::Expr::Closure { body, .. } = &store[loc.expr] else {
                return None;
            };
            return Some(Source {
                owner: loc.owner,
                store_owner,
                root: *body,
                closure: Some(loc.expr),
            });
        }
    };
    let body = HirBody::of(cx.db, def);
    let root = body.root_expr();
    // Required methods of traits, foreign functions.
    let is_declared = match def {
        DefWithBodyId::FunctionId(it) => {
            let flags = FunctionSignature::of(cx.db, it).flags;
            flags.contains(FnFlags::HAS_BODY)
        }
        _ => !matches!(body[root], hir::Expr::Missing),
    };
    is_declared.then(|| Source {
        owner: def.into(),
        store_owner: def.into(),
        root,
        closure: None,
    })
}

impl<'db> BodyCx<'db> {
    fn new(cx: Cx<'db>, source: Source<'db>, captures: Vec<Capture>) -> BodyCx<'db> {
        let (store, map) = ExpressionStore::with_source_map(cx.db, source.store_owner);
        let whole = cx.owner_span(source.owner);
        BodyCx {
            cx,
            store,
            infer: InferenceResult::of(cx.db, source.owner),
            spans: NodeSpans::new(cx, store, map, whole),
            resolver: source.owner.resolver(cx.db),
            scope: source.root,
            exprs: PrimaryMap::new(),
            pats: PrimaryMap::new(),
            locals: PrimaryMap::new(),
            map: SourceMap::default(),
            bindings: FxHashMap::default(),
            binding_owners: vec![match source.owner {
                InferBodyId::AnonConstId(_) => Some(source.closure.unwrap_or(source.root)),
                InferBodyId::DefWithBodyId(_) => source.closure,
            }],
            labels: 0,
            named_labels: FxHashMap::default(),
            loops: Vec::new(),
            assignments: Vec::new(),
            is_library: crate::items::is_library_crate(cx, source.owner.krate(cx.db)),
            captures,
            pending: FxHashMap::default(),
            closures: Vec::new(),
            errors: Vec::new(),
            untyped: Vec::new(),
            source,
        }
    }

    fn lower_body(&mut self, owner: BodyOwner) -> Body {
        let params = self.params();
        let root = self.expr(self.source.root);
        self.body_of(owner, params, root)
    }

    fn body_of(&mut self, owner: BodyOwner, params: Vec<Param>, root: ExprId) -> Body {
        let krate = self.source.owner.krate(self.cx.db);
        Body {
            owner,
            params,
            ret: self.result_ty(),
            root,
            labels: self.labels,
            exprs: std::mem::take(&mut self.exprs),
            pats: std::mem::take(&mut self.pats),
            locals: std::mem::take(&mut self.locals),
            edition: match krate.data(self.cx.db).edition {
                span::Edition::Edition2015 => Edition::E2015,
                span::Edition::Edition2018 => Edition::E2018,
                span::Edition::Edition2021 => Edition::E2021,
                span::Edition::Edition2024 => Edition::E2024,
            },
        }
    }

    fn params(&mut self) -> Vec<Param> {
        if let Some(closure) = self.source.closure {
            let hir::Expr::Closure { args, .. } = &self.store[closure] else {
                return Vec::new();
            };
            let tys = self.closure_param_tys(closure, args);
            return self.pattern_params(args.iter().copied(), tys);
        }
        let InferBodyId::DefWithBodyId(DefWithBodyId::FunctionId(id)) = self.source.owner else {
            return Vec::new();
        };
        let body = HirBody::of(self.cx.db, id.into());
        let sig = self
            .cx
            .db
            .callable_item_signature(id.into())
            .instantiate_identity()
            .skip_norm_wip()
            .skip_binder();
        let mut tys = self.cx.tys(sig.inputs()).into_vec();
        let mut params = Vec::new();
        if let Some(binding) = body.self_param
            && !tys.is_empty()
        {
            let ty = tys.remove(0);
            let local = self.local(binding.formal);
            let span = self.spans.whole();
            let mode = wrc_thir::BindingMode::Value;
            let kind = PatKind::Binding {
                local,
                mode,
                sub: None,
            };
            let pat = self.push_pat(kind, ty, span);
            params.push(Param { ty, pat });
        }
        params.extend(self.pattern_params(body.params.iter().map(|it| it.formal), tys));
        params
    }

    fn pattern_params(
        &mut self,
        pats: impl Iterator<Item = hir::PatId>,
        tys: Vec<Ty>,
    ) -> Vec<Param> {
        pats.zip(tys)
            .map(|(pat, ty)| Param {
                ty,
                pat: self.pat(pat),
            })
            .collect()
    }

    fn closure_param_tys(&self, closure: hir::ExprId, args: &[hir::PatId]) -> Vec<Ty> {
        match self.infer.closures_data.get(&closure) {
            Some(data) => self.cx.tys(data.liberated_sig.get().inputs()).into_vec(),
            None => args.iter().map(|pat| self.pat_ty(*pat)).collect(),
        }
    }

    fn result_ty(&self) -> Ty {
        use InferBodyId::DefWithBodyId as Def;
        let db = self.cx.db;
        if let Some(closure) = self.source.closure {
            return match self.infer.closures_data.get(&closure) {
                Some(data) => self.cx.ty(data.liberated_sig.get().output()),
                None => self.adjusted_ty(self.source.root),
            };
        }
        let ty: RaTy<'db> = match self.source.owner {
            Def(DefWithBodyId::FunctionId(id)) => db
                .callable_item_signature(id.into())
                .instantiate_identity()
                .skip_norm_wip()
                .skip_binder()
                .output(),
            Def(DefWithBodyId::ConstId(id)) => {
                db.type_for_const(id).instantiate_identity().skip_norm_wip()
            }
            Def(DefWithBodyId::StaticId(id)) => db
                .type_for_static(id)
                .instantiate_identity()
                .skip_norm_wip(),
            Def(DefWithBodyId::VariantId(_)) | InferBodyId::AnonConstId(_) => {
                return self.adjusted_ty(self.source.root);
            }
        };
        self.cx.ty(ty)
    }

    fn finish(mut self, body: Body) -> LoweredBody {
        let reported = crate::check::has_errors(self.infer);
        if !reported && self.errors.is_empty() {
            for (span, message) in std::mem::take(&mut self.untyped).into_iter().take(1) {
                self.error(crate::check::BACKSTOP, span, message);
            }
        }
        let failed = reported || !self.errors.is_empty();
        let mut errors = std::mem::take(&mut self.errors);
        crate::error::sort(&mut errors);
        LoweredBody {
            body: (!failed).then(|| Arc::new(body)),
            map: Arc::new(self.map),
            errors,
            closures: self.closures,
            captures: self.captures,
        }
    }

    fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.errors.push(BridgeError::new(code, span, message));
    }

    /// A node for a form that is not compiled; reported at once.
    fn unsupported(&mut self, reason: &str, ty: Ty, span: Span) -> ExprId {
        let code = match reason {
            "inline assembly" => "WRC1004",
            _ => "WRC1003",
        };
        self.error(code, span, format!("{reason} is not supported"));
        self.push(ExprKind::Unsupported(Symbol::new(reason)), ty, span)
    }

    fn push(&mut self, kind: ExprKind, ty: Ty, span: Span) -> ExprId {
        if has_error(ty) {
            self.unknown_type(ty, span, "expression");
        } else if item_args(&kind).iter().any(arg_has_error) {
            let message = "a generic argument here is not known, or cannot be evaluated";
            self.untyped.push((span, message.to_owned()));
        }
        if let Some(def) = named_fn(&kind, ty)
            && !self.is_library
            && let Some(reason) = self.cx.refusal(def)
        {
            self.error("WRC1006", span, reason.as_str());
        }
        let id = self.exprs.push(Expr { ty, kind });
        self.map.exprs[id] = span;
        id
    }

    fn push_pat(&mut self, kind: PatKind, ty: Ty, span: Span) -> PatId {
        if has_error(ty) {
            self.unknown_type(ty, span, "pattern");
        }
        let id = self.pats.push(Pat { ty, kind });
        self.map.pats[id] = span;
        id
    }

    fn unknown_type(&mut self, ty: Ty, span: Span, what: &str) {
        let message = match only_constants_unknown(ty) {
            true => format!("a constant in the type of this {what} cannot be evaluated"),
            false => format!("the type of this {what} is not known"),
        };
        self.untyped.push((span, message));
    }

    /// The local of a binding that belongs to this body.
    fn local(&mut self, binding: hir::BindingId) -> LocalId {
        if let Some(local) = self.bindings.get(&binding) {
            return *local;
        }
        let data = &self.store[binding];
        let ty = self.cx.ty(self.infer.binding_ty(binding));
        let local = self.locals.push(LocalDecl {
            name: local_name(data.name.as_str()),
            ty,
            mutable: data.mode == hir::BindingAnnotation::Mutable,
        });
        self.bindings.insert(binding, local);
        local
    }

    fn fresh_local(&mut self, name: &str, ty: Ty) -> LocalId {
        self.locals.push(LocalDecl {
            name: Symbol::new(name),
            ty,
            mutable: false,
        })
    }

    fn fresh_label(&mut self) -> LabelId {
        let label = LabelId::new(self.labels as usize);
        self.labels += 1;
        label
    }

    fn is_own(&self, binding: hir::BindingId) -> bool {
        let owner = self.store.binding_owner(binding);
        self.binding_owners.contains(&owner)
    }

    fn expr_ty(&self, expr: hir::ExprId) -> Ty {
        self.cx.ty(self.infer.expr_ty(expr))
    }

    fn adjusted_ty(&self, expr: hir::ExprId) -> Ty {
        match self.infer.type_of_expr_with_adjust(expr) {
            Some(ty) => self.cx.ty(ty),
            None => Ty::error(),
        }
    }

    fn pat_ty(&self, pat: hir::PatId) -> Ty {
        self.cx.ty(self.infer.pat_ty(pat))
    }
}

impl<'db> Cx<'db> {
    /// The span of the item whose body this is.
    pub fn owner_span(&self, owner: InferBodyId<'db>) -> Span {
        match owner {
            InferBodyId::DefWithBodyId(it) => crate::check::body_span(*self, it),
            InferBodyId::AnonConstId(it) => match it.loc(self.db).owner {
                ExpressionStoreOwnerId::Signature(def) => self.item_span(def),
                ExpressionStoreOwnerId::Body(def) => crate::check::body_span(*self, def),
                ExpressionStoreOwnerId::VariantFields(it) => crate::check::variant_span(*self, it),
            },
        }
    }
}

/// The generic arguments of the item that an expression names.
fn item_args(kind: &ExprKind) -> &[Arg] {
    match kind {
        ExprKind::Const(_, args)
        | ExprKind::Call {
            callee: Callee::Fn(_, args) | Callee::Ctor(_, _, args),
            ..
        } => args,
        _ => &[],
    }
}

/// The function that is called or becomes a value.
fn named_fn(kind: &ExprKind, ty: Ty) -> Option<FnDef> {
    match (kind, ty.kind()) {
        (
            ExprKind::Call {
                callee: Callee::Fn(def, _),
                ..
            },
            _,
        )
        | (ExprKind::FnItem, TyKind::FnDef(Callable::Fn(def), _)) => Some(*def),
        _ => None,
    }
}

fn arg_has_error(arg: &Arg) -> bool {
    match arg {
        Arg::Ty(ty) => has_error(*ty),
        Arg::Const(c) => matches!(c, Const::Error),
    }
}

/// Is everything known but the values of constants?
fn only_constants_unknown(ty: Ty) -> bool {
    let mut unknown = false;
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            unknown |= matches!(ty.kind(), TyKind::Error);
        }
        None
    });
    !unknown
}

/// rust-analyzer numbers the variables it invents.
fn local_name(name: &str) -> Symbol {
    match name.starts_with('<') {
        true => Symbol::new("tmp"),
        false => Symbol::new(name),
    }
}

/// Is some part of the type unknown?
pub(crate) fn has_error(ty: Ty) -> bool {
    let mut found = false;
    map_ty(ty, &mut |leaf| {
        found |= match leaf {
            Arg::Ty(ty) => matches!(ty.kind(), TyKind::Error),
            Arg::Const(c) => matches!(c, Const::Error),
        };
        found.then(|| leaf.clone())
    });
    found
}
