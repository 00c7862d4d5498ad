//! Types that differ only in lifetimes, as `fn(&'static str)` and
//! `for<'a> fn(&'a str)` do. THIR knows them as one type, since their values
//! have the same representation and go over into each other; but their
//! `TypeId`s are not equal (reference, types.fn-pointer and
//! subtype.higher-ranked).
//!
//! rust-analyzer does not tell them apart either. So lowering refuses to
//! number such types, in programs where some function pointer or `dyn` is
//! written with lifetimes; where all are elided there is only one form.

use crate::{Cx, ids};
use hir_def::{
    GenericDefId,
    nameres::{ModuleOrigin, crate_def_map},
};
use syntax::{AstNode, SyntaxKind, SyntaxNode, ast};
use wrc_thir::{Ty, TyKind, map_ty};

impl Cx<'_> {
    /// May `ty`, a function pointer or `dyn`, stand for several types?
    pub fn has_many_forms(&self, ty: Ty) -> bool {
        let has_places = match ty.kind() {
            TyKind::FnPtr(_) => holds_references(ty),
            TyKind::Dyn(it) => {
                let principal = it.principal.as_ref().map(|(def, _)| ids::trait_id(*def));
                let has_lifetimes = |owner: GenericDefId| {
                    self.arg_count(owner) as usize != self.arg_count_with_lifetimes(owner)
                };
                holds_references(ty) || principal.is_some_and(|it| has_lifetimes(it.into()))
            }
            _ => false,
        };
        has_places
            && *self
                .tables
                .spells_lifetimes
                .get_or_init(|| self.spells_lifetimes())
    }

    /// Is some function pointer or `dyn` outside of the library written with
    /// lifetimes?
    fn spells_lifetimes(&self) -> bool {
        let mut crates = self.krate.transitive_deps(self.db).into_iter();
        crates.any(|krate| {
            if krate.data(self.db).origin.is_lang() {
                return false;
            }
            let modules = crate_def_map(self.db, krate).modules();
            modules.into_iter().any(|(_, module)| match module.origin {
                ModuleOrigin::CrateRoot { definition } | ModuleOrigin::File { definition, .. } => {
                    spelled_in(definition.parse(self.db).tree().syntax())
                }
                ModuleOrigin::Inline { .. } | ModuleOrigin::BlockExpr { .. } => false,
            })
        })
    }
}

/// Is there something in the type's parts that may have a lifetime?
fn holds_references(ty: Ty) -> bool {
    let mut found = false;
    map_ty(ty, &mut |part| {
        if let Some(part) = part.as_ty()
            && part != ty
        {
            found |= matches!(
                part.kind(),
                TyKind::Ref(..) | TyKind::Dyn(_) | TyKind::Adt(..)
            );
        }
        None
    });
    found
}

/// Is there a function pointer or `dyn` with lifetimes? Tokens of macros count
/// when they have both a lifetime and one of these words.
fn spelled_in(file: &SyntaxNode) -> bool {
    let is_lifetime = |kind| kind == SyntaxKind::LIFETIME_IDENT;
    let has = |node: &SyntaxNode, is: &dyn Fn(SyntaxKind) -> bool| {
        let mut all = node.descendants_with_tokens();
        all.any(|it| is(it.kind()))
    };
    file.descendants().any(|node| match node.kind() {
        SyntaxKind::FN_PTR_TYPE => has(&node, &is_lifetime),
        // `dyn Trait + 'a` alone says nothing about what is inside.
        SyntaxKind::DYN_TRAIT_TYPE => node
            .descendants()
            .filter_map(ast::TypeBound::cast)
            .any(|bound| bound.ty().is_some() && has(bound.syntax(), &is_lifetime)),
        SyntaxKind::TOKEN_TREE => {
            has(&node, &is_lifetime)
                && has(&node, &|it| {
                    matches!(it, SyntaxKind::FN_KW | SyntaxKind::DYN_KW)
                })
        }
        _ => false,
    })
}
