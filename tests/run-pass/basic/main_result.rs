//@ exit-code: 1
//@ stderr: Error: "no"

fn main() -> Result<(), String> {
    println!("asked");
    Err("no".to_string())
}
