//! What is one source for `wrc` and rustc: the examples in the documentation
//! of the crate `wasm`, which `cargo test -p wasm` runs under rustc, and a
//! package that uses the crate. And what the engine must do for both: cycles
//! of handles do not fill a bounded heap.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler::{self, PLAIN},
    engines,
    files::{self, Program, Root},
    process,
};

/// One test per file of the crate, one for the package, one for the heap.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let mut trials = Vec::new();
    for file in tests.programs("../stdlib/wasm/src") {
        let source = file.source().unwrap_or_default();
        let examples = examples(&source);
        if examples.is_empty() {
            continue;
        }
        let stem = file.path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("wasm/{stem} [documentation]");
        let root = tests.clone();
        let run = move || run_examples(&root, &examples);
        trials.push(Trial::test(name, run));
    }
    let root = tests.clone();
    trials.push(Trial::test("wasm/shared [package]", move || package(&root)));
    let root = tests.clone();
    trials.push(Trial::test("wasm/cycles [heap]", move || cycles(&root)));
    trials
}

/// The blocks of code in the comments, each as a function's body.
fn examples(source: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("//!").or(line.strip_prefix("///"))
    });
    let text: Vec<&str> = lines.collect();
    let text = text.join("\n");
    let blocks = text.split("```").skip(1).step_by(2);
    blocks.map(str::to_owned).collect()
}

/// Under node, as some of them use JavaScript.
fn run_examples(tests: &Root, examples: &[String]) -> Result<(), Failed> {
    let mut source = String::new();
    for (number, example) in examples.iter().enumerate() {
        source.push_str(&format!("fn example_{number}() {{{example}}}\n"));
    }
    let calls = (0..examples.len()).map(|number| format!("    example_{number}();\n"));
    source.push_str(&format!("fn main() {{\n{}}}\n", calls.collect::<String>()));
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("examples.rs");
    fs::write(&path, source)?;
    let name = "examples".to_owned();
    let program = Program { path, name };
    for variant in PLAIN {
        let compiled = compiler::compile(&program, variant.flags, folder.path())?;
        if compiled.code != Some(0) {
            return Err(compiled.stderr.into());
        }
        let module = compiler::module(&program, folder.path());
        ended(&mut engines::node(tests, &module, &[])?)?;
    }
    Ok(())
}

/// The output of a command that must succeed.
fn ended(command: &mut Command) -> Result<String, Failed> {
    let output = process::run(command, "")?;
    match output.code {
        Some(0) => Ok(output.stdout),
        code => Err(format!("exit code {code:?}:\n{}", output.stderr).into()),
    }
}

/// The same output from `wrc` as from rustc's program.
fn package(tests: &Root) -> Result<(), Failed> {
    let package = tests.path.join("../examples/shared");
    let mut wrc = compiler::wrc();
    wrc.arg("run").arg(&package);
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--locked", "--manifest-path"]);
    cargo.arg(package.join("Cargo.toml"));
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    match (ended(&mut wrc)?, ended(&mut cargo)?) {
        (ours, theirs) if ours == theirs && !ours.is_empty() => Ok(()),
        (ours, theirs) => Err(format!("wrc:\n{ours}\nrustc:\n{theirs}").into()),
    }
}

/// A program that makes some hundred megabytes of garbage in cycles, with a
/// heap of sixteen.
fn cycles(tests: &Root) -> Result<(), Failed> {
    let path: PathBuf = tests.path.join("run-pass/basic/gc_cycles.rs");
    let program = Program {
        path,
        name: "run-pass/basic/gc_cycles".to_owned(),
    };
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(&program, &["--release"], folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let module: &Path = &compiler::module(&program, folder.path());
    let mut node = Command::new(engines::find_node(tests)?);
    node.arg("--max-old-space-size=16");
    node.arg(module.with_extension("js"));
    let stdout = ended(&mut node)?;
    let wanted = files::read(&program.beside("stdout"))?;
    if stdout != wanted {
        return Err(format!("printed {stdout}").into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::examples;

    #[test]
    fn blocks_are_cut_out_of_comments() {
        let source =
            "//! A\n//! ```\n//! a();\n//! ```\nfn x() {}\n/// ```\n    /// b();\n/// ```\n";
        assert_eq!(examples(source), ["\n a();\n ", "\n b();\n "]);
    }
}
