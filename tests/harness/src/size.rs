//! Modules that must not grow: `x.size` holds the most bytes that
//! `wrc build --release` may write for `x.rs`.

use std::fs;

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, expect,
    files::{self, Program, Root},
};

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |program: Program| Trial::test(program.name.clone(), move || check(&program));
    tests.programs("size").into_iter().map(test).collect()
}

fn check(program: &Program) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let output = compiler::compile(program, &["--release"], folder.path())?;
    if output.code != Some(0) {
        return Err(output.stderr.into());
    }
    let bytes = fs::metadata(compiler::module(program, folder.path()))?.len();
    let path = program.beside("size");
    if expect::is_blessing() {
        return Ok(fs::write(path, format!("{bytes}\n"))?);
    }
    let most: u64 = files::read(&path)?.trim().parse()?;
    if bytes > most {
        return Err(format!("{bytes} bytes, {most} are allowed").into());
    }
    Ok(())
}
