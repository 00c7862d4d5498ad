//@ bytes = "1"

use bytes::{Buf, BufMut, Bytes, BytesMut};

fn main() {
    let mut out = BytesMut::with_capacity(8);
    out.put_u16(0x1234);
    out.put_slice(b"hello world");
    out.put_f64_le(1.5);
    let mut whole: Bytes = out.freeze();
    let tail = whole.slice(2..7);
    println!("{tail:?} {}", whole.len());
    println!("{:x}", whole.get_u16());
    let text = whole.split_to(11);
    println!("{} {}", String::from_utf8_lossy(&text), whole.get_f64_le());
    println!("{}", text.starts_with(&tail));
    println!("{:?}", Bytes::from_static(b"\x00\xffabc"));
}
