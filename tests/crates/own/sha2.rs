//@ sha2 = "0.10"

use sha2::{Digest, Sha256, Sha512};

fn main() {
    println!("{:x}", Sha256::digest(b"abc"));
    let mut hasher = Sha512::new();
    for i in 0..1000u32 {
        hasher.update(i.to_le_bytes());
    }
    println!("{:x}", hasher.finalize());
}
