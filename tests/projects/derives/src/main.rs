//! The derives that most programs have, from crates.io.

mod errors;
mod json;

use clap::{Parser, ValueEnum};

/// Shows what derives make.
#[derive(Parser, Debug)]
#[command(name = "derives", version)]
struct Args {
    /// How often.
    #[arg(short, long, default_value_t = 1)]
    count: u8,
    #[arg(long, value_enum)]
    part: Option<Part>,
    rest: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Part {
    Json,
    Errors,
    /// Neither.
    NoPart,
}

fn main() {
    let args = Args::parse();
    println!("{args:?}");
    for _ in 0..args.count {
        match args.part {
            Some(Part::Json) => json::show(),
            Some(Part::Errors) => errors::show(),
            Some(Part::NoPart) => {}
            None => {
                json::show();
                errors::show();
            }
        }
    }
    let text = b"one, two, three";
    println!("{:?}", memchr::memmem::find_iter(text, "t").collect::<Vec<_>>());
    println!("{:?}", memchr::memchr2_iter(b'o', b',', text).rev().collect::<Vec<_>>());
}
