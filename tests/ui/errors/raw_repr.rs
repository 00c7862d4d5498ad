// Rust reads the same as `repr(C)` here.

#[r#repr(r#C)]  //~ ERROR[WRC1003]
struct Pair(u8, u32);

fn main() {
    println!("{}", size_of::<Pair>());
}
