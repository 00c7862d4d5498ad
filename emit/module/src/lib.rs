//! wrc-module
