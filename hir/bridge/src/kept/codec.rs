//! Values as bytes, with tables for what is written often.

use super::{
    Kept,
    names::{self, Item, Numbers},
    store::{self, Rows, Store},
};
use crate::Cx;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use wrc_base::{EntityRef, PrimaryMap, Symbol};
use wrc_thir::Ty;

/// A value that can be kept.
pub(super) trait Keep: Sized {
    /// Writes it; `None` when it holds something without a lasting name.
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()>;
    /// Reads it; `None` when there is something else.
    fn take(from: &mut Reader<'_, '_>) -> Option<Self>;
}

/// Writes a row, and into the tables what the row names.
pub(super) struct Writer<'a, 'db> {
    pub cx: Cx<'db>,
    kept: &'a Kept,
    store: Store,
    items: FxHashMap<Item, Option<u32>>,
    /// The items of numbers in `items`.
    found: FxHashMap<u32, Item>,
    row: Vec<u8>,
}

impl<'a, 'db> Writer<'a, 'db> {
    /// Writes to what is kept already.
    pub fn new(cx: Cx<'db>, kept: &'a Kept) -> Writer<'a, 'db> {
        Writer {
            cx,
            kept,
            store: kept.store.clone(),
            items: FxHashMap::default(),
            found: FxHashMap::default(),
            row: Vec::new(),
        }
    }

    /// Begins a body's row; what was written of one that cannot be kept is
    /// forgotten.
    pub fn start(&mut self) {
        self.row.clear();
    }

    /// The row is that of the item with this number.
    pub fn finish_body(&mut self, item: u32) {
        let row = std::mem::take(&mut self.row);
        self.store.bodies.insert(item, row.into());
    }

    pub fn finish(self) -> Store {
        self.store
    }

    pub fn put_number(&mut self, value: u128) {
        store::put_number(&mut self.row, value);
    }

    /// The number of an item, which is added when it is new.
    pub fn number(&mut self, item: Item) -> Option<u32> {
        if let Some(known) = self.items.get(&item) {
            return *known;
        }
        let number = self.new_number(item);
        self.items.insert(item, number);
        if let Some(number) = number {
            self.found.insert(number, item);
        }
        number
    }

    fn new_number(&mut self, item: Item) -> Option<u32> {
        let (cx, kept) = (self.cx, self.kept);
        let row = names::row(cx, kept, item, self)?;
        let found = &self.found;
        let is_right = kept.leads_to(cx, &self.store, &row, item, &mut |number| {
            found.get(&number).copied()
        });
        is_right.then(|| store::insert(&mut self.store.names, row))
    }

    fn ty_number(&mut self, ty: Ty) -> Option<u32> {
        if ty.is_error() {
            return None;
        }
        let outer = std::mem::take(&mut self.row);
        let done = ty.kind().put(self);
        let row = std::mem::replace(&mut self.row, outer);
        done?;
        Some(store::insert(&mut self.store.types, row.into()))
    }
}

impl Numbers for Writer<'_, '_> {
    fn item(&mut self, item: Item) -> Option<u32> {
        self.number(item)
    }

    fn text(&mut self, text: &str) -> Option<u32> {
        Some(match self.store.texts.get_index_of(text.as_bytes()) {
            Some(known) => known as u32,
            None => store::insert(&mut self.store.texts, text.as_bytes().into()),
        })
    }
}

/// Reads a row.
pub(super) struct Reader<'a, 'db> {
    pub cx: Cx<'db>,
    kept: &'a Kept,
    rest: &'a [u8],
}

impl<'a, 'db> Reader<'a, 'db> {
    pub fn new(cx: Cx<'db>, kept: &'a Kept, row: &'a [u8]) -> Reader<'a, 'db> {
        Reader {
            cx,
            kept,
            rest: row,
        }
    }

    pub fn number(&mut self) -> Option<u128> {
        store::number(&mut self.rest)
    }

    pub fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    pub fn item(&mut self) -> Option<Item> {
        let number = self.small()?;
        self.kept.item(self.cx, number)
    }

    fn text(&mut self) -> Option<&'a str> {
        let number = self.small()?;
        let texts: &'a Rows = &self.kept.store.texts;
        std::str::from_utf8(texts.get_index(number as usize)?).ok()
    }
}

impl Keep for Ty {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        let number = out.ty_number(*self)?;
        out.put_number(u128::from(number));
        Some(())
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Ty> {
        let number = from.small()? as usize;
        let (cx, kept) = (from.cx, from.kept);
        *kept.resolved.types.get(number)?.get_or_init(|| {
            let row = kept.store.types.get_index(number)?;
            Keep::take(&mut Reader::new(cx, kept, row)).map(Ty::new)
        })
    }
}

/// A table that most values of are few of: by their numbers.
impl Keep for Symbol {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        let number = out.text(self.as_str())?;
        out.put_number(u128::from(number));
        Some(())
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Symbol> {
        from.text().map(Symbol::new)
    }
}

impl Keep for Arc<str> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        Symbol::new(self).put(out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Arc<str>> {
        from.text().map(Arc::from)
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Keep for $ty {
            fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
                out.put_number(u128::from(*self));
                Some(())
            }

            fn take(from: &mut Reader<'_, '_>) -> Option<$ty> {
                from.number()?.try_into().ok()
            }
        }
    )*};
}
numbers!(u8, u32, u64, u128);

impl Keep for bool {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        u8::from(*self).put(out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<bool> {
        Some(u8::take(from)? != 0)
    }
}

impl Keep for char {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        u32::from(*self).put(out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<char> {
        char::from_u32(u32::take(from)?)
    }
}

impl<T: Keep> Keep for Option<T> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        self.is_some().put(out)?;
        self.iter().try_for_each(|it| it.put(out))
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Option<T>> {
        Some(match bool::take(from)? {
            true => Some(T::take(from)?),
            false => None,
        })
    }
}

impl<T: Keep> Keep for Vec<T> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        put_list(self, out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Vec<T>> {
        let len = from.small()?;
        (0..len).map(|_| T::take(from)).collect()
    }
}

impl<T: Keep> Keep for Box<[T]> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        put_list(self, out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Box<[T]>> {
        Vec::take(from).map(Vec::into)
    }
}

impl<T: Keep> Keep for Arc<[T]> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        put_list(self, out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<Arc<[T]>> {
        Vec::take(from).map(Vec::into)
    }
}

fn put_list<T: Keep>(list: &[T], out: &mut Writer<'_, '_>) -> Option<()> {
    out.put_number(list.len() as u128);
    list.iter().try_for_each(|it| it.put(out))
}

impl<K: EntityRef, V: Keep> Keep for PrimaryMap<K, V> {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        out.put_number(self.len() as u128);
        self.values().try_for_each(|it| it.put(out))
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<PrimaryMap<K, V>> {
        let len = from.small()?;
        (0..len).map(|_| V::take(from)).collect()
    }
}

impl<A: Keep, B: Keep> Keep for (A, B) {
    fn put(&self, out: &mut Writer<'_, '_>) -> Option<()> {
        self.0.put(out)?;
        self.1.put(out)
    }

    fn take(from: &mut Reader<'_, '_>) -> Option<(A, B)> {
        Some((A::take(from)?, B::take(from)?))
    }
}
