//! wrc-gc-lower
