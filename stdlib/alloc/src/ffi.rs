//! Text of C that is owned.

mod c_str;

pub use self::c_str::{CString, FromVecWithNulError, IntoStringError, NulError};
