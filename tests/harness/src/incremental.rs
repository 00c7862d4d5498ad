//! What is computed again after an edit: the queries of the edited body, and
//! none of another body's or the library's.

use std::sync::{Arc, Mutex};

use libtest_mimic::{Failed, Trial};
use wrc_session::{Goal, Options, Session};

use crate::{
    expect,
    files::{self, Program, Root},
};

/// What separates the program from the edited one.
const EDIT: &str = "//- edit\n";

/// Queries whose work grows with a body; the others look at items.
const BODY: [&str; 2] = ["InferenceResult < 'db >::for_body", "Body::with_source_map"];

/// One test per program.
pub fn trials(tests: &Root) -> Vec<Trial> {
    let test = |program: Program| Trial::test(program.name.clone(), move || check(&program));
    tests
        .programs("incremental")
        .into_iter()
        .map(test)
        .collect()
}

fn check(program: &Program) -> Result<(), Failed> {
    let source = files::read(&program.path)?;
    let steps: Vec<&str> = source.split(EDIT).collect();
    let mut options = Options::default();
    options.load.path = Some(program.path.clone().try_into()?);
    let mut session = Session::open(&options.load).map_err(|error| error.to_string())?;
    let log = Arc::new(Mutex::new(Vec::new()));
    let writer = log.clone();
    session.observe(Arc::new(move |query| {
        writer.lock().expect("no panic under the lock").push(query);
    }));
    let mut shown = String::new();
    for (number, step) in steps.iter().enumerate() {
        session.edit(step);
        let outcome = session.compile(&options, Goal::Build);
        if outcome.has_errors() {
            return Err(wrc_session::render(&outcome.diagnostics, &outcome.files).into());
        }
        let queries = std::mem::take(&mut *log.lock().expect("no panic under the lock"));
        if number > 0 {
            shown.push_str(&format!("edit {number}\n"));
            shown.push_str(&summary(&queries));
        }
        if std::env::var_os("SHOW").is_some() {
            println!("step {number}: {queries:#?}");
        }
    }
    Ok(expect::file(&program.beside("queries"), &shown)?)
}

/// How often each query about bodies was executed.
fn summary(queries: &[String]) -> String {
    let mut names: Vec<&str> = queries
        .iter()
        .map(|query| query.split('(').next().unwrap_or(query))
        .filter(|name| BODY.iter().any(|body| name.contains(body)))
        .collect();
    names.sort_unstable();
    let groups = names.chunk_by(|a, b| a == b);
    groups
        .map(|group| format!("{} {}\n", group.len(), group[0]))
        .collect()
}
