struct W<const N: u64>;
const K: usize = !0usize / 0x1000_0000; //~ ERROR[WRC1007]

fn field(_: [u8; K]) {}

union U {
    a: u32,
    b: [u8; 4],
}

const fn first() -> usize {
    unsafe { U { a: 1 }.b[0] as usize }
}

fn main() {
    let _ = [0u8; first()]; //~ ERROR[WRC1007]
    let _ = [0u8; line!() as usize]; //~ ERROR[WRC1007]
    let _ = W::<{ !0usize as u64 }>; //~ ERROR[WRC1007]
    let _ = [0u8; !0usize >> 30]; //~ ERROR[WRC1007]
    let _ = [0u8; (-1i32 as usize) & 7];
    let _ = [0u8; (usize::MAX - 3).wrapping_add(10)];
}
