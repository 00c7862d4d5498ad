#[test]
fn integration() {
    assert_eq!(t::add(2, 2), 4);
}
