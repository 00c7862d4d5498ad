//! The weak pointer.

macro_rules! counted_weak {
    ($(#[$doc:meta])* $Rc:ident) => {
        $(#[$doc])*
        #[wrc::flat]
        pub struct Weak<T: ?Sized> {
            counts: Box<Counts>,
            value: ManuallyDrop<Box<T>>,
        }

        impl<T> Weak<T> {
            /// A pointer to nothing.
            pub fn new() -> Weak<T> {
                Weak { counts: Box::new(Counts::of_nothing()), value: uninit() }
            }
        }

        impl<T: ?Sized> Weak<T> {
            /// A strong pointer, if the value is alive.
            #[inline]
            pub fn upgrade(&self) -> Option<$Rc<T>> {
                if self.counts.strong.get() == 0 {
                    None
                } else {
                    self.counts.add_strong();
                    Some($Rc { counts: ptr_read(&self.counts), value: ptr_read(&self.value) })
                }
            }

            /// How many strong pointers share the value.
            #[inline]
            pub fn strong_count(&self) -> usize {
                self.counts.strong.get()
            }

            /// How many weak pointers point to the value, or 0 if it is gone.
            #[inline]
            pub fn weak_count(&self) -> usize {
                if self.counts.strong.get() == 0 {
                    0
                } else {
                    self.counts.weak.get()
                }
            }

            /// Whether two pointers point to one value.
            #[inline]
            pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
                self.counts.is_same(&other.counts)
            }
        }

        impl<T: ?Sized> Clone for Weak<T> {
            #[inline]
            fn clone(&self) -> Weak<T> {
                self.counts.add_weak();
                Weak { counts: ptr_read(&self.counts), value: ptr_read(&self.value) }
            }
        }

        unsafe impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
            #[inline]
            fn drop(&mut self) {
                self.counts.remove_weak();
            }
        }

        impl<T> Default for Weak<T> {
            fn default() -> Weak<T> {
                Weak::new()
            }
        }

        impl<T: ?Sized> fmt::Debug for Weak<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("(Weak)")
            }
        }

        impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}
    };
}
