//! wrc-bridge
