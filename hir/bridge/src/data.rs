//! What items are: `AdtData`, `FnData`, `StaticData`.

mod border;
mod inout;

use crate::{
    Cx,
    attrs::{self, Attr},
    ids,
};
use hir_def::{
    AdtId, AttrDefId, EnumVariantId, FunctionId, HasModule, ItemContainerId, Lookup, StaticId,
    VariantId,
    attrs::AttrFlags,
    layout::{Align, Integer, IntegerType},
    signatures::{
        EnumSignature, FnFlags, FunctionSignature, StaticFlags, StaticSignature, VariantFields,
    },
    src::HasSource,
};
use wrc_base::Symbol;
use wrc_thir::{
    AdtData, AdtKind, FieldData, FnContainer, FnData, FnDef, InlineHint, IntTy, LayoutHint,
    ReprHint, StaticData, Ty, VariantData, VariantIdx,
};

impl<'db> Cx<'db> {
    pub fn adt_data(&self, id: AdtId) -> AdtData {
        let attrs = self.adt_attrs(id);
        let has = |path: &str| attrs.iter().any(|attr| attr.path == path);
        let (kind, variants) = match id {
            AdtId::StructId(it) => (AdtKind::Struct, vec![self.variant_data(it.into(), 0)]),
            AdtId::UnionId(it) => (AdtKind::Union, vec![self.variant_data(it.into(), 0)]),
            AdtId::EnumId(it) => (AdtKind::Enum, self.enum_variants(it)),
        };
        AdtData {
            name: Symbol::new(self.adt_name(id)),
            path: Symbol::new(&self.adt_path(id)),
            kind,
            variants,
            lang: self.lang_attr(id.into()),
            repr: match (has("wrc::flat"), has("wrc::object")) {
                (true, _) => ReprHint::Flat,
                (false, true) => ReprHint::Object,
                (false, false) => ReprHint::None,
            },
            layout: self.layout_hint(id),
            drop_elements: has("wrc::drop_elements"),
            discr_ty: self.discr_ty(id),
            default_variant: self.default_variant(id),
            generics: self.arg_count(id.into()),
            span: self.item_span(id.into()),
        }
    }

    fn adt_attrs(&self, id: AdtId) -> Vec<Attr> {
        let krate = id.krate(self.db);
        match id {
            AdtId::StructId(it) => {
                attrs::attrs(*self, krate, &it.lookup(self.db).source(self.db).value)
            }
            AdtId::UnionId(it) => {
                attrs::attrs(*self, krate, &it.lookup(self.db).source(self.db).value)
            }
            AdtId::EnumId(it) => {
                attrs::attrs(*self, krate, &it.lookup(self.db).source(self.db).value)
            }
        }
    }

    pub fn lang_attr(&self, id: AttrDefId) -> Option<Symbol> {
        AttrFlags::lang_item(self.db, id).map(|name| Symbol::new(name.as_str()))
    }

    fn enum_variants(&self, id: hir_def::EnumId) -> Vec<VariantData> {
        let variants = &id.enum_variants(self.db).variants;
        let mut next = 0;
        variants
            .values()
            .map(|(variant, _)| {
                let discr = self.discriminant(*variant).unwrap_or(next);
                next = discr + 1;
                self.variant_data((*variant).into(), discr)
            })
            .collect()
    }

    /// Our value, or rust-analyzer's where we have none.
    pub fn discriminant(&self, id: EnumVariantId) -> Option<i128> {
        let ours = crate::eval::discriminant(*self, id);
        ours.or_else(|| self.db.const_eval_discriminant(id).ok())
    }

    fn variant_data(&self, id: VariantId, discr: i128) -> VariantData {
        let fields = VariantFields::of(self.db, id);
        let types = self.db.field_types(id);
        let name = match id {
            VariantId::EnumVariantId(it) => it.loc(self.db).name.as_str().to_owned(),
            VariantId::StructId(it) => self.adt_name(it.into()).to_owned(),
            VariantId::UnionId(it) => self.adt_name(it.into()).to_owned(),
        };
        VariantData {
            name: Symbol::new(&name),
            discr,
            fields: fields
                .fields()
                .iter()
                .map(|(field, data)| FieldData {
                    name: Symbol::new(data.name.as_str()),
                    ty: self.ty(types[field].ty().instantiate_identity().skip_norm_wip()),
                })
                .collect(),
        }
    }

    /// The variant with `#[default]`.
    fn default_variant(&self, id: AdtId) -> Option<VariantIdx> {
        let AdtId::EnumId(it) = id else {
            return None;
        };
        let variants = &it.enum_variants(self.db).variants;
        let index = variants.values().position(|(variant, _)| {
            let node = variant.lookup(self.db).source(self.db).value;
            let attrs = attrs::attrs(*self, id.krate(self.db), &node);
            attrs.iter().any(|attr| attr.path == "default")
        })?;
        Some(VariantIdx(index as u32))
    }

    fn layout_hint(&self, id: AdtId) -> LayoutHint {
        let bytes = |align: Align| align.bytes() as u32;
        AttrFlags::repr(self.db, id).map_or(LayoutHint::default(), |repr| LayoutHint {
            ordered: repr.c(),
            align: repr.align.map(bytes),
            pack: repr.pack.map(bytes),
            tagged: repr.int.is_some(),
        })
    }

    fn discr_ty(&self, id: AdtId) -> Ty {
        let AdtId::EnumId(it) = id else {
            return Ty::int(IntTy::Isize);
        };
        let (bits, signed) = match EnumSignature::variant_body_type(self.db, it) {
            IntegerType::Pointer(true) => return Ty::int(IntTy::Isize),
            IntegerType::Pointer(false) => return Ty::int(IntTy::Usize),
            IntegerType::Fixed(bits, signed) => (bits, signed),
        };
        Ty::int(match (bits, signed) {
            (Integer::I8, true) => IntTy::I8,
            (Integer::I16, true) => IntTy::I16,
            (Integer::I32, true) => IntTy::I32,
            (Integer::I64, true) => IntTy::I64,
            (Integer::I128, true) => IntTy::I128,
            (Integer::I8, false) => IntTy::U8,
            (Integer::I16, false) => IntTy::U16,
            (Integer::I32, false) => IntTy::U32,
            (Integer::I64, false) => IntTy::U64,
            (Integer::I128, false) => IntTy::U128,
        })
    }

    pub fn fn_data(&self, id: FunctionId) -> FnData {
        let db = self.db;
        let sig = FunctionSignature::of(db, id);
        let loc = id.lookup(db);
        let attrs = attrs::attrs(*self, id.krate(db), &loc.source(db).value);
        let has = |path: &str| attrs.iter().any(|attr| attr.path == path);
        let poly = db
            .callable_item_signature(id.into())
            .instantiate_identity()
            .skip_norm_wip()
            .skip_binder();
        let name = Symbol::new(sig.name.as_str());
        FnData {
            name,
            path: Symbol::new(&self.fn_path(id)),
            params: self.tys(poly.inputs()).into(),
            ret: self.ty(poly.output()),
            generics: self.arg_count(id.into()),
            container: match loc.container {
                ItemContainerId::ModuleId(_) | ItemContainerId::ExternBlockId(_) => {
                    FnContainer::Free
                }
                ItemContainerId::ImplId(_) => FnContainer::Impl,
                ItemContainerId::TraitId(it) => FnContainer::Trait(ids::trait_def(it)),
            },
            inout: inout::bits(*self, id),
            inline: inline_hint(&attrs),
            is_unsafe: sig.is_unsafe(),
            is_async: sig.flags.contains(FnFlags::ASYNC),
            track_caller: has("track_caller") || self.is_declared_track_caller(id),
            is_intrinsic: has("wrc::intrinsic"),
            import: self.import(id, &attrs, name),
            export: self.export(id, &attrs, name),
            has_body: sig.flags.contains(FnFlags::HAS_BODY),
            lang: self.lang_attr(id.into()),
            span: self.item_span(id.into()),
        }
    }

    /// What `#[wrc::refused = "…"]` says: the library declares the function
    /// to tell why it is missing.
    pub fn refusal(&self, def: FnDef) -> Option<Symbol> {
        self.tables.refusals.get_or(def, || {
            let id = ids::function_id(def);
            let krate = id.krate(self.db);
            if !crate::items::is_library_crate(*self, krate) {
                return None;
            }
            let attrs = attrs::attrs(*self, krate, &id.lookup(self.db).source(self.db).value);
            let attr = attrs.iter().find(|attr| attr.path == "wrc::refused")?;
            Some(Symbol::new(attr.value.as_deref()?))
        })
    }

    /// `#[track_caller]` on a trait's method holds for all implementations.
    fn is_declared_track_caller(&self, id: FunctionId) -> bool {
        let ItemContainerId::ImplId(it) = id.lookup(self.db).container else {
            return false;
        };
        let Some(of) = self.db.impl_trait(it) else {
            return false;
        };
        let name = FunctionSignature::of(self.db, id).name.clone();
        let method = self.trait_method(of.skip_binder().def_id.0, name.as_str());
        method.is_some_and(|method| {
            let loc = method.lookup(self.db);
            let attrs = attrs::attrs(*self, method.krate(self.db), &loc.source(self.db).value);
            attrs.iter().any(|attr| attr.path == "track_caller")
        })
    }

    pub fn static_data(&self, id: StaticId) -> StaticData {
        let sig = StaticSignature::of(self.db, id);
        let ty = self.db.type_for_static(id);
        StaticData {
            name: Symbol::new(sig.name.as_str()),
            path: Symbol::new(&self.static_path(id)),
            ty: self.ty(ty.instantiate_identity().skip_norm_wip()),
            is_mut: sig.flags.contains(StaticFlags::MUTABLE),
            span: self.item_span(id.into()),
        }
    }
}

fn inline_hint(attrs: &[Attr]) -> InlineHint {
    match attrs.iter().find(|attr| attr.path == "inline") {
        None => InlineHint::None,
        Some(attr) if attr.has_word("always") => InlineHint::Always,
        Some(attr) if attr.has_word("never") => InlineHint::Never,
        Some(_) => InlineHint::Hint,
    }
}
