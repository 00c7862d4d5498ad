//! Patterns as constructors and their fields.

use crate::{Cx, eval};
use wrc_thir::{Body, ExprId, ExprKind, FieldIdx, IntTy, PatId, PatKind, SourceMap, Ty, TyKind};

#[derive(Clone, Debug)]
pub enum Pattern {
    Wild,
    Of(Ctor, Vec<Pattern>),
    Or(Vec<Pattern>),
}

/// How a value is made. Fields that a pattern does not name are `_`.
#[derive(Clone, Debug)]
pub enum Ctor {
    /// Structs, tuples, references: there is one way.
    Single(Ty, usize),
    Variant(Ty, u32, usize),
    /// Integers, characters, booleans, by their order among the type's values.
    Range(Ty, u128, u128),
    /// A slice or array that begins and ends so; an open one may have more
    /// elements in between.
    Slice {
        ty: Ty,
        before: usize,
        after: usize,
        is_open: bool,
    },
    /// One of too many values: texts, floats.
    Value(Ty),
}

impl Pattern {
    pub fn ctor(&self) -> Option<&Ctor> {
        match self {
            Pattern::Of(ctor, _) => Some(ctor),
            Pattern::Wild | Pattern::Or(_) => None,
        }
    }
}

impl Ctor {
    /// The fields for values of `other`, if they can be of `self`.
    pub fn fields_for(
        &self,
        fields: &[Pattern],
        other: &Ctor,
        arity: usize,
    ) -> Option<Vec<Pattern>> {
        let padded = || {
            let mut fields = fields.to_vec();
            fields.resize(arity, Pattern::Wild);
            fields
        };
        match (self, other) {
            (Ctor::Single(..), Ctor::Single(..)) => Some(padded()),
            (Ctor::Variant(_, a, _), Ctor::Variant(_, b, _)) => (a == b).then(padded),
            (Ctor::Range(_, lo, hi), Ctor::Range(_, start, end)) => {
                (lo <= start && end <= hi).then(Vec::new)
            }
            (
                Ctor::Slice {
                    before,
                    after,
                    is_open,
                    ..
                },
                Ctor::Slice {
                    is_open: is_longer, ..
                },
            ) => {
                let fixed = before + after;
                let fits = match is_open {
                    true => fixed <= arity,
                    false => fixed == arity && !is_longer,
                };
                fits.then(|| {
                    let mut all = fields[..*before].to_vec();
                    all.resize(arity - after, Pattern::Wild);
                    all.extend_from_slice(&fields[*before..]);
                    all
                })
            }
            _ => None,
        }
    }
}

/// `None` when the pattern holds what is not understood.
pub fn lower(cx: Cx<'_>, body: &Body, map: &SourceMap, id: PatId) -> Option<Pattern> {
    let pat = &body.pats[id];
    let next = |id: &PatId| lower(cx, body, map, *id);
    Some(match &pat.kind {
        PatKind::Wild => Pattern::Wild,
        PatKind::Binding { sub, .. } => match sub {
            Some(sub) => next(sub)?,
            None => Pattern::Wild,
        },
        PatKind::Variant {
            variant, fields, ..
        } => {
            let (def, _) = pat.ty.as_adt()?;
            let data = cx.adt_cached(def);
            let arity = data.variants.get(variant.0 as usize)?.fields.len();
            let fields = by_position(fields, arity, next)?;
            Pattern::Of(Ctor::Variant(pat.ty, variant.0, arity), fields)
        }
        PatKind::Leaf { fields } => {
            let last = fields.iter().map(|(field, _)| field.0 as usize + 1).max();
            let arity = last.unwrap_or_default();
            let fields = by_position(fields, arity, next)?;
            Pattern::Of(Ctor::Single(pat.ty, arity), fields)
        }
        PatKind::Deref(inner) => Pattern::Of(Ctor::Single(pat.ty, 1), vec![next(inner)?]),
        PatKind::Const(expr) => constant(cx, body, map, *expr, pat.ty)?,
        PatKind::Range { lo, hi, inclusive } => {
            let Some((first, last)) = domain(pat.ty) else {
                return matches!(pat.ty.kind(), TyKind::Float(_))
                    .then(|| Pattern::Of(Ctor::Value(pat.ty), Vec::new()));
            };
            let bound = |expr: &ExprId| {
                let bits = eval::bits_of(cx, body, map, *expr)?;
                Some(position(pat.ty, bits))
            };
            let lo = match lo {
                Some(expr) => bound(expr)?,
                None => first,
            };
            let hi = match hi {
                Some(expr) => bound(expr)?.checked_sub(u128::from(!inclusive))?,
                None => last,
            };
            // rustc has an error of its own for it.
            if lo > hi {
                return None;
            }
            Pattern::Of(Ctor::Range(pat.ty, lo, hi), Vec::new())
        }
        PatKind::Slice {
            prefix,
            slice,
            has_rest,
            suffix,
        } => {
            let ctor = Ctor::Slice {
                ty: pat.ty,
                before: prefix.len(),
                after: suffix.len(),
                is_open: *has_rest || slice.is_some(),
            };
            let fields: Option<Vec<Pattern>> = prefix.iter().chain(suffix).map(next).collect();
            Pattern::Of(ctor, fields?)
        }
        PatKind::Or(pats) => {
            let pats: Option<Vec<Pattern>> = pats.iter().map(next).collect();
            Pattern::Or(pats?)
        }
        PatKind::Never => return None,
    })
}

fn by_position(
    fields: &[(FieldIdx, PatId)],
    arity: usize,
    next: impl Fn(&PatId) -> Option<Pattern>,
) -> Option<Vec<Pattern>> {
    let mut all = vec![Pattern::Wild; arity];
    for (field, pat) in fields {
        *all.get_mut(field.0 as usize)? = next(pat)?;
    }
    Some(all)
}

fn constant(cx: Cx<'_>, body: &Body, map: &SourceMap, expr: ExprId, ty: Ty) -> Option<Pattern> {
    if let TyKind::Ref(_, inner) = ty.kind() {
        let inner = constant(cx, body, map, expr, *inner)?;
        return Some(Pattern::Of(Ctor::Single(ty, 1), vec![inner]));
    }
    let byte = |byte: &u8| {
        let at = u128::from(*byte);
        Pattern::Of(Ctor::Range(Ty::int(IntTy::U8), at, at), Vec::new())
    };
    match (ty.kind(), &body.exprs[expr].kind) {
        (TyKind::Slice(_) | TyKind::Array(..), ExprKind::ByteStr(bytes)) => {
            let ctor = Ctor::Slice {
                ty,
                before: bytes.len(),
                after: 0,
                is_open: false,
            };
            Some(Pattern::Of(ctor, bytes.iter().map(byte).collect()))
        }
        (TyKind::Str | TyKind::Float(_), _) => Some(Pattern::Of(Ctor::Value(ty), Vec::new())),
        _ if domain(ty).is_some() => {
            let at = position(ty, eval::bits_of(cx, body, map, expr)?);
            Some(Pattern::Of(Ctor::Range(ty, at, at), Vec::new()))
        }
        _ => None,
    }
}

/// The place of a value among those of its type, so that order is kept.
pub fn position(ty: Ty, bits: u128) -> u128 {
    match ty.kind() {
        TyKind::Int(int) if int.is_signed() => {
            let unused = 128 - int.bits();
            let value = ((bits << unused) as i128) >> unused;
            (value as u128) ^ (1 << 127)
        }
        _ => bits,
    }
}

/// The value at a place.
pub fn value_at(ty: Ty, at: u128) -> Option<i128> {
    match ty.kind() {
        TyKind::Int(int) if int.is_signed() => Some((at ^ (1 << 127)) as i128),
        _ => i128::try_from(at).ok(),
    }
}

/// Stands for all values of `usize` that no number reaches; for `isize` the
/// same holds at both ends.
const DOMAIN_END: u128 = 1 << 64;

pub fn is_word(ty: Ty) -> bool {
    matches!(ty.kind(), TyKind::Int(IntTy::Usize | IntTy::Isize))
}

/// The first and last place of the type's values, if they are in order.
pub fn domain(ty: Ty) -> Option<(u128, u128)> {
    Some(match ty.kind() {
        TyKind::Bool => (0, 1),
        TyKind::Char => (0, 0x10_FFFF),
        TyKind::Int(IntTy::Usize) => (0, DOMAIN_END),
        // One more than 64 bits at each end.
        TyKind::Int(IntTy::Isize) => {
            let middle: u128 = 1 << 127;
            (middle - (1 << 64), middle + (1 << 64))
        }
        TyKind::Int(int) if int.is_signed() => {
            let middle: u128 = 1 << 127;
            let half: u128 = 1 << (int.bits() - 1);
            (middle - half, middle + (half - 1))
        }
        TyKind::Int(int) => match int.bits() {
            128 => (0, u128::MAX),
            bits => (0, (1 << bits) - 1),
        },
        _ => return None,
    })
}
