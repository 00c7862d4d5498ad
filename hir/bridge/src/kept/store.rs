//! The tables, and their bytes.
//!
//! ```text
//! four tables: names, types, texts, bodies
//! a table:     the number of rows, then each row's length and bytes
//! ```
//! A row of `bodies` begins with the number of its item in `names`. Numbers
//! are LEB128.

use wrc_base::{FxIndexMap, FxIndexSet};

/// Rows known by their numbers; each is there once.
pub(super) type Rows = FxIndexSet<Box<[u8]>>;

#[derive(Clone, Default)]
pub(super) struct Store {
    /// Items, as [`super::names`] writes them.
    pub names: Rows,
    /// Types, by what they are.
    pub types: Rows,
    pub texts: Rows,
    /// Bodies, by the numbers of their items.
    pub bodies: FxIndexMap<u32, Box<[u8]>>,
}

impl Store {
    /// `None` when these are not the bytes of a store.
    pub fn parse(bytes: &[u8]) -> Option<Store> {
        let mut rest = bytes;
        let [names, types, texts] = [(); 3].map(|()| rows(&mut rest));
        let mut store = Store {
            names: names?,
            types: types?,
            texts: texts?,
            bodies: FxIndexMap::default(),
        };
        for _ in 0..number(&mut rest)? {
            let mut row = row(&mut rest)?;
            let item = u32::try_from(number(&mut row)?).ok()?;
            store.bodies.insert(item, row.into());
        }
        rest.is_empty().then_some(store)
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for rows in [&self.names, &self.types, &self.texts] {
            put_number(&mut out, rows.len() as u128);
            for row in rows {
                put_row(&mut out, row);
            }
        }
        put_number(&mut out, self.bodies.len() as u128);
        let mut whole = Vec::new();
        for (item, row) in &self.bodies {
            whole.clear();
            put_number(&mut whole, u128::from(*item));
            whole.extend_from_slice(row);
            put_row(&mut out, &whole);
        }
        out
    }
}

/// The number of a row, which is added when it is new.
pub(super) fn insert(rows: &mut Rows, row: Box<[u8]>) -> u32 {
    rows.insert_full(row).0 as u32
}

fn rows(rest: &mut &[u8]) -> Option<Rows> {
    let len = number(rest)?;
    (0..len).map(|_| Some(row(rest)?.into())).collect()
}

fn row<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = usize::try_from(number(rest)?).ok()?;
    let (row, after) = rest.split_at_checked(len)?;
    *rest = after;
    Some(row)
}

fn put_row(out: &mut Vec<u8>, row: &[u8]) {
    put_number(out, row.len() as u128);
    out.extend_from_slice(row);
}

/// Takes a number off the front.
pub(super) fn number(rest: &mut &[u8]) -> Option<u128> {
    let mut value = 0;
    for shift in (0..128).step_by(7) {
        let (first, after) = rest.split_first()?;
        *rest = after;
        value |= u128::from(first & 0x7F) << shift;
        if first & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

pub(super) fn put_number(out: &mut Vec<u8>, mut value: u128) {
    while value > 0x7F {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        let mut store = Store::default();
        for row in [&b"a"[..], &b""[..], &b"bcd"[..]] {
            insert(&mut store.names, row.into());
            insert(&mut store.texts, row.into());
        }
        store.bodies.insert(300, Box::new([1, 2, 3]));
        let bytes = store.bytes();
        let again = Store::parse(&bytes).expect("they are a store's");
        assert_eq!(again.bytes(), bytes);
        assert_eq!(again.bodies[&300][..], [1, 2, 3]);
        assert!(Store::parse(&bytes[1..]).is_none());
        assert!(Store::parse(&bytes[..bytes.len() - 1]).is_none());
    }

    #[test]
    fn numbers_of_all_sizes() {
        for value in [0, 127, 128, u128::from(u64::MAX), u128::MAX] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, value);
            let mut rest = &bytes[..];
            assert_eq!(number(&mut rest), Some(value));
            assert!(rest.is_empty());
        }
    }
}
