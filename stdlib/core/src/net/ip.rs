//! Addresses of either version.

use super::{Ipv4Addr, Ipv6Addr};
use crate::cmp::Ordering;
use crate::fmt;

/// An IPv4 or an IPv6 address.
#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord)]
pub enum IpAddr {
    /// Version 4.
    V4(Ipv4Addr),
    /// Version 6.
    V6(Ipv6Addr),
}

macro_rules! either {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            pub const fn $name(&self) -> bool {
                match self {
                    IpAddr::V4(address) => address.$name(),
                    IpAddr::V6(address) => address.$name(),
                }
            }
        )*
    };
}

impl IpAddr {
    either! {
        /// Whether all bits are zero.
        is_unspecified
        /// Whether it is of this machine.
        is_loopback
        /// Whether it is of a group.
        is_multicast
    }

    /// Whether it is of version 4.
    pub const fn is_ipv4(&self) -> bool {
        matches!(self, IpAddr::V4(_))
    }

    /// Whether it is of version 6.
    pub const fn is_ipv6(&self) -> bool {
        matches!(self, IpAddr::V6(_))
    }

    /// The IPv4 address that an IPv6 address stands for, or itself.
    pub const fn to_canonical(&self) -> IpAddr {
        match self {
            IpAddr::V6(address) => match address.to_ipv4_mapped() {
                Some(mapped) => IpAddr::V4(mapped),
                None => *self,
            },
            IpAddr::V4(_) => *self,
        }
    }
}

impl fmt::Display for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IpAddr::V4(address) => fmt::Display::fmt(address, f),
            IpAddr::V6(address) => fmt::Display::fmt(address, f),
        }
    }
}

impl fmt::Debug for IpAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! convert {
    ($($Variant:ident: $Address:ident, $source:ty;)*) => {
        $(
            impl From<$source> for IpAddr {
                #[inline]
                fn from(source: $source) -> IpAddr {
                    IpAddr::$Variant($Address::from(source))
                }
            }
        )*
    };
}

convert! {
    V4: Ipv4Addr, Ipv4Addr;
    V6: Ipv6Addr, Ipv6Addr;
    V4: Ipv4Addr, [u8; 4];
    V6: Ipv6Addr, [u8; 16];
    V6: Ipv6Addr, [u16; 8];
}

macro_rules! compare {
    ($($Variant:ident: $Address:ident;)*) => {
        $(
            impl PartialEq<$Address> for IpAddr {
                fn eq(&self, other: &$Address) -> bool {
                    *self == IpAddr::$Variant(*other)
                }
            }

            impl PartialEq<IpAddr> for $Address {
                fn eq(&self, other: &IpAddr) -> bool {
                    IpAddr::$Variant(*self) == *other
                }
            }

            impl PartialOrd<$Address> for IpAddr {
                fn partial_cmp(&self, other: &$Address) -> Option<Ordering> {
                    Some(self.cmp(&IpAddr::$Variant(*other)))
                }
            }

            impl PartialOrd<IpAddr> for $Address {
                fn partial_cmp(&self, other: &IpAddr) -> Option<Ordering> {
                    Some(IpAddr::$Variant(*self).cmp(other))
                }
            }
        )*
    };
}

compare! {
    V4: Ipv4Addr;
    V6: Ipv6Addr;
}
