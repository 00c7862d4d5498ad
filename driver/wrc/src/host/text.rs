//! Strings of the host.

use super::Host;
use wasmtime::{AsContextMut, Caller, ExternRef, Result, Val, format_err};

/// A host string: UTF-16 code units, as JavaScript's strings are.
pub struct Text(pub Vec<u16>);

impl Text {
    pub fn new(text: &str) -> Text {
        Text(text.encode_utf16().collect())
    }

    /// One code unit for each byte.
    pub fn from_bytes(bytes: &[u8]) -> Text {
        Text(bytes.iter().map(|byte| (*byte).into()).collect())
    }

    /// As a value of the program.
    pub fn into_val(self, store: impl AsContextMut) -> Result<Val> {
        Ok(Val::ExternRef(Some(ExternRef::new(store, self)?)))
    }
}

/// The code units of a string argument; null or another object traps.
pub fn units<'a>(caller: &'a Caller<'_, Host>, val: &Val) -> Result<&'a [u16]> {
    text(caller, val)?.ok_or_else(|| format_err!("an argument is not a string"))
}

/// The code units, if the argument is a string.
pub fn text<'a>(caller: &'a Caller<'_, Host>, val: &Val) -> Result<Option<&'a [u16]>> {
    let Some(Some(object)) = val.externref() else {
        return Ok(None);
    };
    let data = object.data(caller)?;
    let text = data.and_then(|data| data.downcast_ref::<Text>());
    Ok(text.map(|text| text.0.as_slice()))
}

/// The string as UTF-8; a lone surrogate becomes the replacement character.
pub fn string(caller: &Caller<'_, Host>, val: &Val) -> Result<String> {
    Ok(String::from_utf16_lossy(units(caller, val)?))
}
