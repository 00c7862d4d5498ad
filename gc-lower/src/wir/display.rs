//! The text form of WIR.
//!
//! ```text
//! wir fn app::area(l0: (ref ty0)) -> f64 {
//!     return (f64.mul (struct.get ty0.w l0) (struct.get ty0.h l0))
//! }
//! ```

use wrc_object::*;

use super::ir::*;

/// The function as text.
pub fn display(func: &WFunc, program: &Program) -> String {
    let mut cx = Cx {
        program,
        out: String::new(),
        indent: 0,
    };
    cx.func(func);
    cx.out
}

struct Cx<'a> {
    program: &'a Program,
    out: String,
    indent: usize,
}

impl Cx<'_> {
    fn func(&mut self, func: &WFunc) {
        self.text("wir fn ");
        self.text(func.name.as_str());
        self.text("(");
        for (at, (local, ty)) in func.locals.iter().take(func.params.len()).enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            self.text(&format!("{comma}{local}: {}", value_type(*ty)));
        }
        self.text(")");
        if !func.results.is_empty() {
            let results: Vec<_> = func.results.iter().map(|ty| value_type(*ty)).collect();
            self.text(&format!(" -> {}", results.join(", ")));
        }
        self.text(" {");
        self.indent += 1;
        for (local, ty) in func.locals.iter().skip(func.params.len()) {
            self.line();
            self.text(&format!("local {local}: {}", value_type(*ty)));
        }
        self.indent -= 1;
        self.body(&func.body);
        self.text("}\n");
    }

    /// Statements on their own lines, then a line for the closing brace.
    fn body(&mut self, body: &[Ex]) {
        self.indent += 1;
        for ex in body {
            self.line();
            self.statement(ex);
        }
        self.indent -= 1;
        self.line();
    }

    fn statement(&mut self, ex: &Ex) {
        match ex {
            Ex::Set(local, value) => self.assign(&local.to_string(), value),
            Ex::GlobalSet(global, value) => self.assign(&global.to_string(), value),
            Ex::StructSet {
                ty,
                field,
                obj,
                value,
            } => {
                self.text(&format!("struct.set {}", self.field(*ty, *field)));
                self.operands([&**obj, value]);
            }
            Ex::SetMulti(locals, call) => {
                let names = locals
                    .iter()
                    .map(|l| l.map_or("_".to_owned(), |l| l.to_string()));
                self.assign(&names.collect::<Vec<_>>().join(", "), call);
            }
            Ex::Return(values) => {
                self.text("return");
                self.operands(values);
            }
            Ex::Br(label) => self.text(&format!("br {label}")),
            Ex::BrIf(label, cond) => {
                self.text(&format!("br_if {label}"));
                self.operands([&**cond]);
            }
            Ex::BrTable {
                index,
                labels,
                default,
            } => {
                self.text("br_table");
                self.operands([&**index]);
                let labels: Vec<_> = labels.iter().map(|label| label.to_string()).collect();
                self.text(&format!(" [{}] {default}", labels.join(" ")));
            }
            Ex::Drop(value) => {
                self.text("drop");
                self.operands([&**value]);
            }
            Ex::Unreachable => self.text("unreachable"),
            Ex::Nop => self.text("nop"),
            other => self.expr(other),
        }
    }

    fn assign(&mut self, name: &str, value: &Ex) {
        self.text(name);
        self.text(" =");
        self.operands([value]);
    }

    fn operands<'a>(&mut self, args: impl IntoIterator<Item = &'a Ex>) {
        for arg in args {
            self.text(" ");
            self.expr(arg);
        }
    }

    fn call<'a>(&mut self, head: &str, args: impl IntoIterator<Item = &'a Ex>) {
        self.text("(");
        self.text(head);
        self.operands(args);
        self.text(")");
    }

    #[expect(clippy::too_many_lines, reason = "one arm per expression")]
    fn expr(&mut self, ex: &Ex) {
        match ex {
            Ex::I32(value) => self.text(&value.to_string()),
            Ex::I64(value) => self.text(&format!("{value}i64")),
            Ex::F32(bits) => self.text(&format!("{:?}f32", f32::from_bits(*bits))),
            Ex::F64(bits) => self.text(&format!("{:?}f64", f64::from_bits(*bits))),
            Ex::Null(heap) => self.text(&format!("(null {})", heap_type(*heap))),
            Ex::Sym(ConstSym::TableIndex(func)) => self.text(&format!("(table_index {func})")),
            Ex::Sym(ConstSym::SelectorBase(selector)) => self.text(&format!("(base {selector})")),
            Ex::Sym(ConstSym::LiteralOffset(id)) => {
                let text = String::from_utf8_lossy(&self.program.literals[*id]).into_owned();
                self.text(&format!("(literal {text:?})"));
            }
            Ex::Get(local) => self.text(&local.to_string()),
            Ex::Tee(local, value) => self.call(&format!("tee {local}"), [&**value]),
            Ex::GlobalGet(global) => self.text(&global.to_string()),
            Ex::Num(op, args) => self.call(op.info().0, args),
            Ex::StructNew(ty, args) => self.call(&format!("struct.new {ty}"), args),
            Ex::StructNewDefault(ty) => self.call(&format!("struct.new_default {ty}"), []),
            Ex::StructGet {
                ty,
                field,
                signed,
                obj,
            } => {
                let sign = if *signed { "_s" } else { "" };
                self.call(
                    &format!("struct.get{sign} {}", self.field(*ty, *field)),
                    [&**obj],
                );
            }
            Ex::ArrayNew { ty, init, len } => {
                self.call(&format!("array.new {ty}"), [&**init, len]);
            }
            Ex::ArrayNewDefault { ty, len } => {
                self.call(&format!("array.new_default {ty}"), [&**len]);
            }
            Ex::ArrayNewFixed(ty, args) => self.call(&format!("array.new_fixed {ty}"), args),
            Ex::ArrayNewData {
                ty,
                data,
                offset,
                len,
            } => {
                self.call(&format!("array.new_data {ty} {data}"), [&**offset, len]);
            }
            Ex::ArrayGet {
                ty,
                signed,
                array,
                index,
            } => {
                let sign = if *signed { "_s" } else { "" };
                self.call(&format!("array.get{sign} {ty}"), [&**array, index]);
            }
            Ex::ArraySet {
                ty,
                array,
                index,
                value,
            } => {
                self.call(&format!("array.set {ty}"), [&**array, index, value]);
            }
            Ex::ArrayLen(array) => self.call("array.len", [&**array]),
            Ex::ArrayCopy {
                dst_ty,
                src_ty,
                args,
            } => {
                self.call(&format!("array.copy {dst_ty} {src_ty}"), &**args);
            }
            Ex::ArrayFill { ty, args } => self.call(&format!("array.fill {ty}"), &**args),
            Ex::IsNull(value) => self.call("is_null", [&**value]),
            Ex::RefEq(a, b) => self.call("ref.eq", [&**a, b]),
            Ex::Cast(heap, value) => {
                self.call(&format!("cast {}", heap_type(*heap)), [&**value]);
            }
            Ex::Test(heap, value) => {
                self.call(&format!("test {}", heap_type(*heap)), [&**value]);
            }
            Ex::FromExtern(value) => self.call("from_extern", [&**value]),
            Ex::ToExtern(value) => self.call("to_extern", [&**value]),
            Ex::Call(func, args) => {
                self.call(&format!("call {}", self.program.funcs[*func].name), args);
            }
            Ex::CallIndirect { ty, args, index } => {
                self.call(
                    &format!("call_indirect {ty}"),
                    args.iter().chain([&**index]),
                );
            }
            Ex::Block {
                label,
                result,
                body,
            } => {
                self.open(&format!("block {label}"), *result);
                self.body(body);
                self.text("}");
            }
            Ex::Loop { label, body } => {
                self.open(&format!("loop {label}"), None);
                self.body(body);
                self.text("}");
            }
            Ex::If {
                cond,
                result,
                then,
                els,
            } => {
                self.text("if ");
                self.expr(cond);
                self.open("", *result);
                self.body(then);
                if !els.is_empty() {
                    self.text("} else {");
                    self.body(els);
                }
                self.text("}");
            }
            Ex::Select {
                ty,
                then,
                els,
                cond,
            } => {
                self.call(&format!("select {}", value_type(*ty)), [&**then, els, cond]);
            }
            Ex::Set(..)
            | Ex::GlobalSet(..)
            | Ex::StructSet { .. }
            | Ex::SetMulti(..)
            | Ex::Return(_)
            | Ex::Br(_)
            | Ex::BrIf(..)
            | Ex::BrTable { .. }
            | Ex::Drop(_)
            | Ex::Unreachable
            | Ex::Nop => {
                self.text("(");
                self.statement(ex);
                self.text(")");
            }
        }
    }

    fn open(&mut self, head: &str, result: Option<WTy>) {
        self.text(head);
        if let Some(ty) = result {
            self.text(&format!(" -> {}", value_type(ty)));
        }
        self.text(" {");
    }

    fn field(&self, ty: TypeId, field: u32) -> String {
        match &self.program.types[ty].kind {
            TypeDefKind::Struct { field_names, .. } => match field_names.get(field as usize) {
                Some(name) => format!("{ty}.{name}"),
                None => format!("{ty}.{field}"),
            },
            TypeDefKind::Array(_) | TypeDefKind::Func { .. } => format!("{ty}.{field}"),
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("    ", self.indent));
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }
}

/// A value type as text.
pub fn value_type(ty: WTy) -> String {
    match ty {
        WTy::I32 => "i32".to_owned(),
        WTy::I64 => "i64".to_owned(),
        WTy::F32 => "f32".to_owned(),
        WTy::F64 => "f64".to_owned(),
        WTy::Ref(heap) => format!("(ref {})", heap_type(heap)),
    }
}

/// A heap type as text.
pub fn heap_type(heap: HeapTy) -> String {
    match heap {
        HeapTy::Eq => "eq".to_owned(),
        HeapTy::Any => "any".to_owned(),
        HeapTy::Extern => "extern".to_owned(),
        HeapTy::Func => "func".to_owned(),
        HeapTy::Struct => "struct".to_owned(),
        HeapTy::Array => "array".to_owned(),
        HeapTy::None => "none".to_owned(),
        HeapTy::NoExtern => "noextern".to_owned(),
        HeapTy::Type(ty) => ty.to_string(),
    }
}
