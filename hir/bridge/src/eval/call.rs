//! Calls, and the intrinsics that constants use.

use super::{Frame, Machine, Run, Stop, Value, float, parts, scalar, truth};
use crate::ids;
use std::{rc::Rc, sync::Arc};
use wrc_base::Span;
use wrc_thir::{
    Arg, BinOp, BodyOwner, Callee, ExprId, FnData, FnDef, IntTy, Resolved, Ty, subst_args,
};

/// The functions that panic.
const PANICS: &str = "core::panicking::";

impl Machine<'_> {
    pub(super) fn call(
        &mut self,
        frame: &mut Frame<'_>,
        id: ExprId,
        callee: &Callee,
        args: &[ExprId],
    ) -> Run<Value> {
        if let Callee::Fn(def, _) = callee
            && self.data(*def).path.as_str().starts_with(PANICS)
        {
            return Err(Stop::fail(frame.spans[id], "evaluation panicked"));
        }
        let values: Run<Vec<Value>> = args.iter().map(|it| self.expr(frame, *it)).collect();
        let values = values?;
        match callee {
            Callee::Fn(def, generics) => {
                let generics: Vec<Arg> = subst_args(generics, frame.args)
                    .iter()
                    .map(|arg| match arg {
                        Arg::Ty(ty) => Arg::Ty(self.cx.normalize(*ty)),
                        Arg::Const(c) => Arg::Const(self.cx.normalize_const(c)),
                    })
                    .collect();
                match self.cx.resolve(*def, &generics) {
                    Ok(Resolved::Fn(inst)) => {
                        let result = self.function(inst.def, &inst.args, values);
                        result.map_err(|stop| self.outside(stop, frame.spans[id]))
                    }
                    _ => Err(Stop::Unknown),
                }
            }
            Callee::Ctor(_, variant, _) => Ok(Value::Parts(*variant, Rc::new(values))),
            Callee::Ptr(_) | Callee::Value(..) => Err(Stop::Unknown),
        }
    }

    /// What fails in a function fails where it is called.
    fn outside(&self, stop: Stop, call: Span) -> Stop {
        let Stop::Fail(mut failure) = stop else {
            return stop;
        };
        if !self.cx.is_library_file(failure.span.file) {
            failure.inner = failure.inner.or(Some(failure.span));
        }
        failure.span = call;
        Stop::Fail(failure)
    }

    fn data(&self, def: FnDef) -> Arc<FnData> {
        let fns = &self.cx.tables.fns;
        fns.get_or(def, || self.cx.fn_data(ids::function_id(def)).into())
    }

    fn function(&mut self, def: FnDef, generics: &[Arg], values: Vec<Value>) -> Run<Value> {
        let data = self.data(def);
        if data.is_intrinsic {
            return self.intrinsic(data.name.as_str(), generics, &values);
        }
        self.run(BodyOwner::Fn(def), generics, values)
    }

    /// For rust-analyzer, too, the library computes with words of the program's
    /// width here.
    fn intrinsic(&mut self, name: &str, generics: &[Arg], values: &[Value]) -> Run<Value> {
        let word = self.width;
        let ty = generics.first().and_then(Arg::as_ty);
        let form = || {
            let form = ty.and_then(|ty| scalar::form_of(ty, super::PROGRAM));
            form.ok_or(Stop::Unknown)
        };
        let bits = |index: usize| {
            let bits = values.get(index).ok_or(Stop::Unknown)?.bits()?;
            Ok(scalar::cut(bits, form()?))
        };
        let result = |bits: u128| -> Run<Value> {
            let wide = ty.and_then(|ty| scalar::form_of(ty, word));
            let value = scalar::extend(bits, form()?) as u128;
            Ok(Value::Bits(scalar::cut(value, wide.ok_or(Stop::Unknown)?)))
        };
        let modular = |op| {
            let (bits, overflows) =
                scalar::modular(op, bits(0)?, bits(1)?, form()?).ok_or(Stop::Unknown)?;
            Ok((result(bits)?, overflows))
        };
        let plain = |op| {
            let count = scalar::form_of(Ty::int(IntTy::U32), word);
            let bits = scalar::binary(op, bits(0)?, bits(1)?, form()?, count.unwrap_or(form()?));
            result(bits.ok_or(Stop::Unknown)?)
        };
        Ok(match name {
            "str_bytes" => match values {
                [Value::Text(text)] => {
                    parts(text.bytes().map(|it| Value::Bits(it.into())).collect())
                }
                _ => return Err(Stop::Unknown),
            },
            "slice_len" => match values {
                [value] => match self.referent(value.clone())? {
                    Value::Parts(_, parts) => Value::Bits(parts.len() as u128),
                    _ => return Err(Stop::Unknown),
                },
                _ => return Err(Stop::Unknown),
            },
            "slice_array" => self.referent(values.first().ok_or(Stop::Unknown)?.clone())?,
            "slice_offset" => Value::Bits(0),
            "slice_from" => match values {
                [Value::Parts(_, elems), from, count] => {
                    let (from, count) = (from.bits()? as usize, count.bits()? as usize);
                    let elems = elems.get(from..).and_then(|it| it.get(..count));
                    parts(elems.ok_or(Stop::Unknown)?.to_vec())
                }
                _ => return Err(Stop::Unknown),
            },
            "array_ref" | "array_read" => match values {
                [array, index] => array.part(index.bits()? as usize)?,
                _ => return Err(Stop::Unknown),
            },
            "wrapping_add" | "unchecked_add" => modular(BinOp::Add)?.0,
            "wrapping_sub" | "unchecked_sub" => modular(BinOp::Sub)?.0,
            "wrapping_mul" | "unchecked_mul" => modular(BinOp::Mul)?.0,
            "add_with_overflow" => overflowing(modular(BinOp::Add)?),
            "sub_with_overflow" => overflowing(modular(BinOp::Sub)?),
            "mul_with_overflow" => overflowing(modular(BinOp::Mul)?),
            "unchecked_div" => plain(BinOp::Div)?,
            "unchecked_rem" => plain(BinOp::Rem)?,
            "unchecked_shl" => plain(BinOp::Shl)?,
            "unchecked_shr" => plain(BinOp::Shr)?,
            "ctpop" => Value::Bits(bits(0)?.count_ones().into()),
            "ctlz" => Value::Bits((bits(0)?.leading_zeros() - (128 - form()?.bits)).into()),
            "cttz" => Value::Bits(bits(0)?.trailing_zeros().min(form()?.bits).into()),
            "saturating_add" => match modular(BinOp::Add)? {
                (value, false) => value,
                (_, true) => result(scalar::limit(form()?, bits(1)?, false))?,
            },
            "saturating_sub" => match modular(BinOp::Sub)? {
                (value, false) => value,
                (_, true) => result(scalar::limit(form()?, bits(1)?, true))?,
            },
            "rotate_left" | "rotate_right" => {
                let (value, form) = (bits(0)?, form()?);
                let count =
                    (values.get(1).ok_or(Stop::Unknown)?.bits()? % u128::from(form.bits)) as u32;
                let left = match name {
                    "rotate_left" => count,
                    _ => (form.bits - count) % form.bits,
                };
                let high = value.checked_shl(left).unwrap_or(0);
                let low = value.checked_shr(form.bits - left).unwrap_or(0);
                result(scalar::cut(high | low, form))?
            }
            "bswap" => result(bits(0)?.swap_bytes() >> (128 - form()?.bits))?,
            "bitreverse" => result(bits(0)?.reverse_bits() >> (128 - form()?.bits))?,
            "size_of" => Value::Bits(self.size_of(ty.ok_or(Stop::Unknown)?)?.size),
            "align_of" => Value::Bits(self.size_of(ty.ok_or(Stop::Unknown)?)?.align),
            "transmute" => {
                let to = generics.get(1).and_then(Arg::as_ty).ok_or(Stop::Unknown)?;
                let value = values.first().ok_or(Stop::Unknown)?;
                self.transmute(value, ty.ok_or(Stop::Unknown)?, to)?
            }
            _ if name.starts_with("f32_") || name.starts_with("f64_") => {
                let args: Run<Vec<u128>> = values.iter().map(Value::bits).collect();
                Value::Bits(float::function(name, &args?).ok_or(Stop::Unknown)?)
            }
            "ptr_read" => self.referent(values.first().ok_or(Stop::Unknown)?.clone())?,
            "ptr_write" => match values {
                [Value::Place(place), value] => {
                    self.write(place, value.clone())?;
                    super::unit()
                }
                _ => return Err(Stop::Unknown),
            },
            _ => return Err(Stop::Unknown),
        })
    }
}

fn overflowing((value, overflows): (Value, bool)) -> Value {
    parts(vec![value, truth(overflows)])
}
