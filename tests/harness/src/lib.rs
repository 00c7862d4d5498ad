//! wrc-tests
