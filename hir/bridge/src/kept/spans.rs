//! Spans of a body's nodes. Most begin near the one before, in the same file.

use super::{
    codec::{Reader, Writer},
    names,
};
use wrc_base::{FileId, Span};
use wrc_thir::{Body, SourceMap};

/// What stands before a span.
const NO_SPAN: u128 = 0;
const SAME_FILE: u128 = 1;
const OTHER_FILE: u128 = 2;

pub(super) fn put(out: &mut Writer<'_, '_>, body: &Body, map: &SourceMap) -> Option<()> {
    let mut last = Span::default();
    let exprs = body.exprs.keys().map(|id| map.exprs[id]);
    let pats = body.pats.keys().map(|id| map.pats[id]);
    for span in exprs.chain(pats) {
        if span == Span::default() {
            out.put_number(NO_SPAN);
            continue;
        }
        if span.file == last.file {
            out.put_number(SAME_FILE);
        } else {
            let module = names::file_module(out.cx, span.file)?;
            let module = out.number(module)?;
            out.put_number(OTHER_FILE);
            out.put_number(u128::from(module));
        }
        let distance = i64::from(span.start) - i64::from(last.start);
        out.put_number(u128::from(zigzag(distance)));
        out.put_number(u128::from(span.end.checked_sub(span.start)?));
        last = span;
    }
    Some(())
}

pub(super) fn take(from: &mut Reader<'_, '_>, body: &Body) -> Option<SourceMap> {
    let mut last = Span::default();
    let mut map = SourceMap::default();
    for id in body.exprs.keys() {
        map.exprs[id] = span(from, &mut last)?;
    }
    for id in body.pats.keys() {
        map.pats[id] = span(from, &mut last)?;
    }
    Some(map)
}

fn span(from: &mut Reader<'_, '_>, last: &mut Span) -> Option<Span> {
    let file: FileId = match from.number()? {
        NO_SPAN => return Some(Span::default()),
        SAME_FILE => last.file,
        _ => {
            let module = from.item()?;
            names::module_file(from.cx, module)?
        }
    };
    let distance = unzigzag(from.number()?.try_into().ok()?);
    let start = u32::try_from(i64::from(last.start) + distance).ok()?;
    let end = start.checked_add(from.small()?)?;
    *last = Span::new(file, start, end);
    Some(*last)
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}
