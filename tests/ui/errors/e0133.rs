fn e0133() { unsafe fn u() {} u(); } //~ ERROR[E0133]
fn main() {}
