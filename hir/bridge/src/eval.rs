//! Constants of types, evaluated over THIR.
//!
//! rust-analyzer evaluates array lengths, const arguments and discriminants,
//! with a `usize` of 64 bits. Here the same is done with any width, so that
//! the program's values are known where the two differ. What is not a number
//! or made of numbers is not evaluated: shared references are what they refer
//! to.

mod bytes;
mod call;
mod float;
mod pattern;
mod place;
mod scalar;

use place::Place;

use crate::{Cx, ids};
use hir_def::{AdtId, EnumVariantId, Lookup};
use rustc_hash::FxHashMap;
use std::{rc::Rc, sync::Arc};
use wrc_base::{SecondaryMap, Span};
use wrc_thir::{
    Arg, BinOp, Block, Body, BodyOwner, BorrowKind, CastKind, Const, ConstDef, ExprId, ExprKind,
    LabelId, LocalId, Mutability, SourceMap, Stmt, Ty, TyKind, UnOp, VariantIdx, subst, subst_args,
    subst_const,
};

/// The width of `usize` in the program.
pub(crate) const PROGRAM: u32 = 32;
/// The width that rust-analyzer takes.
pub(crate) const ANALYZER: u32 = 64;

/// What an expression gives.
#[derive(Clone, Debug)]
enum Value {
    /// bool, char, integers: truncated to the type's width; floats.
    Bits(u128),
    /// A struct, a tuple, an enum's variant, an array, a slice.
    Parts(VariantIdx, Rc<Vec<Value>>),
    Text(Arc<str>),
    /// `&mut`.
    Place(Place),
    /// A function item, a closure that captures nothing.
    Zst,
}

/// What is wrong with a constant that has no value.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// Where, in the constant's own body.
    pub span: Span,
    /// Where, in a function that it calls.
    pub inner: Option<Span>,
    pub message: String,
}

/// Why there is no value.
enum Stop {
    /// A form that is not evaluated.
    Unknown,
    /// A size or an alignment that rust-analyzer knows better: of the
    /// program's target.
    Layout,
    /// An error of the program.
    Fail(Box<Failure>),
    Break(LabelId, Value),
    Continue(LabelId),
    Return(Value),
}

type Run<T> = Result<T, Stop>;

/// The value of a variant's discriminant; `None` where it is not known.
pub(crate) fn discriminant(cx: Cx<'_>, variant: EnumVariantId) -> Option<i128> {
    Machine::new(cx, PROGRAM).discriminant(variant).ok()
}

/// What is known of a constant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Bits(u128),
    /// It depends on the layout of types, which rust-analyzer knows.
    Layout,
    Nothing,
}

/// The value of a constant of a type.
pub(crate) fn value_of(
    cx: Cx<'_>,
    body: &Body,
    spans: &SecondaryMap<ExprId, Span>,
    width: u32,
) -> Known {
    let mut frame = Frame::new(body, spans, &[]);
    match Machine::new(cx, width).expr(&mut frame, body.root) {
        Ok(Value::Bits(bits)) => Known::Bits(bits),
        Err(Stop::Layout) => Known::Layout,
        Ok(_)
        | Err(
            Stop::Unknown | Stop::Fail(_) | Stop::Break(..) | Stop::Continue(_) | Stop::Return(_),
        ) => Known::Nothing,
    }
}

/// The bits of a constant in a pattern; `None` where they are not known.
pub(crate) fn bits_of(cx: Cx<'_>, body: &Body, map: &SourceMap, expr: ExprId) -> Option<u128> {
    let mut frame = Frame::new(body, &map.exprs, &[]);
    match Machine::new(cx, PROGRAM).expr(&mut frame, expr) {
        Ok(Value::Bits(bits)) => Some(bits),
        _ => None,
    }
}

/// Why the constant or static has no value, if it is known to have none.
pub(crate) fn failure(cx: Cx<'_>, owner: BodyOwner) -> Option<Failure> {
    let mut machine = Machine::new(cx, PROGRAM);
    machine.steps = STEPS - CHECK_STEPS;
    match machine.run(owner, &[], Vec::new()) {
        Err(Stop::Fail(failure)) => Some(*failure),
        _ => None,
    }
}

/// Why a variant's discriminant has no value, if it is known to have none.
pub(crate) fn discriminant_failure(cx: Cx<'_>, variant: EnumVariantId) -> Option<Failure> {
    match Machine::new(cx, PROGRAM).discriminant(variant) {
        Err(Stop::Fail(failure)) => Some(*failure),
        _ => None,
    }
}

struct Machine<'db> {
    cx: Cx<'db>,
    /// Bits of `usize`.
    width: u32,
    steps: u32,
    depth: u32,
    /// All variables of all bodies that ran.
    cells: Vec<Value>,
}

/// A body that runs.
struct Frame<'a> {
    body: &'a Body,
    spans: &'a SecondaryMap<ExprId, Span>,
    args: &'a [Arg],
    /// Where in `Machine::cells` each variable is.
    locals: FxHashMap<LocalId, usize>,
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
/// For constants that are only looked at to find errors.
const CHECK_STEPS: u32 = 50_000;
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

    /// The element of an array or slice.
    fn element(&self, index: u128, span: Span) -> Run<Value> {
        let Value::Parts(_, parts) = self else {
            return Err(Stop::Unknown);
        };
        let len = parts.len();
        let found = usize::try_from(index).ok().and_then(|it| parts.get(it));
        found.cloned().ok_or_else(|| {
            let message =
                format!("index out of bounds: the length is {len} but the index is {index}");
            Stop::fail(span, message)
        })
    }
}

impl Stop {
    fn fail(span: Span, message: impl Into<String>) -> Stop {
        Stop::Fail(Box::new(Failure {
            span,
            inner: None,
            message: message.into(),
        }))
    }
}

impl<'db> Machine<'db> {
    fn new(cx: Cx<'db>, width: u32) -> Machine<'db> {
        Machine {
            cx,
            width,
            steps: 0,
            depth: 0,
            cells: Vec::new(),
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
            ExprKind::Float(bits) => Ok(Value::Bits((*bits).into())),
            ExprKind::Local(local) => {
                let cell = frame.locals.get(local).ok_or(Stop::Unknown)?;
                Ok(self.cells[*cell].clone())
            }
            ExprKind::Const(def, args) => self.constant(*def, &subst_args(args, frame.args)),
            ExprKind::ConstArg(c) => self.const_arg(&subst_const(c, frame.args)),
            ExprKind::FnItem => Ok(Value::Zst),
            ExprKind::Closure { captures, .. } if captures.is_empty() => Ok(Value::Zst),
            ExprKind::Call { callee, args } => self.call(frame, id, callee, args),
            ExprKind::Adt {
                variant,
                fields,
                base,
                ..
            } => {
                let mut given = Vec::new();
                for (field, value) in fields {
                    given.push((field.0 as usize, self.expr(frame, *value)?));
                }
                let mut values = match base {
                    Some(base) => match self.expr(frame, *base)? {
                        Value::Parts(_, parts) => parts.to_vec(),
                        _ => return Err(Stop::Unknown),
                    },
                    None => vec![Value::Zst; fields.len()],
                };
                for (field, value) in given {
                    *values.get_mut(field).ok_or(Stop::Unknown)? = value;
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
                let index = self.expr(frame, *index)?.bits()?;
                base.element(index, frame.spans[id])
            }
            ExprKind::Deref(inner) => {
                let value = self.expr(frame, *inner)?;
                self.referent(value)
            }
            ExprKind::Borrow(BorrowKind::Shared, inner)
            | ExprKind::RawBorrow(Mutability::Not, inner) => self.expr(frame, *inner),
            ExprKind::Borrow(BorrowKind::Mut | BorrowKind::TwoPhaseMut, inner)
            | ExprKind::RawBorrow(Mutability::Mut, inner) => {
                let place = match self.scrutinee(frame, *inner)? {
                    (_, Some(place)) => place,
                    (value, None) => self.new_place(value),
                };
                Ok(Value::Place(place))
            }
            ExprKind::Unary(op, operand) => {
                let value = self.expr(frame, *operand)?.bits()?;
                self.unary(*op, value, frame.ty(self.cx, id))
            }
            ExprKind::Binary(op, lhs, rhs) => {
                let ty = frame.ty(self.cx, *lhs);
                let count_ty = frame.ty(self.cx, *rhs);
                let lhs = self.expr(frame, *lhs)?.bits()?;
                let rhs = self.expr(frame, *rhs)?.bits()?;
                self.binary(*op, [lhs, rhs], [ty, count_ty], frame.spans[id])
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
                let place = self.target(frame, *place)?;
                self.write(&place, value)?;
                Ok(unit())
            }
            ExprKind::AssignOp(op, place, rhs) => {
                let (ty, count_ty) = (frame.ty(self.cx, *place), frame.ty(self.cx, *rhs));
                let rhs = self.expr(frame, *rhs)?.bits()?;
                let place = self.target(frame, *place)?;
                let lhs = self.read(&place)?.bits()?;
                let value = self.binary(*op, [lhs, rhs], [ty, count_ty], frame.spans[id])?;
                self.write(&place, value)?;
                Ok(unit())
            }
            ExprKind::Cast(kind, operand) => {
                let from = frame.ty(self.cx, *operand);
                let value = self.expr(frame, *operand)?;
                match kind {
                    CastKind::Numeric => self.numeric(value, from, frame.ty(self.cx, id)),
                    CastKind::Unsize | CastKind::Same => Ok(value),
                    // A pointer to the same.
                    CastKind::Pointer => {
                        let to = frame.ty(self.cx, id);
                        match (from.pointee(), to.pointee()) {
                            (Some((_, from)), Some((_, to))) if from == to => Ok(value),
                            _ => Err(Stop::Unknown),
                        }
                    }
                    _ => Err(Stop::Unknown),
                }
            }
            ExprKind::If { cond, then, els } => match (self.expr(frame, *cond)?.bits()?, els) {
                (0, Some(els)) => self.expr(frame, *els),
                (0, None) => Ok(unit()),
                _ => self.expr(frame, *then),
            },
            ExprKind::Let(pat, value) => {
                let (value, place) = self.scrutinee(frame, *value)?;
                Ok(truth(self.matches(frame, *pat, &value, place.as_ref())?))
            }
            ExprKind::Match { scrutinee, arms } => {
                let (value, place) = self.scrutinee(frame, *scrutinee)?;
                for arm in arms {
                    if !self.matches(frame, arm.pat, &value, place.as_ref())? {
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
            ExprKind::CStr(_)
            | ExprKind::Upvar(_)
            | ExprKind::Static(_)
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
                    let (value, place) = self.scrutinee(frame, *init)?;
                    if !self.matches(frame, *pat, &value, place.as_ref())? {
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
            self.matches(&mut frame, param.pat, value, None)?;
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
        if let (Some(float), UnOp::Neg) = (float::float_of(ty), op) {
            return Ok(Value::Bits(float::neg(value, float)));
        }
        let form = scalar::form_of(ty, self.width).ok_or(Stop::Unknown)?;
        Ok(Value::Bits(match op {
            UnOp::Not => scalar::cut(!value, form),
            UnOp::Neg => scalar::cut(value.wrapping_neg(), form),
        }))
    }

    fn binary(&self, op: BinOp, values: [u128; 2], types: [Ty; 2], span: Span) -> Run<Value> {
        let [lhs, rhs] = values;
        if let Some(float) = float::float_of(types[0]) {
            let bits = float::binary(op, lhs, rhs, float).ok_or(Stop::Unknown)?;
            return Ok(Value::Bits(bits));
        }
        let form = scalar::form_of(types[0], self.width).ok_or(Stop::Unknown)?;
        let count = scalar::form_of(types[1], self.width).ok_or(Stop::Unknown)?;
        let bits = scalar::binary(op, lhs, rhs, form, count).ok_or_else(|| {
            match scalar::failure(op, rhs, form) {
                // In functions overflow is a matter of the profile.
                Some((message, is_certain)) if is_certain || self.depth <= 1 => {
                    Stop::fail(span, message)
                }
                _ => Stop::Unknown,
            }
        });
        Ok(Value::Bits(bits?))
    }

    fn numeric(&mut self, value: Value, from: Ty, to: Ty) -> Run<Value> {
        let bits = match (float::float_of(from), float::float_of(to)) {
            (Some(from), Some(to)) => Some(float::to_float(value.bits()?, from, to)),
            (Some(from), None) => {
                let form = scalar::form_of(to, self.width).ok_or(Stop::Unknown)?;
                Some(float::to_int(value.bits()?, from, form))
            }
            (None, Some(to)) => {
                let form = scalar::form_of(from, self.width).ok_or(Stop::Unknown)?;
                Some(float::from_int(value.bits()?, form, to))
            }
            (None, None) => None,
        };
        if let Some(bits) = bits {
            return Ok(Value::Bits(bits));
        }
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
