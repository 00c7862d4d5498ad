//! What counted pointers are made from.

macro_rules! counted_convert {
    ($Rc:ident, $($any:ty),*) => {
        impl<T> From<T> for $Rc<T> {
            #[inline]
            fn from(value: T) -> $Rc<T> {
                $Rc::new(value)
            }
        }

        impl<T: ?Sized> From<Box<T>> for $Rc<T> {
            #[inline]
            fn from(boxed: Box<T>) -> $Rc<T> {
                $Rc::of_box(boxed)
            }
        }

        impl<T> From<Vec<T>> for $Rc<[T]> {
            #[inline]
            fn from(vec: Vec<T>) -> $Rc<[T]> {
                $Rc::of_vec(vec)
            }
        }

        impl<T: Clone> From<&[T]> for $Rc<[T]> {
            #[inline]
            fn from(slice: &[T]) -> $Rc<[T]> {
                $Rc::of_vec(slice.to_vec())
            }
        }

        impl<T: Clone> From<&mut [T]> for $Rc<[T]> {
            #[inline]
            fn from(slice: &mut [T]) -> $Rc<[T]> {
                $Rc::of_vec(slice.to_vec())
            }
        }

        impl<T, const N: usize> From<[T; N]> for $Rc<[T]> {
            #[inline]
            fn from(array: [T; N]) -> $Rc<[T]> {
                $Rc::of_box(Box::from(array))
            }
        }

        impl From<&str> for $Rc<str> {
            #[inline]
            fn from(s: &str) -> $Rc<str> {
                $Rc::of_box(Box::from(s))
            }
        }

        impl From<&mut str> for $Rc<str> {
            #[inline]
            fn from(s: &mut str) -> $Rc<str> {
                $Rc::from(&*s)
            }
        }

        impl From<String> for $Rc<str> {
            #[inline]
            fn from(s: String) -> $Rc<str> {
                $Rc::of_box(s.into_boxed_str())
            }
        }

        impl From<$Rc<str>> for $Rc<[u8]> {
            fn from(s: $Rc<str>) -> $Rc<[u8]> {
                let this = ManuallyDrop::new(s);
                let value: Box<str> = ManuallyDrop::into_inner(ptr_read(&this.value));
                $Rc {
                    counts: ptr_read(&this.counts),
                    value: ManuallyDrop::new(Box::from(value)),
                }
            }
        }

        impl<'a, B: ?Sized + ToOwned> From<Cow<'a, B>> for $Rc<B>
        where
            $Rc<B>: From<&'a B> + From<B::Owned>,
        {
            #[inline]
            fn from(cow: Cow<'a, B>) -> $Rc<B> {
                match cow {
                    Cow::Borrowed(value) => $Rc::from(value),
                    Cow::Owned(value) => $Rc::from(value),
                }
            }
        }

        impl<T> FromIterator<T> for $Rc<[T]> {
            fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> $Rc<[T]> {
                $Rc::of_vec(Vec::from_iter(iter))
            }
        }

        impl<T, const N: usize> TryFrom<$Rc<[T]>> for $Rc<[T; N]> {
            type Error = $Rc<[T]>;

            fn try_from(slice: $Rc<[T]>) -> Result<$Rc<[T; N]>, $Rc<[T]>> {
                if slice.len() != N {
                    return Err(slice);
                }
                let this = ManuallyDrop::new(slice);
                let value: Box<[T]> = ManuallyDrop::into_inner(ptr_read(&this.value));
                let array: Box<[T; N]> = Box::new(fixed_from(box_slice_array(value)));
                Ok($Rc { counts: ptr_read(&this.counts), value: ManuallyDrop::new(array) })
            }
        }

        $(
            impl $Rc<$any> {
                /// The content if it is a `T`, else the pointer back.
                pub fn downcast<T: Any>(self) -> Result<$Rc<T>, $Rc<$any>> {
                    if !(*self).is::<T>() {
                        return Err(self);
                    }
                    let this = ManuallyDrop::new(self);
                    let value: Box<$any> = ManuallyDrop::into_inner(ptr_read(&this.value));
                    Ok($Rc {
                        counts: ptr_read(&this.counts),
                        value: ManuallyDrop::new(unsafe { value.downcast_unchecked::<T>() }),
                    })
                }
            }
        )*
    };
}
