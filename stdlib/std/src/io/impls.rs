//! `Read`, `Write`, `BufRead` and `Seek` of references, boxes and bytes in memory.

use super::read::append_text;
use super::{BufRead, Error, Read, Result, Seek, SeekFrom, Write};
#[cfg(not(without = "collections"))]
use crate::collections::VecDeque;
use crate::fmt;

macro_rules! forward {
    ($($ty:ty),*) => {
        $(
            impl<R: Read + ?Sized> Read for $ty {
                #[inline]
                fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
                    (**self).read(buf)
                }

                #[inline]
                fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
                    (**self).read_to_end(buf)
                }

                #[inline]
                fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
                    (**self).read_to_string(buf)
                }

                #[inline]
                fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
                    (**self).read_exact(buf)
                }
            }

            impl<R: Write + ?Sized> Write for $ty {
                #[inline]
                fn write(&mut self, buf: &[u8]) -> Result<usize> {
                    (**self).write(buf)
                }

                #[inline]
                fn flush(&mut self) -> Result<()> {
                    (**self).flush()
                }

                #[inline]
                fn write_all(&mut self, buf: &[u8]) -> Result<()> {
                    (**self).write_all(buf)
                }

                #[inline]
                fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
                    (**self).write_fmt(args)
                }
            }

            impl<R: Seek + ?Sized> Seek for $ty {
                #[inline]
                fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
                    (**self).seek(pos)
                }

                #[inline]
                fn stream_position(&mut self) -> Result<u64> {
                    (**self).stream_position()
                }
            }

            impl<R: BufRead + ?Sized> BufRead for $ty {
                #[inline]
                fn fill_buf(&mut self) -> Result<&[u8]> {
                    (**self).fill_buf()
                }

                #[inline]
                fn consume(&mut self, amount: usize) {
                    (**self).consume(amount)
                }

                #[inline]
                fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
                    (**self).read_until(byte, buf)
                }

                #[inline]
                fn read_line(&mut self, buf: &mut String) -> Result<usize> {
                    (**self).read_line(buf)
                }
            }
        )*
    };
}

forward! { &mut R, Box<R> }

impl Read for &[u8] {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let all: &[u8] = *self;
        let len = if buf.len() < all.len() {
            buf.len()
        } else {
            all.len()
        };
        buf[..len].copy_from_slice(&all[..len]);
        *self = &all[len..];
        Ok(len)
    }

    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let all: &[u8] = *self;
        if buf.len() > all.len() {
            *self = &all[all.len()..];
            return Err(Error::UNEXPECTED_EOF);
        }
        buf.copy_from_slice(&all[..buf.len()]);
        *self = &all[buf.len()..];
        Ok(())
    }

    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let all: &[u8] = *self;
        buf.extend_from_slice(all);
        *self = &all[all.len()..];
        Ok(all.len())
    }

    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let all: &[u8] = *self;
        let len = append_text(buf, all)?;
        *self = &all[len..];
        Ok(len)
    }
}

impl BufRead for &[u8] {
    #[inline]
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(*self)
    }

    #[inline]
    fn consume(&mut self, amount: usize) {
        let all: &[u8] = *self;
        *self = &all[amount..];
    }
}

/// Overwrites the slice from its start; what is written is cut off.
impl Write for &mut [u8] {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        let len = if buf.len() < self.len() {
            buf.len()
        } else {
            self.len()
        };
        let (head, tail) = core::mem::take(self).split_at_mut(len);
        head.copy_from_slice(&buf[..len]);
        *self = tail;
        Ok(len)
    }

    #[inline]
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for Vec<u8> {
    #[inline]
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.extend_from_slice(buf);
        Ok(buf.len())
    }

    #[inline]
    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        self.extend_from_slice(buf);
        Ok(())
    }

    #[inline]
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Reads from the front.
#[cfg(not(without = "collections"))]
impl Read for VecDeque<u8> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let (front, _) = self.as_slices();
        let len = if buf.len() < front.len() {
            buf.len()
        } else {
            front.len()
        };
        buf[..len].copy_from_slice(&front[..len]);
        self.drain(..len);
        Ok(len)
    }
}

#[cfg(not(without = "collections"))]
impl BufRead for VecDeque<u8> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        let (front, _) = self.as_slices();
        Ok(front)
    }

    fn consume(&mut self, amount: usize) {
        self.drain(..amount);
    }
}

/// Appends to the back.
#[cfg(not(without = "collections"))]
impl Write for VecDeque<u8> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.extend(buf);
        Ok(buf.len())
    }

    #[inline]
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
