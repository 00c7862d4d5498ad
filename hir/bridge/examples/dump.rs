//! Checks a file or a library crate as the bridge sees it.
//!
//! ```text
//! cargo run --release -p wrc-bridge --example dump -- FILE.rs      user program
//! cargo run --release -p wrc-bridge --example dump -- --lib core   our library
//! … --thir                                                         and print the bodies
//! … --walk                                                         and ask what lowering will ask
//! ```

#[path = "dump/testdb.rs"]
mod testdb;
#[path = "dump/walk.rs"]
mod walk;

use std::path::PathBuf;
use testdb::{Loaded, TestDb};
use wrc_bridge::{BridgeDb, BridgeError};
use wrc_thir::{Db, print_body};

fn main() {
    let child = std::thread::Builder::new().stack_size(256 << 20);
    let run = child.spawn(run).expect("threads can be spawned");
    if run.join().is_err() {
        std::process::exit(2);
    }
}

fn run() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let stdlib = std::env::var_os("WRC_STDLIB")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../stdlib")));
    let names: Vec<&str> = match args.iter().position(|arg| arg == "--lib") {
        Some(at) => args[at + 1..]
            .iter()
            .map(String::as_str)
            .filter(|name| !name.starts_with("--"))
            .collect(),
        None => Vec::new(),
    };
    let user = match names.is_empty() {
        true => args.iter().find(|arg| !arg.starts_with("--")).cloned(),
        false => None,
    };
    let mut db = TestDb::new();
    let user = match user {
        Some(path) => {
            let text = std::fs::read_to_string(&path).expect("the file can be read");
            (path, text)
        }
        None => ("<none>".to_owned(), "fn main() {}".to_owned()),
    };
    let loaded = db.load(&stdlib, (&user.0, user.1));
    let crates: Vec<&str> = match names.is_empty() {
        true => vec!["user"],
        false => names,
    };
    let mut count = 0;
    for name in crates {
        count += check(&db, &loaded, name);
    }
    println!("{count} errors");
}

fn check(db: &TestDb, loaded: &Loaded, name: &str) -> usize {
    let krate = loaded.crates[name];
    let paths: Vec<String> = loaded.files.iter().map(|(path, _)| path.clone()).collect();
    let bridge = BridgeDb::new(db, krate, move |file| paths[file.0 as usize].clone());
    let errors = bridge.check();
    if std::env::args().any(|arg| arg == "--thir") {
        for owner in bridge.crate_bodies(krate) {
            if let Ok(body) = bridge.body(owner) {
                println!("{}", print_body(&bridge, &bridge.body_path(owner), &body));
            }
        }
    }
    if std::env::args().any(|arg| arg == "--walk") {
        walk::walk(&bridge);
    }
    for error in errors.iter().chain(&bridge.take_errors()) {
        print_error(loaded, error);
    }
    errors.len()
}

fn print_error(loaded: &Loaded, error: &BridgeError) {
    let (path, text) = &loaded.files[error.span.file.0 as usize];
    let before = &text[..(error.span.start as usize).min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    println!("{path}:{line}:{column}: {}: {}", error.code, error.message);
}
