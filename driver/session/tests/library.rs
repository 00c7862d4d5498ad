//! The library has no errors, whatever parts of it a program takes in.

use wrc_session::{Goal, LoadOptions, Options, Unstable, compile, render};

fn check(name: &str, text: &str) {
    let path = camino::Utf8Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the folder can be written to");
    let options = Options {
        load: LoadOptions {
            path: Some(path),
            ..LoadOptions::default()
        },
        unstable: Unstable {
            check_library: true,
            ..Unstable::default()
        },
        ..Options::default()
    };
    let outcome = compile(&options, Goal::Check).expect("the library can be read");
    assert!(
        !outcome.has_errors(),
        "{}",
        render(&outcome.diagnostics, &outcome.files)
    );
}

#[test]
fn whole() {
    check(
        "whole.rs",
        "// collections net path range split_off sync thread time Wrapping\nfn main() {}",
    );
}

#[test]
fn least() {
    check("least.rs", "fn main() {}");
}

#[test]
fn one_part() {
    for word in [
        "collections",
        "net",
        "path",
        "range",
        "split_off",
        "sync",
        "thread",
        "time",
        "mpsc",
        "Wrapping",
    ] {
        check(&format!("{word}.rs"), &format!("// {word}\nfn main() {{}}"));
    }
}
