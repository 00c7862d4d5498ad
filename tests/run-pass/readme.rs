//@ edition: 2024
//@ mode: gc
//@ exit-code: 3
//@ args: one two
//@ env: WRC_TEST=yes
//@ stderr: to standard error
//@ variants: all

// Every directive of a file test stands above:
//
// - `edition`: of the program; the compiler reads it.
// - `mode`: the lowering; `gc` is the only one today.
// - `exit-code`: that the program must end with, else 0; 101 is a panic.
// - `args`: of the program. `readme.stdin` is its input.
// - `env`: environment variables, one per line.
// - `stderr`: text that is in standard error.
// - `variants: all`: also with every forced representation.
// - `flags`: further flags of the compiler.
//
// `readme.stdout` is the output under every engine.

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    println!("{args:?}");
    println!("{:?}", std::env::var("WRC_TEST").ok());
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    println!("{:?} {line:?}", read.ok());
    eprintln!("to standard error");
    std::process::exit(3);
}
