//@ num-bigint = "0.4"

use num_bigint::{BigInt, BigUint};

fn main() {
    let factorial = (1u32..=60).map(BigUint::from).product::<BigUint>();
    println!("{factorial}");
    println!("{:x}", factorial);
    let a: BigInt = "-123456789012345678901234567890".parse().expect("a number");
    let b = BigInt::from(987654321u64).pow(5);
    println!("{} {} {}", &a * &b, &b / &a, &b % &a);
    println!(
        "{}",
        BigUint::from(3u32).modpow(&BigUint::from(1000u32), &BigUint::from(1_000_007u32))
    );
    println!("{} {}", factorial.bits(), factorial.sqrt());
}
