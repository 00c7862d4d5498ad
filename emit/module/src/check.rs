//! Looking at finished modules.

use wasmparser::{Parser, Payload, Validator, WasmFeatures};

/// Whether engines accept the module; the message says what they would.
pub fn validate(bytes: &[u8]) -> Result<(), String> {
    let mut validator = Validator::new_with_features(WasmFeatures::default());
    validator
        .validate_all(bytes)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// The module as text.
pub fn wat(bytes: &[u8]) -> Result<String, String> {
    wasmprinter::print_bytes(bytes).map_err(|error| error.to_string())
}

/// Bytes of the largest function body.
///
/// # Errors
/// When the bytes are no module.
pub fn largest_body(bytes: &[u8]) -> Result<usize, String> {
    let mut largest = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::CodeSectionEntry(body) = payload.map_err(|error| error.to_string())? {
            largest = largest.max(body.range().len());
        }
    }
    Ok(largest)
}

/// Section names with their sizes in bytes, in order.
pub fn section_sizes(bytes: &[u8]) -> Result<Vec<(String, usize)>, String> {
    let mut sizes = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(|error| error.to_string())?;
        let name = match &payload {
            Payload::TypeSection(_) => "type",
            Payload::ImportSection(_) => "import",
            Payload::FunctionSection(_) => "function",
            Payload::TableSection(_) => "table",
            Payload::GlobalSection(_) => "global",
            Payload::ExportSection(_) => "export",
            Payload::StartSection { .. } => "start",
            Payload::ElementSection(_) => "element",
            Payload::DataCountSection { .. } => "data count",
            Payload::CodeSectionStart { .. } => "code",
            Payload::DataSection(_) => "data",
            Payload::CustomSection(section) => section.name(),
            _ => continue,
        };
        if let Some((_, range)) = payload.as_section() {
            sizes.push((name.to_owned(), range.len()));
        }
    }
    Ok(sizes)
}
