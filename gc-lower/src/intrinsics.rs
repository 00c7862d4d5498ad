//! The intrinsics: functions of our library that the compiler knows. One
//! table; the library declares each in `core::intrinsics` with
//! `#[wrc::intrinsic]`.

macro_rules! intrinsics {
    ($($variant:ident = $name:literal,)*) => {
        /// An intrinsic function. `core::intrinsics` documents each.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Intrinsic { $($variant,)* }

        impl Intrinsic {
            /// The intrinsic the library calls `name`.
            pub fn from_name(name: &str) -> Option<Intrinsic> {
                match name {
                    $($name => Some(Intrinsic::$variant),)*
                    _ => None,
                }
            }

            /// The name in `core::intrinsics`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Intrinsic::$variant => $name,)*
                }
            }
        }
    };
}

intrinsics! {
    CatchUnwind = "catch_unwind",
    Throw = "throw",
    ArrayNew = "array_new",
    ArrayLen = "array_len",
    ArrayRead = "array_read",
    ArrayWrite = "array_write",
    ArrayRef = "array_ref",
    ArrayMut = "array_mut",
    ArrayCopy = "array_copy",
    ArrayCopyVal = "array_copy_val",
    ArrayFill = "array_fill",
    SliceArray = "slice_array",
    SliceOffset = "slice_offset",
    SliceLen = "slice_len",
    SliceFrom = "slice_from",
    SliceFromMut = "slice_from_mut",
    StrFromBytes = "str_from_bytes",
    StrFromBytesMut = "str_from_bytes_mut",
    StrBytes = "str_bytes",
    StrBytesMut = "str_bytes_mut",
    BoxSliceFrom = "box_slice_from",
    BoxSliceArray = "box_slice_array",
    BoxStrFrom = "box_str_from",
    BoxStrInto = "box_str_into",
    FixedFrom = "fixed_from",
    FixedArray = "fixed_array",
    BoxNew = "box_new",
    BoxIntoInner = "box_into_inner",
    BoxFromRaw = "box_from_raw",
    PtrRead = "ptr_read",
    PtrWrite = "ptr_write",
    PtrInto = "ptr_into",
    PtrArray = "ptr_array",
    PtrIndex = "ptr_index",
    PtrAddrEq = "ptr_addr_eq",
    PtrPlace = "ptr_place",
    PtrExtra = "ptr_extra",
    Transmute = "transmute",
    SizeOf = "size_of",
    AlignOf = "align_of",
    SizeOfVal = "size_of_val",
    OffsetOf = "offset_of",
    AlignOfVal = "align_of_val",
    SizeHint = "size_hint",
    NeedsDrop = "needs_drop",
    OwnsSomething = "owns_something",
    IsCopy = "is_copy",
    TypeId = "type_id",
    TypeName = "type_name",
    DiscriminantOf = "discriminant_of",
    DropInPlace = "drop_in_place",
    Forget = "forget",
    Uninit = "uninit",
    ObjectUninit = "object_uninit",
    Refuse = "refuse",
    Abort = "abort",
    Unreachable = "unreachable",
    CallerLocation = "caller_location",
    WrappingAdd = "wrapping_add",
    WrappingSub = "wrapping_sub",
    WrappingMul = "wrapping_mul",
    UncheckedAdd = "unchecked_add",
    UncheckedSub = "unchecked_sub",
    UncheckedMul = "unchecked_mul",
    UncheckedDiv = "unchecked_div",
    UncheckedRem = "unchecked_rem",
    UncheckedShl = "unchecked_shl",
    UncheckedShr = "unchecked_shr",
    AddWithOverflow = "add_with_overflow",
    SubWithOverflow = "sub_with_overflow",
    MulWithOverflow = "mul_with_overflow",
    SaturatingAdd = "saturating_add",
    SaturatingSub = "saturating_sub",
    Ctpop = "ctpop",
    Ctlz = "ctlz",
    Cttz = "cttz",
    Bswap = "bswap",
    Bitreverse = "bitreverse",
    RotateLeft = "rotate_left",
    RotateRight = "rotate_right",
    F32Sqrt = "f32_sqrt",
    F32Floor = "f32_floor",
    F32Ceil = "f32_ceil",
    F32Trunc = "f32_trunc",
    F32Nearest = "f32_nearest",
    F32Abs = "f32_fabs",
    F32Copysign = "f32_copysign",
    F32Min = "f32_min",
    F32Max = "f32_max",
    F64Sqrt = "f64_sqrt",
    F64Floor = "f64_floor",
    F64Ceil = "f64_ceil",
    F64Trunc = "f64_trunc",
    F64Nearest = "f64_nearest",
    F64Abs = "f64_fabs",
    F64Copysign = "f64_copysign",
    F64Min = "f64_min",
    F64Max = "f64_max",
    IsLiteral = "is_literal",
    LiteralExtern = "literal_extern",
    ExternFrom = "extern_from",
    ExternInto = "extern_into",
    BlackBox = "black_box",
    // Not in the library: written by `build::suspend`, gone after `coroutine`.
    Suspend = "suspend",
}
