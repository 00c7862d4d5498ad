//! Bytes and characters as ASCII.

pub use core::ascii::*;

/// What is inherent to the types today.
#[deprecated(note = "use inherent methods instead")]
pub trait AsciiExt {
    /// The owned form.
    type Owned;

    /// Whether all is ASCII.
    fn is_ascii(&self) -> bool;

    /// With the letters of ASCII in upper case.
    fn to_ascii_uppercase(&self) -> Self::Owned;

    /// With the letters of ASCII in lower case.
    fn to_ascii_lowercase(&self) -> Self::Owned;

    /// Whether both are the same but for the case of the letters of ASCII.
    fn eq_ignore_ascii_case(&self, other: &Self) -> bool;

    /// Turns the letters of ASCII into upper case.
    fn make_ascii_uppercase(&mut self);

    /// Turns the letters of ASCII into lower case.
    fn make_ascii_lowercase(&mut self);
}

macro_rules! ascii {
    ($($Text:ty, $Owned:ty;)*) => {
        $(
            #[allow(deprecated)]
            impl AsciiExt for $Text {
                type Owned = $Owned;

                fn is_ascii(&self) -> bool {
                    self.is_ascii()
                }

                fn to_ascii_uppercase(&self) -> $Owned {
                    self.to_ascii_uppercase()
                }

                fn to_ascii_lowercase(&self) -> $Owned {
                    self.to_ascii_lowercase()
                }

                fn eq_ignore_ascii_case(&self, other: &Self) -> bool {
                    self.eq_ignore_ascii_case(other)
                }

                fn make_ascii_uppercase(&mut self) {
                    self.make_ascii_uppercase();
                }

                fn make_ascii_lowercase(&mut self) {
                    self.make_ascii_lowercase();
                }
            }
        )*
    };
}

ascii! {
    u8, u8;
    char, char;
    [u8], Vec<u8>;
    str, String;
}
