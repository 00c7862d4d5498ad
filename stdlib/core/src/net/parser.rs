//! Addresses from text.

use super::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use crate::error::Error;
use crate::fmt;
use crate::str::FromStr;

/// What the text was to be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum AddrKind {
    Ip,
    Ipv4,
    Ipv6,
    Socket,
    SocketV4,
    SocketV6,
}

/// The text is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError(AddrKind);

impl fmt::Display for AddrParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            AddrKind::Ip => "invalid IP address syntax",
            AddrKind::Ipv4 => "invalid IPv4 address syntax",
            AddrKind::Ipv6 => "invalid IPv6 address syntax",
            AddrKind::Socket => "invalid socket address syntax",
            AddrKind::SocketV4 => "invalid IPv4 socket address syntax",
            AddrKind::SocketV6 => "invalid IPv6 socket address syntax",
        })
    }
}

impl Error for AddrParseError {}

/// Reads from the front. A method that finds nothing leaves the text as it was.
#[derive(Copy, Clone)]
struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Parser<'a> {
    fn new(bytes: &'a [u8]) -> Parser<'a> {
        Parser { bytes, at: 0 }
    }

    fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn peek(&self) -> Option<u8> {
        if self.is_at_end() {
            None
        } else {
            Some(self.bytes[self.at])
        }
    }

    fn eat(&mut self, wanted: u8) -> Option<()> {
        if self.peek() != Some(wanted) {
            return None;
        }
        self.at += 1;
        Some(())
    }

    fn digit(&self, radix: u32) -> Option<u32> {
        (self.peek()? as char).to_digit(radix)
    }

    /// At most `max_digits` digits; more are an error, as is a needless zero in decimal.
    fn number(&mut self, radix: u32, max_digits: usize, max: u32) -> Option<u32> {
        let start = self.at;
        let mut value: u32 = 0;
        while let Some(digit) = self.digit(radix) {
            value = value.checked_mul(radix)?.checked_add(digit)?;
            self.at += 1;
            if value > max || self.at - start > max_digits {
                return None;
            }
        }
        if self.at == start {
            None
        } else {
            Some(value)
        }
    }

    fn v4(&mut self) -> Option<Ipv4Addr> {
        let saved = self.at;
        let result = self.v4_octets();
        if result.is_none() {
            self.at = saved;
        }
        result
    }

    fn v4_octets(&mut self) -> Option<Ipv4Addr> {
        let mut octets = [0; 4];
        let mut index = 0;
        while index < 4 {
            if index > 0 {
                self.eat(b'.')?;
            }
            let start = self.at;
            let has_zero = self.peek() == Some(b'0');
            octets[index] = self.number(10, 3, 255)? as u8;
            if has_zero && self.at - start > 1 {
                return None;
            }
            index += 1;
        }
        Some(Ipv4Addr::from(octets))
    }

    /// Segments up to `limit`; an IPv4 address counts as two. Returns how many, and whether they
    /// end with an IPv4 address.
    fn v6_segments(&mut self, segments: &mut [u16; 8], limit: usize) -> (usize, bool) {
        let mut index = 0;
        while index < limit {
            let saved = self.at;
            if index > 0 && self.eat(b':').is_none() {
                return (index, false);
            }
            if index + 1 < limit {
                if let Some(v4) = self.v4() {
                    let [a, b, c, d] = v4.octets();
                    segments[index] = (a as u16) << 8 | b as u16;
                    segments[index + 1] = (c as u16) << 8 | d as u16;
                    return (index + 2, true);
                }
            }
            match self.number(16, 4, 0xFFFF) {
                Some(segment) => segments[index] = segment as u16,
                None => {
                    self.at = saved;
                    return (index, false);
                }
            }
            index += 1;
        }
        (index, false)
    }

    fn v6(&mut self) -> Option<Ipv6Addr> {
        let saved = self.at;
        let result = self.v6_parts();
        if result.is_none() {
            self.at = saved;
        }
        result
    }

    fn v6_parts(&mut self) -> Option<Ipv6Addr> {
        let mut head = [0; 8];
        let (head_len, ends_in_v4) = self.v6_segments(&mut head, 8);
        if head_len == 8 {
            return Some(Ipv6Addr::from(head));
        }
        if ends_in_v4 {
            return None;
        }
        self.eat(b':')?;
        self.eat(b':')?;
        let mut tail = [0; 8];
        let (tail_len, _) = self.v6_segments(&mut tail, 8 - (head_len + 1));
        let mut index = 0;
        while index < tail_len {
            head[8 - tail_len + index] = tail[index];
            index += 1;
        }
        Some(Ipv6Addr::from(head))
    }

    fn ip(&mut self) -> Option<IpAddr> {
        match self.v4() {
            Some(address) => Some(IpAddr::V4(address)),
            None => self.v6().map(IpAddr::V6),
        }
    }

    fn port(&mut self) -> Option<u16> {
        self.eat(b':')?;
        self.number(10, usize::MAX, 0xFFFF).map(|port| port as u16)
    }

    fn socket_v4(&mut self) -> Option<SocketAddrV4> {
        let ip = self.v4()?;
        let port = self.port()?;
        Some(SocketAddrV4::new(ip, port))
    }

    fn socket_v6(&mut self) -> Option<SocketAddrV6> {
        self.eat(b'[')?;
        let ip = self.v6()?;
        let mut scope_id = 0;
        if self.eat(b'%').is_some() {
            scope_id = self.number(10, usize::MAX, u32::MAX)?;
        }
        self.eat(b']')?;
        let port = self.port()?;
        Some(SocketAddrV6::new(ip, port, 0, scope_id))
    }

    fn socket(&mut self) -> Option<SocketAddr> {
        let mut other = *self;
        match self.socket_v4() {
            Some(address) => Some(SocketAddr::V4(address)),
            None => {
                let address = other.socket_v6()?;
                *self = other;
                Some(SocketAddr::V6(address))
            }
        }
    }
}

macro_rules! from_text {
    ($($Address:ident, $method:ident, $Kind:ident;)*) => {
        $(
            impl FromStr for $Address {
                type Err = AddrParseError;

                fn from_str(s: &str) -> Result<$Address, AddrParseError> {
                    $Address::parse_ascii(s.as_bytes())
                }
            }

            impl $Address {
                /// The address from bytes of ASCII text.
                pub fn parse_ascii(b: &[u8]) -> Result<$Address, AddrParseError> {
                    let mut parser = Parser::new(b);
                    match parser.$method() {
                        Some(address) if parser.is_at_end() => Ok(address),
                        _ => Err(AddrParseError(AddrKind::$Kind)),
                    }
                }
            }
        )*
    };
}

from_text! {
    IpAddr, ip, Ip;
    Ipv4Addr, v4, Ipv4;
    Ipv6Addr, v6, Ipv6;
    SocketAddr, socket, Socket;
    SocketAddrV4, socket_v4, SocketV4;
    SocketAddrV6, socket_v6, SocketV6;
}
