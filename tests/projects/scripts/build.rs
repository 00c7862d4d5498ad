use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-cfg=made");
    println!("cargo::rustc-cfg=level=\"high\"");
    println!("cargo::rustc-env=GREETING=hello from the script");
    let out = env::var("OUT_DIR").unwrap();
    let code = "pub fn answer() -> u32 { 42 }\n";
    fs::write(Path::new(&out).join("code.rs"), code).unwrap();
    fs::create_dir_all(Path::new(&out).join("data")).unwrap();
    fs::write(Path::new(&out).join("data/text.txt"), "some text").unwrap();
    // What is compiled for is seen here as in the program.
    assert_eq!(env::var("CARGO_CFG_TARGET_ARCH").unwrap(), "wasm32");
}
