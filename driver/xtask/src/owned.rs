//! Ownership mode on programs with crates of crates.io that GC mode has no
//! meaning for: the same output as under cargo, and modules that are smaller
//! than those of the same profile.
//!
//! `tests/crates/own/NAME.rs` are programs; their lines `//@ …` are the
//! dependencies, as in `Cargo.toml`. Fetching and compiling them takes minutes,
//! so this is a command and no test.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use xshell::Shell;

/// Runs the programs whose names contain the filter, both ways.
pub(crate) fn run(sh: &Shell, filter: Option<&str>) -> Result<()> {
    let wrc = crate::crates::compiler(sh)?;
    let mut programs: Vec<PathBuf> = fs::read_dir(crate::root().join("tests/crates/own"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    programs.sort();
    let (mut failed, mut ratios) = (Vec::new(), Vec::new());
    for program in programs {
        let name = stem(&program)?;
        if filter.is_some_and(|filter| !name.contains(filter)) {
            continue;
        }
        match measure(&wrc, &program, &name) {
            Ok((ours, cargos)) => {
                let ratio = ours as f64 / cargos as f64;
                println!("{name:16} {ours:9} {cargos:9} {ratio:6.3}");
                ratios.push(ratio);
            }
            Err(error) => {
                println!("{name:16} {error:#}");
                failed.push(name);
            }
        }
    }
    if !ratios.is_empty() {
        let average = ratios.iter().sum::<f64>() / ratios.len() as f64;
        let largest = ratios.iter().copied().fold(0.0, f64::max);
        let count = ratios.len();
        println!(
            "\n{count} programs; bytes over cargo's: average {average:.3}, at most {largest:.3}"
        );
    }
    if !failed.is_empty() {
        bail!("these failed: {}", failed.join(", "));
    }
    Ok(())
}

/// The sizes of our module and of cargo's, both in release.
fn measure(wrc: &Path, program: &Path, name: &str) -> Result<(u64, u64)> {
    let all = crate::root().join("target/crates/own");
    let package = all.join(name);
    make_package(program, &package, name)?;
    let native = output(
        Command::new("cargo")
            .args(["run", "--quiet"])
            .env("CARGO_TARGET_DIR", all.join("native"))
            .current_dir(&package),
    )?;
    let ours = output(
        Command::new(wrc)
            .args(["run", "--mode", "own"])
            .current_dir(&package),
    )?;
    ensure!(native == ours, "the output is not cargo's");
    output(
        Command::new(wrc)
            .args(["build", "--mode", "own", "--release", "-o", "out"])
            .current_dir(&package),
    )?;
    let module = format!("program-{name}.wasm");
    let cargos = package.join("target/wrc/own/wasm32-wasip1/release");
    let size = |folder: &Path| -> Result<u64> {
        let path = folder.join(&module);
        let metadata = fs::metadata(&path);
        Ok(metadata
            .with_context(|| format!("no {}", path.display()))?
            .len())
    };
    Ok((size(&package.join("out"))?, size(&cargos)?))
}

fn make_package(program: &Path, package: &Path, name: &str) -> Result<()> {
    let text = fs::read_to_string(program)?;
    let dependencies: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("//@ "))
        .map(|line| format!("{line}\n"))
        .collect();
    let manifest = format!(
        "[package]\nname = \"program-{name}\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{dependencies}"
    );
    fs::create_dir_all(package.join("src"))?;
    fs::write(package.join("Cargo.toml"), manifest)?;
    fs::write(package.join("src/main.rs"), text)?;
    Ok(())
}

/// What a command that succeeds prints.
fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output()?;
    let messages = String::from_utf8_lossy(&output.stderr);
    let last = messages
        .lines()
        .rev()
        .find(|line| line.starts_with("error"));
    ensure!(
        output.status.success(),
        "{} ends with {}: {}",
        command.get_program().to_string_lossy(),
        output.status,
        last.unwrap_or_default()
    );
    Ok(output.stdout)
}

fn stem(path: &Path) -> Result<String> {
    let stem = path.file_stem().context("a file name")?;
    Ok(stem.to_string_lossy().into_owned())
}
