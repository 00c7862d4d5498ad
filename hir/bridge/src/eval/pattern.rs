//! Patterns.

use super::{Frame, Machine, Place, Run, Stop, Value, parts, scalar};
use wrc_thir::{BindingMode, ExprId, Mutability, PatId, PatKind, TyKind};

impl Machine<'_> {
    /// Does the pattern match the value, which lies in the place? Binds its
    /// names.
    pub(super) fn matches(
        &mut self,
        frame: &mut Frame<'_>,
        pat: PatId,
        value: &Value,
        place: Option<&Place>,
    ) -> Run<bool> {
        let body = frame.body;
        let pat = &body.pats[pat];
        match &pat.kind {
            PatKind::Wild => Ok(true),
            PatKind::Binding { local, mode, sub } => {
                let bound = match (mode, place) {
                    (BindingMode::Ref(Mutability::Mut), Some(place)) => Value::Place(place.clone()),
                    (BindingMode::Ref(Mutability::Mut), None) => {
                        Value::Place(self.new_place(value.clone()))
                    }
                    (BindingMode::Ref(Mutability::Not) | BindingMode::Value, _) => value.clone(),
                };
                let cell = self.new_cell(bound);
                frame.locals.insert(*local, cell);
                match sub {
                    Some(sub) => self.matches(frame, *sub, value, place),
                    None => Ok(true),
                }
            }
            PatKind::Variant {
                variant, fields, ..
            } => {
                let Value::Parts(found, _) = value else {
                    return Err(Stop::Unknown);
                };
                Ok(found == variant && self.fields_match(frame, fields, value, place)?)
            }
            PatKind::Leaf { fields } => self.fields_match(frame, fields, value, place),
            PatKind::Deref(inner) => match value {
                Value::Place(place) => {
                    let value = self.read(place)?.clone();
                    self.matches(frame, *inner, &value, Some(place))
                }
                _ => self.matches(frame, *inner, value, None),
            },
            PatKind::Const(expr) => {
                let wanted = self.expr(frame, *expr)?;
                match (&wanted, value) {
                    (Value::Bits(a), Value::Bits(b)) => Ok(a == b),
                    (Value::Text(a), Value::Text(b)) => Ok(a == b),
                    _ => Err(Stop::Unknown),
                }
            }
            PatKind::Range { lo, hi, inclusive } => {
                let form = scalar::form_of(pat.ty, self.width).ok_or(Stop::Unknown)?;
                let at = value.bits()?;
                let mut bound = |expr: &Option<ExprId>| -> Run<Option<u128>> {
                    let Some(expr) = expr else { return Ok(None) };
                    Ok(Some(self.expr(frame, *expr)?.bits()?))
                };
                let (lo, hi) = (bound(lo)?, bound(hi)?);
                Ok(lo.is_none_or(|lo| !scalar::is_less(at, lo, form))
                    && hi.is_none_or(|hi| scalar::is_less(at, hi, form) || *inclusive && at == hi))
            }
            PatKind::Or(pats) => {
                for pat in pats {
                    if self.matches(frame, *pat, value, place)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            PatKind::Slice {
                prefix,
                slice,
                has_rest,
                suffix,
            } => {
                let Value::Parts(_, elems) = value else {
                    return Err(Stop::Unknown);
                };
                let fixed = prefix.len() + suffix.len();
                if elems.len() < fixed || !has_rest && elems.len() != fixed {
                    return Ok(false);
                }
                let end = elems.len() - suffix.len();
                let first = prefix.iter().zip(0..);
                for (pat, at) in first.chain(suffix.iter().zip(end..)) {
                    let part = place.map(|place| place.part(at));
                    if !self.matches(frame, *pat, &elems[at], part.as_ref())? {
                        return Ok(false);
                    }
                }
                match slice {
                    // No place is a part of a slice.
                    Some(_) if place.is_some() => Err(Stop::Unknown),
                    Some(slice) => {
                        let rest = parts(elems[prefix.len()..end].to_vec());
                        self.matches(frame, *slice, &rest, None)
                    }
                    None => Ok(true),
                }
            }
            PatKind::Never => Err(Stop::Unknown),
        }
    }

    fn fields_match(
        &mut self,
        frame: &mut Frame<'_>,
        fields: &[(wrc_thir::FieldIdx, PatId)],
        value: &Value,
        place: Option<&Place>,
    ) -> Run<bool> {
        for (field, pat) in fields {
            if matches!(frame.body.pats[*pat].ty.kind(), TyKind::Never) {
                return Err(Stop::Unknown);
            }
            let part = value.part(field.0 as usize)?;
            let at = place.map(|place| place.part(field.0 as usize));
            if !self.matches(frame, *pat, &part, at.as_ref())? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
