fn main() {
    println!("{}", t::add(1, 2));
}

#[test]
fn in_the_program() {
    assert!(cfg!(test) && !t::IS_TEST && !dev::IS_TEST);
}
