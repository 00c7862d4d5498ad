fn e0282() { let x = None; let v = Vec::new(); } //~ ERROR[E0282] ERROR[E0282]
fn main() {}
