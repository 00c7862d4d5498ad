//! What a counted pointer passes on to its content.

macro_rules! counted_traits {
    ($Rc:ident) => {
        impl<T: ?Sized> Borrow<T> for $Rc<T> {
            #[inline]
            fn borrow(&self) -> &T {
                &**self
            }
        }

        impl<T: ?Sized> AsRef<T> for $Rc<T> {
            #[inline]
            fn as_ref(&self) -> &T {
                &**self
            }
        }

        impl<T: ?Sized + PartialEq> PartialEq for $Rc<T> {
            #[inline]
            fn eq(&self, other: &$Rc<T>) -> bool {
                PartialEq::eq(&**self, &**other)
            }

            #[inline]
            fn ne(&self, other: &$Rc<T>) -> bool {
                PartialEq::ne(&**self, &**other)
            }
        }

        impl<T: ?Sized + Eq> Eq for $Rc<T> {}

        impl<T: ?Sized + PartialOrd> PartialOrd for $Rc<T> {
            #[inline]
            fn partial_cmp(&self, other: &$Rc<T>) -> Option<Ordering> {
                PartialOrd::partial_cmp(&**self, &**other)
            }

            #[inline]
            fn lt(&self, other: &$Rc<T>) -> bool {
                PartialOrd::lt(&**self, &**other)
            }

            #[inline]
            fn le(&self, other: &$Rc<T>) -> bool {
                PartialOrd::le(&**self, &**other)
            }

            #[inline]
            fn gt(&self, other: &$Rc<T>) -> bool {
                PartialOrd::gt(&**self, &**other)
            }

            #[inline]
            fn ge(&self, other: &$Rc<T>) -> bool {
                PartialOrd::ge(&**self, &**other)
            }
        }

        impl<T: ?Sized + Ord> Ord for $Rc<T> {
            #[inline]
            fn cmp(&self, other: &$Rc<T>) -> Ordering {
                Ord::cmp(&**self, &**other)
            }
        }

        impl<T: ?Sized + Hash> Hash for $Rc<T> {
            #[inline]
            fn hash<H: Hasher>(&self, state: &mut H) {
                (**self).hash(state);
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $Rc<T> {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $Rc<T> {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<T: ?Sized> fmt::Pointer for $Rc<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Pointer::fmt(&$Rc::as_ptr(self), f)
            }
        }

        impl<T: Default> Default for $Rc<T> {
            #[inline]
            fn default() -> $Rc<T> {
                $Rc::new(T::default())
            }
        }

        impl Default for $Rc<str> {
            fn default() -> $Rc<str> {
                $Rc::from("")
            }
        }

        impl<T> Default for $Rc<[T]> {
            fn default() -> $Rc<[T]> {
                $Rc::of_vec(Vec::new())
            }
        }
    };
}
