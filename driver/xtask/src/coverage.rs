//! Which library functions exist, compared with a table of their use.
//!
//! A function counts as there when some file of `stdlib` that names its type
//! has a function of its name: good enough to find what is missing.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use anyhow::Result;
use xshell::Shell;

struct Source {
    words: HashSet<String>,
    functions: HashSet<String>,
}

pub(crate) fn run(sh: &Shell, table: &Path, top: usize) -> Result<()> {
    let mut sources = Vec::new();
    collect(sh, &PathBuf::from("stdlib"), &mut sources)?;
    let text = sh.read_file(table)?;
    let (mut there, mut all) = (0, 0);
    let mut missing = Vec::new();
    for line in text.lines().skip(1).take(top) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, api, programs, ..] = columns[..] else {
            continue;
        };
        let programs: u64 = programs.parse().unwrap_or(0);
        all += programs;
        if exists(&sources, api) {
            there += programs;
        } else {
            missing.push((programs, api));
        }
    }
    for (programs, api) in &missing {
        println!("{programs:6} {api}");
    }
    let share = 100.0 * there as f64 / all.max(1) as f64;
    println!(
        "{} of {top} are missing; {share:.1} % of the uses are there",
        missing.len()
    );
    Ok(())
}

fn collect(sh: &Shell, folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    for path in sh.read_dir(folder)? {
        if path.is_dir() {
            collect(sh, &path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(scan(&sh.read_file(&path)?));
        }
    }
    Ok(())
}

fn scan(text: &str) -> Source {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let words: Vec<&str> = text
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    let functions = words
        .windows(2)
        .filter(|pair| ["fn", "macro_rules"].contains(&pair[0]));
    Source {
        functions: functions.map(|pair| pair[1].to_owned()).collect(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn exists(sources: &[Source], api: &str) -> bool {
    let Some((owner, name)) = api.rsplit_once("::") else {
        return sources.iter().any(|source| source.words.contains(api));
    };
    let name = name.trim_end_matches('!');
    if name.starts_with(char::is_uppercase) {
        return sources.iter().any(|source| source.words.contains(name));
    }
    // `<Type as Trait>` has the function when the trait has it.
    let owner = owner.rsplit(" as ").next().unwrap_or(owner);
    let owner = owner.rsplit("::").next().unwrap_or(owner);
    let owner = owner.split(['<', '>']).next().unwrap_or(owner);
    let is_type = owner.starts_with(char::is_uppercase);
    sources
        .iter()
        .any(|source| source.functions.contains(name) && (!is_type || source.words.contains(owner)))
}
