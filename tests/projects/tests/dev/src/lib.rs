/// `cfg(test)` is for the crate that is tested only.
pub const IS_TEST: bool = cfg!(test);
