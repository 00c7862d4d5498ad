//! The functions of module `wrc`.

use super::{
    Exit, Host,
    link::{Row, f32_arg, f64_arg, i32_arg},
    number,
    text::{Text, string, units},
};
use std::{
    hash::{BuildHasher, Hasher, RandomState},
    time::{SystemTime, UNIX_EPOCH},
};
use wasmtime::{Caller, Error, Result, Val};

macro_rules! rows {
    ($($name:literal $func:ident ($params:literal) -> $results:literal;)*) => {
        pub const FUNCTIONS: &[Row] = &[$(Row {
            name: $name,
            params: $params,
            results: $results,
            func: $func,
        },)*];
    };
}

/// Rows of functions on `f64` that are the standard library's.
macro_rules! math {
    ($($name:ident($($arg:literal),*) = $method:ident;)*) => {
        pub const MATH: &[Row] = &[$(Row {
            name: stringify!($name),
            params: [$($arg),*].len(),
            results: 1,
            func: |_, args| Ok(Some(Val::from(f64::$method($(f64_arg(&args[$arg])?),*)))),
        },)*];
    };
}

math! {
    sin(0) = sin;
    cos(0) = cos;
    tan(0) = tan;
    asin(0) = asin;
    acos(0) = acos;
    atan(0) = atan;
    atan2(0, 1) = atan2;
    sinh(0) = sinh;
    cosh(0) = cosh;
    tanh(0) = tanh;
    exp(0) = exp;
    expm1(0) = exp_m1;
    log(0) = ln;
    log2(0) = log2;
    log10(0) = log10;
    log1p(0) = ln_1p;
    pow(0, 1) = powf;
    cbrt(0) = cbrt;
    hypot(0, 1) = hypot;
}

rows! {
    "out" out(1) -> 0;
    "err" err(1) -> 0;
    "outb" outb(1) -> 0;
    "errb" errb(1) -> 0;
    "panic" panic(1) -> 0;
    "exit" exit(1) -> 0;
    "arg" arg(1) -> 1;
    "env" env(1) -> 1;
    "line" line(0) -> 1;
    "now" now(0) -> 1;
    "mono" mono(0) -> 1;
    "random" random(0) -> 1;
    "f64s" f64s(1) -> 1;
    "f32s" f32s(1) -> 1;
    "f64fix" f64fix(2) -> 1;
    "f64exp" f64exp(2) -> 1;
}

/// Exit code of a program that panicked.
const PANICKED: i32 = 101;

type Output = Result<Option<Val>>;

fn new(caller: &mut Caller<'_, Host>, text: &str) -> Output {
    Text::new(text).into_val(caller).map(Some)
}

const NULL: Output = Ok(Some(Val::ExternRef(None)));

/// The string as bytes, one per code unit.
fn bytes(caller: &Caller<'_, Host>, val: &Val) -> Result<Vec<u8>> {
    Ok(units(caller, val)?.iter().map(|unit| *unit as u8).collect())
}

fn write_out(caller: &mut Caller<'_, Host>, bytes: &[u8]) -> Output {
    let console = &mut caller.data_mut().console;
    if let Err(error) = console.out(bytes) {
        console.err(format!("failed printing to stdout: {error}\n").as_bytes());
        return Err(Error::new(Exit(PANICKED)));
    }
    Ok(None)
}

fn out(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = string(caller, &args[0])?;
    write_out(caller, text.as_bytes())
}

fn outb(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let bytes = bytes(caller, &args[0])?;
    write_out(caller, &bytes)
}

fn err(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = string(caller, &args[0])?;
    caller.data_mut().console.err(text.as_bytes());
    Ok(None)
}

fn errb(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let bytes = bytes(caller, &args[0])?;
    caller.data_mut().console.err(&bytes);
    Ok(None)
}

fn panic(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let message = String::from_utf8_lossy(&bytes(caller, &args[0])?).into_owned();
    let host = caller.data_mut();
    let (head, text) = message.split_once(":\n").unwrap_or(("", &message));
    host.panic = Some(text.trim_end_matches('\n').to_owned());
    let head = head.replacen("thread 'main'", &format!("thread '{}'", host.thread), 1);
    let shown = match head.is_empty() {
        true => message,
        false => format!("{head}:\n{text}"),
    };
    host.console.err(shown.as_bytes());
    Err(Error::new(Exit(PANICKED)))
}

fn exit(_: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    Err(Error::new(Exit(i32_arg(&args[0])?)))
}

fn arg(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let index = i32_arg(&args[0])? as u32 as usize;
    match caller.data().args.get(index).cloned() {
        Some(arg) => new(caller, &arg),
        None => NULL,
    }
}

fn env(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let name = string(caller, &args[0])?;
    // `var_os` panics on names that cannot exist.
    if name.is_empty() || name.contains(['=', '\0']) {
        return NULL;
    }
    match std::env::var_os(name) {
        Some(value) => new(caller, &value.to_string_lossy()),
        None => NULL,
    }
}

fn line(caller: &mut Caller<'_, Host>, _: &[Val]) -> Output {
    let line = caller.data_mut().console.line()?;
    match line.as_slice() {
        [] => NULL,
        bytes => Text::from_bytes(bytes).into_val(caller).map(Some),
    }
}

fn now(_: &mut Caller<'_, Host>, _: &[Val]) -> Output {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Ok(Some(Val::from(since.as_secs_f64() * 1e3)))
}

fn mono(caller: &mut Caller<'_, Host>, _: &[Val]) -> Output {
    let since = caller.data().start.elapsed();
    Ok(Some(Val::from(since.as_secs_f64() * 1e3)))
}

fn random(_: &mut Caller<'_, Host>, _: &[Val]) -> Output {
    let bits = RandomState::new().build_hasher().finish();
    Ok(Some(Val::I64(bits as i64)))
}

fn f64s(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = number::shortest(f64_arg(&args[0])?);
    new(caller, &text)
}

fn f32s(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = number::shortest_f32(f32_arg(&args[0])?);
    new(caller, &text)
}

fn f64fix(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = number::fixed(f64_arg(&args[0])?, i32_arg(&args[1])?);
    new(caller, &text)
}

fn f64exp(caller: &mut Caller<'_, Host>, args: &[Val]) -> Output {
    let text = number::exponential(f64_arg(&args[0])?, i32_arg(&args[1])?);
    new(caller, &text)
}
