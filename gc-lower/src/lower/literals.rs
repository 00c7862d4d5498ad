//! Text and byte strings, empty arrays.

use super::{cx::Cx, func::Fx, statics::StaticTables};
use crate::wir::*;
use wrc_base::Symbol;
use wrc_object::*;

/// Byte strings up to this length are written as constant expressions.
const INLINE_BYTES: usize = 16;

impl Cx<'_> {
    /// The shared array without elements.
    pub fn empty_array(&self, array: TypeId) -> GlobalId {
        if let Some(known) = self.statics.borrow().empty.get(&array) {
            return *known;
        }
        let init = GlobalInit::ArrayDefault(array, 0);
        let id = self.new_global(Symbol::new("empty"), WTy::to(array), false, init);
        self.statics.borrow_mut().empty.insert(array, id);
        id
    }

    fn literal_id(&self, bytes: &[u8]) -> LiteralId {
        if let Some(known) = self.statics.borrow().literals.get(bytes) {
            return *known;
        }
        let id = self.program.borrow_mut().literals.push(bytes.to_vec());
        let mut tables = self.statics.borrow_mut();
        tables.literals.insert(bytes.to_vec(), id);
        id
    }

    fn literal_array(&self) -> GlobalId {
        if let Some((id, _)) = self.program.borrow().literal_array {
            return id;
        }
        let array = self.array_type(Storage::I8);
        let init = GlobalInit::Null(HeapTy::Type(array));
        let id = self.new_global(Symbol::new("literals"), WTy::to(array), true, init);
        self.program.borrow_mut().literal_array = Some((id, array));
        id
    }

    /// `&'static str`: array, offset, length.
    pub fn literal(&self, bytes: &[u8]) -> Vec<Ex> {
        let array = self.literal_array();
        let id = self.literal_id(bytes);
        vec![
            Ex::GlobalGet(array),
            Ex::Sym(ConstSym::LiteralOffset(id)),
            Ex::I32(bytes.len() as i32),
        ]
    }

    /// `&'static [u8; N]`: an array of its own, made at the start.
    pub fn byte_array(&self, bytes: &[u8]) -> GlobalId {
        if let Some(known) = self.statics.borrow().byte_arrays.get(bytes) {
            return *known;
        }
        let array = self.array_type(Storage::I8);
        let name = Symbol::new("bytes");
        let id = if bytes.len() <= INLINE_BYTES {
            let items = bytes.iter().map(|b| GlobalInit::I32((*b).into())).collect();
            let init = GlobalInit::Array(array, items);
            self.new_global(name, WTy::to(array), false, init)
        } else {
            let init = GlobalInit::Null(HeapTy::Type(array));
            let id = self.new_global(name, WTy::to(array), true, init);
            let data = self.program.borrow_mut().data.push(bytes.to_vec());
            let new = Ex::ArrayNewData {
                ty: array,
                data,
                offset: Box::new(Ex::I32(0)),
                len: Box::new(Ex::I32(bytes.len() as i32)),
            };
            let set = Ex::GlobalSet(id, Box::new(new));
            self.statics.borrow_mut().start.push(set);
            id
        };
        let mut tables = self.statics.borrow_mut();
        tables.byte_arrays.insert(bytes.to_vec(), id);
        id
    }
}

impl Fx<'_, '_> {
    pub fn literal(&mut self, bytes: &[u8]) -> Vec<Ex> {
        self.cx().literal(bytes)
    }

    pub fn byte_array(&mut self, bytes: &[u8]) -> Ex {
        Ex::GlobalGet(self.cx().byte_array(bytes))
    }
}

impl StaticTables {
    /// Statements for the start function, in order.
    pub fn take_start(&mut self) -> Vec<Ex> {
        std::mem::take(&mut self.start)
    }
}
