//@ variants: all
// A tokenizer, parser and evaluator for a small language, with error types.
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::fmt;
use std::iter::Peekable;
use std::str::{Chars, FromStr};

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Num(f64),
    Ident(String),
    Op(char),
    LParen,
    RParen,
    Comma,
    Assign,
    Eof,
}

#[derive(Debug)]
enum ParseError {
    Unexpected {
        found: Token,
        expected: &'static str,
    },
    BadNumber(std::num::ParseFloatError),
    UnknownChar(char, usize),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected { found, expected } => {
                write!(f, "expected {expected}, found {found:?}")
            }
            Self::BadNumber(e) => write!(f, "bad number: {e}"),
            Self::UnknownChar(c, at) => write!(f, "unknown character {c:?} at {at}"),
        }
    }
}
impl std::error::Error for ParseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::BadNumber(e) => Some(e),
            _ => None,
        }
    }
}
impl From<std::num::ParseFloatError> for ParseError {
    fn from(e: std::num::ParseFloatError) -> Self {
        Self::BadNumber(e)
    }
}

struct Lexer<'a> {
    chars: Peekable<Chars<'a>>,
    pos: usize,
}
impl<'a> Lexer<'a> {
    fn new(s: &'a str) -> Self {
        Lexer {
            chars: s.chars().peekable(),
            pos: 0,
        }
    }
    fn next_char(&mut self) -> Option<char> {
        self.pos += 1;
        self.chars.next()
    }
    fn take_while<F>(&mut self, first: char, f: F) -> String
    where
        F: Fn(char) -> bool,
    {
        let mut s = String::from(first);
        while let Some(&c) = self.chars.peek() {
            if f(c) {
                s.push(c);
                self.next_char();
            } else {
                break;
            }
        }
        s
    }
}
impl Iterator for Lexer<'_> {
    type Item = Result<Token, ParseError>;
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let c = self.next_char()?;
            return Some(Ok(match c {
                ' ' | '\t' => continue,
                '0'..='9' | '.' => match self
                    .take_while(c, |c| c.is_ascii_digit() || c == '.')
                    .parse()
                {
                    Ok(n) => Token::Num(n),
                    Err(e) => return Some(Err(e.into())),
                },
                c if c.is_alphabetic() || c == '_' => {
                    Token::Ident(self.take_while(c, |c| c.is_alphanumeric() || c == '_'))
                }
                '+' | '-' | '*' | '/' | '^' => Token::Op(c),
                '(' => Token::LParen,
                ')' => Token::RParen,
                ',' => Token::Comma,
                '=' => Token::Assign,
                other => return Some(Err(ParseError::UnknownChar(other, self.pos - 1))),
            }));
        }
    }
}

#[derive(Debug, Clone)]
enum Expr {
    Num(f64),
    Var(String),
    Neg(Box<Expr>),
    Bin(Box<Expr>, char, Box<Expr>),
    Call(String, Vec<Expr>),
    Let(String, Box<Expr>),
}

struct Parser {
    toks: VecDeque<Token>,
}
type PResult<T = Expr> = Result<T, ParseError>;
impl Parser {
    fn peek(&self) -> &Token {
        self.toks.front().unwrap_or(&Token::Eof)
    }
    fn bump(&mut self) -> Token {
        self.toks.pop_front().unwrap_or(Token::Eof)
    }
    fn stmt(&mut self) -> PResult {
        if let (Some(Token::Ident(name)), Some(Token::Assign)) =
            (self.toks.get(0), self.toks.get(1))
        {
            let name = name.clone();
            self.toks.drain(..2);
            return Ok(Expr::Let(name, Box::new(self.expr(0)?)));
        }
        let e = self.expr(0)?;
        match self.bump() {
            Token::Eof => Ok(e),
            found => Err(ParseError::Unexpected {
                found,
                expected: "end",
            }),
        }
    }
    fn expr(&mut self, min: u8) -> PResult {
        let mut lhs = match self.bump() {
            Token::Num(n) => Expr::Num(n),
            Token::Op('-') => Expr::Neg(Box::new(self.expr(5)?)),
            Token::LParen => {
                let e = self.expr(0)?;
                self.expect(Token::RParen, "`)`")?;
                e
            }
            Token::Ident(name) if *self.peek() == Token::LParen => {
                self.bump();
                let mut args = vec![];
                while *self.peek() != Token::RParen {
                    args.push(self.expr(0)?);
                    if *self.peek() == Token::Comma {
                        self.bump();
                    } else {
                        break;
                    }
                }
                self.expect(Token::RParen, "`)` or `,`")?;
                Expr::Call(name, args)
            }
            Token::Ident(name) => Expr::Var(name),
            found => {
                return Err(ParseError::Unexpected {
                    found,
                    expected: "an expression",
                });
            }
        };
        while let &Token::Op(op) = self.peek() {
            let (l, r) = match op {
                '+' | '-' => (1, 2),
                '*' | '/' => (3, 4),
                '^' => (8, 7),
                _ => unreachable!(),
            };
            if l < min {
                break;
            }
            self.bump();
            lhs = Expr::Bin(Box::new(lhs), op, Box::new(self.expr(r)?));
        }
        Ok(lhs)
    }
    fn expect(&mut self, t: Token, expected: &'static str) -> PResult<()> {
        match self.bump() {
            x if x == t => Ok(()),
            found => Err(ParseError::Unexpected { found, expected }),
        }
    }
}
impl FromStr for Expr {
    type Err = ParseError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let toks = Lexer::new(s).collect::<Result<VecDeque<_>, _>>()?;
        Parser { toks }.stmt()
    }
}

#[derive(Default)]
struct Env<'f> {
    vars: BTreeMap<String, f64>,
    funcs: HashMap<&'static str, Box<dyn Fn(&[f64]) -> Option<f64> + 'f>>,
}
impl<'f> Env<'f> {
    fn with(mut self, name: &'static str, f: impl Fn(&[f64]) -> Option<f64> + 'f) -> Self {
        self.funcs.insert(name, Box::new(f));
        self
    }
    fn eval(&mut self, e: &Expr) -> Result<f64, Box<dyn std::error::Error>> {
        Ok(match e {
            Expr::Num(n) => *n,
            Expr::Var(v) => *self.vars.get(v).ok_or_else(|| format!("no variable {v}"))?,
            Expr::Neg(e) => -self.eval(e)?,
            Expr::Bin(a, op, b) => {
                let (a, b) = (self.eval(a)?, self.eval(b)?);
                match op {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    '/' if b == 0.0 => return Err("division by zero".into()),
                    '/' => a / b,
                    '^' => a.powf(b),
                    _ => unreachable!(),
                }
            }
            Expr::Call(f, args) => {
                let args: Vec<f64> = args
                    .iter()
                    .map(|a| self.eval(a))
                    .collect::<Result<_, _>>()?;
                self.funcs
                    .get(f.as_str())
                    .and_then(|f| f(&args))
                    .ok_or_else(|| format!("cannot call {f} with {} arguments", args.len()))?
            }
            Expr::Let(n, e) => {
                let v = self.eval(e)?;
                self.vars.insert(n.clone(), v);
                v
            }
        })
    }
}
fn main() {
    let offset = 100.0;
    let mut env = Env::default()
        .with("max", |a| a.iter().copied().reduce(f64::max))
        .with("sq", |a| match a {
            [x] => Some(x * x),
            _ => None,
        })
        .with("off", move |a| Some(a.iter().sum::<f64>() + offset));
    for line in [
        "1 + 2 * 3",
        "x = 2 ^ 3 ^ 2",
        "x / 4",
        "-(x - 500) * 2",
        "max(1, x, 3)",
        "sq(3) + sq(4)",
        "sq(1,2)",
        "off()",
        "off(1, 2, 3.5)",
        "y",
        "1 / 0",
        "1 +",
        "2 $ 3",
        "1.2.3",
        "(1",
        "f(1",
    ] {
        match line
            .parse::<Expr>()
            .map_err(|e| Box::new(e) as Box<dyn std::error::Error>)
            .and_then(|e| env.eval(&e))
        {
            Ok(v) => println!("{line:<20} = {v}"),
            Err(e) => println!(
                "{line:<20} ! {e}{}",
                e.source().map(|s| format!(" ({s})")).unwrap_or_default()
            ),
        }
    }
    println!("{:#?}", env.vars);
    let names: HashSet<_> = env.funcs.keys().collect();
    let mut n: Vec<_> = names.into_iter().collect();
    n.sort();
    println!("{n:?}");
}
