//! Bodies as text, for `--emit=thir`.
//!
//! ```text
//! fn app::twice(l0 x: i32) -> i32 {
//!     block {
//!         => (add x.l0 x.l0)
//!     }
//! }
//! ```

use crate::{body::*, db::Db, def::*, ty::*};
use std::fmt::Write;

/// The text of a body. `name` is the owner's path.
pub fn print_body(db: &dyn Db, name: &str, body: &Body) -> String {
    let mut printer = Printer {
        db,
        body,
        indent: 1,
    };
    let keyword = match body.owner {
        BodyOwner::Fn(_) => "fn",
        BodyOwner::Closure(_) => "closure",
        BodyOwner::Const(_) => "const",
        BodyOwner::Static(_) => "static",
    };
    let params: Vec<String> = body
        .params
        .iter()
        .map(|param| format!("{}: {}", printer.pat(param.pat), db.type_name(param.ty)))
        .collect();
    let root = printer.expr(body.root);
    let head = format!(
        "{keyword} {name}({}) -> {}",
        params.join(", "),
        db.type_name(body.ret)
    );
    format!("{head} {{\n    {root}\n}}\n")
}

struct Printer<'a> {
    db: &'a dyn Db,
    body: &'a Body,
    indent: usize,
}

impl Printer<'_> {
    fn line(&self) -> String {
        format!("\n{}", "    ".repeat(self.indent))
    }

    fn ty(&self, ty: Ty) -> String {
        self.db.type_name(ty)
    }

    fn args(&self, args: &[Arg]) -> String {
        if args.is_empty() {
            return String::new();
        }
        let args: Vec<String> = args
            .iter()
            .map(|arg| match arg {
                Arg::Ty(ty) => self.ty(*ty),
                Arg::Const(c) => konst(c),
            })
            .collect();
        format!("::<{}>", args.join(", "))
    }

    fn local(&self, local: LocalId) -> String {
        format!("{}.{local}", self.body.locals[local].name)
    }

    fn exprs(&mut self, exprs: &[ExprId]) -> String {
        let texts: Vec<String> = exprs.iter().map(|it| self.expr(*it)).collect();
        texts.join(", ")
    }

    fn variant(&self, def: AdtDef, variant: VariantIdx) -> String {
        let data = self.db.adt(def);
        match data.kind {
            AdtKind::Enum => format!("{}::{}", data.path, data.variants[variant.0 as usize].name),
            AdtKind::Struct | AdtKind::Union => data.path.to_string(),
        }
    }

    fn expr(&mut self, id: ExprId) -> String {
        let body = self.body;
        let expr = &body.exprs[id];
        match &expr.kind {
            ExprKind::Scalar(bits) => format!("{bits}_{}", self.ty(expr.ty)),
            ExprKind::Float(bits) => match expr.ty.kind() {
                TyKind::Float(FloatTy::F32) => format!("{:?}_f32", f32::from_bits(*bits as u32)),
                _ => format!("{:?}_f64", f64::from_bits(*bits)),
            },
            ExprKind::Str(text) => format!("{text:?}"),
            ExprKind::ByteStr(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
            ExprKind::CStr(bytes) => format!("c\"{}\"", bytes.escape_ascii()),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::Upvar(field) => format!("upvar.{field}"),
            ExprKind::Static(def) => format!("static {}", self.db.static_data(*def).path),
            ExprKind::Const(def, args) => format!("const#{:x}{}", def.0, self.args(args)),
            ExprKind::ConstArg(c) => format!("constarg {}", konst(c)),
            ExprKind::FnItem => format!("item {}", self.ty(expr.ty)),
            ExprKind::Call { callee, args } => {
                let callee = match callee {
                    Callee::Fn(def, generic) => {
                        format!("{}{}", self.db.func(*def).path, self.args(generic))
                    }
                    Callee::Ptr(value) => format!("ptr {}", self.expr(*value)),
                    Callee::Value(kind, value) => format!("{kind:?} {}", self.expr(*value)),
                    Callee::Ctor(def, variant, generic) => {
                        format!("{}{}", self.variant(*def, *variant), self.args(generic))
                    }
                };
                format!("call {callee}({})", self.exprs(args))
            }
            ExprKind::Adt {
                def,
                variant,
                args,
                fields,
                base,
            } => {
                let mut text = format!("{}{} {{", self.variant(*def, *variant), self.args(args));
                for (field, value) in fields {
                    let value = self.expr(*value);
                    let _ = write!(text, " {field}: {value},");
                }
                if let Some(base) = base {
                    let base = self.expr(*base);
                    let _ = write!(text, " ..{base}");
                }
                text + " }"
            }
            ExprKind::Tuple(elems) => format!("tuple({})", self.exprs(elems)),
            ExprKind::Array(elems) => format!("array[{}]", self.exprs(elems)),
            ExprKind::Repeat(value, len) => format!("[{}; {}]", self.expr(*value), konst(len)),
            ExprKind::Field(base, field) => format!("(field {field} {})", self.expr(*base)),
            ExprKind::Index(base, index) => {
                format!("(index {} {})", self.expr(*base), self.expr(*index))
            }
            ExprKind::Deref(base) => format!("(deref {})", self.expr(*base)),
            ExprKind::Borrow(kind, place) => {
                let kind = match kind {
                    BorrowKind::Shared => "&",
                    BorrowKind::Mut => "&mut",
                    BorrowKind::TwoPhaseMut => "&two-phase",
                };
                format!("({kind} {})", self.expr(*place))
            }
            ExprKind::RawBorrow(m, place) => format!("(&raw {m:?} {})", self.expr(*place)),
            ExprKind::Unary(op, value) => format!("({} {})", lower(op), self.expr(*value)),
            ExprKind::Binary(op, lhs, rhs) => {
                format!("({} {} {})", lower(op), self.expr(*lhs), self.expr(*rhs))
            }
            ExprKind::LogicalAnd(lhs, rhs) => {
                format!("(&& {} {})", self.expr(*lhs), self.expr(*rhs))
            }
            ExprKind::LogicalOr(lhs, rhs) => {
                format!("(|| {} {})", self.expr(*lhs), self.expr(*rhs))
            }
            ExprKind::Assign(place, value) => {
                format!("{} = {}", self.expr(*place), self.expr(*value))
            }
            ExprKind::AssignOp(op, place, value) => {
                format!("{} {}= {}", self.expr(*place), lower(op), self.expr(*value))
            }
            ExprKind::Cast(kind, value) => {
                format!(
                    "({} {} as {})",
                    lower(kind),
                    self.expr(*value),
                    self.ty(expr.ty)
                )
            }
            ExprKind::If { cond, then, els } => {
                let cond = self.expr(*cond);
                let then = self.expr(*then);
                match els {
                    Some(els) => format!("if {cond} {then} else {}", self.expr(*els)),
                    None => format!("if {cond} {then}"),
                }
            }
            ExprKind::Let(pat, value) => {
                let value = self.expr(*value);
                format!("(let {} = {value})", self.pat(*pat))
            }
            ExprKind::Match { scrutinee, arms } => {
                let mut text = format!("match {} {{", self.expr(*scrutinee));
                self.indent += 1;
                for arm in arms {
                    text += &self.line();
                    text += &self.pat(arm.pat);
                    if let Some(guard) = arm.guard {
                        let guard = self.expr(guard);
                        let _ = write!(text, " if {guard}");
                    }
                    let body = self.expr(arm.body);
                    let _ = write!(text, " => {body}");
                }
                self.indent -= 1;
                text + &self.line() + "}"
            }
            ExprKind::Loop { label, body } => format!("loop {label} {}", self.expr(*body)),
            ExprKind::Block(block) => self.block(block),
            ExprKind::Break(label, value) => match value {
                Some(value) => format!("break {label} {}", self.expr(*value)),
                None => format!("break {label}"),
            },
            ExprKind::Continue(label) => format!("continue {label}"),
            ExprKind::Return(value) => match value {
                Some(value) => format!("return {}", self.expr(*value)),
                None => "return".to_owned(),
            },
            ExprKind::Closure { def, captures } => {
                let path = self.db.closure(*def).path;
                format!("closure {path} [{}]", self.exprs(captures))
            }
            ExprKind::FormatArgs(format) => self.format_args(format),
            ExprKind::Await(value) => format!("await {}", self.expr(*value)),
            ExprKind::NeverToAny(value) => format!("never({})", self.expr(*value)),
            ExprKind::Unsupported(reason) => format!("unsupported {:?}", reason.as_str()),
        }
    }

    fn block(&mut self, block: &Block) -> String {
        let mut text = String::from("block");
        if let Some(label) = block.label {
            let _ = write!(text, " {label}");
        }
        text += " {";
        self.indent += 1;
        for stmt in &block.stmts {
            text += &self.line();
            match stmt {
                Stmt::Let { pat, init, els } => {
                    text += "let ";
                    text += &self.typed_pat(*pat);
                    if let Some(init) = init {
                        let init = self.expr(*init);
                        let _ = write!(text, " = {init}");
                    }
                    if let Some(els) = els {
                        let els = self.expr(*els);
                        let _ = write!(text, " else {els}");
                    }
                }
                Stmt::Expr(expr) => text += &self.expr(*expr),
            }
            text += ";";
        }
        if let Some(tail) = block.tail {
            text += &self.line();
            text += "=> ";
            text += &self.expr(tail);
        }
        self.indent -= 1;
        text + &self.line() + "}"
    }

    fn format_args(&mut self, format: &FormatArgs) -> String {
        let pieces: Vec<String> = format
            .pieces
            .iter()
            .map(|piece| match piece {
                FormatPiece::Lit(text) => format!("{text:?}"),
                FormatPiece::Arg { arg, method, spec } => {
                    let name = self.db.func(*method).path;
                    let plain = *spec == FormatSpec::default();
                    let spec = if plain {
                        String::new()
                    } else {
                        format!(" {spec:?}")
                    };
                    format!("{{{arg} {name}{spec}}}")
                }
            })
            .collect();
        format!("format[{}]({})", pieces.join(" "), self.exprs(&format.args))
    }

    fn typed_pat(&mut self, id: PatId) -> String {
        let ty = self.body.pats[id].ty;
        format!("{}: {}", self.pat(id), self.ty(ty))
    }

    fn fields(&mut self, fields: &[(FieldIdx, PatId)]) -> String {
        let texts: Vec<String> = fields
            .iter()
            .map(|(field, pat)| format!("{field}: {}", self.pat(*pat)))
            .collect();
        texts.join(", ")
    }

    fn pats(&mut self, pats: &[PatId], separator: &str) -> String {
        let texts: Vec<String> = pats.iter().map(|it| self.pat(*it)).collect();
        texts.join(separator)
    }

    fn pat(&mut self, id: PatId) -> String {
        let body = self.body;
        match &body.pats[id].kind {
            PatKind::Wild => "_".to_owned(),
            PatKind::Binding { local, mode, sub } => {
                let mode = match mode {
                    BindingMode::Value => "",
                    BindingMode::Ref(Mutability::Not) => "ref ",
                    BindingMode::Ref(Mutability::Mut) => "ref mut ",
                };
                let local = self.local(*local);
                match sub {
                    Some(sub) => format!("{mode}{local} @ {}", self.pat(*sub)),
                    None => format!("{mode}{local}"),
                }
            }
            PatKind::Variant {
                def,
                variant,
                fields,
            } => {
                let name = self.variant(*def, *variant);
                format!("{name}({})", self.fields(fields))
            }
            PatKind::Leaf { fields } => format!("({})", self.fields(fields)),
            PatKind::Deref(inner) => format!("&{}", self.pat(*inner)),
            PatKind::Const(value) => self.expr(*value),
            PatKind::Range { lo, hi, inclusive } => {
                let lo = lo.map(|it| self.expr(it)).unwrap_or_default();
                let hi = hi.map(|it| self.expr(it)).unwrap_or_default();
                let dots = if *inclusive { "..=" } else { ".." };
                format!("{lo}{dots}{hi}")
            }
            PatKind::Slice {
                prefix,
                slice,
                has_rest,
                suffix,
            } => {
                let mut parts = vec![self.pats(prefix, ", ")];
                match slice {
                    Some(slice) => parts.push(format!("{} @ ..", self.pat(*slice))),
                    None if *has_rest => parts.push("..".to_owned()),
                    None => {}
                }
                parts.push(self.pats(suffix, ", "));
                parts.retain(|part| !part.is_empty());
                format!("[{}]", parts.join(", "))
            }
            PatKind::Or(alternatives) => self.pats(alternatives, " | "),
            PatKind::Never => "!".to_owned(),
        }
    }
}

fn konst(c: &Const) -> String {
    match c {
        Const::Value(bits) => bits.to_string(),
        Const::Param(_, name) => name.to_string(),
        Const::Unevaluated(def, _) => format!("const#{:x}", def.0),
        Const::Error => "{error}".to_owned(),
    }
}

fn lower(op: impl std::fmt::Debug) -> String {
    format!("{op:?}").to_lowercase()
}
