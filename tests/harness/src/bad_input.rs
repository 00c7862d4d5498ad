//! Input that no compiler can like: it ends soon, with exit code 1 and a
//! diagnostic that is not an internal error, and earlier output stays.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use libtest_mimic::{Failed, Trial};

use crate::{compiler, files::Program, process::Output};

/// On a busy machine; idle it is a tenth.
const LIMIT: Duration = Duration::from_secs(100);

/// A program, and what must be in its diagnostics; nothing: it compiles or
/// is refused.
struct Case {
    name: &'static str,
    source: fn() -> Vec<u8>,
    says: Option<&'static str>,
}

const fn case(name: &'static str, source: fn() -> Vec<u8>, says: &'static str) -> Case {
    Case {
        name,
        source,
        says: Some(says),
    }
}

/// Large, but right: no error is wrong, and none is a must.
const fn large(name: &'static str, source: fn() -> Vec<u8>) -> Case {
    Case {
        name,
        source,
        says: None,
    }
}

const CASES: &[Case] = &[
    case("empty", Vec::new, "error[E0601]"),
    case(
        "not_utf8",
        || b"fn main() { \xff }".into(),
        "error[WRC5002]",
    ),
    case("nul_bytes", || vec![0; 1000], "error["),
    case("open_braces", || "{".repeat(2000).into(), "error[WRC1001]"),
    case(
        "unknown_type",
        || text("fn main() { let x: Nowhere = make(); x.run(); }"),
        "error[E0425]",
    ),
    // FIXME: rustc says E0072
    large("type_in_itself", || {
        text("struct A(A); fn main() { let a: Option<A> = None; drop(a); }")
    }),
    // FIXME: rustc says E0072
    large("types_in_each_other", || {
        text("struct A(B); enum B { X(A), Y } fn main() { let a: Option<B> = None; drop(a); }")
    }),
    case(
        "alias_of_itself",
        || text("type A = A; fn main() { let x: Option<A> = None; drop(x); }"),
        "error[",
    ),
    case(
        "trait_above_itself",
        || text("trait A: B {} trait B: A {} fn f<T: A>(t: T) {} fn main() { f(1); }"),
        "error[",
    ),
    // FIXME: rustc says E0391
    large("const_cycle", || {
        text("const A: u32 = B; const B: u32 = A; fn main() { println!(\"{}\", A); }")
    }),
    case(
        "array_length_of_itself",
        || text("const N: usize = [0; N].len(); fn main() { println!(\"{}\", N); }"),
        "error[",
    ),
    case(
        "polymorphic_recursion",
        || {
            text(
                "fn f<T: Copy>(n: u32, t: T) { if n > 0 { f(n - 1, (t, t)) } }
                 fn main() { f(3, 1u8); }",
            )
        },
        "error[WRC2109]",
    ),
    // FIXME: rustc says that the recursion limit is reached
    large("macro_without_end", || {
        text("macro_rules! m { ($($t:tt)*) => { m!($($t)* x) } } fn main() { m!(); }")
    }),
    case(
        "missing_module",
        || text("mod nowhere; fn main() {}"),
        "error[E0583]",
    ),
    case(
        "many_terms",
        || in_main(&format!("let x: u64 = {}1;", "1 + ".repeat(5000))),
        "error[WRC1003]",
    ),
    large("terms", || {
        in_main(&format!("let x: u64 = {}1;", "1 + ".repeat(300)))
    }),
    large("parens", || {
        in_main(&format!(
            "let x = {}1{};",
            "(".repeat(1000),
            ")".repeat(1000)
        ))
    }),
    large("blocks", || {
        in_main(&format!("{}{}", "{".repeat(1000), "}".repeat(1000)))
    }),
    large("ifs", || {
        in_main(&format!("{} {}", "if true {".repeat(500), "}".repeat(500)))
    }),
    large("references", || {
        in_main(&format!("let x = {}1;", "& ".repeat(1000)))
    }),
    large("negations", || {
        in_main(&format!("let x = {}true;", "!".repeat(1000)))
    }),
    large("method_chain", || {
        in_main(&format!("let x = 1u32{};", ".wrapping_add(1)".repeat(500)))
    }),
    large("closures", || {
        in_main(&format!("let x = {}1;", "|| ".repeat(200)))
    }),
    large("generics", || {
        in_main(&format!(
            "let x: {}u8{} = None;",
            "Option<".repeat(200),
            ">".repeat(200)
        ))
    }),
    large("tuples", || {
        in_main(&format!(
            "let x = {}1{};",
            "(".repeat(200),
            ",)".repeat(200)
        ))
    }),
    large("patterns", || {
        in_main(&format!(
            "let {}x{} = {}1{};",
            "(".repeat(100),
            ",)".repeat(100),
            "(".repeat(100),
            ",)".repeat(100)
        ))
    }),
    large("else_ifs", || {
        in_main(&format!(
            "let n = std::env::args().count(); {} {{}}",
            "if n == 7 { return } else ".repeat(500)
        ))
    }),
    large("many_items", || {
        let items: String = (0..2000)
            .map(|n| format!("fn f{n}() -> u32 {{ {n} }}\n"))
            .collect();
        text(&format!("{items} fn main() {{}}"))
    }),
    large("large_array", || {
        in_main("let x = [0u8; 1 << 31]; println!(\"{}\", x.len());")
    }),
];

fn text(source: &str) -> Vec<u8> {
    source.into()
}

fn in_main(statement: &str) -> Vec<u8> {
    format!("fn main() {{ {statement} }}\n").into()
}

/// One test per program, and those about files.
pub fn trials() -> Vec<Trial> {
    let test =
        |case: &'static Case| Trial::test(format!("bad-input/{}", case.name), move || check(case));
    let mut trials: Vec<Trial> = CASES.iter().map(test).collect();
    trials.push(Trial::test("bad-input/no_such_file", no_such_file));
    trials.push(Trial::test("bad-input/folder_is_a_file", folder_is_a_file));
    trials
}

fn check(case: &Case) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bad.rs");
    fs::write(&path, (case.source)())?;
    let earlier = folder.path().join("bad.wasm");
    fs::write(&earlier, "earlier")?;
    let start = Instant::now();
    let output = compile(&path, folder.path())?;
    let is_refused = output.code == Some(1);
    if !is_refused && (case.says.is_some() || output.code != Some(0)) {
        return Err(shown(&output));
    }
    if is_refused && fs::read(&earlier)? != b"earlier" {
        return Err("the earlier module was changed".into());
    }
    let says = case.says.unwrap_or_default();
    let is_internal = output.stderr.contains("error[WRC9");
    let is_told = !is_refused || output.stderr.contains("error[");
    if is_internal || !is_told || !output.stderr.contains(says) {
        return Err(shown(&output));
    }
    if start.elapsed() > LIMIT {
        return Err(format!("it took {:?}", start.elapsed()).into());
    }
    Ok(())
}

fn no_such_file() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let output = compile(&folder.path().join("bad.rs"), folder.path())?;
    let is_right = output.code == Some(1) && output.stderr.contains("error[WRC5001]");
    is_right.then_some(()).ok_or_else(|| shown(&output))
}

/// Also when the user is root, who may write to every folder.
fn folder_is_a_file() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bad.rs");
    fs::write(&path, "fn main() {}\n")?;
    let output = compile(&path, &path)?;
    let is_right = output.code == Some(1) && output.stderr.contains("error: cannot ");
    let is_kept = fs::read(&path)? == b"fn main() {}\n";
    (is_right && is_kept)
        .then_some(())
        .ok_or_else(|| shown(&output))
}

fn compile(path: &Path, to: &Path) -> Result<Output, Failed> {
    let program = Program {
        path: path.to_owned(),
        name: "bad".to_owned(),
    };
    Ok(compiler::compile(&program, &[], to)?)
}

fn shown(output: &Output) -> Failed {
    let text: String = output.stderr.chars().take(2000).collect();
    format!("exit code {:?}:\n{text}", output.code).into()
}
