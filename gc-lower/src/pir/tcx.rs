//! The type context: questions about concrete types, answered once.

use super::coroutines::Coroutines;
use super::drops::Drops;
use super::ir::{Body, Constant, Instance, Operand, Place, PlaceBase, Proj};
use std::sync::{Arc, Mutex, RwLock};
use wrc_base::{FxHashMap, Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::{
    AdtData, AdtDef, Arg, Args, ClosureData, ClosureDef, ClosureKind, Const, Db, Entries, FieldIdx,
    FormatPiece, IntTy, Mutability, Ty, TyKind, VariantIdx, subst,
};

/// Options that lowering depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerOptions {
    /// Integer overflow panics (dev) or wraps (release).
    pub overflow_checks: bool,
    /// `cfg!(debug_assertions)`-like cost decisions: run the optimiser?
    pub optimize: bool,
    /// `-Zforce-fat`: every `&mut` to a slot type is a fat reference.
    pub force_fat: bool,
    /// Panics unwind: what is alive is registered for being dropped.
    pub unwind: bool,
    /// `-Zforce-object`: structs and tuples are never flat.
    pub force_object: bool,
    /// `-Zno-inline`.
    pub no_inline: bool,
    /// Run the verifiers after every pass.
    pub verify: bool,
    /// What the front end's entry points are.
    pub entries: Entries,
}

/// A refusal or error found while lowering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerError {
    /// `WRC2xxx`.
    pub code: &'static str,
    pub span: Span,
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// The body that was being lowered.
    pub instance: Option<Instance>,
    /// Where the error is in a library's function, and the function that
    /// `span` runs, which leads to it.
    pub inside: Option<(Span, Symbol)>,
}

impl LowerError {
    /// The same finding, maybe of another instance?
    pub fn is_like(&self, other: &LowerError) -> bool {
        (self.code, self.span, &self.message) == (other.code, other.span, &other.message)
    }
}

/// A `format_args!` call at concrete types. Its arguments are captured by
/// reference in a synthetic closure.
#[derive(Clone, Debug)]
pub struct FormatSite {
    /// The pieces, with argument indices into the captures.
    pub pieces: Vec<FormatPiece>,
    /// The argument types (not references).
    pub arg_tys: Vec<Ty>,
    pub span: Span,
}

/// Shared by all lowering threads.
pub struct Tcx<'a> {
    pub db: &'a dyn Db,
    pub options: LowerOptions,
    normalized: RwLock<FxHashMap<(Ty, Args), Ty>>,
    drops: RwLock<FxHashMap<Ty, bool>>,
    copies: RwLock<FxHashMap<Ty, bool>>,
    adts: RwLock<FxHashMap<AdtDef, Arc<AdtData>>>,
    format_sites: RwLock<FormatSites>,
    errors: Mutex<Vec<LowerError>>,
    /// The body that is being lowered, for errors.
    current: Mutex<Option<Instance>>,
    pub(super) coroutines: Coroutines,
}

/// The format sites of the program, in no particular order.
#[derive(Default)]
struct FormatSites {
    sites: Vec<(Arc<FormatSite>, Arc<ClosureData>)>,
    /// How many of each owner there are but one. Bodies are built side by side:
    /// only a site's place in its own is the same each time.
    ranks: FxHashMap<Symbol, u32>,
}

/// Synthetic closures have this bit set; the rest indexes the format sites.
const SYNTHETIC: u64 = 1 << 63;

/// The type of a place, or of an enum place narrowed to a variant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlaceTy {
    pub ty: Ty,
    pub variant: Option<VariantIdx>,
}

impl<'a> Tcx<'a> {
    pub fn new(db: &'a dyn Db, options: LowerOptions) -> Tcx<'a> {
        Tcx {
            db,
            options,
            normalized: RwLock::default(),
            drops: RwLock::default(),
            copies: RwLock::default(),
            adts: RwLock::default(),
            format_sites: RwLock::default(),
            errors: Mutex::default(),
            current: Mutex::default(),
            coroutines: Coroutines::default(),
        }
    }

    /// Errors from now on belong to this body. Lowering is sequential.
    pub fn enter(&self, inst: Option<&Instance>) {
        *self.current.lock().expect("no panic under the lock") = inst.cloned();
    }

    /// Records an error; lowering of other functions goes on.
    pub fn error(
        &self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
    ) -> ErrorReported {
        self.errors
            .lock()
            .expect("no panic under the lock")
            .push(LowerError {
                code,
                span,
                message: message.into(),
                help: None,
                instance: self
                    .current
                    .lock()
                    .expect("no panic under the lock")
                    .clone(),
                inside: None,
            });
        ErrorReported::by_sink()
    }

    /// The errors so far, in source order, each once.
    pub fn take_errors(&self) -> Vec<LowerError> {
        let mut errors = std::mem::take(&mut *self.errors.lock().expect("no panic under the lock"));
        errors.sort_by_key(|e| (e.span, e.code));
        errors.dedup_by(|a, b| a.is_like(b));
        errors
    }

    pub fn adt(&self, def: AdtDef) -> Arc<AdtData> {
        if let Some(data) = self.adts.read().expect("no panic under the lock").get(&def) {
            return data.clone();
        }
        let data = self.db.adt(def);
        self.adts
            .write()
            .expect("no panic under the lock")
            .insert(def, data.clone());
        data
    }

    /// The language role of an ADT type.
    pub fn lang(&self, ty: Ty) -> Option<Symbol> {
        self.adt(ty.as_adt()?.0).lang
    }

    pub fn is_lang(&self, ty: Ty, name: &str) -> bool {
        self.lang(ty).is_some_and(|lang| lang.as_str() == name)
    }

    /// The content type of a `Box`.
    pub fn box_content(&self, ty: Ty) -> Option<Ty> {
        let (_, args) = ty.as_adt()?;
        if !self.is_lang(ty, "owned_box") {
            return None;
        }
        args.first()?.as_ty()
    }

    /// A closure's data, synthetic ones included.
    pub fn closure(&self, def: ClosureDef) -> Arc<ClosureData> {
        match self.format_site_entry(def) {
            Some((_, data)) => data,
            None => self.db.closure(def),
        }
    }

    /// The type of the values that the expression of a closure or coroutine makes.
    pub fn closure_ty(&self, def: ClosureDef, args: &Args) -> Ty {
        Ty::new(match self.closure(def).is_coroutine {
            true => TyKind::Coroutine(def, args.clone()),
            false => TyKind::Closure(def, args.clone()),
        })
    }

    /// The format site a synthetic closure stands for.
    pub fn format_site(&self, def: ClosureDef) -> Option<Arc<FormatSite>> {
        self.format_site_entry(def).map(|(site, _)| site)
    }

    fn format_site_entry(&self, def: ClosureDef) -> Option<(Arc<FormatSite>, Arc<ClosureData>)> {
        if def.0 & SYNTHETIC == 0 {
            return None;
        }
        let table = self.format_sites.read().expect("no panic under the lock");
        Some(table.sites[(def.0 & !SYNTHETIC) as usize].clone())
    }

    /// Registers a format site; the closure type's captures are references
    /// to the arguments, in order.
    pub fn new_format_site(&self, site: FormatSite, owner: Symbol) -> ClosureDef {
        let mut table = self.format_sites.write().expect("no panic under the lock");
        let FormatSites { sites, ranks } = &mut *table;
        let index = sites.len();
        let rank = *ranks
            .entry(owner)
            .and_modify(|rank| *rank += 1)
            .or_default();
        let data = ClosureData {
            path: Symbol::new(&format!("{owner}::{{format#{rank}}}")),
            kind: ClosureKind::Fn,
            captures: site
                .arg_tys
                .iter()
                .map(|ty| ty.reference(Mutability::Not))
                .collect(),
            params: Vec::new(),
            ret: Ty::unit(),
            is_coroutine: false,
            is_lending: false,
            span: site.span,
        };
        sites.push((Arc::new(site), Arc::new(data)));
        ClosureDef(SYNTHETIC | index as u64)
    }

    /// `ty` at `args`, normalised.
    pub fn instantiate(&self, ty: Ty, args: &[Arg]) -> Ty {
        if is_plain(ty) {
            return ty;
        }
        let key = (ty, Args::from(args));
        if let Some(known) = self
            .normalized
            .read()
            .expect("no panic under the lock")
            .get(&key)
        {
            return *known;
        }
        let result = self.db.normalize(subst(ty, args));
        self.normalized
            .write()
            .expect("no panic under the lock")
            .insert(key, result);
        result
    }

    /// The types of the fields of a struct, tuple, closure, or of one variant.
    pub fn field_tys(&self, ty: Ty, variant: Option<VariantIdx>) -> Vec<Ty> {
        match ty.kind() {
            TyKind::Adt(def, args) => {
                let data = self.adt(*def);
                let index = variant.map_or(0, |v| v.0) as usize;
                let Some(variant) = data.variants.get(index) else {
                    return Vec::new();
                };
                variant
                    .fields
                    .iter()
                    .map(|f| self.instantiate(f.ty, args))
                    .collect()
            }
            TyKind::Tuple(elems) => elems.to_vec(),
            TyKind::Coroutine(..) => self.coroutine_fields(ty),
            TyKind::Closure(def, args) => {
                let data = self.closure(*def);
                data.captures
                    .iter()
                    .map(|ty| self.instantiate(*ty, args))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The type of one field.
    ///
    /// # Panics
    /// When there is no such field: a place that the verifier would reject.
    pub fn field_ty(&self, ty: Ty, variant: Option<VariantIdx>, field: FieldIdx) -> Ty {
        match ty.kind() {
            TyKind::Adt(def, args) => {
                let data = self.adt(*def);
                let variant = &data.variants[variant.map_or(0, |v| v.0) as usize];
                self.instantiate(variant.fields[field.0 as usize].ty, args)
            }
            _ => self.field_tys(ty, variant)[field.0 as usize],
        }
    }

    /// The type a place of `body` has.
    pub fn place_ty(&self, body: &Body, place: &Place) -> PlaceTy {
        let ty = match place.base {
            PlaceBase::Local(local) => body.locals[local].ty,
            PlaceBase::Static(def) => self.instantiate(self.db.static_data(def).ty, &[]),
        };
        let mut at = PlaceTy { ty, variant: None };
        for step in &place.proj {
            at = self.project_ty(at, step);
        }
        at
    }

    /// The type after one more step.
    pub fn project_ty(&self, at: PlaceTy, step: &Proj) -> PlaceTy {
        let ty = match step {
            Proj::Variant(variant) => {
                return PlaceTy {
                    ty: at.ty,
                    variant: Some(*variant),
                };
            }
            Proj::Field(field) => self.field_ty(at.ty, at.variant, *field),
            Proj::Deref => match at.ty.pointee() {
                Some((_, to)) => to,
                None => self.box_content(at.ty).unwrap_or_else(Ty::error),
            },
            Proj::Index(_) | Proj::ConstIndex { .. } => match at.ty.kind() {
                TyKind::Array(elem, _) | TyKind::Slice(elem) => *elem,
                _ => Ty::error(),
            },
            Proj::Subslice { from, to } => match at.ty.kind() {
                TyKind::Array(elem, Const::Value(len)) => Ty::new(TyKind::Array(
                    *elem,
                    Const::Value(len.saturating_sub((from + to).into())),
                )),
                _ => at.ty,
            },
        };
        PlaceTy { ty, variant: None }
    }

    /// The type of an operand's value.
    pub fn operand_ty(&self, body: &Body, operand: &Operand) -> Ty {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => self.place_ty(body, place).ty,
            Operand::Borrow(m, place) => self.place_ty(body, place).ty.reference(*m),
            Operand::Const(c) => self.constant_ty(c),
        }
    }

    pub fn constant_ty(&self, c: &Constant) -> Ty {
        match c {
            Constant::Scalar(_, ty)
            | Constant::Float(_, ty)
            | Constant::Zst(ty)
            | Constant::FnPtr(_, ty) => *ty,
            Constant::Str(_) => Ty::new(TyKind::Str).reference(Mutability::Not),
            Constant::Bytes(bytes) => {
                let len = Const::Value(bytes.len() as u128);
                Ty::new(TyKind::Array(Ty::int(IntTy::U8), len)).reference(Mutability::Not)
            }
            Constant::Location { .. } => self.location_ty(),
        }
    }

    /// `&'static core::panic::Location<'static>`.
    pub fn location_ty(&self) -> Ty {
        match self.db.lang_adt("Location") {
            Some(def) => Ty::adt(def, []).reference(Mutability::Not),
            None => Ty::error(),
        }
    }

    /// Is the concrete type `Copy`?
    pub fn is_copy(&self, ty: Ty) -> bool {
        match ty.kind() {
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Never
            | TyKind::RawPtr(..)
            | TyKind::FnDef(..)
            | TyKind::FnPtr(_)
            | TyKind::Ref(Mutability::Not, _) => return true,
            TyKind::Ref(Mutability::Mut, _) | TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(_) => {
                return false;
            }
            TyKind::Tuple(elems) => return elems.iter().all(|ty| self.is_copy(*ty)),
            TyKind::Array(elem, _) => return self.is_copy(*elem),
            _ => {}
        }
        if let Some(known) = self
            .copies
            .read()
            .expect("no panic under the lock")
            .get(&ty)
        {
            return *known;
        }
        let result = match ty.kind() {
            TyKind::Closure(..) => self.field_tys(ty, None).iter().all(|ty| self.is_copy(*ty)),
            _ => self.db.is_copy(ty),
        };
        self.copies
            .write()
            .expect("no panic under the lock")
            .insert(ty, result);
        result
    }

    /// Does dropping a value of the type run any code the program can notice?
    pub fn needs_drop(&self, ty: Ty) -> bool {
        if let Some(known) = self.drops.read().expect("no panic under the lock").get(&ty) {
            return *known;
        }
        let mut drops = Drops::new(self, false);
        let result = drops.in_type(ty);
        self.drops
            .write()
            .expect("no panic under the lock")
            .insert(ty, result);
        result
    }

    /// What `mem::needs_drop` says: under rustc memory is given back, too.
    pub fn owns_something(&self, ty: Ty) -> bool {
        Drops::new(self, true).in_type(ty)
    }
}

/// Types without anything to substitute or normalise.
fn is_plain(ty: Ty) -> bool {
    match ty.kind() {
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Str
        | TyKind::Never
        | TyKind::Error => true,
        TyKind::Tuple(elems) => elems.iter().all(|ty| is_plain(*ty)),
        TyKind::Ref(_, to) | TyKind::RawPtr(_, to) | TyKind::Slice(to) => is_plain(*to),
        TyKind::Adt(_, args) => args.is_empty(),
        _ => false,
    }
}
