//! `a[i]`.

/// Types that can be indexed.
#[lang = "index"]
#[diagnostic::on_unimplemented(
    message = "the type `{Self}` cannot be indexed by `{Idx}`",
    label = "`{Self}` cannot be indexed by `{Idx}`"
)]
pub trait Index<Idx: ?Sized> {
    /// What an index gives.
    type Output: ?Sized;

    /// The element; panics if there is none.
    #[track_caller]
    #[track_caller]
    fn index(&self, index: Idx) -> &Self::Output;
}

/// Types whose elements can be changed.
#[lang = "index_mut"]
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    /// The element; panics if there is none.
    #[track_caller]
    #[track_caller]
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}
