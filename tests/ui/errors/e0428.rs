fn e0428() {} fn e0428() {} //~ ERROR[E0428]
fn main() {}
