//! All string literals in one byte array.
//!
//! ```text
//! "world", "hello world", "low"   =>   "hello worldlow": 6, 0, 11
//! ```

use wrc_base::SecondaryMap;
use wrc_object::*;

use crate::reach::Reach;

/// The array's content and each reachable literal's place in it.
#[derive(Default)]
pub(crate) struct Literals {
    pub bytes: Vec<u8>,
    pub offsets: SecondaryMap<LiteralId, u32>,
}

/// Longest first, so that a literal inside another one is found there; else
/// it is appended, overlapping the end as far as it fits.
pub(crate) fn pack(program: &Program, reach: &Reach) -> Literals {
    let mut order: Vec<LiteralId> = reach.literals.keys().copied().collect();
    order.sort_by_key(|id| {
        let text = &program.literals[*id];
        (std::cmp::Reverse(text.len()), text, *id)
    });
    let mut packed = Literals::default();
    for id in order {
        let text = &program.literals[id];
        packed.offsets[id] = place(&mut packed.bytes, text);
    }
    packed
}

fn place(bytes: &mut Vec<u8>, text: &[u8]) -> u32 {
    if let Some(at) = find(bytes, text) {
        return at as u32;
    }
    let overlap = (0..text.len().min(bytes.len() + 1))
        .rev()
        .find(|overlap| bytes.ends_with(&text[..*overlap]))
        .expect("the empty overlap fits");
    let at = bytes.len() - overlap;
    bytes.extend_from_slice(&text[overlap..]);
    at as u32
}

/// A literal's first byte is looked for before the rest is compared: literal
/// arrays are small.
fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    let Some(first) = text.first() else {
        return Some(0);
    };
    let last_start = bytes.len().checked_sub(text.len())?;
    (0..=last_start).find(|at| bytes[*at] == *first && bytes[*at..].starts_with(text))
}
