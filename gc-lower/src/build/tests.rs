//! Bodies written by hand, and the PIR they become.

use super::build;
use crate::pir::{Instance, LowerOptions, Tcx, display, verify};
use std::sync::Arc;
use wrc_base::{PrimaryMap, Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::*;

const D: AdtDef = AdtDef(0);
const OPT: AdtDef = AdtDef(1);
const MAKE: FnDef = FnDef(0);
const TAKE: FnDef = FnDef(1);
const COND: FnDef = FnDef(2);
const FIND: FnDef = FnDef(3);
const PEEK: FnDef = FnDef(4);
const SUBJECT: FnDef = FnDef(9);

fn d() -> Ty {
    Ty::adt(D, [])
}
fn opt() -> Ty {
    Ty::adt(OPT, [Arg::Ty(d())])
}

/// One body over `struct D` (with a `Drop` impl) and `enum Opt { None, Some(D) }`.
struct Test {
    body: Body,
}

impl Test {
    fn new(edition: Edition) -> Test {
        Test {
            body: Body {
                owner: BodyOwner::Fn(SUBJECT),
                params: Vec::new(),
                ret: Ty::unit(),
                exprs: PrimaryMap::new(),
                pats: PrimaryMap::new(),
                locals: PrimaryMap::new(),
                labels: 4,
                root: ExprId::from_u32(0),
                edition,
            },
        }
    }
    fn expr(&mut self, ty: Ty, kind: ExprKind) -> ExprId {
        self.body.exprs.push(Expr { ty, kind })
    }
    fn call(&mut self, def: FnDef, args: Vec<ExprId>) -> ExprId {
        let ty = signature(def).1;
        let callee = Callee::Fn(def, Args::default());
        self.expr(ty, ExprKind::Call { callee, args })
    }
    fn local(&mut self, name: &str, ty: Ty) -> LocalId {
        let name = Symbol::new(name);
        self.body.locals.push(LocalDecl {
            name,
            ty,
            mutable: true,
        })
    }
    fn read(&mut self, local: LocalId) -> ExprId {
        let ty = self.body.locals[local].ty;
        self.expr(ty, ExprKind::Local(local))
    }
    fn bind(&mut self, local: LocalId) -> PatId {
        let ty = self.body.locals[local].ty;
        let mode = BindingMode::Value;
        let sub = None;
        let kind = PatKind::Binding { local, mode, sub };
        self.body.pats.push(Pat { ty, kind })
    }
    fn some(&mut self, inner: PatId) -> PatId {
        let kind = PatKind::Variant {
            def: OPT,
            variant: VariantIdx(1),
            fields: vec![(FieldIdx(0), inner)],
        };
        self.body.pats.push(Pat { ty: opt(), kind })
    }
    fn wild(&mut self, ty: Ty) -> PatId {
        let kind = PatKind::Wild;
        self.body.pats.push(Pat { ty, kind })
    }
    fn block(&mut self, stmts: Vec<Stmt>, tail: Option<ExprId>) -> ExprId {
        let ty = tail.map_or(Ty::unit(), |tail| self.body.exprs[tail].ty);
        let label = None;
        let block = Block { label, stmts, tail };
        self.expr(ty, ExprKind::Block(block))
    }
    /// `let name = init;`
    fn let_stmt(&mut self, local: LocalId, init: ExprId) -> Stmt {
        let pat = self.bind(local);
        let init = Some(init);
        Stmt::Let {
            pat,
            init,
            els: None,
        }
    }
    fn if_expr(&mut self, cond: ExprId, then: ExprId, els: Option<ExprId>) -> ExprId {
        self.expr(Ty::unit(), ExprKind::If { cond, then, els })
    }
    fn check(mut self, root: ExprId, expected: &str) {
        self.body.root = root;
        self.body.ret = self.body.exprs[root].ty;
        let db = Fake(Arc::new(self.body));
        let options = LowerOptions {
            overflow_checks: true,
            optimize: false,
            force_fat: false,
            unwind: false,
            force_object: false,
            no_inline: false,
            verify: true,
            entries: wrc_thir::Entries::Program,
        };
        let tcx = Tcx::new(&db, options);
        let body = build(&tcx, &Instance::Fn(SUBJECT, Args::default())).expect("it builds");
        assert_eq!(verify::verify(&tcx, &body), Vec::<String>::new());
        let text = display::body(&tcx, &body);
        // The statements only.
        let code: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| !line.starts_with("let "))
            .collect();
        let lines = expected.lines().filter(|line| !line.trim().is_empty());
        let indent = lines
            .clone()
            .next()
            .map_or(0, |l| l.len() - l.trim_start().len());
        let expected: Vec<&str> = lines.map(|l| l.get(indent..).unwrap_or("")).collect();
        let expected: Vec<&str> = expected.into_iter().filter(|l| !l.is_empty()).collect();
        assert_eq!(code.join("\n"), expected.join("\n"), "\n{text}");
    }
}

#[test]
fn conditional_move_needs_a_flag() {
    let mut t = Test::new(Edition::E2024);
    let x = t.local("x", d());
    let make = t.call(MAKE, vec![]);
    let init = t.let_stmt(x, make);
    let cond = t.call(COND, vec![]);
    let arg = t.read(x);
    let take = t.call(TAKE, vec![arg]);
    let branch = t.if_expr(cond, take, None);
    let root = t.block(vec![init, Stmt::Expr(branch)], None);
    t.check(
        root,
        "
        l4 = false
        l1 = call make()
        l4 = true
        l3 = call cond()
        if move l3 {
            l2 = call take(move l1)
            l4 = false
        }
        if copy l4 {
            drop l1
        }
        l4 = false
        return
        ",
    );
}

#[test]
fn a_match_that_moves_the_payload_leaves_nothing_to_drop() {
    let mut t = Test::new(Edition::E2024);
    let x = t.local("x", d());
    let scrutinee = t.call(FIND, vec![]);
    let bound = t.bind(x);
    let pat = t.some(bound);
    let arg = t.read(x);
    let body = t.call(TAKE, vec![arg]);
    let otherwise = t.wild(opt());
    let empty = t.block(vec![], None);
    let arms = vec![
        Arm {
            pat,
            guard: None,
            body,
        },
        Arm {
            pat: otherwise,
            guard: None,
            body: empty,
        },
    ];
    let root = t.expr(Ty::unit(), ExprKind::Match { scrutinee, arms });
    let root = t.block(vec![Stmt::Expr(root)], None);
    t.check(
        root,
        "
        l2 = call find()
        switch variant l2 {
            Some: {
                l3 = move (l2 as Some).f0
                l1 = call take(move l3)
            }
            default: {
            }
        }
        return
        ",
    );
}

#[test]
fn a_guard_sees_the_place_and_the_arm_moves() {
    let mut t = Test::new(Edition::E2024);
    let x = t.local("x", d());
    let scrutinee = t.call(FIND, vec![]);
    let bound = t.bind(x);
    let pat = t.some(bound);
    let seen = t.read(x);
    let seen = t.expr(
        d().reference(Mutability::Not),
        ExprKind::Borrow(BorrowKind::Shared, seen),
    );
    let guard = Some(t.call(PEEK, vec![seen]));
    let arg = t.read(x);
    let body = t.call(TAKE, vec![arg]);
    let otherwise = t.wild(opt());
    let empty = t.block(vec![], None);
    let arms = vec![
        Arm { pat, guard, body },
        Arm {
            pat: otherwise,
            guard: None,
            body: empty,
        },
    ];
    let root = t.expr(Ty::unit(), ExprKind::Match { scrutinee, arms });
    let root = t.block(vec![Stmt::Expr(root)], None);
    t.check(
        root,
        "
        l5 = false
        l2 = call find()
        l5 = true
        switch variant l2 {
            Some: {
                block label5 {
                    l4 = call peek(&(l2 as Some).f0)
                    if move l4 {
                    } else {
                        break label5
                    }
                    l3 = move (l2 as Some).f0
                    l5 = false
                    l1 = call take(move l3)
                }
            }
            default: {
            }
        }
        switch variant l2 {
            Some: {
                if copy l5 {
                    drop (l2 as Some).f0
                }
            }
            default: {
            }
        }
        l5 = false
        return
        ",
    );
}

#[test]
fn tail_temporaries_by_edition() {
    for (edition, expected) in [
        (
            Edition::E2021,
            "
            l1 = call make()
            l2 = call make()
            l0 = call peek(&l2)
            drop l1
            drop l2
            return
            ",
        ),
        (
            Edition::E2024,
            "
            l1 = call make()
            l2 = call make()
            l0 = call peek(&l2)
            drop l2
            drop l1
            return
            ",
        ),
    ] {
        let mut t = Test::new(edition);
        let x = t.local("x", d());
        let make = t.call(MAKE, vec![]);
        let init = t.let_stmt(x, make);
        let temp = t.call(MAKE, vec![]);
        let temp = t.expr(
            d().reference(Mutability::Not),
            ExprKind::Borrow(BorrowKind::Shared, temp),
        );
        let tail = t.call(PEEK, vec![temp]);
        let root = t.block(vec![init], Some(tail));
        t.check(root, expected);
    }
}

fn signature(def: FnDef) -> (Vec<Ty>, Ty) {
    match def {
        MAKE => (vec![], d()),
        TAKE => (vec![d()], Ty::unit()),
        COND => (vec![], Ty::bool()),
        FIND => (vec![], opt()),
        PEEK => (vec![d().reference(Mutability::Not)], Ty::bool()),
        _ => (vec![], Ty::unit()),
    }
}

/// Just enough of a front end.
struct Fake(Arc<Body>);

impl Db for Fake {
    fn adt(&self, def: AdtDef) -> Arc<AdtData> {
        let variant = |name: &str, fields: Vec<Ty>| VariantData {
            name: Symbol::new(name),
            discr: 0,
            fields: fields
                .into_iter()
                .map(|ty| FieldData {
                    name: Symbol::new("0"),
                    ty,
                })
                .collect(),
        };
        let (name, kind, variants) = match def {
            D => ("D", AdtKind::Struct, vec![variant("D", vec![])]),
            _ => {
                let param = Ty::new(TyKind::Param(0, Symbol::new("T")));
                let variants = vec![variant("None", vec![]), variant("Some", vec![param])];
                ("Opt", AdtKind::Enum, variants)
            }
        };
        Arc::new(AdtData {
            name: Symbol::new(name),
            path: Symbol::new(name),
            kind,
            variants,
            default_variant: None,
            lang: None,
            repr: ReprHint::None,
            drop_elements: false,
            layout: LayoutHint::default(),
            discr_ty: Ty::int(IntTy::Isize),
            generics: 0,
            span: Span::default(),
        })
    }
    fn func(&self, def: FnDef) -> Arc<FnData> {
        let names = ["make", "take", "cond", "find", "peek"];
        let name = Symbol::new(names.get(def.0 as usize).copied().unwrap_or("subject"));
        let (params, ret) = signature(def);
        Arc::new(FnData {
            name,
            path: name,
            params,
            ret,
            generics: 0,
            container: FnContainer::Free,
            inout: 0,
            inline: InlineHint::None,
            is_unsafe: false,
            is_async: false,
            track_caller: false,
            is_intrinsic: false,
            import: None,
            export: None,
            has_body: true,
            lang: None,
            span: Span::default(),
        })
    }
    fn closure(&self, _: ClosureDef) -> Arc<ClosureData> {
        unimplemented!()
    }
    fn static_data(&self, _: StaticDef) -> Arc<StaticData> {
        unimplemented!()
    }
    fn body(&self, _: BodyOwner) -> Result<Arc<Body>, ErrorReported> {
        Ok(self.0.clone())
    }
    fn source_map(&self, _: BodyOwner) -> Arc<SourceMap> {
        Arc::default()
    }
    fn normalize(&self, ty: Ty) -> Ty {
        ty
    }
    fn normalize_const(&self, c: &Const) -> Const {
        c.clone()
    }
    fn resolve(&self, def: FnDef, args: &[Arg]) -> Result<Resolved, ErrorReported> {
        Ok(Resolved::Fn(FnInst {
            def,
            args: args.into(),
        }))
    }
    fn resolve_const(&self, def: ConstDef, args: &[Arg]) -> (ConstDef, Args) {
        (def, args.into())
    }
    fn is_copy(&self, _: Ty) -> bool {
        false
    }
    fn drop_impl(&self, def: AdtDef, _: &[Arg]) -> Option<FnInst> {
        (def == D).then(|| FnInst {
            def: FnDef(8),
            args: Args::default(),
        })
    }
    fn implements(&self, _: Ty, _: TraitDef, _: &[Arg]) -> bool {
        false
    }
    fn has_many_forms(&self, _: Ty) -> bool {
        false
    }
    fn lang_fn(&self, _: &str) -> Option<FnDef> {
        None
    }
    fn lang_adt(&self, _: &str) -> Option<AdtDef> {
        None
    }
    fn lang_trait(&self, _: &str) -> Option<TraitDef> {
        None
    }
    fn dyn_methods(&self, _: TraitDef) -> Arc<[FnDef]> {
        Arc::new([])
    }
    fn trait_name(&self, _: TraitDef) -> Symbol {
        Symbol::new("Trait")
    }
    fn is_library(&self, _: wrc_base::FileId) -> bool {
        false
    }

    fn is_std(&self, _: wrc_base::FileId) -> bool {
        false
    }

    fn location(&self, _: Span) -> (Symbol, u32, u32) {
        (Symbol::new("file"), 1, 1)
    }
    fn declaration(&self, _: FnDef) -> wrc_thir::Declaration {
        wrc_thir::Declaration::default()
    }
    fn documentation(&self, _: AdtDef) -> String {
        String::new()
    }
    fn entry_points(&self) -> Vec<FnDef> {
        Vec::new()
    }
    fn type_name(&self, _: Ty) -> String {
        String::new()
    }
}
