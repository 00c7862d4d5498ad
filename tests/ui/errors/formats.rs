//! Format strings and their arguments.
use std::fmt::Write;
fn main() {
    let (name, text) = ("a", "b");
    println!("{} {}", 1); //~ ERROR[WRC1001]
    println!("{}"); //~ ERROR[WRC1001]
    println!("{0} {2}", 1, 2); //~ ERROR[WRC1001]
    println!("{}", 1, 2); //~ ERROR[WRC1001]
    println!("{name}", other = 1); //~ ERROR[WRC1001]
    println!(text); //~ ERROR[WRC1001]
    let _ = format!("{:y}", 1); //~ ERROR[WRC1001]
    let _ = format!("{name.len()}"); //~ ERROR[WRC1001]
    let _ = format!("{", 1); //~ ERROR[WRC1001]
    let _ = format!("}"); //~ ERROR[WRC1001]
    let mut out = String::new();
    write!(out, r#"{:>w$}"#, 1, w = 2, w = 3).unwrap(); //~ ERROR[WRC1001]
    panic!("{a} {}", a = 1, 2); //~ ERROR[WRC1001]
}
fn right(width: usize) {
    println!("{0:1$} {0:width$} {2:.3$} {x}", 1, 5, 1.5, 3, x = 2);
    println!("{:.*} {:>0$}", 2, 1.5, 3);
    println!(concat!("{}", " {}"), 1, 2);
    println!("{{}} {:#?} {:08.3e} {:+} {:^1$}", 1, 2usize, 3, "a");
    assert!(width > 1, "{width} {}", width);
}
