//! Memory, as far as it is only talked about.

pub use core::alloc::*;

macro_rules! refused {
    ($($(#[$attr:meta])* pub unsafe fn $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        $(
            $(#[$attr])*
            #[wrc::refused = "memory by the byte is not supported: the engine makes whole values; use `Box` or `Vec`"]
            pub unsafe fn $name($($arg: $ty),*) -> $ret {
                $(let _ = $arg;)*
                core::intrinsics::abort()
            }
        )*
    };
}

refused! {
    /// Memory.
    pub unsafe fn alloc(layout: Layout) -> *mut u8;
    /// Memory of zeros.
    pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8;
    /// Memory with the same content.
    pub unsafe fn realloc(ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8;
    /// Gives memory back.
    pub unsafe fn dealloc(ptr: *mut u8, layout: Layout) -> ();
}

/// Ends the program for want of memory.
#[cold]
pub fn handle_alloc_error(layout: Layout) -> ! {
    panic!("memory allocation of {} bytes failed", layout.size())
}
