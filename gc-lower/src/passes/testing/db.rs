//! A front end with a handful of types and functions.

use std::sync::Arc;
use wrc_base::{Span, Symbol};
use wrc_diagnostics::ErrorReported;
use wrc_thir::*;

pub(in crate::passes) struct TestDb;

pub(super) const PAIR: AdtDef = AdtDef(0);
pub(super) const NEST: AdtDef = AdtDef(1);
pub(super) const OPTION: AdtDef = AdtDef(2);
/// A `Copy` struct.
pub(super) const POINT: AdtDef = AdtDef(3);

pub(super) const BOX: AdtDef = AdtDef(4);

pub(super) fn boxed(ty: Ty) -> Ty {
    Ty::adt(BOX, [Arg::Ty(ty)])
}
pub(super) fn int() -> Ty {
    Ty::int(IntTy::I32)
}
pub(super) fn pair() -> Ty {
    Ty::adt(PAIR, [])
}
pub(super) fn nest() -> Ty {
    Ty::adt(NEST, [])
}
pub(super) fn point() -> Ty {
    Ty::adt(POINT, [])
}
pub(super) fn option(ty: Ty) -> Ty {
    Ty::adt(OPTION, [Arg::Ty(ty)])
}

/// What the machine's functions do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Func {
    /// `(i32)`: goes to the trace.
    Observe,
    /// `(&mut i32, i32)`: adds.
    Bump,
    /// `(&mut Pair, i32)`: sets both fields.
    SetPair,
    /// `(&mut Pair) -> &mut Pair`: the same.
    SamePair,
    /// `(&mut i32) -> &mut i32`: the same.
    SameInt,
    /// `(i32) -> Pair`.
    MakePair,
    /// `(i32) -> Option<i32>`: `Some` of even numbers.
    Even,
    /// `(&i32) -> i32`.
    Read,
}

pub(super) const FUNCS: [Func; 8] = [
    Func::Observe,
    Func::Bump,
    Func::SetPair,
    Func::SamePair,
    Func::SameInt,
    Func::MakePair,
    Func::Even,
    Func::Read,
];

impl Func {
    pub fn def(self) -> FnDef {
        FnDef(self as u64)
    }

    pub fn signature(self) -> (Vec<Ty>, Ty) {
        let mutable = |ty: Ty| ty.reference(Mutability::Mut);
        match self {
            Func::Observe => (vec![int()], Ty::unit()),
            Func::Bump => (vec![mutable(int()), int()], Ty::unit()),
            Func::SetPair => (vec![mutable(pair()), int()], Ty::unit()),
            Func::SamePair => (vec![mutable(pair())], mutable(pair())),
            Func::SameInt => (vec![mutable(int())], mutable(int())),
            Func::MakePair => (vec![int()], pair()),
            Func::Even => (vec![int()], option(int())),
            Func::Read => (vec![int().reference(Mutability::Not)], int()),
        }
    }
}

fn fields(fields: &[(&str, Ty)]) -> Vec<FieldData> {
    fields
        .iter()
        .map(|(name, ty)| FieldData {
            name: Symbol::new(name),
            ty: *ty,
        })
        .collect()
}

/// A generated function: `(&mut Pair, i32, &mut i32) -> i32`.
pub(super) const GENERATED: FnDef = FnDef(100);

pub(super) fn signature(def: FnDef) -> (Vec<Ty>, Ty) {
    if def == GENERATED {
        let mutable = |ty: Ty| ty.reference(Mutability::Mut);
        return (vec![mutable(pair()), int(), mutable(int())], int());
    }
    FUNCS[def.0 as usize].signature()
}

impl Db for TestDb {
    fn adt(&self, def: AdtDef) -> Arc<AdtData> {
        let (name, variants): (&str, Vec<(&str, Vec<FieldData>)>) = match def {
            PAIR => (
                "Pair",
                vec![("Pair", fields(&[("a", int()), ("b", int())]))],
            ),
            NEST => (
                "Nest",
                vec![("Nest", fields(&[("p", pair()), ("n", int())]))],
            ),
            BOX => ("Box", vec![("Box", Vec::new())]),
            POINT => (
                "Point",
                vec![("Point", fields(&[("x", int()), ("y", int())]))],
            ),
            _ => {
                let param = Ty::new(TyKind::Param(0, Symbol::new("T")));
                (
                    "Option",
                    vec![("None", Vec::new()), ("Some", fields(&[("0", param)]))],
                )
            }
        };
        Arc::new(AdtData {
            name: Symbol::new(name),
            path: Symbol::new(name),
            kind: if def == OPTION {
                AdtKind::Enum
            } else {
                AdtKind::Struct
            },
            variants: variants
                .into_iter()
                .enumerate()
                .map(|(i, (name, fields))| VariantData {
                    name: Symbol::new(name),
                    discr: i as i128,
                    fields,
                })
                .collect(),
            lang: (def == BOX).then(|| Symbol::new("owned_box")),
            repr: ReprHint::None,
            drop_elements: false,
            layout: LayoutHint::default(),
            discr_ty: Ty::int(IntTy::Isize),
            default_variant: None,
            generics: u32::from(def == OPTION || def == BOX),
            span: Span::default(),
        })
    }

    fn func(&self, def: FnDef) -> Arc<FnData> {
        let (params, ret) = signature(def);
        let name = match FUNCS.get(def.0 as usize) {
            Some(func) => Symbol::new(&format!("{func:?}").to_lowercase()),
            None => Symbol::new("generated"),
        };
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
        panic!("there are no closures")
    }
    fn static_data(&self, _: StaticDef) -> Arc<StaticData> {
        panic!("there are no statics")
    }
    fn body(&self, _: BodyOwner) -> Result<Arc<Body>, ErrorReported> {
        Err(ErrorReported::by_sink())
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
    fn is_copy(&self, ty: Ty) -> bool {
        match ty.as_adt() {
            Some((POINT, _)) => true,
            Some((OPTION, [Arg::Ty(ty)])) => *ty == int(),
            _ => false,
        }
    }
    fn drop_impl(&self, _: AdtDef, _: &[Arg]) -> Option<FnInst> {
        None
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
        (Symbol::new("test.rs"), 1, 1)
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
    fn type_name(&self, ty: Ty) -> String {
        format!("{ty:?}")
    }
}
