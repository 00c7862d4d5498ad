//! Gives a module what it imports.

use super::{Host, Text, js_string, wasi, wrc};
use wasmtime::{
    Caller, Error, Extern, ExternType, Func, FuncType, Global, Module, Result, Store, Val,
    format_err,
};

/// A host function: arguments to an optional result. The import's declaration
/// has been compared with the number of both before.
pub type HostFn = fn(&mut Caller<'_, Host>, &[Val]) -> Result<Option<Val>>;

/// A row of a table of host functions.
pub struct Row {
    pub name: &'static str,
    pub params: usize,
    pub results: usize,
    pub func: HostFn,
}

/// Whether the imports' declarations agree in detail (which array type, null
/// or not) is checked by the engine when values are passed: functions are
/// made with the types the module declares.
pub fn imports(store: &mut Store<Host>, module: &Module) -> Result<Vec<Extern>> {
    let mut externs = Vec::new();
    for import in module.imports() {
        let (from, name) = (import.module(), import.name());
        let unknown = || {
            format_err!(
                "the program imports `{from}.{name}`, which only JavaScript has; \
                 `--host node` runs it there"
            )
        };
        let value = match (import.ty(), from) {
            (ExternType::Global(ty), "'") => {
                let text = Text::new(name).into_val(&mut *store)?;
                Global::new(&mut *store, ty, text)?.into()
            }
            (ExternType::Func(ty), _) => {
                let rows = match from {
                    "wasm:js-string" => [js_string::FUNCTIONS, &[]],
                    "wrc" => [wrc::FUNCTIONS, wrc::MATH],
                    "wasi_snapshot_preview1" => {
                        let row = wasi::FUNCTIONS.iter().find(|row| row.name == name);
                        externs.push(match row {
                            Some(row) => func(store, ty, row)?.into(),
                            None => refused(store, ty).into(),
                        });
                        continue;
                    }
                    _ => return Err(unknown()),
                };
                let row = rows
                    .into_iter()
                    .flatten()
                    .find(|row| row.name == name)
                    .ok_or_else(unknown)?;
                func(store, ty, row)?.into()
            }
            _ => return Err(unknown()),
        };
        externs.push(value);
    }
    Ok(externs)
}

fn func(store: &mut Store<Host>, ty: FuncType, row: &'static Row) -> Result<Func> {
    if ty.params().len() != row.params || ty.results().len() != row.results {
        let name = row.name;
        return Err(Error::msg(format!(
            "the type of the import `{name}` is wrong"
        )));
    }
    let func = row.func;
    Ok(Func::new(store, ty, move |mut caller, params, results| {
        let result = func(&mut caller, params)?;
        if let (Some(value), [place]) = (result, results) {
            *place = value;
        }
        Ok(())
    }))
}

/// A function of WASI that answers that it is not there.
fn refused(store: &mut Store<Host>, ty: FuncType) -> Func {
    Func::new(store, ty, |_, _, results| {
        results.fill(Val::I32(wasi::NOSYS));
        Ok(())
    })
}

pub fn i32_arg(val: &Val) -> Result<i32> {
    val.i32().ok_or_else(|| wrong("i32"))
}

pub fn f64_arg(val: &Val) -> Result<f64> {
    val.f64().ok_or_else(|| wrong("f64"))
}

pub fn f32_arg(val: &Val) -> Result<f32> {
    val.f32().ok_or_else(|| wrong("f32"))
}

fn wrong(wanted: &str) -> Error {
    format_err!("an argument is not of type `{wanted}`")
}
