//! Questions about THIR expressions.

use wrc_thir::{Body, Callee, Expr, ExprId, ExprKind, FieldIdx, LocalId, Stmt};

/// The variable a place expression starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Root {
    Local(LocalId),
    Upvar(FieldIdx),
}

/// Is it a place expression?
pub(super) fn is_place(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Local(_)
            | ExprKind::Upvar(_)
            | ExprKind::Static(_)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Deref(_)
    )
}

/// The variable that the place expression starts from, through any steps.
pub(super) fn root_of(body: &Body, expr: ExprId) -> Option<Root> {
    match &body.exprs[expr].kind {
        ExprKind::Local(local) => Some(Root::Local(*local)),
        ExprKind::Upvar(field) => Some(Root::Upvar(*field)),
        // `*&x` is `x`.
        ExprKind::Field(base, _)
        | ExprKind::Index(base, _)
        | ExprKind::Deref(base)
        | ExprKind::Borrow(_, base) => root_of(body, *base),
        _ => None,
    }
}

/// A place expression whose evaluation does nothing: variables, fields, derefs.
pub(super) fn is_pure_place(body: &Body, expr: ExprId) -> bool {
    match &body.exprs[expr].kind {
        ExprKind::Local(_) | ExprKind::Upvar(_) | ExprKind::Static(_) => true,
        ExprKind::Field(base, _) => is_pure_place(body, *base),
        ExprKind::Deref(base) => match &body.exprs[*base].kind {
            ExprKind::Borrow(_, place) => is_pure_place(body, *place),
            _ => is_pure_place(body, *base),
        },
        _ => false,
    }
}

/// Can evaluating it neither write to a place nor leave the expression?
/// Panics do not count: they end the program.
pub(super) fn is_inert(body: &Body, expr: ExprId) -> bool {
    match &body.exprs[expr].kind {
        ExprKind::Scalar(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::ByteStr(_)
        | ExprKind::CStr(_)
        | ExprKind::Local(_)
        | ExprKind::Upvar(_)
        | ExprKind::Static(_)
        | ExprKind::Const(..)
        | ExprKind::ConstArg(_)
        | ExprKind::FnItem
        | ExprKind::Field(..)
        | ExprKind::Index(..)
        | ExprKind::Deref(_)
        | ExprKind::Borrow(..)
        | ExprKind::RawBorrow(..)
        | ExprKind::Unary(..)
        | ExprKind::Binary(..)
        | ExprKind::LogicalAnd(..)
        | ExprKind::LogicalOr(..)
        | ExprKind::Cast(..)
        | ExprKind::Tuple(_)
        | ExprKind::Array(_)
        | ExprKind::Adt { .. }
        | ExprKind::Closure { .. } => {
            let mut inert = true;
            children(body, expr, &mut |child| {
                inert = inert && is_inert(body, child);
            });
            inert
        }
        ExprKind::Call { .. }
        | ExprKind::Repeat(..)
        | ExprKind::Assign(..)
        | ExprKind::AssignOp(..)
        | ExprKind::If { .. }
        | ExprKind::Let(..)
        | ExprKind::Match { .. }
        | ExprKind::Loop { .. }
        | ExprKind::Block(_)
        | ExprKind::Break(..)
        | ExprKind::Continue(_)
        | ExprKind::Return(_)
        | ExprKind::FormatArgs(_)
        | ExprKind::Await(_)
        | ExprKind::NeverToAny(_)
        | ExprKind::Unsupported(_) => false,
    }
}

/// Does evaluating `expr` assign to a place that starts from `root`?
pub(super) fn assigns(body: &Body, expr: ExprId, root: Root) -> bool {
    let here = match &body.exprs[expr].kind {
        ExprKind::Assign(place, _) | ExprKind::AssignOp(_, place, _) => {
            root_of(body, *place) == Some(root)
        }
        _ => false,
    };
    if here {
        return true;
    }
    let mut found = false;
    children(body, expr, &mut |child| {
        found = found || assigns(body, child, root);
    });
    found
}

/// Does the condition bind variables?
pub(super) fn has_let(body: &Body, cond: ExprId) -> bool {
    match &body.exprs[cond].kind {
        ExprKind::Let(..) => true,
        ExprKind::LogicalAnd(a, b) => has_let(body, *a) || has_let(body, *b),
        _ => false,
    }
}

/// Calls `f` with each direct subexpression, in evaluation order.
pub(super) fn children(body: &Body, expr: ExprId, f: &mut dyn FnMut(ExprId)) {
    match &body.exprs[expr].kind {
        ExprKind::Scalar(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::ByteStr(_)
        | ExprKind::CStr(_)
        | ExprKind::Local(_)
        | ExprKind::Upvar(_)
        | ExprKind::Static(_)
        | ExprKind::Const(..)
        | ExprKind::ConstArg(_)
        | ExprKind::FnItem
        | ExprKind::Continue(_)
        | ExprKind::Unsupported(_) => {}
        ExprKind::Call { callee, args } => {
            match callee {
                Callee::Ptr(e) | Callee::Value(_, e) => f(*e),
                Callee::Fn(..) | Callee::Ctor(..) => {}
            }
            args.iter().for_each(|e| f(*e));
        }
        ExprKind::Adt { fields, base, .. } => {
            fields.iter().for_each(|(_, e)| f(*e));
            base.iter().for_each(|e| f(*e));
        }
        ExprKind::Tuple(list) | ExprKind::Array(list) => list.iter().for_each(|e| f(*e)),
        ExprKind::Closure { captures, .. } => captures.iter().for_each(|e| f(*e)),
        ExprKind::FormatArgs(format) => format.args.iter().for_each(|e| f(*e)),
        ExprKind::Repeat(e, _)
        | ExprKind::Field(e, _)
        | ExprKind::Deref(e)
        | ExprKind::Borrow(_, e)
        | ExprKind::RawBorrow(_, e)
        | ExprKind::Unary(_, e)
        | ExprKind::Cast(_, e)
        | ExprKind::Let(_, e)
        | ExprKind::Loop { body: e, .. }
        | ExprKind::Await(e)
        | ExprKind::NeverToAny(e) => f(*e),
        ExprKind::Index(a, b)
        | ExprKind::Binary(_, a, b)
        | ExprKind::LogicalAnd(a, b)
        | ExprKind::LogicalOr(a, b) => {
            f(*a);
            f(*b);
        }
        ExprKind::Assign(place, value) | ExprKind::AssignOp(_, place, value) => {
            f(*value);
            f(*place);
        }
        ExprKind::If { cond, then, els } => {
            f(*cond);
            f(*then);
            els.iter().for_each(|e| f(*e));
        }
        ExprKind::Match { scrutinee, arms } => {
            f(*scrutinee);
            for arm in arms {
                arm.guard.iter().for_each(|e| f(*e));
                f(arm.body);
            }
        }
        ExprKind::Block(block) => {
            for stmt in &block.stmts {
                match stmt {
                    Stmt::Let { init, els, .. } => {
                        init.iter().for_each(|e| f(*e));
                        els.iter().for_each(|e| f(*e));
                    }
                    Stmt::Expr(e) => f(*e),
                }
            }
            block.tail.iter().for_each(|e| f(*e));
        }
        ExprKind::Break(_, value) | ExprKind::Return(value) => value.iter().for_each(|e| f(*e)),
    }
}
