//! wrc-session
