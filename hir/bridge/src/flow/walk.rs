//! Expressions, in the order of their evaluation.

use super::{
    Flow, Node, Target, is_mut,
    place::{Place, Root, StepKind},
    state::{State, join},
};
use wrc_thir::{
    AdtDef, Arg, Arm, Block, BorrowKind, Callee, ExprId, ExprKind, FieldIdx, LabelId, PatId,
    PatKind, Stmt, UnOp, VariantIdx, subst,
};

impl Flow<'_, '_> {
    /// Evaluates a use of a value: a place is copied or moved from.
    pub(super) fn operand(&mut self, id: ExprId) {
        if is_place(&self.body.exprs[id].kind) {
            let place = self.place(id);
            self.consume(&place, Node::Expr(id));
        } else {
            self.value(id);
        }
    }

    fn operands(&mut self, ids: &[ExprId]) {
        for id in ids {
            self.operand(*id);
        }
    }

    /// Evaluates an expression for its value.
    #[expect(clippy::too_many_lines, reason = "one arm per form")]
    pub(super) fn value(&mut self, id: ExprId) {
        if self.state.is_none() {
            return;
        }
        let body = self.body;
        let expr = &body.exprs[id];
        match &expr.kind {
            ExprKind::Local(_)
            | ExprKind::Upvar(_)
            | ExprKind::Static(_)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Deref(_) => self.operand(id),
            ExprKind::Scalar(_)
            | ExprKind::Float(_)
            | ExprKind::Str(_)
            | ExprKind::ByteStr(_)
            | ExprKind::CStr(_)
            | ExprKind::Const(..)
            | ExprKind::ConstArg(_)
            | ExprKind::FnItem
            | ExprKind::Unsupported(_) => {}
            ExprKind::Call { callee, args } => {
                if let Callee::Ptr(callee) | Callee::Value(_, callee) = callee {
                    self.operand(*callee);
                }
                self.operands(args);
                if self.is_uninhabited(expr.ty) {
                    self.state = None;
                }
            }
            ExprKind::Adt {
                def,
                variant,
                args,
                fields,
                base,
            } => {
                for (_, value) in fields {
                    self.operand(*value);
                }
                if let Some(base) = base {
                    self.struct_base(*base, *def, *variant, args, fields);
                }
            }
            ExprKind::Tuple(elems) | ExprKind::Array(elems) => self.operands(elems),
            ExprKind::Repeat(value, _)
            | ExprKind::Unary(_, value)
            | ExprKind::Cast(_, value)
            | ExprKind::Await(value) => self.operand(*value),
            ExprKind::Borrow(kind, place) => {
                let borrowed = self.place(*place);
                let node = Node::Expr(id);
                match kind {
                    BorrowKind::Shared => self.borrow(&borrowed, node),
                    BorrowKind::Mut | BorrowKind::TwoPhaseMut => self.borrow_mut(&borrowed, node),
                }
            }
            ExprKind::RawBorrow(mutability, place) => {
                let borrowed = self.place(*place);
                match is_mut(*mutability) {
                    false => self.borrow(&borrowed, Node::Expr(id)),
                    true => self.borrow_mut(&borrowed, Node::Expr(id)),
                }
            }
            ExprKind::Binary(_, lhs, rhs) => {
                self.operand(*lhs);
                self.operand(*rhs);
            }
            ExprKind::LogicalAnd(..) | ExprKind::LogicalOr(..) | ExprKind::Let(..) => {
                let (yes, no) = self.condition(id);
                self.state = join(yes, no);
            }
            ExprKind::Assign(place, value) => {
                self.operand(*value);
                let target = self.place(*place);
                if target.root == Root::Temporary && target.steps.is_empty() {
                    self.report_no_place(Node::Expr(*place));
                }
                self.write(&target, Node::Expr(id));
            }
            ExprKind::AssignOp(_, place, value) => {
                self.operand(*value);
                let place = self.place(*place);
                self.inspect(&place, Node::Expr(id));
                self.write(&place, Node::Expr(id));
            }
            ExprKind::If { cond, then, els } => {
                let (yes, no) = self.condition(*cond);
                self.state = yes;
                self.operand(*then);
                let after = std::mem::replace(&mut self.state, no);
                if let Some(els) = els {
                    self.operand(*els);
                }
                self.state = join(after, self.state.take());
            }
            ExprKind::Match { scrutinee, arms } => self.match_(*scrutinee, arms),
            ExprKind::Loop { label, body } => self.loop_(*label, *body),
            ExprKind::Block(block) => self.block(block),
            ExprKind::Break(label, value) => {
                if let Some(value) = value {
                    self.operand(*value);
                }
                self.jump(*label, true);
            }
            ExprKind::Continue(label) => self.jump(*label, false),
            ExprKind::Return(value) => {
                if let Some(value) = value {
                    self.operand(*value);
                }
                self.state = None;
            }
            ExprKind::Closure { captures, .. } => {
                for capture in captures {
                    self.capture(*capture, Node::Expr(id));
                }
            }
            ExprKind::FormatArgs(format) => {
                for arg in &format.args {
                    let place = self.place(*arg);
                    self.borrow(&place, Node::Expr(*arg));
                }
            }
            ExprKind::NeverToAny(value) => {
                self.operand(*value);
                self.state = None;
            }
        }
    }

    /// What a closure expression takes of its surroundings.
    fn capture(&mut self, capture: ExprId, closure: Node) {
        match &self.body.exprs[capture].kind {
            ExprKind::Borrow(kind, place) => {
                let place = self.place(*place);
                self.borrow(&place, closure);
                if *kind != BorrowKind::Shared {
                    self.check_mutable_capture(&place, closure);
                }
            }
            _ => {
                let place = self.place(capture);
                self.consume(&place, closure);
            }
        }
    }

    /// The fields that `..base` gives.
    fn struct_base(
        &mut self,
        base: ExprId,
        def: AdtDef,
        variant: VariantIdx,
        args: &[Arg],
        given: &[(FieldIdx, ExprId)],
    ) {
        let place = self.place(base);
        let data = self.cx.adt_cached(def);
        let Some(variant) = data.variants.get(variant.0 as usize) else {
            return;
        };
        for (i, field) in variant.fields.iter().enumerate() {
            let index = FieldIdx(i as u32);
            if !given.iter().any(|(it, _)| *it == index) {
                let ty = subst(field.ty, args);
                let part = place.step(StepKind::Field(None, index), ty);
                self.consume(&part, Node::Expr(base));
            }
        }
    }

    /// The states when a condition is true and when it is false.
    pub(super) fn condition(&mut self, id: ExprId) -> (Option<State>, Option<State>) {
        let body = self.body;
        match &body.exprs[id].kind {
            ExprKind::LogicalAnd(lhs, rhs) => {
                let (yes, no) = self.condition(*lhs);
                self.state = yes;
                let (yes, also_no) = self.condition(*rhs);
                (yes, join(no, also_no))
            }
            ExprKind::LogicalOr(lhs, rhs) => {
                let (yes, no) = self.condition(*lhs);
                self.state = no;
                let (also_yes, no) = self.condition(*rhs);
                (join(yes, also_yes), no)
            }
            ExprKind::Unary(UnOp::Not, operand) => {
                let (yes, no) = self.condition(*operand);
                (no, yes)
            }
            ExprKind::Let(pat, scrutinee) => {
                let place = self.scrutinee(*scrutinee);
                let no = self.state.clone();
                self.bind(*pat, &place);
                (self.state.take(), no)
            }
            _ => {
                self.operand(id);
                let state = self.state.take();
                (state.clone(), state)
            }
        }
    }

    /// What is matched on must hold a value as a whole.
    fn scrutinee(&mut self, id: ExprId) -> Place {
        let place = self.place(id);
        if place.root != Root::Temporary {
            self.inspect(&place, Node::Expr(id));
        }
        place
    }

    fn match_(&mut self, scrutinee: ExprId, arms: &[Arm]) {
        let place = self.scrutinee(scrutinee);
        let mut next = self.state.take();
        let mut after = None;
        for arm in arms {
            self.state = next.clone();
            let depth = self.declared.len();
            if let Some(guard) = arm.guard {
                let bound = self.bound_locals(arm.pat);
                for local in &bound {
                    self.declare(*local);
                }
                let outer = self.guarded.len();
                self.guarded.extend(bound);
                let (yes, no) = self.condition(guard);
                self.guarded.truncate(outer);
                next = join(next, no);
                self.state = yes;
            }
            self.bind(arm.pat, &place);
            self.operand(arm.body);
            self.leave(depth);
            after = join(after, self.state.take());
        }
        self.state = after;
    }

    fn loop_(&mut self, label: LabelId, body: ExprId) {
        let Some(mut head) = self.state.clone() else {
            return;
        };
        self.enter(label);
        loop {
            self.state = Some(head.clone());
            self.operand(body);
            let continues = self
                .targets
                .get_mut(&label)
                .and_then(|it| it.continues.take());
            let mut grown = head.clone();
            if let Some(back) = join(self.state.take(), continues) {
                grown.join(&back);
            }
            if grown == head {
                break;
            }
            head = grown;
        }
        self.state = self.targets.remove(&label).and_then(|it| it.breaks);
    }

    fn enter(&mut self, label: LabelId) {
        let target = Target {
            depth: self.declared.len(),
            breaks: None,
            continues: None,
        };
        self.targets.insert(label, target);
    }

    fn jump(&mut self, label: LabelId, is_break: bool) {
        let Some(mut state) = self.state.take() else {
            return;
        };
        let Some(target) = self.targets.get_mut(&label) else {
            return;
        };
        for local in &self.declared[target.depth.min(self.declared.len())..] {
            if let Some(path) = self.paths.root(Root::Local(*local)) {
                state.gone.remove(&path);
                self.paths.each_below(path, &mut |below| {
                    state.gone.remove(&below);
                });
            }
            state.written.remove(local);
        }
        let slot = match is_break {
            true => &mut target.breaks,
            false => &mut target.continues,
        };
        *slot = join(slot.take(), Some(state));
    }

    fn block(&mut self, block: &Block) {
        if let Some(label) = block.label {
            self.enter(label);
        }
        let depth = self.declared.len();
        for stmt in &block.stmts {
            self.stmt(stmt);
        }
        if let Some(tail) = block.tail {
            self.operand(tail);
        }
        self.leave(depth);
        if let Some(label) = block.label {
            let breaks = self.targets.remove(&label).and_then(|it| it.breaks);
            self.state = join(self.state.take(), breaks);
        }
    }

    /// Locals declared since go out of scope.
    fn leave(&mut self, depth: usize) {
        for local in self.declared.split_off(depth) {
            self.forget(local);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(expr) => self.operand(*expr),
            Stmt::Let {
                pat,
                init: None,
                els: _,
            } => {
                for local in self.bound_locals(*pat) {
                    self.declare_unset(local);
                }
            }
            Stmt::Let {
                pat,
                init: Some(init),
                els: None,
            } => self.let_(*pat, *init),
            Stmt::Let {
                pat,
                init: Some(init),
                els: Some(els),
            } => {
                let place = self.scrutinee(*init);
                let matching = self.state.clone();
                self.operand(*els);
                self.state = matching;
                self.bind(*pat, &place);
            }
        }
    }

    fn let_(&mut self, pat: PatId, init: ExprId) {
        if let PatKind::Binding {
            local,
            mode: wrc_thir::BindingMode::Value,
            sub: None,
        } = self.body.pats[pat].kind
        {
            self.operand(init);
            self.declare(local);
        } else {
            let place = self.place(init);
            self.bind(pat, &place);
        }
    }
}

fn is_place(kind: &ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Local(_)
            | ExprKind::Upvar(_)
            | ExprKind::Static(_)
            | ExprKind::Field(..)
            | ExprKind::Index(..)
            | ExprKind::Deref(_)
    )
}
