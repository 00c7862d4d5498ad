//! Arrays with many elements.
//!
//! Constant numbers are copied from a data segment, unless instructions are
//! shorter. Other long arrays are put together from pieces: engines take no
//! more than [`OPERANDS`] values at once.
//!
//! ```text
//! (array.new_fixed a (i32.const 1) … (i32.const 1000))
//! (array.new_data a data (i32.const 0) (i32.const 1000))
//! ```

use super::{cx::Cx, func::Fx};
use crate::wir::*;
use wrc_object::*;

/// Shorter arrays stay expressions: these can initialise globals.
const SHORT: usize = 64;

/// The most values that V8 takes in one `array.new_fixed`.
const OPERANDS: usize = 10_000;

/// What a segment and the instruction that reads it take besides the data.
const SEGMENT: usize = 12;

impl Fx<'_, '_> {
    /// An array of these slots.
    pub fn array_of(&mut self, array: TypeId, items: Vec<Ex>) -> Ex {
        if items.is_empty() {
            return Ex::GlobalGet(self.cx().empty_array(array));
        }
        if items.len() <= SHORT {
            return Ex::ArrayNewFixed(array, items);
        }
        if let Some(new) = self.cx().table(array, &items) {
            return new;
        }
        match items.len() {
            ..=OPERANDS => Ex::ArrayNewFixed(array, items),
            _ => self.array_of_pieces(array, items),
        }
    }

    fn array_of_pieces(&mut self, array: TypeId, items: Vec<Ex>) -> Ex {
        let whole = Ex::ArrayNewDefault {
            ty: array,
            len: Box::new(Ex::I32(items.len() as i32)),
        };
        let whole = self.code.save(whole, WTy::to(array));
        let mut items = items.into_iter();
        let mut at = 0;
        loop {
            let piece: Vec<Ex> = items.by_ref().take(OPERANDS).collect();
            if piece.is_empty() {
                return whole;
            }
            let count = piece.len() as i32;
            let piece = Ex::ArrayNewFixed(array, piece);
            self.code.emit(Ex::ArrayCopy {
                dst_ty: array,
                src_ty: array,
                args: Box::new([
                    whole.clone(),
                    Ex::I32(at),
                    piece,
                    Ex::I32(0),
                    Ex::I32(count),
                ]),
            });
            at += count;
        }
    }
}

impl Cx<'_> {
    /// The array from a data segment, when all slots are known numbers and
    /// that is shorter, or the only way.
    fn table(&self, array: TypeId, items: &[Ex]) -> Option<Ex> {
        let storage = match &self.program.borrow().types[array].kind {
            TypeDefKind::Array(field) => field.storage,
            TypeDefKind::Struct { .. } | TypeDefKind::Func { .. } => return None,
        };
        let mut bytes = Vec::new();
        let mut code = 0;
        for item in items {
            code += push_number(item, storage, &mut bytes)?;
        }
        if bytes.len() + SEGMENT > code && items.len() <= OPERANDS {
            return None;
        }
        Some(Ex::ArrayNewData {
            ty: array,
            data: self.data(bytes),
            offset: Box::new(Ex::I32(0)),
            len: Box::new(Ex::I32(items.len() as i32)),
        })
    }

    /// A segment with these bytes.
    fn data(&self, bytes: Vec<u8>) -> DataId {
        if let Some(known) = self.statics.borrow().data.get(&bytes) {
            return *known;
        }
        let id = self.program.borrow_mut().data.push(bytes.clone());
        self.statics.borrow_mut().data.insert(bytes, id);
        id
    }
}

/// Adds the number as the array stores it; the length of the instruction that
/// makes it.
fn push_number(item: &Ex, storage: Storage, bytes: &mut Vec<u8>) -> Option<usize> {
    let (value, length) = match item {
        Ex::I32(n) => (*n as u64, 1 + signed_length((*n).into())),
        Ex::I64(n) => (*n as u64, 1 + signed_length(*n)),
        Ex::F32(bits) => (u64::from(*bits), 5),
        Ex::F64(bits) => (*bits, 9),
        _ => return None,
    };
    let width = match storage {
        Storage::I8 => 1,
        Storage::I16 => 2,
        Storage::Val(WTy::I32 | WTy::F32) => 4,
        Storage::Val(WTy::I64 | WTy::F64) => 8,
        Storage::Val(_) => return None,
    };
    bytes.extend(&value.to_le_bytes()[..width]);
    Some(length)
}

/// How many bytes LEB128 takes.
fn signed_length(n: i64) -> usize {
    let bits = 65 - (n ^ (n >> 63)).leading_zeros() as usize;
    bits.div_ceil(7)
}

#[cfg(test)]
mod tests {
    use super::signed_length;

    #[test]
    fn lengths_of_constants() {
        for (n, length) in [
            (0, 1),
            (63, 1),
            (64, 2),
            (-64, 1),
            (-65, 2),
            (8191, 2),
            (8192, 3),
            (i64::from(i32::MAX), 5),
            (i64::MIN, 10),
        ] {
            assert_eq!(signed_length(n), length, "{n}");
        }
    }
}
