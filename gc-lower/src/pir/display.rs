//! The text form of PIR, for `--emit=pir` and tests.
//!
//! ```text
//! fn app::area(l1: &Rect) -> f64 {
//!     let l2: f64
//!     l2 = copy (*l1).f0
//!     l0 = mul copy l2, 2.0
//!     return
//! }
//! ```

use super::ir::*;
use super::tcx::{PlaceTy, Tcx};
use std::fmt::Write;
use wrc_thir::{Arg, BinOp, Callable, Const, DynTy, FnDef, FnSig, Mutability, Ty, TyKind, UnOp};

/// The body as text, ending with a newline.
pub fn body(tcx: &Tcx, body: &Body) -> String {
    let mut printer = Printer {
        tcx,
        body,
        out: String::new(),
        depth: 1,
    };
    printer.body();
    printer.out
}

/// A type, with the last names of paths only.
pub fn ty_text(tcx: &Tcx, ty: Ty) -> String {
    let mut out = String::new();
    write_ty(tcx, ty, &mut out);
    out
}

/// `<A, B>`, or nothing.
pub fn args_text(tcx: &Tcx, args: &[Arg]) -> String {
    let mut out = String::new();
    write_args(tcx, args, &mut out);
    out
}

/// What an instance is called.
pub fn instance_text(tcx: &Tcx, inst: &Instance) -> String {
    let text = |ty: &Ty| ty_text(tcx, *ty);
    match inst {
        Instance::Fn(def, args) | Instance::DynShim(def, args) => {
            format!("{}{}", fn_path(tcx, *def), args_text(tcx, args))
        }
        Instance::Closure(def, args) | Instance::Poll(def, args) => {
            format!("{}{}", tcx.closure(*def).path, args_text(tcx, args))
        }
        Instance::CallShim(kind, ty) => format!("<{} as {kind:?}>::call", text(ty)),
        Instance::Derive(method, ty, args) => {
            format!("<{} as {method:?}>{}", text(ty), args_text(tcx, args))
        }
        Instance::CloneShim(ty) => format!("<{} as Clone>::clone", text(ty)),
        Instance::DropGlue(ty) => format!("drop_glue<{}>", text(ty)),
        Instance::Ctor(def, variant, args) => {
            let data = tcx.adt(*def);
            let name = data.variants.get(variant.0 as usize).map(|v| v.name);
            let name = name.unwrap_or(data.name);
            format!("{}::{name}{}", data.path, args_text(tcx, args))
        }
        Instance::Const(def, args) => format!("const#{}{}", def.0, args_text(tcx, args)),
        Instance::Static(def) => format!("static {}", tcx.db.static_data(*def).path),
        Instance::FormatRun(def) => tcx.closure(*def).path.to_string(),
        Instance::Start(def) => format!("start {}", fn_path(tcx, *def)),
    }
}

fn fn_path(tcx: &Tcx, def: FnDef) -> wrc_base::Symbol {
    tcx.db.func(def).path
}

fn write_args(tcx: &Tcx, args: &[Arg], out: &mut String) {
    if args.is_empty() {
        return;
    }
    out.push('<');
    for (i, arg) in args.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        match arg {
            Arg::Ty(ty) => write_ty(tcx, *ty, out),
            Arg::Const(c) => write_const(c, out),
        }
    }
    out.push('>');
}

fn write_const(c: &Const, out: &mut String) {
    // Writing to a string does not fail.
    let _ = match c {
        Const::Value(bits) => write!(out, "{bits}"),
        Const::Param(_, name) => write!(out, "{name}"),
        Const::Unevaluated(def, _) => write!(out, "const#{}", def.0),
        Const::Error => write!(out, "{{error}}"),
    };
}

fn write_tys(tcx: &Tcx, tys: &[Ty], out: &mut String) {
    for (i, ty) in tys.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        write_ty(tcx, *ty, out);
    }
}

fn write_ty(tcx: &Tcx, ty: Ty, out: &mut String) {
    match ty.kind() {
        TyKind::Bool => out.push_str("bool"),
        TyKind::Char => out.push_str("char"),
        TyKind::Int(int) => out.push_str(int.name()),
        TyKind::Float(wrc_thir::FloatTy::F32) => out.push_str("f32"),
        TyKind::Float(wrc_thir::FloatTy::F64) => out.push_str("f64"),
        TyKind::Str => out.push_str("str"),
        TyKind::Never => out.push('!'),
        TyKind::Adt(def, args) => {
            out.push_str(tcx.adt(*def).name.as_str());
            write_args(tcx, args, out);
        }
        TyKind::Tuple(elems) => {
            out.push('(');
            write_tys(tcx, elems, out);
            out.push_str(if elems.len() == 1 { ",)" } else { ")" });
        }
        TyKind::Array(elem, len) => {
            out.push('[');
            write_ty(tcx, *elem, out);
            out.push_str("; ");
            write_const(len, out);
            out.push(']');
        }
        TyKind::Slice(elem) => {
            out.push('[');
            write_ty(tcx, *elem, out);
            out.push(']');
        }
        TyKind::Ref(m, to) => {
            out.push_str(if *m == Mutability::Mut { "&mut " } else { "&" });
            write_ty(tcx, *to, out);
        }
        TyKind::RawPtr(m, to) => {
            out.push_str(if *m == Mutability::Mut {
                "*mut "
            } else {
                "*const "
            });
            write_ty(tcx, *to, out);
        }
        TyKind::FnDef(callable, args) => {
            match callable {
                Callable::Fn(def) => out.push_str(fn_path(tcx, *def).as_str()),
                Callable::Ctor(def, _) => out.push_str(tcx.adt(*def).path.as_str()),
            }
            write_args(tcx, args, out);
        }
        TyKind::FnPtr(FnSig { params, ret }) => {
            out.push_str("fn(");
            write_tys(tcx, params, out);
            out.push_str(") -> ");
            write_ty(tcx, *ret, out);
        }
        TyKind::Closure(def, args) | TyKind::Coroutine(def, args) => {
            out.push_str(tcx.closure(*def).path.as_str());
            write_args(tcx, args, out);
        }
        TyKind::Dyn(DynTy { principal, .. }) => {
            out.push_str("dyn ");
            if let Some((def, args)) = principal {
                out.push_str(tcx.db.trait_name(*def).as_str());
                write_args(tcx, args, out);
            }
        }
        TyKind::Param(_, name) => out.push_str(name.as_str()),
        TyKind::Assoc(..) => out.push_str("{projection}"),
        TyKind::Opaque(..) => out.push_str("{opaque}"),
        TyKind::Error => out.push_str("{error}"),
    }
}

struct Printer<'c, 'a> {
    tcx: &'c Tcx<'a>,
    body: &'c Body,
    out: String,
    depth: usize,
}

impl Printer<'_, '_> {
    fn body(&mut self) {
        let body = self.body;
        let params: Vec<String> = body
            .params
            .iter()
            .map(|p| format!("{p}: {}", ty_text(self.tcx, body.locals[*p].ty)))
            .collect();
        let ret = ty_text(self.tcx, body.locals[body.ret].ty);
        self.out = format!("fn {}({}) -> {ret} {{\n", body.name, params.join(", "));
        for (local, decl) in body.locals.iter() {
            if local == body.ret || body.params.contains(&local) {
                continue;
            }
            let ty = ty_text(self.tcx, decl.ty);
            let name = decl.name.map(|n| format!("    // {n}")).unwrap_or_default();
            self.line(&format!("let {local}: {ty}{name}"));
        }
        self.stmts(&body.block);
        self.out.push_str("}\n");
    }

    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn nested(&mut self, head: &str, block: &Block) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        self.stmts(block);
        self.depth -= 1;
        self.line("}");
    }

    fn stmts(&mut self, block: &Block) {
        for stmt in block {
            self.stmt(&stmt.kind);
        }
    }

    fn stmt(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Assign(place, rvalue) => {
                let text = format!("{} = {}", self.place(place), self.rvalue(rvalue));
                self.line(&text);
            }
            StmtKind::CheckedBinary {
                dest,
                overflow,
                op,
                lhs,
                rhs,
            } => {
                let text = format!(
                    "{}, {} = checked {} {}, {}",
                    self.place(dest),
                    self.place(overflow),
                    bin_op(*op),
                    self.operand(lhs),
                    self.operand(rhs)
                );
                self.line(&text);
            }
            StmtKind::Call { dest, callee, args } => {
                let args = self.operands(args);
                let text = format!(
                    "{} = call {}({args})",
                    self.place(dest),
                    self.callee(callee)
                );
                self.line(&text);
            }
            StmtKind::Drop(place) => self.line(&format!("drop {}", self.place(place))),
            StmtKind::If { cond, then, els } => self.if_else(cond, then, els),
            StmtKind::Switch {
                value,
                arms,
                default,
            } => {
                self.line(&format!("switch {} {{", self.operand(value)));
                self.depth += 1;
                for (values, block) in arms {
                    let values: Vec<String> = values.iter().map(u128::to_string).collect();
                    self.nested(&format!("{}:", values.join(" | ")), block);
                }
                self.nested("default:", default);
                self.depth -= 1;
                self.line("}");
            }
            StmtKind::SwitchVariant {
                place,
                arms,
                default,
            } => {
                self.line(&format!("switch variant {} {{", self.place(place)));
                self.depth += 1;
                let ty = self.tcx.place_ty(self.body, place).ty;
                for (variants, block) in arms {
                    let names: Vec<String> =
                        variants.iter().map(|v| self.variant(ty, *v)).collect();
                    self.nested(&format!("{}:", names.join(" | ")), block);
                }
                if let Some(default) = default {
                    self.nested("default:", default);
                }
                self.depth -= 1;
                self.line("}");
            }
            StmtKind::Loop { label, body } => self.nested(&format!("loop {label}"), body),
            StmtKind::Block { label, body } => self.nested(&format!("block {label}"), body),
            StmtKind::Break(label) => self.line(&format!("break {label}")),
            StmtKind::Continue(label) => self.line(&format!("continue {label}")),
            StmtKind::Return => self.line("return"),
            StmtKind::Unreachable => self.line("unreachable"),
        }
    }

    fn if_else(&mut self, cond: &Operand, then: &Block, els: &Block) {
        self.line(&format!("if {} {{", self.operand(cond)));
        self.depth += 1;
        self.stmts(then);
        self.depth -= 1;
        if !els.is_empty() {
            self.line("} else {");
            self.depth += 1;
            self.stmts(els);
            self.depth -= 1;
        }
        self.line("}");
    }

    fn variant(&self, ty: Ty, variant: wrc_thir::VariantIdx) -> String {
        let name = ty.as_adt().and_then(|(def, _)| {
            let data = self.tcx.adt(def);
            data.variants.get(variant.0 as usize).map(|v| v.name)
        });
        name.map_or_else(|| variant.to_string(), |name| name.to_string())
    }

    fn place(&self, place: &Place) -> String {
        let (mut text, ty) = match place.base {
            PlaceBase::Local(local) => (local.to_string(), self.body.locals[local].ty),
            PlaceBase::Static(def) => {
                let data = self.tcx.db.static_data(def);
                (data.path.to_string(), self.tcx.instantiate(data.ty, &[]))
            }
        };
        let mut at = PlaceTy { ty, variant: None };
        for step in &place.proj {
            text = match step {
                Proj::Field(field) => format!("{text}.{field}"),
                Proj::Variant(variant) => format!("({text} as {})", self.variant(at.ty, *variant)),
                Proj::Deref => format!("(*{text})"),
                Proj::Index(local) => format!("{text}[{local}]"),
                Proj::ConstIndex { n, from_end: false } => format!("{text}[{n}]"),
                Proj::ConstIndex { n, from_end: true } => format!("{text}[-{n}]"),
                Proj::Subslice { from, to } => format!("{text}[{from}..-{to}]"),
            };
            at = self.tcx.project_ty(at, step);
        }
        text
    }

    fn operands(&self, operands: &[Operand]) -> String {
        let texts: Vec<String> = operands.iter().map(|o| self.operand(o)).collect();
        texts.join(", ")
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Copy(place) => format!("copy {}", self.place(place)),
            Operand::Move(place) => format!("move {}", self.place(place)),
            Operand::Const(c) => self.constant(c),
            Operand::Borrow(Mutability::Not, place) => format!("&{}", self.place(place)),
            Operand::Borrow(Mutability::Mut, place) => format!("&mut {}", self.place(place)),
        }
    }

    fn constant(&self, c: &Constant) -> String {
        match c {
            Constant::Scalar(bits, ty) if *ty == Ty::bool() => (*bits != 0).to_string(),
            Constant::Scalar(bits, ty) => format!("{bits}_{}", ty_text(self.tcx, *ty)),
            Constant::Float(bits, ty) => match ty.kind() {
                TyKind::Float(wrc_thir::FloatTy::F32) => {
                    format!("{:?}_f32", f32::from_bits(*bits as u32))
                }
                _ => format!("{:?}_f64", f64::from_bits(*bits)),
            },
            Constant::Str(text) => format!("{text:?}"),
            Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
            Constant::Zst(ty) => ty_text(self.tcx, *ty),
            Constant::FnPtr(inst, _) => format!("fn {}", instance_text(self.tcx, inst)),
            Constant::Location { file, line, column } => format!("@{file}:{line}:{column}"),
        }
    }

    fn rvalue(&self, rvalue: &Rvalue) -> String {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Ref(Mutability::Not, place) => format!("&{}", self.place(place)),
            Rvalue::Ref(Mutability::Mut, place) => format!("&mut {}", self.place(place)),
            Rvalue::RawPtr(Mutability::Not, place) => format!("&raw const {}", self.place(place)),
            Rvalue::RawPtr(Mutability::Mut, place) => format!("&raw mut {}", self.place(place)),
            Rvalue::Unary(op, operand) => format!("{} {}", un_op(*op), self.operand(operand)),
            Rvalue::Binary(op, lhs, rhs) => {
                format!(
                    "{} {}, {}",
                    bin_op(*op),
                    self.operand(lhs),
                    self.operand(rhs)
                )
            }
            Rvalue::Cast(kind, operand, ty) => {
                let (operand, ty) = (self.operand(operand), ty_text(self.tcx, *ty));
                format!("cast {kind:?} {operand} as {ty}")
            }
            Rvalue::Aggregate(kind, fields) => {
                format!("{}({})", self.aggregate(kind), self.operands(fields))
            }
            Rvalue::Repeat(operand, len) => format!("[{}; {len}]", self.operand(operand)),
            Rvalue::Discriminant(place) => format!("discriminant {}", self.place(place)),
            Rvalue::Len(place) => format!("len {}", self.place(place)),
        }
    }

    fn aggregate(&self, kind: &AggregateKind) -> String {
        match kind {
            AggregateKind::Adt(def, variant, args) => {
                let data = self.tcx.adt(*def);
                let ty = format!("{}{}", data.name, args_text(self.tcx, args));
                match data.kind {
                    wrc_thir::AdtKind::Enum => {
                        let variant = self.variant(Ty::adt(*def, args.clone()), *variant);
                        format!("{ty}::{variant}")
                    }
                    wrc_thir::AdtKind::Struct | wrc_thir::AdtKind::Union => ty,
                }
            }
            AggregateKind::Union(def, field, args) => {
                let name = self.tcx.adt(*def).name;
                format!("{name}{} {field}", args_text(self.tcx, args))
            }
            AggregateKind::Tuple => "tuple".to_owned(),
            AggregateKind::Array(_) => "array".to_owned(),
            AggregateKind::Closure(def, _) => self.tcx.closure(*def).path.to_string(),
        }
    }

    fn callee(&self, callee: &Callee) -> String {
        match callee {
            Callee::Instance(inst) => instance_text(self.tcx, inst),
            Callee::Ptr(operand) => format!("({})", self.operand(operand)),
            Callee::Dyn(method) => format!(
                "dyn {}{}",
                fn_path(self.tcx, method.method),
                args_text(self.tcx, &method.args)
            ),
            Callee::Intrinsic(intrinsic, args) => {
                format!("{}{}", intrinsic.name(), args_text(self.tcx, args))
            }
        }
    }
}

fn un_op(op: UnOp) -> &'static str {
    match op {
        UnOp::Not => "not",
        UnOp::Neg => "neg",
    }
}

fn bin_op(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "add",
        BinOp::Sub => "sub",
        BinOp::Mul => "mul",
        BinOp::Div => "div",
        BinOp::Rem => "rem",
        BinOp::BitAnd => "and",
        BinOp::BitOr => "or",
        BinOp::BitXor => "xor",
        BinOp::Shl => "shl",
        BinOp::Shr => "shr",
        BinOp::Eq => "eq",
        BinOp::Ne => "ne",
        BinOp::Lt => "lt",
        BinOp::Le => "le",
        BinOp::Gt => "gt",
        BinOp::Ge => "ge",
    }
}
