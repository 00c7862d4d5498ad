//! A module whose code stays where it is, since debug info names its places.

use super::{ReadError, component::sections};
use wasm_encoder::Encode;
use wasmparser::BinaryReader;

/// What tools leave behind about themselves.
const TRACES: [&str; 2] = ["producers", "target_features"];

/// The module without the traces of the tools, with names and debug info.
///
/// # Errors
/// When the module is broken.
pub fn without_traces(wasm: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut out = wasm.get(..8).unwrap_or_default().to_vec();
    for section in sections(wasm)? {
        let is_trace = section.id == 0
            && BinaryReader::new(section.content, 0)
                .read_string()
                .is_ok_and(|name| TRACES.contains(&name));
        if !is_trace {
            out.push(section.id);
            section.content.encode(&mut out);
        }
    }
    Ok(out)
}
