//! The macros of `alloc`.

/// A vector of the given elements, or of `n` clones of one.
#[macro_export]
macro_rules! vec {
    () => (
        $crate::vec::Vec::new()
    );
    ($elem:expr; $n:expr) => (
        $crate::vec::from_elem($elem, $n)
    );
    ($($x:expr),+ $(,)?) => (
        $crate::vec::from_fixed([$($x),+])
    );
}

/// A `String` made from a template.
#[macro_export]
macro_rules! format {
    ($($arg:tt)*) => {
        $crate::fmt::format($crate::__export::format_args!($($arg)*))
    };
}
