//! Sizes and times of the programs in `tests/bench`.
//!
//! A program with `run(n)` is timed under the pinned node: the least of 15
//! runs after warming up. Others only have a size.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// `n` and the sizes and times to reach.
struct Row {
    name: &'static str,
    n: Option<u32>,
    bytes: u64,
    ms: Option<f64>,
}

const fn row(name: &'static str, n: u32, bytes: u64, ms: f64) -> Row {
    Row {
        name,
        n: Some(n),
        bytes,
        ms: Some(ms),
    }
}

const fn program(name: &'static str, bytes: u64) -> Row {
    Row {
        name,
        n: None,
        bytes,
        ms: None,
    }
}

const ROWS: &[Row] = &[
    program("hello", 70),
    program("print_i32", 350),
    program("print_f64", 2600),
    row("fib", 30, 90, 1.3),
    row("trees", 12, 500, 3.2),
    row("treesopt", 12, 400, 3.2),
    row("sort", 100_000, 700, 7.5),
    row("stdsort", 100_000, 2000, 4.0),
    row("strbuild", 30_000, 900, 0.9),
    row("wordcount", 30_000, 2300, 1.5),
    row("nbody", 20_000, 1200, 1.0),
    row("hashmap", 100_000, 1500, 1.6),
];

pub(crate) fn run(sh: &Shell, filter: Option<&str>) -> Result<()> {
    cmd!(sh, "cargo build --release --locked -q -p wrc").run()?;
    let out = sh.create_temp_dir()?;
    let out = out.path();
    println!("| program | bytes | aim | ms | aim | result |\n|---|---|---|---|---|---|");
    for row in ROWS
        .iter()
        .filter(|row| filter.is_none_or(|text| row.name.contains(text)))
    {
        let name = row.name;
        let source = format!("tests/bench/{name}.rs");
        let built = cmd!(sh, "target/release/wrc build --release {source} -o {out}");
        if let Err(error) = built.quiet().ignore_stdout().run() {
            println!("| {name} | {error} | {} | | | |", row.bytes);
            continue;
        }
        let module = out.join(name).with_extension("wasm");
        let bytes = fs::metadata(&module)?.len();
        let aim = row.ms.map_or(String::new(), |ms| format!("{ms:.1}"));
        let timed = match row.n {
            None => " | | ".to_owned(),
            Some(n) => {
                let script = module.with_extension("js");
                let node = node()?;
                let n = n.to_string();
                let text = cmd!(sh, "{node} tests/bench/time.mjs {script} {n}")
                    .quiet()
                    .read()?;
                let (ms, result) = text.split_once(' ').context("two numbers")?;
                format!("{ms} | {aim} | {result}")
            }
        };
        println!("| {name} | {bytes} | {} | {timed} |", row.bytes);
    }
    Ok(())
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
