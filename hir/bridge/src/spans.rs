//! From rust-analyzer's syntax pointers to spans of files the user wrote.

use crate::Cx;
use hir_def::{
    AdtId, DefWithBodyId, GenericDefId, Lookup,
    expr_store::{ExpressionStore, ExpressionStoreSourceMap},
    hir::{BindingId, Expr, ExprId, ExprOrPatId, Pat, PatId},
    src::HasSource,
    type_ref::TypeRefId,
};
use hir_expand::{FileRange, HirFileId, InFile, MacroCallId, MacroCallKind};
use rustc_hash::FxHashMap;
use syntax::{AstNode, Direction, SyntaxKind, SyntaxNode, SyntaxNodePtr, TextRange, ast};
use wrc_base::{FileId, Span};

impl Cx<'_> {
    /// Is the file part of the standard library or of a dependency?
    pub fn is_library_file(&self, file: FileId) -> bool {
        let file = base_db::FileId::from_raw(file.0);
        let root = self.db.file_source_root(file).source_root_id(self.db);
        self.db.source_root(root).source_root(self.db).is_library
    }

    /// Is the file part of the standard library?
    pub fn is_std_file(&self, file: FileId) -> bool {
        let file = base_db::FileId::from_raw(file.0);
        let crates = base_db::relevant_crates(self.db, file);
        let mut crates = crates.iter();
        crates.any(|krate| crate::items::is_library_crate(*self, *krate))
    }

    /// A range, possibly in a macro expansion, as the user sees it.
    pub fn span(&self, range: InFile<TextRange>) -> Span {
        self.file_span(range.original_node_file_range_rooted(self.db))
    }

    /// Like [`Cx::span`], but what a macro's body wrote lies at the outermost
    /// call of the macro, as in `Location::caller`.
    pub fn call_site_span(&self, range: InFile<TextRange>) -> Span {
        match range.file_id {
            HirFileId::FileId(_) => self.span(range),
            HirFileId::MacroFile(call) => {
                let (range, ctxt) = range.original_node_file_range(self.db);
                if ctxt.is_root() {
                    return self.file_span(range);
                }
                match self.macro_call_range(call) {
                    Some(range) => self.call_site_span(range),
                    None => {
                        let loc = call.loc(self.db);
                        self.file_span(loc.kind.original_call_range(self.db, loc.krate))
                    }
                }
            }
        }
    }

    /// Where `name!` is written, possibly in an expansion.
    pub fn macro_call_range(&self, call: MacroCallId) -> Option<InFile<TextRange>> {
        let MacroCallKind::FnLike { ast_id, .. } = &call.loc(self.db).kind else {
            return None;
        };
        let node = ast_id.to_in_file_node(self.db);
        let name = node.value.path()?.syntax().text_range();
        let range = name.cover(node.value.excl_token()?.text_range());
        Some(InFile::new(node.file_id, range))
    }

    pub fn file_span(&self, range: FileRange) -> Span {
        let file = range.file_id.file_id(self.db);
        Span::new(
            FileId(file.index()),
            range.range.start().into(),
            range.range.end().into(),
        )
    }
}

/// Spans of the nodes of one body or signature. Desugared nodes have the span
/// of the nearest ancestor that was written.
pub(crate) struct NodeSpans<'db> {
    cx: Cx<'db>,
    store: &'db ExpressionStore,
    map: &'db ExpressionStoreSourceMap,
    parents: FxHashMap<ExprOrPatId, ExprId>,
    whole: Span,
    /// Whose body it is; unknown for signatures.
    owner: Option<DefWithBodyId>,
}

impl<'db> NodeSpans<'db> {
    /// `whole` is the span of nodes of which nothing is known.
    pub fn new(
        cx: Cx<'db>,
        store: &'db ExpressionStore,
        map: &'db ExpressionStoreSourceMap,
        whole: Span,
    ) -> NodeSpans<'db> {
        NodeSpans {
            cx,
            store,
            map,
            parents: parents(store),
            whole,
            owner: None,
        }
    }

    /// Spans of the body of `owner`.
    pub fn of_body(mut self, owner: DefWithBodyId) -> NodeSpans<'db> {
        self.owner = Some(owner);
        self
    }

    pub fn owner(&self) -> Option<DefWithBodyId> {
        self.owner
    }

    pub fn expr(&self, expr: ExprId) -> Span {
        self.node(expr.into())
    }

    pub fn pat(&self, pat: PatId) -> Span {
        self.node(pat.into())
    }

    pub fn node(&self, node: ExprOrPatId) -> Span {
        self.range(node)
            .map_or(self.whole, |range| self.cx.call_site_span(range))
    }

    /// The range of the node or of its nearest written ancestor.
    pub fn range(&self, mut node: ExprOrPatId) -> Option<InFile<TextRange>> {
        loop {
            if let Ok(source) = self.map.expr_or_pat_syntax(node) {
                return Some(source.map(|ptr| ptr.text_range()));
            }
            node = ExprOrPatId::ExprId(*self.parents.get(&node)?);
        }
    }

    /// Is `value` what a field of `record` gets?
    pub fn is_field_of(&self, value: ExprId, record: ExprId) -> bool {
        matches!(&self.store[record], Expr::RecordLit { fields, .. }
            if fields.iter().any(|field| field.expr == value))
    }

    /// The macro call that the expression is all or part of.
    pub fn macro_call(&self, expr: ExprId) -> Option<MacroCallId> {
        let source = self.map.expr_or_pat_syntax(expr.into()).ok()?;
        match source.file_id {
            HirFileId::MacroFile(call) => Some(call),
            HirFileId::FileId(_) => None,
        }
    }

    /// Is it `Trait` in `<T as Trait>::Item`?
    pub fn is_qualifying_trait(&self, type_ref: TypeRefId) -> bool {
        let Ok(source) = self.map.type_syntax(type_ref) else {
            return false;
        };
        let root = source.file_id.parse_or_expand(self.cx.db);
        let Some(node) = source.value.syntax_node_ptr().try_to_node(&root) else {
            return false;
        };
        let before = node.siblings_with_tokens(Direction::Prev).skip(1);
        let mut before = before.filter(|it| !it.kind().is_trivia());
        before
            .next()
            .is_some_and(|it| it.kind() == SyntaxKind::AS_KW)
    }

    /// The name with number `i` of a path that is a type.
    pub fn type_segment(&self, type_ref: TypeRefId, i: usize) -> Span {
        let source = self.map.type_syntax(type_ref).ok();
        let source = source.map(|it| it.map(|ptr| ptr.syntax_node_ptr()));
        let range = source.and_then(|it| segment(self.cx, it, i));
        range.map_or_else(|| self.type_ref(type_ref), |range| self.cx.span(range))
    }

    /// The name with number `i` of a path in an expression or pattern.
    pub fn segment(&self, node: ExprOrPatId, i: usize) -> Span {
        let source = self.map.expr_or_pat_syntax(node).ok();
        let source = source.map(|it| it.map(|ptr| ptr.syntax_node_ptr()));
        let range = source.and_then(|it| segment(self.cx, it, i));
        range.map_or_else(|| self.node(node), |range| self.cx.call_site_span(range))
    }

    pub fn type_ref(&self, type_ref: TypeRefId) -> Span {
        match self.map.type_syntax(type_ref) {
            Ok(source) => self.cx.span(source.map(|ptr| ptr.text_range())),
            Err(_) => self.whole,
        }
    }
}

/// The name with number `i` in the path that the node is or begins with;
/// `self`, `super` and `crate` have no number.
fn segment(cx: Cx<'_>, node: InFile<SyntaxNodePtr>, i: usize) -> Option<InFile<TextRange>> {
    let root = node.file_id.parse_or_expand(cx.db);
    let syntax = node.value.try_to_node(&root)?;
    let path = match ast::Path::cast(syntax.clone()) {
        Some(path) => path,
        None => syntax.children().find_map(ast::Path::cast)?,
    };
    let names = path.segments().filter_map(|it| it.name_ref());
    let mut names = names.filter(|it| it.ident_token().is_some());
    let name = names.nth(i)?;
    Some(node.with_value(name.syntax().text_range()))
}

/// The expression around each expression and pattern.
fn parents(store: &ExpressionStore) -> FxHashMap<ExprOrPatId, ExprId> {
    let mut parents = FxHashMap::default();
    for (id, _) in store.exprs() {
        store.walk_child_exprs_without_pats(id, |child| {
            parents.insert(ExprOrPatId::ExprId(child), id);
        });
        for pat in pats_of_expr(store, id) {
            store.walk_pats(pat, &mut |pat| {
                parents.insert(ExprOrPatId::PatId(pat), id);
                store.walk_exprs_in_pat(pat, |child| {
                    parents.entry(ExprOrPatId::ExprId(child)).or_insert(id);
                });
            });
        }
    }
    parents
}

fn pats_of_expr(store: &ExpressionStore, id: ExprId) -> Vec<PatId> {
    use hir_def::hir::Statement;
    match &store[id] {
        Expr::Let { pat, .. } => vec![*pat],
        Expr::Match { arms, .. } => arms.iter().map(|arm| arm.pat).collect(),
        Expr::Block { statements, .. } | Expr::Unsafe { statements, .. } => statements
            .iter()
            .filter_map(|stmt| match stmt {
                Statement::Let { pat, .. } => Some(*pat),
                Statement::Expr { .. } | Statement::Item(_) => None,
            })
            .collect(),
        Expr::Assignment { target, .. } => vec![*target],
        Expr::Closure { args, .. } => args.to_vec(),
        _ => Vec::new(),
    }
}

impl Cx<'_> {
    /// The header of an item: what rustc points at.
    pub fn item_span(&self, def: GenericDefId) -> Span {
        use syntax::ast::Item;
        fn range<T: HasSource<Value: Into<Item>>>(cx: &Cx<'_>, loc: &T) -> InFile<TextRange> {
            loc.source(cx.db)
                .map(|node| crate::check::header(&node.into()))
        }
        let db = self.db;
        let range = match def {
            GenericDefId::AdtId(AdtId::StructId(it)) => range(self, it.lookup(db)),
            GenericDefId::AdtId(AdtId::EnumId(it)) => range(self, it.lookup(db)),
            GenericDefId::AdtId(AdtId::UnionId(it)) => range(self, it.lookup(db)),
            GenericDefId::ConstId(it) => range(self, it.lookup(db)),
            GenericDefId::FunctionId(it) => range(self, it.lookup(db)),
            GenericDefId::ImplId(it) => range(self, it.lookup(db)),
            GenericDefId::StaticId(it) => range(self, it.lookup(db)),
            GenericDefId::TraitId(it) => range(self, it.lookup(db)),
            GenericDefId::TypeAliasId(it) => range(self, it.lookup(db)),
        };
        self.span(range)
    }
}

/// Parts of nodes that error messages name.
impl NodeSpans<'_> {
    pub fn whole(&self) -> Span {
        self.whole
    }

    pub fn binding(&self, binding: BindingId) -> Span {
        match self.map.patterns_for_binding(binding).first() {
            Some(pat) => self.pat(*pat),
            None => self.whole,
        }
    }

    /// The last place where a pattern names the variable.
    pub fn last_of_binding(&self, binding: BindingId) -> Span {
        match self.map.patterns_for_binding(binding).last() {
            Some(pat) => self.pat(*pat),
            None => self.whole,
        }
    }

    /// The span of `name` in `receiver.name(args)`.
    pub fn method_name(&self, cx: Cx<'_>, expr: ExprId) -> Span {
        let name = self.syntax(cx, expr.into()).and_then(|node| {
            let call = ast::MethodCallExpr::cast(node.value.clone())?;
            Some(node.with_value(call.name_ref()?.syntax().text_range()))
        });
        match name {
            Some(range) => cx.span(range),
            None => self.expr(expr),
        }
    }

    /// From the method's name to the end of the call: where rustc says that
    /// a method call is.
    pub fn method_call(&self, cx: Cx<'_>, expr: ExprId) -> Span {
        let range = self.syntax(cx, expr.into()).and_then(|node| {
            let call = ast::MethodCallExpr::cast(node.value.clone())?;
            let start = call.name_ref()?.syntax().text_range().start();
            let end = call.syntax().text_range().end();
            Some(node.with_value(TextRange::new(start, end)))
        });
        match range {
            Some(range) => cx.call_site_span(range),
            None => self.expr(expr),
        }
    }

    /// From the bracket of `base[index]` to its end: where an overloaded
    /// index says that it was called.
    pub fn brackets(&self, cx: Cx<'_>, expr: ExprId) -> Span {
        let range = self.syntax(cx, expr.into()).and_then(|node| {
            let index = ast::IndexExpr::cast(node.value.clone())?;
            let start = index.l_brack_token()?.text_range().start();
            let end = index.syntax().text_range().end();
            Some(node.with_value(TextRange::new(start, end)))
        });
        match range {
            Some(range) => cx.call_site_span(range),
            None => self.expr(expr),
        }
    }

    /// The span of the record field whose value or pattern is `node`: of its
    /// name if it has one.
    pub fn field(&self, cx: Cx<'_>, node: ExprOrPatId) -> Span {
        let name = self.syntax(cx, node).and_then(|source| {
            let field = source.value.ancestors().take(4).find_map(|node| {
                if let Some(field) = ast::RecordExprField::cast(node.clone()) {
                    return Some(field.name_ref()?.syntax().text_range());
                }
                Some(
                    ast::RecordPatField::cast(node)?
                        .name_ref()?
                        .syntax()
                        .text_range(),
                )
            });
            Some(source.with_value(field?))
        });
        name.map_or_else(|| self.node(node), |range| self.cx.call_site_span(range))
    }

    /// The name of the record field whose value or pattern is `node`.
    pub fn field_name(&self, cx: Cx<'_>, node: ExprOrPatId) -> String {
        let name = self.syntax(cx, node).and_then(|node| {
            node.value.ancestors().take(4).find_map(|node| {
                if let Some(field) = ast::RecordExprField::cast(node.clone()) {
                    return Some(field.field_name()?.text().to_string());
                }
                let field = ast::RecordPatField::cast(node)?;
                Some(field.field_name()?.to_string())
            })
        });
        name.unwrap_or_default()
    }

    /// The text of a path.
    pub fn path_text(&self, cx: Cx<'_>, node: ExprOrPatId) -> String {
        let path = match node {
            ExprOrPatId::ExprId(expr) => match &self.store[expr] {
                Expr::Path(path) => Some(path),
                _ => None,
            },
            ExprOrPatId::PatId(pat) => match &self.store[pat] {
                Pat::Path(path) | Pat::TupleStruct { path, .. } | Pat::Record { path, .. } => {
                    Some(path)
                }
                _ => None,
            },
        };
        if let Some(path) = path
            && path.type_anchor().is_none()
            && let Some(path) = path.mod_path()
        {
            return path.display(cx.db, cx.target().edition).to_string();
        }
        match self.syntax(cx, node) {
            Some(node) => node.value.text().to_string(),
            None => String::new(),
        }
    }

    /// The expression, if it is one.
    pub fn form(&self, node: ExprOrPatId) -> Option<&Expr> {
        match node {
            ExprOrPatId::ExprId(expr) => Some(&self.store[expr]),
            ExprOrPatId::PatId(_) => None,
        }
    }

    /// Is it `a` in `a += b`?
    pub fn is_compound_assignment(&self, cx: Cx<'_>, lhs: ExprId) -> bool {
        let node = self.syntax(cx, lhs.into());
        let parent = node.and_then(|node| ast::BinExpr::cast(node.value.parent()?));
        let op = parent.and_then(|it| it.op_kind());
        matches!(op, Some(ast::BinaryOp::Assignment { op: Some(_) }))
    }

    /// The closure or `async` block that a jump would have to leave.
    pub fn closure_around(&self, cx: Cx<'_>, jump: ExprId) -> Option<&'static str> {
        let node = self.syntax(cx, jump.into())?.value;
        let mut inside = node
            .ancestors()
            .take_while(|it| !ast::Fn::can_cast(it.kind()));
        inside.find_map(|around| {
            let is_async =
                ast::BlockExpr::cast(around.clone()).is_some_and(|it| it.async_token().is_some());
            match around.kind() {
                SyntaxKind::CLOSURE_EXPR => Some("a closure"),
                _ if is_async => Some("an `async` block"),
                _ => None,
            }
        })
    }

    pub fn syntax(&self, cx: Cx<'_>, node: ExprOrPatId) -> Option<InFile<SyntaxNode>> {
        let source = self.map.expr_or_pat_syntax(node).ok()?;
        let root = source.file_id.parse_or_expand(cx.db);
        let ptr = source.value.syntax_node_ptr();
        Some(source.with_value(ptr.try_to_node(&root)?))
    }
}
