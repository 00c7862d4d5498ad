//! Programs that run: same output and exit code under both engines.

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler::{self, FORCED, PLAIN, Variant},
    directives::{self, Directives},
    engines, expect,
    files::{self, Program, Root},
    process::{self, Output},
    refused::Refused,
};

/// One test per program and variant.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let refused = Refused::read(tests);
    let mut trials = Vec::new();
    for program in tests.programs("run-pass") {
        if refused.contains(&program.name) {
            continue;
        }
        let all = program.source().is_ok_and(|source| {
            directives::parse(&source).is_ok_and(|directives| directives.all_variants)
        });
        let forced = if all { &FORCED[..] } else { &[] };
        for variant in PLAIN.iter().chain(forced) {
            let (tests, program) = (tests.clone(), program.clone());
            let name = format!("{} [{}]", program.name, variant.name);
            trials.push(Trial::test(name, move || check(&tests, &program, *variant)));
        }
    }
    trials
}

fn check(tests: &Root, program: &Program, variant: Variant) -> Result<(), Failed> {
    let directives = directives::parse(&program.source()?)?;
    let folder = tempfile::tempdir()?;
    let flags: Vec<&str> = variant
        .flags
        .iter()
        .copied()
        .chain(directives.flags.iter().map(String::as_str))
        .collect();
    let compiled = compiler::compile(program, &flags, folder.path())?;
    if compiled.code != Some(0) {
        return Err(format!(
            "wrc {flags:?} ends with {:?}:\n{}",
            compiled.code, compiled.stderr
        )
        .into());
    }
    let module = compiler::module(program, folder.path());
    let input = files::read(&program.beside("stdin")).unwrap_or_default();
    let wasmtime = engines::wasmtime(&module, &directives.args);
    let mut runs = vec![("wasmtime", wasmtime)];
    // One engine tells whether a forced representation is right.
    if PLAIN.contains(&variant) {
        runs.push(("node", engines::node(tests, &module, &directives.args)?));
    }
    for (engine, mut command) in runs {
        command.envs(directives.env.iter().map(|(name, value)| (name, value)));
        let output = process::run(&mut command, &input)?;
        compare(program, &directives, &output)
            .map_err(|error| format!("under {engine}: {error}\nstderr:\n{}", output.stderr))?;
    }
    Ok(())
}

fn compare(program: &Program, directives: &Directives, output: &Output) -> Result<(), String> {
    expect::file(&program.beside("stdout"), &output.stdout)?;
    if output.code != Some(directives.exit_code) {
        return Err(format!(
            "exit code {:?}, wanted {}",
            output.code, directives.exit_code
        ));
    }
    match directives
        .stderr
        .iter()
        .find(|text| !output.stderr.contains(*text))
    {
        Some(text) => Err(format!("`{text}` is not in standard error")),
        None => Ok(()),
    }
}
