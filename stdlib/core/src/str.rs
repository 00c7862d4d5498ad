//! Text.

mod access;
mod ascii;
mod bytes;
mod chars;
mod convert;
mod escape;
mod index;
mod lines;
mod lossy;
pub mod pattern;
mod search;
mod split;
mod traits;
mod trim;
mod utf16;
mod validate;
mod whitespace;

pub use self::bytes::Bytes;
pub use self::chars::{CharIndices, Chars};
pub use self::convert::{
    from_raw_parts, from_raw_parts_mut, from_utf8, from_utf8_mut, from_utf8_unchecked,
    from_utf8_unchecked_mut,
};
pub use self::escape::{EscapeDebug, EscapeDefault, EscapeUnicode};
pub use self::lines::Lines;
pub use self::lossy::{Utf8Chunk, Utf8Chunks};
pub use self::search::{MatchIndices, Matches, RMatchIndices, RMatches};
pub use self::split::{
    RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN, SplitTerminator,
};
pub use self::traits::{str_eq, FromStr, ParseBoolError};
pub use self::utf16::EncodeUtf16;
pub use self::validate::Utf8Error;
pub use self::whitespace::{SplitAsciiWhitespace, SplitWhitespace};

pub(crate) use self::chars::{decode, decode_back};

