//! Traits and types that say what a type is, without any code.

use crate::cell::UnsafeCell;
use crate::cmp::Ordering;
use crate::fmt::Debug;
use crate::hash::{Hash, Hasher};

/// Types that can stand behind a pointer.
#[lang = "pointee_sized"]
#[fundamental]
pub trait PointeeSized {}

/// Types whose size a pointer's metadata tells.
#[lang = "meta_sized"]
#[fundamental]
pub trait MetaSized: PointeeSized {}

/// Types of a size known at compile time.
#[doc(alias = "?")]
#[lang = "sized"]
#[fundamental]
#[diagnostic::on_unimplemented(
    message = "the size for values of type `{Self}` cannot be known at compilation time",
    label = "doesn't have a size known at compile-time"
)]
pub trait Sized: MetaSized {}

/// Types that a pointer can lose the size of.
#[lang = "unsize"]
pub trait Unsize<T: PointeeSized>: PointeeSized {}

/// What `#[derive(PartialEq)]` says of a type: its constants can be patterns.
#[lang = "structural_peq"]
pub trait StructuralPartialEq {}

/// Types whose values stay usable when they are passed on.
#[lang = "copy"]
pub trait Copy: Clone {}

/// `#[derive(Copy)]`.
#[rustc_builtin_macro]
pub macro Copy($item:item) {
    /* compiler built-in */
}

macro_rules! copy {
    ($($ty:ty)*) => {
        $(impl Copy for $ty {})*
    };
}

copy! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char }

impl Copy for ! {}

impl<T: PointeeSized> Copy for *const T {}
impl<T: PointeeSized> Copy for *mut T {}
impl<T: PointeeSized> Copy for &T {}

/// Types whose values may go to another thread.
pub unsafe auto trait Send {}

impl<T: PointeeSized> !Send for *const T {}
impl<T: PointeeSized> !Send for *mut T {}
unsafe impl<T: Sync + PointeeSized> Send for &T {}

/// Types whose references may go to another thread.
#[lang = "sync"]
pub unsafe auto trait Sync {}

impl<T: PointeeSized> !Sync for *const T {}
impl<T: PointeeSized> !Sync for *mut T {}

/// Types without interior mutability in their own memory.
#[lang = "freeze"]
pub unsafe auto trait Freeze {}

impl<T: PointeeSized> !Freeze for UnsafeCell<T> {}
unsafe impl<T: PointeeSized> Freeze for PhantomData<T> {}
unsafe impl<T: PointeeSized> Freeze for *const T {}
unsafe impl<T: PointeeSized> Freeze for *mut T {}
unsafe impl<T: PointeeSized> Freeze for &T {}
unsafe impl<T: PointeeSized> Freeze for &mut T {}

/// Types that may move after they were pinned.
#[lang = "unpin"]
pub auto trait Unpin {}

/// Takes `Unpin` away from the type that contains it.
#[derive(Debug, Default, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct PhantomPinned;

impl !Unpin for PhantomPinned {}
impl<T: PointeeSized> Unpin for &T {}
impl<T: PointeeSized> Unpin for &mut T {}
impl<T: PointeeSized> Unpin for *const T {}
impl<T: PointeeSized> Unpin for *mut T {}

/// Acts as if it held a `T`.
#[lang = "phantom_data"]
pub struct PhantomData<T: PointeeSized>;

impl<T: PointeeSized> Hash for PhantomData<T> {
    #[inline]
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

impl<T: PointeeSized> PartialEq for PhantomData<T> {
    #[inline]
    fn eq(&self, _other: &PhantomData<T>) -> bool {
        true
    }
}

impl<T: PointeeSized> Eq for PhantomData<T> {}

impl<T: PointeeSized> PartialOrd for PhantomData<T> {
    #[inline]
    fn partial_cmp(&self, _other: &PhantomData<T>) -> Option<Ordering> {
        Some(Ordering::Equal)
    }
}

impl<T: PointeeSized> Ord for PhantomData<T> {
    #[inline]
    fn cmp(&self, _other: &PhantomData<T>) -> Ordering {
        Ordering::Equal
    }
}

impl<T: PointeeSized> Copy for PhantomData<T> {}

impl<T: PointeeSized> Clone for PhantomData<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self
    }
}

impl<T: PointeeSized> Default for PhantomData<T> {
    #[inline]
    fn default() -> Self {
        Self
    }
}

impl<T: PointeeSized> StructuralPartialEq for PhantomData<T> {}

/// Every type has one: the type of its discriminant.
#[lang = "discriminant_kind"]
pub trait DiscriminantKind {
    /// The type of the discriminant.
    #[lang = "discriminant_type"]
    type Discriminant: Clone + Copy + Debug + Eq + PartialEq + Hash + Send + Sync + Unpin;
}

/// Types whose values can end.
#[lang = "destruct"]
pub trait Destruct: PointeeSized {}

/// Types that are certain not to have drop glue.
#[lang = "bikeshed_guaranteed_no_drop"]
pub trait BikeshedGuaranteedNoDrop {}

/// The tuples.
#[lang = "tuple_trait"]
pub trait Tuple {}

/// The function pointers.
#[lang = "fn_ptr_trait"]
pub trait FnPtr: Copy + Clone {
    /// Where the function is.
    #[lang = "fn_ptr_addr"]
    fn addr(self) -> *const ();
}

/// Types of const parameters.
#[lang = "const_param_ty"]
pub trait ConstParamTy_: StructuralPartialEq + Eq {}

macro_rules! const_param_ty {
    ($($ty:ty)*) => {
        $(impl ConstParamTy_ for $ty {})*
    };
}

const_param_ty! {
    () i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize bool char
}

macro_rules! structural {
    ($($ty:ty)*) => {
        $(impl StructuralPartialEq for $ty {})*
    };
}

structural! {
    () i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize bool char
}
