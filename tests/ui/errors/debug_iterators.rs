fn main() {
    println!("{:?}", "a b".split(' ')); //~ ERROR[WRC1006]
}
