//@ memchr = "2"

use memchr::{memchr, memchr3_iter, memmem, memrchr};

fn main() {
    let text = "the quick brown fox jumps over the lazy dog, the end".as_bytes();
    println!(
        "{:?} {:?} {:?}",
        memchr(b'q', text),
        memrchr(b'e', text),
        memchr(b'Q', text)
    );
    println!(
        "{:?}",
        memchr3_iter(b'x', b'z', b'q', text).collect::<Vec<_>>()
    );
    println!("{:?}", memmem::find_iter(text, "the").collect::<Vec<_>>());
    println!("{:?}", memmem::rfind(text, b"over"));
}
