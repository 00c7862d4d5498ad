//! Token trees as the protocol has them: arrays of numbers.
//!
//! | array | an entry |
//! |---|---|
//! | `subtree` | spans of both delimiters, delimiter, range of its children in `token_tree` |
//! | `literal` | span, text, kind and number of `#`, suffix |
//! | `punct` | span, character, is it joint |
//! | `ident` | span, text, is it raw |
//! | `token_tree` | place of an entry, times four, and in which array |
//!
//! Subtree 0 is the whole; children have higher numbers. Spans are places in a
//! table of five numbers each: file, item, start, end, context.

use super::message::FlatTree;
use ra_ap_hir_expand::tt::{
    Delimiter, DelimiterKind, Ident, IdentIsRaw, Leaf, LitKind, Literal, Punct, Spacing, Subtree,
    TopSubtree, TopSubtreeBuilder, TtElement,
};
use ra_ap_intern::Symbol;
use ra_ap_span::{Span, SpanAnchor, SyntaxContext, TextRange};
use std::collections::VecDeque;
use wrc_base::{FxHashMap, FxIndexSet};

/// The table of spans.
#[derive(Default)]
pub(super) struct Spans(FxIndexSet<Span>);

impl Spans {
    /// The span's place.
    pub(super) fn number(&mut self, span: Span) -> u32 {
        self.0.insert_full(span).0 as u32
    }

    pub(super) fn encode(&self) -> Vec<u32> {
        let numbers = |span: &Span| {
            [
                span.anchor.file_id.as_u32(),
                span.anchor.ast_id.into_raw(),
                span.range.start().into(),
                span.range.end().into(),
                span.ctx.into_u32(),
            ]
        };
        self.0.iter().flat_map(numbers).collect()
    }

    /// A table that was made from this one: ranges may be new, files, items
    /// and contexts are not.
    pub(super) fn decode(&self, table: &[u32]) -> Option<Vec<Span>> {
        let mut anchors: FxHashMap<(u32, u32), SpanAnchor> = FxHashMap::default();
        let mut contexts: FxHashMap<u32, SyntaxContext> = FxHashMap::default();
        for span in &self.0 {
            let key = (span.anchor.file_id.as_u32(), span.anchor.ast_id.into_raw());
            anchors.insert(key, span.anchor);
            contexts.insert(span.ctx.into_u32(), span.ctx);
        }
        let (entries, rest) = table.as_chunks::<5>();
        let span = |&[file, item, start, end, ctx]: &[u32; 5]| {
            let range = (start <= end).then(|| TextRange::new(start.into(), end.into()))?;
            Some(Span {
                range,
                anchor: *anchors.get(&(file, item))?,
                ctx: *contexts.get(&ctx)?,
            })
        };
        let spans = entries.iter().map(span).collect::<Option<Vec<Span>>>();
        spans.filter(|_| rest.is_empty())
    }
}

/// In which array an entry of `token_tree` stands.
const SUBTREE: u32 = 0;
const LITERAL: u32 = 1;
const PUNCT: u32 = 2;
const IDENT: u32 = 3;

const DELIMITERS: [DelimiterKind; 4] = [
    DelimiterKind::Invisible,
    DelimiterKind::Parenthesis,
    DelimiterKind::Brace,
    DelimiterKind::Bracket,
];

/// No suffix.
const NONE: u32 = u32::MAX;

/// The entry of a subtree of which the children are not written yet.
fn subtree_entry(subtree: &Subtree, spans: &mut Spans) -> [u32; 5] {
    let delimiter = subtree.delimiter;
    let (open, close) = (spans.number(delimiter.open), spans.number(delimiter.close));
    let kinds = DELIMITERS.iter().position(|kind| *kind == delimiter.kind);
    [open, close, kinds.unwrap_or_default() as u32, 0, 0]
}

pub(super) fn encode(tree: &TopSubtree, spans: &mut Spans) -> FlatTree {
    let mut flat = FlatTree::default();
    flat.subtree
        .extend(subtree_entry(&tree.top_subtree(), spans));
    let mut texts: FxIndexSet<String> = FxIndexSet::default();
    let mut queue = VecDeque::from([(0, tree.iter())]);
    while let Some((parent, children)) = queue.pop_front() {
        let first = flat.token_tree.len() as u32;
        for child in children {
            let (place, tag) = match child {
                TtElement::Subtree(subtree, below) => {
                    let place = flat.subtree.len() / 5;
                    flat.subtree.extend(subtree_entry(&subtree, spans));
                    queue.push_back((place, below));
                    (place, SUBTREE)
                }
                TtElement::Leaf(leaf) => leaf_entry(&leaf, &mut flat, &mut texts, spans),
            };
            flat.token_tree.push((place as u32) << 2 | tag);
        }
        let end = flat.token_tree.len() as u32;
        flat.subtree[parent * 5 + 3..][..2].copy_from_slice(&[first, end]);
    }
    flat.text = texts.into_iter().collect();
    flat
}

/// Writes a token; gives its place and its array.
fn leaf_entry(
    leaf: &Leaf,
    flat: &mut FlatTree,
    texts: &mut FxIndexSet<String>,
    spans: &mut Spans,
) -> (usize, u32) {
    let mut text = |text: &str| texts.insert_full(text.to_owned()).0 as u32;
    let span = spans.number(*leaf.span());
    match leaf {
        Leaf::Literal(literal) => {
            let (value, suffix) = literal.text_and_suffix();
            let suffix = (!suffix.is_empty()).then_some(suffix);
            let entry = [
                span,
                text(value),
                kind_number(literal.kind),
                suffix.map_or(NONE, text),
            ];
            flat.literal.extend(entry);
            (flat.literal.len() / 4 - 1, LITERAL)
        }
        Leaf::Punct(punct) => {
            let is_joint = punct.spacing == Spacing::Joint;
            flat.punct
                .extend([span, punct.char.into(), is_joint.into()]);
            (flat.punct.len() / 3 - 1, PUNCT)
        }
        Leaf::Ident(ident) => {
            let is_raw = ident.is_raw.yes();
            flat.ident
                .extend([span, text(ident.sym.as_str()), is_raw.into()]);
            (flat.ident.len() / 3 - 1, IDENT)
        }
    }
}

fn kind_number(kind: LitKind) -> u32 {
    let (number, hashes) = match kind {
        LitKind::Err(()) => (0, 0),
        LitKind::Byte => (1, 0),
        LitKind::Char => (2, 0),
        LitKind::Integer => (3, 0),
        LitKind::Float => (4, 0),
        LitKind::Str => (5, 0),
        LitKind::StrRaw(hashes) => (6, hashes),
        LitKind::ByteStr => (7, 0),
        LitKind::ByteStrRaw(hashes) => (8, hashes),
        LitKind::CStr => (9, 0),
        LitKind::CStrRaw(hashes) => (10, hashes),
    };
    number | u32::from(hashes) << 8
}

fn kind(number: u32) -> Option<LitKind> {
    let [number, hashes, ..] = number.to_le_bytes();
    Some(match number {
        0 => LitKind::Err(()),
        1 => LitKind::Byte,
        2 => LitKind::Char,
        3 => LitKind::Integer,
        4 => LitKind::Float,
        5 => LitKind::Str,
        6 => LitKind::StrRaw(hashes),
        7 => LitKind::ByteStr,
        8 => LitKind::ByteStrRaw(hashes),
        9 => LitKind::CStr,
        10 => LitKind::CStrRaw(hashes),
        _ => return None,
    })
}

/// `None` when the numbers do not fit together.
pub(super) fn decode(flat: &FlatTree, spans: &[Span]) -> Option<TopSubtree> {
    let (delimiter, children) = subtree(flat, 0, spans)?;
    let mut builder = TopSubtreeBuilder::new(delimiter);
    let mut open = vec![(0, delimiter.close, children.iter())];
    while let Some((parent, close, children)) = open.last_mut() {
        let Some(child) = children.next() else {
            let close = *close;
            open.pop();
            if !open.is_empty() {
                builder.close(close);
            }
            continue;
        };
        let place = (child >> 2) as usize;
        if child & 3 == SUBTREE {
            if place <= *parent {
                return None;
            }
            let (delimiter, children) = subtree(flat, place, spans)?;
            builder.open(delimiter.kind, delimiter.open);
            open.push((place, delimiter.close, children.iter()));
        } else {
            let leaf = leaf(flat, place, child & 3, spans)?;
            builder.extend(without_sign(leaf));
        }
    }
    Some(builder.build())
}

/// Macros may make negative numbers, which are two tokens in a program.
fn without_sign(leaf: Leaf) -> impl Iterator<Item = Leaf> {
    let (mut sign, mut rest) = (None, leaf);
    if let Leaf::Literal(literal) = &rest
        && matches!(literal.kind, LitKind::Integer | LitKind::Float)
        && let (text, suffix) = literal.text_and_suffix()
        && let Some(text) = text.strip_prefix('-')
    {
        sign = Some(Leaf::Punct(Punct {
            char: '-',
            spacing: Spacing::Alone,
            span: literal.span,
        }));
        rest = Leaf::Literal(Literal::new(text, literal.span, literal.kind, suffix));
    }
    sign.into_iter().chain([rest])
}

/// The entry at a place in an array.
fn entry<const N: usize>(array: &[u32], place: usize) -> Option<&[u32; N]> {
    array.as_chunks::<N>().0.get(place)
}

fn subtree<'a>(flat: &'a FlatTree, place: usize, spans: &[Span]) -> Option<(Delimiter, &'a [u32])> {
    let &[open, close, kind, first, end] = entry(&flat.subtree, place)?;
    let delimiter = Delimiter {
        open: *spans.get(open as usize)?,
        close: *spans.get(close as usize)?,
        kind: *DELIMITERS.get(kind as usize)?,
    };
    let children = flat.token_tree.get(first as usize..end as usize)?;
    Some((delimiter, children))
}

fn leaf(flat: &FlatTree, place: usize, array: u32, spans: &[Span]) -> Option<Leaf> {
    let span = |number: u32| spans.get(number as usize).copied();
    let text = |number: u32| flat.text.get(number as usize).map(String::as_str);
    Some(match array {
        LITERAL => {
            let &[at, value, number, suffix] = entry(&flat.literal, place)?;
            let suffix = match suffix {
                NONE => "",
                suffix => text(suffix).filter(|it| it.len() < usize::from(u8::MAX))?,
            };
            Leaf::Literal(Literal::new(text(value)?, span(at)?, kind(number)?, suffix))
        }
        PUNCT => {
            let &[at, char, joint] = entry(&flat.punct, place)?;
            let char = char::from_u32(char).filter(|it| it.is_ascii_punctuation())?;
            Leaf::Punct(Punct {
                char,
                spacing: match joint {
                    0 => Spacing::Alone,
                    _ => Spacing::Joint,
                },
                span: span(at)?,
            })
        }
        _ => {
            let &[at, name, raw] = entry(&flat.ident, place)?;
            Leaf::Ident(Ident {
                sym: Symbol::intern(text(name)?),
                span: span(at)?,
                is_raw: match raw {
                    0 => IdentIsRaw::No,
                    _ => IdentIsRaw::Yes,
                },
            })
        }
    })
}
