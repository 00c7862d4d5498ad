//! The written types and paths of one signature, list of fields or body, and
//! what their names mean there.

use crate::{Cx, spans::NodeSpans};
use hir_def::{
    ExpressionStoreOwnerId, GenericDefId, ImplId, TraitId,
    expr_store::{
        ExpressionStore,
        path::{GenericArgs, Path},
    },
    hir::{
        Expr, ExprId, ExprOrPatId, Pat,
        generics::{GenericParams, WherePredicate},
    },
    per_ns::Namespace,
    resolver::{HasResolver, Resolver, TypeNs},
    signatures::{ImplSignature, TypeAliasSignature},
    type_ref::{PathId, TypeBound, TypeRef, TypeRefId},
};
use rustc_hash::FxHashSet;
use wrc_base::Span;

/// A store of types and expressions with what is needed to read it.
pub struct Store<'db> {
    pub cx: Cx<'db>,
    pub owner: ExpressionStoreOwnerId,
    pub store: &'db ExpressionStore,
    pub resolver: Resolver<'db>,
    pub spans: NodeSpans<'db>,
    /// An expression directly inside each block with items of its own.
    blocks: Vec<ExprId>,
    /// The types that are names of traits: bounds, `impl Trait for`.
    traits: FxHashSet<TypeRefId>,
}

impl<'db> Store<'db> {
    /// `whole` is the span of what is known of no node.
    pub fn new(cx: Cx<'db>, owner: ExpressionStoreOwnerId, whole: Span) -> Store<'db> {
        let (store, map) = ExpressionStore::with_source_map(cx.db, owner);
        let blocks = match owner {
            ExpressionStoreOwnerId::Body(_) => blocks(store),
            _ => Vec::new(),
        };
        Store {
            cx,
            owner,
            store,
            resolver: owner.resolver(cx.db),
            spans: NodeSpans::new(cx, store, map, whole),
            blocks,
            traits: trait_paths(cx, owner, store).collect(),
        }
    }

    /// The paths that stand for types or, with `true`, traits.
    pub fn paths(&self) -> impl Iterator<Item = (TypeRefId, &'db Path, bool)> {
        self.store.types.iter().filter_map(|(id, ty)| match ty {
            TypeRef::Path(path) => Some((id, path, self.traits.contains(&id))),
            _ => None,
        })
    }

    /// The answer of the item's scope, or else of the first block with items
    /// that has one.
    pub fn find<T>(&mut self, mut ask: impl FnMut(&Resolver<'db>) -> Option<T>) -> Option<T> {
        match ask(&self.resolver) {
            Some(found) => Some(found),
            None => self.find_in_blocks(ask),
        }
    }

    /// The answer of the first block with items that has one.
    pub fn find_in_blocks<T>(
        &mut self,
        mut ask: impl FnMut(&Resolver<'db>) -> Option<T>,
    ) -> Option<T> {
        for block in &self.blocks {
            let guard = self
                .resolver
                .update_to_inner_scope(self.cx.db, self.owner, *block);
            let found = ask(&self.resolver);
            self.resolver.reset_to_guard(guard);
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// What a path means as a type, and how many of its names are left.
    pub fn type_ns(&mut self, path: &Path) -> Option<(TypeNs, Option<usize>)> {
        let db = self.cx.db;
        self.find(|resolver| {
            let (ns, left, _) = resolver.resolve_path_in_type_ns(db, path)?;
            Some((ns, left))
        })
    }

    /// The trait that a bound names.
    pub fn trait_of(&mut self, path: &Path) -> Option<TraitId> {
        match self.type_ns(path)? {
            (TypeNs::TraitId(it), None) => Some(it),
            _ => None,
        }
    }

    /// The paths in expressions and patterns, and where they are looked up:
    /// those of records are types.
    pub fn value_paths(&self) -> Vec<(ExprOrPatId, &'db Path, &'static [Namespace])> {
        const VALUES: &[Namespace] = &[Namespace::Values];
        const TYPES: &[Namespace] = &[Namespace::Types];
        let store = self.store;
        let exprs = exprs(self.owner, store).filter_map(|(id, expr)| match expr {
            Expr::Path(path) => Some((id.into(), path, VALUES)),
            Expr::RecordLit { path, .. } => Some((id.into(), path, TYPES)),
            _ => None,
        });
        let is_body = matches!(self.owner, ExpressionStoreOwnerId::Body(_));
        let pats = is_body.then(|| store.pats()).into_iter().flatten();
        let pats = pats.filter_map(|(id, pat)| match pat {
            Pat::Path(path) | Pat::TupleStruct { path, .. } => Some((id.into(), path, VALUES)),
            Pat::Record { path, .. } => Some((id.into(), path, TYPES)),
            _ => None,
        });
        exprs.chain(pats).collect()
    }

    /// The item whose parameters are in scope.
    pub fn generic_def(&self) -> GenericDefId {
        self.owner.generic_def(self.cx.db)
    }
}

/// An expression directly inside each block, from which its items are visible.
fn blocks(store: &ExpressionStore) -> Vec<ExprId> {
    let with_items = store.exprs().filter(|(_, expr)| {
        matches!(
            expr,
            Expr::Block { id: Some(_), .. } | Expr::Unsafe { id: Some(_), .. }
        )
    });
    with_items.map(|(id, _)| inner_expr(store, id)).collect()
}

fn inner_expr(store: &ExpressionStore, block: ExprId) -> ExprId {
    let mut last = None;
    store.walk_child_exprs(block, |child| last = Some(child));
    last.unwrap_or(block)
}

/// All types in a store that are names of traits.
fn trait_paths(
    cx: Cx<'_>,
    owner: ExpressionStoreOwnerId,
    store: &ExpressionStore,
) -> impl Iterator<Item = TypeRefId> {
    let mut found: Vec<PathId> = Vec::new();
    for (_, ty) in store.types.iter() {
        match ty {
            TypeRef::ImplTrait(bounds) | TypeRef::DynTrait(bounds) => push(bounds, &mut found),
            TypeRef::Path(path) => {
                let args = path.generic_args().into_iter().flatten().flatten();
                args.for_each(|args| push_bindings(args, &mut found));
            }
            _ => {}
        }
    }
    for (_, expr) in exprs(owner, store) {
        if let Expr::Path(path) | Expr::RecordLit { path, .. } = expr {
            let args = path.generic_args().into_iter().flatten().flatten();
            args.for_each(|args| push_bindings(args, &mut found));
        }
    }
    if let ExpressionStoreOwnerId::Signature(def) = owner {
        for predicate in GenericParams::of(cx.db, def).where_predicates() {
            if let WherePredicate::TypeBound { bound, .. } = predicate {
                push(std::slice::from_ref(bound), &mut found);
            }
        }
        match def {
            GenericDefId::ImplId(it) => found.extend(impl_trait(cx, it)),
            GenericDefId::TypeAliasId(it) => {
                push(&TypeAliasSignature::of(cx.db, it).bounds, &mut found);
            }
            _ => {}
        }
    }
    found.into_iter().map(PathId::type_ref)
}

fn exprs(
    owner: ExpressionStoreOwnerId,
    store: &ExpressionStore,
) -> impl Iterator<Item = (ExprId, &Expr)> {
    let is_body = matches!(owner, ExpressionStoreOwnerId::Body(_));
    is_body.then(|| store.exprs()).into_iter().flatten()
}

fn impl_trait(cx: Cx<'_>, it: ImplId) -> Option<PathId> {
    Some(ImplSignature::of(cx.db, it).target_trait?.path)
}

fn push(bounds: &[TypeBound], found: &mut Vec<PathId>) {
    for bound in bounds {
        match bound {
            TypeBound::Path(path, _) | TypeBound::ForLifetime(_, path) => found.push(*path),
            TypeBound::Lifetime(_) | TypeBound::Use(_) | TypeBound::Error => {}
        }
    }
}

fn push_bindings(args: &GenericArgs, found: &mut Vec<PathId>) {
    for binding in &args.bindings {
        push(&binding.bounds, found);
        if let Some(args) = &binding.args {
            push_bindings(args, found);
        }
    }
}
