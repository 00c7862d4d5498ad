//! Functions that the host computes.

fn main() {
    let x = 0.5_f64;
    println!("{:.9} {:.9} {:.9}", x.sin(), x.cos(), x.tan());
    println!("{:.9} {:.9} {:.9}", x.asin(), x.acos(), x.atan());
    println!("{:.9} {:.9} {:.9}", x.sinh(), x.cosh(), x.tanh());
    println!("{:.9} {:.9} {:.9}", x.exp(), x.exp_m1(), x.exp2());
    println!("{:.9} {:.9} {:.9} {:.9}", x.ln(), x.log2(), x.log10(), x.ln_1p());
    println!("{:.9} {:.9} {:.9}", x.powf(2.5), x.cbrt(), x.hypot(1.5));
    println!("{:.9} {:.9} {:?}", x.atan2(-2.0), x.log(3.0), x.sin_cos().0 == x.sin());
    println!("{:.5} {:.5} {:.5}", 2_f32.sin(), 2_f32.powf(0.5), 2_f32.ln());
    println!("{} {}", 1_f64.powf(f64::NAN), (-1_f64).powf(f64::INFINITY));
    println!("{} {} {}", (-1_f64).ln().is_nan(), 0_f64.ln(), (-8_f64).cbrt());
}
