//! The functions that are the host's: its engine computes them.

macro_rules! host_functions {
    ($($rust_name:ident = $host_name:literal ($($arg:ident),*);)*) => {
        mod host {
            #[link(wasm_import_module = "wrc")]
            extern "C" {
                $(
                    #[link_name = $host_name]
                    pub(super) fn $rust_name($($arg: f64),*) -> f64;
                )*
            }
        }

        /// The host's functions.
        pub(crate) mod f64_math {
            $(
                #[inline(always)]
                pub(crate) fn $rust_name($($arg: f64),*) -> f64 {
                    unsafe { super::host::$rust_name($($arg),*) }
                }
            )*
        }

        /// The same in single precision: the double result, rounded.
        pub(crate) mod f32_math {
            $(
                #[inline(always)]
                pub(crate) fn $rust_name($($arg: f32),*) -> f32 {
                    unsafe { super::host::$rust_name($($arg as f64),*) as f32 }
                }
            )*
        }
    };
}

host_functions! {
    sin = "sin"(x);
    cos = "cos"(x);
    tan = "tan"(x);
    asin = "asin"(x);
    acos = "acos"(x);
    atan = "atan"(x);
    atan2 = "atan2"(y, x);
    sinh = "sinh"(x);
    cosh = "cosh"(x);
    tanh = "tanh"(x);
    exp = "exp"(x);
    expm1 = "expm1"(x);
    ln = "log"(x);
    log2 = "log2"(x);
    log10 = "log10"(x);
    log1p = "log1p"(x);
    pow = "pow"(x, y);
    cbrt = "cbrt"(x);
    hypot = "hypot"(x, y);
}
