//@ winnow = "0.7"

use winnow::{
    Parser, Result,
    ascii::{digit1, multispace0},
    combinator::{alt, delimited, repeat},
    token::one_of,
};

fn factor(input: &mut &str) -> Result<i64> {
    delimited(
        multispace0,
        alt((digit1.try_map(str::parse), delimited('(', sum, ')'))),
        multispace0,
    )
    .parse_next(input)
}

fn chain(
    input: &mut &str,
    operators: [char; 2],
    mut part: fn(&mut &str) -> Result<i64>,
) -> Result<i64> {
    let first = part.parse_next(input)?;
    repeat(0.., (one_of(operators), part))
        .fold(
            move || first,
            |left, (operator, right)| match operator {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                _ => left / right,
            },
        )
        .parse_next(input)
}

fn product(input: &mut &str) -> Result<i64> {
    chain(input, ['*', '/'], factor)
}

fn sum(input: &mut &str) -> Result<i64> {
    chain(input, ['+', '-'], product)
}

fn main() {
    for text in ["1 + 2 * 3", "(1+2)*3 - 8/ (2)", "2 * ", "7"] {
        match sum.parse(text) {
            Ok(value) => println!("{value}"),
            Err(error) => println!("at {}", error.offset()),
        }
    }
}
