//! `#[wasm::export]` and `#[wasm::import]` where they mean nothing.
//!
//! What the first makes of a struct and its methods is made from the file's
//! text (`wrc_project::members`), which sees only what stands there itself.

use super::Errors;
use crate::{Cx, ids, items::CrateItems};
use hir_def::{AdtId, FunctionId, GenericDefId, ImplId, Lookup, src::HasSource};
use hir_expand::InFile;
use syntax::{
    AstNode, SyntaxNode,
    ast::{self, HasAttrs, HasGenericParams},
};
use wrc_thir::TyKind;

pub fn check(cx: Cx<'_>, items: &CrateItems<'_>, out: &mut Errors) {
    for def in &items.generics {
        match *def {
            GenericDefId::FunctionId(it) => check_fn(cx, it, out),
            GenericDefId::AdtId(it) => check_adt(cx, it, out),
            GenericDefId::ImplId(it) => check_impl(cx, it, out),
            GenericDefId::TraitId(it) => {
                let source = it.lookup(cx.db).source(cx.db);
                misplaced(cx, source, "a trait", out);
            }
            GenericDefId::ConstId(it) => {
                let source = it.lookup(cx.db).source(cx.db);
                misplaced(cx, source, "a constant", out);
            }
            GenericDefId::StaticId(it) => {
                let source = it.lookup(cx.db).source(cx.db);
                misplaced(cx, source, "a static", out);
            }
            GenericDefId::TypeAliasId(it) => {
                let source = it.lookup(cx.db).source(cx.db);
                misplaced(cx, source, "a type alias", out);
            }
        }
    }
}

const CODE: &str = "WRC1008";

/// The attribute as written, if the item has it.
fn find(node: &impl HasAttrs, name: &str) -> Option<ast::Attr> {
    let path = format!("wasm::{name}");
    node.attrs().find(|attr| {
        let written = attr.path().map(|path| path.syntax().text().to_string());
        written.is_some_and(|written| written == path)
    })
}

fn report<N>(cx: Cx<'_>, source: &InFile<N>, at: &impl AstNode, message: &str, out: &mut Errors) {
    let range = source.with_value(at.syntax().text_range());
    out.push(CODE, cx.span(range), message);
}

fn misplaced<N: HasAttrs>(cx: Cx<'_>, source: InFile<N>, what: &str, out: &mut Errors) {
    for name in ["export", "import"] {
        if let Some(attr) = find(&source.value, name) {
            let message = format!("`#[wasm::{name}]` on {what}");
            report(cx, &source, &attr, &message, out);
        }
    }
}

fn check_fn(cx: Cx<'_>, id: FunctionId, out: &mut Errors) {
    let source = id.lookup(cx.db).source(cx.db);
    let node = &source.value;
    if let Some(attr) = find(node, "import")
        && node.body().is_some()
    {
        let message = "`#[wasm::import]` on a function with a body: JavaScript has it";
        report(cx, &source, &attr, message, out);
    }
    if find(node, "export").is_none() {
        return;
    }
    let params = node.generic_param_list();
    let params = params.iter().flat_map(|list| list.generic_params());
    let generic = params.into_iter().find(|param| {
        matches!(
            param,
            ast::GenericParam::TypeParam(_) | ast::GenericParam::ConstParam(_)
        )
    });
    if let Some(param) = generic {
        let message = "an exported function cannot have type parameters";
        report(cx, &source, &param, message, out);
    }
    let list = node.param_list();
    let types = list.iter().flat_map(|list| list.params());
    let types = types.filter_map(|param| param.ty());
    for ty in types.filter(|ty| matches!(ty, ast::Type::ImplTraitType(_))) {
        let message = "an exported function cannot take `impl Trait`";
        report(cx, &source, &ty, message, out);
    }
    if let Some(token) = node.async_token() {
        let range = source.with_value(token.text_range());
        let message = "an exported function cannot be `async`";
        out.push(CODE, cx.span(range), message);
    }
}

/// Does the item stand in the file itself?
fn is_written<N: AstNode>(source: &InFile<N>) -> bool {
    let parent = source.value.syntax().parent();
    let is_top = |node: SyntaxNode| ast::SourceFile::can_cast(node.kind());
    source.file_id.file_id().is_some() && parent.is_some_and(is_top)
}

fn check_place<N: AstNode>(
    cx: Cx<'_>,
    source: &InFile<N>,
    attr: &ast::Attr,
    out: &mut Errors,
) -> bool {
    let is_written = is_written(source);
    if !is_written {
        let message = "`#[wasm::export]` on a type inside of a module with a body, a function or \
                       a macro; move it to the top of a file";
        report(cx, source, attr, message, out);
    }
    is_written
}

fn check_adt(cx: Cx<'_>, id: AdtId, out: &mut Errors) {
    let source = cx.adt_source(id);
    misplaced_import(cx, &source, out);
    let Some(attr) = find(&source.value, "export") else {
        return;
    };
    if let ast::Adt::Union(_) = source.value {
        return report(cx, &source, &attr, "`#[wasm::export]` on a union", out);
    }
    if check_place(cx, &source, &attr, out)
        && let Some(params) = source.value.generic_param_list()
    {
        let message = "an exported struct cannot have parameters";
        report(cx, &source, &params, message, out);
    }
}

fn misplaced_import<N: HasAttrs>(cx: Cx<'_>, source: &InFile<N>, out: &mut Errors) {
    if let Some(attr) = find(&source.value, "import") {
        report(
            cx,
            source,
            &attr,
            "`#[wasm::import]` on what is no function",
            out,
        );
    }
}

fn check_impl(cx: Cx<'_>, id: ImplId, out: &mut Errors) {
    let source = id.lookup(cx.db).source(cx.db);
    misplaced_import(cx, &source, out);
    let Some(attr) = find(&source.value, "export") else {
        return;
    };
    if source.value.trait_().is_some() {
        let message = "`#[wasm::export]` on the impl of a trait";
        return report(cx, &source, &attr, message, out);
    }
    if !check_place(cx, &source, &attr, out) {
        return;
    }
    if let Some(params) = source.value.generic_param_list() {
        let message = "an exported `impl` cannot have parameters";
        return report(cx, &source, &params, message, out);
    }
    let Some(ty) = source.value.self_ty() else {
        return;
    };
    let of = cx.ty(cx
        .db
        .impl_self_ty(id)
        .instantiate_identity()
        .skip_norm_wip());
    let is_exported = match of.kind() {
        TyKind::Adt(def, _) => {
            let of = cx.adt_source(ids::adt_id(*def));
            of.file_id == source.file_id && find(&of.value, "export").is_some()
        }
        _ => false,
    };
    if !is_exported {
        let message = format!(
            "`#[wasm::export]` on methods of `{}`, which is not exported in this file",
            ty.syntax().text()
        );
        report(cx, &source, &attr, &message, out);
    }
}
