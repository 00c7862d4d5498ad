//@ smallvec = { version = "1", features = ["union"] }

use smallvec::{SmallVec, smallvec};

struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let mut vec: SmallVec<[u32; 4]> = smallvec![1, 2, 3];
    println!("{} {:?}", vec.spilled(), vec);
    vec.extend(4..10);
    println!("{} {vec:?}", vec.spilled());
    println!("{:?}", vec.drain(2..5).collect::<Vec<_>>());
    vec.insert_many(1, [70, 80]);
    vec.retain(|it| *it % 2 == 0);
    println!("{vec:?}");
    let mut loud: SmallVec<[Loud; 2]> = (0..4).map(Loud).collect();
    drop(loud.remove(1));
    println!("end");
}
