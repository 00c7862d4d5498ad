//! The strong pointer.

macro_rules! counted_pointer {
    ($(#[$doc:meta])* $Rc:ident) => {
        $(#[$doc])*
        #[wrc::flat]
        pub struct $Rc<T: ?Sized> {
            counts: Box<Counts>,
            value: ManuallyDrop<Box<T>>,
        }

        impl<T> $Rc<T> {
            /// Puts the value on the heap, to be shared.
            #[inline]
            pub fn new(value: T) -> $Rc<T> {
                $Rc::of_box(Box::new(value))
            }

            /// Puts the value on the heap that the function makes, given a weak pointer to it.
            pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> $Rc<T> {
                let counts = Box::new(Counts::of_later());
                let value = ManuallyDrop::new(object_uninit());
                let weak = Weak { counts: ptr_read(&counts), value: ptr_read(&value) };
                let mut this = ManuallyDrop::new($Rc { counts, value });
                let content = data_fn(&weak);
                fill(&mut **this.value, content);
                this.counts.strong.set(1);
                drop(weak);
                ManuallyDrop::into_inner(this)
            }

            /// As `new`, for a value that does not move again.
            #[inline]
            pub fn pin(value: T) -> Pin<$Rc<T>> {
                unsafe { Pin::new_unchecked($Rc::new(value)) }
            }

            /// The value if this is the only strong pointer, else the pointer back.
            #[inline]
            pub fn try_unwrap(this: $Rc<T>) -> Result<T, $Rc<T>> {
                if this.counts.strong.get() == 1 {
                    Ok($Rc::take(this))
                } else {
                    Err(this)
                }
            }

            /// The value if this was the only strong pointer.
            #[inline]
            pub fn into_inner(this: $Rc<T>) -> Option<T> {
                $Rc::try_unwrap(this).ok()
            }

            /// Moves the value out of the last strong pointer.
            #[inline]
            fn take(this: $Rc<T>) -> T {
                this.counts.strong.set(0);
                let mut this = ManuallyDrop::new(this);
                let value = unsafe { ManuallyDrop::take(&mut this.value) };
                *value
            }
        }

        impl<T: ?Sized> $Rc<T> {
            /// Shares what is boxed already.
            #[inline]
            fn of_box(value: Box<T>) -> $Rc<T> {
                $Rc { counts: Box::new(Counts::new()), value: ManuallyDrop::new(value) }
            }

            /// A pointer that does not keep the value alive.
            #[inline]
            pub fn downgrade(this: &$Rc<T>) -> Weak<T> {
                this.counts.add_weak();
                Weak { counts: ptr_read(&this.counts), value: ptr_read(&this.value) }
            }

            /// How many strong pointers share the value.
            #[inline]
            pub fn strong_count(this: &$Rc<T>) -> usize {
                this.counts.strong.get()
            }

            /// How many weak pointers point to the value.
            #[inline]
            pub fn weak_count(this: &$Rc<T>) -> usize {
                this.counts.weak.get()
            }

            /// Access to the value if no other pointer shares it.
            #[inline]
            pub fn get_mut(this: &mut $Rc<T>) -> Option<&mut T> {
                if this.counts.is_unique() {
                    Some(&mut **this.value)
                } else {
                    None
                }
            }

            /// Whether two pointers share one value.
            #[inline]
            pub fn ptr_eq(this: &$Rc<T>, other: &$Rc<T>) -> bool {
                let left: *const Counts = &*this.counts;
                let right: *const Counts = &*other.counts;
                left == right
            }

            /// The counts are not stored beside the value.
            #[wrc::refused = "raw pointers that own a share are not supported: the counts are not stored beside the value; keep the pointer itself"]
            pub fn into_raw(this: $Rc<T>) -> *const T {
                let _ = this;
                core::intrinsics::abort()
            }

            /// The counts are not stored beside the value.
            #[wrc::refused = "raw pointers that own a share are not supported: the counts are not stored beside the value; keep the pointer itself"]
            pub unsafe fn from_raw(ptr: *const T) -> $Rc<T> {
                let _ = ptr;
                core::intrinsics::abort()
            }

            /// The counts are not stored beside the value.
            #[wrc::refused = "raw pointers that own a share are not supported: the counts are not stored beside the value; keep the pointer itself"]
            pub unsafe fn increment_strong_count(ptr: *const T) {
                let _ = ptr;
                core::intrinsics::abort()
            }

            /// The counts are not stored beside the value.
            #[wrc::refused = "raw pointers that own a share are not supported: the counts are not stored beside the value; keep the pointer itself"]
            pub unsafe fn decrement_strong_count(ptr: *const T) {
                let _ = ptr;
                core::intrinsics::abort()
            }

            /// A pointer to the value.
            #[inline]
            pub fn as_ptr(this: &$Rc<T>) -> *const T {
                &**this.value
            }
        }

        impl<T: Clone> $Rc<T> {
            /// Access to the value, after cloning it if it is shared.
            pub fn make_mut(this: &mut $Rc<T>) -> &mut T {
                if this.counts.strong.get() != 1 {
                    *this = $Rc::new((**this).clone());
                } else if this.counts.weak.get() != 0 {
                    // The weak pointers lose the value; it stays with this pointer.
                    this.counts.strong.set(0);
                    let value = ptr_read(&this.value);
                    ptr_write(this, $Rc { counts: Box::new(Counts::new()), value });
                }
                &mut **this.value
            }

            /// The value, cloned if it is shared.
            #[inline]
            pub fn unwrap_or_clone(this: $Rc<T>) -> T {
                match $Rc::try_unwrap(this) {
                    Ok(value) => value,
                    Err(this) => (*this).clone(),
                }
            }
        }

        impl<T> $Rc<[T]> {
            /// Shares a vector's elements.
            #[inline]
            fn of_vec(vec: Vec<T>) -> $Rc<[T]> {
                $Rc::of_box(vec.into_boxed_slice())
            }
        }

        impl<T: ?Sized> Deref for $Rc<T> {
            type Target = T;

            #[inline(always)]
            fn deref(&self) -> &T {
                &**self.value
            }
        }

        impl<T: ?Sized> Clone for $Rc<T> {
            #[inline]
            fn clone(&self) -> $Rc<T> {
                self.counts.add_strong();
                $Rc { counts: ptr_read(&self.counts), value: ptr_read(&self.value) }
            }
        }

        unsafe impl<#[may_dangle] T: ?Sized> Drop for $Rc<T> {
            #[inline]
            fn drop(&mut self) {
                if self.counts.remove_strong() {
                    unsafe { ManuallyDrop::drop(&mut self.value) };
                }
            }
        }

        impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<$Rc<U>> for $Rc<T> {}
        impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<$Rc<U>> for $Rc<T> {}
        impl<T: ?Sized> LegacyReceiver for $Rc<T> {}
        impl<T: ?Sized> Unpin for $Rc<T> {}
    };
}
