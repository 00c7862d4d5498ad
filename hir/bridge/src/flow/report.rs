//! The texts.

use super::{
    Flow, Node,
    access::Fixed,
    mutability::Immutable,
    place::{Place, Root},
    state::{Gone, MoveId},
};
use crate::BridgeError;
use std::collections::BTreeSet;
use wrc_base::Span;
use wrc_diagnostics::Severity;
use wrc_thir::{Callee, ClosureKind, ExprKind, FieldIdx, LocalId, Mutability, Ty, TyKind};

/// What one error is about: each is said once.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    Unset(Root),
    Moved(BTreeSet<MoveId>),
    Immutable(Root, String),
    At(Node, &'static str),
}

/// What is done with a place that holds no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    Read,
    Move,
    Borrow,
    /// A part is assigned.
    Assign,
}

/// What is done with a place that may not be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    Assigned,
    Borrowed,
}

impl Flow<'_, '_> {
    fn say(&mut self, key: Key, error: impl FnOnce(&Self) -> BridgeError) {
        if !self.reported.contains(&key) {
            let error = error(self);
            self.reported.insert(key);
            self.errors.push(error);
        }
    }

    /// E0381, E0382.
    pub(super) fn report_gone(
        &mut self,
        place: &Place,
        node: Node,
        how: Use,
        gone: &Gone,
        is_part: bool,
    ) {
        match gone.moves.is_empty() {
            true => self.report_unset(place, node, how),
            false => {
                let key = Key::Moved(gone.moves.clone());
                self.say(key, |it| it.moved(place, node, how, gone, is_part));
            }
        }
    }

    fn report_unset(&mut self, place: &Place, node: Node, how: Use) {
        let whole = place.prefix(0);
        self.say(Key::Unset(place.root), |it| {
            let name = it.name(&whole);
            let (message, label) = match how {
                Use::Assign => (
                    format!("partially assigned binding {name} isn't fully initialized"),
                    format!("{name} partially assigned here but it isn't fully initialized"),
                ),
                Use::Read | Use::Move | Use::Borrow => (
                    format!("used binding {name} isn't initialized on all paths to here"),
                    format!("{name} is used here but it isn't initialized"),
                ),
            };
            let error = BridgeError::new("E0381", it.span(node), message).with_label(label);
            let error = it.with_declaration(
                error,
                place.root,
                "binding declared here but left uninitialized",
            );
            error.with_help("assign a value on every path before this use")
        });
    }

    fn moved(
        &self,
        place: &Place,
        node: Node,
        how: Use,
        gone: &Gone,
        is_part: bool,
    ) -> BridgeError {
        let partially = if is_part { "partially " } else { "" };
        let (verb, label) = match how {
            Use::Read | Use::Move => ("use of", "used"),
            Use::Borrow => ("borrow of", "borrowed"),
            Use::Assign => ("assign to part of", "partially assigned"),
        };
        let what = match self.describe(place) {
            Some(name) => format!(": `{name}`"),
            None => String::new(),
        };
        let span = self.span(node);
        let message = format!("{verb} {partially}moved value{what}");
        let again = gone.moves.iter().any(|id| self.moves.get(*id).0 == node);
        let label = match again {
            true => "value moved here, in previous iteration of loop".to_owned(),
            false => format!("value {label} here after {partially}move"),
        };
        let mut error = BridgeError::new("E0382", span, message).with_label(label);
        let mut needs_drop = false;
        for id in &gone.moves {
            let (from, ty) = self.moves.get(*id);
            needs_drop |= self.may_need_drop(ty);
            if from != node {
                let shown = self.cx.show(self.cx.ra_ty(ty));
                let text = format!(
                    "value moved here: its type `{shown}` does not implement the `Copy` trait"
                );
                error = error.with_related(self.span(from), text);
            }
        }
        if !needs_drop {
            error.severity = Severity::Warning;
            error.notes.push(MOVED_IN_GC.to_owned());
        }
        match self.describe(place) {
            Some(name) => error.with_help(format!(
                "move a copy, `{name}.clone()`, or borrow: `&{name}`"
            )),
            None => error.with_help("move a copy or borrow"),
        }
    }

    /// E0507, E0508, E0509.
    pub(super) fn report_fixed(&mut self, place: &Place, node: Node, why: &Fixed) {
        self.say(Key::At(node, "E0507"), |it| {
            it.fixed_error(place, node, why)
        });
    }

    fn fixed_error(&self, place: &Place, node: Node, why: &Fixed) -> BridgeError {
        let show = |ty: Ty| self.cx.show(self.cx.ra_ty(ty));
        let name = self.name(place);
        let (code, message) = match why {
            Fixed::Behind(pointer) => (
                "E0507",
                match (self.indexed(node), pointer.ty().kind()) {
                    (Some(ty), _) => format!("cannot move out of index of `{}`", show(ty)),
                    (None, TyKind::RawPtr(..)) => {
                        format!("cannot move out of {name} which is behind a raw pointer")
                    }
                    (None, TyKind::Ref(Mutability::Mut, _)) => {
                        format!("cannot move out of {name} which is behind a mutable reference")
                    }
                    (None, _) => {
                        format!("cannot move out of {name} which is behind a shared reference")
                    }
                },
            ),
            Fixed::Element(ty) => {
                let what = match ty.kind() {
                    TyKind::Slice(_) => "slice",
                    _ => "array",
                };
                let message = format!("cannot move out of type `{}`, a non-copy {what}", show(*ty));
                ("E0508", message)
            }
            Fixed::DropField(ty) => {
                let ty = show(*ty);
                let message =
                    format!("cannot move out of type `{ty}`, which implements the `Drop` trait");
                ("E0509", message)
            }
            Fixed::Static => ("E0507", format!("cannot move out of static item {name}")),
            Fixed::Upvar(kind) => {
                let kind = kind_name(*kind);
                let message = format!(
                    "cannot move out of {name}, a captured variable in an `{kind}` closure"
                );
                ("E0507", message)
            }
            Fixed::Guard => (
                "E0507",
                format!("cannot move out of {name} in pattern guard"),
            ),
        };
        let label = format!(
            "move occurs because the value has type `{}`, which does not implement the `Copy` trait",
            show(place.ty())
        );
        let help = match node {
            Node::Expr(_) => "borrow it with `&`, or copy it with `.clone()`",
            Node::Pat(_) => "borrow it: match on a reference, or bind with `ref`",
        };
        BridgeError::new(code, self.span(node), message)
            .with_label(label)
            .with_help(help)
    }

    /// The collection in `*Index::index(&collection, …)`.
    fn indexed(&self, node: Node) -> Option<Ty> {
        let Node::Expr(id) = node else {
            return None;
        };
        let exprs = &self.body.exprs;
        let ExprKind::Deref(call) = exprs[id].kind else {
            return None;
        };
        let ExprKind::Call {
            callee: Callee::Fn(def, _),
            args,
        } = &exprs[call].kind
        else {
            return None;
        };
        let langs = self.cx.interner.lang_items();
        let method = Some(crate::ids::function_id(*def));
        let is_index = method == langs.Index_index || method == langs.IndexMut_index_mut;
        let (_, ty) = exprs[*args.first()?].ty.pointee()?;
        is_index.then_some(ty)
    }

    /// E0070.
    pub(super) fn report_no_place(&mut self, node: Node) {
        if self.state.is_some() {
            self.say(Key::At(node, "E0070"), |it| {
                BridgeError::new(
                    "E0070",
                    it.span(node),
                    "invalid left-hand side of assignment",
                )
                .with_label("cannot assign to this expression")
                .with_help("assign to a variable, a field, an element or what `*` reaches")
            });
        }
    }

    /// E0384.
    pub(super) fn report_assigned_twice(&mut self, local: LocalId, node: Node) {
        self.say(Key::At(node, "E0384"), |it| {
            let name = it.body.locals[local].name;
            let message = format!("cannot assign twice to immutable variable `{name}`");
            let error = BridgeError::new("E0384", it.span(node), message)
                .with_label("cannot assign twice to immutable variable");
            let what = match it.deferred.contains(&local) {
                true => format!("`{name}` is declared here without `mut`"),
                false => format!("first assignment to `{name}`"),
            };
            it.with_declaration(error, Root::Local(local), &what)
                .with_help(format!("make the binding mutable: `mut {name}`"))
        });
    }

    /// E0594, E0596.
    pub(super) fn report_immutable(
        &mut self,
        place: &Place,
        node: Node,
        how: Written,
        why: &Immutable,
    ) {
        let key = match (how, place.root, self.describe(place)) {
            (Written::Assigned, _, _) | (_, Root::Temporary, _) | (_, _, None) => {
                Key::At(node, "E0596")
            }
            (Written::Borrowed, root, Some(name)) => match why {
                Immutable::Local(_) => Key::Immutable(root, String::new()),
                _ => Key::Immutable(root, name),
            },
        };
        self.say(key, |it| it.immutable_error(place, node, how, why));
    }

    fn immutable_error(
        &self,
        place: &Place,
        node: Node,
        how: Written,
        why: &Immutable,
    ) -> BridgeError {
        let (reason, help) = self.immutable_reason(place, why);
        let name = match (place.root, self.describe(place)) {
            (_, Some(name)) => format!("`{name}`"),
            (Root::Temporary, None) => "data in a temporary".to_owned(),
            (_, None) => "this".to_owned(),
        };
        let (code, message, label) = match how {
            Written::Assigned => (
                "E0594",
                format!("cannot assign to {name}, {reason}"),
                "cannot assign",
            ),
            Written::Borrowed => (
                "E0596",
                format!("cannot borrow {name} as mutable, {reason}"),
                "cannot borrow as mutable",
            ),
        };
        let mut error = BridgeError::new(code, self.span(node), message).with_label(label);
        if let Immutable::Local(local) = why {
            error =
                self.with_declaration(error, Root::Local(*local), "declared here without `mut`");
        }
        error.with_help(help)
    }

    /// Why the place may not be written, and what to do.
    fn immutable_reason(&self, place: &Place, why: &Immutable) -> (String, String) {
        match why {
            Immutable::Local(local) => {
                let name = self.body.locals[*local].name;
                let reason = match place.steps.is_empty() {
                    true => "as it is not declared as mutable".to_owned(),
                    false => format!("as `{name}` is not declared as mutable"),
                };
                (reason, format!("make the binding mutable: `mut {name}`"))
            }
            Immutable::Upvar(field) => (
                "as it is not declared as mutable".to_owned(),
                format!(
                    "make the binding mutable: `mut {}`",
                    self.upvar_name(*field)
                ),
            ),
            Immutable::FnUpvar => (
                "as it is a captured variable in a `Fn` closure".to_owned(),
                "take a closure of type `FnMut` where it is passed to".to_owned(),
            ),
            Immutable::Behind(pointer) => self.behind_reason(pointer),
            Immutable::Static => (
                "as it is an immutable static item".to_owned(),
                "use a type that can be changed through `&`, as `Cell` or `Mutex`".to_owned(),
            ),
        }
    }

    fn behind_reason(&self, pointer: &Place) -> (String, String) {
        let kind = match pointer.ty().kind() {
            TyKind::RawPtr(..) => "a `*const` pointer",
            _ => "a `&` reference",
        };
        let reason = format!("as it is behind {kind}");
        let help = match self.describe(pointer) {
            Some(name) if name == "self" => "take `&mut self` instead of `&self`".to_owned(),
            Some(name) => format!("make `{name}` a mutable reference, `&mut`"),
            None => {
                "a mutable reference is needed here; the type may lack `DerefMut` or `IndexMut`"
                    .to_owned()
            }
        };
        (reason, help)
    }

    fn upvar_name(&self, field: FieldIdx) -> &str {
        let upvar = self.upvars.get(field.0 as usize);
        upvar.map_or("_", |it| it.name.as_str())
    }

    fn name(&self, place: &Place) -> String {
        match self.describe(place) {
            Some(name) => format!("`{name}`"),
            None => "a value".to_owned(),
        }
    }

    fn with_declaration(&self, error: BridgeError, root: Root, text: &str) -> BridgeError {
        let Root::Local(local) = root else {
            return error;
        };
        let span: Option<Span> = self.declarations.get(&local).map(|pat| self.map.pats[*pat]);
        match span {
            Some(span) if span != error.span => error.with_related(span, text),
            _ => error,
        }
    }
}

/// What use after a move means without an owner.
const MOVED_IN_GC: &str = "values are not freed by moves here, so this compiles: both names \
reach the moved value, and whether changes through one are seen through the other is not \
defined; with `--strict` it is an error, as in rustc";

fn kind_name(kind: ClosureKind) -> &'static str {
    match kind {
        ClosureKind::Fn => "Fn",
        ClosureKind::FnMut => "FnMut",
        ClosureKind::FnOnce => "FnOnce",
    }
}
