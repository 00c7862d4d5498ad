//! The functions that the compiler knows. Each is declared here, or next to the type it is about,
//! with `#[wrc::intrinsic]`; the compiler never looks at the body.
//!
//! The expression after `=` is for constants in types, which the front end evaluates.
//!
//! None of them checks anything unless it says so: indices are in range, values are initialised,
//! arithmetic does not overflow. What the caller gets wrong ends in a trap of the engine, never in
//! corruption.

use crate::marker::Copy;

/// An array of the engine: a shared handle, `len` slots of `T`, all mutable.
///
/// It owns nothing: dropping the handle drops no element.
#[lang = "wrc_array"]
pub struct RawArray<T> {
    element: crate::marker::PhantomData<T>,
}

impl<T> Copy for RawArray<T> {}
impl<T> crate::clone::Clone for RawArray<T> {
    #[inline(always)]
    fn clone(&self) -> RawArray<T> {
        *self
    }
}

/// A value of the host. `Option<ExternRef>` is the host's value with `null` as `None`.
#[lang = "wrc_externref"]
pub struct ExternRef {
    value: (),
}

impl Copy for ExternRef {}
impl crate::clone::Clone for ExternRef {
    #[inline(always)]
    fn clone(&self) -> ExternRef {
        *self
    }
}

mod evaluated;

/// Functions that the front end's evaluator knows.
mod known {
    use crate::marker::Copy;

    #[rustc_intrinsic]
    pub const fn size_of<T>() -> usize;
    #[rustc_intrinsic]
    pub const fn align_of<T>() -> usize;
    #[rustc_intrinsic]
    pub const fn type_name<T: ?Sized>() -> &'static str;
    #[rustc_intrinsic]
    pub const fn transmute<Src, Dst>(value: Src) -> Dst;
    #[rustc_intrinsic]
    pub const fn read_via_copy<T>(src: *const T) -> T;
    #[rustc_intrinsic]
    pub const fn write_via_move<T>(dst: *mut T, value: T);
    #[rustc_intrinsic]
    pub const fn wrapping_add<T: Copy>(a: T, b: T) -> T;
    #[rustc_intrinsic]
    pub const fn wrapping_sub<T: Copy>(a: T, b: T) -> T;
    #[rustc_intrinsic]
    pub const fn wrapping_mul<T: Copy>(a: T, b: T) -> T;
    #[rustc_intrinsic]
    pub const fn ctpop<T: Copy>(a: T) -> u32;
    #[rustc_intrinsic]
    pub const fn ctlz<T: Copy>(a: T) -> u32;
    #[rustc_intrinsic]
    pub const fn cttz<T: Copy>(a: T) -> u32;
    #[rustc_intrinsic]
    pub const fn sqrtf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn floorf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn ceilf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn truncf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn roundevenf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn fabsf32(a: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn copysignf32(a: f32, b: f32) -> f32;
    #[rustc_intrinsic]
    pub const fn sqrtf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn floorf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn ceilf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn truncf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn roundevenf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn fabsf64(a: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn copysignf64(a: f64, b: f64) -> f64;
    #[rustc_intrinsic]
    pub const fn unreachable() -> !;
}

macro_rules! intrinsics {
    ($($(#[$meta:meta])* fn $name:ident [$($generics:tt)*] ($($arg:ident: $ty:ty),*) $(-> $ret:ty)? $(= $evaluated:expr)?;)*) => {
        $(
            $(#[$meta])*
            #[wrc::intrinsic]
            pub const fn $name<$($generics)*>($($arg: $ty),*) $(-> $ret)? {
                $(return $evaluated;)?
                #[allow(unreachable_code)]
                known::unreachable()
            }
        )*
    };
}

intrinsics! {
    /// A new array whose slots hold zeros or nulls; reading one before it is written is a bug.
    fn array_new [T] (len: usize) -> RawArray<T>;
    /// The number of slots.
    fn array_len [T] (array: RawArray<T>) -> usize;
    /// Moves the value out of a slot; the slot keeps its bits.
    fn array_read [T] (array: RawArray<T>, index: usize) -> T;
    /// Overwrites a slot without dropping what was there.
    fn array_write [T] (array: RawArray<T>, index: usize, value: T);
    /// A reference to a slot.
    fn array_ref ['a, T] (array: RawArray<T>, index: usize) -> &'a T;
    /// A reference to a slot.
    fn array_mut ['a, T] (array: RawArray<T>, index: usize) -> &'a mut T;
    /// Moves `count` values; the ranges may overlap.
    fn array_copy [T] (dst: RawArray<T>, dst_index: usize, src: RawArray<T>, src_index: usize, count: usize);
    /// Copies `count` values of a `Copy` type; the ranges may overlap. Both sides stay usable.
    fn array_copy_val [T] (dst: RawArray<T>, dst_index: usize, src: RawArray<T>, src_index: usize, count: usize);
    /// Writes `count` copies of a value of a `Copy` type.
    fn array_fill [T] (array: RawArray<T>, index: usize, value: T, count: usize);

    /// The array a slice lies in.
    fn slice_array [T] (slice: *const [T]) -> RawArray<T>;
    /// Where in its array a slice starts.
    fn slice_offset [T] (slice: *const [T]) -> usize;
    /// The number of elements.
    fn slice_len [T] (slice: *const [T]) -> usize = evaluated::slice_len(slice);
    /// The slice of `len` slots from `offset` on.
    fn slice_from ['a, T] (array: RawArray<T>, offset: usize, len: usize) -> &'a [T];
    /// The slice of `len` slots from `offset` on.
    fn slice_from_mut ['a, T] (array: RawArray<T>, offset: usize, len: usize) -> &'a mut [T];
    /// Bytes that are UTF-8, as text.
    fn str_from_bytes ['a] (bytes: &'a [u8]) -> &'a str = known::transmute(bytes);
    /// Bytes that are UTF-8, as text.
    fn str_from_bytes_mut ['a] (bytes: &'a mut [u8]) -> &'a mut str;
    /// The bytes of text.
    fn str_bytes ['a] (text: &'a str) -> &'a [u8] = evaluated::bytes(text);
    /// The bytes of text.
    fn str_bytes_mut ['a] (text: &'a mut str) -> &'a mut [u8];
    /// The array object becomes a fixed array; it has exactly `N` slots.
    fn fixed_from [T, const N: usize] (array: RawArray<T>) -> [T; N];
    /// The array a fixed array is.
    fn fixed_array [T, const N: usize] (array: *const [T; N]) -> RawArray<T>;

    /// Moves the value out of a place.
    fn ptr_read [T] (src: *const T) -> T = known::read_via_copy(src);
    /// Overwrites a place without dropping what was there.
    fn ptr_write [T] (dst: *mut T, value: T) = known::write_via_move(dst, value);
    /// A pointer to a slot, which need not exist.
    fn ptr_into [T] (array: RawArray<T>, index: usize) -> *const T;
    /// The array that a pointer to an element points into; traps for other pointers.
    fn ptr_array [T] (ptr: *const T) -> RawArray<T>;
    /// The index of the element that a pointer to an element points to.
    fn ptr_index [T] (ptr: *const T) -> usize;
    /// Whether two pointers name the same object.
    fn ptr_addr_eq [T: ?Sized, U: ?Sized] (a: *const T, b: *const U) -> bool;
    /// What identifies the place behind a pointer, in one form for all types; only for comparing.
    fn ptr_place [T: ?Sized] (ptr: *const T) -> *const u8;
    /// What a pointer has beside the place: the length of a slice; -2 - n for the type number n of
    /// a `dyn` value; -1 for nothing.
    fn ptr_extra [T: ?Sized] (ptr: *const T) -> isize;
    /// Reinterprets a value; only between types of the same representation, scalars of one size,
    /// and integers and byte arrays of one size.
    fn transmute [Src, Dst] (value: Src) -> Dst = evaluated::transmute(value);
    /// The size rustc gives the type on wasm32; advisory.
    fn size_of [T] () -> usize = evaluated::size_of::<T>();
    /// The alignment rustc gives the type on wasm32; advisory.
    fn align_of [T] () -> usize = evaluated::align_of::<T>();
    /// The size, for decisions that nobody sees: also of futures, whose size is not rustc's.
    fn size_hint [T] () -> usize;
    /// The size of the value behind a reference; advisory.
    fn size_of_val [T: ?Sized] (value: *const T) -> usize;
    /// The alignment of the value behind a reference; advisory.
    fn align_of_val [T: ?Sized] (value: *const T) -> usize;
    /// The offset of the place that the closure makes a pointer to, in what its parameter points
    /// to; never calls it.
    fn offset_of [F] (place: F) -> usize;
    /// Whether dropping a `T` runs code.
    fn needs_drop [T: ?Sized] () -> bool;
    /// What `mem::needs_drop` says; memory counts, too.
    fn owns_something [T: ?Sized] () -> bool;
    /// Whether `T` implements `Copy`.
    fn is_copy [T] () -> bool;
    /// A number that no other type has.
    fn type_id [T: ?Sized] () -> u64;
    /// The type's path.
    fn type_name [T: ?Sized] () -> &'static str;
    /// The enum's discriminant, sign-extended; 0 for other types.
    fn discriminant_of [T] (value: *const T) -> i64;
    /// Runs the drop glue of the value in the place.
    fn drop_in_place [T: ?Sized] (place: *mut T);
    /// Ends a value without dropping it.
    fn forget [T] (value: T) = ();
    /// A value of zeros and nulls; using it before it is overwritten is a bug.
    fn uninit [T] () -> T;
    /// Refuses the program that comes here, while it is compiled; the text is a literal.
    fn refuse [] (message: &'static str) -> !;
    /// Ends the program by a trap.
    fn abort [] () -> !;
    /// Control does not come here.
    fn unreachable [] () -> !;
    /// Where the innermost caller that is not `#[track_caller]` is.
    fn caller_location [] () -> &'static crate::panic::Location<'static>;

    /// Modular addition.
    fn wrapping_add [T] (a: T, b: T) -> T = evaluated::wrapping_add(a, b);
    /// Modular subtraction.
    fn wrapping_sub [T] (a: T, b: T) -> T = evaluated::wrapping_sub(a, b);
    /// Modular multiplication.
    fn wrapping_mul [T] (a: T, b: T) -> T = evaluated::wrapping_mul(a, b);
    /// Addition that does not overflow.
    fn unchecked_add [T] (a: T, b: T) -> T = evaluated::wrapping_add(a, b);
    /// Subtraction that does not overflow.
    fn unchecked_sub [T] (a: T, b: T) -> T = evaluated::wrapping_sub(a, b);
    /// Multiplication that does not overflow.
    fn unchecked_mul [T] (a: T, b: T) -> T = evaluated::wrapping_mul(a, b);
    /// Division; the divisor is not zero and the quotient fits.
    fn unchecked_div [T] (a: T, b: T) -> T = evaluated::div(a, b);
    /// Remainder; the divisor is not zero and the quotient fits.
    fn unchecked_rem [T] (a: T, b: T) -> T = evaluated::rem(a, b);
    /// Shift; the count is below the width.
    fn unchecked_shl [T] (a: T, count: u32) -> T = evaluated::shl(a, count);
    /// Shift, arithmetic for signed types; the count is below the width.
    fn unchecked_shr [T] (a: T, count: u32) -> T = evaluated::shr(a, count);
    /// The modular sum, and whether it differs from the sum.
    fn add_with_overflow [T] (a: T, b: T) -> (T, bool) = evaluated::add_with_overflow(a, b);
    /// The modular difference, and whether it differs from the difference.
    fn sub_with_overflow [T] (a: T, b: T) -> (T, bool) = evaluated::sub_with_overflow(a, b);
    /// The modular product, and whether it differs from the product.
    fn mul_with_overflow [T] (a: T, b: T) -> (T, bool) = evaluated::mul_with_overflow(a, b);
    /// The sum, or the bound it goes beyond.
    fn saturating_add [T] (a: T, b: T) -> T = evaluated::saturating_add(a, b);
    /// The difference, or the bound it goes beyond.
    fn saturating_sub [T] (a: T, b: T) -> T = evaluated::saturating_sub(a, b);
    /// The number of ones.
    fn ctpop [T] (a: T) -> u32 = evaluated::ctpop(a);
    /// The number of leading zeros; the width for zero.
    fn ctlz [T] (a: T) -> u32 = evaluated::ctlz(a);
    /// The number of trailing zeros; the width for zero.
    fn cttz [T] (a: T) -> u32 = evaluated::cttz(a);
    /// The bytes in reverse order.
    fn bswap [T] (a: T) -> T = evaluated::bswap(a);
    /// The bits in reverse order.
    fn bitreverse [T] (a: T) -> T = evaluated::bitreverse(a);
    /// Rotation by `count` modulo the width.
    fn rotate_left [T] (a: T, count: u32) -> T = evaluated::rotate_left(a, count);
    /// Rotation by `count` modulo the width.
    fn rotate_right [T] (a: T, count: u32) -> T = evaluated::rotate_right(a, count);

    /// The square root.
    fn f32_sqrt [] (a: f32) -> f32 = known::sqrtf32(a);
    /// The nearest integer not above.
    fn f32_floor [] (a: f32) -> f32 = known::floorf32(a);
    /// The nearest integer not below.
    fn f32_ceil [] (a: f32) -> f32 = known::ceilf32(a);
    /// The integer part.
    fn f32_trunc [] (a: f32) -> f32 = known::truncf32(a);
    /// The nearest integer, ties to even.
    fn f32_nearest [] (a: f32) -> f32 = known::roundevenf32(a);
    /// The magnitude.
    fn f32_fabs [] (a: f32) -> f32 = known::fabsf32(a);
    /// The magnitude of `a` with the sign of `b`.
    fn f32_copysign [] (a: f32, b: f32) -> f32 = known::copysignf32(a, b);
    /// The smaller; NaN if one is NaN.
    fn f32_min [] (a: f32, b: f32) -> f32;
    /// The larger; NaN if one is NaN.
    fn f32_max [] (a: f32, b: f32) -> f32;
    /// The square root.
    fn f64_sqrt [] (a: f64) -> f64 = known::sqrtf64(a);
    /// The nearest integer not above.
    fn f64_floor [] (a: f64) -> f64 = known::floorf64(a);
    /// The nearest integer not below.
    fn f64_ceil [] (a: f64) -> f64 = known::ceilf64(a);
    /// The integer part.
    fn f64_trunc [] (a: f64) -> f64 = known::truncf64(a);
    /// The nearest integer, ties to even.
    fn f64_nearest [] (a: f64) -> f64 = known::roundevenf64(a);
    /// The magnitude.
    fn f64_fabs [] (a: f64) -> f64 = known::fabsf64(a);
    /// The magnitude of `a` with the sign of `b`.
    fn f64_copysign [] (a: f64, b: f64) -> f64 = known::copysignf64(a, b);
    /// The smaller; NaN if one is NaN.
    fn f64_min [] (a: f64, b: f64) -> f64;
    /// The larger; NaN if one is NaN.
    fn f64_max [] (a: f64, b: f64) -> f64;

    /// Whether the text is a literal once everything is inlined; decided by the compiler.
    fn is_literal [] (text: &str) -> bool;
    /// A literal as a string of the host; only called where `is_literal` holds.
    fn literal_extern [] (text: &str) -> ExternRef;
    /// Calls `run` with `data`: did it panic?
    fn catch_unwind [] (run: fn(&mut dyn FnMut()), data: &mut dyn FnMut()) -> bool;
    /// Goes up to the innermost `catch_unwind`.
    fn throw [] () -> !;
    /// An object as a value of the host, which cannot look into it.
    fn extern_from [T] (value: &'static T) -> ExternRef;
    /// The object that `extern_from::<T>` made a value of; any other one traps.
    fn extern_into [T] (value: ExternRef) -> &'static T;
    /// The value, which the optimiser knows nothing about.
    fn black_box [T] (value: T) -> T = value;
}

/// Named by the expansion of derives where rustc checks this library.
#[doc(hidden)]
pub const fn discriminant_value<T>(
    _value: &T,
) -> <T as crate::marker::DiscriminantKind>::Discriminant {
    loop {}
}
