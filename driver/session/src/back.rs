//! From THIR to the outputs.

use crate::{compile::Cx, options::Emit, time::Timings};
use ra_ap_base_db::Crate;
use wrc_base::Span;
use wrc_bridge::BridgeDb;
use wrc_diagnostics::{Diagnostic, ErrorReported};
use wrc_gc_lower::{
    compile::{Dumps, compile},
    pir::{LowerError, LowerOptions, Tcx},
};
use wrc_module::ModuleOptions;
use wrc_object::Program;
use wrc_project::Panic;
use wrc_thir::{Db, print_body};

/// The outputs of a compilation.
#[derive(Clone, Debug, Default)]
pub struct Artifacts {
    /// The module.
    pub wasm: Vec<u8>,
    /// JavaScript that runs the module, and its types.
    pub js: String,
    pub dts: String,
    /// Files that the JavaScript imports, relative to the source's folder.
    pub modules: Vec<String>,
}

/// Lowers, lays out, and checks what was made.
pub(crate) fn artifacts(
    cx: &mut Cx<'_>,
    db: &BridgeDb,
    krate: Crate,
) -> Result<Artifacts, ErrorReported> {
    cx.timings.start("thir");
    cx.emit(Emit::Thir, || thir(db, krate));
    let tcx = Tcx::new(db, lower_options(cx));
    let dumps = Dumps {
        pir: cx.options.emits(Emit::Pir),
        wir: cx.options.emits(Emit::Wir),
    };
    let timings = &mut cx.timings;
    let compiled = compile(&tcx, dumps, &mut |phase| timings.start(phase));
    // Bodies with errors are left out of the program, so these come first.
    for error in db.take_errors() {
        cx.diagnostics
            .push(crate::compile::bridge_error(error, cx.options.strict));
    }
    let compiled = compiled.map_err(|errors| {
        cx.diagnostics.extend(errors.into_iter().map(lower_error));
        ErrorReported::by_sink()
    })?;
    cx.stop_on_errors()?;
    cx.timings.start("module");
    cx.emit(Emit::Pir, || compiled.pir);
    cx.emit(Emit::Wir, || compiled.wir);
    module(cx, &compiled.program)
}

/// The bodies of a crate, as text.
fn thir(db: &BridgeDb, krate: Crate) -> String {
    let mut out = String::new();
    for owner in db.crate_bodies(krate) {
        if let Ok(body) = db.body(owner) {
            out.push_str(&print_body(db, &db.body_path(owner), &body));
            out.push('\n');
        }
    }
    out
}

fn lower_options(cx: &Cx<'_>) -> LowerOptions {
    let unstable = &cx.options.unstable;
    let unwind = cx.ws.profile.panic == Panic::Unwind;
    LowerOptions {
        overflow_checks: cx.ws.profile.overflow_checks,
        optimize: cx.ws.profile.release,
        // What a callee has written must be there when it does not return.
        force_fat: unstable.force_fat || unwind,
        unwind,
        force_object: unstable.force_object,
        no_inline: unstable.no_inline,
        verify: unstable.verify_each || cfg!(debug_assertions),
        entries: cx.entries(),
    }
}

fn module(cx: &mut Cx<'_>, program: &Program) -> Result<Artifacts, ErrorReported> {
    let options = ModuleOptions {
        names: !cx.ws.profile.release,
    };
    let wasm = write(program, &options, &mut cx.timings).map_err(|error| cx.report(error))?;
    cx.emit(Emit::Wat, || wat(&wasm));
    let name = &cx.ws.output_name;
    Ok(Artifacts {
        js: wrc_module::glue_js(&wasm, &program.interface, name),
        dts: wrc_module::glue_dts(&wasm, &program.interface, name),
        modules: (wrc_module::module_files(&program.interface).into_iter())
            .map(str::to_owned)
            .collect(),
        wasm,
    })
}

/// Writes the module and validates it.
pub(crate) fn write(
    program: &Program,
    options: &ModuleOptions,
    timings: &mut Timings,
) -> Result<Vec<u8>, Diagnostic> {
    let wasm = wrc_module::write(program, options)
        .map_err(|error| Diagnostic::error("WRC4001", error.to_string()))?;
    timings.start("validate");
    validate(&wasm)?;
    Ok(wasm)
}

/// An error of ours when engines would not take it.
pub(crate) fn validate(wasm: &[u8]) -> Result<(), Diagnostic> {
    wrc_module::validate(wasm).map_err(|error| {
        Diagnostic::error("WRC9005", "internal error: the module is not valid")
            .with_note(error)
            .with_help("please report this with the program")
    })
}

/// The module as text.
pub(crate) fn wat(wasm: &[u8]) -> String {
    wrc_module::wat(wasm).unwrap_or_else(|error| format!(";; {error}\n"))
}

fn lower_error(error: LowerError) -> Diagnostic {
    let mut new = Diagnostic::error(error.code, error.message);
    if error.span != Span::default() {
        new = new.primary(error.span, "");
    }
    if let Some((inside, name)) = error.inside {
        new = new.secondary(inside, format!("reached through `{name}`"));
    }
    match error.help {
        Some(help) => new.with_help(help),
        None => new,
    }
}
