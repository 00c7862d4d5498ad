//! IPv4 addresses.

use super::{Ipv6Addr, Short};
use crate::fmt::{self, Write};

/// An IPv4 address.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv4Addr {
    octets: [u8; 4],
}

impl Ipv4Addr {
    /// How many bits it has.
    pub const BITS: u32 = 32;
    /// `127.0.0.1`
    pub const LOCALHOST: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 1);
    /// `0.0.0.0`
    pub const UNSPECIFIED: Ipv4Addr = Ipv4Addr::new(0, 0, 0, 0);
    /// `255.255.255.255`
    pub const BROADCAST: Ipv4Addr = Ipv4Addr::new(255, 255, 255, 255);

    /// The address `a.b.c.d`.
    #[inline]
    pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
        Ipv4Addr {
            octets: [a, b, c, d],
        }
    }

    /// The address of four octets.
    #[inline]
    pub const fn from_octets(octets: [u8; 4]) -> Ipv4Addr {
        Ipv4Addr { octets }
    }

    /// Its four octets.
    #[inline]
    pub const fn octets(&self) -> [u8; 4] {
        self.octets
    }

    /// The address as a number.
    pub const fn to_bits(self) -> u32 {
        let [a, b, c, d] = self.octets;
        (a as u32) << 24 | (b as u32) << 16 | (c as u32) << 8 | d as u32
    }

    /// The address of a number.
    pub const fn from_bits(bits: u32) -> Ipv4Addr {
        Ipv4Addr::new(
            (bits >> 24) as u8,
            (bits >> 16) as u8,
            (bits >> 8) as u8,
            bits as u8,
        )
    }

    /// Whether it is `0.0.0.0`.
    pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }

    /// Whether it is in `127.0.0.0/8`.
    pub const fn is_loopback(&self) -> bool {
        self.octets[0] == 127
    }

    /// Whether it is in `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`.
    pub const fn is_private(&self) -> bool {
        let [a, b, _, _] = self.octets;
        a == 10 || (a == 172 && b & 0xF0 == 16) || (a == 192 && b == 168)
    }

    /// Whether it is in `169.254.0.0/16`.
    pub const fn is_link_local(&self) -> bool {
        self.octets[0] == 169 && self.octets[1] == 254
    }

    /// Whether it is in `224.0.0.0/4`.
    pub const fn is_multicast(&self) -> bool {
        self.octets[0] & 0xF0 == 224
    }

    /// Whether it is `255.255.255.255`.
    pub const fn is_broadcast(&self) -> bool {
        self.to_bits() == u32::MAX
    }

    /// Whether it is in one of the three networks for examples.
    pub const fn is_documentation(&self) -> bool {
        matches!(self.to_bits() >> 8, 0xC0_0002 | 0xC6_3364 | 0xCB_0071)
    }

    /// `::a.b.c.d`
    pub const fn to_ipv6_compatible(&self) -> Ipv6Addr {
        let [a, b, c, d] = self.octets;
        Ipv6Addr::from_octets([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, a, b, c, d])
    }

    /// `::ffff:a.b.c.d`
    pub const fn to_ipv6_mapped(&self) -> Ipv6Addr {
        let [a, b, c, d] = self.octets;
        Ipv6Addr::from_octets([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, a, b, c, d])
    }
}

/// Writes the four numbers and the dots.
pub(super) fn write_dotted(out: &mut dyn Write, octets: [u8; 4]) -> fmt::Result {
    let [a, b, c, d] = octets;
    write!(out, "{a}.{b}.{c}.{d}")
}

impl fmt::Display for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_none() && f.precision().is_none() {
            return write_dotted(f, self.octets);
        }
        let mut text = Short::<15>::new();
        write_dotted(&mut text, self.octets)?;
        f.pad(text.as_str())
    }
}

impl fmt::Debug for Ipv4Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Ipv4Addr> for u32 {
    #[inline]
    fn from(address: Ipv4Addr) -> u32 {
        address.to_bits()
    }
}

impl From<u32> for Ipv4Addr {
    #[inline]
    fn from(bits: u32) -> Ipv4Addr {
        Ipv4Addr::from_bits(bits)
    }
}

impl From<[u8; 4]> for Ipv4Addr {
    #[inline]
    fn from(octets: [u8; 4]) -> Ipv4Addr {
        Ipv4Addr { octets }
    }
}
