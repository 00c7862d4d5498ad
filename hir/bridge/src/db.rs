//! `wrc_thir::Db` over rust-analyzer's database.

use crate::{
    BridgeError, Cx, check, ids, items,
    kept::Kept,
    tables::Tables,
    tests::{TestFn, test_fns},
};
use base_db::Crate;
use hir_def::{DefWithBodyId, nameres::crate_def_map};
use hir_expand::name::Name;
use hir_ty::db::HirDatabase;
use std::sync::{Arc, Mutex, atomic::Ordering};
use wrc_base::{FileId, Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    AdtData, AdtDef, Arg, Args, Body, BodyOwner, ClosureData, ClosureDef, Const, ConstDef, Db,
    Declaration, Entries, FnData, FnDef, FnInst, Resolved, SourceMap, StaticData, StaticDef,
    TraitDef, Ty,
};

type Handle = Box<dyn HirDatabase + Send>;

/// Answers lowering's questions about one crate and all it depends on.
///
/// It holds a handle of the database, and one for each thread that asks at
/// the same time. As long as it lives, the database must not be written to.
pub struct BridgeDb {
    krate: Crate,
    entries: Entries,
    /// Handles that no thread uses now.
    handles: Mutex<Vec<Handle>>,
    fork: Box<dyn Fn() -> Handle + Send + Sync>,
    file_path: Box<dyn Fn(FileId) -> String + Send + Sync>,
    tables: Tables,
}

impl BridgeDb {
    /// `file_path` gives the name of a file as panic messages show it.
    pub fn new<D>(
        db: &D,
        krate: Crate,
        file_path: impl Fn(FileId) -> String + Send + Sync + 'static,
    ) -> BridgeDb
    where
        D: HirDatabase + Clone + Send,
    {
        let origin = Mutex::new(db.clone());
        BridgeDb {
            krate,
            entries: Entries::Program,
            handles: Mutex::default(),
            fork: Box::new(move || {
                Box::new(origin.lock().expect("no panic under the lock").clone())
            }),
            file_path: Box::new(file_path),
            tables: Tables::default(),
        }
    }

    /// Where the program begins, when not at `main` and the exports.
    #[must_use]
    pub fn with_entries(mut self, entries: Entries) -> BridgeDb {
        self.entries = entries;
        self
    }

    /// Takes bodies of the library from an earlier compilation with the same
    /// library and the same [`FORMAT`](crate::FORMAT), as [`BridgeDb::keep`]
    /// gave them; of other bytes nothing. Without this call nothing is kept.
    #[must_use]
    pub fn with_kept(mut self, bytes: &[u8]) -> BridgeDb {
        self.tables.kept = Some(Kept::parse(bytes));
        self
    }

    /// The bodies of the library for the next compilation; `None` when none
    /// came new.
    pub fn keep(&self) -> Option<Vec<u8>> {
        let kept = self.tables.kept.as_ref()?;
        self.with(|cx| kept.with_new(cx))
    }

    /// Was a body asked for that is left out of the library's sources, as `_`,
    /// and is not kept? Then nothing that was answered means anything: what is
    /// left out must be put in, and all asked again.
    pub fn lacks_body(&self) -> bool {
        self.tables.lacks_body.load(Ordering::Relaxed)
    }

    /// The crate's functions with `#[test]`, by name.
    pub fn tests(&self) -> Vec<TestFn> {
        self.with(|cx| test_fns(cx, self.krate))
    }

    /// Every error of the crate, without lowering further than to THIR. For
    /// crates of our own library the errors are `WRC9002`.
    pub fn check(&self) -> Vec<BridgeError> {
        self.with(|cx| check::check_crate(cx, self.krate))
    }

    /// [`BridgeDb::check`] of another crate, for work on the library.
    pub fn check_crate(&self, krate: Crate) -> Vec<BridgeError> {
        self.with(|cx| {
            let cx = Cx::new(cx.db, krate, cx.tables);
            check::check_crate(cx, krate)
        })
    }

    /// The errors of a crate's items, without those in bodies: for
    /// dependencies, whose bodies are looked at when they are reached.
    pub fn check_items(&self, krate: Crate) -> Vec<BridgeError> {
        self.with(|cx| {
            let cx = Cx::new(cx.db, krate, cx.tables);
            check::check_items(cx, krate)
        })
    }

    /// What is wrong with the `main` of a program.
    pub fn check_main(&self, krate: Crate) -> Vec<BridgeError> {
        self.with(|cx| check::check_main(Cx::new(cx.db, krate, cx.tables), krate))
    }

    /// Errors found by answering questions since the last call.
    pub fn take_errors(&self) -> Vec<BridgeError> {
        self.tables.sink.take()
    }

    /// The bodies of the crate's functions, constants and statics, with
    /// those of their closures; for dumps.
    pub fn crate_bodies(&self, krate: Crate) -> Vec<BodyOwner> {
        self.with(|cx| {
            let mut owners = Vec::new();
            for def in items::crate_items(cx, krate).bodies {
                if let Some(owner) = body_owner(def) {
                    push_with_closures(cx, owner, &mut owners);
                }
            }
            owners
        })
    }

    /// The path of the item a body belongs to; for dumps.
    pub fn body_path(&self, owner: BodyOwner) -> String {
        self.with(|cx| match owner {
            BodyOwner::Fn(def) => cx.fn_path(ids::function_id(def)),
            BodyOwner::Closure(def) => cx.closure_path(def),
            BodyOwner::Static(def) => cx.static_path(ids::static_id(def)),
            BodyOwner::Const(def) => match ids::any_const(def) {
                ids::AnyConst::Item(it) => cx.const_path(it),
                ids::AnyConst::Anon(it) => cx.body_path(it.into()),
                ids::AnyConst::Discriminant(it) => {
                    cx.body_path(DefWithBodyId::VariantId(it).into())
                }
            },
        })
    }

    /// The crate's functions that are compiled as they stand: without generic
    /// parameters and with a body.
    fn plain_functions(&self) -> Vec<FnDef> {
        let functions = self.with(|cx| {
            let bodies = items::crate_items(cx, self.krate).bodies.into_iter();
            let functions = bodies.filter_map(|def| match def {
                DefWithBodyId::FunctionId(it) => Some(ids::fn_def(it)),
                _ => None,
            });
            functions.collect::<Vec<FnDef>>()
        });
        let is_plain = |def: &FnDef| {
            let data = self.func(*def);
            data.generics == 0 && data.has_body && !data.is_intrinsic && data.import.is_none()
        };
        functions.into_iter().filter(is_plain).collect()
    }

    fn with<R>(&self, f: impl FnOnce(Cx<'_>) -> R) -> R {
        let pooled = self.handles.lock().expect("no panic under the lock").pop();
        let handle = pooled.unwrap_or_else(|| (self.fork)());
        let db: &dyn HirDatabase = handle.as_dyn();
        let result =
            hir_ty::attach_db_allow_change(db, || f(Cx::new(db, self.krate, &self.tables)));
        self.handles
            .lock()
            .expect("no panic under the lock")
            .push(handle);
        result
    }
}

fn push_with_closures(cx: Cx<'_>, owner: BodyOwner, owners: &mut Vec<BodyOwner>) {
    owners.push(owner);
    for closure in &cx.lowered(owner).closures {
        push_with_closures(cx, BodyOwner::Closure(*closure), owners);
    }
}

/// Nobody should ask for the body of a declaration.
fn no_body(cx: Cx<'_>, owner: BodyOwner) -> BridgeError {
    let (span, name) = match owner {
        BodyOwner::Fn(def) => {
            let id = ids::function_id(def);
            (cx.item_span(id.into()), cx.fn_path(id))
        }
        BodyOwner::Closure(_) | BodyOwner::Const(_) | BodyOwner::Static(_) => {
            (Span::default(), "a constant".to_owned())
        }
    };
    BridgeError::new("WRC9001", span, format!("`{name}` has no body"))
}

pub(crate) fn body_owner(def: DefWithBodyId) -> Option<BodyOwner> {
    Some(match def {
        DefWithBodyId::FunctionId(it) => BodyOwner::Fn(ids::fn_def(it)),
        DefWithBodyId::StaticId(it) => BodyOwner::Static(ids::static_def(it)),
        DefWithBodyId::ConstId(it) => BodyOwner::Const(ids::const_def(ids::AnyConst::Item(it))),
        DefWithBodyId::VariantId(_) => return None,
    })
}

impl Db for BridgeDb {
    fn adt(&self, def: AdtDef) -> Arc<AdtData> {
        match self.tables.adts.get(&def) {
            Some(known) => known,
            None => self.with(|cx| {
                let data = Arc::new(cx.adt_data(ids::adt_id(def)));
                self.tables.adts.insert(def, data)
            }),
        }
    }

    fn func(&self, def: FnDef) -> Arc<FnData> {
        match self.tables.fns.get(&def) {
            Some(known) => known,
            None => self.with(|cx| {
                let data = Arc::new(cx.fn_data(ids::function_id(def)));
                self.tables.fns.insert(def, data)
            }),
        }
    }

    fn closure(&self, def: ClosureDef) -> Arc<ClosureData> {
        match self.tables.closures.get(&def) {
            Some(known) => known,
            None => self.with(|cx| cx.closure_data(def)),
        }
    }

    fn static_data(&self, def: StaticDef) -> Arc<StaticData> {
        match self.tables.statics.get(&def) {
            Some(known) => known,
            None => self.with(|cx| {
                let data = Arc::new(cx.static_data(ids::static_id(def)));
                self.tables.statics.insert(def, data)
            }),
        }
    }

    fn body(&self, owner: BodyOwner) -> Result<Arc<Body>, ErrorReported> {
        let lowered = match self.tables.bodies.get(&owner) {
            Some(known) => known,
            None => self.with(|cx| cx.lowered(owner)),
        };
        if let Some(body) = &lowered.body {
            return Ok(body.clone());
        }
        if self.lacks_body() {
            return Err(ErrorReported::by_sink());
        }
        self.with(|cx| {
            let mut errors = check::body_errors(cx, owner);
            if errors.is_empty() {
                errors.push(no_body(cx, owner));
            }
            for error in errors {
                self.tables.sink.push(error);
            }
        });
        Err(ErrorReported::by_sink())
    }

    fn source_map(&self, owner: BodyOwner) -> Arc<SourceMap> {
        match self.tables.bodies.get(&owner) {
            Some(known) => known.map.clone(),
            None => self.with(|cx| cx.lowered(owner).map.clone()),
        }
    }

    fn normalize(&self, ty: Ty) -> Ty {
        match self.tables.normalized.get(&ty) {
            Some(known) => known,
            None => self.with(|cx| cx.normalize(ty)),
        }
    }

    fn normalize_const(&self, c: &Const) -> Const {
        match c {
            Const::Unevaluated(..) => self.with(|cx| cx.normalize_const(c)),
            Const::Value(_) | Const::Param(..) | Const::Error => c.clone(),
        }
    }

    fn resolve(&self, def: FnDef, args: &[Arg]) -> Result<Resolved, ErrorReported> {
        match self.tables.resolved.get(&(def, Args::from(args))) {
            Some(known) => known,
            None => self.with(|cx| cx.resolve(def, args)),
        }
    }

    fn resolve_const(&self, def: ConstDef, args: &[Arg]) -> (ConstDef, Args) {
        self.with(|cx| cx.resolve_const(def, args))
    }

    fn is_copy(&self, ty: Ty) -> bool {
        match self.tables.copies.get(&ty) {
            Some(known) => known,
            None => self.with(|cx| cx.is_copy(ty)),
        }
    }

    fn drop_impl(&self, def: AdtDef, args: &[Arg]) -> Option<FnInst> {
        self.with(|cx| cx.drop_impl(def, args))
    }

    fn implements(&self, ty: Ty, trait_def: TraitDef, rest: &[Arg]) -> bool {
        self.with(|cx| cx.implements(ty, trait_def, rest))
    }

    fn has_many_forms(&self, ty: Ty) -> bool {
        self.with(|cx| cx.has_many_forms(ty))
    }

    fn lang_fn(&self, name: &str) -> Option<FnDef> {
        match self.tables.lang_fns.get(&Symbol::new(name)) {
            Some(known) => known,
            None => self.with(|cx| cx.lang_fn_cached(name)),
        }
    }

    fn lang_adt(&self, name: &str) -> Option<AdtDef> {
        let table = match self.tables.lang_adts.get() {
            Some(table) => table,
            None => self.with(|cx| self.tables.lang_adts.get_or_init(|| cx.lang_adts())),
        };
        table.get(&Symbol::new(name)).copied()
    }

    fn lang_trait(&self, name: &str) -> Option<TraitDef> {
        let table = match self.tables.lang_traits.get() {
            Some(table) => table,
            None => self.with(|cx| self.tables.lang_traits.get_or_init(|| cx.lang_traits())),
        };
        table.get(&Symbol::new(name)).copied()
    }

    fn dyn_methods(&self, def: TraitDef) -> Arc<[FnDef]> {
        self.with(|cx| cx.dyn_methods(def))
    }

    fn trait_name(&self, def: TraitDef) -> Symbol {
        self.with(|cx| {
            let id = ids::trait_id(def);
            Symbol::new(
                hir_def::signatures::TraitSignature::of(cx.db, id)
                    .name
                    .as_str(),
            )
        })
    }

    fn location(&self, span: Span) -> (Symbol, u32, u32) {
        let path = Symbol::new(&(self.file_path)(span.file));
        let (line, column) = self.with(|cx| cx.line_column(span));
        (path, line, column)
    }

    fn is_library(&self, file: FileId) -> bool {
        self.with(|cx| cx.is_library_file(file))
    }

    fn is_std(&self, file: FileId) -> bool {
        self.with(|cx| cx.is_std_file(file))
    }

    fn declaration(&self, def: FnDef) -> Declaration {
        self.with(|cx| cx.declaration(ids::function_id(def)))
    }

    fn documentation(&self, def: AdtDef) -> String {
        self.with(|cx| cx.documentation(ids::adt_id(def)))
    }

    fn entry_points(&self) -> Vec<FnDef> {
        match self.entries {
            Entries::Program => {}
            Entries::Tests => return self.tests().into_iter().map(|test| test.def).collect(),
            Entries::Functions => return self.plain_functions(),
        }
        self.with(|cx| {
            let map = crate_def_map(cx.db, self.krate);
            let main = Name::new_symbol_root(intern::Symbol::intern("main"));
            let mut found = Vec::new();
            if let Some(hir_def::ModuleDefId::FunctionId(it)) =
                map[map.root_module_id()].scope.get(&main).take_values()
            {
                found.push(ids::fn_def(it));
            }
            let mut exports = Vec::new();
            for def in items::crate_items(cx, self.krate).bodies {
                if let DefWithBodyId::FunctionId(it) = def
                    && cx.is_export(it)
                    && !found.contains(&ids::fn_def(it))
                {
                    exports.push((cx.item_span(it.into()), ids::fn_def(it)));
                }
            }
            exports.sort();
            found.extend(exports.into_iter().map(|(_, def)| def));
            found
        })
    }

    fn type_name(&self, ty: Ty) -> String {
        self.with(|cx| cx.type_name(ty))
    }
}

impl<'db> Cx<'db> {
    pub fn lang_fn_cached(&self, name: &str) -> Option<FnDef> {
        self.tables
            .lang_fns
            .get_or(Symbol::new(name), || self.lang_fn(name))
    }

    /// The line and column of a span's start, both from 1.
    pub fn line_column(&self, span: Span) -> (u32, u32) {
        let file = vfs::FileId::from_raw(span.file.0);
        let text = self.db.file_text(file).text(self.db);
        let starts = self.tables.lines.get_or(span.file.0, || line_starts(text));
        let line = starts.partition_point(|start| *start <= span.start).max(1);
        let start = starts[line - 1] as usize;
        let end = (span.start as usize).clamp(start, text.len());
        let column = text.get(start..end).map_or(0, |it| it.chars().count());
        (line as u32, column as u32 + 1)
    }
}

fn line_starts(text: &str) -> Arc<[u32]> {
    let after_newlines = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
    std::iter::once(0).chain(after_newlines).collect()
}
