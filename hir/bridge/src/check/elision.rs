//! Lifetimes that are left out where no rule gives them (E0106).
//!
//! ```text
//! fn longer(a: &str, b: &str) -> &str      of `a` or of `b`?
//! ```
//!
//! The result of a function gets the lifetime of `&self`, or else the only
//! one there is in the parameters. What hides lifetimes (`Self`, type
//! parameters, macros) is given the benefit of the doubt.

use super::{Errors, stores::Store};
use crate::{BridgeError, Cx, items::CrateItems};
use hir_def::{
    ExpressionStoreOwnerId, FunctionId, GenericDefId, ItemContainerId, Lookup, TypeAliasId,
    VariantId,
    expr_store::path::{GenericArg, GenericArgs, GenericArgsParentheses, Path},
    hir::generics::GenericParams,
    resolver::TypeNs,
    signatures::{FunctionSignature, TypeAliasSignature, VariantFields},
    type_ref::{LifetimeRef, LifetimeRefId, TypeBound, TypeRef, TypeRefId},
};
use rustc_hash::FxHashSet;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for def in &items.generics {
        match def {
            GenericDefId::FunctionId(it) => check_fn(cx, *it, out),
            GenericDefId::TypeAliasId(it) => check_alias(cx, *it, out),
            _ => {}
        }
    }
    for variant in &items.variants {
        check_fields(cx, *variant, out);
    }
}

fn check_fields(cx: Cx<'_>, variant: VariantId, out: &mut Errors) {
    let owner = ExpressionStoreOwnerId::VariantFields(variant);
    let whole = super::variant_span(cx, variant);
    let mut store = Store::new(cx, owner, whole);
    for (_, field) in VariantFields::of(cx.db, variant).fields().iter() {
        let mut found = Lifetimes::default();
        found.of_type(&mut store, field.type_ref);
        if let Some(id) = found.references.first() {
            let span = store.spans.type_ref(*id);
            let error = BridgeError::new("E0106", span, "missing lifetime specifier")
                .with_label("expected named lifetime parameter");
            out.add(error.with_help(
                "give the type a lifetime parameter, `<'a>`, and write `&'a`; or own the value",
            ));
        }
    }
}

fn check_alias(cx: Cx<'_>, id: TypeAliasId, out: &mut Errors) {
    let Some(ty) = TypeAliasSignature::of(cx.db, id).ty else {
        return;
    };
    let owner = ExpressionStoreOwnerId::Signature(id.into());
    let mut store = Store::new(cx, owner, cx.item_span(id.into()));
    let mut found = Lifetimes::default();
    found.of_type(&mut store, ty);
    if let Some(place) = found.references.first() {
        let span = store.spans.type_ref(*place);
        let error = match id.lookup(cx.db).container {
            ItemContainerId::ImplId(_) | ItemContainerId::TraitId(_) => {
                let message = "`&` without an explicit lifetime name cannot be used here";
                BridgeError::new("E0637", span, message)
                    .with_help("declare a lifetime after `impl`, `<'a>`, and write `&'a`")
            }
            _ => BridgeError::new("E0106", span, "missing lifetime specifier")
                .with_label("expected named lifetime parameter")
                .with_help("give the alias a lifetime parameter, `<'a>`, and write `&'a`"),
        };
        out.add(error);
    }
}

fn check_fn(cx: Cx<'_>, id: FunctionId, out: &mut Errors) {
    let signature = FunctionSignature::of(cx.db, id);
    let Some(ret) = signature.ret_type else {
        return;
    };
    let owner = ExpressionStoreOwnerId::Signature(id.into());
    let mut store = Store::new(cx, owner, cx.item_span(id.into()));
    let mut result = Lifetimes::default();
    result.of_type(&mut store, ret);
    let Some(place) = result.references.first().or(result.elided.first()) else {
        return;
    };
    let mut params = signature.params.iter();
    if signature.has_self_param() {
        let Some(receiver) = params.next() else {
            return;
        };
        // Only a plain `self` gives no lifetime.
        match &store.store[*receiver] {
            TypeRef::Path(path) if path.is_self_type() => {}
            _ => return,
        }
    }
    let mut given = Lifetimes::default();
    for param in params {
        given.of_type(&mut store, *param);
    }
    let count = given.references.len() + given.elided.len() + given.named.len();
    if given.unsure || count == 1 {
        return;
    }
    let span = store.spans.type_ref(*place);
    let why = match count {
        0 => "there is no value for it to be borrowed from",
        _ => "the signature does not say from which parameter it is borrowed",
    };
    let help = match count {
        0 => "own the value, as `String` does, or write `&'static`",
        _ => "name the lifetime: `<'a>` after the function's name, `&'a` there and here",
    };
    let error = BridgeError::new("E0106", span, "missing lifetime specifier");
    out.add(error.with_label(why).with_help(help));
}

/// The lifetimes that a type names or leaves out.
#[derive(Default)]
struct Lifetimes {
    /// `&T`.
    references: Vec<TypeRefId>,
    /// `Type<'_>`.
    elided: Vec<TypeRefId>,
    named: FxHashSet<LifetimeRef>,
    /// There may be more.
    unsure: bool,
}

impl Lifetimes {
    fn of_type(&mut self, store: &mut Store<'_>, id: TypeRefId) {
        let all = store.store;
        match &all[id] {
            TypeRef::Never | TypeRef::Placeholder => {}
            TypeRef::Tuple(types) => types.iter().for_each(|ty| self.of_type(store, *ty)),
            TypeRef::RawPtr(ty, _) | TypeRef::Slice(ty) => self.of_type(store, *ty),
            TypeRef::Array(array) => self.of_type(store, array.ty),
            TypeRef::Reference(reference) => {
                match reference.lifetime {
                    None => self.references.push(id),
                    Some(lifetime) => self.of_lifetime(store, id, lifetime),
                }
                self.of_type(store, reference.ty);
            }
            // Its own parameters give the lifetimes of its result.
            TypeRef::Fn(_) => {}
            TypeRef::Path(path) => self.of_path(store, id, path),
            TypeRef::ImplTrait(bounds) | TypeRef::DynTrait(bounds) => {
                for bound in bounds {
                    match bound {
                        TypeBound::Path(path, _) | TypeBound::ForLifetime(_, path) => {
                            self.of_bound(store, id, &all[*path]);
                        }
                        TypeBound::Lifetime(lifetime) => self.of_lifetime(store, id, *lifetime),
                        TypeBound::Use(_) => {}
                        TypeBound::Error => self.unsure = true,
                    }
                }
            }
            TypeRef::TypeParam(_) | TypeRef::PatternType(..) | TypeRef::Error => {
                self.unsure = true;
            }
        }
    }

    fn of_lifetime(&mut self, store: &Store<'_>, at: TypeRefId, id: LifetimeRefId) {
        match &store.store[id] {
            LifetimeRef::Placeholder => self.elided.push(at),
            LifetimeRef::Error => self.unsure = true,
            named => {
                self.named.insert(named.clone());
            }
        }
    }

    fn of_path(&mut self, store: &mut Store<'_>, at: TypeRefId, path: &Path) {
        if path.type_anchor().is_some() {
            self.unsure = true;
            return;
        }
        let def: Option<GenericDefId> = match store.type_ns(path) {
            Some((TypeNs::AdtId(it), None)) => Some(it.into()),
            Some((TypeNs::TypeAliasId(it), None)) => Some(it.into()),
            Some((TypeNs::BuiltinType(_) | TypeNs::GenericParam(_), _)) => None,
            Some((TypeNs::SelfType(_) | TypeNs::AdtSelfType(_), _)) => None,
            _ => {
                self.unsure = true;
                None
            }
        };
        let mut written = 0;
        for args in path.generic_args().into_iter().flatten().flatten() {
            written += self.of_args(store, at, args);
        }
        let wanted = def.map_or(0, |def| {
            GenericParams::of(store.cx.db, def).iter_lt().count()
        });
        // What is hidden counts, but is not asked for.
        self.unsure |= written < wanted;
    }

    fn of_bound(&mut self, store: &mut Store<'_>, at: TypeRefId, path: &Path) {
        for args in path.generic_args().into_iter().flatten().flatten() {
            if args.parenthesized == GenericArgsParentheses::No {
                self.of_args(store, at, args);
            }
        }
    }

    /// Gives how many lifetimes are written.
    fn of_args(&mut self, store: &mut Store<'_>, at: TypeRefId, args: &GenericArgs) -> usize {
        let mut written = 0;
        for arg in &args.args {
            match arg {
                GenericArg::Type(ty) => self.of_type(store, *ty),
                GenericArg::Lifetime(lifetime) => {
                    written += 1;
                    self.of_lifetime(store, at, *lifetime);
                }
                GenericArg::Const(_) => {}
            }
        }
        for binding in &args.bindings {
            if let Some(ty) = binding.type_ref {
                self.of_type(store, ty);
            }
            for bound in &binding.bounds {
                let all = store.store;
                if let Some((path, _)) = bound.as_path(all) {
                    self.of_bound(store, at, path);
                }
            }
        }
        written
    }
}
