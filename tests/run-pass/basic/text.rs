// Text beyond ASCII passes the host in one piece and in many.
use std::io::Write;

fn main() {
    println!("grüße, 世界 🦀");
    let crab = "🦀";
    println!("{crab} {}", crab.len());
    let mut out = std::io::stdout();
    for byte in crab.as_bytes() {
        out.write_all(&[*byte]).unwrap();
    }
    out.write_all(b"\n").unwrap();
    let word: String = ["é", "ß", "\u{1F980}"].concat();
    println!("{word:?} {:?}", word.chars().rev().collect::<String>());
}
