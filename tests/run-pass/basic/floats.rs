// Shortest digits, ties, and exact digits with a precision.
fn main() {
    let values = [0.1, 1e21, 1.5e-7, 115208328706.265625, 2251799813685248.25, 5e-324, f64::MAX];
    for value in values {
        println!("{value} {value:?} {value:e}");
    }
    for value in [312985.125f32, 16777216.0, 1e-45, f32::MAX] {
        println!("{value} {value:?} {value:e}");
    }
    for value in [0.5, 1.5, 2.5, 0.125, 2.675, 1e15 + 0.3] {
        println!("{value:.0} {value:.1} {value:.2} {value:.20} {value:.3e}");
    }
    println!("{} {} {}", f64::NAN, f64::INFINITY, -f64::INFINITY);
    println!("{:?} {:?} {}", -0.0f64, 1.0f64, 1.0f64);
}
