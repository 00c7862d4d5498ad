//! `format_args!`.
//!
//! rust-analyzer lowers it as rustc does: a template in byte code and an
//! array of `Argument::new_display(args.0)`. Both are read back here.
//!
//! The template is a sequence of pieces ended by a zero byte:
//!
//! | first byte | meaning |
//! |---|---|
//! | `1..=0x7f` | that many bytes of text follow |
//! | `0x80` | two bytes of length (little endian), then the text |
//! | `0xc0` and flags | a placeholder: bit 0 options (4 bytes), bit 1 width and bit 2 precision (2 bytes), bit 3 argument index (2 bytes); bits 4 and 5: width, precision are indices of arguments |

use super::{BodyCx, literal::fits};
use hir_def::{
    expr_store::path::Path,
    hir::{self, Array, Expr, Literal, Statement},
    lang_item::LangItemTarget,
};
use hir_expand::name::Name;
use wrc_base::Span;
use wrc_thir::{
    ExprId, ExprKind, FnDef, FormatAlign, FormatArgs, FormatCount, FormatPiece, FormatSpec, TyKind,
};

/// One element of the argument array.
#[derive(Clone, Copy)]
enum Argument {
    /// Formats the argument through `fmt` of a trait.
    Format(u32, FnDef),
    /// Gives a width or precision.
    Count(u32),
}

impl<'db> BodyCx<'db> {
    /// The expansion of `format_args!` at `id`, if it is one.
    pub(super) fn format_args(&mut self, id: hir::ExprId) -> Option<ExprId> {
        let store = self.store;
        match &store[id] {
            Expr::Call { callee, args } => {
                self.is_lang_call(*callee, "from_str").then_some(())?;
                let Expr::Literal(Literal::String(text)) = &store[*args.first()?] else {
                    return None;
                };
                let piece = FormatPiece::Lit(text.as_str().into());
                let pieces = match text.as_str().is_empty() {
                    true => Vec::new(),
                    false => vec![piece],
                };
                Some(self.push_format(id, pieces, Vec::new()))
            }
            Expr::Unsafe {
                statements,
                tail: Some(tail),
                ..
            } if statements.is_empty() => {
                let template = self.template(*tail)?;
                self.decode_into(id, template, &[], &[])
            }
            Expr::Block {
                statements,
                tail: Some(tail),
                ..
            } => {
                let [first, second, rest @ ..] = &statements[..] else {
                    return None;
                };
                let Expr::Unsafe {
                    tail: Some(inner), ..
                } = &store[*tail]
                else {
                    return None;
                };
                let template = self.template(*inner)?;
                let values = match let_value(first).map(|it| &store[it])? {
                    Expr::Tuple { exprs } => exprs,
                    _ => return None,
                };
                let arguments = match let_value(second).map(|it| &store[it])? {
                    Expr::Array(Array::ElementList { elements }) => elements,
                    _ => return None,
                };
                if !rest.is_empty() {
                    let span = self.spans.expr(id);
                    self.error("WRC1001", span, "argument never used");
                }
                self.decode_into(id, template, values, arguments)
            }
            _ => None,
        }
    }

    /// The template in `Arguments::new(b"…", &args)`.
    fn template(&self, call: hir::ExprId) -> Option<&'db [u8]> {
        let Expr::Call { callee, args } = &self.store[call] else {
            return None;
        };
        self.is_lang_call(*callee, "new").then_some(())?;
        match &self.store[*args.first()?] {
            Expr::Literal(Literal::ByteString(bytes)) => Some(bytes),
            _ => None,
        }
    }

    fn is_lang_call(&self, callee: hir::ExprId, name: &str) -> bool {
        self.lang_path(callee).is_some_and(|(target, method)| {
            let arguments = self.cx.interner.lang_items().FormatArguments;
            method.as_str() == name && arguments.is_some_and(|it| target == it.into())
        })
    }

    /// Paths to lang items exist only in desugared code.
    fn lang_path(&self, expr: hir::ExprId) -> Option<(LangItemTarget, &'db Name)> {
        match &self.store[expr] {
            Expr::Path(Path::LangItem(target, Some(name))) => Some((*target, name)),
            _ => None,
        }
    }

    fn decode_into(
        &mut self,
        id: hir::ExprId,
        template: &[u8],
        values: &[hir::ExprId],
        arguments: &[hir::ExprId],
    ) -> Option<ExprId> {
        let arguments = arguments
            .iter()
            .map(|it| self.argument(*it))
            .collect::<Option<Vec<_>>>();
        let Some(pieces) = arguments.and_then(|it| decode(template, &it)) else {
            let span = self.spans.expr(id);
            self.untyped.push((
                span,
                "this format string and its arguments do not fit together".to_owned(),
            ));
            return Some(self.push_format(id, Vec::new(), Vec::new()));
        };
        let values: Vec<hir::ExprId> = values
            .iter()
            .map(|it| match &self.store[*it] {
                Expr::Ref { expr, .. } => *expr,
                _ => *it,
            })
            .collect();
        let literals: Vec<Option<String>> =
            values.iter().map(|it| self.literal_text(*it)).collect();
        let display = self.cx.lang_fn_cached("core::fmt::Display::fmt");
        let (pieces, kept) = inline_literals(pieces, display, &literals);
        let args = kept.iter().map(|it| self.expr(values[*it])).collect();
        Some(self.push_format(id, pieces, args))
    }

    /// A string or integer literal, or text put together by `format_args!`, as
    /// `{}` shows it.
    fn literal_text(&mut self, mut value: hir::ExprId) -> Option<String> {
        while let Expr::Ref { expr, .. } = &self.store[value] {
            value = *expr;
        }
        if matches!(self.store[value], Expr::Literal(_)) {
            // Of some macros rust-analyzer makes other literals than rustc.
            let span = self.spans.expr(value);
            match self.position(value, span) {
                Some(ExprKind::Str(text)) => return Some(text.to_string()),
                Some(ExprKind::Scalar(number)) => return Some(number.to_string()),
                _ => {}
            }
        }
        match &self.store[value] {
            Expr::Literal(Literal::String(text)) => Some(text.as_str().to_owned()),
            Expr::Literal(Literal::Int(number, _)) => {
                self.number_text(value, u128::try_from(*number).ok()?)
            }
            Expr::Literal(Literal::Uint(number, _)) => self.number_text(value, *number),
            // A `format_args!` without placeholders.
            Expr::Call { callee, args } if self.is_lang_call(*callee, "from_str") => {
                self.literal_text(*args.first()?)
            }
            _ => None,
        }
    }

    /// One that is too large for its type is another number.
    fn number_text(&self, literal: hir::ExprId, number: u128) -> Option<String> {
        match self.expr_ty(literal).kind() {
            TyKind::Int(int) if !fits(number, false, *int) => None,
            _ => Some(number.to_string()),
        }
    }

    fn push_format(
        &mut self,
        id: hir::ExprId,
        pieces: Vec<FormatPiece>,
        args: Vec<ExprId>,
    ) -> ExprId {
        let span: Span = self.spans.expr(id);
        let ty = self.expr_ty(id);
        self.push(ExprKind::FormatArgs(FormatArgs { pieces, args }), ty, span)
    }

    /// `Argument::new_…(args.N)`.
    fn argument(&self, call: hir::ExprId) -> Option<Argument> {
        let Expr::Call { callee, args } = &self.store[call] else {
            return None;
        };
        let Expr::Field { name, .. } = &self.store[*args.first()?] else {
            return None;
        };
        let index = name.as_tuple_index()? as u32;
        let (_, constructor) = self.lang_path(*callee)?;
        let name = match constructor.as_str() {
            "new_display" => "Display",
            "new_debug" => "Debug",
            "new_lower_exp" => "LowerExp",
            "new_upper_exp" => "UpperExp",
            "new_octal" => "Octal",
            "new_pointer" => "Pointer",
            "new_binary" => "Binary",
            "new_lower_hex" => "LowerHex",
            "new_upper_hex" => "UpperHex",
            "from_usize" => return Some(Argument::Count(index)),
            _ => return None,
        };
        let method = self.cx.lang_fn_cached(&format!("core::fmt::{name}::fmt"))?;
        Some(Argument::Format(index, method))
    }
}

/// Writes literals that `{}` shows into the text, as rustc does: programs can
/// tell, by `Arguments::as_str` and the payloads of panics. Gives the pieces,
/// and which arguments are still there.
fn inline_literals(
    pieces: Vec<FormatPiece>,
    display: Option<FnDef>,
    literals: &[Option<String>],
) -> (Vec<FormatPiece>, Vec<usize>) {
    let mut written: Vec<FormatPiece> = Vec::new();
    let mut is_used = vec![false; literals.len()];
    let mut is_inlined = vec![false; literals.len()];
    for piece in pieces {
        if let FormatPiece::Arg { arg, method, spec } = &piece {
            let at = *arg as usize;
            if Some(*method) == display
                && *spec == FormatSpec::default()
                && let Some(Some(text)) = literals.get(at)
            {
                is_inlined[at] = true;
                push_str(&mut written, text);
                continue;
            }
            for used in [Some(*arg), spec.width.arg(), spec.precision.arg()] {
                if let Some(used) = used.and_then(|it| is_used.get_mut(it as usize)) {
                    *used = true;
                }
            }
        }
        match piece {
            FormatPiece::Lit(text) => push_str(&mut written, &text),
            FormatPiece::Arg { .. } => written.push(piece),
        }
    }
    let is_kept = |at: &usize| is_used[*at] || !is_inlined[*at];
    let kept: Vec<usize> = (0..literals.len()).filter(is_kept).collect();
    let place = |arg: u32| kept.partition_point(|it| *it < arg as usize) as u32;
    for piece in &mut written {
        if let FormatPiece::Arg { arg, spec, .. } = piece {
            *arg = place(*arg);
            for count in [&mut spec.width, &mut spec.precision] {
                if let FormatCount::Arg(arg) = count {
                    *arg = place(*arg);
                }
            }
        }
    }
    (written, kept)
}

fn let_value(statement: &Statement) -> Option<hir::ExprId> {
    match statement {
        Statement::Let { initializer, .. } => *initializer,
        Statement::Expr { .. } | Statement::Item(_) => None,
    }
}

/// The pieces of a template; `None` if it is malformed.
fn decode(template: &[u8], arguments: &[Argument]) -> Option<Vec<FormatPiece>> {
    let mut bytes = Bytes(template);
    let mut pieces: Vec<FormatPiece> = Vec::new();
    let mut next_argument = 0;
    loop {
        let first = bytes.byte()?;
        match first {
            0 => return Some(pieces),
            1..=0x7f => push_text(&mut pieces, bytes.take(first as usize)?)?,
            0x80 => {
                let len = bytes.u16()?;
                push_text(&mut pieces, bytes.take(len as usize)?)?;
            }
            _ if first & 0xc0 == 0xc0 => {
                let options = match first & 1 != 0 {
                    true => bytes.u32()?,
                    false => DEFAULT_OPTIONS,
                };
                let width = if first & 2 != 0 { bytes.u16()? } else { 0 };
                let precision = if first & 4 != 0 { bytes.u16()? } else { 0 };
                let index = match first & 8 != 0 {
                    true => bytes.u16()?,
                    false => next_argument,
                };
                next_argument = index + 1;
                let Argument::Format(arg, method) = *arguments.get(index as usize)? else {
                    return None;
                };
                let count = |is_set: bool, indirect: bool, value: u16| match (is_set, indirect) {
                    (false, _) => Some(FormatCount::None),
                    (true, false) => Some(FormatCount::Literal(u32::from(value))),
                    (true, true) => match arguments.get(value as usize)? {
                        Argument::Count(arg) => Some(FormatCount::Arg(*arg)),
                        Argument::Format(..) => None,
                    },
                };
                let mut spec = options_spec(options);
                spec.width = count(options >> 27 & 1 != 0, first & 0x10 != 0, width)?;
                spec.precision = count(options >> 28 & 1 != 0, first & 0x20 != 0, precision)?;
                pieces.push(FormatPiece::Arg { arg, method, spec });
            }
            _ => return None,
        }
    }
}

/// Fill ` `, no alignment, nothing else.
const DEFAULT_OPTIONS: u32 = 0x6000_0020;

fn options_spec(options: u32) -> FormatSpec {
    let fill = char::from_u32(options & 0x1f_ffff).unwrap_or(' ');
    let bit = |n: u32| options >> n & 1 != 0;
    FormatSpec {
        fill: (fill != ' ').then_some(fill),
        align: match options >> 29 & 3 {
            0 => Some(FormatAlign::Left),
            1 => Some(FormatAlign::Right),
            2 => Some(FormatAlign::Center),
            _ => None,
        },
        sign_plus: bit(21),
        sign_minus: bit(22),
        alternate: bit(23),
        zero_pad: bit(24),
        debug_lower_hex: bit(25),
        debug_upper_hex: bit(26),
        width: FormatCount::None,
        precision: FormatCount::None,
    }
}

/// Long texts come in chunks that are joined again.
fn push_text(pieces: &mut Vec<FormatPiece>, bytes: &[u8]) -> Option<()> {
    push_str(pieces, std::str::from_utf8(bytes).ok()?);
    Some(())
}

fn push_str(pieces: &mut Vec<FormatPiece>, text: &str) {
    match pieces.last_mut() {
        Some(FormatPiece::Lit(last)) => *last = format!("{last}{text}").into(),
        _ if text.is_empty() => {}
        _ => pieces.push(FormatPiece::Lit(text.into())),
    }
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(len)?;
        self.0 = tail;
        Some(head)
    }

    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn u16(&mut self) -> Option<u16> {
        let bytes = self.take(2)?;
        Some(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn u32(&mut self) -> Option<u32> {
        let bytes = self.take(4)?;
        Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }
}
