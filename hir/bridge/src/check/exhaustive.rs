//! Values that no arm of a `match` takes (E0004), and patterns of `let`,
//! `for` and parameters that do not take all values (E0005).
//!
//! rust-analyzer finds these for enums and booleans only; wherever a number,
//! a text or a slice is in a pattern it takes all for covered. Here the same
//! question is answered on THIR, by the usual way: the patterns are rows of a
//! matrix, whose first column is taken apart by one constructor after the
//! other.
//!
//! ```text
//! match (n, b) {            missing(rows, 1)
//!     (0..=9, true) => …      = by `(_, _)`: missing([[0..=9, true], [_, false]], 2)
//!     (_, false) => …         = by `10..=255`: missing([[false]], 1)
//! }                           = `true`, so `(10_u8..=u8::MAX, true)`
//! ```
//!
//! When in doubt (constants that are not evaluated, too many cases) all is
//! taken for covered.

mod pattern;
mod witness;

use super::Errors;
use crate::{BridgeError, Cx, ids, tables::LoweredBody};
use hir_def::{HasModule, attrs::AttrFlags};
use pattern::{Ctor, Pattern};
use rustc_hash::FxHashSet;
use witness::Witness;
use wrc_base::Span;
use wrc_thir::{AdtDef, Arg, Body, ExprKind, PatId, Stmt, Ty, TyKind, subst};

/// Steps of one question; after so many all is taken for covered.
const LIMIT: u32 = 20_000;

/// Checks the patterns of one body; its closures are bodies of their own.
pub fn check(cx: Cx<'_>, lowered: &LoweredBody, out: &mut Errors) {
    let Some(body) = &lowered.body else {
        return;
    };
    let map = &lowered.map;
    let mut found = Vec::new();
    for (id, expr) in body.exprs.iter() {
        match &expr.kind {
            ExprKind::Match { scrutinee, arms } if !arms.is_empty() => {
                let always = arms.iter().filter(|arm| arm.guard.is_none());
                let pats: Vec<PatId> = always.map(|arm| arm.pat).collect();
                let Some(witness) = uncovered(cx, body, map, &pats) else {
                    continue;
                };
                found.push(match is_for(cx, map.exprs[id]) {
                    true => {
                        let refutable = arms.iter().find_map(|arm| some_of(body, arm.pat));
                        let place = refutable.map_or(map.exprs[id], |pat| map.pats[pat]);
                        let inner = witness.inner().unwrap_or(&witness);
                        refuted(place, "`for` loop binding", &inner.text(cx))
                    }
                    false => missing_arm(map.exprs[*scrutinee], &witness.text(cx)),
                });
            }
            ExprKind::Block(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, els: None, .. } = stmt
                        && let Some(witness) = uncovered(cx, body, map, &[*pat])
                    {
                        let text = witness.text(cx);
                        found.push(refuted(map.pats[*pat], "local binding", &text));
                    }
                }
            }
            _ => {}
        }
    }
    for param in &body.params {
        if let Some(witness) = uncovered(cx, body, map, &[param.pat]) {
            let text = witness.text(cx);
            found.push(refuted(map.pats[param.pat], "function argument", &text));
        }
    }
    for error in found {
        let is_known = |it: &BridgeError| it.code == error.code && it.span == error.span;
        if !out.errors.iter().any(is_known) {
            out.add(error);
        }
    }
}

fn missing_arm(span: Span, witness: &str) -> BridgeError {
    let message = format!("non-exhaustive patterns: `{witness}` not covered");
    BridgeError::new("E0004", span, message)
        .with_label(format!("no arm for `{witness}`"))
        .with_help("add an arm for it, or `_ => …` for all others")
}

fn refuted(span: Span, place: &str, witness: &str) -> BridgeError {
    let message = format!("refutable pattern in {place}: `{witness}` not covered");
    let error = BridgeError::new("E0005", span, message);
    error.with_help(match place {
        "local binding" => "say what happens otherwise: `let … else { … }` or `if let`",
        _ => "take the whole value, and match on it inside",
    })
}

/// A `for` loop is a match on `Some` by now.
fn is_for(cx: Cx<'_>, span: Span) -> bool {
    let file = vfs::FileId::from_raw(span.file.0);
    let text = cx.db.file_text(file).text(cx.db);
    let text = text.get(span.start as usize..span.end as usize);
    let text = text.unwrap_or_default();
    let after_label = match text.starts_with('\'') {
        true => text
            .split_once(':')
            .map_or("", |(_, rest)| rest.trim_start()),
        false => text,
    };
    after_label.starts_with("for ")
}

fn some_of(body: &Body, pat: PatId) -> Option<PatId> {
    match &body.pats[pat].kind {
        wrc_thir::PatKind::Variant { fields, .. } => fields.first().map(|(_, pat)| *pat),
        _ => None,
    }
}

/// A value that none of the patterns takes.
fn uncovered(
    cx: Cx<'_>,
    body: &Body,
    map: &wrc_thir::SourceMap,
    pats: &[PatId],
) -> Option<Witness> {
    let rows: Option<Vec<Vec<Pattern>>> = pats
        .iter()
        .map(|pat| Some(vec![pattern::lower(cx, body, map, *pat)?]))
        .collect();
    let mut matrix = Matrix { cx, steps: 0 };
    matrix.missing(rows?, 1)?.pop()
}

struct Matrix<'db> {
    cx: Cx<'db>,
    steps: u32,
}

impl Matrix<'_> {
    /// Values for the columns that no row takes.
    fn missing(&mut self, rows: Vec<Vec<Pattern>>, width: usize) -> Option<Vec<Witness>> {
        self.steps += 1;
        if self.steps > LIMIT {
            return None;
        }
        if width == 0 {
            return rows.is_empty().then(Vec::new);
        }
        let rows = without_alternatives(rows);
        // What no constructor takes that is named somewhere takes the fewest
        // rows: if nothing is missing there, nothing is.
        let default: Vec<Vec<Pattern>> = rows
            .iter()
            .filter(|row| matches!(row[0], Pattern::Wild))
            .map(|row| row[1..].to_vec())
            .collect();
        let rest = self.missing(default, width - 1)?;
        let column: Vec<&Ctor> = rows.iter().filter_map(|row| row[0].ctor()).collect();
        let Some(first) = column.first() else {
            return Some(with_first(Witness::Any, rest));
        };
        for (ctor, arity) in self.constructors(first, &column)? {
            if arity.is_none() {
                // Named by no row.
                return Some(with_first(Witness::of(&ctor, Vec::new()), rest));
            }
            let arity = arity.unwrap_or_default();
            let special: Vec<Vec<Pattern>> = rows
                .iter()
                .filter_map(|row| specialize(row, &ctor, arity))
                .collect();
            if let Some(mut found) = self.missing(special, arity + width - 1) {
                let tail = found.split_off(arity);
                return Some(with_first(Witness::of(&ctor, found), tail));
            }
        }
        None
    }

    /// All constructors of the column's type, such as no row names first, and
    /// without an arity: of those there is no more to say.
    fn constructors(
        &mut self,
        first: &Ctor,
        column: &[&Ctor],
    ) -> Option<Vec<(Ctor, Option<usize>)>> {
        let mut all: Vec<(Ctor, Option<usize>)> = match first {
            Ctor::Single(ty, _) => {
                let arity = column.iter().map(|it| match it {
                    Ctor::Single(_, arity) => *arity,
                    _ => 0,
                });
                let arity = arity.max().unwrap_or_default();
                vec![(Ctor::Single(*ty, arity), Some(arity))]
            }
            Ctor::Variant(ty, ..) => self.variants(*ty, column)?,
            Ctor::Range(ty, ..) => ranges(*ty, column),
            Ctor::Slice { ty, .. } => slices(*ty, column)?,
            // There are always more values than are named.
            Ctor::Value(ty) => vec![(Ctor::Value(*ty), None)],
        };
        all.sort_by_key(|(_, arity)| arity.is_some());
        Some(all)
    }

    fn variants(&self, ty: Ty, column: &[&Ctor]) -> Option<Vec<(Ctor, Option<usize>)>> {
        let (def, args) = ty.as_adt()?;
        let data = self.cx.adt_cached(def);
        let mut all = Vec::new();
        for (index, variant) in data.variants.iter().enumerate() {
            let index = index as u32;
            let is_named = column
                .iter()
                .any(|it| matches!(it, Ctor::Variant(_, other, _) if *other == index));
            if !is_named && variant.fields.iter().any(|it| self.is_empty(it.ty, args)) {
                continue;
            }
            let arity = variant.fields.len();
            all.push((Ctor::Variant(ty, index, arity), is_named.then_some(arity)));
        }
        if self.is_open(def) {
            all.push((Ctor::Value(ty), None));
        }
        Some(all)
    }

    /// May the enum of another crate get more variants?
    fn is_open(&self, def: AdtDef) -> bool {
        let id = ids::adt_id(def);
        id.krate(self.cx.db) != self.cx.krate
            && AttrFlags::query(self.cx.db, id.into()).contains(AttrFlags::NON_EXHAUSTIVE)
    }

    /// Has the type no values? What is not known has none.
    fn is_empty(&self, ty: Ty, args: &[Arg]) -> bool {
        let ty = subst(ty, args);
        let is_known = !crate::body::has_error(ty);
        let ty = match ty.kind() {
            TyKind::Assoc(..) | TyKind::Opaque(..) => self.cx.normalize(ty),
            _ => ty,
        };
        !is_known
            || matches!(ty.kind(), TyKind::Error)
            || self.cx.is_uninhabited(ty, &mut FxHashSet::default())
    }
}

fn with_first(first: Witness, mut rest: Vec<Witness>) -> Vec<Witness> {
    rest.insert(0, first);
    rest
}

/// Rows that begin with alternatives, as a row each.
fn without_alternatives(rows: Vec<Vec<Pattern>>) -> Vec<Vec<Pattern>> {
    if !rows.iter().any(|row| matches!(row[0], Pattern::Or(_))) {
        return rows;
    }
    let mut flat = Vec::new();
    for row in rows {
        match &row[0] {
            Pattern::Or(alternatives) => {
                let with = |it: &Pattern| {
                    let mut row = row.clone();
                    row[0] = it.clone();
                    row
                };
                flat.extend(without_alternatives(
                    alternatives.iter().map(with).collect(),
                ));
            }
            _ => flat.push(row),
        }
    }
    flat
}

/// What is left of a row for values of one constructor.
fn specialize(row: &[Pattern], ctor: &Ctor, arity: usize) -> Option<Vec<Pattern>> {
    let mut fields = match &row[0] {
        Pattern::Wild => vec![Pattern::Wild; arity],
        Pattern::Of(own, fields) => own.fields_for(fields, ctor, arity)?,
        Pattern::Or(_) => return None,
    };
    fields.extend_from_slice(&row[1..]);
    Some(fields)
}

/// The type's values, cut where a row's range begins or ends.
fn ranges(ty: Ty, column: &[&Ctor]) -> Vec<(Ctor, Option<usize>)> {
    let Some((lo, hi)) = pattern::domain(ty) else {
        return vec![(Ctor::Value(ty), None)];
    };
    let own: Vec<(u128, u128)> = column
        .iter()
        .filter_map(|it| match it {
            Ctor::Range(_, lo, hi) => Some((*lo, *hi)),
            _ => None,
        })
        .collect();
    let mut starts: Vec<u128> = own
        .iter()
        .flat_map(|(lo, hi)| [Some(*lo), hi.checked_add(1)])
        .flatten()
        .chain([lo])
        .filter(|it| (lo..=hi).contains(it))
        .collect();
    let surrogates = (0xD800, 0xDFFF);
    if matches!(ty.kind(), TyKind::Char) {
        starts.extend([surrogates.0, surrogates.1 + 1]);
    }
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|it| it - 1).chain([hi]);
    let mut all = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        if matches!(ty.kind(), TyKind::Char) && start == surrogates.0 {
            continue;
        }
        let is_named = own.iter().any(|(lo, hi)| (lo..=hi).contains(&&start));
        all.push((Ctor::Range(ty, start, end), is_named.then_some(0)));
    }
    all
}

/// The lengths that rows tell apart; the last stands for all that are longer.
fn slices(ty: Ty, column: &[&Ctor]) -> Option<Vec<(Ctor, Option<usize>)>> {
    const LONGEST: usize = 24;
    let fixed = |len: usize| Ctor::Slice {
        ty,
        before: len,
        after: 0,
        is_open: false,
    };
    if let TyKind::Array(_, len) = ty.kind() {
        let wrc_thir::Const::Value(len) = len else {
            return None;
        };
        let len = usize::try_from(*len).ok().filter(|it| *it <= LONGEST)?;
        return Some(vec![(fixed(len), Some(len))]);
    }
    let longest = column.iter().map(|it| match it {
        Ctor::Slice { before, after, .. } => before + after,
        _ => 0,
    });
    let longest = longest.max().unwrap_or_default() + 1;
    if longest > LONGEST {
        return None;
    }
    let mut all: Vec<(Ctor, Option<usize>)> =
        (0..longest).map(|len| (fixed(len), Some(len))).collect();
    let open = Ctor::Slice {
        ty,
        before: longest,
        after: 0,
        is_open: true,
    };
    all.push((open, Some(longest)));
    Some(all)
}
