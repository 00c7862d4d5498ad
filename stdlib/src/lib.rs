//! wrc-stdlib
