//! wrc-object
