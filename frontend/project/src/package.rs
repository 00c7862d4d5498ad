//! From a package to crates: the target to compile and all it depends on.
//!
//! ```text
//! cargo metadata ─choose─► target ─┬─ its dependencies' libraries, depth first
//!                                  ├─ its package's library, for programs and tests
//!                                  └─ the target's crate, last
//! ```

use crate::cargo::{self, Features};
use crate::cfg::{Panic, Profile};
use crate::choose::{self, TargetChoice};
use crate::environment;
use crate::load::{Cx, LoadOptions};
use crate::macros::{self, Server};
use crate::manifest;
use crate::metadata::{Metadata, Node, Package, Target};
use crate::modules::{Loader, vfs_path};
use crate::scripts::{self, HostPrograms};
use crate::substitutes;
use crate::workspace::{CrateIdx, CrateInfo, Origin, TargetKind};
use camino::{Utf8Path, Utf8PathBuf};
use ra_ap_span::Edition;
use std::sync::Arc;
use wrc_base::{FileId, FxHashMap, FxIndexSet};
use wrc_diagnostics::Diagnostic;

/// Loads the target that the options name from the package around `manifest`.
pub(crate) fn load(
    cx: &mut Cx,
    manifest: &Utf8Path,
    options: &LoadOptions,
) -> Result<(), Diagnostic> {
    let metadata = cargo::metadata(manifest, &options.cargo)?;
    let name = options.package.as_deref();
    let package = choose::package(&metadata, manifest, name, &options.target)?;
    let dev = options.test
        || matches!(
            options.target,
            TargetChoice::Example(_) | TargetChoice::Test(_)
        );
    let features = active_features(&metadata, manifest, package, dev, options)?;
    let own = features_of(&features, package);
    let target = choose::target(package, own, &options.target)?;
    let (profile, panic) = profile(cx, &metadata, options.release)?;
    cx.ws.profile = profile;
    cx.ws.panic = cx.ws.panic.or(panic);
    cx.ws.output_name.clone_from(&target.name);
    let profile_dir = if options.release { "release" } else { "debug" };
    let output_dir = metadata.target_directory.join("wrc").join(profile_dir);
    cx.ws.output_dir = Some(match &options.target {
        TargetChoice::Example(_) => output_dir.join("examples"),
        _ => output_dir,
    });
    let host = match &options.stand_in {
        Some(stand_in) if has_host_programs(&metadata, &features) => {
            scripts::run(&metadata, package, dev, options, stand_in)?
        }
        _ => HostPrograms::default(),
    };
    let server = match host.macros.is_empty() {
        true => None,
        false => Some(macros::server(&metadata.workspace_root)?),
    };
    cx.ws.package = Some(format!(
        "{} v{} ({})",
        package.name,
        package.version,
        package.dir()
    ));
    cx.ws.is_scripted = !host.scripts.is_empty() || !host.macros.is_empty();
    cx.ws.files.inputs.extend(inputs(&metadata, package));
    let mut graph = Graph {
        cx,
        metadata: &metadata,
        features: &features,
        host_runs: options.stand_in.is_some(),
        host,
        server,
        left_out: &options.left_out,
        chosen: &package.id,
        libs: FxHashMap::default(),
        scripts: FxIndexSet::default(),
        macros: FxIndexSet::default(),
    };
    graph.add_target(package, target, dev, options.test)?;
    graph.refuse_host_programs()
}

/// The features that are on, for the packages that take part.
fn active_features(
    metadata: &Metadata,
    manifest: &Utf8Path,
    package: &Package,
    dev: bool,
    options: &LoadOptions,
) -> Result<Features, Diagnostic> {
    // Without dependencies there is nobody else whose wishes could mix.
    if metadata.packages.len() > 1 {
        return cargo::features(manifest, &package.id, dev, &options.cargo);
    }
    let on = metadata.node(&package.id).map(|node| node.features.clone());
    Ok(Features::from_iter([(
        (package.name.clone(), package.version.clone()),
        on.unwrap_or_default(),
    )]))
}

/// What cargo's answers depend on: manifests, configuration, and which targets
/// the package has.
fn inputs(metadata: &Metadata, package: &Package) -> Vec<Utf8PathBuf> {
    let manifests = metadata.packages.iter().map(|it| it.manifest_path.clone());
    let mut inputs: Vec<Utf8PathBuf> = manifests.collect();
    inputs.push(metadata.workspace_root.join("Cargo.toml"));
    inputs.push(metadata.workspace_root.join("Cargo.lock"));
    for dir in package.dir().ancestors() {
        inputs.push(dir.join(".cargo/config.toml"));
        inputs.push(dir.join(".cargo/config"));
    }
    let home = std::env::var("CARGO_HOME").map(Utf8PathBuf::from);
    let home =
        home.or_else(|_| std::env::var("HOME").map(|dir| Utf8Path::new(&dir).join(".cargo")));
    inputs.extend(home.map(|dir| dir.join("config.toml")));
    inputs.extend(["src", "src/bin"].map(|dir| package.dir().join(dir)));
    inputs
}

fn is_active(features: &Features, package: &Package) -> bool {
    features.contains_key(&(package.name.clone(), package.version.clone()))
}

fn has_host_programs(metadata: &Metadata, features: &Features) -> bool {
    let mut active = metadata
        .packages
        .iter()
        .filter(|it| is_active(features, it));
    active.any(|it| it.has_build_script() || it.is_proc_macro())
}

fn features_of<'a>(features: &'a Features, package: &Package) -> &'a [String] {
    let key = (package.name.clone(), package.version.clone());
    features.get(&key).map_or(&[], Vec::as_slice)
}

fn profile(
    cx: &mut Cx,
    metadata: &Metadata,
    release: bool,
) -> Result<(Profile, Option<Panic>), Diagnostic> {
    let path = metadata.workspace_root.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Diagnostic::error("WRC5004", format!("cannot read `{path}`")).with_note(error.to_string())
    })?;
    let file = cx.ws.files.add(
        "Cargo.toml".to_owned(),
        vfs_path(&path),
        text.as_str().into(),
        Origin::Manifest,
    );
    manifest::profile(&text, file, release)
}

struct Graph<'a> {
    cx: &'a mut Cx,
    metadata: &'a Metadata,
    features: &'a Features,
    /// May build scripts and procedural macros run, and what came of it.
    host_runs: bool,
    host: HostPrograms,
    /// Runs macros, if there are any.
    server: Option<Arc<Server>>,
    /// Packages for which development dependencies are left out.
    left_out: &'a [String],
    /// The package to compile: its errors are shown one by one, wherever
    /// it comes from.
    chosen: &'a str,
    /// Libraries that were added, by package; `None` for what cannot be one.
    libs: FxHashMap<&'a str, Option<CrateIdx>>,
    /// Packages with build scripts and with procedural macros.
    scripts: FxIndexSet<&'a str>,
    macros: FxIndexSet<&'a str>,
}

const NORMAL: &[Option<&str>] = &[None];
const WITH_DEV: &[Option<&str>] = &[None, Some("dev")];

impl<'a> Graph<'a> {
    fn add_target(
        &mut self,
        package: &'a Package,
        target: &'a Target,
        dev: bool,
        test: bool,
    ) -> Result<(), Diagnostic> {
        let is_lib = package
            .lib()
            .is_some_and(|lib| lib.name == target.name && lib.kind == target.kind);
        let mut deps = self.dependencies(package, if dev { WITH_DEV } else { NORMAL })?;
        if !is_lib
            && let Some(lib) = package.lib()
            && let Some(idx) = self.library(&package.id)?
        {
            deps.push((lib.crate_name(), idx, true));
        }
        if target.is("proc-macro") {
            let message = format!("`{}` has procedural macros", target.name);
            return Err(Diagnostic::error("WRC5003", message)
                .with_help("it is compiled for the host, as a dependency of what uses it"));
        }
        let kind = if is_lib {
            TargetKind::Lib
        } else {
            TargetKind::Bin
        };
        let Some(idx) = self.add(package, target, kind, deps)? else {
            return Ok(());
        };
        self.cx.ws.crates[idx].test = test;
        Ok(())
    }

    /// The library of a package; `None` when there is none to link.
    fn library(&mut self, id: &'a str) -> Result<Option<CrateIdx>, Diagnostic> {
        if let Some(known) = self.libs.get(id) {
            return Ok(*known);
        }
        let Some(package) = self.metadata.package(id) else {
            return Ok(None);
        };
        let mut found = None;
        if package.is_proc_macro() {
            found = self.macros(package)?;
        } else if let Some(target) = package.lib() {
            let deps = self.dependencies(package, NORMAL)?;
            found = self.add(package, target, TargetKind::Lib, deps)?;
        }
        self.libs.insert(id, found);
        Ok(found)
    }

    /// A crate of procedural macros, of which only the signatures matter.
    fn macros(&mut self, package: &'a Package) -> Result<Option<CrateIdx>, Diagnostic> {
        if !self.host_runs {
            self.macros.insert(&package.name);
            return Ok(None);
        }
        let library = self.host.macros.get(&package.id).zip(self.server.as_ref());
        let (Some((path, server)), Some(target)) = (library, package.lib()) else {
            let message = format!(
                "cargo has not built the procedural macros of `{}`",
                package.name
            );
            return Err(Diagnostic::error("WRC5014", message));
        };
        let library = macros::load(server, path)?;
        let idx = self.add(package, target, TargetKind::Lib, Vec::new())?;
        if let Some(idx) = idx {
            self.cx.ws.crates[idx].macros = Some(library);
        }
        Ok(idx)
    }

    /// The libraries that a package names, in cargo's order.
    fn dependencies(
        &mut self,
        package: &'a Package,
        kinds: &[Option<&str>],
    ) -> Result<Vec<(String, CrateIdx, bool)>, Diagnostic> {
        let mut deps = Vec::new();
        let node: Option<&'a Node> = self.metadata.node(&package.id);
        for dep in node.into_iter().flat_map(|node| &node.deps) {
            let package = self.metadata.package(&dep.pkg);
            let is_active = package.is_some_and(|it| is_active(self.features, it));
            if is_active && dep.is_any(kinds) && self.is_built_in(&dep.pkg) {
                self.cx.ws.without.retain(|part| *part != "wasm");
                deps.push((dep.name.clone(), self.cx.sysroot.wasm, true));
                continue;
            }
            // Most development dependencies are for benchmarks and generated
            // tests; where one is named, the name does not resolve.
            let is_left_out = !dep.is_any(NORMAL) && self.is_unusable(&dep.pkg, &mut Vec::new());
            if is_active
                && !is_left_out
                && dep.is_any(kinds)
                && let Some(idx) = self.library(&dep.pkg)?
            {
                deps.push((dep.name.clone(), idx, true));
            }
        }
        Ok(deps)
    }

    /// Is the package or one below it left out, or has a program that is not run?
    fn is_unusable(&self, id: &'a str, seen: &mut Vec<&'a str>) -> bool {
        if seen.contains(&id) {
            return false;
        }
        seen.push(id);
        let Some(package) = self.metadata.package(id) else {
            return false;
        };
        if !is_active(self.features, package) {
            return false;
        }
        let mut deps = self.metadata.node(id).into_iter().flat_map(|it| &it.deps);
        let has_programs = package.has_build_script() || package.is_proc_macro();
        (has_programs && !self.host_runs)
            || self.left_out.contains(&package.shown())
            || deps.any(|dep| dep.is_any(NORMAL) && self.is_unusable(&dep.pkg, seen))
    }

    /// Whether the package is the crate `wasm`, which the compiler has itself:
    /// the dependency is there for rustc.
    fn is_built_in(&self, id: &str) -> bool {
        let named = |id: &str, name: &str| {
            let package = self.metadata.package(id);
            package.is_some_and(|package| package.name == name)
        };
        let node = self.metadata.node(id);
        let mut deps = node.into_iter().flat_map(|node| &node.deps);
        named(id, "wasm") && deps.any(|dep| named(&dep.pkg, "wasm-macros"))
    }

    fn add(
        &mut self,
        package: &'a Package,
        target: &Target,
        kind: TargetKind,
        deps: Vec<(String, CrateIdx, bool)>,
    ) -> Result<Option<CrateIdx>, Diagnostic> {
        let origin = match package.source {
            Some(_) if package.id != self.chosen => {
                Origin::Dependency(self.cx.ws.crates.next_key())
            }
            Some(_) | None => Origin::User,
        };
        let edition: Edition = target.edition.parse().map_err(|_| {
            Diagnostic::error("WRC5007", format!("unknown edition `{}`", target.edition))
        })?;
        let (root, edition) = match substitutes::add(&mut self.cx.ws.files, package, origin) {
            Some(root) => (root, substitutes::EDITION),
            None => {
                if package.has_build_script() && !self.host_runs {
                    self.scripts.insert(&package.name);
                }
                let Some(root) = self.read(target, origin, edition) else {
                    return Ok(None);
                };
                (root, edition)
            }
        };
        let mut krate = CrateInfo::new(target.crate_name(), root, edition, origin, kind);
        krate.deps = self.cx.sysroot.dependencies();
        krate.deps.extend(deps);
        krate.folder = self.folder(package);
        krate.package = package.shown();
        krate.features = features_of(self.features, package).to_vec();
        krate.env = environment::of_process();
        krate.env.extend(environment::of_package(package, target));
        if let Some(script) = self.host.scripts.get(&package.id) {
            krate.cfgs.extend(script.cfgs());
            krate.env.extend(script.env.iter().cloned());
            krate
                .env
                .push(("OUT_DIR".to_owned(), script.out_dir.clone()));
            let out_dir = Utf8PathBuf::from(&script.out_dir);
            self.loader(origin, edition).load_folder(&out_dir);
        }
        Ok(Some(self.cx.ws.crates.push(krate)))
    }

    /// Where cargo has rustc run.
    fn folder(&self, package: &Package) -> Utf8PathBuf {
        match self.metadata.workspace_members.contains(&package.id) {
            true => self.metadata.workspace_root.clone(),
            false => package.dir().to_owned(),
        }
    }

    /// The files, named as cargo has rustc name them: relative to the
    /// workspace inside of it, with the whole path outside.
    fn read(&mut self, target: &Target, origin: Origin, edition: Edition) -> Option<FileId> {
        let base = &self.metadata.workspace_root;
        let path = match origin {
            Origin::User => target
                .src_path
                .strip_prefix(base)
                .unwrap_or(&target.src_path),
            _ => &target.src_path,
        };
        self.loader(origin, edition).load_root(path)
    }

    fn loader(&mut self, origin: Origin, edition: Edition) -> Loader<'_> {
        let base = self.metadata.workspace_root.clone();
        let (files, diagnostics) = (&mut self.cx.ws.files, &mut self.cx.diagnostics);
        Loader::new(files, diagnostics, base, origin, edition)
    }

    fn refuse_host_programs(&self) -> Result<(), Diagnostic> {
        let list = |names: &FxIndexSet<&str>| {
            let names: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
            names.join(", ")
        };
        let message = match (self.macros.is_empty(), self.scripts.is_empty()) {
            (true, true) => return Ok(()),
            (true, false) => format!("build scripts are not run: {}", list(&self.scripts)),
            (false, true) => format!("procedural macros are not run: {}", list(&self.macros)),
            (false, false) => format!(
                "build scripts and procedural macros are not run: {}, {}",
                list(&self.scripts),
                list(&self.macros)
            ),
        };
        Err(Diagnostic::error("WRC5006", message)
            .with_note("these packages have native programs that run while compiling")
            .with_help(
                "run them with `--allow-build-scripts`, or choose features or versions of the \
                 packages that need none",
            ))
    }
}
