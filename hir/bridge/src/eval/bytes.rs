//! Sizes, and values as the bytes they consist of.

use super::{Machine, Run, Stop, Value, float, parts, scalar};
use crate::ids;
use wrc_thir::{AdtKind, Arg, Const, FloatTy, Ty, TyKind, subst};

/// Size and alignment.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub size: u128,
    pub align: u128,
}

impl Machine<'_> {
    /// Of numbers and of what is made of them: rustc orders fields so that
    /// nothing is lost between them. In the program, whatever `width` is.
    pub(super) fn size_of(&self, ty: Ty) -> Run<Size> {
        let scalar = |size| Size { size, align: size };
        Ok(match ty.kind() {
            TyKind::Bool => scalar(1),
            TyKind::Char => scalar(4),
            TyKind::Float(FloatTy::F32) => scalar(4),
            TyKind::Float(FloatTy::F64) => scalar(8),
            TyKind::Int(_) => {
                let form = scalar::form_of(ty, super::PROGRAM).ok_or(Stop::Unknown)?;
                scalar((form.bits / 8).into())
            }
            TyKind::Array(elem, Const::Value(len)) => {
                let elem = self.size_of(self.cx.normalize(*elem))?;
                let size = elem.size.checked_mul(*len).ok_or(Stop::Unknown)?;
                Size { size, ..elem }
            }
            TyKind::Tuple(tys) => self.size_of_all(tys.iter().copied())?,
            TyKind::Adt(def, args) => {
                let data = self.cx.adt_data(ids::adt_id(*def));
                let [variant] = &data.variants[..] else {
                    return Err(Stop::Layout);
                };
                if data.kind != AdtKind::Struct || data.layout != Default::default() {
                    return Err(Stop::Layout);
                }
                let args: Vec<Arg> = args.to_vec();
                let tys = variant.fields.iter().map(|field| subst(field.ty, &args));
                self.size_of_all(tys)?
            }
            _ => return Err(Stop::Layout),
        })
    }

    fn size_of_all(&self, tys: impl Iterator<Item = Ty>) -> Run<Size> {
        let mut whole = Size { size: 0, align: 1 };
        for ty in tys {
            let part = self.size_of(self.cx.normalize(ty))?;
            whole.size += part.size;
            whole.align = whole.align.max(part.align);
        }
        whole.size = whole.size.next_multiple_of(whole.align);
        Ok(whole)
    }

    /// The same bytes as a value of another type.
    pub(super) fn transmute(&self, value: &Value, from: Ty, to: Ty) -> Run<Value> {
        let mut bytes = Vec::new();
        self.write_value(value, self.cx.normalize(from), &mut bytes)?;
        let mut rest = &bytes[..];
        let result = self.read_value(self.cx.normalize(to), &mut rest)?;
        match rest {
            [] => Ok(result),
            _ => Err(Stop::Unknown),
        }
    }

    fn write_value(&self, value: &Value, ty: Ty, out: &mut Vec<u8>) -> Run<()> {
        match (ty.kind(), value) {
            (TyKind::Array(elem, _), Value::Parts(_, parts)) => {
                let elem = self.cx.normalize(*elem);
                parts
                    .iter()
                    .try_for_each(|it| self.write_value(it, elem, out))
            }
            (_, Value::Bits(bits)) => {
                let size = self.size_of(ty)?.size as usize;
                out.extend_from_slice(&bits.to_le_bytes()[..size]);
                Ok(())
            }
            _ => Err(Stop::Unknown),
        }
    }

    fn read_value(&self, ty: Ty, bytes: &mut &[u8]) -> Run<Value> {
        if let TyKind::Array(elem, Const::Value(len)) = ty.kind() {
            let elem = self.cx.normalize(*elem);
            let elems: Run<Vec<Value>> = (0..*len).map(|_| self.read_value(elem, bytes)).collect();
            return Ok(parts(elems?));
        }
        if float::float_of(ty).is_none() && scalar::form_of(ty, self.width).is_none() {
            return Err(Stop::Unknown);
        }
        let size = self.size_of(ty)?.size as usize;
        let (now, rest) = bytes.split_at_checked(size).ok_or(Stop::Unknown)?;
        *bytes = rest;
        let bits = now
            .iter()
            .rev()
            .fold(0, |bits, it| bits << 8 | u128::from(*it));
        Ok(Value::Bits(bits))
    }
}
