mod code {
    include!(concat!(env!("OUT_DIR"), "/code.rs"));
}

const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/data/text.txt"));

fn main() {
    println!("{} {} {TEXT}", env!("GREETING"), code::answer());
    println!("{} {}", cfg!(made), cfg!(level = "high"));
}
