//@ args: one two
//@ exit-code: 7
// Arguments, input, clocks, the environment, and the exit code.
use std::io::{self, BufRead, Write};
use std::time::{Duration, Instant, SystemTime};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    println!("{args:?}");
    for (at, line) in io::stdin().lock().lines().enumerate() {
        println!("{at}: {}", line.unwrap());
    }
    eprintln!("not in the output");
    let start = Instant::now();
    std::thread::sleep(Duration::from_millis(5));
    println!("{}", start.elapsed() >= Duration::from_millis(5));
    println!("{}", SystemTime::now() > SystemTime::UNIX_EPOCH);
    println!("{}", std::env::var("no such variable").is_err());
    io::stdout().write_all(b"bytes\n").unwrap();
    std::process::exit(7);
}
