//! From the entry points through all instances, as lowering will ask: does
//! every type normalise and every call resolve?

use std::collections::{BTreeMap, HashSet};
use wrc_bridge::BridgeDb;
use wrc_thir::{
    Arg, Args, BodyOwner, Callable, Callee, Const, Db, ExprKind, FnDef, Resolved, Ty, TyKind,
    map_ty, subst, subst_args,
};

pub struct Walk<'a> {
    db: &'a BridgeDb,
    seen: HashSet<(BodyOwner, Args)>,
    todo: Vec<(BodyOwner, Args)>,
    counts: BTreeMap<&'static str, usize>,
    problems: Vec<String>,
}

pub fn walk(db: &BridgeDb) {
    let mut walk = Walk {
        db,
        seen: HashSet::new(),
        todo: Vec::new(),
        counts: BTreeMap::new(),
        problems: Vec::new(),
    };
    for def in db.entry_points() {
        walk.todo.push((BodyOwner::Fn(def), Box::new([])));
    }
    if let Some(start) = db.lang_fn("start") {
        println!("start: {}", db.func(start).path);
    }
    while let Some((owner, args)) = walk.todo.pop() {
        if walk.seen.insert((owner, args.clone())) {
            walk.instance(owner, &args);
        }
    }
    println!("{} instances, {:?}", walk.seen.len(), walk.counts);
    for problem in walk.problems.iter().take(60) {
        println!("PROBLEM {problem}");
    }
    println!("{} problems", walk.problems.len());
}

impl Walk<'_> {
    fn instance(&mut self, owner: BodyOwner, args: &Args) {
        let name = self.db.body_path(owner);
        let Ok(body) = self.db.body(owner) else {
            self.problems.push(format!("no body: {name}"));
            return;
        };
        let mut types = HashSet::new();
        for expr in body.exprs.values() {
            types.insert(expr.ty);
        }
        for ty in types {
            let ty = self.db.normalize(subst(ty, args));
            self.check_type(ty, &name);
            if let TyKind::FnDef(Callable::Fn(def), args) = ty.kind() {
                self.call(*def, args, &name);
            }
        }
        for expr in body.exprs.values() {
            match &expr.kind {
                ExprKind::Call {
                    callee: Callee::Fn(def, generic),
                    ..
                } => self.call(*def, &subst_args(generic, args), &name),
                ExprKind::Call {
                    callee: Callee::Value(..),
                    ..
                } => *self.counts.entry("value calls").or_default() += 1,
                ExprKind::Closure { def, .. } => {
                    self.todo.push((BodyOwner::Closure(*def), args.clone()));
                    for capture in &self.db.closure(*def).captures {
                        let ty = self.db.normalize(subst(*capture, args));
                        self.check_type(ty, &name);
                    }
                }
                ExprKind::Static(def) => self.todo.push((BodyOwner::Static(*def), Box::new([]))),
                ExprKind::Const(def, generic) => {
                    let generic = self.normalize_args(&subst_args(generic, args));
                    let (def, generic) = self.db.resolve_const(*def, &generic);
                    self.todo.push((BodyOwner::Const(def), generic));
                }
                ExprKind::FormatArgs(format) => {
                    for piece in &format.pieces {
                        if let wrc_thir::FormatPiece::Arg { arg, method, .. } = piece {
                            let ty = body.exprs[format.args[*arg as usize]].ty;
                            let ty = Arg::Ty(subst(ty, args));
                            self.call(*method, &[ty], &name);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn normalize_args(&self, args: &[Arg]) -> Args {
        args.iter()
            .map(|arg| match arg {
                Arg::Ty(ty) => Arg::Ty(self.db.normalize(*ty)),
                Arg::Const(c) => Arg::Const(self.db.normalize_const(c)),
            })
            .collect()
    }

    fn call(&mut self, def: FnDef, args: &[Arg], from: &str) {
        let args = self.normalize_args(args);
        let path = self.db.func(def).path;
        let kind = match self.db.resolve(def, &args) {
            Err(_) => {
                let args: Vec<String> = args
                    .iter()
                    .filter_map(|arg| Some(self.db.type_name(arg.as_ty()?)))
                    .collect();
                self.problems
                    .push(format!("{from}: unresolved {path}<{}>", args.join(", ")));
                "unresolved"
            }
            Ok(Resolved::Fn(inst)) => {
                let data = self.db.func(inst.def);
                if data.is_intrinsic {
                    "intrinsic"
                } else if data.import.is_some() {
                    "import"
                } else {
                    if inst.args.len() != data.generics as usize {
                        self.problems.push(format!(
                            "{from}: {} has {} arguments, not {}",
                            data.path,
                            inst.args.len(),
                            data.generics
                        ));
                    }
                    self.todo
                        .push((BodyOwner::Fn(inst.def), self.normalize_args(&inst.args)));
                    "fn"
                }
            }
            Ok(Resolved::Dyn(_)) => "dyn",
            Ok(Resolved::Derive(..)) => "derive",
            Ok(Resolved::CallOnce(..)) => "callable",
            Ok(Resolved::BuiltinClone(_)) => "builtin clone",
            Ok(Resolved::PollCoroutine(..)) => "poll",
        };
        *self.counts.entry(kind).or_default() += 1;
    }

    fn check_type(&mut self, ty: Ty, from: &str) {
        let mut bad = false;
        map_ty(ty, &mut |leaf| {
            bad |= match leaf {
                Arg::Ty(ty) => matches!(
                    ty.kind(),
                    TyKind::Error | TyKind::Param(..) | TyKind::Assoc(..) | TyKind::Opaque(..)
                ),
                Arg::Const(c) => !matches!(c, Const::Value(_)),
            };
            bad.then(|| leaf.clone())
        });
        if bad {
            self.problems
                .push(format!("{from}: type {}", self.db.type_name(ty)));
        }
        self.db.is_copy(ty);
        if let Some((def, args)) = ty.as_adt() {
            self.db.drop_impl(def, args);
            self.db.adt(def);
        }
    }
}
