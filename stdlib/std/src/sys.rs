//! What std needs from the host, and nothing else of it.

pub(crate) mod console;
pub(crate) mod host;
pub(crate) mod text;
