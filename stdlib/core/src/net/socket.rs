//! Addresses with a port.

use super::{IpAddr, Ipv4Addr, Ipv6Addr, Short};
use crate::fmt::{self, Write};

/// An IPv4 address with a port.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SocketAddrV4 {
    ip: Ipv4Addr,
    port: u16,
}

impl SocketAddrV4 {
    /// The address `ip:port`.
    #[inline]
    pub const fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {
        SocketAddrV4 { ip, port }
    }

    /// Its address.
    #[inline]
    pub const fn ip(&self) -> &Ipv4Addr {
        &self.ip
    }

    /// Changes the address.
    #[inline]
    pub const fn set_ip(&mut self, new_ip: Ipv4Addr) {
        self.ip = new_ip;
    }

    /// Its port.
    #[inline]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Changes the port.
    #[inline]
    pub const fn set_port(&mut self, new_port: u16) {
        self.port = new_port;
    }

    fn write_to(&self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{}:{}", self.ip, self.port)
    }
}

/// An IPv6 address with a port.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct SocketAddrV6 {
    ip: Ipv6Addr,
    port: u16,
    flowinfo: u32,
    scope_id: u32,
}

impl SocketAddrV6 {
    /// The address `[ip]:port`.
    #[inline]
    pub const fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6 {
        SocketAddrV6 {
            ip,
            port,
            flowinfo,
            scope_id,
        }
    }

    /// Its address.
    #[inline]
    pub const fn ip(&self) -> &Ipv6Addr {
        &self.ip
    }

    /// Changes the address.
    #[inline]
    pub const fn set_ip(&mut self, new_ip: Ipv6Addr) {
        self.ip = new_ip;
    }

    /// Its port.
    #[inline]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Changes the port.
    #[inline]
    pub const fn set_port(&mut self, new_port: u16) {
        self.port = new_port;
    }

    /// Its flow information.
    #[inline]
    pub const fn flowinfo(&self) -> u32 {
        self.flowinfo
    }

    /// Changes the flow information.
    #[inline]
    pub const fn set_flowinfo(&mut self, new_flowinfo: u32) {
        self.flowinfo = new_flowinfo;
    }

    /// Its scope.
    #[inline]
    pub const fn scope_id(&self) -> u32 {
        self.scope_id
    }

    /// Changes the scope.
    #[inline]
    pub const fn set_scope_id(&mut self, new_scope_id: u32) {
        self.scope_id = new_scope_id;
    }

    fn write_to(&self, out: &mut dyn Write) -> fmt::Result {
        match self.scope_id {
            0 => write!(out, "[{}]:{}", self.ip, self.port),
            scope_id => write!(out, "[{}%{}]:{}", self.ip, scope_id, self.port),
        }
    }
}

macro_rules! text {
    ($($Address:ident, $len:literal;)*) => {
        $(
            impl fmt::Display for $Address {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    if f.width().is_none() && f.precision().is_none() {
                        return self.write_to(f);
                    }
                    let mut text = Short::<$len>::new();
                    self.write_to(&mut text)?;
                    f.pad(text.as_str())
                }
            }

            impl fmt::Debug for $Address {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(self, f)
                }
            }
        )*
    };
}

text! {
    SocketAddrV4, 21;
    SocketAddrV6, 58;
}

/// An address of either version with a port.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SocketAddr {
    /// Version 4.
    V4(SocketAddrV4),
    /// Version 6.
    V6(SocketAddrV6),
}

impl SocketAddr {
    /// The address with a port.
    pub const fn new(ip: IpAddr, port: u16) -> SocketAddr {
        match ip {
            IpAddr::V4(ip) => SocketAddr::V4(SocketAddrV4::new(ip, port)),
            IpAddr::V6(ip) => SocketAddr::V6(SocketAddrV6::new(ip, port, 0, 0)),
        }
    }

    /// Its address.
    pub const fn ip(&self) -> IpAddr {
        match self {
            SocketAddr::V4(address) => IpAddr::V4(*address.ip()),
            SocketAddr::V6(address) => IpAddr::V6(*address.ip()),
        }
    }

    /// Changes the address.
    pub const fn set_ip(&mut self, new_ip: IpAddr) {
        let port = self.port();
        *self = SocketAddr::new(new_ip, port);
    }

    /// Its port.
    pub const fn port(&self) -> u16 {
        match self {
            SocketAddr::V4(address) => address.port(),
            SocketAddr::V6(address) => address.port(),
        }
    }

    /// Changes the port.
    pub const fn set_port(&mut self, new_port: u16) {
        match self {
            SocketAddr::V4(address) => address.set_port(new_port),
            SocketAddr::V6(address) => address.set_port(new_port),
        }
    }

    /// Whether it is of version 4.
    pub const fn is_ipv4(&self) -> bool {
        matches!(self, SocketAddr::V4(_))
    }

    /// Whether it is of version 6.
    pub const fn is_ipv6(&self) -> bool {
        matches!(self, SocketAddr::V6(_))
    }
}

impl fmt::Display for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SocketAddr::V4(address) => fmt::Display::fmt(address, f),
            SocketAddr::V6(address) => fmt::Display::fmt(address, f),
        }
    }
}

impl fmt::Debug for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<SocketAddrV4> for SocketAddr {
    #[inline]
    fn from(address: SocketAddrV4) -> SocketAddr {
        SocketAddr::V4(address)
    }
}

impl From<SocketAddrV6> for SocketAddr {
    #[inline]
    fn from(address: SocketAddrV6) -> SocketAddr {
        SocketAddr::V6(address)
    }
}

impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {
    fn from(pieces: (I, u16)) -> SocketAddr {
        SocketAddr::new(pieces.0.into(), pieces.1)
    }
}
