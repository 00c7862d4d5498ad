//! The builtins of `wasm:js-string`.

use super::{
    Host,
    link::{Row, i32_arg},
    text::{Text, text, units},
};
use std::cmp::Ordering;
use wasmtime::{ArrayRef, Caller, Error, Result, Rooted, Trap, Val};

macro_rules! rows {
    ($($name:literal $func:ident ($params:literal);)*) => {
        pub const FUNCTIONS: &[Row] = &[$(Row {
            name: $name,
            params: $params,
            results: 1,
            func: $func,
        },)*];
    };
}

rows! {
    "cast" cast(1);
    "test" test(1);
    "fromCharCodeArray" from_char_code_array(3);
    "intoCharCodeArray" into_char_code_array(3);
    "fromCharCode" from_char_code(1);
    "fromCodePoint" from_code_point(1);
    "charCodeAt" char_code_at(2);
    "codePointAt" code_point_at(2);
    "length" length(1);
    "concat" concat(2);
    "substring" substring(3);
    "equals" equals(2);
    "compare" compare(2);
}

type Output = Result<Option<Val>>;

fn number(value: i32) -> Output {
    Ok(Some(Val::I32(value)))
}

fn new(caller: &mut Caller<'_, Host>, units: Vec<u16>) -> Output {
    Text(units).into_val(caller).map(Some)
}

fn trap(trap: Trap) -> Error {
    Error::new(trap)
}

fn cast(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    units(caller, &args[0])?;
    Ok(Some(args[0]))
}

fn test(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    number(text(caller, &args[0])?.is_some().into())
}

fn array(caller: &mut Caller<'_, Host>, val: &Val) -> Result<Rooted<ArrayRef>> {
    let object = val
        .anyref()
        .flatten()
        .ok_or_else(|| trap(Trap::NullReference))?;
    let array = object.as_array(&*caller)?;
    array.ok_or_else(|| trap(Trap::CastFailure))
}

fn from_char_code_array(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let array = array(caller, &args[0])?;
    let (start, end) = (i32_arg(&args[1])? as u32, i32_arg(&args[2])? as u32);
    if start > end || end > array.len(&*caller)? {
        return Err(trap(Trap::ArrayOutOfBounds));
    }
    let mut units = Vec::with_capacity((end - start) as usize);
    for index in start..end {
        units.push(i32_arg(&array.get(&mut *caller, index)?)? as u16);
    }
    new(caller, units)
}

fn into_char_code_array(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let units = units(caller, &args[0])?.to_vec();
    let array = array(caller, &args[1])?;
    let start = i32_arg(&args[2])? as u32;
    let room = array.len(&*caller)?.checked_sub(start);
    if room.is_none_or(|room| (room as usize) < units.len()) {
        return Err(trap(Trap::ArrayOutOfBounds));
    }
    for (index, unit) in (start..).zip(&units) {
        array.set(&mut *caller, index, Val::I32((*unit).into()))?;
    }
    number(units.len() as i32)
}

fn from_char_code(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let unit = i32_arg(&args[0])? as u16;
    new(caller, vec![unit])
}

fn from_code_point(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let code = i32_arg(&args[0])? as u32;
    let units = match char::from_u32(code) {
        Some(c) => c.encode_utf16(&mut [0; 2]).to_vec(),
        // A lone surrogate is a code point, too.
        None => vec![u16::try_from(code).map_err(|_| trap(Trap::UnreachableCodeReached))?],
    };
    new(caller, units)
}

fn char_code_at(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let index = i32_arg(&args[1])? as u32 as usize;
    let unit = units(caller, &args[0])?.get(index);
    let unit = unit.ok_or_else(|| trap(Trap::UnreachableCodeReached))?;
    number((*unit).into())
}

fn code_point_at(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let index = i32_arg(&args[1])? as u32 as usize;
    let rest = units(caller, &args[0])?.get(index..).unwrap_or_default();
    let first = char::decode_utf16(rest.iter().copied()).next();
    match first.ok_or_else(|| trap(Trap::UnreachableCodeReached))? {
        Ok(c) => number(c as i32),
        Err(lone) => number(lone.unpaired_surrogate().into()),
    }
}

fn length(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    number(units(caller, &args[0])?.len() as i32)
}

fn concat(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let both = [units(caller, &args[0])?, units(caller, &args[1])?].concat();
    new(caller, both)
}

fn substring(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let all = units(caller, &args[0])?;
    let start = i32_arg(&args[1])? as u32 as usize;
    let end = (i32_arg(&args[2])? as u32 as usize).min(all.len());
    let part = all.get(start..end).unwrap_or_default().to_vec();
    new(caller, part)
}

fn equals(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    // Two nulls are equal.
    let both = [text(caller, &args[0])?, text(caller, &args[1])?];
    number((both[0] == both[1]).into())
}

fn compare(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let order = units(caller, &args[0])?.cmp(units(caller, &args[1])?);
    number(match order {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    })
}
