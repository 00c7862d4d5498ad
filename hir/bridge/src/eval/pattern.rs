//! Patterns.

use super::{Frame, Machine, Run, Stop, Value, scalar};
use wrc_thir::{ExprId, PatId, PatKind, TyKind};

impl Machine<'_> {
    /// Does the pattern match? Binds its names.
    pub(super) fn matches(
        &mut self,
        frame: &mut Frame<'_>,
        pat: PatId,
        value: &Value,
    ) -> Run<bool> {
        let body = frame.body;
        let pat = &body.pats[pat];
        match &pat.kind {
            PatKind::Wild => Ok(true),
            PatKind::Binding { local, sub, .. } => {
                frame.locals.insert(*local, value.clone());
                match sub {
                    Some(sub) => self.matches(frame, *sub, value),
                    None => Ok(true),
                }
            }
            PatKind::Variant {
                variant, fields, ..
            } => {
                let Value::Parts(found, _) = value else {
                    return Err(Stop::Unknown);
                };
                Ok(found == variant && self.fields_match(frame, fields, value)?)
            }
            PatKind::Leaf { fields } => self.fields_match(frame, fields, value),
            PatKind::Deref(inner) => self.matches(frame, *inner, value),
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
                let at = scalar::extend(value.bits()?, form);
                let mut bound = |expr: &Option<ExprId>| -> Run<Option<i128>> {
                    let Some(expr) = expr else { return Ok(None) };
                    let bits = self.expr(frame, *expr)?.bits()?;
                    Ok(Some(scalar::extend(bits, form)))
                };
                let (lo, hi) = (bound(lo)?, bound(hi)?);
                Ok(lo.is_none_or(|lo| lo <= at)
                    && hi.is_none_or(|hi| at < hi || *inclusive && at == hi))
            }
            PatKind::Or(pats) => {
                for pat in pats {
                    if self.matches(frame, *pat, value)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            PatKind::Slice {
                prefix,
                slice: None,
                has_rest,
                suffix,
            } => {
                let Value::Parts(_, parts) = value else {
                    return Err(Stop::Unknown);
                };
                let fixed = prefix.len() + suffix.len();
                if parts.len() < fixed || !has_rest && parts.len() != fixed {
                    return Ok(false);
                }
                let last = &parts[parts.len() - suffix.len()..];
                for (pat, part) in prefix
                    .iter()
                    .zip(parts.iter())
                    .chain(suffix.iter().zip(last))
                {
                    if !self.matches(frame, *pat, part)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            PatKind::Slice { slice: Some(_), .. } | PatKind::Never => Err(Stop::Unknown),
        }
    }

    fn fields_match(
        &mut self,
        frame: &mut Frame<'_>,
        fields: &[(wrc_thir::FieldIdx, PatId)],
        value: &Value,
    ) -> Run<bool> {
        for (field, pat) in fields {
            if matches!(frame.body.pats[*pat].ty.kind(), TyKind::Never) {
                return Err(Stop::Unknown);
            }
            let part = value.part(field.0 as usize)?;
            if !self.matches(frame, *pat, &part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
