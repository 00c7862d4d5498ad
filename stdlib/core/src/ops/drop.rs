//! The end of a value.

/// Types that do something when a value ends.
#[lang = "drop"]
pub trait Drop {
    /// Called when the value ends, before its fields do.
    fn drop(&mut self);
}
