//! What JavaScript sees: `js/x.mjs` gets the path of the glue of `js/x.rs`,
//! and what it prints under node is `js/x.stdout`.

use std::process::Command;

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler::{self, PLAIN, Variant},
    engines, expect,
    files::{Program, Root},
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
    }
    trials
}

fn check(tests: &Root, program: &Program, variant: Variant) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(program, variant.flags, folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let glue = compiler::module(program, folder.path()).with_extension("js");
    let mut node = Command::new(engines::find_node(tests)?);
    node.arg(program.beside("mjs")).arg(glue);
    let output = process::run(&mut node, "")?;
    if output.code != Some(0) {
        return Err(format!("exit code {:?}:\n{}", output.code, output.stderr).into());
    }
    Ok(expect::file(&program.beside("stdout"), &output.stdout)?)
}
