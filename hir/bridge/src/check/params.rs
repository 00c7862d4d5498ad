//! Type parameters without a use: of types (E0392, E0091), and of impls,
//! where nothing says which type is meant (E0207).

use super::Errors;
use crate::{BridgeError, Cx, body::has_error, items::CrateItems};
use either::Either;
use hir_def::{
    AdtId, ExpressionStoreOwnerId, GenericDefId, ImplId, ItemContainerId, Lookup,
    TypeOrConstParamId, VariantId,
    expr_store::ExpressionStore,
    hir::generics::{GenericParams, LocalLifetimeParamId, LocalTypeOrConstParamId},
    signatures::{StructFlags, StructSignature},
    src::HasChildSource,
    type_ref::LifetimeRef,
};
use hir_ty::{GenericPredicates, next_solver::TermKind};
use rustc_hash::FxHashSet;
use rustc_type_ir::{ClauseKind, inherent::IntoKind};
use syntax::AstNode;
use wrc_base::Span;
use wrc_thir::{Arg, Const, Ty, TyKind, map_ty};

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for def in &items.generics {
        match def {
            GenericDefId::AdtId(it) => check_adt(cx, *it, out),
            GenericDefId::ImplId(it) => check_impl(cx, *it, out),
            GenericDefId::TypeAliasId(it) => {
                let is_free = matches!(it.lookup(cx.db).container, ItemContainerId::ModuleId(_));
                if is_free {
                    let ty = cx.db.ty((*it).into()).instantiate_identity();
                    let ty = cx.ty(ty.skip_norm_wip());
                    unused_types(cx, *def, &[ty], "E0091", out);
                }
            }
            _ => {}
        }
    }
}

fn check_adt(cx: Cx<'_>, id: AdtId, out: &mut Errors) {
    if let AdtId::StructId(it) = id
        && StructSignature::of(cx.db, it)
            .flags
            .contains(StructFlags::IS_PHANTOM_DATA)
    {
        return;
    }
    let variants: Vec<VariantId> = match id {
        AdtId::StructId(it) => vec![it.into()],
        AdtId::UnionId(it) => vec![it.into()],
        AdtId::EnumId(it) => {
            let variants = it.enum_variants(cx.db).variants.values();
            variants.map(|(it, _)| (*it).into()).collect()
        }
    };
    let types: Vec<Ty> = variants
        .iter()
        .flat_map(|it| cx.db.field_types(*it).iter())
        .map(|(_, field)| cx.ty(field.ty().instantiate_identity().skip_norm_wip()))
        .collect();
    unused_types(cx, id.into(), &types, "E0392", out);
    unused_lifetimes(cx, id.into(), &variants, &types, out);
}

fn unused_types(cx: Cx<'_>, def: GenericDefId, types: &[Ty], code: &'static str, out: &mut Errors) {
    if types.iter().any(|ty| has_error(*ty)) {
        return;
    }
    let mut used = FxHashSet::default();
    types.iter().for_each(|ty| params_of(*ty, true, &mut used));
    while grow(cx, def, &mut used) {}
    for (id, rank) in type_params(cx, def) {
        let param = &GenericParams::of(cx.db, def)[id];
        if used.contains(&rank) || param.type_param().is_none() {
            continue;
        }
        let name = param.name().map_or("_", |name| name.as_str());
        let Some(span) = param_span(cx, def, id) else {
            continue;
        };
        let message = format!("type parameter `{name}` is never used");
        let error = BridgeError::new(code, span, message).with_label("unused type parameter");
        out.add(match code {
            "E0392" => error.with_help(format!(
                "remove it, use it in a field, or add a field of type `PhantomData<{name}>`"
            )),
            _ => error.with_help("remove it"),
        });
    }
}

fn unused_lifetimes(
    cx: Cx<'_>,
    def: GenericDefId,
    variants: &[VariantId],
    types: &[Ty],
    out: &mut Errors,
) {
    let stores = variants.iter().map(|it| {
        let owner = ExpressionStoreOwnerId::VariantFields(*it);
        ExpressionStore::of(cx.db, owner)
    });
    // `T::Item` is `<T as Trait<'a>>::Item` where the bound says so.
    let bounds = types.iter().any(|ty| has_projection(*ty)).then(|| {
        let owner = ExpressionStoreOwnerId::Signature(def);
        ExpressionStore::of(cx.db, owner)
    });
    let stores = stores.chain(bounds);
    let mut used = FxHashSet::default();
    for (_, lifetime) in stores.flat_map(|store| store.lifetimes.iter()) {
        match lifetime {
            LifetimeRef::Named(name) => {
                used.insert(name.clone());
            }
            LifetimeRef::Error => return,
            LifetimeRef::Static | LifetimeRef::Placeholder | LifetimeRef::Param(_) => {}
        }
    }
    let sources = HasChildSource::<LocalLifetimeParamId>::child_source(&def, cx.db);
    for (id, param) in GenericParams::of(cx.db, def).iter_lt() {
        if !used.contains(&param.name)
            && let Some(node) = sources.value.get(id)
            && let Some(place) = node.lifetime()
        {
            let span = cx.span(sources.with_value(place.syntax().text_range()));
            let name = param.name.as_str();
            let message = format!("lifetime parameter `{name}` is never used");
            let error = BridgeError::new("E0392", span, message);
            out.add(
                error
                    .with_label("unused lifetime parameter")
                    .with_help("remove it, use it in a field, or add a field of `PhantomData`"),
            );
        }
    }
}

fn has_projection(ty: Ty) -> bool {
    let mut found = false;
    map_ty(ty, &mut |leaf| {
        if let Arg::Ty(ty) = leaf {
            found |= matches!(ty.kind(), TyKind::Assoc(..));
        }
        None
    });
    found
}

/// E0207: the parameters of an impl must follow from its header.
fn check_impl(cx: Cx<'_>, id: ImplId, out: &mut Errors) {
    let self_ty = cx.db.impl_self_ty(id).instantiate_identity();
    let mut types = vec![cx.ty(self_ty.skip_norm_wip())];
    if let Some(trait_ref) = cx.db.impl_trait(id) {
        let args = cx.args(trait_ref.instantiate_identity().skip_norm_wip().args);
        types.extend(args.iter().filter_map(Arg::as_ty));
        for arg in args.iter() {
            if let Arg::Const(Const::Error) = arg {
                return;
            }
        }
    }
    if types.iter().any(|ty| has_error(*ty)) {
        return;
    }
    let mut known = FxHashSet::default();
    types
        .iter()
        .for_each(|ty| params_of(*ty, false, &mut known));
    if let Some(trait_ref) = cx.db.impl_trait(id) {
        let args = cx.args(trait_ref.instantiate_identity().skip_norm_wip().args);
        args.iter().for_each(|arg| consts_of(arg, &mut known));
    }
    let def = GenericDefId::from(id);
    let own: Vec<_> = type_params(cx, def).collect();
    if own.iter().all(|(_, rank)| known.contains(rank)) {
        return;
    }
    while grow(cx, def, &mut known) {}
    for (id, rank) in own {
        if known.contains(&rank) {
            continue;
        }
        let param = &GenericParams::of(cx.db, def)[id];
        let name = param.name().map_or("_", |name| name.as_str());
        let Some(span) = param_span(cx, def, id) else {
            continue;
        };
        let what = match param.type_param() {
            Some(_) => "type",
            None => "const",
        };
        let message = format!(
            "the {what} parameter `{name}` is not constrained by the impl trait, self type, or predicates"
        );
        let error = BridgeError::new("E0207", span, message);
        out.add(
            error
                .with_label("unconstrained parameter")
                .with_help("use it in the type or trait of the impl, or move it to the method"),
        );
    }
}

/// `I: Iterator<Item = T>` fixes `T` where `I` is fixed.
fn grow(cx: Cx<'_>, def: GenericDefId, known: &mut FxHashSet<u32>) -> bool {
    let before = known.len();
    for clause in GenericPredicates::query_explicit(cx.db, def).iter_identity() {
        let ClauseKind::Projection(projection) = clause.skip_norm_wip().kind().skip_binder() else {
            continue;
        };
        let mut wanted = FxHashSet::default();
        for arg in cx.args(projection.projection_term.args).iter() {
            match arg {
                Arg::Ty(ty) => params_of(*ty, true, &mut wanted),
                Arg::Const(_) => consts_of(arg, &mut wanted),
            }
        }
        if wanted.is_subset(known) {
            match projection.term.kind() {
                TermKind::Ty(ty) => params_of(cx.ty(ty), false, known),
                TermKind::Const(c) => consts_of(&Arg::Const(cx.konst(c)), known),
            }
        }
    }
    known.len() > before
}

/// The parameters in a type; `all`: also those that only a projection has,
/// which do not follow from it.
fn params_of(ty: Ty, all: bool, found: &mut FxHashSet<u32>) {
    map_ty(ty, &mut |leaf| match leaf {
        Arg::Ty(ty) => match ty.kind() {
            TyKind::Param(rank, _) => {
                found.insert(*rank);
                None
            }
            TyKind::Assoc(..) if !all => Some(leaf.clone()),
            TyKind::Dyn(_) | TyKind::FnPtr(_) => None,
            _ => None,
        },
        Arg::Const(_) => {
            consts_of(leaf, found);
            None
        }
    });
}

fn consts_of(arg: &Arg, found: &mut FxHashSet<u32>) {
    if let Arg::Const(Const::Param(rank, _)) = arg {
        found.insert(*rank);
    }
}

/// The item's own type and const parameters, as numbered in types.
fn type_params(
    cx: Cx<'_>,
    def: GenericDefId,
) -> impl Iterator<Item = (LocalTypeOrConstParamId, u32)> {
    let params = GenericParams::of(cx.db, def);
    params.iter_type_or_consts().map(move |(local_id, _)| {
        let id = TypeOrConstParamId {
            parent: def,
            local_id,
        };
        let index = hir_ty::type_or_const_param_idx(cx.db, id);
        (local_id, cx.param_rank(def, index))
    })
}

fn param_span(cx: Cx<'_>, def: GenericDefId, id: LocalTypeOrConstParamId) -> Option<Span> {
    let sources = HasChildSource::<LocalTypeOrConstParamId>::child_source(&def, cx.db);
    let Either::Left(node) = sources.value.get(id)? else {
        return None;
    };
    Some(cx.span(sources.with_value(node.name()?.syntax().text_range())))
}
