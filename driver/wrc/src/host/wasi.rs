//! The functions of module `wasi_snapshot_preview1`, for programs of
//! ownership mode: standard streams, arguments, environment, clocks, random
//! numbers and the end. There are no files: the others answer `NOSYS`.
//!
//! Numbers and layouts are those of WASI 0.1: structures lie in the memory
//! that the program exports as `memory`, little endian.

use super::{
    Exit, Host,
    link::{Row, i32_arg},
};
use std::{
    hash::{BuildHasher, Hasher, RandomState},
    io::{self, BufRead},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use wasmtime::{Caller, Error, Extern, Memory, Result, Val, format_err};

macro_rules! rows {
    ($($func:ident($params:literal) -> $results:literal;)*) => {
        pub const FUNCTIONS: &[Row] = &[$(Row {
            name: stringify!($func),
            params: $params,
            results: $results,
            func: $func,
        },)*];
    };
}

rows! {
    args_get(2) -> 1;
    args_sizes_get(2) -> 1;
    environ_get(2) -> 1;
    environ_sizes_get(2) -> 1;
    clock_res_get(2) -> 1;
    clock_time_get(3) -> 1;
    fd_close(1) -> 1;
    fd_fdstat_get(2) -> 1;
    fd_filestat_get(2) -> 1;
    fd_prestat_get(2) -> 1;
    fd_read(4) -> 1;
    fd_seek(4) -> 1;
    fd_write(4) -> 1;
    poll_oneoff(4) -> 1;
    proc_exit(1) -> 0;
    random_get(2) -> 1;
    sched_yield(0) -> 1;
}

/// Error numbers.
const SUCCESS: i32 = 0;
const BADF: i32 = 8;
const INVAL: i32 = 28;
const IO: i32 = 29;
/// What functions answer that are not in the table.
pub const NOSYS: i32 = 52;
const PIPE: i32 = 64;
const SPIPE: i32 = 70;

const STDIN: i32 = 0;
const STDOUT: i32 = 1;
const STDERR: i32 = 2;

const REALTIME: i32 = 0;
const MONOTONIC: i32 = 1;

/// The file type of a terminal or the like.
const CHARACTER_DEVICE: u8 = 2;

type Cx<'a> = Caller<'a, Host>;
type Output = Result<Option<Val>>;

fn errno(number: i32) -> Output {
    Ok(Some(Val::I32(number)))
}

fn memory(caller: &mut Cx<'_>) -> Result<Memory> {
    match caller.get_export("memory") {
        Some(Extern::Memory(memory)) => Ok(memory),
        _ => Err(format_err!("the program exports no `memory`")),
    }
}

fn write(caller: &mut Cx<'_>, at: usize, bytes: &[u8]) -> Result<()> {
    let memory = memory(caller)?;
    Ok(memory.write(caller, at, bytes)?)
}

fn write_u32(caller: &mut Cx<'_>, at: usize, value: usize) -> Result<()> {
    write(caller, at, &(value as u32).to_le_bytes())
}

fn read<const N: usize>(caller: &mut Cx<'_>, at: usize) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    let memory = memory(caller)?;
    memory.read(caller, at, &mut bytes)?;
    Ok(bytes)
}

fn read_u32(caller: &mut Cx<'_>, at: usize) -> Result<usize> {
    Ok(u32::from_le_bytes(read(caller, at)?) as usize)
}

/// An argument that is an address or a length.
fn size(val: &Val) -> Result<usize> {
    Ok(i32_arg(val)? as u32 as usize)
}

/// The parts of a buffer: addresses and lengths.
fn parts(caller: &mut Cx<'_>, args: &[Val]) -> Result<Vec<(usize, usize)>> {
    let (at, count) = (size(&args[0])?, size(&args[1])?);
    let part = |index| {
        let at = at + 8 * index;
        Ok((read_u32(caller, at)?, read_u32(caller, at + 4)?))
    };
    (0..count).map(part).collect()
}

fn write_strings(caller: &mut Cx<'_>, args: &[Val], strings: &[Vec<u8>]) -> Output {
    let (pointers, mut at) = (size(&args[0])?, size(&args[1])?);
    for (index, string) in strings.iter().enumerate() {
        write_u32(caller, pointers + 4 * index, at)?;
        write(caller, at, string)?;
        at += string.len();
    }
    errno(SUCCESS)
}

fn write_sizes(caller: &mut Cx<'_>, args: &[Val], strings: &[Vec<u8>]) -> Output {
    write_u32(caller, size(&args[0])?, strings.len())?;
    let bytes = strings.iter().map(Vec::len).sum();
    write_u32(caller, size(&args[1])?, bytes)?;
    errno(SUCCESS)
}

fn terminated(text: &str) -> Vec<u8> {
    text.bytes().chain([0]).collect()
}

fn arguments(caller: &Cx<'_>) -> Vec<Vec<u8>> {
    let args = &caller.data().args;
    args.iter().map(|arg| terminated(arg)).collect()
}

fn environment() -> Vec<Vec<u8>> {
    std::env::vars_os()
        .map(|(name, value)| {
            terminated(&format!(
                "{}={}",
                name.to_string_lossy(),
                value.to_string_lossy()
            ))
        })
        .collect()
}

fn args_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let strings = arguments(caller);
    write_strings(caller, args, &strings)
}

fn args_sizes_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let strings = arguments(caller);
    write_sizes(caller, args, &strings)
}

fn environ_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    write_strings(caller, args, &environment())
}

fn environ_sizes_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    write_sizes(caller, args, &environment())
}

fn clock_res_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    write(caller, size(&args[1])?, &1_u64.to_le_bytes())?;
    errno(SUCCESS)
}

/// Nanoseconds of a clock.
fn clock(caller: &Cx<'_>, id: i32) -> Option<u64> {
    let time = match id {
        REALTIME => SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default(),
        MONOTONIC => caller.data().start.elapsed(),
        _ => return None,
    };
    Some(time.as_nanos() as u64)
}

fn clock_time_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let Some(time) = clock(caller, i32_arg(&args[0])?) else {
        return errno(INVAL);
    };
    write(caller, size(&args[2])?, &time.to_le_bytes())?;
    errno(SUCCESS)
}

fn is_stream(fd: &Val) -> Result<bool> {
    Ok([STDIN, STDOUT, STDERR].contains(&i32_arg(fd)?))
}

fn fd_close(_: &mut Cx<'_>, args: &[Val]) -> Output {
    errno(if is_stream(&args[0])? { SUCCESS } else { BADF })
}

fn fd_fdstat_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    if !is_stream(&args[0])? {
        return errno(BADF);
    }
    let mut stat = [0; 24];
    stat[0] = CHARACTER_DEVICE;
    write(caller, size(&args[1])?, &stat)?;
    errno(SUCCESS)
}

fn fd_filestat_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    if !is_stream(&args[0])? {
        return errno(BADF);
    }
    let mut stat = [0; 64];
    stat[16] = CHARACTER_DEVICE;
    write(caller, size(&args[1])?, &stat)?;
    errno(SUCCESS)
}

/// No folder is open.
fn fd_prestat_get(_: &mut Cx<'_>, _: &[Val]) -> Output {
    errno(BADF)
}

fn fd_read(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    if i32_arg(&args[0])? != STDIN {
        return errno(BADF);
    }
    let parts = parts(caller, &args[1..])?;
    let Some((at, len)) = parts.into_iter().find(|(_, len)| *len > 0) else {
        write_u32(caller, size(&args[3])?, 0)?;
        return errno(SUCCESS);
    };
    caller.data_mut().console.flush();
    let mut stdin = io::stdin().lock();
    let bytes = match stdin.fill_buf() {
        Ok(bytes) => bytes[..bytes.len().min(len)].to_vec(),
        Err(_) => return errno(IO),
    };
    stdin.consume(bytes.len());
    write(caller, at, &bytes)?;
    write_u32(caller, size(&args[3])?, bytes.len())?;
    errno(SUCCESS)
}

fn fd_seek(_: &mut Cx<'_>, args: &[Val]) -> Output {
    errno(if is_stream(&args[0])? { SPIPE } else { BADF })
}

fn fd_write(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let fd = i32_arg(&args[0])?;
    if ![STDOUT, STDERR].contains(&fd) {
        return errno(BADF);
    }
    let mut bytes = Vec::new();
    for (at, len) in parts(caller, &args[1..])? {
        let memory = memory(caller)?;
        let part = at.checked_add(len).map(|end| at..end);
        let part = part.and_then(|part| memory.data(&*caller).get(part));
        bytes.extend_from_slice(part.ok_or_else(|| format_err!("out of bounds memory access"))?);
    }
    let console = &mut caller.data_mut().console;
    if fd == STDERR {
        console.err(&bytes);
    } else if let Err(error) = console.out(&bytes) {
        return errno(match error.kind() {
            io::ErrorKind::BrokenPipe => PIPE,
            _ => IO,
        });
    }
    write_u32(caller, size(&args[3])?, bytes.len())?;
    errno(SUCCESS)
}

/// Waits for one clock: how programs sleep. Other events are not waited for.
///
/// ```text
/// subscription, 48 bytes:  0 userdata  8 kind (0: clock)  16 clock  24 timeout  40 flags (1: absolute)
/// event, 32 bytes:         0 userdata  8 errno  10 kind
/// ```
fn poll_oneoff(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let (from, to, count) = (size(&args[0])?, size(&args[1])?, size(&args[2])?);
    let subscription: [u8; 48] = read(caller, from)?;
    if count != 1 || subscription[8] != 0 {
        return errno(NOSYS);
    }
    let number = |at: usize| {
        let bytes = subscription[at..at + 8].try_into();
        u64::from_le_bytes(bytes.expect("eight bytes"))
    };
    let mut timeout = number(24);
    if subscription[40] & 1 != 0 {
        let Some(now) = clock(caller, number(16) as u32 as i32) else {
            return errno(INVAL);
        };
        timeout = timeout.saturating_sub(now);
    }
    caller.data_mut().console.flush();
    thread::sleep(Duration::from_nanos(timeout));
    let mut event = [0; 32];
    event[..8].copy_from_slice(&subscription[..8]);
    write(caller, to, &event)?;
    write_u32(caller, size(&args[3])?, 1)?;
    errno(SUCCESS)
}

fn proc_exit(_: &mut Cx<'_>, args: &[Val]) -> Output {
    Err(Error::new(Exit(i32_arg(&args[0])?)))
}

fn random_get(caller: &mut Cx<'_>, args: &[Val]) -> Output {
    let (at, len) = (size(&args[0])?, size(&args[1])?);
    for from in (0..len).step_by(8) {
        let bits = RandomState::new().build_hasher().finish().to_le_bytes();
        write(caller, at + from, &bits[..8.min(len - from)])?;
    }
    errno(SUCCESS)
}

fn sched_yield(_: &mut Cx<'_>, _: &[Val]) -> Output {
    thread::yield_now();
    errno(SUCCESS)
}
