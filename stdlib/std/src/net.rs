//! Addresses of networks. What opens a connection is refused where it is called.

pub use core::net::*;

use crate::io::{self, Read, Write};
use crate::time::Duration;

macro_rules! refused {
    ($($(#[$attr:meta])* $vis:vis fn $name:ident $(<$($param:ident: $bound:path),*>)? ($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        $(
            $(#[$attr])*
            #[wrc::refused = "sockets are not supported: a module has no network; call a function of the host, declared with `#[wasm::import]`"]
            $vis fn $name $(<$($param: $bound),*>)? ($($arg: $ty),*) -> $ret {
                $(let _ = $arg;)*
                core::intrinsics::abort()
            }
        )*
    };
}

/// A connection; there is none.
#[derive(Debug)]
pub enum TcpStream {}

/// What waits for connections; there is none.
#[derive(Debug)]
pub enum TcpListener {}

/// What sends and receives packets; there is none.
#[derive(Debug)]
pub enum UdpSocket {}

/// What names an address.
pub trait ToSocketAddrs {}
impl ToSocketAddrs for str {}
impl ToSocketAddrs for String {}
impl ToSocketAddrs for SocketAddr {}
impl ToSocketAddrs for SocketAddrV4 {}
impl ToSocketAddrs for SocketAddrV6 {}
impl ToSocketAddrs for (&str, u16) {}
impl ToSocketAddrs for (String, u16) {}
impl ToSocketAddrs for (IpAddr, u16) {}
impl ToSocketAddrs for (Ipv4Addr, u16) {}
impl ToSocketAddrs for (Ipv6Addr, u16) {}
impl ToSocketAddrs for [SocketAddr] {}
impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {}

impl TcpStream {
    refused! {
        /// Connects.
        pub fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream>;
    }

    /// The other side's address.
    pub fn peer_addr(&self) -> io::Result<SocketAddr> {
        match *self {}
    }

    /// This side's address.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        match *self {}
    }

    /// The same connection once more.
    pub fn try_clone(&self) -> io::Result<TcpStream> {
        match *self {}
    }

    /// How long to wait when reading.
    pub fn set_read_timeout(&self, _dur: Option<Duration>) -> io::Result<()> {
        match *self {}
    }

    /// How long to wait when writing.
    pub fn set_write_timeout(&self, _dur: Option<Duration>) -> io::Result<()> {
        match *self {}
    }

    /// Sends small packets at once.
    pub fn set_nodelay(&self, _nodelay: bool) -> io::Result<()> {
        match *self {}
    }
}

impl Read for TcpStream {
    fn read(&mut self, _buf: &mut [u8]) -> io::Result<usize> {
        match *self {}
    }
}

impl Read for &TcpStream {
    fn read(&mut self, _buf: &mut [u8]) -> io::Result<usize> {
        match **self {}
    }
}

impl Write for TcpStream {
    fn write(&mut self, _buf: &[u8]) -> io::Result<usize> {
        match *self {}
    }
    fn flush(&mut self) -> io::Result<()> {
        match *self {}
    }
}

impl Write for &TcpStream {
    fn write(&mut self, _buf: &[u8]) -> io::Result<usize> {
        match **self {}
    }
    fn flush(&mut self) -> io::Result<()> {
        match **self {}
    }
}

impl TcpListener {
    refused! {
        /// Waits at an address.
        pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener>;
    }

    /// The address.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        match *self {}
    }

    /// The next connection.
    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        match *self {}
    }

    /// All connections.
    pub fn incoming(&self) -> Incoming<'_> {
        match *self {}
    }
}

/// Connections.
#[derive(Debug)]
pub struct Incoming<'a> {
    listener: &'a TcpListener,
}

impl Iterator for Incoming<'_> {
    type Item = io::Result<TcpStream>;

    fn next(&mut self) -> Option<io::Result<TcpStream>> {
        match *self.listener {}
    }
}

impl UdpSocket {
    refused! {
        /// Receives at an address.
        pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<UdpSocket>;
    }

    /// Sends to an address.
    pub fn send_to<A: ToSocketAddrs>(&self, _buf: &[u8], _addr: A) -> io::Result<usize> {
        match *self {}
    }

    /// Receives.
    pub fn recv_from(&self, _buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {
        match *self {}
    }

    /// The address packets go to.
    pub fn connect<A: ToSocketAddrs>(&self, _addr: A) -> io::Result<()> {
        match *self {}
    }
}
