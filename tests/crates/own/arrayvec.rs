//@ arrayvec = "0.7"

use arrayvec::{ArrayString, ArrayVec};

fn main() {
    let mut vec: ArrayVec<String, 3> = ArrayVec::new();
    vec.push("a".into());
    vec.extend(["b".to_owned(), "c".to_owned()]);
    println!(
        "{vec:?} {:?}",
        vec.try_push("d".into()).map_err(|it| it.to_string())
    );
    println!("{:?} {:?}", vec.swap_remove(0), vec);
    let mut text = ArrayString::<8>::from("häus").expect("fits");
    println!(
        "{} {:?} {}",
        text.len(),
        text.try_push_str("chen").is_err(),
        text
    );
    text.truncate(3);
    println!("{text} {:?}", vec.into_inner().is_err());
}
