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

/// Both have the same words, so the second one is compiled with an outline of
/// the library; what is kept from the first one lacks bodies.
const UNLIKE: [&str; 2] = [
    "fn main() {
        // let mut all: Vec<u64> = (0..10).rev().collect();
        // all.sort_unstable_by_key(|x| x % 3);
        // all.rotate_left(2); all.chunks_exact(3).map(|c| c.len()).max()
        println!(\"one {:?}\", 1);
    }",
    "fn main() {
        let mut all: Vec<u64> = (0..10).rev().collect();
        all.sort_unstable_by_key(|x| x % 3);
        all.rotate_left(2);
        // one
        println!(\"{all:?} {:?}\", all.chunks_exact(3).map(|c| c.len()).max());
    }",
];

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |program: Program| {
        let name = format!("kept/{}", program.name);
        Trial::test(name, move || check(&program))
    };
    let programs = tests.programs("run-pass").into_iter();
    let unlike = Trial::test("kept/unlike", check_unlike);
    let trials = programs.step_by(STEP).map(test);
    trials.chain([unlike]).collect()
}

fn check(program: &Program) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let cache = folder.path().join("cache");
    let first = build(&program.path, folder.path(), &cache)?;
    let kept = only_file(&cache)?;
    let stored = fs::read(&kept)?;
    if build(&program.path, folder.path(), &cache)? != first {
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
        if build(&program.path, folder.path(), &cache)? != first {
            return Err("another module when what was kept is damaged".into());
        }
        if fs::read(&kept)? == bytes {
            return Err("what was damaged has not been replaced".into());
        }
    }
    Ok(())
}

fn check_unlike() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    for order in [[0, 1], [1, 0]] {
        let cache = folder.path().join(format!("cache{order:?}"));
        for number in order {
            let path = folder.path().join(format!("unlike{number}.rs"));
            fs::write(&path, UNLIKE[number])?;
            let alone = build(&path, folder.path(), Path::new(""))?;
            if build(&path, folder.path(), &cache)? != alone {
                return Err(format!("another module of program {number}, {order:?}").into());
            }
        }
        // They have the same library: each used what the other one left.
        only_file(&cache)?;
    }
    Ok(())
}

fn build(program: &Path, folder: &Path, cache: &Path) -> Result<Vec<u8>, Failed> {
    let mut command = compiler::wrc();
    command.arg("build").arg(program).arg("-o").arg(folder);
    let output = process::run(command.env("WRC_CACHE_DIR", cache), "")?;
    if output.code != Some(0) {
        return Err(output.stderr.into());
    }
    let stem = program.file_stem().unwrap_or_default();
    Ok(fs::read(folder.join(stem).with_extension("wasm"))?)
}

fn only_file(folder: &Path) -> Result<PathBuf, Failed> {
    let mut files = fs::read_dir(folder)?;
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file?.path()),
        _ => Err(format!("not one file in {}", folder.display()).into()),
    }
}
