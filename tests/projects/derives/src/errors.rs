use std::error::Error as _;
use thiserror::Error;

#[derive(Error, Debug)]
enum Error {
    #[error("cannot read `{path}`")]
    Read {
        path: String,
        #[source]
        why: std::num::ParseIntError,
    },
    #[error("no number: {0}")]
    Number(#[from] std::num::ParseFloatError),
    #[error("{text:?} and {number:>4}|{}", .text.len())]
    Two { text: String, number: u8 },
    #[error(transparent)]
    Other(#[from] Box<dyn std::error::Error>),
}

fn number(text: &str) -> Result<f64, Error> {
    if text.is_empty() {
        Err(Box::<dyn std::error::Error>::from("nothing"))?;
    }
    Ok(text.parse::<f64>()?)
}

pub fn show() {
    let why = "a".parse::<i32>().unwrap_err();
    let error = Error::Read { path: "p".into(), why };
    println!("{error}: {}", error.source().unwrap());
    println!("{:?} {}", number("1.5"), number("z").unwrap_err());
    let two = Error::Two { text: "ab".into(), number: 3 };
    println!("{} {two}", number("").unwrap_err());
}
