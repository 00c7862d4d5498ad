//! Constants of types, evaluated over THIR.
//!
//! rust-analyzer evaluates array lengths, const arguments and discriminants,
//! with a `usize` of 64 bits. Here the same is done with any width, so that
//! the program's values are known where the two differ. What is not a number
//! or made of numbers is not evaluated: references are what they refer to, and
//! nothing is written through them.

mod call;
mod pattern;
mod scalar;

use crate::{Cx, ids};
use hir_def::{AdtId, EnumVariantId, Lookup};
use rustc_hash::FxHashMap;
use std::{rc::Rc, sync::Arc};
use wrc_base::{SecondaryMap, Span};
use wrc_thir::{
    Arg, BinOp, Block, Body, BodyOwner, CastKind, Const, ConstDef, ExprId, ExprKind, LabelId,
    LocalId, Stmt, Ty, TyKind, UnOp, VariantIdx, subst, subst_args, subst_const,
};

/// The width of `usize` in the program.
pub(crate) const PROGRAM: u32 = 32;
/// The width that rust-analyzer takes.
pub(crate) const ANALYZER: u32 = 64;

/// What an expression gives.
#[derive(Clone, Debug)]
enum Value {
    /// bool, char, integers: truncated to the type's width.
    Bits(u128),
    /// A struct, a tuple, an enum's variant, an array, a slice.
    Parts(VariantIdx, Rc<Vec<Value>>),
    Text(Arc<str>),
    /// A function item.
    Zst,
}

/// Why there is no value.
enum Stop {
    /// A form that is not evaluated, or an error of the program.
    Unknown,
    Break(LabelId, Value),
    Continue(LabelId),
    Return(Value),
}

type Run<T> = Result<T, Stop>;

/// The value of a variant's discriminant; `None` where it is not known.
pub(crate) fn discriminant(cx: Cx<'_>, variant: EnumVariantId) -> Option<i128> {
    Machine::new(cx, PROGRAM).discriminant(variant).ok()
}

/// The bits of a constant's value; `None` where it is not known.
pub(crate) fn value_of(
    cx: Cx<'_>,
    body: &Body,
    spans: &SecondaryMap<ExprId, Span>,
    width: u32,
) -> Option<u128> {
    let mut frame = Frame::new(body, spans, &[]);
    match Machine::new(cx, width).expr(&mut frame, body.root) {
        Ok(Value::Bits(bits)) => Some(bits),
        _ => None,
    }
}

struct Machine<'db> {
    cx: Cx<'db>,
    /// Bits of `usize`.
    width: u32,
    steps: u32,
    depth: u32,
}

/// A body that runs.
struct Frame<'a> {
    body: &'a Body,
    spans: &'a SecondaryMap<ExprId, Span>,
    args: &'a [Arg],
    locals: FxHashMap<LocalId, Value>,
}

impl<'a> Frame<'a> {
    fn new(body: &'a Body, spans: &'a SecondaryMap<ExprId, Span>, args: &'a [Arg]) -> Frame<'a> {
        Frame {
            body,
            spans,
            args,
            locals: FxHashMap::default(),
        }
    }

    fn ty(&self, cx: Cx<'_>, expr: ExprId) -> Ty {
        cx.normalize(subst(self.body.exprs[expr].ty, self.args))
    }
}

const STEPS: u32 = 1_000_000;
const DEPTH: u32 = 100;

fn unit() -> Value {
    Value::Parts(VariantIdx(0), Rc::default())
}

fn parts(values: Vec<Value>) -> Value {
    Value::Parts(VariantIdx(0), Rc::new(values))
}

fn truth(is_true: bool) -> Value {
    Value::Bits(is_true.into())
}

impl Value {
    fn bits(&self) -> Run<u128> {
        match self {
            Value::Bits(bits) => Ok(*bits),
            _ => Err(Stop::Unknown),
        }
    }

    fn part(&self, index: usize) -> Run<Value> {
        match self {
            Value::Parts(_, parts) => parts.get(index).cloned().ok_or(Stop::Unknown),
            _ => Err(Stop::Unknown),
        }
    }
}

impl<'db> Machine<'db> {
    fn new(cx: Cx<'db>, width: u32) -> Machine<'db> {
        Machine {
            cx,
            width,
            steps: 0,
            depth: 0,
        }
    }

    fn expr(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Run<Value> {
        self.steps += 1;
        if self.steps > STEPS {
            return Err(Stop::Unknown);
        }
        let body = frame.body;
        match &body.exprs[id].kind {
            ExprKind::Scalar(bits) => Ok(self.literal(frame, id, *bits)),
            ExprKind::Str(text) => Ok(Value::Text(text.clone())),
            ExprKind::ByteStr(bytes) => Ok(parts(
                bytes.iter().map(|it| Value::Bits((*it).into())).collect(),
            )),
            ExprKind::Local(local) => frame.locals.get(local).cloned().ok_or(Stop::Unknown),
            ExprKind::Const(def, args) => self.constant(*def, &subst_args(args, frame.args)),
            ExprKind::ConstArg(c) => self.const_arg(&subst_const(c, frame.args)),
            ExprKind::FnItem => Ok(Value::Zst),
            ExprKind::Call { callee, args } => self.call(frame, callee, args),
            ExprKind::Adt {
                variant,
                fields,
                base: None,
                ..
            } => {
                let mut values = vec![Value::Zst; fields.len()];
                for (field, value) in fields {
                    let value = self.expr(frame, *value)?;
                    *values.get_mut(field.0 as usize).ok_or(Stop::Unknown)? = value;
                }
                Ok(Value::Parts(*variant, Rc::new(values)))
            }
            ExprKind::Tuple(elems) | ExprKind::Array(elems) => {
                let values: Run<Vec<Value>> =
                    elems.iter().map(|it| self.expr(frame, *it)).collect();
                Ok(parts(values?))
            }
            ExprKind::Repeat(value, len) => {
                let value = self.expr(frame, *value)?;
                let len = self.const_arg(&subst_const(len, frame.args))?.bits()?;
                if len > u128::from(STEPS) {
                    return Err(Stop::Unknown);
                }
                Ok(parts(vec![value; len as usize]))
            }
            ExprKind::Field(base, field) => self.expr(frame, *base)?.part(field.0 as usize),
            ExprKind::Index(base, index) => {
                let base = self.expr(frame, *base)?;
                base.part(self.expr(frame, *index)?.bits()? as usize)
            }
            ExprKind::Deref(inner) => self.expr(frame, *inner),
            ExprKind::Borrow(wrc_thir::BorrowKind::Shared, inner) => self.expr(frame, *inner),
            ExprKind::Unary(op, operand) => {
                let value = self.expr(frame, *operand)?.bits()?;
                self.unary(*op, value, frame.ty(self.cx, id))
            }
            ExprKind::Binary(op, lhs, rhs) => {
                let ty = frame.ty(self.cx, *lhs);
                let count_ty = frame.ty(self.cx, *rhs);
                let lhs = self.expr(frame, *lhs)?.bits()?;
                let rhs = self.expr(frame, *rhs)?.bits()?;
                self.binary(*op, lhs, rhs, ty, count_ty)
            }
            ExprKind::LogicalAnd(lhs, rhs) => match self.expr(frame, *lhs)?.bits()? {
                0 => Ok(truth(false)),
                _ => self.expr(frame, *rhs),
            },
            ExprKind::LogicalOr(lhs, rhs) => match self.expr(frame, *lhs)?.bits()? {
                0 => self.expr(frame, *rhs),
                _ => Ok(truth(true)),
            },
            ExprKind::Assign(place, value) => {
                let value = self.expr(frame, *value)?;
                *self.place(frame, *place)? = value;
                Ok(unit())
            }
            ExprKind::AssignOp(op, place, rhs) => {
                let (ty, count_ty) = (frame.ty(self.cx, *place), frame.ty(self.cx, *rhs));
                let rhs = self.expr(frame, *rhs)?.bits()?;
                let lhs = self.place(frame, *place)?.bits()?;
                let value = self.binary(*op, lhs, rhs, ty, count_ty)?;
                *self.place(frame, *place)? = value;
                Ok(unit())
            }
            ExprKind::Cast(kind, operand) => {
                let from = frame.ty(self.cx, *operand);
                let value = self.expr(frame, *operand)?;
                match kind {
                    CastKind::Numeric => self.numeric(value, from, frame.ty(self.cx, id)),
                    CastKind::Unsize | CastKind::Same => Ok(value),
                    _ => Err(Stop::Unknown),
                }
            }
            ExprKind::If { cond, then, els } => match (self.expr(frame, *cond)?.bits()?, els) {
                (0, Some(els)) => self.expr(frame, *els),
                (0, None) => Ok(unit()),
                _ => self.expr(frame, *then),
            },
            ExprKind::Let(pat, value) => {
                let value = self.expr(frame, *value)?;
                Ok(truth(self.matches(frame, *pat, &value)?))
            }
            ExprKind::Match { scrutinee, arms } => {
                let value = self.expr(frame, *scrutinee)?;
                for arm in arms {
                    if !self.matches(frame, arm.pat, &value)? {
                        continue;
                    }
                    if let Some(guard) = arm.guard
                        && self.expr(frame, guard)?.bits()? == 0
                    {
                        continue;
                    }
                    return self.expr(frame, arm.body);
                }
                Err(Stop::Unknown)
            }
            ExprKind::Loop { label, body } => loop {
                match self.expr(frame, *body) {
                    Err(Stop::Continue(to)) if to == *label => {}
                    Err(Stop::Break(to, value)) if to == *label => return Ok(value),
                    Err(stop) => return Err(stop),
                    Ok(_) => {}
                }
            },
            ExprKind::Block(block) => match self.block(frame, block) {
                Err(Stop::Break(to, value)) if Some(to) == block.label => Ok(value),
                result => result,
            },
            ExprKind::Break(label, value) => {
                let value = self.optional(frame, *value)?;
                Err(Stop::Break(*label, value))
            }
            ExprKind::Continue(label) => Err(Stop::Continue(*label)),
            ExprKind::Return(value) => {
                let value = self.optional(frame, *value)?;
                Err(Stop::Return(value))
            }
            ExprKind::NeverToAny(inner) => self.expr(frame, *inner),
            ExprKind::Float(_)
            | ExprKind::CStr(_)
            | ExprKind::Upvar(_)
            | ExprKind::Static(_)
            | ExprKind::Adt { base: Some(_), .. }
            | ExprKind::Borrow(..)
            | ExprKind::RawBorrow(..)
            | ExprKind::Closure { .. }
            | ExprKind::FormatArgs(_)
            | ExprKind::Await(_)
            | ExprKind::Unsupported(_) => Err(Stop::Unknown),
        }
    }

    fn optional(&mut self, frame: &mut Frame<'_>, value: Option<ExprId>) -> Run<Value> {
        value.map_or(Ok(unit()), |value| self.expr(frame, value))
    }

    fn block(&mut self, frame: &mut Frame<'_>, block: &Block) -> Run<Value> {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Let { init: None, .. } => {}
                Stmt::Let {
                    pat,
                    init: Some(init),
                    els,
                } => {
                    let value = self.expr(frame, *init)?;
                    if !self.matches(frame, *pat, &value)? {
                        self.expr(frame, els.ok_or(Stop::Unknown)?)?;
                        return Err(Stop::Unknown);
                    }
                }
                Stmt::Expr(expr) => {
                    self.expr(frame, *expr)?;
                }
            }
        }
        self.optional(frame, block.tail)
    }

    /// The place of a local or of a part of one.
    fn place<'f>(&mut self, frame: &'f mut Frame<'_>, id: ExprId) -> Run<&'f mut Value> {
        let body = frame.body;
        let (base, index) = match &body.exprs[id].kind {
            // A variable that is assigned later has no value yet.
            ExprKind::Local(local) => {
                return Ok(frame.locals.entry(*local).or_insert(Value::Zst));
            }
            ExprKind::Field(base, field) => (*base, field.0 as usize),
            ExprKind::Index(base, index) => (*base, self.expr(frame, *index)?.bits()? as usize),
            _ => return Err(Stop::Unknown),
        };
        match self.place(frame, base)? {
            Value::Parts(_, parts) => Rc::make_mut(parts).get_mut(index).ok_or(Stop::Unknown),
            _ => Err(Stop::Unknown),
        }
    }

    /// rust-analyzer takes 0 for lines and columns.
    fn literal(&self, frame: &Frame<'_>, id: ExprId, bits: u128) -> Value {
        let is_position = || {
            let span = frame.spans[id];
            let file = vfs::FileId::from_raw(span.file.0);
            let text = self.cx.db.file_text(file).text(self.cx.db);
            let text = text.get(span.start as usize..span.end as usize);
            text.is_some_and(|text| text.contains("line!") || text.contains("column!"))
        };
        if self.width == ANALYZER && is_position() {
            return Value::Bits(0);
        }
        Value::Bits(bits)
    }

    fn constant(&mut self, def: ConstDef, args: &[Arg]) -> Run<Value> {
        let (def, args) = self.cx.resolve_const(def, args);
        self.run(BodyOwner::Const(def), &args, Vec::new())
    }

    fn const_arg(&mut self, c: &Const) -> Run<Value> {
        match c {
            Const::Value(bits) => Ok(Value::Bits(*bits)),
            Const::Unevaluated(def, args) => self.constant(*def, args),
            Const::Param(..) | Const::Error => Err(Stop::Unknown),
        }
    }

    /// Runs a body of its own.
    fn run(&mut self, owner: BodyOwner, args: &[Arg], values: Vec<Value>) -> Run<Value> {
        if self.depth == DEPTH {
            return Err(Stop::Unknown);
        }
        let lowered = self.cx.lowered(owner);
        let body = lowered.body.as_ref().ok_or(Stop::Unknown)?;
        let mut frame = Frame::new(body, &lowered.map.exprs, args);
        for (param, value) in body.params.iter().zip(&values) {
            self.matches(&mut frame, param.pat, value)?;
        }
        self.depth += 1;
        let result = self.expr(&mut frame, body.root);
        self.depth -= 1;
        match result {
            Err(Stop::Return(value)) => Ok(value),
            result => result,
        }
    }

    fn unary(&self, op: UnOp, value: u128, ty: Ty) -> Run<Value> {
        let form = scalar::form_of(ty, self.width).ok_or(Stop::Unknown)?;
        Ok(Value::Bits(match op {
            UnOp::Not => scalar::cut(!value, form),
            UnOp::Neg => scalar::cut(value.wrapping_neg(), form),
        }))
    }

    fn binary(&self, op: BinOp, lhs: u128, rhs: u128, ty: Ty, count_ty: Ty) -> Run<Value> {
        let form = scalar::form_of(ty, self.width).ok_or(Stop::Unknown)?;
        let count = scalar::form_of(count_ty, self.width).ok_or(Stop::Unknown)?;
        let bits = scalar::binary(op, lhs, rhs, form, count).ok_or(Stop::Unknown)?;
        Ok(Value::Bits(bits))
    }

    fn numeric(&mut self, value: Value, from: Ty, to: Ty) -> Run<Value> {
        let to = scalar::form_of(to, self.width).ok_or(Stop::Unknown)?;
        if let Value::Parts(variant, _) = &value {
            let discr = self.discriminant_of(from, *variant)?;
            return Ok(Value::Bits(scalar::cut(discr as u128, to)));
        }
        let from = scalar::form_of(from, self.width).ok_or(Stop::Unknown)?;
        let wide = scalar::extend(value.bits()?, from) as u128;
        Ok(Value::Bits(scalar::cut(wide, to)))
    }

    fn discriminant_of(&mut self, ty: Ty, variant: VariantIdx) -> Run<i128> {
        let (def, _) = ty.as_adt().ok_or(Stop::Unknown)?;
        let AdtId::EnumId(id) = ids::adt_id(def) else {
            return Err(Stop::Unknown);
        };
        let mut variants = id.enum_variants(self.cx.db).variants.values();
        let (variant, _) = variants.nth(variant.0 as usize).ok_or(Stop::Unknown)?;
        self.discriminant(*variant)
    }

    /// The last one given before it, and one more for each variant since.
    fn discriminant(&mut self, variant: EnumVariantId) -> Run<i128> {
        let loc = variant.lookup(self.cx.db);
        let variants = &loc.parent.enum_variants(self.cx.db).variants;
        let mut since = 0;
        for index in (0..=loc.index(self.cx.db)).rev() {
            let id = ids::const_def(ids::AnyConst::Discriminant(variants[index].0));
            let lowered = self.cx.lowered(BodyOwner::Const(id));
            if let Some(body) = &lowered.body {
                let TyKind::Int(int) = body.exprs[body.root].ty.kind() else {
                    return Err(Stop::Unknown);
                };
                let bits = self.run(BodyOwner::Const(id), &[], Vec::new())?.bits()?;
                return Ok(scalar::extend(bits, scalar::form(*int, self.width)) + since);
            }
            if !lowered.errors.is_empty() {
                return Err(Stop::Unknown);
            }
            since += 1;
        }
        Ok(since - 1)
    }
}
