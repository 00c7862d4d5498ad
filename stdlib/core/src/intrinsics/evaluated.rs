//! What intrinsics do where the front end evaluates: in array lengths, const arguments and
//! discriminants.
//!
//! Its pointers, `usize` and `isize` are 64 bits wide, the program's 32. So results of these two
//! types are cut to 32 bits, and what depends on the size of a pointer is not evaluated. Of its own
//! intrinsics only those are called that are right for all types they are called with here.

use super::known;
use crate::marker::Copy;

/// How the bits of an integer are to be read.
#[derive(Copy)]
struct Form {
    is_signed: bool,
    /// In the program.
    bits: u32,
}

impl crate::clone::Clone for Form {
    fn clone(&self) -> Form {
        *self
    }
}

const fn form<T>() -> Form {
    let name = bytes(known::type_name::<T>());
    let is_word = name.len() == 5 && name[1] == b's';
    Form {
        is_signed: name[0] == b'i',
        bits: if is_word {
            32
        } else {
            known::size_of::<T>() as u32 * 8
        },
    }
}

pub(super) const fn bytes(text: &str) -> &[u8] {
    known::transmute(text)
}

/// The value modulo 2^128; negative ones have all higher bits set.
const fn load<T>(value: T) -> u128 {
    let is_signed = form::<T>().is_signed;
    match known::size_of::<T>() {
        1 if is_signed => known::transmute::<T, i8>(value) as i128 as u128,
        1 => known::transmute::<T, u8>(value) as u128,
        2 if is_signed => known::transmute::<T, i16>(value) as i128 as u128,
        2 => known::transmute::<T, u16>(value) as u128,
        4 if is_signed => known::transmute::<T, i32>(value) as i128 as u128,
        4 => known::transmute::<T, u32>(value) as u128,
        8 if is_signed => known::transmute::<T, i64>(value) as i128 as u128,
        8 => known::transmute::<T, u64>(value) as u128,
        _ => known::transmute(value),
    }
}

/// The bits alone, without the sign's.
const fn load_bits<T>(value: T) -> u128 {
    mask(load(value), form::<T>().bits)
}

const fn mask(value: u128, bits: u32) -> u128 {
    match bits {
        128 => value,
        _ => value & ((1 << bits) - 1),
    }
}

/// The value of `T` with these low bits.
const fn store<T>(value: u128) -> T {
    let form = form::<T>();
    let value = extend(value, form);
    match known::size_of::<T>() {
        1 => known::transmute(value as u8),
        2 => known::transmute(value as u16),
        4 => known::transmute(value as u32),
        8 => known::transmute(value as u64),
        _ => known::transmute(value),
    }
}

/// The low bits as a value of this form, modulo 2^128.
const fn extend(value: u128, form: Form) -> u128 {
    let low = mask(value, form.bits);
    if form.is_signed && form.bits < 128 && low >> (form.bits - 1) == 1 {
        return low | !mask(!0, form.bits);
    }
    low
}

pub(super) const fn wrapping_add<T>(a: T, b: T) -> T {
    store(known::wrapping_add(load(a), load(b)))
}
pub(super) const fn wrapping_sub<T>(a: T, b: T) -> T {
    store(known::wrapping_sub(load(a), load(b)))
}
pub(super) const fn wrapping_mul<T>(a: T, b: T) -> T {
    store(known::wrapping_mul(load(a), load(b)))
}
pub(super) const fn div<T>(a: T, b: T) -> T {
    if form::<T>().is_signed {
        return store((load(a) as i128 / load(b) as i128) as u128);
    }
    store(load(a) / load(b))
}
pub(super) const fn rem<T>(a: T, b: T) -> T {
    if form::<T>().is_signed {
        return store((load(a) as i128 % load(b) as i128) as u128);
    }
    store(load(a) % load(b))
}
pub(super) const fn shl<T>(a: T, count: u32) -> T {
    store(load(a) << count)
}
pub(super) const fn shr<T>(a: T, count: u32) -> T {
    if form::<T>().is_signed {
        return store((load(a) as i128 >> count) as u128);
    }
    store(load(a) >> count)
}

pub(super) const fn add_with_overflow<T>(a: T, b: T) -> (T, bool) {
    let form = form::<T>();
    let (a, b) = (load(a), load(b));
    let sum = known::wrapping_add(a, b);
    let overflows = if form.bits < 128 {
        sum != extend(sum, form)
    } else if form.is_signed {
        ((a ^ sum) & (b ^ sum)) >> 127 == 1
    } else {
        sum < a
    };
    (store(sum), overflows)
}
pub(super) const fn sub_with_overflow<T>(a: T, b: T) -> (T, bool) {
    let form = form::<T>();
    let (a, b) = (load(a), load(b));
    let difference = known::wrapping_sub(a, b);
    let overflows = if form.bits < 128 {
        difference != extend(difference, form)
    } else if form.is_signed {
        ((a ^ b) & (a ^ difference)) >> 127 == 1
    } else {
        a < b
    };
    (store(difference), overflows)
}
pub(super) const fn mul_with_overflow<T>(a: T, b: T) -> (T, bool) {
    let form = form::<T>();
    let (a, b) = (load(a), load(b));
    let product = known::wrapping_mul(a, b);
    let overflows = if form.bits < 128 {
        product != extend(product, form)
    } else if form.is_signed {
        let min = 1 << 127;
        (a == !0 && b == min)
            || (a == min && b == !0)
            || (a != 0 && a != !0 && product as i128 / a as i128 != b as i128)
    } else {
        a != 0 && product / a != b
    };
    (store(product), overflows)
}
pub(super) const fn saturating_add<T>(a: T, b: T) -> T {
    let (a, b) = (load(a), load(b));
    let is_down = b as i128 >> 127 != 0 && form::<T>().is_signed;
    match add_with_overflow(store::<T>(a), store::<T>(b)) {
        (sum, false) => sum,
        (_, true) => bound(is_down),
    }
}
pub(super) const fn saturating_sub<T>(a: T, b: T) -> T {
    let (a, b) = (load(a), load(b));
    let is_down = b as i128 >> 127 == 0 || !form::<T>().is_signed;
    match sub_with_overflow(store::<T>(a), store::<T>(b)) {
        (difference, false) => difference,
        (_, true) => bound(is_down),
    }
}

const fn bound<T>(is_least: bool) -> T {
    let form = form::<T>();
    let sign = if form.is_signed { 1 << (form.bits - 1) } else { 0 };
    if is_least {
        return store(sign);
    }
    store(mask(!0, form.bits) ^ sign)
}

pub(super) const fn ctpop<T>(a: T) -> u32 {
    known::ctpop(load_bits(a))
}
pub(super) const fn ctlz<T>(a: T) -> u32 {
    known::ctlz(load_bits(a)) - (128 - form::<T>().bits)
}
pub(super) const fn cttz<T>(a: T) -> u32 {
    let zeros = known::cttz(load_bits(a));
    let bits = form::<T>().bits;
    if zeros < bits { zeros } else { bits }
}
pub(super) const fn bswap<T>(a: T) -> T {
    reverse(a, 8)
}
pub(super) const fn bitreverse<T>(a: T) -> T {
    reverse(a, 1)
}

/// The groups of `width` bits in reverse order.
const fn reverse<T>(a: T, width: u32) -> T {
    let mut left = load_bits(a);
    let mut result = 0;
    let mut done = 0;
    while done < form::<T>().bits {
        result = result << width | mask(left, width);
        left >>= width;
        done += width;
    }
    store(result)
}

pub(super) const fn rotate_left<T>(a: T, count: u32) -> T {
    let bits = form::<T>().bits;
    let (count, a) = (count % bits, load_bits(a));
    match count {
        0 => store(a),
        _ => store(a << count | a >> (bits - count)),
    }
}
pub(super) const fn rotate_right<T>(a: T, count: u32) -> T {
    let bits = form::<T>().bits;
    rotate_left(a, bits - count % bits)
}

pub(super) const fn transmute<Src, Dst>(value: Src) -> Dst {
    if known::size_of::<Src>() != known::size_of::<Dst>() {
        return known::unreachable();
    }
    known::transmute(value)
}

pub(super) const fn size_of<T>() -> usize {
    match known::type_name::<T>() {
        "usize" | "isize" => 4,
        _ if has_fixed_size::<T>() => known::size_of::<T>(),
        _ => known::unreachable(),
    }
}
pub(super) const fn align_of<T>() -> usize {
    match known::type_name::<T>() {
        "usize" | "isize" => 4,
        _ if has_fixed_size::<T>() => known::align_of::<T>(),
        _ => known::unreachable(),
    }
}

/// Is the layout the program's? What is aligned to less than 64 bits has no pointers inside; of
/// others only arrays and tuples of numbers of a fixed size are known to have none.
const fn has_fixed_size<T>() -> bool {
    if known::align_of::<T>() < 8 {
        return true;
    }
    let name = bytes(known::type_name::<T>());
    let mut at = 0;
    while at < name.len() {
        at += match name[at] {
            b'[' | b']' | b';' | b' ' | b'(' | b')' | b',' | b'0'..=b'9' => 1,
            b'i' | b'u' | b'f' if at + 1 < name.len() && name[at + 1] <= b'9' => 1,
            _ => return false,
        };
    }
    true
}

pub(super) const fn slice_len<T>(slice: *const [T]) -> usize {
    known::transmute::<*const [T], [usize; 2]>(slice)[1]
}
