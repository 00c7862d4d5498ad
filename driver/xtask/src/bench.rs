//! Sizes and times of the programs in `tests/bench`.
//!
//! A program with `run(n)` is timed under the pinned node: the least of 15
//! runs after warming up. Others only have a size. The peers' figures were
//! measured with the same programs on another machine: sizes compare, times
//! only roughly.

use std::{fs, path::Path, path::PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// A program's `n`, what to reach, and what MoonBit (wasm-gc) and rustc
/// (linear memory, `opt-level = "z"` for sizes and 3 for times) reach.
struct Row {
    name: &'static str,
    n: Option<u32>,
    bytes: u64,
    peer_bytes: [Option<u64>; 2],
    ms: Option<f64>,
    peer_ms: [Option<f64>; 2],
}

const fn row(
    name: &'static str,
    n: u32,
    bytes: u64,
    peer_bytes: [Option<u64>; 2],
    ms: f64,
    peer_ms: [Option<f64>; 2],
) -> Row {
    Row {
        name,
        n: Some(n),
        bytes,
        peer_bytes,
        ms: Some(ms),
        peer_ms,
    }
}

const fn program(name: &'static str, bytes: u64, peer_bytes: [Option<u64>; 2]) -> Row {
    Row {
        name,
        n: None,
        bytes,
        peer_bytes,
        ms: None,
        peer_ms: [None, None],
    }
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    program("hello", 70, [Some(259), Some(34_840)]),
    program("print_i32", 350, [Some(1657), None]),
    program("print_f64", 2600, [Some(7050), None]),
    row("fib", 30, 90, [Some(289), Some(96)], 1.3, [Some(1.80), Some(1.28)]),
    row("trees", 12, 500, [Some(1903), Some(11_904)], 3.2, [Some(3.37), Some(15.17)]),
    row("treesopt", 12, 400, [None, None], 3.2, [None, Some(7.30)]),
    row("sort", 100_000, 700, [Some(2338), Some(13_366)], 7.5, [Some(9.29), Some(7.53)]),
    row("stdsort", 100_000, 2000, [Some(4459), Some(17_636)], 4.0, [Some(19.14), Some(2.23)]),
    row("strbuild", 30_000, 900, [Some(2415), Some(13_595)], 0.9, [Some(1.12), Some(0.86)]),
    row("wordcount", 30_000, 2300, [Some(4216), Some(17_521)], 1.5, [Some(1.91), Some(1.99)]),
    row("nbody", 20_000, 1200, [Some(7887), Some(14_006)], 1.0, [Some(1.00), Some(1.00)]),
    row("hashmap", 100_000, 1500, [Some(3653), Some(14_795)], 1.6, [Some(11.16), Some(2.48)]),
];

/// Prints the rows whose name contains `filter`; without one also the times
/// to start a module and to compile.
pub(crate) fn run(sh: &Shell, filter: Option<&str>) -> Result<()> {
    cmd!(sh, "cargo build --release --locked -q -p wrc").run()?;
    let out = sh.create_temp_dir()?;
    let out = out.path();
    println!("| program | bytes | aim | MoonBit | rustc | ms | aim | MoonBit | rustc | result |");
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for row in ROWS
        .iter()
        .filter(|row| filter.is_none_or(|text| row.name.contains(text)))
    {
        print_row(sh, row, out)?;
    }
    if filter.is_none() {
        println!("\n| what | measured | aim |\n|---|---|---|");
        start(sh, out)?;
        compile_hello(sh, out)?;
        compile_generics(sh, out)?;
    }
    Ok(())
}

fn print_row(sh: &Shell, row: &Row, out: &Path) -> Result<()> {
    let name = row.name;
    let source = format!("tests/bench/{name}.rs");
    let built = cmd!(sh, "target/release/wrc build --release {source} -o {out}");
    let [moonbit, rustc] = row.peer_bytes.map(cell);
    if let Err(error) = built.quiet().ignore_stdout().run() {
        println!(
            "| {name} | {error} | {} | {moonbit} | {rustc} | | | | | |",
            row.bytes
        );
        return Ok(());
    }
    let module = out.join(name).with_extension("wasm");
    let bytes = fs::metadata(&module)?.len();
    let timed = match row.n {
        None => " | | | | ".to_owned(),
        Some(n) => {
            let (script, n) = (module.with_extension("js"), n.to_string());
            let node = node()?;
            let text = cmd!(sh, "{node} tests/bench/time.mjs {script} {n}")
                .quiet()
                .read()?;
            let (ms, result) = text.split_once(' ').context("two numbers")?;
            let [moonbit, rustc] = row.peer_ms.map(cell);
            format!("{ms} | {} | {moonbit} | {rustc} | {result}", cell(row.ms))
        }
    };
    println!(
        "| {name} | {bytes} | {} | {moonbit} | {rustc} | {timed} |",
        row.bytes
    );
    Ok(())
}

fn cell(value: Option<impl ToString>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

/// From a module's bytes to the end of its first call: the least of five
/// processes.
fn start(sh: &Shell, out: &Path) -> Result<()> {
    let script = out.join("trees.js");
    let node = node()?;
    let mut least = f64::INFINITY;
    for _ in 0..5 {
        let text = cmd!(sh, "{node} tests/bench/start.mjs {script}")
            .quiet()
            .read()?;
        least = least.min(text.trim().parse()?);
    }
    println!("| `trees`: instantiated and called once, node | {least} ms | 1 ms |");
    Ok(())
}

fn compile_hello(sh: &Shell, out: &Path) -> Result<()> {
    let out = out.display();
    let wrc = format!("target/release/wrc build --release tests/bench/hello.rs -o {out}");
    let time = cpu_time(sh, &wrc, None)?;
    println!("| `wrc build --release` of hello, CPU | {time:.3} s | 0.25 s |");
    Ok(())
}

/// Against `cargo build` with a rustc that has a library for wasm32: with the
/// library's bodies kept from the build before, and from the beginning.
fn compile_generics(sh: &Shell, out: &Path) -> Result<()> {
    let package = "tests/bench/generics";
    let target = out.join("target");
    let cargo = format!(
        "rm -rf {0}; cargo build --manifest-path {package}/Cargo.toml --target wasm32-unknown-unknown \
         --target-dir {0}",
        target.display()
    );
    let rustc = std::env::var("WRC_RUSTC").ok();
    let theirs = cpu_time(sh, &cargo, rustc.as_deref());
    for (what, cache) in [("", out.join("cache")), (", nothing kept", "".into())] {
        // Without its note the build is not taken for done.
        let wrc = format!(
            "rm -rf {package}/target; WRC_CACHE_DIR={} target/release/wrc build {package} -o {}",
            cache.display(),
            out.display()
        );
        let ours = cpu_time(sh, &wrc, None)?;
        let ratio = match &theirs {
            Ok(theirs) => format!("{ours:.2} s / {theirs:.2} s = {:.2}", ours / theirs),
            Err(_) => format!("{ours:.2} s; set WRC_RUSTC to a rustc with wasm32-unknown-unknown"),
        };
        println!("| `wrc build` of generics over `cargo build`, CPU{what} | {ratio} | 0.33 |");
    }
    Ok(())
}

/// The least CPU time of a shell command, in seconds, of five runs.
fn cpu_time(sh: &Shell, command: &str, rustc: Option<&str>) -> Result<f64> {
    let script = format!("TIMEFORMAT='%U %S'; time {{ {command}; }} > /dev/null 2>&1");
    let mut least = f64::INFINITY;
    for _ in 0..5 {
        let mut timed = cmd!(sh, "bash -e -c {script}").quiet();
        if let Some(rustc) = rustc {
            timed = timed.env("RUSTC", rustc);
        }
        let text = timed.read_stderr()?;
        let (user, system) = text.trim().split_once(' ').context("two numbers")?;
        least = least.min(user.parse::<f64>()? + system.parse::<f64>()?);
    }
    Ok(least)
}

/// The node that `npm ci` put below `tests/`.
fn node() -> Result<PathBuf> {
    let modules = crate::root().join("tests/node_modules");
    let packages = fs::read_dir(modules).context("run `npm ci` in tests/")?;
    let nodes = packages
        .flatten()
        .map(|package| package.path().join("bin/node"));
    nodes
        .into_iter()
        .find(|path| path.exists())
        .context("no node in tests/node_modules")
}
