//@ anyhow = "1"

use anyhow::{Context, Result, anyhow, bail, ensure};

fn parse(text: &str) -> Result<i32> {
    ensure!(!text.is_empty(), "nothing to parse");
    if text == "bail" {
        bail!("told to");
    }
    text.parse::<i32>()
        .with_context(|| format!("cannot parse {text:?}"))
}

fn main() -> Result<()> {
    for text in ["12", "", "bail", "x"] {
        match parse(text) {
            Ok(number) => println!("{number}"),
            Err(error) => {
                println!("{error} / {error:#}");
                for cause in error.chain().skip(1) {
                    println!("  {cause}");
                }
                println!(
                    "{}",
                    error.downcast_ref::<std::num::ParseIntError>().is_some()
                );
            }
        }
    }
    println!("{}", anyhow!("number {}", 3));
    Ok(())
}
