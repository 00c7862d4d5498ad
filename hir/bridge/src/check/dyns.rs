//! `dyn Trait`: the trait must be dyn compatible (E0038), and all its
//! associated types must be given (E0191).

use super::{Errors, stores::Store};
use crate::{BridgeError, Cx};
use hir_def::{
    AssocItemId, GenericDefId, TraitId, TypeAliasId,
    expr_store::path::Path,
    hir::generics::GenericParams,
    signatures::{
        ConstSignature, FunctionSignature, TraitFlags, TraitSignature, TypeAliasSignature,
    },
    type_ref::{TypeRef, TypeRefId},
};
use hir_expand::name::Name;
use hir_ty::dyn_compatibility::{
    DynCompatibilityViolation as Violation, MethodViolationCode as Method, dyn_compatibility,
    generics_require_sized_self,
};
use rustc_hash::FxHashSet;

pub fn check(store: &mut Store<'_>, out: &mut Errors) {
    let all = store.store;
    for (id, ty) in all.types.iter() {
        let TypeRef::DynTrait(bounds) = ty else {
            continue;
        };
        for path in bounds.iter().filter_map(|bound| bound.as_path(all)) {
            if let Some(it) = store.trait_of(path.0)
                && let Some(error) = check_trait(store, id, path.0, it)
            {
                out.add(error);
            }
        }
    }
}

fn check_trait(store: &Store<'_>, id: TypeRefId, path: &Path, it: TraitId) -> Option<BridgeError> {
    let cx = store.cx;
    let signature = TraitSignature::of(cx.db, it);
    if signature.flags.contains(TraitFlags::ALIAS) {
        return None;
    }
    let name = signature.name.as_str();
    if let Some(why) = dyn_compatibility(cx.db, it) {
        let message = format!("the trait `{name}` is not dyn compatible");
        let error = BridgeError::new("E0038", store.spans.type_ref(id), message);
        let error = error.with_label(reason(cx, &why));
        return Some(error.with_help(match why {
            Violation::Method(..) => {
                "add `where Self: Sized` to the method, or use a generic type: `impl Trait`"
            }
            _ => "use a generic type instead: `impl Trait`, or an enum of the types",
        }));
    }
    let missing = missing_types(cx, path, it);
    let message = match missing.as_slice() {
        [] => return None,
        [one] => format!("the value of the associated type `{one}` in `{name}` must be specified"),
        more => format!(
            "the values of the associated types {} in `{name}` must be specified",
            more.iter()
                .map(|it| format!("`{it}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    let values: Vec<String> = missing.iter().map(|it| format!("{it} = Type")).collect();
    let help = format!("specify it: `{name}<{}>`", values.join(", "));
    let error = BridgeError::new("E0191", store.spans.type_ref(id), message);
    Some(error.with_help(help))
}

fn reason(cx: Cx<'_>, why: &Violation) -> String {
    let method = |it| FunctionSignature::of(cx.db, it).name.as_str().to_owned();
    match why {
        Violation::SizedSelf => "it requires `Self: Sized`".to_owned(),
        Violation::SelfReferential => "it uses `Self` as a type parameter".to_owned(),
        Violation::Method(it, code) => {
            let name = method(*it);
            let what = match code {
                Method::StaticMethod => "has no `self` parameter",
                Method::ReferencesSelfInput => "has a parameter of type `Self`",
                Method::ReferencesSelfOutput => "gives a `Self`",
                Method::ReferencesImplTraitInTrait => "gives an `impl Trait`",
                Method::AsyncFn => "is `async`",
                Method::WhereClauseReferencesSelf => "has a bound on `Self`",
                Method::Generic => "has type parameters",
                Method::UndispatchableReceiver => "has a `self` that cannot be dispatched on",
            };
            format!("its method `{name}` {what}")
        }
        Violation::AssocConst(it) => {
            let name = ConstSignature::of(cx.db, *it).name.as_ref();
            let name = name.map_or("_", |name| name.as_str());
            format!("it has a constant, `{name}`")
        }
        Violation::GAT(it) => {
            let name = TypeAliasSignature::of(cx.db, *it).name.as_str();
            format!("its associated type `{name}` has parameters")
        }
        Violation::HasNonCompatibleSuperTrait(it) => {
            let name = TraitSignature::of(cx.db, *it).name.as_str();
            format!("its supertrait `{name}` is not dyn compatible")
        }
    }
}

/// The associated types of the trait and its supertraits that neither the
/// path nor a supertrait's bound gives.
fn missing_types(cx: Cx<'_>, path: &Path, it: TraitId) -> Vec<String> {
    let mut given: FxHashSet<&Name> = FxHashSet::default();
    given.extend(bindings(path));
    let traits = hir_ty::all_super_traits(cx.db, it);
    let traits: FxHashSet<TraitId> = traits.iter().copied().chain([it]).collect();
    for it in &traits {
        let (_, store) = GenericParams::with_store(cx.db, GenericDefId::from(*it));
        let paths = store.types.iter().filter_map(|(_, ty)| match ty {
            TypeRef::Path(path) => Some(path),
            _ => None,
        });
        given.extend(paths.flat_map(bindings));
    }
    let mut missing: Vec<String> = traits
        .iter()
        .flat_map(|it| &it.trait_items(cx.db).items)
        .filter_map(|(name, item)| match item {
            AssocItemId::TypeAliasId(id) if !given.contains(name) && is_wanted(cx, *id) => {
                Some(name.as_str().to_owned())
            }
            _ => None,
        })
        .collect();
    missing.sort();
    missing.dedup();
    missing
}

/// Not those that only sized types have.
fn is_wanted(cx: Cx<'_>, id: TypeAliasId) -> bool {
    !generics_require_sized_self(cx.db, id.into())
        && TypeAliasSignature::of(cx.db, id).generic_params.is_empty()
}

fn bindings(path: &Path) -> impl Iterator<Item = &Name> {
    let args = path.generic_args().into_iter().flatten().flatten();
    args.flat_map(|args| args.bindings.iter().map(|it| &it.name))
}
