//! Used by the program and the example of the same package.

pub fn name() -> &'static str {
    env!("CARGO_PKG_NAME")
}
