pub fn add(a: u8, b: u8) -> u8 {
    a + b
}
pub const IS_TEST: bool = cfg!(test);

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    #[test]
    fn works() {
        println!("not shown");
        assert_eq!(add(1, 2), 3);
    }
    #[test]
    #[should_panic]
    fn overflows() {
        add(255, std::hint::black_box(1));
    }
    #[test]
    #[should_panic(expected = "with overflow")]
    fn overflows_so() {
        add(255, std::hint::black_box(1));
    }
    #[test]
    #[should_panic(expected = "other words")]
    fn overflows_not() {
        add(255, std::hint::black_box(1));
    }
    #[test]
    #[should_panic]
    fn does_not_panic() {}
    #[test]
    #[ignore]
    fn slow() {}
    #[test]
    #[ignore = "takes long"]
    fn slower() {}
    #[test]
    fn result() -> Result<(), String> {
        "1".parse::<i32>().map(|_| ()).map_err(|e| e.to_string())
    }
    #[test]
    fn error() -> Result<(), std::num::ParseIntError> {
        println!("before");
        "x".parse::<i32>()?;
        Ok(())
    }
    #[test]
    fn fails() {
        println!("shown");
        eprintln!("also");
        print!("no newline");
        assert_eq!(add(1, 1), 3, "sum of {}", 1);
    }
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    #[test]
    fn isolated() {
        COUNT.set(COUNT.get() + 1);
        assert_eq!(COUNT.get(), 1);
    }
    #[test]
    fn isolated_too() {
        isolated();
    }
    #[test]
    fn never_ends() {
        fn deep(n: u64) -> u64 {
            if n == u64::MAX {
                0
            } else {
                1 + deep(n + std::hint::black_box(0))
            }
        }
        deep(0);
    }
    macro_rules! tests { ($($name:ident)*) => { $(#[test] fn $name() { assert!(IS_TEST); })* } }
    tests!(from_macro other_from_macro);
}
