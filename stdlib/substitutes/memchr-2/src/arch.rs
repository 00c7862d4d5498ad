//! What is the same on all machines.

pub mod all {
    pub fn is_prefix(haystack: &[u8], needle: &[u8]) -> bool {
        haystack.starts_with(needle)
    }

    pub fn is_suffix(haystack: &[u8], needle: &[u8]) -> bool {
        haystack.ends_with(needle)
    }

    pub fn is_equal(x: &[u8], y: &[u8]) -> bool {
        x == y
    }

    pub mod packedpair {
        /// How common a byte is; searching here does without.
        pub trait HeuristicFrequencyRank {
            fn rank(&self, byte: u8) -> u8;
        }
    }
}
