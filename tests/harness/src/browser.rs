//! Programs in a page: the module's JavaScript is loaded by headless
//! Chromium, and what the program writes is compared. And the to-do list of
//! the examples, which `browser/todo.mjs` clicks through, with its size.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler, engines, expect,
    files::{self, Program, Root},
    process,
};

/// A small program, and one that uses much of the language.
const PROGRAMS: [&str; 2] = [
    "run-pass/basic/hello",
    "run-pass/representation/52_collections",
];

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |name: &str| {
        let (tests, name) = (tests.clone(), name.to_owned());
        Trial::test(format!("{name} [browser]"), move || check(&tests, name))
    };
    let mut trials: Vec<Trial> = PROGRAMS.map(test).into();
    let root = tests.clone();
    let todo = move || check_todo(&root);
    trials.push(Trial::test("examples/todo [browser]", todo));
    trials
}

/// The example works, and is as small as it was: `browser/todo.size` is what
/// its module and JavaScript take, each compressed by gzip.
fn check_todo(tests: &Root) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let mut build = compiler::wrc();
    build.args(["build", "--release"]);
    build.arg(tests.path.join("../examples/todo"));
    build.arg("-o").arg(folder.path());
    let built = process::run(&mut build, "")?;
    if built.code != Some(0) {
        return Err(built.stderr.into());
    }
    let script = tests.path.join("browser/todo.mjs");
    fs::copy(&script, folder.path().join("todo.mjs"))?;
    let seen = in_page(tests, folder.path(), "todo".as_ref())?;
    expect::file(&script.with_extension("stdout"), &seen)?;
    let mut gzip = Command::new(engines::find_node(tests)?);
    gzip.arg("-p").arg(GZIP).current_dir(folder.path());
    let bytes = process::run(&mut gzip, "")?.stdout;
    let size = script.with_extension("size");
    if expect::is_blessing() {
        return Ok(fs::write(size, bytes)?);
    }
    let (bytes, most): (u64, u64) = (bytes.trim().parse()?, files::read(&size)?.trim().parse()?);
    match bytes <= most.min(MOST) {
        true => Ok(()),
        false => Err(format!("{bytes} bytes, {most} are allowed").into()),
    }
}

const GZIP: &str = "[\"todo.wasm\", \"todo.js\"].map((name) => \
                    zlib.gzipSync(fs.readFileSync(name), { level: 9 }).length)\
                    .reduce((a, b) => a + b)";
/// What the example may ever take.
const MOST: u64 = 8192;

fn check(tests: &Root, name: String) -> Result<(), Failed> {
    let path = tests.path.join(&name).with_extension("rs");
    let program = Program { path, name };
    let folder = tempfile::tempdir()?;
    let compiled = compiler::compile(&program, &["--release"], folder.path())?;
    if compiled.code != Some(0) {
        return Err(compiled.stderr.into());
    }
    let stem = program.path.file_stem().unwrap_or_default();
    let stdout = in_page(tests, folder.path(), stem)?;
    Ok(expect::file(&program.beside("stdout"), &stdout)?)
}

/// What `FOLDER/STEM.js`, or the script beside it, prints.
fn in_page(tests: &Root, folder: &Path, stem: &OsStr) -> Result<String, Failed> {
    let mut command = Command::new(engines::find_node(tests)?);
    command
        .arg(tests.path.join("browser/run.mjs"))
        .arg(find_chromium()?)
        .arg(folder)
        .arg(stem);
    let output = process::run(&mut command, "")?;
    match output.code {
        Some(0) => Ok(output.stdout),
        code => Err(format!("exit code {code:?}:\n{}", output.stderr).into()),
    }
}

/// The Chromium of the system; Debian's package is installed when there is
/// none. The environment variable `CHROMIUM` names another.
fn find_chromium() -> Result<PathBuf, String> {
    static FOUND: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        if let Some(path) = std::env::var_os("CHROMIUM") {
            return Ok(path.into());
        }
        if let Some(path) = installed() {
            return Ok(path);
        }
        for step in [
            "apt-get update -q",
            "apt-get install -yq --no-install-recommends chromium",
        ] {
            install(step)?;
        }
        installed().ok_or_else(|| "the package `chromium` brought no program".to_owned())
    });
    found.clone()
}

fn installed() -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    std::env::split_paths(&paths)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// As root, or with sudo when there is one.
fn install(step: &str) -> Result<(), String> {
    let sudo = Path::new("/usr/bin/sudo").exists();
    let words = ["sudo", "-n"].iter().filter(|_| sudo).copied();
    let mut words = words.chain(step.split(' '));
    let program = words.next().unwrap_or("apt-get");
    let mut command = Command::new(program);
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    let output = command
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(format!(
            "`{step}`: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        )),
    }
}
