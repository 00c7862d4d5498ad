//! Tuples of up to twelve elements.

use super::{Debug, Formatter, Result};

macro_rules! items {
    ($($index:tt)+) => {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            let mut builder = f.debug_tuple("");
            $(builder.field(&self.$index);)+
            builder.finish()
        }
    };
}

macro_rules! tuple {
    ($($T:ident $index:tt)+) => {
        impl<$($T: Debug),+> Debug for ($($T,)+) { items! { $($index)+ } }
    };
}

tuple! { A 0 }
tuple! { A 0 B 1 }
tuple! { A 0 B 1 C 2 }
tuple! { A 0 B 1 C 2 D 3 }
tuple! { A 0 B 1 C 2 D 3 E 4 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 }
tuple! { A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 }
