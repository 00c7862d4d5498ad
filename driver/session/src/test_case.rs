//! The tests of a crate, as whoever runs them needs them.

use wrc_bridge::BridgeDb;
use wrc_project::Files;
use wrc_thir::Db;

/// A function with `#[test]`; the module exports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestCase {
    /// Its path in the crate.
    pub name: String,
    /// The name of the export.
    pub export: String,
    /// `src/lib.rs:18:8`.
    pub place: String,
    /// Left out, and why; the reason may be empty.
    pub ignore: Option<String>,
    /// It has to panic, with this text in the message, which may be empty.
    pub should_panic: Option<String>,
}

pub(crate) fn test_cases(db: &BridgeDb, files: &Files) -> Vec<TestCase> {
    let tests = db.tests().into_iter();
    let case = |test: wrc_bridge::TestFn| {
        let place = files.get(test.span.file).map_or(String::new(), |file| {
            let (line, column) = file.line_col(test.span.start);
            format!("{}:{line}:{column}", file.path)
        });
        TestCase {
            export: db.func(test.def).path.to_string(),
            name: test.name,
            place,
            ignore: test.ignore,
            should_panic: test.should_panic,
        }
    };
    tests.map(case).collect()
}
