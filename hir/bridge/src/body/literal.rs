//! Literals.

use super::BodyCx;
use crate::types::truncate;
use hir_def::hir::{self, Literal};
use hir_expand::{
    MacroCallKind, MacroDefKind,
    builtin::{BuiltinFnLikeExpander, EagerExpander},
};
use wrc_base::Span;
use wrc_thir::{ExprId, ExprKind, FloatTy, IntTy, Ty, TyKind};

impl<'db> BodyCx<'db> {
    /// What `line!()`, `column!()`, `module_path!()` and `stringify!()` stand
    /// for: rust-analyzer expands them to something else. Inside of `concat!` these
    /// are part of a text already.
    pub(super) fn position(&mut self, expr: hir::ExprId, span: Span) -> Option<ExprKind> {
        let db = self.cx.db;
        let call = self.spans.macro_call(expr)?;
        let loc = call.loc(db);
        match loc.def.kind {
            MacroDefKind::BuiltIn(_, BuiltinFnLikeExpander::Line) => {
                Some(ExprKind::Scalar(self.cx.line_column(span).0.into()))
            }
            MacroDefKind::BuiltIn(_, BuiltinFnLikeExpander::Column) => {
                Some(ExprKind::Scalar(self.cx.line_column(span).1.into()))
            }
            MacroDefKind::BuiltIn(_, BuiltinFnLikeExpander::ModulePath) => {
                let path = self.cx.module_path(self.resolver.module());
                Some(ExprKind::Str(path.as_str().into()))
            }
            MacroDefKind::BuiltIn(_, BuiltinFnLikeExpander::Stringify) => {
                Some(ExprKind::Str(self.cx.stringify(call)?.into()))
            }
            MacroDefKind::BuiltInEager(_, EagerExpander::Concat) => {
                match self.cx.concat(call) {
                    Some(Ok(text)) => return Some(ExprKind::Str(text.into())),
                    Some(Err(())) => {
                        let message = "`stringify!` beside another macro inside of `concat!` \
                                       is not supported";
                        self.error("WRC1003", span, message);
                    }
                    None => {}
                }
                let MacroCallKind::FnLike { ast_id, .. } = &loc.kind else {
                    return None;
                };
                let text = ast_id.to_node(db).to_string();
                let names = ["line!", "column!", "module_path!"];
                if let Some(name) = names.iter().find(|name| text.contains(**name)) {
                    let message = format!("`{name}()` inside of `concat!` is not supported");
                    self.error("WRC1003", span, message);
                }
                None
            }
            _ => None,
        }
    }

    /// A literal of type `ty`, with a minus in front or not.
    pub(super) fn literal(
        &mut self,
        literal: &Literal,
        ty: Ty,
        span: Span,
        negative: bool,
    ) -> ExprId {
        let kind = match literal {
            Literal::String(text) => ExprKind::Str(text.as_str().into()),
            Literal::ByteString(bytes) => ExprKind::ByteStr(bytes[..].into()),
            Literal::CString(bytes) => {
                let mut bytes = bytes.to_vec();
                bytes.push(0);
                ExprKind::CStr(bytes.into())
            }
            Literal::Char(it) => ExprKind::Scalar(*it as u128),
            Literal::Bool(it) => ExprKind::Scalar(u128::from(*it)),
            Literal::Int(value, _) => self.int(*value as u128, ty, span, negative),
            Literal::Uint(value, _) => self.int(*value, ty, span, negative),
            Literal::Float(text, _) => {
                let text = text.to_string().replace('_', "");
                float(&text, ty, negative)
            }
        };
        self.push(kind, ty, span)
    }

    fn int(&mut self, value: u128, ty: Ty, span: Span, negative: bool) -> ExprKind {
        match ty.kind() {
            TyKind::Int(int) => {
                // Patterns keep the sign in the value.
                let minus = negative || (value as i128) < 0 && int.is_signed() && int.bits() < 128;
                let magnitude = match minus && !negative {
                    true => value.wrapping_neg(),
                    false => value,
                };
                if !fits(magnitude, minus, *int) {
                    let name = int.name();
                    match minus && !int.is_signed() {
                        true => {
                            let message =
                                format!("cannot apply unary operator `-` to type `{name}`");
                            self.error("E0600", span, message);
                        }
                        // Words are narrower here than where it may be allowed.
                        false
                            if !matches!(int, IntTy::Usize | IntTy::Isize)
                                && crate::attrs::allows(self.cx, span, "overflowing_literals") => {}
                        false => {
                            let message = format!("literal out of range for `{name}`");
                            self.error("WRC1007", span, message);
                        }
                    }
                }
                let bits = match negative {
                    true => value.wrapping_neg(),
                    false => value,
                };
                ExprKind::Scalar(truncate(bits, int.bits()))
            }
            TyKind::Float(_) => float(&value.to_string(), ty, negative),
            _ => ExprKind::Scalar(value),
        }
    }
}

pub(super) fn fits(magnitude: u128, negative: bool, int: IntTy) -> bool {
    let bits = int.bits();
    match (int.is_signed(), negative) {
        (true, true) => magnitude <= 1 << (bits - 1),
        (true, false) => magnitude < 1 << (bits - 1),
        (false, false) => bits == 128 || magnitude < 1 << bits,
        (false, true) => magnitude == 0,
    }
}

fn float(text: &str, ty: Ty, negative: bool) -> ExprKind {
    let sign = if negative { "-" } else { "" };
    let text = format!("{sign}{text}");
    ExprKind::Float(match ty.kind() {
        TyKind::Float(FloatTy::F32) => u64::from(text.parse::<f32>().unwrap_or(f32::NAN).to_bits()),
        _ => text.parse::<f64>().unwrap_or(f64::NAN).to_bits(),
    })
}
