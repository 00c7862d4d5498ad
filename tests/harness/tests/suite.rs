//! The test binary: see the crate's documentation.

fn main() -> std::process::ExitCode {
    wrc_tests::main()
}
