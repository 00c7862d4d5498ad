//! What JavaScript sees: `js/x.mjs` gets the path of the glue of `js/x.rs`,
//! and what it prints under node is `js/x.stdout`. The heap is bounded; that
//! `js/cycles` does not fit when nothing is collected is shown, too. The types
//! of the glue in release are `js/x.d.ts`.

use std::{path::Path, process::Command};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler::{self, PLAIN, Variant},
    engines, expect,
    files::{self, Program, Root},
    process,
};

/// One test per program and variant.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let mut trials = Vec::new();
    for program in tests.programs("js") {
        for variant in PLAIN {
            let (tests, program) = (tests.clone(), program.clone());
            let name = format!("{} [{}]", program.name, variant.name);
            trials.push(Trial::test(name, move || check(&tests, &program, variant)));
        }
        let name = format!("{} [types]", program.name);
        trials.push(Trial::test(name, move || check_types(&program)));
    }
    let tests = tests.clone();
    trials.push(Trial::test("js/cycles [kept]", move || check_bound(&tests)));
    trials
}

fn check(tests: &Root, program: &Program, variant: Variant) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(program, variant.flags, folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let glue = compiler::module(program, folder.path()).with_extension("js");
    let output = process::run(&mut node(tests, program, &glue)?, "")?;
    if output.code != Some(0) {
        return Err(format!("exit code {:?}:\n{}", output.code, output.stderr).into());
    }
    Ok(expect::file(&program.beside("stdout"), &output.stdout)?)
}

/// In megabytes.
const HEAP: &str = "--max-old-space-size=32";

fn node(tests: &Root, program: &Program, glue: &Path) -> Result<Command, String> {
    let mut node = Command::new(engines::find_node(tests)?);
    node.arg(HEAP).arg(program.beside("mjs")).arg(glue);
    Ok(node)
}

/// The types are those of the module, whatever the variant.
fn check_types(program: &Program) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(program, &["--release"], folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let types = compiler::module(program, folder.path()).with_extension("d.ts");
    let types = files::read(&types)?;
    // What follows is the same for all.
    let (own, _) = types
        .split_once("export interface Options")
        .unwrap_or_default();
    Ok(expect::file(&program.beside("d.ts"), own)?)
}

/// The bound holds: what is kept does not fit.
fn check_bound(tests: &Root) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let path = tests.path.join("js/cycles.rs");
    let name = "js/cycles".to_owned();
    let program = Program { path, name };
    let compiled = compiler::compile(&program, &["--release"], folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let glue = compiler::module(&program, folder.path()).with_extension("js");
    let output = process::run(node(tests, &program, &glue)?.arg("keep"), "")?;
    match output.stderr.contains("heap out of memory") {
        true => Ok(()),
        false => Err(format!("it fitted: {}{}", output.stdout, output.stderr).into()),
    }
}
