// Edition 2015: `extern crate`, paths from the root, `async` as a name.
#[macro_use]
extern crate macros as helpers;

mod inner {
    use helpers::add;
    pub fn double(n: u32) -> u32 {
        add(n, ::helpers::add(n, 0))
    }
}

pub fn twice(n: u32) -> u32 {
    total!(::inner::double(n), 0)
}

pub fn async_(async: u32) -> u32 {
    async
}

pub fn checked(n: u8) -> u8 {
    n + 1
}
