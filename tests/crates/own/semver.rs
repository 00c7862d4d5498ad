//@ semver = "1"

use semver::{Version, VersionReq};

fn main() {
    let mut versions: Vec<Version> = ["1.2.3", "1.2.3-alpha.10", "1.2.3-alpha.2", "0.9.0+build.5"]
        .iter()
        .map(|text| Version::parse(text).expect("a version"))
        .collect();
    versions.sort();
    for version in &versions {
        println!(
            "{version} {:?} {:?}",
            version.pre.as_str(),
            version.build.as_str()
        );
    }
    let req = VersionReq::parse(">=1.2.3, <1.8.0").expect("a requirement");
    println!(
        "{req} {:?}",
        versions
            .iter()
            .map(|it| req.matches(it))
            .collect::<Vec<_>>()
    );
    println!("{}", Version::parse("1.2").unwrap_err());
}
