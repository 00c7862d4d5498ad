//! `line!`, `column!`, `file!`, `module_path!`: where the user wrote the call.

macro_rules! here {
    () => {
        (line!(), column!())
    };
}

macro_rules! pass {
    ($inner:expr) => {
        ($inner, line!())
    };
}

mod outer {
    pub mod inner {
        pub fn path() -> &'static str {
            module_path!()
        }
    }
}

#[track_caller]
fn tracked() -> (u32, u32) {
    (line!(), std::panic::Location::caller().line())
}

const LINE: u32 = line!();

fn main() {
    println!("{} {} {LINE}", line!(), column!());
    println!("{:?} {:?}", here!(), tracked());
    println!(
        "{:?} {:?}",
        pass!(line!()),
        pass!(
            here!()
        ),
    );
    assert!(file!().ends_with("positions.rs"));
    let is_rooted = outer::inner::path() == concat!("pos", "itions::outer::inner");
    println!("{} {is_rooted}", module_path!());
}
