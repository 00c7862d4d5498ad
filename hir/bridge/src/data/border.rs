//! Functions on the border to the host: exports and imports.

use crate::{
    Cx,
    attrs::{self, Attr},
};
use hir_def::src::HasSource;
use hir_def::{
    AdtId, ExternBlockId, FunctionId, HasModule, ImplId, ItemContainerId, Lookup,
    signatures::{FnFlags, FunctionSignature},
};
use hir_expand::InFile;
use syntax::{
    AstNode, AstToken,
    ast::{self, HasDocComments, HasName},
};
use wrc_base::Symbol;
use wrc_thir::{Declaration, Import};

/// What an import is when it is not a function of its module.
const KINDS: [&str; 4] = ["call", "get", "set", "new"];

impl Cx<'_> {
    /// Only the attributes that make a function an export; cheap.
    pub fn is_export(&self, id: FunctionId) -> bool {
        let node = id.lookup(self.db).source(self.db).value;
        let attrs = attrs::attrs(*self, id.krate(self.db), &node);
        self.export(id, &attrs, Symbol::new("")).is_some()
    }

    /// The name of an export, if it is one. Methods of an exported `impl` are
    /// not: functions were made of them.
    pub(super) fn export(&self, id: FunctionId, attrs: &[Attr], name: Symbol) -> Option<Symbol> {
        let name = attrs.iter().find_map(|attr| match attr.path.as_str() {
            "no_mangle" => Some(name),
            "export_name" => Some(Symbol::new(attr.value.as_deref().unwrap_or_default())),
            "wasm::export" => Some(attr.strings().first().map_or(name, |it| Symbol::new(it))),
            _ => None,
        })?;
        let is_member = match id.lookup(self.db).container {
            ItemContainerId::ImplId(it) => self.is_exported_impl(it),
            _ => false,
        };
        (!is_member).then_some(name)
    }

    /// Does the `impl` have the attribute?
    pub(crate) fn is_exported_impl(&self, id: ImplId) -> bool {
        let node = id.lookup(self.db).source(self.db).value;
        let attrs = attrs::attrs(*self, id.krate(self.db), &node);
        attrs.iter().any(|attr| attr.path == "wasm::export")
    }

    /// A declaration in an `extern` block, or one with `#[wasm::import]` and
    /// without a body.
    pub(super) fn import(&self, id: FunctionId, attrs: &[Attr], name: Symbol) -> Option<Import> {
        let container = id.lookup(self.db).container;
        let block = match container {
            ItemContainerId::ExternBlockId(block) => self.block(block),
            ItemContainerId::ModuleId(_) => {
                let flags = FunctionSignature::of(self.db, id).flags;
                let is_import = attrs.iter().any(|attr| attr.path == "wasm::import");
                if !is_import || flags.contains(FnFlags::HAS_BODY) {
                    return None;
                }
                Vec::new()
            }
            ItemContainerId::ImplId(_) | ItemContainerId::TraitId(_) => return None,
        };
        let mut module = Symbol::new("env");
        for attr in &block {
            let name = match attr.path.as_str() {
                "link" => attr.string("wasm_import_module"),
                "wasm::import" => attr.string("module").or(attr.strings().first().copied()),
                _ => None,
            };
            module = name.map_or(module, Symbol::new);
        }
        let link_name = attrs
            .iter()
            .filter(|attr| attr.path == "link_name")
            .find_map(|attr| attr.value.as_deref());
        let mut import = Import {
            module,
            name: link_name.map_or(name, Symbol::new),
        };
        for attr in attrs.iter().filter(|attr| attr.path == "wasm::import") {
            match (
                attr.string("module"),
                attr.string("name"),
                &attr.strings()[..],
            ) {
                (None, None, [module, name]) => {
                    import.module = Symbol::new(module);
                    import.name = Symbol::new(name);
                }
                (None, None, [name]) => import.name = Symbol::new(name),
                (module, name, _) => {
                    import.module = module.map_or(import.module, Symbol::new);
                    import.name = name.map_or(import.name, Symbol::new);
                }
            }
            if let Some(kind) = KINDS.iter().find(|kind| attr.has_word(kind)) {
                import.name = Symbol::new(&format!("{kind} {}", import.name));
            }
        }
        Some(import)
    }

    /// The attributes of an `extern` block.
    fn block(&self, block: ExternBlockId) -> Vec<Attr> {
        let loc = block.lookup(self.db);
        attrs::attrs(*self, block.krate(self.db), &loc.source(self.db).value)
    }

    /// Documentation of a type.
    pub fn documentation(&self, id: AdtId) -> String {
        docs(&self.adt_source(id).value)
    }

    /// A type as it is written.
    pub fn adt_source(&self, id: AdtId) -> InFile<ast::Adt> {
        match id {
            AdtId::StructId(it) => it.lookup(self.db).source(self.db).map(ast::Adt::Struct),
            AdtId::UnionId(it) => it.lookup(self.db).source(self.db).map(ast::Adt::Union),
            AdtId::EnumId(it) => it.lookup(self.db).source(self.db).map(ast::Adt::Enum),
        }
    }

    /// Documentation, and what the signature says.
    pub fn declaration(&self, id: FunctionId) -> Declaration {
        let source = id.lookup(self.db).source(self.db);
        let node = &source.value;
        let params: Vec<ast::Param> = match node.param_list() {
            Some(list) => list.params().collect(),
            None => Vec::new(),
        };
        let name = |param: &ast::Param| match param.pat()? {
            ast::Pat::IdentPat(it) => Some(Symbol::new(it.name()?.text())),
            _ => None,
        };
        let at = |ty: Option<ast::Type>| {
            let range = ty.map_or(node.syntax().text_range(), |ty| ty.syntax().text_range());
            self.span(source.with_value(range))
        };
        let ret = node.ret_type().and_then(|ret| ret.ty());
        let types = params.iter().map(|param| param.ty()).chain([ret]);
        Declaration {
            docs: docs(node),
            params: (params.iter())
                .map(|param| name(param).unwrap_or(Symbol::new("_")))
                .collect(),
            types: types.map(at).collect(),
        }
    }
}

/// The lines of `///` comments.
fn docs(node: &impl HasDocComments) -> String {
    let lines = node.doc_comments().filter_map(|comment| {
        let line = comment.text().strip_prefix("///")?;
        Some(line.strip_prefix(' ').unwrap_or(line).to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}
