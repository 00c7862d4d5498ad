//! Programs that the compiler refuses today.
//!
//! A line of `refused.txt` names a program and the code it is refused with.
//! When it compiles, its line must go.

use std::collections::BTreeMap;

use libtest_mimic::{Failed, Trial};

use crate::{
    compiler,
    files::{self, Program, Root},
};

/// The lines of `refused.txt`.
pub struct Refused(BTreeMap<String, String>);

impl Refused {
    pub fn read(tests: &Root) -> Refused {
        let text = files::read(&tests.path.join("refused.txt")).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once(' '));
        Refused(
            pairs
                .map(|(name, code)| (name.to_owned(), code.trim().to_owned()))
                .collect(),
        )
    }

    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// One test per line.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |(name, code): (String, String)| {
        let path = tests.path.join(&name).with_extension("rs");
        let program = Program { path, name };
        Trial::test(format!("{} [refused]", program.name), move || {
            check(&program, &code)
        })
    };
    Refused::read(tests).0.into_iter().map(test).collect()
}

fn check(program: &Program, code: &str) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let output = compiler::compile(program, &[], folder.path())?;
    if output.code == Some(0) {
        return Err("it compiles: remove its line from refused.txt".into());
    }
    if output.code != Some(1) || !output.stderr.contains(&format!("error[{code}]")) {
        let code = output.code;
        return Err(format!("it ends with {code:?}:\n{}", output.stderr).into());
    }
    Ok(())
}
