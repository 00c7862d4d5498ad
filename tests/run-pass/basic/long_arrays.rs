//@ variants: all

//! Long arrays: of numbers from data segments, of other things in pieces.

macro_rules! ten {
    ($($item:expr),*) => {
        [$($item),*, $($item),*, $($item),*, $($item),*, $($item),*,
         $($item),*, $($item),*, $($item),*, $($item),*, $($item),*]
    };
}

static NESTED: [[i64; 70]; 2] = [ten!(-1, 2, 3, 4, 5, 6, 7), ten!(1, 2, 3, 4, 5, 6, -7)];

static BYTES: [i8; 100] = ten!(0, -1, 2, -128, 127, 5, 6, 7, 8, 9);
static SHORTS: [u16; 80] = ten!(0, 65535, 300, 40000, 7, 6, 5, 4);
static WORDS: [u32; 70] = ten!(0, u32::MAX, 1 << 31, 70_000, 123_456_789, 3, 4);
static LONGS: [u64; 70] = ten!(0, u64::MAX, 1 << 63, 1 << 40, 5, 6, u64::MAX - 1);
static SINGLES: [f32; 70] = ten!(0.5, -0.0, 1e30, f32::INFINITY, 3.25, 1.0, 2.0);
static DOUBLES: [f64; 70] = ten!(0.1, -0.0, 1e300, f64::NEG_INFINITY, 3.25, 1.0, 2.0);
static FLAGS: [bool; 70] = ten!(true, false, true, true, false, false, true);
static CHARS: [char; 70] = ten!('a', 'é', '\u{10ffff}', '0', '\n', 'x', 'y');
static PAIRS: [(u32, u32); 70] = ten!(
    (1, 1_000_000),
    (2, 2_000_000),
    (3, 3_000_000),
    (4, 4_000_000),
    (5, 5_000_000),
    (6, 6_000_000),
    (u32::MAX, 7_000_000)
);
static ROWS: [(u8, char, u16); 70] = ten!(
    (1, 'a', 10),
    (2, 'b', 20),
    (3, 'c', 30),
    (4, 'd', 40),
    (5, 'e', 50),
    (6, 'f', 60),
    (255, 'g', 65535)
);
static WIDE: [u128; 70] = ten!(0, u128::MAX, 1 << 100, 4, 5, 6, 7);

const TABLE: [i32; 100] = ten!(1_000_000, -1_000_000, 3, 4, 5, 6, 7, i32::MIN, i32::MAX, 10);

fn changed(at: usize) -> [i32; 100] {
    let mut table = TABLE;
    table[at] = 0;
    table
}

macro_rules! hundred {
    ($($item:expr),*) => {
        ten!($($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*)
    };
}

macro_rules! thousand {
    ($($item:expr),*) => {
        hundred!($($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*, $($item),*)
    };
}

/// More than engines take in one instruction.
fn many(n: u32) -> [u32; 12_000] {
    thousand!(n, 1, 2, n, 4, 5, 6, 7, 8, 9, 10, n)
}

#[derive(Debug)]
struct Row {
    name: &'static str,
    value: i16,
    rate: f32,
}

impl Drop for Row {
    fn drop(&mut self) {
        if self.value == -1 && self.rate > 1.0 {
            println!("drop {}", self.name);
        }
    }
}

fn table() -> [Row; 140] {
    macro_rules! row {
        ($value:expr, $rate:expr) => {
            Row {
                rate: $rate,
                name: concat!("row ", $rate),
                value: $value,
            }
        };
    }
    let [a, b] = [
        ten!(
            row!(1, 0.5),
            row!(2, 0.25),
            row!(3, 1.5),
            row!(4, 2.5),
            row!(5, 3.5),
            row!(6, 4.5),
            row!(7, 5.5)
        ),
        ten!(
            row!(1, 0.5),
            row!(2, 0.25),
            row!(3, 1.5),
            row!(4, 2.5),
            row!(5, 3.5),
            row!(6, 4.5),
            row!(-1, 5.5)
        ),
    ];
    let mut rows = a.into_iter().chain(b);
    std::array::from_fn(|_| rows.next().unwrap())
}

static NAMES: [(&str, char, i8, Row); 130] = ten!(
    (
        "a",
        'b',
        -1,
        Row {
            name: "r",
            value: 1,
            rate: 0.0
        }
    ),
    (
        "bc",
        'c',
        2,
        Row {
            value: 2,
            name: "s",
            rate: 0.0
        }
    ),
    (
        "",
        'd',
        3,
        Row {
            name: "t",
            value: 3,
            rate: 0.0
        }
    ),
    (
        "é",
        'e',
        4,
        Row {
            name: "u",
            rate: 0.5,
            value: 4
        }
    ),
    (
        "a",
        'b',
        -1,
        Row {
            name: "r",
            value: 1,
            rate: 0.0
        }
    ),
    (
        "bc",
        'c',
        2,
        Row {
            value: 2,
            name: "s",
            rate: 0.0
        }
    ),
    (
        "",
        'd',
        3,
        Row {
            name: "t",
            value: 3,
            rate: 0.0
        }
    ),
    (
        "a",
        'b',
        -1,
        Row {
            name: "r",
            value: 1,
            rate: 0.0
        }
    ),
    (
        "bc",
        'c',
        2,
        Row {
            value: 2,
            name: "s",
            rate: 0.0
        }
    ),
    (
        "",
        'd',
        3,
        Row {
            name: "t",
            value: 3,
            rate: 0.0
        }
    ),
    (
        "a",
        'b',
        -1,
        Row {
            name: "r",
            value: 1,
            rate: 0.0
        }
    ),
    (
        "bc",
        'c',
        2,
        Row {
            value: 2,
            name: "s",
            rate: 0.0
        }
    ),
    (
        "end",
        'z',
        127,
        Row {
            name: "t",
            value: 3,
            rate: 0.0
        }
    )
);

/// Rows of constants only: columns of their own, put together by a loop.
static COLUMNS: [(&str, char, i8, u64, bool); 130] = ten!(
    ("a", 'b', -1, 1 << 40, true),
    ("bc", 'c', 2, 2, false),
    ("", 'd', 3, 3, true),
    ("é", 'e', 4, 4, true),
    ("a", 'b', -1, 5, true),
    ("bc", 'c', 2, 6, false),
    ("", 'd', 3, 7, true),
    ("a", 'b', -1, 8, true),
    ("bc", 'c', 2, 9, false),
    ("", 'd', 3, 10, true),
    ("a", 'b', -1, 11, true),
    ("bc", 'c', 2, 12, false),
    ("end", 'z', 127, u64::MAX, false)
);

const STRUCTS: [Row; 130] = ten!(
    Row {
        name: "r",
        value: 1,
        rate: 0.0
    },
    Row {
        value: 2,
        rate: -0.5,
        name: "s"
    },
    Row {
        name: "t",
        value: 3,
        rate: 0.0
    },
    Row {
        name: "u",
        value: 4,
        rate: 0.0
    },
    Row {
        name: "v",
        value: 5,
        rate: 0.0
    },
    Row {
        name: "w",
        value: 6,
        rate: 0.0
    },
    Row {
        name: "x",
        value: 7,
        rate: 0.0
    },
    Row {
        name: "y",
        value: 8,
        rate: 0.0
    },
    Row {
        name: "z",
        value: 9,
        rate: 0.0
    },
    Row {
        name: "A",
        value: 10,
        rate: 0.0
    },
    Row {
        name: "B",
        value: 11,
        rate: 0.0
    },
    Row {
        name: "C",
        value: 12,
        rate: 0.0
    },
    Row {
        name: "D",
        value: -1,
        rate: 1e30
    }
);

fn main() {
    println!("{:?}", &table()[137..]);
    println!("{:?}", &NAMES[..4]);
    println!("{:?} {:?}", &COLUMNS[..4], COLUMNS[129]);
    let structs = STRUCTS;
    println!("{:?} {:?}", &structs[..3], structs[129]);
    drop(structs);
    println!("{:?}", &BYTES[..12]);
    println!("{:?}", &SHORTS[..9]);
    println!("{:?}", &WORDS[..8]);
    println!("{:?}", &LONGS[..8]);
    println!("{:?}", &SINGLES[..8]);
    println!("{:?}", &DOUBLES[..8]);
    println!("{:?}", &FLAGS[..8]);
    println!("{:?}", &CHARS[..8]);
    println!("{:?}", &PAIRS[..8]);
    println!("{:?}", &ROWS[63..]);
    println!("{:?}", &WIDE[..8]);
    println!("{:?} {}", &NESTED[1][60..], NESTED.len());
    let bytes: i64 = BYTES.iter().map(|it| i64::from(*it)).sum();
    let shorts: u64 = SHORTS.iter().map(|it| u64::from(*it)).sum();
    println!(
        "{bytes} {shorts} {}",
        WORDS.iter().fold(0u32, |a, it| a.wrapping_add(*it))
    );
    let (a, b) = (changed(0), changed(1));
    println!("{:?} {:?} {:?}", &a[..10], &b[..3], &TABLE[97..]);
    let many = many(77);
    println!("{} {:?}", many.iter().sum::<u32>(), &many[11_990..]);
}
