//! Addresses of networks: their parts and their text.

mod ip;
mod parser;
mod socket;
mod v4;
mod v6;

pub use self::ip::IpAddr;
pub use self::parser::AddrParseError;
pub use self::socket::{SocketAddr, SocketAddrV4, SocketAddrV6};
pub use self::v4::Ipv4Addr;
pub use self::v6::Ipv6Addr;

use crate::fmt;

/// Text in a fixed array, so that padding can be applied to the whole.
struct Short<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Short<N> {
    fn new() -> Short<N> {
        Short {
            bytes: [0; N],
            len: 0,
        }
    }

    fn as_str(&self) -> &str {
        unsafe { crate::str::from_utf8_unchecked(&self.bytes[..self.len]) }
    }
}

impl<const N: usize> fmt::Write for Short<N> {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let bytes = s.as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            self.bytes[self.len] = bytes[index];
            self.len += 1;
            index += 1;
        }
        Ok(())
    }
}
