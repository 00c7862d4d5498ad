//! Text of the host and of C.

mod os_str;
mod os_string;

pub use self::os_str::{Display, OsStr};
pub use self::os_string::OsString;
pub use alloc_crate::ffi::{CString, FromVecWithNulError, IntoStringError, NulError};
pub use core::ffi::{
    c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint,
    c_ulong, c_ulonglong, c_ushort, c_void, CStr, FromBytesUntilNulError, FromBytesWithNulError,
};
