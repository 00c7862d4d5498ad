//@ flate2 = "1"

use flate2::{Compression, Crc, read::GzDecoder, write::GzEncoder};
use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let text: String = (0..2000)
        .map(|i| format!("line {} of the text\n", i % 37))
        .collect();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    let packed = encoder.finish()?;
    println!("{} {}", text.len(), packed.len() < 2000);
    let mut back = String::new();
    GzDecoder::new(&packed[..]).read_to_string(&mut back)?;
    let mut crc = Crc::new();
    crc.update(back.as_bytes());
    println!("{} {:08x}", back == text, crc.sum());
    println!(
        "{:?}",
        GzDecoder::new(&packed[1..])
            .read_to_string(&mut back)
            .map_err(|it| it.kind())
    );
    Ok(())
}
