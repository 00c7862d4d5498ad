//! From collections to iterators and back.

/// Types that can be made of an iterator.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be built from an iterator over elements of type `{A}`",
    label = "value of type `{Self}` cannot be built from `std::iter::Iterator<Item={A}>`"
)]
pub trait FromIterator<A>: Sized {
    /// Makes the value of the elements.
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}

/// What `for` works on.
#[diagnostic::on_unimplemented(
    label = "`{Self}` is not an iterator",
    message = "`{Self}` is not an iterator"
)]
#[rustc_skip_during_method_dispatch(array, boxed_slice)]
pub trait IntoIterator {
    /// The type of the elements.
    type Item;

    /// The iterator.
    type IntoIter: Iterator<Item = Self::Item>;

    /// Makes the iterator.
    #[lang = "into_iter"]
    fn into_iter(self) -> Self::IntoIter;
}

impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;

    #[inline(always)]
    fn into_iter(self) -> I {
        self
    }
}

/// Collections that take the elements of an iterator.
pub trait Extend<A> {
    /// Adds the elements.
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);

    /// Adds one element.
    fn extend_one(&mut self, item: A) {
        self.extend(Some(item));
    }

    /// Makes room.
    fn extend_reserve(&mut self, _additional: usize) {}
}

impl Extend<()> for () {
    fn extend<T: IntoIterator<Item = ()>>(&mut self, iter: T) {
        iter.into_iter().for_each(|()| {})
    }

    fn extend_one(&mut self, _item: ()) {}
}

macro_rules! extend_items {
    ($($T:ident $index:tt)+) => {
        fn extend<Iter: IntoIterator<Item = ($($T,)+)>>(&mut self, iter: Iter) {
            let iter = iter.into_iter();
            let (lower, _) = iter.size_hint();
            if lower > 0 {
                $(self.$index.extend_reserve(lower);)+
            }
            for item in iter {
                $(self.$index.extend_one(item.$index);)+
            }
        }

        fn extend_one(&mut self, item: ($($T,)+)) {
            $(self.$index.extend_one(item.$index);)+
        }
    };
}

macro_rules! from_iter_items {
    ($($T:ident)+) => {
        fn from_iter<Iter: IntoIterator<Item = ($($T,)+)>>(iter: Iter) -> Self {
            let mut collections = Self::default();
            collections.extend(iter);
            collections
        }
    };
}

macro_rules! tuples {
    ($($T:ident $E:ident $index:tt)+) => {
        impl<$($T,)+ $($E: Extend<$T>),+> Extend<($($T,)+)> for ($($E,)+) {
            extend_items! { $($T $index)+ }
        }
        impl<$($T,)+ $($E: Default + Extend<$T>),+> FromIterator<($($T,)+)> for ($($E,)+) {
            from_iter_items! { $($T)+ }
        }
    };
}

tuples! { A EA 0 }
tuples! { A EA 0 B EB 1 }
tuples! { A EA 0 B EB 1 C EC 2 }
tuples! { A EA 0 B EB 1 C EC 2 D ED 3 }
tuples! { A EA 0 B EB 1 C EC 2 D ED 3 E EE 4 }
tuples! { A EA 0 B EB 1 C EC 2 D ED 3 E EE 4 F EF 5 }
