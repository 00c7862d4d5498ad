//! IPv6 addresses.

use super::v4::write_dotted;
use super::{IpAddr, Ipv4Addr, Short};
use crate::fmt::{self, Write};

/// An IPv6 address.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv6Addr {
    octets: [u8; 16],
}

impl Ipv6Addr {
    /// How many bits it has.
    pub const BITS: u32 = 128;
    /// `::1`
    pub const LOCALHOST: Ipv6Addr = Ipv6Addr::new(0, 0, 0, 0, 0, 0, 0, 1);
    /// `::`
    pub const UNSPECIFIED: Ipv6Addr = Ipv6Addr::new(0, 0, 0, 0, 0, 0, 0, 0);

    /// The address `a:b:c:d:e:f:g:h`.
    #[allow(clippy::too_many_arguments)]
    pub const fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr {
        Ipv6Addr::from_segments([a, b, c, d, e, f, g, h])
    }

    /// The address of eight segments.
    pub const fn from_segments(segments: [u16; 8]) -> Ipv6Addr {
        let mut octets = [0; 16];
        let mut index = 0;
        while index < 8 {
            octets[2 * index] = (segments[index] >> 8) as u8;
            octets[2 * index + 1] = segments[index] as u8;
            index += 1;
        }
        Ipv6Addr { octets }
    }

    /// The address of sixteen octets.
    #[inline]
    pub const fn from_octets(octets: [u8; 16]) -> Ipv6Addr {
        Ipv6Addr { octets }
    }

    /// Its eight segments.
    pub const fn segments(&self) -> [u16; 8] {
        let mut segments = [0; 8];
        let mut index = 0;
        while index < 8 {
            segments[index] =
                (self.octets[2 * index] as u16) << 8 | self.octets[2 * index + 1] as u16;
            index += 1;
        }
        segments
    }

    /// Its sixteen octets.
    #[inline]
    pub const fn octets(&self) -> [u8; 16] {
        self.octets
    }

    /// The address as a number.
    pub const fn to_bits(self) -> u128 {
        let mut bits = 0;
        let mut index = 0;
        while index < 16 {
            bits = bits << 8 | self.octets[index] as u128;
            index += 1;
        }
        bits
    }

    /// The address of a number.
    pub const fn from_bits(bits: u128) -> Ipv6Addr {
        let mut octets = [0; 16];
        let mut index = 0;
        while index < 16 {
            octets[index] = (bits >> (120 - 8 * index as u32)) as u8;
            index += 1;
        }
        Ipv6Addr { octets }
    }

    /// Whether it is `::`.
    pub const fn is_unspecified(&self) -> bool {
        self.to_bits() == 0
    }

    /// Whether it is `::1`.
    pub const fn is_loopback(&self) -> bool {
        self.to_bits() == 1
    }

    /// Whether it is in `fc00::/7`.
    pub const fn is_unique_local(&self) -> bool {
        self.octets[0] & 0xFE == 0xFC
    }

    /// Whether it is in `fe80::/10`.
    pub const fn is_unicast_link_local(&self) -> bool {
        self.octets[0] == 0xFE && self.octets[1] & 0xC0 == 0x80
    }

    /// Whether it is in `ff00::/8`.
    pub const fn is_multicast(&self) -> bool {
        self.octets[0] == 0xFF
    }

    /// The IPv4 address of `::ffff:a.b.c.d`.
    pub const fn to_ipv4_mapped(&self) -> Option<Ipv4Addr> {
        let bits = self.to_bits();
        if bits >> 32 == 0xFFFF {
            Some(Ipv4Addr::from_bits(bits as u32))
        } else {
            None
        }
    }

    /// The IPv4 address of `::a.b.c.d` or `::ffff:a.b.c.d`.
    pub const fn to_ipv4(&self) -> Option<Ipv4Addr> {
        let bits = self.to_bits();
        if bits >> 32 == 0xFFFF || bits >> 32 == 0 {
            Some(Ipv4Addr::from_bits(bits as u32))
        } else {
            None
        }
    }

    /// The IPv4 address of `::ffff:a.b.c.d`, or itself.
    pub const fn to_canonical(&self) -> IpAddr {
        match self.to_ipv4_mapped() {
            Some(mapped) => IpAddr::V4(mapped),
            None => IpAddr::V6(*self),
        }
    }

    /// Where the longest run of zero segments is, and how long.
    fn longest_zeros(segments: [u16; 8]) -> (usize, usize) {
        let mut longest = (0, 0);
        let mut start = 0;
        while start < 8 {
            let mut end = start;
            while end < 8 && segments[end] == 0 {
                end += 1;
            }
            if end - start > longest.1 {
                longest = (start, end - start);
            }
            start = end + 1;
        }
        longest
    }

    fn write_to(&self, out: &mut dyn Write) -> fmt::Result {
        if let Some(v4) = self.to_ipv4_mapped() {
            out.write_str("::ffff:")?;
            return write_dotted(out, v4.octets());
        }
        let segments = self.segments();
        let (start, len) = Ipv6Addr::longest_zeros(segments);
        if len < 2 {
            return write_segments(out, segments, 0, 8);
        }
        write_segments(out, segments, 0, start)?;
        out.write_str("::")?;
        write_segments(out, segments, start + len, 8)
    }
}

fn write_segments(
    out: &mut dyn Write,
    segments: [u16; 8],
    start: usize,
    end: usize,
) -> fmt::Result {
    let mut index = start;
    while index < end {
        if index > start {
            out.write_char(':')?;
        }
        let segment = segments[index];
        write!(out, "{segment:x}")?;
        index += 1;
    }
    Ok(())
}

impl fmt::Display for Ipv6Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_none() && f.precision().is_none() {
            return self.write_to(f);
        }
        let mut text = Short::<39>::new();
        self.write_to(&mut text)?;
        f.pad(text.as_str())
    }
}

impl fmt::Debug for Ipv6Addr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Ipv6Addr> for u128 {
    #[inline]
    fn from(address: Ipv6Addr) -> u128 {
        address.to_bits()
    }
}

impl From<u128> for Ipv6Addr {
    #[inline]
    fn from(bits: u128) -> Ipv6Addr {
        Ipv6Addr::from_bits(bits)
    }
}

impl From<[u8; 16]> for Ipv6Addr {
    #[inline]
    fn from(octets: [u8; 16]) -> Ipv6Addr {
        Ipv6Addr { octets }
    }
}

impl From<[u16; 8]> for Ipv6Addr {
    #[inline]
    fn from(segments: [u16; 8]) -> Ipv6Addr {
        Ipv6Addr::from_segments(segments)
    }
}
