//! Components: their core modules are rewritten, the rest stays.
//!
//! ```text
//! component = header, (id size content)*      id 1: a core module
//! ```

use super::ReadError;
use wasm_encoder::Encode;
use wasmparser::{BinaryReader, Parser};

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const MODULE: u8 = 1;

/// A component, not a core module?
pub fn is_component(wasm: &[u8]) -> bool {
    Parser::is_component(wasm)
}

/// Replaces each core module by what the function makes of it. Names and the
/// list of producers go.
///
/// # Errors
/// Those of the function, and when the component is broken.
pub fn rewrite<E>(
    component: &[u8],
    broken: fn(ReadError) -> E,
    mut module: impl FnMut(&[u8]) -> Result<Vec<u8>, E>,
) -> Result<Vec<u8>, E> {
    let mut out = component.get(..HEADER).unwrap_or_default().to_vec();
    for section in sections(component).map_err(broken)? {
        match section.id {
            CUSTOM => {}
            MODULE => {
                out.push(MODULE);
                module(section.content)?.encode(&mut out);
            }
            id => {
                out.push(id);
                section.content.encode(&mut out);
            }
        }
    }
    Ok(out)
}

/// A section of a module or component.
pub(super) struct Section<'a> {
    pub id: u8,
    pub content: &'a [u8],
}

/// The sections after the header.
pub(super) fn sections(wasm: &[u8]) -> Result<Vec<Section<'_>>, ReadError> {
    let mut sections = Vec::new();
    let mut reader = BinaryReader::new(wasm.get(HEADER..).unwrap_or_default(), HEADER);
    while !reader.eof() {
        let id = reader.read_u8()?;
        let size = reader.read_var_u32()?;
        let content = reader.read_bytes(size as usize)?;
        sections.push(Section { id, content });
    }
    Ok(sections)
}
