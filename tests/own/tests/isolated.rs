//@ exit-code: 101
// Each test has an instance of its own: a panic ends only that.

static mut COUNT: u32 = 0;

fn count() -> u32 {
    unsafe {
        COUNT += 1;
        COUNT
    }
}

#[test]
fn first() {
    assert_eq!(count(), 1);
}

#[test]
fn panics() {
    println!("before");
    panic!("this fails");
}

#[test]
fn second() {
    assert_eq!(count(), 1);
}

#[test]
#[should_panic]
fn not_run_by_rustc_here() {
    panic!();
}

#[test]
fn wrong_result() -> Result<(), String> {
    Err("no".to_owned())
}
