//! Bodies of the library that are kept from compilation to compilation make no
//! difference: the first module and the next ones are the same bytes, and so is
//! one that is made when what was kept is damaged.

use std::{
    fs,
    path::{Path, PathBuf},
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler,
    files::{Program, Root},
    process,
};

/// One program in so many is enough: what is kept is the library's.
const STEP: usize = 20;

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |program: Program| {
        let name = format!("kept/{}", program.name);
        Trial::test(name, move || check(&program))
    };
    let programs = tests.programs("run-pass").into_iter();
    programs.step_by(STEP).map(test).collect()
}

fn check(program: &Program) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let cache = folder.path().join("cache");
    let first = build(program, folder.path(), &cache)?;
    let kept = only_file(&cache)?;
    let stored = fs::read(&kept)?;
    if build(program, folder.path(), &cache)? != first {
        return Err("the second module is another one".into());
    }
    if fs::read(&kept)? != stored {
        return Err("the second compilation found something new to keep".into());
    }
    let mut damaged = stored.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    for bytes in [&damaged[..], &stored[..middle], &[]] {
        fs::write(&kept, bytes)?;
        if build(program, folder.path(), &cache)? != first {
            return Err("another module when what was kept is damaged".into());
        }
        if fs::read(&kept)? == bytes {
            return Err("what was damaged has not been replaced".into());
        }
    }
    Ok(())
}

fn build(program: &Program, folder: &Path, cache: &Path) -> Result<Vec<u8>, Failed> {
    let mut command = compiler::wrc();
    command
        .arg("build")
        .arg(&program.path)
        .arg("-o")
        .arg(folder);
    let output = process::run(command.env("WRC_CACHE_DIR", cache), "")?;
    if output.code != Some(0) {
        return Err(output.stderr.into());
    }
    Ok(fs::read(compiler::module(program, folder))?)
}

fn only_file(folder: &Path) -> Result<PathBuf, Failed> {
    let mut files = fs::read_dir(folder)?;
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file?.path()),
        _ => Err(format!("not one file in {}", folder.display()).into()),
    }
}
