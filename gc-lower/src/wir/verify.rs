//! What must hold of WIR.
//!
//! - WIR-P1: the first locals are the parameters.
//! - WIR-E1: ids name existing entities of the right kind.
//! - WIR-T1: an operand is one value of a subtype of what is wanted, or
//!   never returns.
//! - WIR-T2: a statement leaves no value.
//! - WIR-T3: a construct with a result ends with an expression of that type.
//! - WIR-T4: `return` carries the results; one call may be all of them.
//! - WIR-T5: control reaches the end of the body only if there are no results.
//! - WIR-T6: only mutable fields, elements and globals are written.
//! - WIR-T7: a call with several results stands in `SetMulti` or `return`.
//! - WIR-L1: branches go to enclosing labels.
//! - WIR-L2: branches do not go to a block with a result.
//! - WIR-L3: labels are declared and nested constructs have different ones.

use wrc_base::EntityRef;
use wrc_object::*;

use super::{display::value_type, ir::*, ty};

/// All violations, each with its rule.
pub fn verify(func: &WFunc, program: &Program) -> Vec<String> {
    let mut cx = Cx {
        func,
        program,
        labels: Vec::new(),
        errors: Vec::new(),
    };
    let locals: Vec<WTy> = func
        .locals
        .values()
        .copied()
        .take(func.params.len())
        .collect();
    if locals != func.params {
        cx.error("P1", "locals do not start with the parameters");
        return cx.errors;
    }
    cx.statements(&func.body);
    if !func.results.is_empty() && !func.body.iter().any(ty::diverges) {
        cx.error("T5", "control falls off the end of a function with results");
    }
    cx.errors
}

struct Cx<'a> {
    func: &'a WFunc,
    program: &'a Program,
    /// Enclosing labels, and whether they may be branched to.
    labels: Vec<(WLabel, bool)>,
    errors: Vec<String>,
}

const EQ: WTy = WTy::EQ;
const ANY: WTy = WTy::Ref(HeapTy::Any);

impl Cx<'_> {
    fn error(&mut self, rule: &str, message: impl AsRef<str>) {
        self.errors.push(format!(
            "WIR-{rule}: {} (in {})",
            message.as_ref(),
            self.func.name
        ));
    }

    fn statements(&mut self, body: &[Ex]) {
        for ex in body {
            self.ex(ex);
            let values = self.values(ex);
            if !values.is_empty() {
                self.error("T2", format!("`{}` leaves {}", head(ex), list(&values)));
            }
        }
    }

    fn values(&mut self, ex: &Ex) -> ty::Values {
        if self.has_ids(ex) {
            ty::values(ex, self.func, self.program)
        } else {
            ty::Values::new()
        }
    }

    /// An operand of the wanted type.
    fn want(&mut self, ex: &Ex, want: WTy) {
        self.ex(ex);
        self.check(ex, want);
    }

    fn check(&mut self, ex: &Ex, want: WTy) {
        match self.values(ex)[..] {
            [got] if ty::is_subtype(self.program, got, want) => {}
            [] if ty::diverges(ex) || is_never_call(ex) => {}
            ref got => {
                let (head, got) = (head(ex), list(got));
                self.error(
                    "T1",
                    format!("`{head}` gives {got}, wanted {}", value_type(want)),
                );
            }
        }
    }

    fn want_any_ref(&mut self, ex: &Ex) {
        self.ex(ex);
        match self.values(ex)[..] {
            [WTy::Ref(_)] => {}
            [] if ty::diverges(ex) => {}
            ref got => {
                let got = list(got);
                self.error(
                    "T1",
                    format!("`{}` gives {got}, wanted a reference", head(ex)),
                );
            }
        }
    }

    fn want_all(&mut self, args: &[Ex], want: &[WTy], of: &str) {
        if args.len() != want.len() {
            let (got, want) = (args.len(), want.len());
            self.error("T1", format!("`{of}` has {got} operands, wanted {want}"));
        }
        for (arg, want) in args.iter().zip(want) {
            self.want(arg, *want);
        }
    }

    /// WIR-E1 for one node.
    fn has_ids(&self, ex: &Ex) -> bool {
        let program = self.program;
        match ex {
            Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => {
                self.func.locals.is_valid(*local)
            }
            Ex::SetMulti(locals, _) => locals
                .iter()
                .flatten()
                .all(|local| self.func.locals.is_valid(*local)),
            Ex::GlobalGet(global) | Ex::GlobalSet(global, _) => program.globals.is_valid(*global),
            Ex::Call(func, _) => program.funcs.is_valid(*func),
            Ex::CallIndirect { ty, .. } => {
                program.types.is_valid(*ty)
                    && matches!(program.types[*ty].kind, TypeDefKind::Func { .. })
            }
            Ex::StructNew(ty, _) | Ex::StructNewDefault(ty) => {
                program.types.is_valid(*ty) && ty::struct_fields(program, *ty).is_some()
            }
            Ex::StructGet { ty, field, .. } | Ex::StructSet { ty, field, .. } => {
                program.types.is_valid(*ty) && ty::struct_field(program, *ty, *field).is_some()
            }
            Ex::ArrayNew { ty, .. }
            | Ex::ArrayNewDefault { ty, .. }
            | Ex::ArrayNewFixed(ty, _)
            | Ex::ArrayNewData { ty, .. }
            | Ex::ArrayGet { ty, .. }
            | Ex::ArraySet { ty, .. }
            | Ex::ArrayFill { ty, .. } => {
                program.types.is_valid(*ty) && ty::element(program, *ty).is_some()
            }
            Ex::ArrayCopy { dst_ty, src_ty, .. } => [dst_ty, src_ty]
                .iter()
                .all(|ty| program.types.is_valid(**ty) && ty::element(program, **ty).is_some()),
            _ => true,
        }
    }

    fn ex(&mut self, ex: &Ex) {
        if !self.has_ids(ex) {
            self.error(
                "E1",
                format!("`{}` names something of the wrong kind", head(ex)),
            );
            return;
        }
        match ex {
            Ex::I32(_)
            | Ex::I64(_)
            | Ex::F32(_)
            | Ex::F64(_)
            | Ex::Null(_)
            | Ex::Sym(_)
            | Ex::Get(_)
            | Ex::GlobalGet(_)
            | Ex::StructNewDefault(_)
            | Ex::Unreachable
            | Ex::Nop => {}
            Ex::Set(local, value) | Ex::Tee(local, value) => {
                self.want(value, self.func.locals[*local]);
            }
            Ex::GlobalSet(global, value) => {
                self.want(value, self.program.globals[*global].ty);
                if !self.program.globals[*global].mutable {
                    self.error("T6", format!("{global} is immutable"));
                }
            }
            Ex::Num(op, args) => {
                let (name, want, _, _) = op.info();
                self.want_all(args, want, name);
            }
            Ex::StructNew(ty, args) => {
                let fields = ty::struct_fields(self.program, *ty).unwrap_or_default();
                let want: Vec<WTy> = fields.iter().map(|field| field.storage.value()).collect();
                self.want_all(args, &want, &format!("struct.new {ty}"));
            }
            Ex::StructGet { ty, obj, .. } => self.want(obj, WTy::to(*ty)),
            Ex::StructSet {
                ty,
                field,
                obj,
                value,
            } => {
                self.want(obj, WTy::to(*ty));
                if let Some(slot) = ty::struct_field(self.program, *ty, *field) {
                    self.write(slot, value, &format!("{ty}.{field}"));
                }
            }
            Ex::ArrayNew { ty, init, len } => {
                self.initial(*ty, init);
                self.want(len, WTy::I32);
            }
            Ex::ArrayNewDefault { len, .. } => self.want(len, WTy::I32),
            Ex::ArrayNewFixed(ty, args) => args.iter().for_each(|arg| self.initial(*ty, arg)),
            Ex::ArrayNewData { offset, len, .. } => {
                self.want(offset, WTy::I32);
                self.want(len, WTy::I32);
            }
            Ex::ArrayGet {
                ty, array, index, ..
            } => {
                self.want(array, WTy::to(*ty));
                self.want(index, WTy::I32);
            }
            Ex::ArraySet {
                ty,
                array,
                index,
                value,
            } => {
                self.want(array, WTy::to(*ty));
                self.want(index, WTy::I32);
                if let Some(slot) = ty::element(self.program, *ty) {
                    self.write(slot, value, &ty.to_string());
                }
            }
            Ex::ArrayLen(array) => self.want(array, WTy::Ref(HeapTy::Array)),
            Ex::ArrayCopy {
                dst_ty,
                src_ty,
                args,
            } => {
                let want = [
                    WTy::to(*dst_ty),
                    WTy::I32,
                    WTy::to(*src_ty),
                    WTy::I32,
                    WTy::I32,
                ];
                self.want_all(&args[..], &want, "array.copy");
                self.copied(*dst_ty, *src_ty);
            }
            Ex::ArrayFill { ty, args } => {
                let [array, index, value, count] = &**args;
                self.want(array, WTy::to(*ty));
                self.want(index, WTy::I32);
                if let Some(slot) = ty::element(self.program, *ty) {
                    self.write(slot, value, &ty.to_string());
                }
                self.want(count, WTy::I32);
            }
            Ex::IsNull(value) => self.want_any_ref(value),
            Ex::RefEq(a, b) => {
                self.want(a, EQ);
                self.want(b, EQ);
            }
            Ex::Cast(_, value) | Ex::Test(_, value) | Ex::ToExtern(value) => self.want(value, ANY),
            Ex::FromExtern(value) => self.want(value, WTy::EXTERN),
            Ex::Call(..) | Ex::CallIndirect { .. } => {
                let results = self.call(ex);
                if results > 1 {
                    self.error("T7", format!("`{}` gives {results} values", head(ex)));
                }
            }
            Ex::SetMulti(locals, call) => {
                let results = self.multi(call);
                let want = locals
                    .iter()
                    .map(|local| local.map(|local| self.func.locals[local]));
                let fits = results.len() == locals.len()
                    && results.iter().zip(want).all(|(got, want)| {
                        want.is_none_or(|want| ty::is_subtype(self.program, *got, want))
                    });
                if !fits {
                    self.error("T1", format!("`{}` gives {}", head(call), list(&results)));
                }
            }
            Ex::Block {
                label,
                result,
                body,
            } => {
                self.scope(*label, result.is_none(), |cx| cx.body(*result, body));
            }
            Ex::Loop { label, body } => self.scope(*label, true, |cx| cx.statements(body)),
            Ex::If {
                cond,
                result,
                then,
                els,
            } => {
                self.want(cond, WTy::I32);
                self.body(*result, then);
                self.body(*result, els);
            }
            Ex::Br(label) => self.branch(*label),
            Ex::BrIf(label, cond) => {
                self.want(cond, WTy::I32);
                self.branch(*label);
            }
            Ex::BrTable {
                index,
                labels,
                default,
            } => {
                self.want(index, WTy::I32);
                labels
                    .iter()
                    .chain([default])
                    .for_each(|label| self.branch(*label));
            }
            Ex::Return(values) => self.returned(values),
            Ex::Drop(value) => {
                self.ex(value);
                let values = self.values(value);
                if values.len() != 1 && !ty::diverges(value) {
                    self.error("T1", format!("`drop` of {}", list(&values)));
                }
            }
            Ex::Select {
                ty,
                then,
                els,
                cond,
            } => {
                self.want(then, *ty);
                self.want(els, *ty);
                self.want(cond, WTy::I32);
            }
        }
    }

    fn body(&mut self, result: Option<WTy>, body: &[Ex]) {
        let Some(want) = result else {
            return self.statements(body);
        };
        match body.split_last() {
            Some((last, init)) => {
                self.statements(init);
                self.ex(last);
                let values = self.values(last);
                let diverges = body.iter().any(ty::diverges);
                let fits = match values[..] {
                    [got] => ty::is_subtype(self.program, got, want),
                    [] => diverges || is_never_call(last),
                    _ => false,
                };
                if !fits {
                    let (head, got) = (head(last), list(&values));
                    self.error(
                        "T3",
                        format!("`{head}` gives {got}, wanted {}", value_type(want)),
                    );
                }
            }
            None => self.error("T3", "an empty body has no value"),
        }
    }

    fn returned(&mut self, values: &[Ex]) {
        let want = &self.func.results;
        if let [call @ (Ex::Call(..) | Ex::CallIndirect { .. })] = values
            && want.len() > 1
        {
            let results = self.multi(call);
            let fits = results.len() == want.len()
                && results
                    .iter()
                    .zip(want)
                    .all(|(a, b)| ty::is_subtype(self.program, *a, *b));
            if !fits {
                self.error("T4", format!("`return` of {}", list(&results)));
            }
        } else if values.len() == want.len() {
            for (value, want) in values.iter().zip(want) {
                self.want(value, *want);
            }
        } else {
            let (got, want) = (values.len(), want.len());
            self.error("T4", format!("`return` of {got} values, wanted {want}"));
        }
    }

    /// Checks a call's operands; the number of its results.
    fn call(&mut self, ex: &Ex) -> usize {
        match ex {
            Ex::Call(callee, args) => {
                let callee = &self.program.funcs[*callee];
                let (params, results) = ty::signature(self.program, callee.ty);
                self.want_all(args, params, callee.name.as_str());
                results.len()
            }
            Ex::CallIndirect { ty, args, index } => {
                let (params, results) = ty::signature(self.program, *ty);
                self.want_all(args, params, "call_indirect");
                self.want(index, WTy::I32);
                results.len()
            }
            _ => {
                self.error("T7", format!("`{}` is not a call", head(ex)));
                0
            }
        }
    }

    /// The results of a call that may have several.
    fn multi(&mut self, call: &Ex) -> Vec<WTy> {
        if !self.has_ids(call) {
            self.error(
                "E1",
                format!("`{}` names something of the wrong kind", head(call)),
            );
            return Vec::new();
        }
        self.call(call);
        self.values(call).to_vec()
    }

    fn initial(&mut self, ty: TypeId, value: &Ex) {
        if let Some(slot) = ty::element(self.program, ty) {
            self.want(value, slot.storage.value());
        }
    }

    fn write(&mut self, slot: Field, value: &Ex, name: &str) {
        self.want(value, slot.storage.value());
        if !slot.mutable {
            self.error("T6", format!("{name} is immutable"));
        }
    }

    fn copied(&mut self, dst: TypeId, src: TypeId) {
        let (Some(dst), Some(src)) = (
            ty::element(self.program, dst),
            ty::element(self.program, src),
        ) else {
            return;
        };
        let fits = match (src.storage, dst.storage) {
            (Storage::Val(src), Storage::Val(dst)) => ty::is_subtype(self.program, src, dst),
            (src, dst) => src == dst,
        };
        if !fits {
            self.error("T1", "`array.copy` between different elements");
        }
        if !dst.mutable {
            self.error("T6", "`array.copy` to an immutable array");
        }
    }

    fn scope(&mut self, label: WLabel, is_target: bool, f: impl FnOnce(&mut Self)) {
        if label.index() >= self.func.labels as usize {
            self.error("L3", format!("{label} is not declared"));
        }
        if self.labels.iter().any(|(open, _)| *open == label) {
            self.error("L3", format!("{label} inside {label}"));
        }
        self.labels.push((label, is_target));
        f(self);
        self.labels.pop();
    }

    fn branch(&mut self, label: WLabel) {
        match self.labels.iter().rev().find(|(open, _)| *open == label) {
            Some((_, true)) => {}
            Some((_, false)) => self.error("L2", format!("branch to {label}, which has a result")),
            None => self.error(
                "L1",
                format!("branch to {label}, which does not enclose it"),
            ),
        }
    }
}

/// A call without results may stand for a value when it never returns.
fn is_never_call(ex: &Ex) -> bool {
    matches!(ex, Ex::Call(..) | Ex::CallIndirect { .. })
}

fn list(types: &[WTy]) -> String {
    match types {
        [] => "nothing".to_owned(),
        types => types
            .iter()
            .map(|ty| value_type(*ty))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// The node itself, without its operands.
fn head(ex: &Ex) -> String {
    let text = format!("{ex:?}");
    let end = text.find(['(', '{', ' ']).unwrap_or(text.len());
    let name = &text[..end];
    match ex {
        Ex::Get(local) | Ex::Set(local, _) | Ex::Tee(local, _) => format!("{name} {local}"),
        Ex::Num(op, _) => op.info().0.to_owned(),
        Ex::Call(func, _) => format!("{name} {func}"),
        Ex::StructNew(ty, _) | Ex::StructGet { ty, .. } | Ex::StructSet { ty, .. } => {
            format!("{name} {ty}")
        }
        _ => name.to_owned(),
    }
}
