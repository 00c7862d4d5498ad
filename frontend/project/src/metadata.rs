//! The part of `cargo metadata`'s answer that is used here.

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Deserializer};

/// What cargo resolved.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    pub packages: Vec<Package>,
    pub workspace_members: Vec<String>,
    #[serde(default)]
    pub workspace_default_members: Vec<String>,
    /// `None` when dependencies were not asked for.
    pub resolve: Option<Resolve>,
    #[serde(deserialize_with = "path")]
    pub workspace_root: Utf8PathBuf,
    #[serde(deserialize_with = "path")]
    pub target_directory: Utf8PathBuf,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Resolve {
    pub nodes: Vec<Node>,
}

/// A package in the graph.
#[derive(Debug, Deserialize)]
pub(crate) struct Node {
    pub id: String,
    pub deps: Vec<NodeDep>,
    pub features: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct NodeDep {
    /// The name by which the crate is known here, renaming considered.
    pub name: String,
    pub pkg: String,
    pub dep_kinds: Vec<DepKind>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct DepKind {
    /// `None` for ordinary dependencies, `dev` or `build`.
    pub kind: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub name: String,
    pub version: String,
    pub id: String,
    /// `None` for packages named by path.
    pub source: Option<String>,
    pub targets: Vec<Target>,
    #[serde(deserialize_with = "path")]
    pub manifest_path: Utf8PathBuf,
    pub default_run: Option<String>,
    pub authors: Vec<String>,
    pub description: Option<String>,
    pub homepage: Option<String>,
    pub repository: Option<String>,
    pub license: Option<String>,
    pub license_file: Option<String>,
    pub readme: Option<String>,
    pub rust_version: Option<String>,
    pub links: Option<String>,
}

/// A crate of a package.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Target {
    pub name: String,
    pub kind: Vec<String>,
    #[serde(deserialize_with = "path")]
    pub src_path: Utf8PathBuf,
    pub edition: String,
    #[serde(default, rename = "required-features")]
    pub required_features: Vec<String>,
    /// Does `cargo test` build and run it?
    #[serde(default)]
    pub test: bool,
}

/// camino's own support for serde would rebuild all that uses camino.
fn path<'de, D: Deserializer<'de>>(from: D) -> Result<Utf8PathBuf, D::Error> {
    String::deserialize(from).map(Utf8PathBuf::from)
}

impl Metadata {
    pub(crate) fn package(&self, id: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.id == id)
    }

    pub(crate) fn node(&self, id: &str) -> Option<&Node> {
        let nodes = &self.resolve.as_ref()?.nodes;
        nodes.iter().find(|node| node.id == id)
    }
}

impl Package {
    /// Name and version.
    pub(crate) fn shown(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// The package's folder.
    pub(crate) fn dir(&self) -> &Utf8Path {
        self.manifest_path.parent().unwrap_or(Utf8Path::new(""))
    }

    pub(crate) fn targets_of(&self, kind: &str) -> impl Iterator<Item = &Target> {
        let kind = kind.to_owned();
        self.targets.iter().filter(move |target| target.is(&kind))
    }

    /// The library, in whatever form it is built.
    pub(crate) fn lib(&self) -> Option<&Target> {
        const LIBRARIES: &[&str] = &["lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro"];
        let mut targets = self.targets.iter();
        targets.find(|target| LIBRARIES.iter().any(|kind| target.is(kind)))
    }

    pub(crate) fn has_build_script(&self) -> bool {
        self.targets_of("custom-build").next().is_some()
    }

    pub(crate) fn is_proc_macro(&self) -> bool {
        self.targets_of("proc-macro").next().is_some()
    }
}

impl Target {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind.iter().any(|it| it == kind)
    }

    /// As paths name the crate.
    pub(crate) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

impl NodeDep {
    /// Is it one of these kinds? `None` is an ordinary dependency.
    pub(crate) fn is_any(&self, kinds: &[Option<&str>]) -> bool {
        let mut own = self.dep_kinds.iter();
        own.any(|it| kinds.contains(&it.kind.as_deref()))
    }
}
