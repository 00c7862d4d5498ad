//! wrc-project
