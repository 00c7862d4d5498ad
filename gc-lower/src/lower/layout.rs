//! What a class is made of: slots, shapes and niches.

use std::{ops::Range, rc::Rc};
use wrc_object::*;
use wrc_thir::{Ty, VariantIdx};

/// One wasm value of a type, and how it is stored in fields and arrays.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Slot {
    pub storage: Storage,
    /// How packed storage is widened when read.
    pub signed: bool,
}

impl Slot {
    pub fn val(ty: WTy) -> Slot {
        Slot {
            storage: Storage::Val(ty),
            signed: false,
        }
    }

    /// The type of the value on the stack.
    pub fn ty(self) -> WTy {
        self.storage.value()
    }

    /// A reference below `eq`: what erased arrays can hold.
    pub fn is_eq_ref(self) -> bool {
        match self.ty() {
            WTy::Ref(heap) => !matches!(
                heap,
                HeapTy::Extern | HeapTy::NoExtern | HeapTy::Func | HeapTy::Any
            ),
            WTy::I32 | WTy::I64 | WTy::F32 | WTy::F64 => false,
        }
    }
}

/// How places of a type behave (representation.md §4.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// No values at all.
    Void,
    /// One or more wasm values; a place of the type is that many slots.
    Slots,
    /// One reference to a mutable struct or array, whose identity is the place.
    Object,
}

/// The representation of a sized type.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    pub class: Class,
    /// For `Object`, the reference.
    pub slots: Box<[Slot]>,
    pub shape: Shape,
    pub niche: Niche,
}

/// How parts are found in the slots.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    Void,
    /// Scalars, fn pointers, host references, engine arrays, 128-bit integers.
    Prim,
    Ptr(PtrKind),
    /// Field `i` is a range of the slots: newtypes, flat structs and tuples.
    Fields(Box<[Range<u32>]>),
    /// Fields lie in a wasm struct; see `Cx::object_fields`.
    Object(TypeId),
    /// `[T; N]`: a wasm array.
    Array {
        elem: Ty,
        len: u32,
    },
    /// `Box<T>` of a sized type: the content's slots.
    BoxOf(Ty),
    /// `Box<[T]>`, `Box<str>`: an exact array.
    BoxSlice(Ty),
    /// `Box<dyn Tr>`.
    BoxDyn,
    /// A union of scalars: fields read the bits of slot 0.
    Union,
    Enum(EnumShape),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PtrKind {
    /// `&T` of a slot type: the value.
    Snapshot,
    /// The object.
    Thin,
    /// `(base, selector)`.
    Fat,
    /// `(array, offset)`: `&mut [T; N]` where one may be a part of a longer
    /// array.
    Window,
    /// `(array, offset, length)` of these elements.
    Slice(Ty),
    /// A `$Dyn` wrapper.
    Dyn,
    /// A raw pointer to something without values: any reference.
    Opaque,
}

#[derive(Clone, PartialEq, Debug)]
pub enum EnumShape {
    /// No variant has values: slot 0 holds the variant's number here.
    CLike { values: Box<[i32]> },
    /// `unit` iff the slot is null (or zero); otherwise `data`.
    Nullable {
        data: VariantIdx,
        unit: VariantIdx,
        slot: u32,
        fields: Box<[Range<u32>]>,
    },
    /// Unit variants are impossible values of one slot of `data`.
    Scalar {
        data: VariantIdx,
        slot: u32,
        units: Box<[(VariantIdx, i32)]>,
        fields: Box<[Range<u32>]>,
    },
    /// Slot 0 is the variant's index; fields of each variant are ranges.
    Flat { variants: Box<[Box<[Range<u32>]>]> },
    /// A reference to one struct per variant.
    Ref(RefEnum),
}

/// See representation.md §4.4 (5).
#[derive(Clone, PartialEq, Debug)]
pub struct RefEnum {
    pub base: TypeId,
    /// The variant that is the null reference.
    pub null: Option<VariantIdx>,
    /// Is there a tag in field 0? Without it there is one data variant, `base`.
    pub tagged: bool,
}

/// A value that no valid value of the type has in some slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Niche {
    None,
    /// The reference in this slot is never null.
    Null(u32),
    /// The `i32` in this slot is never zero.
    NonZero(u32),
    /// The `i32` in this slot is never below the number.
    Below(u32, i32),
}

impl Niche {
    /// The same niche when the slots start at `by`.
    pub fn shifted(self, by: u32) -> Niche {
        match self {
            Niche::None => Niche::None,
            Niche::Null(slot) => Niche::Null(slot + by),
            Niche::NonZero(slot) => Niche::NonZero(slot + by),
            Niche::Below(slot, low) => Niche::Below(slot + by, low),
        }
    }

    /// The better of two: one that makes an `Option` nullable wins.
    pub fn or(self, other: Niche) -> Niche {
        let rank = |niche: Niche| match niche {
            Niche::Null(_) => 3,
            Niche::NonZero(_) => 2,
            Niche::Below(..) => 1,
            Niche::None => 0,
        };
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }
}

impl Layout {
    pub fn void() -> Rc<Layout> {
        Rc::new(Layout {
            class: Class::Void,
            slots: Box::new([]),
            shape: Shape::Void,
            niche: Niche::None,
        })
    }

    pub fn prim(slot: Slot, niche: Niche) -> Rc<Layout> {
        Layout::slots(vec![slot], Shape::Prim, niche)
    }

    pub fn slots(slots: Vec<Slot>, shape: Shape, niche: Niche) -> Rc<Layout> {
        Rc::new(Layout {
            class: if slots.is_empty() {
                Class::Void
            } else {
                Class::Slots
            },
            slots: slots.into(),
            shape,
            niche,
        })
    }

    pub fn object(ty: TypeId, shape: Shape) -> Rc<Layout> {
        Rc::new(Layout {
            class: Class::Object,
            slots: Box::new([Slot::val(WTy::to(ty))]),
            shape,
            niche: Niche::Null(0),
        })
    }

    pub fn is_object(&self) -> bool {
        self.class == Class::Object
    }

    /// The value types.
    pub fn tys(&self) -> impl Iterator<Item = WTy> + '_ {
        self.slots.iter().map(|slot| slot.ty())
    }
}

/// How elements of a type lie in arrays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elem {
    /// There is nothing to store: the array is its length.
    Void,
    /// `k` consecutive lanes of one type.
    Lanes { ty: TypeId, k: u32 },
    /// One box per element in an array of references.
    Boxed { array: TypeId, cell: TypeId },
}

impl Elem {
    /// The array type; none for `Void`.
    pub fn array(self) -> Option<TypeId> {
        match self {
            Elem::Void => None,
            Elem::Lanes { ty, .. } => Some(ty),
            Elem::Boxed { array, .. } => Some(array),
        }
    }

    /// How many array slots an element takes.
    pub fn stride(self) -> u32 {
        match self {
            Elem::Void => 0,
            Elem::Lanes { k, .. } => k,
            Elem::Boxed { .. } => 1,
        }
    }
}
