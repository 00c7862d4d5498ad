//! What is one source for `wrc` in both modes and rustc: the examples in the
//! documentation of the crate `wasm`, which `cargo test -p wasm` runs under
//! rustc, and a package that uses the crate. And what the engine must do:
//! cycles of handles do not fill a bounded heap.

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
    own, process,
};

/// One test per file of the crate, one for the package, one for the heap.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut all = Vec::new();
    for file in tests.programs("../stdlib/wasm/src") {
        let source = file.source().unwrap_or_default();
        let examples = examples(&source);
        if examples.is_empty() {
            continue;
        }
        // What only the engine has is not there under rustc.
        if !file.name.ends_with("js/host") && !file.name.ends_with("js/objects") {
            all.extend(examples.clone());
        }
        let stem = file.path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("wasm/{stem} [documentation]");
        let root = tests.clone();
        let run = move || run_examples(&root, &examples);
        trials.push(Trial::test(name, run));
    }
    let root = tests.clone();
    let run = move || run_examples_own(&root, &all);
    trials.push(Trial::test("wasm [documentation, own]", run));
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

/// Under node, as some of them use JavaScript. Each is a file, as rustdoc
/// makes one: the body of `main`, or one that has a `main`.
fn run_examples(tests: &Root, examples: &[String]) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let path = write_examples(folder.path(), "examples.rs", examples)?;
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

/// In ownership mode, as a package.
fn run_examples_own(tests: &Root, examples: &[String]) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let source = folder.path().join("src");
    fs::create_dir(&source)?;
    write_examples(&source, "main.rs", examples)?;
    let wasm = tests.path.join("../stdlib/wasm").canonicalize()?;
    let manifest = format!(
        "[package]\nname = \"documented\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [workspace]\n[dependencies]\nwasm = {{ path = {wasm:?} }}\n"
    );
    fs::write(folder.path().join("Cargo.toml"), manifest)?;
    ended(own(tests, "run")?.arg(folder.path()))?;
    Ok(())
}

fn own(tests: &Root, subcommand: &str) -> Result<Command, String> {
    let mut wrc = compiler::wrc();
    wrc.args([subcommand, "--mode", "own", "--rustc"]);
    wrc.arg(own::rustc(tests)?);
    Ok(wrc)
}

fn write_examples(folder: &Path, main: &str, examples: &[String]) -> std::io::Result<PathBuf> {
    let mut source = String::new();
    for (number, example) in examples.iter().enumerate() {
        let name = format!("example_{number}");
        let text = match example.contains("fn main()") {
            true => example.replace("fn main()", "pub fn main()"),
            false => format!("pub fn main() {{{example}}}\n"),
        };
        fs::write(folder.join(&name).with_extension("rs"), text)?;
        source.push_str(&format!("mod {name};\n"));
    }
    let calls = (0..examples.len()).map(|number| format!("    example_{number}::main();\n"));
    source.push_str(&format!("fn main() {{\n{}}}\n", calls.collect::<String>()));
    let path = folder.join(main);
    fs::write(&path, source)?;
    Ok(path)
}

/// The output of a command that must succeed.
fn ended(command: &mut Command) -> Result<String, Failed> {
    let output = process::run(command, "")?;
    match output.code {
        Some(0) => Ok(output.stdout),
        code => Err(format!("exit code {code:?}:\n{}", output.stderr).into()),
    }
}

/// The same output from `wrc`, in both modes, as from rustc's program.
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
    let theirs = ended(&mut cargo)?;
    for mode in [&mut wrc, own(tests, "run")?.arg(&package)] {
        let ours = ended(mode)?;
        if ours != theirs || ours.is_empty() {
            return Err(format!("{mode:?}:\n{ours}\nrustc:\n{theirs}").into());
        }
    }
    Ok(())
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
