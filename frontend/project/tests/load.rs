//! Loading files and packages from disk.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};
use wrc_project::{
    Edition, LoadOptions, Origin, TargetChoice, TargetKind, Workspace, change, load,
};

/// Writes the files below a new folder, with a library of empty crates in
/// `sysroot`, and loads `path`. The result is described in lines.
fn check(files: &[(&str, &str)], path: &str, expected: &[&str]) {
    let found = describe(files, path, |_| ());
    assert_eq!(found, expected);
}

fn describe(
    files: &[(&str, &str)],
    path: &str,
    options: impl FnOnce(&mut LoadOptions),
) -> Vec<String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("wrc-project-{}-{count}", std::process::id());
    let dir: PathBuf = std::env::temp_dir().join(name);
    let library =
        ["core", "alloc", "std", "wasm"].map(|name| (format!("sysroot/{name}/src/lib.rs"), ""));
    let library = library.iter().map(|(path, text)| (path.as_str(), *text));
    for (path, text) in files.iter().copied().chain(library) {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().expect("has a folder")).expect("can create");
        // `\xff` stands for a byte that is not UTF-8.
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| if c == 'ÿ' { 0xff } else { c as u8 })
            .collect();
        fs::write(path, bytes).expect("can write");
    }
    let base = camino::Utf8PathBuf::try_from(dir.clone()).expect("UTF-8");
    let mut load_options = LoadOptions {
        path: Some(base.join(path)),
        sysroot: Some(base.join("sysroot")),
        ..LoadOptions::default()
    };
    options(&mut load_options);
    let (ws, diagnostics) = load(&load_options).expect("the surroundings are fine");
    let lines = diagnostics.iter().map(|d| {
        let message = d.message.replace(base.as_str(), "");
        format!(
            "{} {message}{}",
            d.code,
            if d.labels.is_empty() { "" } else { " @" }
        )
    });
    let mut lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        change(&ws).expect("has a crate graph");
        lines.extend(crates(&ws, base.as_str()));
    }
    fs::remove_dir_all(dir).expect("can remove");
    lines
}

fn crates(ws: &Workspace, base: &str) -> Vec<String> {
    let crates = ws
        .crates
        .values()
        .filter(|krate| krate.origin == Origin::User);
    let mut lines: Vec<String> = crates
        .map(|krate| {
            let kind = if krate.kind == TargetKind::Bin {
                "bin"
            } else {
                "lib"
            };
            let mut line = format!("{kind} {} {}", krate.name, krate.edition);
            for feature in &krate.features {
                line.push_str(&format!(" +{feature}"));
            }
            if krate.test {
                line.push_str(" test");
            }
            let deps = krate.deps.iter();
            let deps = deps.filter(|(_, idx, _)| ws.crates[*idx].origin == Origin::User);
            let names: Vec<&str> = deps.map(|(name, ..)| name.as_str()).collect();
            if !names.is_empty() {
                line.push_str(&format!(" < {}", names.join(", ")));
            }
            line
        })
        .collect();
    for (_, file) in ws
        .files
        .iter()
        .filter(|(_, file)| file.origin == Origin::User)
    {
        lines.push(file.path.replace(base, ""));
    }
    lines
}

#[test]
fn a_file_with_modules() {
    check(
        &[
            (
                "my-app.rs",
                "mod a; mod b { mod c; #[path = \"x.rs\"] mod d; } mod none; m! { mod e; }",
            ),
            ("a.rs", "mod f; #[path = \"g.rs\"] mod g;"),
            ("a/f.rs", "const S: &str = include_str!(\"data.txt\");"),
            ("a/data.txt", "text"),
            ("b/c/mod.rs", "mod deep;"),
            ("b/c/deep.rs", ""),
            ("b/x.rs", "mod a;"),
            ("e.rs", ""),
            ("g.rs", ""),
            ("unused.rs", ""),
        ],
        "my-app.rs",
        &[
            "bin my_app 2024",
            "/my-app.rs",
            "/a.rs",
            "/a/f.rs",
            "/a/data.txt",
            "/g.rs",
            "/b/c/mod.rs",
            "/b/c/deep.rs",
            "/b/x.rs",
            "/e.rs",
        ],
    );
}

#[test]
fn editions() {
    let file = "// about\n//@ edition: 2018\nfn main() {}";
    check(&[("a.rs", file)], "a.rs", &["bin a 2018", "/a.rs"]);
    let found = describe(&[("a.rs", file)], "a.rs", |o| {
        o.edition = Some(Edition::Edition2021)
    });
    assert_eq!(found, ["bin a 2021", "/a.rs"]);
    check(
        &[("a.rs", "//@ edition: 20\n")],
        "a.rs",
        &["WRC5007 unknown edition `20`"],
    );
}

#[test]
fn files_that_cannot_be_used() {
    check(
        &[("a.rs", "mod b;"), ("b.rs", "ÿ")],
        "a.rs",
        &["WRC5002 `/b.rs` is not UTF-8 @"],
    );
    check(
        &[("a.rs", "#[cfg(no)] mod b;"), ("b.rs", "ÿ")],
        "a.rs",
        &["bin a 2024", "/a.rs"],
    );
    check(
        &[("a.rs", "mod b;"), ("b.rs/x", "")],
        "a.rs",
        &["WRC5001 cannot read `/b.rs` @"],
    );
    check(&[], "none.rs", &["WRC5001 `/none.rs` does not exist"]);
    check(
        &[("a+b.rs", "")],
        "a+b.rs",
        &["WRC5008 `a+b` cannot be the name of a crate"],
    );
}

#[test]
fn packages() {
    let manifest = "[package]\nname = \"my-app\"\nedition = \"2021\"\n\
        [features]\ndefault = [\"x\"]\nx = [\"y\"]\ny = []\nz = []\n";
    let package = [
        ("p/Cargo.toml", manifest),
        ("p/src/main.rs", ""),
        ("p/src/lib.rs", "mod a;"),
        ("p/src/a.rs", ""),
        ("p/examples/e.rs", ""),
    ];
    check(
        &package,
        "p",
        &[
            "lib my_app 2021 +default +x +y",
            "bin my_app 2021 +default +x +y < my_app",
            "src/lib.rs",
            "src/a.rs",
            "src/main.rs",
        ],
    );
    let found = describe(&package, "p", |o| {
        o.target = TargetChoice::Lib;
        o.cargo.no_default_features = true;
        o.cargo.features = vec!["z".into()];
    });
    assert_eq!(found, ["lib my_app 2021 +z", "src/lib.rs", "src/a.rs"]);
    let found = describe(&package, "p", |o| {
        o.target = TargetChoice::Example("f".into());
    });
    assert_eq!(found, ["WRC5003 the package `my-app` has no example `f`"]);
    let two = [
        ("Cargo.toml", "[package]\nname = \"p\""),
        ("src/bin/a.rs", ""),
        ("src/bin/b/main.rs", ""),
    ];
    check(&two, "", &["WRC5003 the package has several programs"]);
    let found = describe(&two, "Cargo.toml", |o| {
        o.target = TargetChoice::Bin("b".into())
    });
    assert_eq!(found, ["bin b 2015", "src/bin/b/main.rs"]);
}

/// Renaming, features that a dependent turns on, development dependencies and
/// editions, in a workspace.
#[test]
fn workspaces() {
    let files = [
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"app\", \"lib-a\"]\nresolver = \"2\"",
        ),
        (
            "app/Cargo.toml",
            "[package]\nname = \"app\"\nedition = \"2024\"\n\
             [dependencies]\nfirst = { path = \"../lib-a\", package = \"lib-a\", features = [\"f\"] }\n\
             [target.'cfg(unix)'.dependencies]\nunix = { path = \"../out\", package = \"out\" }\n\
             [dev-dependencies]\ndev = { path = \"../dev\" }\n",
        ),
        ("app/src/main.rs", "mod m;"),
        ("app/src/m.rs", ""),
        (
            "lib-a/Cargo.toml",
            "[package]\nname = \"lib-a\"\nedition = \"2018\"\n[features]\nf = []\n\
             [target.'cfg(wasm_gc)'.dependencies]\nout = { path = \"../out\" }\n",
        ),
        ("lib-a/src/lib.rs", ""),
        ("out/Cargo.toml", "[package]\nname = \"out\""),
        ("out/src/lib.rs", ""),
        ("dev/Cargo.toml", "[package]\nname = \"dev\""),
        ("dev/src/lib.rs", ""),
    ];
    let expected = [
        "lib out 2015",
        "lib lib_a 2018 +f < out",
        "bin app 2024 < first",
        "out/src/lib.rs",
        "lib-a/src/lib.rs",
        "app/src/main.rs",
        "app/src/m.rs",
    ];
    check(&files, "app", &expected);
    check(&files, "", &expected);
    let found = describe(&files, "", |o| o.test = true);
    assert_eq!(
        found[..4],
        [
            "lib dev 2015",
            "lib out 2015",
            "lib lib_a 2018 +f < out",
            "bin app 2024 test < dev, first"
        ]
    );
    let found = describe(&files, "", |o| o.package = Some("lib-a".into()));
    assert_eq!(found[..2], ["lib out 2015", "lib lib_a 2018 < out"]);
    let found = describe(&files, "", |o| o.package = Some("none".into()));
    assert_eq!(found, ["WRC5003 there is no package `none`"]);
}

#[test]
fn packages_that_are_refused() {
    let refused = |manifest: &str, expected: &str| {
        check(
            &[("Cargo.toml", manifest), ("src/main.rs", ""), ("b.rs", "")],
            "",
            &[expected],
        );
    };
    refused("[package\n", "WRC5004 unclosed table, expected `]`");
    refused(
        "[package]\nname = \"p\"\nbuild = \"b.rs\"",
        "WRC5006 build scripts are not run: `p`",
    );
    refused(
        "[package]\nname = \"p\"\n[profile.dev]\noverflow-checks = 3",
        "WRC5004 invalid type: integer `3`, expected a boolean",
    );
    check(
        &[("x/y", "")],
        "x",
        &["WRC5004 there is no `/x/Cargo.toml`"],
    );
}
