//! Constants and statics whose value cannot be computed.
const SUM: u8 = 255 + 1; //~ ERROR[E0080]
const LIST: [i32; 2] = [1, 2];
const BEHIND: i32 = LIST[5]; //~ ERROR[E0080]
const ZERO: i32 = 1 / (LIST[0] - 1); //~ ERROR[E0080]
static SHIFTED: u32 = 1 << 40; //~ ERROR[E0080]
const fn pick(at: usize) -> i32 {
    LIST[at]
}
const PICKED: i32 = pick(2); //~ ERROR[E0080]
const NONE: u8 = None::<u8>.unwrap(); //~ ERROR[E0080]
const _: () = assert!(LIST[0] == 3); //~ ERROR[E0080]
const LEAST: u8 = 3 - 4; //~ ERROR[E0080]
enum Wide {
    A = i32::MAX as isize,
    B = (1 / (LIST[1] - 2)) as isize, //~ ERROR[E0080]
}
static ONE: i32 = OTHER; //~ ERROR[E0391]
static OTHER: i32 = ONE;
static HERE: &i32 = &THERE;
static THERE: i32 = 1;
const RIGHT: u8 = 200u8.wrapping_add(100);
const ALSO: Option<u8> = 200u8.checked_add(100);
const _: () = assert!(RIGHT == 44 && ALSO.is_none());
fn main() {
    let _ = (SUM, BEHIND, ZERO, SHIFTED, PICKED, NONE, LEAST, ONE, HERE);
}
