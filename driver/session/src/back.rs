//! From THIR to the outputs.

use crate::options::Emit;

/// The outputs of a compilation.
#[derive(Clone, Debug, Default)]
pub struct Artifacts {
    /// The module.
    pub wasm: Vec<u8>,
    /// JavaScript that runs the module, and its types.
    pub js: String,
    pub dts: String,
    /// Texts asked for with `--emit`.
    pub texts: Vec<(Emit, String)>,
}
