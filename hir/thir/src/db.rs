//! What lowering may ask the front end. One implementor, in the bridge; types
//! in questions are concrete (no parameters), types in generic answers are in
//! terms of the item's own parameters.

use crate::{body::Body, body::SourceMap, def::*, ty::*};
use std::sync::Arc;
use wrc_base::{FileId, Span, Symbol};
use wrc_diagnostics::ErrorReported;

/// The answer to "which code does this call of a trait method run?".
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Resolved {
    /// This function with these arguments: an impl's method or a trait's
    /// default body.
    Fn(FnInst),
    /// Through the vtable of the `dyn` receiver (argument 0).
    Dyn(FnDef),
    /// A builtin derive's method; the type is `Self`.
    Derive(DeriveMethod, Ty),
    /// `Fn*::call*` on a closure, fn item or fn pointer of type `callee`; the
    /// trait method called is of this kind. Arguments come as (callee, tuple).
    CallOnce(ClosureKind, Ty),
    /// `Clone::clone` on a type whose impl is built in: arrays, tuples,
    /// closures, references, fn pointers, scalars.
    BuiltinClone(Ty),
    /// `Future::poll` on a coroutine.
    PollCoroutine(ClosureDef, Args),
}

/// The methods of the builtin derives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DeriveMethod {
    Clone,
    Default,
    Debug,
    Hash,
    PartialEq,
    PartialOrd,
    Ord,
}

/// Where the program begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Entries {
    /// At `main` and the exports.
    #[default]
    Program,
    /// At the tests: each is exported under its path.
    Tests,
    /// At every function without generic parameters; nothing is exported. For
    /// finding out whether a library compiles.
    Functions,
}

/// The front end, seen from below.
pub trait Db: Sync {
    fn adt(&self, def: AdtDef) -> Arc<AdtData>;
    fn func(&self, def: FnDef) -> Arc<FnData>;
    fn closure(&self, def: ClosureDef) -> Arc<ClosureData>;
    fn static_data(&self, def: StaticDef) -> Arc<StaticData>;

    /// The body, in terms of its owner's parameters (a closure's: those of
    /// the enclosing item). `Err` when it has errors, which are then reported.
    fn body(&self, owner: BodyOwner) -> Result<Arc<Body>, ErrorReported>;
    /// Spans for `body(owner)`.
    fn source_map(&self, owner: BodyOwner) -> Arc<SourceMap>;

    /// Replaces projections, opaque types and unevaluated constants in a
    /// concrete type by what they stand for.
    fn normalize(&self, ty: Ty) -> Ty;
    /// The value of a concrete constant: `Const::Value` or `Const::Error`.
    fn normalize_const(&self, c: &Const) -> Const;

    /// Which code runs when `def` is called with concrete `args`. For
    /// functions outside traits this is `Resolved::Fn` of the same.
    fn resolve(&self, def: FnDef, args: &[Arg]) -> Result<Resolved, ErrorReported>;
    /// The constant an associated const stands for at concrete `args`.
    fn resolve_const(&self, def: ConstDef, args: &[Arg]) -> (ConstDef, Args);

    /// Does the concrete type implement `Copy`?
    fn is_copy(&self, ty: Ty) -> bool;
    /// The user's `Drop::drop` for this ADT at these arguments, if any.
    fn drop_impl(&self, def: AdtDef, args: &[Arg]) -> Option<FnInst>;
    /// Does a concrete type implement the trait?
    fn implements(&self, ty: Ty, trait_def: TraitDef, rest: &[Arg]) -> bool;

    /// Is it a function pointer or `dyn` that stands for several types of the
    /// program, which differ in lifetimes (`fn(&'static T)`, `for<'a> fn(&'a T)`)?
    fn has_many_forms(&self, ty: Ty) -> bool;

    /// A function of the library with `#[lang = "name"]`.
    fn lang_fn(&self, name: &str) -> Option<FnDef>;
    /// A type of the library with `#[lang = "name"]`.
    fn lang_adt(&self, name: &str) -> Option<AdtDef>;
    /// A trait of the library with `#[lang = "name"]`.
    fn lang_trait(&self, name: &str) -> Option<TraitDef>;

    /// Direct supertraits' methods and own methods of a trait that can be
    /// called through `dyn`, in declaration order, supertraits first.
    fn dyn_methods(&self, def: TraitDef) -> Arc<[FnDef]>;
    fn trait_name(&self, def: TraitDef) -> Symbol;

    /// Where a span starts: the file as panic messages name it, the line and
    /// the column (in characters), both from 1.
    fn location(&self, span: Span) -> (Symbol, u32, u32);

    /// Is the file part of the standard library or of a dependency?
    fn is_library(&self, file: FileId) -> bool;

    /// Is the file part of the standard library?
    fn is_std(&self, file: FileId) -> bool;

    /// How a function is declared: only for its documentation.
    fn declaration(&self, def: FnDef) -> Declaration;
    /// The documentation of a type, without the marks of comments.
    fn documentation(&self, def: AdtDef) -> String;
    /// The crate's entry points, in source order.
    fn entry_points(&self) -> Vec<FnDef>;
    /// The name as `std::any::type_name` prints it.
    fn type_name(&self, ty: Ty) -> String;
}
