//! Definitions: what items are, as far as lowering asks. All types in here
//! are generic, in terms of the item's own parameters.

use crate::ty::{Args, Ty};
use wrc_base::{Span, Symbol, entity_impl};

macro_rules! defs {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// An opaque number given out by the bridge. Its order means nothing.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name(pub u64);
    )*};
}

defs! {
    /// A function, method, or foreign function.
    FnDef;
    /// A struct, enum or union.
    AdtDef;
    /// A trait.
    TraitDef;
    /// An associated type of a trait.
    AssocTyDef;
    /// A `const` item or associated const, or an anonymous constant.
    ConstDef;
    /// A `static` item.
    StaticDef;
    /// A closure or coroutine expression.
    ClosureDef;
    /// A return-position `impl Trait`.
    OpaqueDef;
}

/// A variant of an enum; structs and unions have only variant 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VariantIdx(pub u32);
entity_impl!(VariantIdx, "v");

/// A field of a variant, tuple or closure (its captures), in declaration order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldIdx(pub u32);
entity_impl!(FieldIdx, "f");

/// A struct, enum or union.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AdtData {
    pub name: Symbol,
    /// `crate::module::Name`, for names of wasm types, `type_name` and dumps.
    pub path: Symbol,
    pub kind: AdtKind,
    pub variants: Vec<VariantData>,
    /// The language role, from `#[lang = "…"]`: `owned_box`, `wrc_array`, ….
    pub lang: Option<Symbol>,
    /// Representation hints of our own library: `#[wrc::flat]`, `#[wrc::object]`.
    pub repr: ReprHint,
    /// What `#[repr(…)]` says about sizes.
    pub layout: LayoutHint,
    /// `#[wrc::drop_elements]` on the type: its `Drop` impl only drops
    /// elements, so it matters only if some type argument needs dropping.
    pub drop_elements: bool,
    /// The integer type of discriminants: `#[repr(u8)]`…, otherwise isize.
    pub discr_ty: Ty,
    /// The variant marked `#[default]`, for the builtin `Default` derive.
    pub default_variant: Option<VariantIdx>,
    /// Number of generic arguments (lifetimes left out).
    pub generics: u32,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AdtKind {
    Struct,
    Enum,
    Union,
}

/// What `#[repr(…)]` says about sizes and alignments, which are advisory.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LayoutHint {
    /// `C`: fields in their order.
    pub ordered: bool,
    /// `align(N)`: at least so many bytes.
    pub align: Option<u32>,
    /// `packed(N)`: fields are aligned to so many bytes at most.
    pub pack: Option<u32>,
    /// An integer type for the tag: no niche is used instead.
    pub tagged: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ReprHint {
    #[default]
    None,
    Flat,
    Object,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VariantData {
    pub name: Symbol,
    /// The discriminant, sign-extended to 128 bits; 0 for structs.
    pub discr: i128,
    pub fields: Vec<FieldData>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldData {
    /// The name, or the position in a tuple struct.
    pub name: Symbol,
    pub ty: Ty,
}

/// A function's declaration.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FnData {
    pub name: Symbol,
    /// `crate::module::Type::name`, for dumps and the name section.
    pub path: Symbol,
    pub params: Vec<Ty>,
    pub ret: Ty,
    /// Number of generic arguments, parents' included (lifetimes left out).
    pub generics: u32,
    pub container: FnContainer,
    /// Value-result candidates: bit i is set iff parameter i is declared as
    /// `&'r mut X` with `'r` late-bound and nowhere else in the signature
    /// (representation.md §5.3, conditions 1–4; the class of `X` is asked later).
    pub inout: u64,
    pub inline: InlineHint,
    pub is_unsafe: bool,
    pub is_async: bool,
    /// `#[track_caller]`: takes the caller's location as a hidden last argument.
    pub track_caller: bool,
    /// `#[wrc::intrinsic]`: its body is never looked at.
    pub is_intrinsic: bool,
    /// A declaration in an `extern` block: a wasm import.
    pub import: Option<Import>,
    /// `#[no_mangle]`, `#[export_name]` or `#[wasm::export]`: the export's name.
    pub export: Option<Symbol>,
    /// Does it have a body (trait methods may not)?
    pub has_body: bool,
    pub lang: Option<Symbol>,
    pub span: Span,
}

/// Where an import is looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    pub module: Symbol,
    /// A function's name. With a word before it, it is something else of
    /// JavaScript: `call NAME` a method of the first argument, `get NAME` and
    /// `set NAME` a property of it, `new NAME` a class.
    pub name: Symbol,
}

/// What a function's text says to those who read it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Declaration {
    /// The documentation's lines, without the marks of comments.
    pub docs: String,
    /// The parameters' names, the receiver left out; `_` for a pattern.
    pub params: Vec<Symbol>,
    /// Where the types of the parameters and of the result are written.
    pub types: Vec<Span>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FnContainer {
    Free,
    /// An inherent impl or a trait impl.
    Impl,
    /// Declared in a trait; the first generic argument is `Self`.
    Trait(TraitDef),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum InlineHint {
    #[default]
    None,
    Hint,
    Always,
    Never,
}

/// A static item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaticData {
    pub name: Symbol,
    pub path: Symbol,
    pub ty: Ty,
    pub is_mut: bool,
    pub span: Span,
}

/// A closure or coroutine expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosureData {
    /// `crate::module::function::{closure#0}`.
    pub path: Symbol,
    pub kind: ClosureKind,
    /// Captured values, in the order of the closure's fields: the type stored
    /// (`&T`, `&mut T` for captures by reference, otherwise the place's type).
    pub captures: Vec<Ty>,
    /// Parameters, not tupled. A coroutine has none.
    pub params: Vec<Ty>,
    /// Result; of a coroutine its output.
    pub ret: Ty,
    /// An `async` block or the body of an `async fn`: its values are futures.
    pub is_coroutine: bool,
    /// An `async` closure: the future that a call gives borrows from it.
    pub is_lending: bool,
    pub span: Span,
}

/// The most general of the `Fn*` traits a closure implements.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum ClosureKind {
    Fn,
    FnMut,
    FnOnce,
}

/// Whose body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BodyOwner {
    Fn(FnDef),
    Closure(ClosureDef),
    Const(ConstDef),
    Static(StaticDef),
}

/// A function with the arguments it is instantiated with.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FnInst {
    pub def: FnDef,
    pub args: Args,
}
