//@ bstr = "1"

use bstr::{BStr, BString, ByteSlice, ByteVec};

fn main() {
    let text = b"foo \xFF bar\r\nbaz \xe2\x98\x83".as_bstr();
    println!("{text} {text:?}");
    for line in text.lines() {
        println!("{:?}", line.words().collect::<Vec<_>>());
    }
    println!("{:?}", text.char_indices().last());
    println!("{:?} {:?}", text.find("bar"), text.find_byteset(b"xz"));
    let mut owned = BString::from("ab");
    owned.push_char('é');
    println!(
        "{} {}",
        owned.to_uppercase().as_bstr(),
        BStr::new(&owned) < BStr::new("b")
    );
}
