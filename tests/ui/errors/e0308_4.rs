fn list() {
    let _ = [1, 2.5]; //~ ERROR[E0308]
}

fn branches(a: bool) {
    let _ = if a { 1 } else { 2.5 }; //~ ERROR[E0308]
}

fn arms(a: bool) {
    let _ = match a {
        true => 1, //~ ERROR[E0308]
        false => 2.0,
    };
}

fn main() {
    list();
    branches(true);
    arms(true);
}
