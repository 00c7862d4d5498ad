//! Statements that are turned off may call macros that do not exist.

#[cfg(target_arch = "x86_64")]
use core::arch::asm;

fn next(mut p: u32) -> u32 {
    if p > 0 {
        #[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), not(miri)))]
        unsafe {
            asm!("/*{0}*/", inout(reg) p);
        }
        #[cfg(all(any(target_arch = "x86_64", target_arch = "aarch64"), any()))]
        asm!("/*{0}*/", inout(reg) p);
        p += 1;
    }
    p
}

fn main() {
    #[cfg(any())]
    there_is_no_such_macro!("x");
    println!("{} {}", next(0), next(1));
}
